import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockId, personId } from '#shared/core/ids';
import { writeProgramFile } from '#shared/schema/programFile';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { WorkspacePage } from '../support/workspacePage';

const WORDED_ANEW = 'At kaia er åpen for alle i byen.';
const PROPOSED = 'Helt andre ord, hver eneste dag.';

/**
 * The sample with five open amendments to its first revision, and a second one that words anew what the second and the fourth are about, and strikes what the
 * fifth is about.
 */
async function revisedProgramme(): Promise<Uint8Array> {
  const { file, points, submit, tell } = await frozenSample();
  const [content] = file().revisions;
  if (!content) throw new Error('no text');
  const idAt = (index: number) => points[index]?.id ?? blockId('');
  submit(1, [{ kind: 'replacement', block: idAt(0), text: 'Noe helt annet.' }]);
  submit(2, [{ kind: 'deletion', block: idAt(1) }]);
  submit(3, [{ kind: 'editorial', block: idAt(2), instruction: 'Skriv dette kortere.' }]);
  submit(4, [{ kind: 'replacement', block: idAt(3), text: PROPOSED }]);
  submit(5, [{ kind: 'replacement', block: idAt(4), text: `${points[4]?.text ?? ''} Hver natt.` }]);
  const anew = new Map([
    [idAt(1), 'Skrevet på nytt.'],
    [idAt(3), WORDED_ANEW],
  ]);
  const blocks = content.blocks
    .filter(({ id }) => id !== idAt(4))
    .map((block) => ({ ...block, text: anew.get(block.id) ?? block.text }));
  tell({ type: 'revise', content: { ...content, blocks } });
  return writeProgramFile({ ...file(), people: { [personId('p4')]: { name: 'Una Skarv' } } });
}

test('AF9 after a new revision every open amendment is on the list, told as it stands there; what is in conflict is settled side by side', async ({
  launchApp,
  workFolder,
}, info) => {
  test.setTimeout(120_000);
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

  await test.step('what cannot be ordered is red, at the end, and what is gone is said to be gone', async () => {
    await expect(page.text.getByText('3 forslag har ingen plass i teksten.')).toBeVisible();
    const places = await page.text.locator('.voting__item').evaluateAll((rows) => rows.map((row) => row.ariaLabel));
    expect(places).toEqual(['Forslag 1', 'Forslag 3', 'Forslag 2', 'Forslag 4', 'Forslag 5']);
    for (const number of [2, 4, 5]) {
      await expect(item(number)).toHaveAttribute('data-unplaced');
      await expect(item(number)).toContainText('Kan ikke plasseres. Dirigenten må avgjøre rekkefølgen.');
    }
    await expect(item(5)).toContainText('Teksten finnes ikke lenger.');
  });

  await test.step('a conflict is settled side by side, by the secretariat on behalf of the proposer, and that is recorded', async () => {
    await page.panelTab('Forslag');
    await page.panel.getByLabel('Vis', { exact: true }).selectOption({ label: 'I konflikt' });
    await expect(page.panel.locator('.card')).toHaveCount(3);
    await page.panel.locator('.card', { hasText: 'Forslag 4' }).click();
    await page.panel.getByRole('button', { name: 'Skriv forslaget om' }).click();
    const column = (name: string) => page.dialog.getByRole('region', { name, exact: true });
    const old = await column('Teksten da forslaget ble skrevet').locator('p').innerText();
    await expect(column('Teksten nå').locator('p')).toHaveText(WORDED_ANEW);
    await expect(column('Forslaget').locator('del').first()).toContainText(old.split(' ').slice(0, 2).join(' '));
    await expect(column('Forslaget').locator('ins').first()).toContainText('Helt andre ord');
    await expect(page.dialog.getByText('Du skriver på vegne av Una Skarv, og det føres.')).toBeVisible();
    const save = page.dialog.getByRole('button', { name: 'Lagre forslaget mot den nye teksten' });
    await expect(save).toBeDisabled();
    await page.dialog.locator('[contenteditable="true"]').getByText(WORDED_ANEW).click();
    await window.keyboard.press('End');
    await window.keyboard.type(' Hver dag.');
    await expect(page.dialog.locator('.preview__changes')).toContainText('Hver dag.');
    await window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    await page.panel.getByRole('button', { name: 'Til listen' }).click();
    await page.panel.locator('.card', { hasText: 'Forslag 4' }).click();
    await page.panel.getByRole('button', { name: 'Skriv forslaget om' }).click();
    await expect(page.dialog.locator('.preview__changes')).toContainText('Hver dag.');
    await info.attach('settling', { body: await window.screenshot(), contentType: 'image/png' });
    expect.soft(await axeFindings(window)).toEqual([]);
    await save.click();
    await expect(page.dialog).toHaveCount(0);
    await expect(page.panel.getByText('av sekretariatet, på vegne av forslagsstilleren')).toBeVisible();
    await expect(page.panel.getByRole('heading', { name: 'Forslag 4' })).toBeVisible();
    await expect(item(4)).not.toHaveAttribute('data-unplaced');
    await expect(item(4)).toContainText(WORDED_ANEW);
    await page.panelTab('Historikk');
    await expect(
      page.panel.getByText('Forslag 4 skrevet om til den nye teksten av sekretariatet, på vegne av forslagsstilleren'),
    ).toBeVisible();
    await page.panelTab('Forslag');
    await page.panel.getByRole('button', { name: 'Til listen' }).click();
    await page.panel.getByLabel('Vis', { exact: true }).selectOption({ label: 'Alle' });
  });

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
