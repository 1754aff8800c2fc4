import type { Page } from '@playwright/test';
import { blocksOf, expect, pasteInto, placeCaret, test } from '../support/editorPage';

/** The blocks with the numbers that stand before them. */
const numbered = (page: Page): Promise<string[]> =>
  page
    .locator('[data-block-id]')
    .evaluateAll((blocks) =>
      blocks.map((block) => `${block.getAttribute('data-number') ?? ''} ${block.textContent}`.trim()),
    );

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Selects from a place in one block to a place in a later one, by the keyboard. */
async function selectOver(page: Page, from: string, offset: number, to: string, end: number): Promise<void> {
  await placeCaret(page, to, end);
  await page.evaluate(
    ([block, at]) => {
      const words = document.querySelector(`[data-block-id="${block}"]`)?.firstChild?.firstChild;
      const selection = getSelection();
      if (words && selection?.focusNode)
        selection.setBaseAndExtent(words, at, selection.focusNode, selection.focusOffset);
    },
    [from, offset] as const,
  );
}

const text = 't:Tittel|h:Mål|p:epler|p:pærer|p:plommer|h:Midler|p:kirsebær|b:rips og bær';
const withoutEpler = ['title:Tittel', 'heading:Mål', 'point:pærer', 'point:plommer', 'heading:Midler'];

test('E14 what is cut with the break after it, or before it, is a block where it is pasted, and no empty one comes along', async ({
  editor,
}) => {
  const page = await editor.open(text);
  const before = await blocksOf(page);
  const cut = async (...keys: readonly string[]): Promise<void> => {
    await press(page, ...keys, 'Control+x');
    await expect.poll(() => blocksOf(page)).toEqual([...withoutEpler, 'point:kirsebær', 'paragraph:rips og bær']);
  };
  const pastedAt = async (block: string, offset: number): Promise<readonly string[]> => {
    await placeCaret(page, block, offset);
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await blocksOf(page)).some((line) => line.includes('epler'))).toBe(true);
    return (await blocksOf(page)).slice(withoutEpler.length);
  };

  for (const [block, offset, expected] of [
    ['b6', 0, ['point:epler', 'point:kirsebær', 'paragraph:rips og bær']],
    ['b6', 8, ['point:kirsebær', 'point:epler', 'paragraph:rips og bær']],
    ['b6', 5, ['point:kirseepler', 'point:bær', 'paragraph:rips og bær']],
    ['b7', 5, ['point:kirsebær', 'paragraph:rips ', 'point:epler', 'paragraph:og bær']],
  ] as const) {
    await placeCaret(page, 'b2', 0);
    await cut('Shift+ArrowDown');
    expect(await pastedAt(block, offset)).toEqual(expected);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(before);
  }
  for (const [block, offset, expected] of [
    ['b6', 8, ['point:kirsebær', 'point:epler', 'paragraph:rips og bær']],
    ['b7', 5, ['point:kirsebær', 'paragraph:rips ', 'point:epler', 'paragraph:og bær']],
  ] as const) {
    await placeCaret(page, 'b1', 3);
    await cut('Shift+ArrowDown', 'Shift+End');
    expect(await pastedAt(block, offset)).toEqual(expected);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(before);
  }
  await test.step('a paragraph, too; in a footnote all is one text', async () => {
    await placeCaret(page, 'b6', 8);
    await press(page, 'Shift+ArrowDown', 'Shift+End', 'Control+c');
    await placeCaret(page, 'b3', 2);
    await page.keyboard.press('Control+v');
    await expect
      .poll(async () => (await blocksOf(page)).slice(3, 6))
      .toEqual(['point:pæ', 'point:rips og bær', 'point:rer']);
    await page.keyboard.press('Control+z');
    await placeCaret(page, 'b3', 5);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.press('Control+v');
    await expect.poll(() => blocksOf(page)).toContain('footnote:rips og bær');
  });
});

