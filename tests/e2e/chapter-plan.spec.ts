import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { writeProgramFile } from '#shared/schema/programFile';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { makeProgramme, rollDice } from '../support/revisionGenerator';
import { WorkspacePage } from '../support/workspacePage';

/** How many chapters the text has. */
const chaptersOn = (window: Page): Promise<number> =>
  window.getByRole('main').locator('[contenteditable="true"] [data-kind="heading"]').count();

test('a chapter gets a plan that is shown, filtered by, and taken back, by keyboard alone', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const chapters = window.getByRole('navigation', { name: 'Innhold' });
  const third = chapters.getByRole('row').nth(2);
  await third.getByRole('button', { name: 'Plan for 3' }).focus();
  await window.keyboard.press('Enter');
  await expect(page.dialog.getByLabel('Ansvarlig')).toBeFocused();
  await window.keyboard.type('Økonomiutvalget');
  await page.dialog.getByLabel('Frist').fill('2027-03-01');
  await page.dialog.getByLabel('Omtrent antall ord').fill('førti');
  await expect(page.dialog.getByRole('button', { name: 'Lagre planen' })).toBeDisabled();
  await page.dialog.getByLabel('Omtrent antall ord').fill('40');
  await window.screenshot({ path: 'test-results/plan-dialog.png' });
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await expect(third).toContainText('av 40 ord · Økonomiutvalget · frist 1. mars 2027');

  await chapters.getByLabel('Vis kapitler').selectOption({ label: 'Over ordmålet' });
  await expect(chapters.getByRole('row')).toHaveCount(1);
  await window.screenshot({ path: 'test-results/plan-outline.png' });
  await chapters.getByLabel('Vis kapitler').selectOption({ label: 'Alle' });

  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+z');
  await expect(third).not.toContainText('Økonomiutvalget');
  await window.keyboard.press('Control+y');
  await expect(third).toContainText('Økonomiutvalget');

  // Dragged, and moved by key: the row that was reached stays reached.
  const names = () =>
    chapters.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  const [first, second] = await names();
  const bare = (name: string | null | undefined) => (name ?? '').replace(/^\S+ /u, '');
  await third.dragTo(chapters.getByRole('row').first(), { targetPosition: { x: 60, y: 3 } });
  await expect.poll(async () => bare((await names())[1])).toBe(bare(first));
  await chapters.getByRole('row').nth(1).focus();
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => bare((await names())[0])).toBe(bare(first));
  await expect(chapters.getByRole('row').first()).toBeFocused();
  await expect(chapters.getByRole('status')).toHaveText(`1 ${bare(first)}`);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => bare((await names())[1])).toBe(bare(second));
  await window.screenshot({ path: 'test-results/outline-moved.png' });
});

test('E15 a chapter lands where its row is let go, also where that is in the same moment as it comes there', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const rows = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  const bare = (name: string | null) => (name ?? '').replace(/^\S+ /u, '');
  const [first, third] = [rows.first(), rows.nth(2)];
  const moving = bare(await third.getAttribute('aria-label'));
  // The system's own drag takes the pointer from the driver; these are the events that it sends to the page.
  const dragged = await window.evaluateHandle(() => new DataTransfer());
  await third.dispatchEvent('dragstart', { dataTransfer: dragged });
  await first.evaluate((row, dataTransfer) => {
    const { left, top } = row.getBoundingClientRect();
    for (const what of ['dragover', 'drop'])
      row.dispatchEvent(
        new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer, clientX: left + 60, clientY: top + 3 }),
      );
  }, dragged);
  await expect.poll(async () => bare(await first.getAttribute('aria-label'))).toBe(moving);
});

