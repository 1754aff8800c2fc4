import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextChange } from '#shared/amendment/amendment';
import { amendmentId, blockId, programmeId, revisionId } from '#shared/core/ids';
import { verifyChain } from '#shared/register';
import { writeAmendmentFile, type AmendmentFile } from '#shared/schema/amendmentFile';
import { readProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { amendmentFileOf } from '../support/amendmentFiles';
import { expect, test } from '../support/electronApp';
import { axeFindings } from '../support/axe';
import { WorkspacePage } from '../support/workspacePage';

const MEGABYTE = 'x'.repeat(1_000_000);

test('an amendment is written in the editor on a copy of the text, amended, supported, ruled, taken over; bad ones get an answer', async ({
  launchApp,
  workFolder,
}, info) => {
  test.setTimeout(300_000);
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();

  await window.getByRole('button', { name: 'Frys versjon' }).click();
  await page.dialog.getByRole('button', { name: /^Frys som/ }).click();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();

  await test.step('rules: a prefix and a deadline', async () => {
    await page.panelTab('Forslag');
    await page.panel.getByRole('button', { name: 'Regler for forslag' }).click();
    await page.dialog.getByLabel('Bokstaver foran nummeret').fill('F');
    await page.dialog.getByLabel('Frist i fasen høring').fill('2031-05-28T12:00');
    expect.soft(await axeFindings(window)).toEqual([]);
    await page.dialog.getByRole('button', { name: 'Lagre reglene' }).click();
    await expect(page.dialog).toHaveCount(0);
    await window.getByLabel('Fase').selectOption({ label: 'Høring' });
    await expect(page.panel.getByRole('timer')).toHaveText(/^Frist 28\. mai 2031 kl\. \d\d\.00 · \d+ d \d+ t igjen$/);
  });

  await test.step('write in the copy', async () => {
    const target = await page.blockAt({ chapter: 2, point: 2 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    // The same text is no amendment.
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await expect(page.dialog.getByRole('button', { name: 'Lever forslaget' })).toBeDisabled();
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('');
    const copy = page.dialog.locator(`[data-block-id="${target.id}"]`);
    await copy.click();
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await window.keyboard.type('At dette punktet er nytt.');
    await expect(page.dialog.locator('.preview__changes')).toContainText('At dette punktet er nytt.');
    await expect(page.dialog.getByText('Skriv hvem som er forslagsstiller')).toBeVisible();
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await page.dialog.getByLabel('medlem av landsstyret').uncheck();
    expect.soft(await axeFindings(window)).toEqual([]);
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.locator('.receipt__number')).toContainText('F1');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('it waits for support, and gets it', async () => {
    await page.panel.locator('.card', { hasText: 'Forslag F1' }).click();
    expect.soft(await axeFindings(window)).toEqual([]);
    await expect(page.panel.getByText('Forslaget settes ikke under votering')).toBeVisible();
    await page.panel.getByRole('button', { name: 'Støtt forslaget' }).click();
    await page.panel.getByLabel('Navn').fill('Liv Tjeld');
    await page.panel.getByRole('button', { name: 'Før støtten' }).click();
    await expect(page.panel.getByText('Støttet av Liv Tjeld')).toBeVisible();
    await expect(page.panel.getByText('Forslaget settes ikke under votering')).toHaveCount(0);
  });

  await test.step('an amendment to it', async () => {
    await page.panel.getByRole('button', { name: 'Foreslå en endring i dette forslaget' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    const added = page.dialog.getByText('At dette punktet er nytt.');
    await added.click();
    await window.keyboard.press('End');
    await window.keyboard.type(' Og grønt.');
    await expect(page.dialog.locator('.preview__changes')).toContainText('grønt');
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Odd Lom');
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.getByTestId('receipt')).toContainText('endring i forslag F1');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('a new text for a whole chapter, after the deadline', async () => {
    await page.panel.getByRole('button', { name: 'Til listen' }).click();
    await page.panel.getByRole('button', { name: 'Regler for forslag' }).click();
    await page.dialog.getByLabel('Frist i fasen høring').fill('2021-05-28T12:00');
    await page.dialog.getByRole('button', { name: 'Lagre reglene' }).click();
    await expect(page.dialog).toHaveCount(0);
    const target = await page.blockAt({ chapter: 2, point: 1 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    await expect(page.dialog.locator('.notice--warning')).toContainText('Fristen');
    await page.dialog.locator(`[data-block-id="${target.id}"]`).click();
    await window.keyboard.press('Control+a');
    await window.keyboard.type('Et kapittel skrevet på nytt');
    const changes = page.dialog.locator('.preview__changes');
    await expect(changes).toContainText('Et kapittel skrevet på nytt');
    await expect(changes).toContainText('strykes');
    await info.attach('a whole chapter', { body: await window.screenshot(), contentType: 'image/png' });
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.getByTestId('receipt')).toContainText('etter fristen');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('what came late is kept as late, under its number', async () => {
    await expect(page.panel.getByText(/^Fristen gikk ut 28\. mai 2021/)).toBeVisible();
    await expect(page.panel.locator('.card', { hasText: 'Forslag F3' })).toContainText('Etter fristen');
    await expect(page.panel.getByRole('button', { name: /^Forslag F1\b/ })).not.toContainText('Etter fristen');
  });

  await test.step('it is withdrawn, and taken over by another under the same number', async () => {
    await page.panel.getByRole('button', { name: /^Forslag F1\b/ }).click();
    await page.panel.getByRole('button', { name: 'Trekk forslaget' }).click();
    await expect(page.panel.locator('.amendment .tag').first()).toHaveText('Trukket');
    await page.panel.getByRole('button', { name: 'Ta over forslaget' }).click();
    const form = page.panel.getByRole('form', { name: 'Før hvem som tar over' });
    await form.getByLabel('Navn').fill('Odd Lom');
    await form.getByLabel('Foreningsledd').fill('Søndre lag');
    expect.soft(await axeFindings(window)).toEqual([]);
    await form.getByRole('button', { name: 'Før hvem som tar over' }).click();
    await expect(page.panel.locator('.amendment .tag').first()).toHaveText('Åpent');
    await expect(page.panel.getByRole('heading', { name: 'Forslag F1' })).toBeVisible();
    await expect(page.panel.getByText(/^Odd Lom · Søndre lag ·/)).toBeVisible();
    await page.panelTab('Historikk');
    await expect(page.panel.getByText('Forslag F1 tatt over av en annen')).toBeVisible();
    await page.panelTab('Forslag');
    await page.panel.getByRole('button', { name: 'Til listen' }).click();
  });

  /** The programme as it is saved now; its chain holds. */
  let saves = 0;
  const saved = async (): Promise<ProgrammeFile> => {
    // What was said of the last save may still stand: each has a name of its own.
    saves += 1;
    const name = `lagring-${String(saves)}.program`;
    const path = join(workFolder, name);
    await running.answerDialogs({ save: path });
    await running.menu('file.saveAs');
    await expect(window.getByText(`«${name}» er lagret`)).toBeVisible();
    const file = readProgramFile(new Uint8Array(await readFile(path)));
    if (!file.ok) throw new Error(file.failure.code);
    expect(verifyChain(file.value.entries, file.value.revisions).ok).toBe(true);
    return file.value;
  };

  await test.step('bad files: a sentence each that says what, where and what to do, and nothing is changed', async () => {
    const before = await saved();
    const base = before.revisions.at(-1);
    const point = base?.blocks.find(({ kind }) => kind === 'point');
    if (!base || !point) throw new Error('no point');
    const received = 'F4';
    const open = async (bytes: Uint8Array | string, said: string) => {
      const path = join(workFolder, 'fra delegat.amendment');
      await writeFile(path, bytes);
      await running.answerDialogs({ open: path });
      await page.panel.getByRole('button', { name: 'Åpne forslag fra fil' }).click();
      await expect(page.panel.getByText(said)).toBeVisible();
    };
    const fileWith = (change: TextChange, more: Partial<AmendmentFile> = {}) =>
      writeAmendmentFile(amendmentFileOf({ programme: before.programme, base: base.id, changes: [change], ...more }));
    const worded = (text: string): TextChange => ({ kind: 'replacement', block: point.id, text });
    const bad: readonly (readonly [bytes: Uint8Array | string, said: string])[] = [
      [fileWith(worded('Nytt.'), { base: revisionId('0'.repeat(64)) }), 'gjelder en versjon som ikke finnes'],
      [fileWith({ kind: 'deletion', block: blockId('aldri') }), 'gjelder en tekst som ikke finnes i «'],
      [fileWith(worded(point.text)), 'Teksten er den samme som før. Endre minst ett tegn.'],
      [fileWith(worded(' \t ')), 'Forslaget har ingen tekst. Skriv den nye teksten, eller velg å stryke.'],
      [fileWith(worded(MEGABYTE)), 'det meste et forslag kan ha på ett sted, er 100'],
      [fileWith(worded('Nytt.'), { parent: amendmentId('aldri') }), 'ikke noe forslag «aldri»'],
      [fileWith(worded('Nytt.'), { programme: programmeId('annet') }), 'gjelder et annet program enn det som er åpent'],
      ['{', 'er ikke et forslag fra Programrevisjon'],
      [
        new TextDecoder().decode(fileWith(worded('Nytt.'))).replace('Nytt.', 'Mytt.'),
        'er ødelagt eller endret på veien',
      ],
    ];
    for (const [bytes, said] of bad) await open(bytes, said);
    await expect(page.panel.locator('.card')).toHaveCount(3);
    expect((await saved()).entries).toEqual(before.entries);

    // A good one after the deadline is kept as late; the same again, and another text under its id, change nothing.
    await open(fileWith(worded('Nytt.')), `Forslaget er mottatt som nummer ${received}.`);
    await expect(page.panel.locator('.card', { hasText: `Forslag ${received}` })).toContainText('Etter fristen');
    await open(fileWith(worded('Nytt.')), `Dette forslaget er alt mottatt, som nummer ${received}.`);
    await open(fileWith(worded('Annet.')), `Forslag ${received} er alt mottatt, og filen «fra delegat.amendment»`);
    await expect(page.panel.locator('.card')).toHaveCount(4);
  });

  await test.step('in the dialog: empty, a megabyte long, and sent twice at once', async () => {
    const target = await page.blockAt({ chapter: 3, point: 1 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    const submit = page.dialog.getByRole('button', { name: 'Lever forslaget' });
    const text = page.dialog.locator('.proposal__text');
    await text.fill(' ');
    await expect(page.dialog.locator('.preview')).toContainText('Forslaget har ingen tekst.');
    await expect(submit).toBeDisabled();
    await text.fill(MEGABYTE);
    await expect(page.dialog.locator('.preview')).toContainText('det meste et forslag kan ha på ett sted, er 100');
    expect((await text.inputValue()).length).toBe(MEGABYTE.length);
    await text.fill(`${target.text} Og mer.`);
    const { x, y } = (await submit.boundingBox()) ?? { x: 0, y: 0 };
    await submit.dblclick();
    await expect(page.dialog.getByTestId('receipt')).toContainText('endringsforslag F5');
    // The second press of a slow double click meets the receipt.
    await window.mouse.click(x + 5, y + 5);
    await expect(page.dialog.getByTestId('receipt')).toContainText('endringsforslag F5');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
    await expect(page.panel.locator('.card')).toHaveCount(5);
    const { entries } = await saved();
    expect(entries.filter(({ event }) => event.type === 'submitted')).toHaveLength(5);
  });
});