test('E14 a block that is pasted in its own text is numbered as it was: by its place, by a sign of its own, or not at all', async ({
  editor,
}) => {
  const page = await editor.open('t:Tittel|h:Mål|b:|p:kirsebær');
  await placeCaret(page, 'b2', 0);
  const item = (level: number, marker: string, words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${marker}</span>${words}</p>`;
  await pasteInto(page, {
    'text/html': `${item(1, '1.', 'frukt')}${item(2, 'a)', 'epler')}${item(2, 'b)', 'pærer')}${item(1, '2.', 'bær')}`,
  });
  const before = ['Tittel', '1 Mål', '1 frukt', 'a) epler', 'b) pærer', '2 bær', '3 kirsebær'];
  await expect.poll(() => numbered(page)).toEqual(before);
  // All of it, and of the two within it the words with the break after them.
  for (const reach of [
    ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+End'],
    ['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'],
  ]) {
    await placeCaret(page, 'b2', 0);
    await press(page, ...reach, 'Control+x');
    await expect.poll(() => numbered(page)).not.toContain('b) pærer');
    await page.keyboard.press('Control+v');
    await expect.poll(() => numbered(page)).toEqual(before);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => numbered(page)).toEqual(before);
  }
});

test('E14 what is cut from within one text into another is as it was when it is pasted there, and goes on in both texts elsewhere', async ({
  editor,
}) => {
  const page = await editor.open(text);
  const before = await blocksOf(page);
  // From «Mi|dler» over a point into the paragraph; all of its last block; from a whole block on.
  for (const [from, offset, to, end, selected, left] of [
    ['b5', 2, 'b7', 4, 'dler\n1. kirsebær\nrips', ['heading:Mi og bær']],
    ['b5', 2, 'b7', 11, 'dler\n1. kirsebær\nrips og bær', ['heading:Mi']],
    ['b6', 0, 'b7', 4, '1. kirsebær\nrips', ['heading:Midler', 'paragraph: og bær']],
  ] as const) {
    await selectOver(page, from, offset, to, end);
    await page.keyboard.press('Control+x');
    await expect.poll(async () => (await blocksOf(page)).slice(5)).toEqual(left);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(selected);
    await page.keyboard.press('Control+v');
    await expect.poll(() => blocksOf(page)).toEqual(before);
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(before);
  }
  await selectOver(page, 'b3', 2, 'b4', 3);
  await press(page, 'Control+c');
  const pastedAt = async (block: string, offset: number): Promise<readonly string[]> => {
    await placeCaret(page, block, offset);
    await press(page, 'Control+v', '!');
    await expect.poll(async () => (await blocksOf(page)).some((line) => line.includes('plo!'))).toBe(true);
    const pasted = (await blocksOf(page)).filter((line) => !before.includes(line));
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(before);
    return pasted;
  };
  expect(await pastedAt('b6', 4)).toEqual(['point:kirsrer', 'point:plo!ebær']);
  expect(await pastedAt('b6', 8)).toEqual(['point:kirsebærrer', 'point:plo!']);
  expect(await pastedAt('b6', 0)).toEqual(['point:rer', 'point:plo!kirsebær']);
  // No chapter loses its heading.
  await placeCaret(page, 'b5', 0);
  await press(page, 'Control+v');
  await expect
    .poll(async () => (await blocksOf(page)).slice(4, -2))
    .toEqual(['point:plommer', 'point:rer', 'point:plo', 'heading:Midler']);
});

test('E14 lists are points whatever mail or browser they come from; the day of a date is no number', async ({
  editor,
}) => {
  const page = await editor.open('h:Mål|b:');
  const pastedAs = async (html: string): Promise<readonly string[]> => {
    await placeCaret(page, 'b1', 0);
    await pasteInto(page, { 'text/html': html });
    await expect.poll(async () => (await blocksOf(page)).length).toBeGreaterThan(2);
    const lines = await blocksOf(page);
    const numbers = await numbered(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(['heading:Mål', 'paragraph:']);
    return lines.slice(1).map((line, nth) => `${line.split(':')[0] ?? ''} ${numbers[nth + 1] ?? ''}`);
  };
  const outlook =
    '<div class="elementToProof">Hei, her er to:</div><ul><li><div role="presentation" class="elementToProof">At epler</div></li>' +
    '<li><div role="presentation">Å dele</div><ul><li><div role="presentation">bær</div><div>og mer</div></li></ul></li></ul>';
  expect(await pastedAs(outlook)).toEqual([
    'paragraph Hei, her er to:',
    'point 1 At epler',
    'point 2 Å dele',
    'point – bær',
    'paragraph og mer',
  ]);
  const item = (level: number, words: string): string =>
    `<div class="ListContainerWrapper"><ol start="1"><li aria-level="${level}" role="listitem"><p class="Paragraph">` +
    `<span class="TextRun">${words}</span><span class="EOP">&nbsp;</span></p></li></ol></div>`;
  const wordInABrowser = `<div><p role="heading" aria-level="1">Frukt</p></div>${item(1, 'epler')}${item(2, 'røde')}${item(1, 'pærer')}`;
  expect(await pastedAs(wordInABrowser)).toEqual(['heading 2 Frukt', 'point 1 epler', 'point – røde', 'point 2 pærer']);
  expect(
    await pastedAs('<p>2. mai ble det vedtatt</p><p>3.&nbsp;At epler</p><p>\uf0b7 At bær</p><p>▪ At rips</p>'),
  ).toEqual(['paragraph 2. mai ble det vedtatt', 'point 1 At epler', 'point 2 At bær', 'point 3 At rips']);
});
