import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSources } from '#shared/schema/draft';
import { readProgramFile } from '#shared/schema/programFile';
import { openDocument } from '#shared/schema/programFileDraft';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** Where pictures of the views are put, for whoever wants to look at them. */
const pictures = process.env.PROGRAMREVISJON_PICTURES;
const look = async (window: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await window.screenshot({ path: join(pictures, `${name}.png`) });
};

const compareView = (window: Page, name: string) =>
  window.getByRole('radiogroup', { name: 'Vis som' }).getByRole('radio', { name }).click();

/** A negation and the end of a sentence dropped, a point moved to another chapter, one struck, one new. */
async function revise(page: WorkspacePage): Promise<void> {
  const { window } = page;
  const replaceIn = async (spot: { chapter: number; point: number }, rewrite: (text: string) => string) => {
    const block = await page.blockAt(spot);
    await page.selectAllOf(block.id);
    await window.keyboard.insertText(rewrite(block.text));
    await expect(page.block(block.id)).toHaveText(rewrite(block.text));
  };
  await replaceIn({ chapter: 3, point: 1 }, (text) => text.replace(' ikke', ''));
  await replaceIn({ chapter: 3, point: 4 }, (text) => text.replace(', og igjen når systemene prøves ut', ''));
  await replaceIn({ chapter: 2, point: 3 }, (text) => text.replace('samme', 'like strenge'));
  await page.caretAtEndOf({ chapter: 4, point: 6 });
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('At havnekontoret holder åpent hver lørdag om sommeren.');
  const moving = await page.blockAt({ chapter: 2, point: 1 });
  await page.caretAtEndOf({ chapter: 2, point: 1 });
  for (let step = 0; step < 8; step += 1) await window.keyboard.press('Alt+ArrowDown');
  const struck = await page.blockAt({ chapter: 1, point: 3 });
  await page.selectAllOf(struck.id);
  await window.keyboard.press('Delete');
  await window.keyboard.press('Backspace');
  await expect(page.block(struck.id)).toHaveCount(0);
  await expect(page.block(moving.id)).toHaveCount(1);
  await expect(page.summary).toContainText('strøket');
}

test('every view of the comparison shows what became of the text, and axe finds nothing', async ({ launchApp }) => {
  test.setTimeout(240_000);
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await revise(page);
  const check = (name: string) =>
    test.step(name, async () => {
      await look(window, name);
      expect.soft(await axeFindings(window), name).toEqual([]);
    });

  await window.getByRole('radio', { name: 'Ord', exact: true }).click();
  await check('draft-words');
  const struck = page.text.locator('[data-struck-words]');
  await expect(struck).not.toHaveCount(0);
  await window.getByRole('radio', { name: 'Av', exact: true }).click();
  await expect(struck).toHaveCount(0);

  await page.view('Side ved side');
  await expect(page.text.locator('tr[data-changed]').first()).toBeVisible();
  await check('synopsis');

  await compareView(window, 'Oversiktsbilde');
  const moved = page.text.getByRole('button', { name: /→ flyttet →/ });
  await expect(moved).toHaveCount(1);
  await check('overview');
  await page.text.getByText('Vis som tabell').click();
  await expect(page.text.getByRole('cell', { name: 'flyttet' })).toBeVisible();
  await check('overview-table');

  await compareView(window, 'Oppsummering');
  await expect(page.text.getByText(/Av \d+ steder i teksten står \d+ uendret/)).toBeVisible();
  await check('account');

  await compareView(window, 'Stille strykninger');
  const quiet = page.text.getByRole('list', { name: 'Stille strykninger' });
  await expect(quiet.getByText('Nektelsen «ikke» er borte')).toBeVisible();
  await expect(quiet.getByText('«igjen» er borte')).toBeVisible();
  await check('quiet');
});

