import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockId } from '#shared/core/ids';
import { writeProgramFile } from '#shared/schema/programFile';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { WorkspacePage } from '../support/workspacePage';

/** The sample with three open amendments to its first revision, and a second one that words anew what the second amendment strikes. */
async function revisedProgramme(): Promise<Uint8Array> {
  const { file, points, submit, tell } = await frozenSample();
  const [content] = file().revisions;
  if (!content) throw new Error('no text');
  const idAt = (index: number) => points[index]?.id ?? blockId('');
  submit(1, [{ kind: 'replacement', block: idAt(0), text: 'Noe helt annet.' }]);
  submit(2, [{ kind: 'deletion', block: idAt(1) }]);
  submit(3, [{ kind: 'editorial', block: idAt(2), instruction: 'Skriv dette kortere.' }]);
  const blocks = content.blocks.map((block) => (block.id === idAt(1) ? { ...block, text: 'Skrevet på nytt.' } : block));
  tell({ type: 'revise', content: { ...content, blocks } });
  return writeProgramFile(file());
}

test('after a new revision every open amendment is on the list, told as it stands there', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'revidert.program');
  await writeFile(path, await revisedProgramme());
  const { window } = await launchApp({ file: path });
  const page = new WorkspacePage(window);
  await page.ready();
  await expect(page.window.getByRole('navigation').getByText('◆').first()).toBeVisible();

  await page.view('Votering');
  const item = (number: number) => window.getByRole('listitem', { name: `Forslag ${number}`, exact: true });
  await expect(item(1)).toContainText('Uberørt');
  await expect(item(2)).toContainText('I konflikt');
  await expect(item(2)).toContainText('Teksten er endret.');
  await expect(item(2)).toContainText('Skrevet på nytt.');
  await expect(item(3)).toContainText('Skriv dette kortere.');

  await page.panelTab('Forslag');
  await expect(page.panel.locator('.card__gist').first()).toContainText('Endre: Noe helt annet.');
  await expect(page.panel.locator('.card__gist').nth(1)).toContainText('Stryke:');

  await item(1).getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
  await item(1).getByLabel('For', { exact: true }).fill('40');
  await item(1).getByLabel('Mot', { exact: true }).fill('41');
  await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
  await expect(window.getByRole('alert')).toHaveText('Forslag 1: Flere stemte mot enn for.');
  await expect(item(1).getByLabel('Resultat')).toBeVisible();
  await window.getByRole('button', { name: 'Vedtas likevel' }).click();
  await expect(window.getByText('Vedtakene er ført')).toBeVisible();
  await window.getByText('Avgjort (1)').click();
  await expect(item(1)).toContainText('Vedtatt');
  await expect(item(3).getByLabel('Resultat')).toBeVisible();
});
