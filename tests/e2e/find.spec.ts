import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

test('words are found as whole words and replaced everywhere in one step of undo', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const before = (await page.blocks()).map(({ text }) => text);
  const countOf = (texts: readonly string[], pattern: RegExp): number =>
    texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  const expected = countOf(before, /(?<!\p{L})at(?!\p{L})/giu);
  expect(expected).toBeGreaterThan(5);

  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+Home');
  await window.keyboard.press('Control+f');
  const bar = window.getByRole('search', { name: 'Søk og erstatt' });
  await bar.getByLabel('Søk etter').fill('at');
  await bar.getByLabel('Hele ord').check();
  await expect(bar.getByRole('status')).toHaveText(`1 av ${expected}`);
  await bar.getByLabel('Søk etter').press('Enter');
  await expect(bar.getByRole('status')).toHaveText(`2 av ${expected}`);
  await bar.getByLabel('Søk etter').press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText(`1 av ${expected}`);

  await bar.getByLabel('Erstatt med').fill('åttiåtte');
  await bar.getByRole('button', { name: `Erstatt alle ${expected}` }).click();
  await expect(bar.getByRole('status')).toHaveText(`Erstattet ${expected} steder`);
  const after = (await page.blocks()).map(({ text }) => text);
  expect(countOf(after, /åttiåtte/gu)).toBe(expected);
  expect(after).toEqual(before.map((text) => text.replace(/(?<!\p{L})at(?!\p{L})/giu, 'åttiåtte')));

  // Nothing is left to be found: one is back in the text, and undoes there.
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await page.blocks()).map(({ text }) => text)).toEqual(before);
});

test('a search begins where one writes, goes on after what was put in, and leaves the caret there', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const bar = window.getByRole('search', { name: 'Søk og erstatt' });
  const hit = bar.getByRole('status');
  const [first, second] = [
    await page.caretAtEndOf({ chapter: 2, point: 1 }),
    await page.blockAt({ chapter: 2, point: 2 }),
  ];
  await window.keyboard.type(' kråke');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' kråke');
  await page.caretAtEndOf({ chapter: 2, point: 2 });
  await window.keyboard.type(' kråke');

  await page.caretAtEndOf({ chapter: 1, point: 2 });
  await window.keyboard.press('Control+h');
  await window.keyboard.type('kråke');
  await expect(hit).toHaveText('2 av 3');
  await bar.getByLabel('Erstatt med').fill('kråkekråke');
  await bar.getByRole('button', { name: 'Erstatt', exact: true }).click();
  await expect(page.block(first.id)).toHaveText(`${first.text} kråkekråke`);
  await bar.getByRole('button', { name: 'Erstatt', exact: true }).click();
  await expect(page.block(second.id)).toHaveText(`${second.text} kråkekråke`);
  await window.keyboard.press('Shift+F3');
  await expect(hit).toHaveText('5 av 5');
  await window.keyboard.press('Escape');
  await window.keyboard.type('måke');
  await expect(page.block(second.id)).toHaveText(`${second.text} kråkemåke`);

  // With the caret in the text again the search begins anew, with the bar open or not.
  await window.keyboard.press('Control+f');
  await window.keyboard.type('kråke');
  await expect(hit).toHaveText('1 av 4');
  await page.caretAtEndOf({ chapter: 1, point: 2 });
  await window.keyboard.press('Control+f');
  await expect(hit).toHaveText('2 av 4');
  await expect(bar.getByLabel('Søk etter')).toBeFocused();
  await window.keyboard.type('finnes ikke');
  await expect(hit).toHaveText('Ingen treff');
  await window.keyboard.press('Escape');
  const { id, text } = await page.blockAt({ chapter: 1, point: 2 });
  await window.keyboard.type('!');
  await expect(page.block(id)).toHaveText(`${text}!`);
});

