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

  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await page.blocks()).map(({ text }) => text)).toEqual(before);
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