test('E56 a remark of the secretariat is kept in the programme, undone like text, and printed in the synopsis', async ({
  launchApp,
  workFolder,
}) => {
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 2, point: 2 });
  await window.keyboard.type(' Også i indre led.');
  await page.view('Side ved side');
  await page.text.getByRole('button', { name: /^Skriv merknad ?: kap\. 2 pkt\. 2/ }).click();
  const field = page.text.getByRole('textbox', { name: 'Merknad til kap. 2 pkt. 2' });
  await expect(field).toBeFocused();
  await window.keyboard.type('Etter ønske fra Vestland.');
  await expect(field).toHaveValue('Etter ønske fra Vestland.');
  await running.menu('edit.undo');
  await expect(page.text.getByText('Etter ønske fra Vestland.')).toHaveCount(0);
  await running.menu('edit.redo');
  await expect(field).toHaveValue('Etter ønske fra Vestland.');

  const file = join(workFolder, 'synopse.html');
  await running.answerDialogs({ save: file });
  await window.getByRole('button', { name: 'Eksporter' }).click();
  await page.dialog.getByLabel('Papir').selectOption({ label: 'Synopse' });
  await page.dialog.getByLabel('Format').selectOption({ label: 'Nettside (.html)' });
  await page.dialog.getByRole('button', { name: 'Lagre papiret' }).click();
  await expect(page.dialog.getByText('synopse.html')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('Etter ønske fra Vestland.');
});

test('the picture is walked and gone through with the keys alone', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await revise(page);
  await page.view('Side ved side');
  await compareView(window, 'Oversiktsbilde');
  await expect(page.text.getByRole('button', { name: /→ omskrevet →/ }).first()).toBeVisible();
  await page.text.getByRole('button', { name: 'Lagre som PNG' }).focus();
  await window.keyboard.press('Tab');
  const focused = () => window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const seen = new Set<string>();
  for (let step = 0; step < 12; step += 1) {
    const name = await focused();
    if (seen.has(name)) break;
    seen.add(name);
    if (name.includes('omskrevet')) break;
    await window.keyboard.press('ArrowDown');
  }
  expect(await focused()).toContain('omskrevet');
  await window.keyboard.press('Enter');
  await expect(page.text.locator('[contenteditable="true"]')).toBeFocused();
});

test('the list is narrowed to a kind, a chapter and a size, and F8 goes through what it shows', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await revise(page);
  const cards = page.panel.locator('.card');
  const all = await cards.count();
  expect(all).toBeGreaterThan(4);
  await page.panel.getByLabel('Slag').selectOption({ label: 'Nytt' });
  await expect(cards).toHaveCount(1);
  await window.keyboard.press('F8');
  const added = await page.blockAt({ chapter: 4, point: 7 });
  await expect(page.panel.getByText(`1 av ${all} endringer`)).toBeVisible();
  await page.panel.getByRole('radio', { name: 'Her jeg står' }).click();
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText(added.text);
  await page.panel.getByRole('radio', { name: 'Hele programmet' }).click();
  await page.panel.getByLabel('Slag').selectOption({ label: 'Alle slag' });
  await page.panel.getByLabel('Størrelse').selectOption({ label: 'Inntil tre ord' });
  await expect(cards).not.toHaveCount(all);
  await page.panel.getByRole('button', { name: 'Vis alle' }).click();
  await expect(cards).toHaveCount(all);
});