test('E1 what is selected is searched for, and F3 goes on from where one writes', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const bar = window.getByRole('search', { name: 'Søk og erstatt' });
  const selected = (): Promise<string> => window.evaluate(() => getSelection()?.toString() ?? '');
  /** The point in which something is selected in the text. */
  const isIn = ({ id }: { id: string }): Promise<boolean> =>
    window.evaluate(
      (block) => getSelection()?.anchorNode?.parentElement?.closest(`[data-block-id="${block}"]`) != null,
      id,
    );
  const spots = [
    { chapter: 1, point: 1 },
    { chapter: 1, point: 2 },
    { chapter: 2, point: 1 },
  ];
  const points = [];
  for (const spot of spots) {
    points.push(await page.caretAtEndOf(spot));
    await window.keyboard.type(' kråke');
  }
  const [first, second, third] = points;
  if (!first || !second || !third) throw new Error('no points');
  await page.caretAtEndOf({ chapter: 1, point: 2 });
  await window.keyboard.press('Control+Shift+ArrowLeft');
  await window.keyboard.press('Control+f');
  await expect(bar.getByLabel('Søk etter')).toHaveValue('kråke');
  await expect(bar.getByRole('status')).toHaveText('2 av 3');
  // With the bar open the keys go on from where one writes too.
  await page.caretAtEndOf({ chapter: 1, point: 2 });
  await window.keyboard.press('F3');
  await expect.poll(() => isIn(third)).toBe(true);
  await expect(bar.getByRole('status')).toHaveText('3 av 3');
  await window.keyboard.press('Control+f');
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  for (const [key, point] of [
    ['F3', first],
    ['F3', second],
    ['Shift+F3', first],
    ['Shift+F3', third],
  ] as const) {
    await window.keyboard.press(key);
    await expect.poll(() => isIn(point), key).toBe(true);
    expect(await selected(), key).toBe('kråke');
  }
  await window.keyboard.type('måke');
  await expect(page.block(third.id)).toHaveText(`${third.text} måke`);
});

test('no key does anything behind a question that is open', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await window.keyboard.press('Control+k');
  await window.keyboard.type('mellomrom');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const question = page.dialog.filter({ hasText: 'Mellomrom og tankestreker' });
  await expect(question).toBeVisible();
  for (const key of ['Control+k', 'Control+f', 'Control+Alt+m', 'F6']) await window.keyboard.press(key);
  await expect(page.dialog).toHaveCount(1);
  expect(await question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await expect(window.getByRole('search')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(page.dialog).toHaveCount(0);
  await window.keyboard.press('Control+f');
  await expect(window.getByRole('search')).toBeVisible();
});

test('the palette gives selected words their form and a link, and shows the former wording', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id, text } = await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+Shift+ArrowLeft');
  await page.runFromPalette('Fet');
  await expect(page.block(id).locator('.editor__bold')).toHaveCount(1);
  await page.runFromPalette('Lenke');
  await window.keyboard.type('legeforeningen.no');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await expect(page.block(id).locator('[style*="--link"]')).toHaveCount(1);
  await expect(page.block(id)).toHaveText(text);
  await page.runFromPalette('Forrige ordlyd');
  await expect(page.text.getByRole('region', { name: 'Forrige ordlyd' })).toBeVisible();
  // What is found is counted, and one Escape leaves the palette.
  await window.keyboard.press('Control+k');
  await window.keyboard.type('kursiv');
  await expect(page.dialog.getByRole('status')).toHaveText('1 handling');
  await window.keyboard.press('Escape');
  await expect(page.dialog).toHaveCount(0);
  await window.keyboard.type('!');
  await expect(page.block(id)).toContainText('!');
});

test('the palette does what one names and goes where one points, by keyboard alone', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await window.keyboard.press('Control+k');
  await expect(page.dialog.getByRole('menuitem').first()).toBeVisible();
  await window.keyboard.type('side ved');
  await expect(page.dialog.getByRole('menuitem')).toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await expect(page.viewChoice('Side ved side')).toBeChecked();

  await window.keyboard.press('Control+k');
  await window.keyboard.type('3.2');
  await expect(page.dialog.getByRole('menuitem').first()).toContainText('kap. 3 pkt. 2');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await page.ready();
  const target = await page.blockAt({ chapter: 3, point: 2 });
  const caretIn = () =>
    window.evaluate(
      () => getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'],
    );
  await expect.poll(caretIn).toBe(target.id);
  await expect(page.text.locator('[contenteditable="true"]')).toBeFocused();
});
