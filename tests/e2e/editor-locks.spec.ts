import type { Page } from '@playwright/test';
import { blocksOf, expect, pasteInto, placeCaret, test, type Editor } from '../support/editorPage';

const whole = ['heading:A', 'point:en', 'point:to tre', 'heading:Lås', 'point:inne', 'heading:B', 'point:fire'];

/** A text with a locked chapter in the middle, and the caret in it. */
async function open(editor: Editor, block: string, offset: number, ...selecting: readonly string[]): Promise<Page> {
  const page = await editor.open('h:A|p:en|p:to tre|h:Lås|p:inne|h:B|p:fire');
  await page.evaluate(() => window.harness.lock('b3', 'b4'));
  await placeCaret(page, block, offset);
  for (const key of selecting) await page.keyboard.press(key);
  return page;
}

const refusals = (page: Page): Promise<number> => page.evaluate(() => window.harness.refused);

test('E24 what would reach into a locked chapter changes nothing, and one is told why', async ({ editor }) => {
  for (const [block, offset, selecting, key] of [
    ['b4', 2, '', 'x'],
    ['b2', 3, 'Shift+ArrowDown', 'x'],
    ['b2', 3, 'Shift+ArrowDown', 'Control+x'],
    ['b2', 6, '', 'Delete'],
    ['b2', 6, '', 'Control+Delete'],
    ['b5', 0, '', 'Backspace'],
    ['b2', 3, '', 'Alt+ArrowDown'],
    ['b1', 0, 'Shift+ArrowDown', 'Alt+ArrowDown'],
    ['b6', 2, '', 'Alt+ArrowUp'],
    ['b4', 2, '', 'Alt+ArrowUp'],
    // It would be a part of the locked chapter, and so would what it puts before itself.
    ['b5', 1, '', 'Tab'],
    ['b5', 0, 'Shift+ArrowDown', 'Tab'],
    ['b5', 0, '', 'Enter'],
    ['b5', 0, '', 'Shift+Enter'],
  ] as const) {
    const page = await open(editor, block, offset, ...(selecting ? [selecting] : []));
    await page.keyboard.press(key);
    expect(await blocksOf(page), `${key} in ${block}`).toEqual(whole);
    expect(await refusals(page), `${key} in ${block}`).toBe(1);
  }
});

test('E24 what is pasted before the heading after a locked chapter would be a part of it', async ({ editor }) => {
  const page = await open(editor, 'b5', 0);
  await pasteInto(page, { 'text/html': '<h2>ny</h2><p>tekst</p>' });
  expect(await blocksOf(page)).toEqual(whole);
  expect(await refusals(page)).toBe(1);
  await pasteInto(page, { 'text/plain': 'ord' });
  expect(await blocksOf(page)).toEqual(whole.map((was) => (was === 'heading:B' ? 'heading:ordB' : was)));
  expect(await refusals(page)).toBe(1);
});

test('E24 what is replaced everywhere is not in a locked chapter, and only what was replaced is counted', async ({
  editor,
}) => {
  const page = await open(editor, 'b1', 0);
  const places = ['b1', 'b4', 'b6'].map((block) => ({ block, rangeInText: { start: 0, end: 2 } }));
  const count = await page.evaluate((all) => window.harness.handle?.replaceAt(all as never, 'ny'), places);
  expect(count).toBe(2);
  expect(await blocksOf(page)).toEqual(
    whole.map((was) => (was === 'point:en' ? 'point:ny' : was === 'point:fire' ? 'point:nyre' : was)),
  );
  expect(await refusals(page)).toBe(1);
});

test('E24 what stays outside of a locked chapter is not refused, up to its edges', async ({ editor }) => {
  const outside = (block: string, now: string): string[] => whole.map((was) => (was === block ? now : was));
  for (const [block, offset, selecting, key, expected] of [
    ['b2', 6, '', 'Backspace', outside('point:to tre', 'point:to tr')],
    ['b2', 6, '', 'Control+Backspace', outside('point:to tre', 'point:to ')],
    ['b2', 3, 'Shift+End', 'Delete', outside('point:to tre', 'point:to ')],
    ['b5', 0, '', 'Delete', outside('heading:B', 'heading:')],
    ['b5', 1, '', 'Enter', [...whole.slice(0, 6), 'paragraph:', 'point:fire']],
    ['b5', 1, '', 'Shift+Tab', whole],
    ['b6', 1, '', 'Tab', whole],
    ['b0', 0, '', 'Tab', whole],
    ['b2', 0, '', 'Enter', [...whole.slice(0, 2), 'point:', ...whole.slice(2)]],
    ['b2', 6, '', 'Alt+ArrowUp', ['heading:A', 'point:to tre', 'point:en', ...whole.slice(3)]],
    // A chapter goes past a locked one.
    ['b0', 0, '', 'Alt+ArrowDown', [...whole.slice(3, 5), ...whole.slice(0, 3), ...whole.slice(5)]],
    ['b5', 0, '', 'Alt+ArrowUp', [...whole.slice(0, 3), ...whole.slice(5), ...whole.slice(3, 5)]],
  ] as const) {
    const page = await open(editor, block, offset, ...(selecting ? [selecting] : []));
    await page.keyboard.press(key);
    expect(await blocksOf(page), `${key} in ${block}`).toEqual(expected);
    expect(await refusals(page), `${key} in ${block}`).toBe(0);
  }
});