test('another document is compared with as a period, a point is followed through all of them, and a source is told of', async ({
  launchApp,
  workFolder,
}) => {
  test.setTimeout(240_000);
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  await running.answerDialogs({
    open: join(import.meta.dirname, '../../resources/sample/arbeidsprogram.txt'),
    save: join(workFolder, 'bilde.svg'),
  });
  await page.view('Side ved side');
  await window.getByRole('button', { name: 'Åpne et annet program' }).click();
  await expect(window.getByRole('combobox', { name: 'Fra', exact: true }).locator('option')).toHaveCount(3);
  await expect(page.text.locator('.changes__summary')).toContainText('uendret');
  await compareView(window, 'Oversiktsbilde');
  await expect(page.text.locator('.overview__period')).toHaveCount(3);
  await page.text.getByRole('button', { name: 'Lagre som SVG' }).click();
  await expect(page.text.getByText('«bilde.svg»')).toBeVisible();
  const svg = await readFile(join(workFolder, 'bilde.svg'), 'utf8');
  expect(svg).toMatch(/^<svg /u);
  await look(window, 'overview-three-periods');

  await test.step('a text with nothing in common, an empty one, and twice the same', async () => {
    const summary = page.text.locator('.changes__summary');
    const from = window.getByRole('combobox', { name: 'Fra', exact: true });
    const to = window.getByRole('combobox', { name: 'Til', exact: true });
    const usual = await from.inputValue();
    for (const [name, text, told] of [
      ['ulik.txt', 'Om rogn\n\nHyller males blå.\n\nKurver flettes tett.\n', /^0 uendret, .*nye?/u],
      ['tom.md', '# Tomt\n', /^0 uendret, .*\d+ nye/u],
    ] as const) {
      await writeFile(join(workFolder, name), text);
      await running.answerDialogs({ open: join(workFolder, name) });
      const known = await from.locator('option').count();
      await window.getByRole('button', { name: 'Åpne et annet program' }).click();
      await expect(from.locator('option')).toHaveCount(known + 1);
      await expect(summary).toHaveText(told);
    }
    await to.selectOption(await from.inputValue());
    await expect(page.text.getByText('Velg to ulike tekster.')).toBeVisible();
    await to.selectOption('draft');
    await from.selectOption(usual);
    await expect(summary).toContainText('uendret');
    for (const [name, left] of [
      [/^Fjern (ulik|Om rogn)/u, 4],
      [/^Fjern (tom|Tomt)/u, 3],
    ] as const) {
      await window.getByRole('button', { name }).click();
      await expect(from.locator('option')).toHaveCount(left);
    }
  });

  const check = async (name: string, scope: string): Promise<void> => {
    await look(window, name);
    expect.soft(await axeFindings(window, scope), name).toEqual([]);
  };
  await test.step('the former wording, and the point through all periods', async () => {
    await page.view('Utkast');
    await page.caretAtEndOf({ chapter: 2, point: 2 });
    await window.keyboard.type(' Også i indre led.');
    const wording = page.text.getByRole('region', { name: 'Forrige ordlyd' });
    const { id } = await page.blockAt({ chapter: 2, point: 2 });
    await expect(page.block(id)).toHaveAttribute('data-mark', 'reworded');
    await page.text.locator('.editor__badge').getByText('omskrevet').hover();
    await expect(wording.locator('ins')).toContainText('Også i indre led.');
    await page.block(id).hover();
    await expect(wording).toHaveCount(0);
    await window.keyboard.press('F9');
    await expect(wording.locator('ins')).toContainText('Også i indre led.');
    await check('wording', '.wording');
    await wording.getByRole('button', { name: 'Følg gjennom periodene' }).click();
    await expect(page.dialog.getByRole('heading', { level: 2 })).toContainText('Fulgt siden');
    await expect(page.dialog.getByRole('listitem')).toHaveCount(3);
    await check('life', '.dialog');
    await window.keyboard.press('Escape');
    await window.keyboard.press('Escape');
    await expect(wording).toHaveCount(0);
  });

  await test.step('a person says where a point comes from, and where it does not: that wins, is marked, and is undone like text', async () => {
    const point = await page.blockAt({ chapter: 3, point: 2 });
    await page.block(point.id).click();
    const origins = page.panel.getByRole('region', { name: 'Opphav' });
    await origins.getByRole('button', { name: 'Løs koblingen: kap. 3 pkt. 2' }).click();
    await expect(origins.getByText('Nytt i denne perioden.')).toBeVisible();
    await expect(origins.getByText('ikke herfra')).toBeVisible();
    await expect(page.block(point.id)).toHaveAttribute('data-mark', 'inserted');
    await origins.getByRole('button', { name: 'Koble til forrige periode …' }).click();
    const search = origins.getByRole('searchbox', { name: 'Søk i forrige periode' });
    await expect(search).toBeFocused();
    await search.fill('e');
    const found = origins.getByRole('list', { name: 'Treff' });
    await found.getByRole('button', { name: 'Koble hit: kap. 1 pkt. 2' }).click();
    await expect(origins.getByText('koblet for hånd')).toBeVisible();
    await expect(page.block(point.id)).not.toHaveAttribute('data-mark', 'inserted');
    await origins.getByRole('button', { name: 'Koble til forrige periode …' }).click();
    const suggestions = origins.getByRole('list', { name: 'Forslag' });
    await expect(suggestions.getByRole('button').first()).toContainText(
      /(ligner i ordene|sto på samme sted|sto i samme kapittel) · \d+ %/,
    );
    await check('lineage', '.lineage');
    await origins.getByRole('button', { name: 'Ferdig' }).click();
    await running.menu('edit.undo');
    await expect(origins.getByText('koblet for hånd')).toHaveCount(0);
    await running.menu('edit.undo');
    await expect(origins.getByText('ikke herfra')).toHaveCount(0);
    await expect(origins.getByText('Nytt i denne perioden.')).toHaveCount(0);
  });

  await test.step('a document becomes a source, and its sentences are told of the block they went into', async () => {
    const note = join(workFolder, 'notat.txt');
    const taken = await page.blockAt({ chapter: 3, point: 1 });
    const reworded = await page.blockAt({ chapter: 3, point: 4 });
    await writeFile(note, `Notat om noe annet\n\n${taken.text}\n\nVi går inn for dette: ${reworded.text}\n`);
    await running.answerDialogs({ open: note });
    await page.block(taken.id).click();
    const origins = page.panel.getByRole('region', { name: 'Opphav' });
    await expect(origins).toBeVisible();
    await page.panel.getByRole('button', { name: 'Legg til kilde …' }).click();
    await page.dialog.getByRole('button', { name: 'Legg til kilde …' }).click();
    await page.dialog.getByText(/setning(er)? i utkastet er hentet herfra/).click();
    const told = await page.dialog.locator('summary').textContent();
    await expect(page.dialog.locator('.sources__places li')).toHaveCount(Number.parseInt(told ?? '', 10));
    await check('sources', '.dialog');
    await page.dialog.getByRole('button', { name: 'Legg til kilde …' }).click();
    await expect(page.dialog.getByText('«notat.txt» er allerede lagt til.')).toBeVisible();
    await page.dialog.getByRole('button', { name: 'Fjern «notat.txt»' }).click();
    await expect(page.dialog.getByText('Ingen kilder er lagt til ennå.')).toBeVisible();
    await page.dialog.getByRole('button', { name: 'Angre', exact: true }).click();
    await expect(page.dialog.getByText(/hentet herfra/)).toBeVisible();
    await page.dialog.getByRole('button', { name: 'Ferdig' }).click();
    const reuse = page.panel.getByRole('region', { name: 'Gjenbrukt fra andre tekster' });
    await expect(reuse.getByText('Gjenbrukt fra notat.txt')).toBeVisible();
    await expect(reuse).toContainText('ordrett');
    await check('reuse', '.panel');
    await reuse.getByRole('button', { name: /^Ikke herfra/ }).click();
    await expect(reuse).not.toContainText('ordrett');
    await running.menu('edit.undo');
    await expect(reuse).toContainText('ordrett');
    await page.block(reworded.id).click();
    await expect(reuse.locator('ins, del').first()).toBeVisible();
    await page.saved();
    await running.answerDialogs({ save: join(workFolder, 'med-kilde.program') });
    await running.menu('file.saveAs');
    await expect(window.getByText('med-kilde.program')).toBeVisible();
    const kept = readProgramFile(await readFile(join(workFolder, 'med-kilde.program')));
    const draft = kept.ok ? openDocument(kept.value.draft, 'draft.yjs') : null;
    expect(draft?.ok && readSources(draft.value).map(({ name }) => name)).toEqual(['notat.txt']);
  });
});
