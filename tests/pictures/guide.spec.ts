import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { amendmentId, type BlockId } from '#shared/core/ids';
import type { TextChange } from '#shared/amendment/amendment';
import { AUTOMATIC } from '#shared/domain/block';
import { writeProgramFile } from '#shared/schema/programFile';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { WorkspacePage } from '../support/workspacePage';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** The sample programme sent out, with a few amendments that stand against each other, and recommendations to them. */
async function hearing(): Promise<Uint8Array> {
  const sample = await frozenSample();
  const idOf = (point: number): BlockId => sample.points[point - 1]?.id ?? (sample.blocks[0]?.id as BlockId);
  const reworded = (point: number, from: RegExp, to: string): TextChange => ({
    kind: 'replacement',
    block: idOf(point),
    text: (sample.points[point - 1]?.text ?? '').replace(from, to),
  });
  const pointAfter = (point: number, text: string): TextChange => ({
    kind: 'insertion',
    after: idOf(point),
    blocks: [{ kind: 'point', level: null, marker: AUTOMATIC, text }],
  });
  const filed: readonly (readonly [TextChange, body: string, rationale: string])[] = [
    [reworded(2, /tre måneder/, 'én måned'), 'Nordre havnelag', 'Den første vinteren er den vanskeligste.'],
    [reworded(2, /tre måneder/, 'to uker'), 'Søndre havnelag', 'Ingen skal stå uten opplæring i sesongen.'],
    [{ kind: 'deletion', block: idOf(3) }, 'Østre havnelag', 'Registeret er ferdig.'],
    [pointAfter(4, 'At lokallagene får egne midler til kurs.'), 'Vestre havnelag', 'Kurs må kunne holdes der folk er.'],
    [reworded(7, /\.$/, ', også om natten.'), 'Nordre havnelag', 'Det er da det haster.'],
  ];
  filed.forEach(([change, body, rationale], at) => sample.submit(at + 1, [change], { body, rationale }));
  for (const [number, kind] of [
    [1, 'reject'],
    [2, 'adopt'],
    [4, 'adopt'],
  ] as const)
    sample.tell({
      type: 'recommend',
      amendment: amendmentId(`F${number}`),
      recommendation: { kind, text: null, reason: '' },
    });
  return writeProgramFile(sample.file());
}

test('the pictures of the guide', async ({ launchApp, workFolder }) => {
  const file = join(workFolder, 'høring.program');
  await writeFile(file, await hearing());
  const { window } = await launchApp({ file });
  const page = new WorkspacePage(window);
  await page.ready();
  const take = async (name: string): Promise<void> => {
    await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await window.screenshot({ path: join(folder, `${name}.png`) });
  };

  for (const [chapter, point, from, to] of [
    [1, 1, /nitti/, 'nittifem'],
    [2, 1, / alle/, ''],
    [2, 3, /samme/, 'like strenge'],
  ] as const) {
    const block = await page.blockAt({ chapter, point });
    await page.selectAllOf(block.id);
    await window.keyboard.insertText(block.text.replace(from, to));
  }
  await page.caretAtEndOf({ chapter: 1, point: 5 });
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('At nye medlemmer får en fadder det første året.');
  await window.getByRole('radio', { name: 'Ord', exact: true }).click();
  await expect(page.panel.locator('.card')).toHaveCount(4);
  await take('draft');

  await page.view('Side ved side');
  await expect(page.text.locator('tr[data-changed]').first()).toBeVisible();
  await take('compare');

  await page.frozenView();
  await page.panelTab('Forslag');
  await expect(page.panel.locator('.card')).toHaveCount(5);
  const target = await page.blockAt({ chapter: 1, point: 5 });
  await page.block(target.id).click();
  await take('amendments');

  await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
  await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Endre teksten' });
  await page.dialog.getByLabel('Ny tekst').fill(target.text.replace(/\.$/, ', i alle havnedistrikter.'));
  await page.dialog.getByLabel('Begrunnelse').fill('De små lagene har ingen møteplass i dag.');
  await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
  await expect(page.dialog.locator('.preview__changes')).toContainText('havnedistrikter');
  await take('propose');
  await window.keyboard.press('Escape');

  await page.view('Votering');
  await expect(page.text.getByRole('listitem', { name: 'Forslag 1', exact: true })).toBeVisible();
  await take('voting');
});