test('E24 a composition in a locked chapter, or over what reaches into it, writes nothing anywhere', async ({
  editor,
}) => {
  for (const [block, offset, selecting] of [
    ['b4', 2, ''],
    ['b4', 0, 'Shift+End'],
    ['b2', 3, 'Shift+ArrowDown'],
    ['b5', 0, 'Shift+ArrowUp'],
  ] as const) {
    const page = await open(editor, block, offset, ...(selecting ? [selecting] : []));
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'é' });
    await page.keyboard.press('x');
    expect(await blocksOf(page), block).toEqual(whole);
    expect(await refusals(page), block).toBeGreaterThan(0);
    await session.detach();
  }
});

test('E24 what was rescued in a locked chapter is for those to settle who may write there', async ({ editor }) => {
  const page = await editor.open('h:A|p:en|h:Lås|p:inne|h:B');
  await page.evaluate(() => window.harness.connect(false));
  await placeCaret(page, 'b3', 4);
  await page.keyboard.type(' nå');
  await page.evaluate(() => {
    window.harness.remote.deleteBlock('b3');
    window.harness.lock('b2', 'b3');
    window.harness.connect(true);
  });
  await expect(page.locator('[data-block-id=b3]')).toHaveAttribute('data-rescued', 'true');
  await expect(page.locator('.editor__rescue')).toBeVisible();
  await expect(page.locator('.editor__rescue').getByRole('button')).toHaveCount(0);
});

test('E24 a step of undo that would change a locked chapter waits until it is open again', async ({ editor }) => {
  const lock = (page: Page, ...blocks: readonly string[]): Promise<void> =>
    page.evaluate(async (ids) => {
      window.harness.lock(...ids);
      // The page knows of it with its next frame.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    }, blocks);
  /** What was done before the chapter was locked: where, what is selected, and the key. */
  for (const [block, offset, selecting, key] of [
    ['b4', 2, '', 'x'],
    ['b4', 0, 'Shift+End', 'Control+b'],
    ['b4', 2, '', 'Enter'],
    ['b6', 0, 'Shift+End', 'Delete'],
    ['b5', 0, 'Shift+ArrowDown', 'Delete'],
    ['b6', 2, '', 'Alt+ArrowUp'],
    ['b4', 2, '', 'Shift+Tab'],
  ] as const) {
    const page = await editor.open('h:A|p:en|p:to tre|h:Lås|p:inne|h:B|p:fire');
    await placeCaret(page, block, offset);
    if (selecting) await page.keyboard.press(selecting);
    await page.keyboard.press(key);
    const done = await blocksOf(page);
    const inside = await page.evaluate(() => {
      const blocks = window.harness.blocks();
      const start = blocks.findIndex(({ id }) => id === 'b3');
      const length = blocks.slice(start + 1).findIndex(({ kind }) => kind === 'heading');
      return blocks.slice(start, length < 0 ? undefined : start + 1 + length).map(({ id }) => id);
    });
    const reachesIn = !['b6', 'b5'].includes(block) || inside.length !== 2 || key === 'Alt+ArrowUp';
    await lock(page, ...inside);
    await placeCaret(page, 'b0', 1);
    await page.keyboard.press('Control+z');
    expect(await refusals(page), key).toBe(reachesIn ? 1 : 0);
    expect(await blocksOf(page), key).toEqual(reachesIn ? done : whole);
    // Nothing is lost of what can be taken back: it can once the chapter is open, and be done again.
    await lock(page);
    if (reachesIn) await page.keyboard.press('Control+z');
    expect(await blocksOf(page), key).toEqual(whole);
    await page.keyboard.press('Control+y');
    expect(await blocksOf(page), key).toEqual(done);
  }
});