test('E25 the focus stays in the outline when the chapter that it is on is taken away', async ({ launchApp }) => {
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const rows = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  // The outline is drawn when the text has been, and its rows in turns.
  const count = await chaptersOn(window);
  await expect(rows).toHaveCount(count);
  /** Adds a chapter, and has it taken back while the focus is elsewhere than on the page, as where another person takes it away. */
  const withAddedChapter = async (chapter: number, goTo: (added: Locator) => Promise<void>): Promise<void> => {
    await page.view('Utkast');
    await page.caretAtEndOf({ chapter, point: 1 });
    await window.getByRole('button', { name: 'Nytt kapittel' }).click();
    await expect(rows).toHaveCount(count + 1);
    await page.view('Side ved side');
    await goTo(rows.nth(chapter));
    await running.menu('edit.undo');
    await expect(rows).toHaveCount(count);
  };
  await withAddedChapter(2, (added) => added.focus());
  await expect(rows.nth(2)).toBeFocused();
  // Where nothing takes its place, the one before it.
  await withAddedChapter(count, (added) => added.focus());
  await expect(rows.nth(count - 1)).toBeFocused();
  // Who is elsewhere stays there.
  const view = page.viewChoice('Side ved side');
  await withAddedChapter(2, async (added) => {
    await added.focus();
    await view.focus();
  });
  await expect(view).toBeFocused();
  // The only one that the filter shows.
  await page.view('Utkast');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Nytt.');
  await window.getByLabel('Vis kapitler').selectOption({ label: 'Med endringer' });
  await expect(rows).toHaveCount(1);
  await page.view('Side ved side');
  await rows.first().focus();
  await running.menu('edit.undo');
  await expect(rows).toHaveCount(0);
  await expect(window.getByRole('treegrid', { name: 'Kapitler' })).toBeFocused();
});

test('in a long outline the rows that one comes to have their tools, before and after a chapter is moved there', async ({
  launchApp,
  workFolder,
}) => {
  const { file } = await frozenSample(makeProgramme(rollDice(20_261_127), 30_000).slice(0, 1_000));
  const path = join(workFolder, 'langt.program');
  await writeFile(path, writeProgramFile(file()));
  const { window } = await launchApp({ file: path });
  await new WorkspacePage(window).ready();
  const rows = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  const tools = (row: number) => rows.nth(row).getByRole('button', { name: 'Plan for' });
  // Rows are drawn in turns: no more come when those of the end are there.
  await expect(rows).toHaveCount(await chaptersOn(window));
  const last = (await rows.count()) - 1;
  expect(last).toBeGreaterThan(80);
  await expect(tools(0)).toHaveCount(1);
  await expect(tools(last)).toHaveCount(0);
  await rows.first().focus();
  await window.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  for (const row of [last, last - 25]) await expect(tools(row)).toHaveCount(1);
  await expect(tools(0)).toHaveCount(0);
  const name = await rows.nth(last - 1).getAttribute('aria-label');
  await window.keyboard.press('Alt+ArrowUp');
  await expect(rows.last()).not.toHaveAttribute('aria-label', name ?? '');
  for (const row of [last, last - 25]) await expect(tools(row)).toHaveCount(1);
  await window.keyboard.press('Home');
  await expect(tools(0)).toHaveCount(1);
  await expect(tools(last)).toHaveCount(0);
});

test('chapters under another stand farther in than it, and equals as far, whether they can be folded or not', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'nivåer.md');
  await writeFile(
    path,
    '# Hage\n\n## Jord\n\na\n\n### Kompost\n\nb\n\n#### Varm\n\nc\n\n### Leire\n\nd\n\n## Vann\n\ne\n',
  );
  const { window } = await launchApp({ file: path });
  await new WorkspacePage(window).ready();
  const rows = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  await expect(rows).toHaveCount(5);
  const lefts = async (): Promise<readonly number[]> =>
    rows.locator('.outline__text').evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().left));
  // The tools come to the rows after they are drawn.
  await expect(rows.locator('.outline__fold')).toHaveCount(2);
  const [jord, kompost, varm, leire, vann] = await lefts();
  expect([jord, kompost]).toEqual([vann, leire]);
  expect(kompost).toBeGreaterThan(jord ?? Infinity);
  expect(varm).toBeGreaterThan(kompost ?? Infinity);
});
