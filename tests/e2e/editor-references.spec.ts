import type { Page } from '@playwright/test';
import { blocksOf, expect, pasteInto, placeCaret, test } from '../support/editorPage';

const refer = (page: Page, target: string): Promise<void> =>
  page.evaluate((id) => {
    const handle = window.harness.handle;
    const asked = handle?.askReference();
    if (asked) handle?.insertReference(asked, id as never);
  }, target);
const markers = (page: Page): Promise<string[][]> => page.evaluate(() => window.harness.markers());
const lines = async (page: Page, count: number): Promise<string[]> => (await blocksOf(page)).slice(0, count);

for (const together of [false, true]) {
  const who = together ? 'while another writes' : 'alone';

  test(`E20 a reference follows its target, and is passed over, deleted, copied and undone as one thing, ${who}`, async ({
    editor,
  }) => {
    const page = await editor.open('h:Helse|p:Se |p:bær|h:Arbeid|p:vakt|b:nabo|b:nabo');
    if (together) await page.evaluate(() => window.harness.makeNoise());
    await placeCaret(page, 'b1', 3);
    await refer(page, 'b4');
    await page.keyboard.type(' her');
    const first = async (): Promise<string | undefined> => (await blocksOf(page))[1];
    await expect.poll(first).toBe('point:Se pkt. 2.1 her');
    // Its target gets another number, by others and by oneself.
    await page.evaluate(() => window.harness.remote.moveBlock('b4', 'b0'));
    await expect.poll(async () => (await lines(page, 3))[2]).toBe('point:Se pkt. 1.1 her');
    await page.evaluate(() => window.harness.remote.moveBlock('b4', 'b3'));
    await expect.poll(first).toBe('point:Se pkt. 2.1 her');
    // The caret goes over it in one step, and what is typed at its edges stands beside it.
    await placeCaret(page, 'b1', 3);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('!');
    await expect.poll(first).toBe('point:Se pkt. 2.1! her');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+Backspace');
    await expect.poll(first).toBe('point:Se ! her');
    await page.keyboard.press('Control+z');
    await expect.poll(first).toBe('point:Se pkt. 2.1! her');
    // Split, joined again, copied and pasted it is a reference still.
    await placeCaret(page, 'b1', 3);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await expect.poll(first).toBe('point:Se pkt. 2.1! her');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+c');
    await placeCaret(page, 'b2', 0);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await blocksOf(page))[2]).toBe('point:bær Se pkt. 2.1! her');
    await page.evaluate(() => window.harness.remote.deleteBlock('b4'));
    await expect
      .poll(async () => (await lines(page, 3)).slice(1))
      .toEqual(['point:Se (slettet punkt)! her', 'point:bær Se (slettet punkt)! her']);
  });

  test(`E21 a footnote is written, numbered by its place, moved, gone back from and deleted by keys, ${who}`, async ({
    editor,
  }) => {
    const page = await editor.open('p:epler og bær|p:nøtter|b:nabo|b:nabo');
    if (together) await page.evaluate(() => window.harness.makeNoise());
    await placeCaret(page, 'b1', 6);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('hassel');
    await expect.poll(() => lines(page, 3)).toEqual(['point:epler og bær', 'point:nøtter', 'footnote:hassel']);
    await placeCaret(page, 'b0', 5);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('røde');
    await page.keyboard.press('Enter');
    await page.keyboard.type('!');
    await expect
      .poll(() => lines(page, 4))
      .toEqual(['point:epler! og bær', 'footnote:røde', 'point:nøtter', 'footnote:hassel']);
    expect((await markers(page)).slice(0, 4)).toEqual([['1@5'], [], ['2@6'], []]);
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(() => lines(page, 4))
      .toEqual(['point:nøtter', 'footnote:hassel', 'point:epler! og bær', 'footnote:røde']);
    expect((await markers(page)).slice(0, 4)).toEqual([['1@6'], [], ['2@5'], []]);
    // What the page shows: a raised number that is no part of the text.
    const shown = page.locator('[data-block-id="b0"] > span').first();
    expect(await shown.evaluate((span) => getComputedStyle(span, '::after').content)).toBe('"2"');
    // From the marker to the note and back.
    await placeCaret(page, 'b0', 5);
    await page.keyboard.press('Control+Alt+Enter');
    await page.keyboard.type('Om ');
    await page.keyboard.press('Control+Alt+Enter');
    await expect.poll(async () => (await lines(page, 4))[3]).toBe('footnote:Om røde');
    // Right after the marker Backspace takes the footnote; undo brings both back.
    for (const key of ['Backspace', 'Control+Backspace']) {
      await page.keyboard.press(key);
      await expect.poll(async () => (await lines(page, 3))[2], key).toBe('point:epler! og bær');
      expect((await markers(page))[2]).toEqual([]);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await lines(page, 4))[3]).toBe('footnote:Om røde');
    }
    // Cut and pasted elsewhere the note comes along.
    await placeCaret(page, 'b0', 0);
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+x');
    await expect.poll(() => lines(page, 3)).toEqual(['point:nøtter', 'footnote:hassel', 'point:']);
    await placeCaret(page, 'b1', 0);
    await page.keyboard.press('Control+v');
    await expect
      .poll(() => lines(page, 3))
      .toEqual(['point:epler! og bær nøtter', 'footnote:Om røde', 'footnote:hassel']);
    expect((await markers(page))[0]).toEqual(['1@5', '2@20']);
  });
}

test('E20 what is typed before the browser has told of a caret within a reference stands once, beside it', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:Se |p:bær|h:Arbeid|p:vakt');
  await placeCaret(page, 'b1', 3);
  await refer(page, 'b4');
  await page.keyboard.type(' her');
  await placeCaret(page, 'b1', 3);
  await expect.poll(() => page.evaluate(() => window.harness.handle?.caret()?.offset)).toBe(3);
  await page.evaluate(() => {
    window.addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true);
  });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('!');
  expect((await blocksOf(page))[1]).toBe('point:Se pkt. 2.1! her');
});

test('E20 what is typed over a part of a reference stands in its place, and what is typed next after it', async ({
  editor,
}) => {
  for (const [start, end, expected] of [
    [3, 5, 'point:Se abc her'],
    [5, 9, 'point:Se abc her'],
    [2, 6, 'point:Seabc her'],
    [7, 12, 'point:Se abcher'],
  ] as const) {
    const page = await editor.open('h:Helse|p:Se  her|p:bær');
    await placeCaret(page, 'b1', 3);
    await refer(page, 'b2');
    await expect.poll(async () => (await blocksOf(page))[1]).toBe('point:Se pkt. 1.2 her');
    // As the mouse selects: the keys pass a reference as one thing.
    await page.evaluate((place) => window.harness.select('b1', place), { start, end });
    await page.keyboard.type('abc');
    expect((await blocksOf(page))[1]).toBe(expected);
  }
});

test('E20 Backspace and Delete at a reference leave the caret where it stood', async ({ editor }) => {
  for (const [key, offset] of [
    ['Backspace', 4],
    ['Delete', 3],
  ] as const) {
    const page = await editor.open('h:Helse|p:Se  her|p:bær');
    await placeCaret(page, 'b1', 3);
    await refer(page, 'b2');
    await placeCaret(page, 'b1', offset);
    await page.keyboard.press(key);
    await page.keyboard.type('her');
    expect((await blocksOf(page))[1]).toBe('point:Se her her');
  }
});

test('E20 a reference that was typed in words gives way to the one that follows its target; the keys ask for it', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:bær|p:vakt');
  await placeCaret(page, 'b1', 3);
  await page.keyboard.type(', se pkt. 1.2');
  await page.keyboard.press('Control+Alt+r');
  await expect.poll(() => page.evaluate(() => window.harness.referencesAsked)).toBe(1);
  expect(await page.evaluate(() => window.harness.handle?.askReference()?.typed?.text)).toBe('pkt. 1.2');
  await refer(page, 'b2');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:bær, se pkt. 1.2', 'point:vakt']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:vakt', 'point:bær, se pkt. 1.1']);
  // A click goes where it leads.
  await page.locator('[data-block-id="b1"] > [style*="block%3A"]').click();
  await expect.poll(() => page.evaluate(() => window.harness.handle?.caret()?.block)).toBe('b2');
});

test('E21 a click on a marker goes to its footnote', async ({ editor }) => {
  const page = await editor.open('p:epler|p:bær');
  await placeCaret(page, 'b0', 5);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('røde');
  await placeCaret(page, 'b1', 0);
  const words = await page.locator('[data-block-id="b0"] > span').evaluate((span) => {
    const range = document.createRange();
    range.selectNodeContents(span);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right + 3, y: top + height / 2 };
  });
  await page.mouse.click(words.x, words.y);
  await expect.poll(() => page.evaluate(() => window.harness.focused)).not.toBe('b1');
  await page.keyboard.type('Om ');
  await expect.poll(() => blocksOf(page)).toEqual(['point:epler', 'footnote:Om røde', 'point:bær']);
});

for (const { where, steps, expected } of [
  { where: 'right after a reference', steps: [], expected: ['point:Se pkt. 2é!', 'point:Se >>pkt. 2é!'] },
  { where: 'right before one', steps: ['ArrowLeft'], expected: ['point:Se é!pkt. 2', 'point:Se é!>>pkt. 2'] },
]) {
  for (const isDisturbed of [false, true]) {
    const also = isDisturbed ? ', while another writes there too' : '';
    test(`E13 E20 a dead key ${where} writes its letter once, and undo takes it back${also}`, async ({ editor }) => {
      const page = await editor.open('p:Se |p:bær');
      await placeCaret(page, 'b0', 3);
      await refer(page, 'b1');
      const session = await page.context().newCDPSession(page);
      const first = async (): Promise<string | undefined> => (await blocksOf(page))[0];
      /** Until the page has been drawn after what was heard last. */
      const drawn = (): Promise<unknown> =>
        page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
      for (const key of steps) await page.keyboard.press(key);
      // The caret is moved past a reference when the browser tells of it, which no hand is faster than.
      await drawn();
      await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
      await drawn();
      if (isDisturbed) await page.evaluate(() => window.harness.remote.insertText('b0', 3, '>>'));
      await drawn();
      await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
      await drawn();
      await session.send('Input.insertText', { text: 'é' });
      await page.keyboard.type('!');
      await expect.poll(first).toBe(expected[isDisturbed ? 1 : 0]);
      await page.keyboard.press('Control+z');
      await expect.poll(first).toBe(isDisturbed ? 'point:Se >>pkt. 2' : 'point:Se pkt. 2');
    });
  }
}

const setCaret = (page: Page, block: string, offset: number): Promise<void> =>
  page.evaluate(([id, at]) => window.harness.select(id, { start: at, end: at }), [block, offset] as const);

test('E3 a word that is deleted ends at the marker of a footnote, which goes by a key of its own', async ({
  editor,
}) => {
  const open = async (): Promise<Page> => {
    const page = await editor.open('p:epler, og bær');
    await placeCaret(page, 'b0', 5);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('røde');
    await page.keyboard.press('Enter');
    await expect.poll(() => blocksOf(page)).toEqual(['point:epler, og bær', 'footnote:røde']);
    return page;
  };
  const page = await open();
  await setCaret(page, 'b0', 7);
  await page.keyboard.press('Control+Backspace');
  await expect.poll(() => blocksOf(page)).toEqual(['point:eplerog bær', 'footnote:røde']);
  await page.keyboard.press('Control+Backspace');
  await expect.poll(() => blocksOf(page)).toEqual(['point:eplerog bær']);
  await open();
  await setCaret(page, 'b0', 2);
  await page.keyboard.press('Control+Delete');
  await expect.poll(() => blocksOf(page)).toEqual(['point:ep, og bær', 'footnote:røde']);
  await setCaret(page, 'b0', 0);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('først');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Backspace');
  await expect.poll(() => blocksOf(page)).toEqual(['point:ep, og bær', 'footnote:først']);
  expect(await markers(page)).toEqual([['1@0'], []]);
});

test('E21 a footnote at the end of what is cut goes along once, and one at the end of a block that is deleted whole', async ({
  editor,
}) => {
  const open = async (): Promise<Page> => {
    const page = await editor.open('h:Helse|p:epler|p:bær|b:nøtter');
    await placeCaret(page, 'b2', 3);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('blå');
    await page.keyboard.press('Enter');
    return page;
  };
  const page = await open();
  // All that the two points say, from the first letter to behind the marker.
  await setCaret(page, 'b1', 0);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+x');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:', 'paragraph:nøtter']);
  expect(await markers(page)).toEqual([[], [], []]);
  await page.keyboard.press('Control+v');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Helse', 'point:epler', 'point:bær', 'footnote:blå', 'paragraph:nøtter']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Helse', 'point:epler', 'point:bær', 'footnote:blå', 'paragraph:nøtter']);
  expect(await markers(page)).toEqual([[], [], ['1@3'], [], []]);
  // The last letters of a point, cut; what is deleted in the same way leaves the marker where it stands.
  for (const [key, expected] of [
    ['Control+x', ['heading:Helse', 'point:epler', 'point:b', 'paragraph:nøtter']],
    ['Delete', ['heading:Helse', 'point:epler', 'point:b', 'footnote:blå', 'paragraph:nøtter']],
  ] as const) {
    await setCaret(page, 'b2', 1);
    await page.keyboard.press('Shift+End');
    await page.keyboard.press(key);
    await expect.poll(() => blocksOf(page), key).toEqual(expected);
    await page.keyboard.press('Control+z');
  }
  await setCaret(page, 'b2', 0);
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:epler', 'point:', 'paragraph:nøtter']);
});

test('E21 a new point after one that calls a footnote is the one that is written in', async ({ editor }) => {
  const page = await editor.open('p:epler|p:bær');
  await placeCaret(page, 'b0', 5);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('røde');
  await page.keyboard.press('Enter');
  await page.evaluate(() => window.harness.handle?.insertPointAfter('b0' as never));
  await page.keyboard.type('nøtter');
  await expect.poll(() => blocksOf(page)).toEqual(['point:epler', 'footnote:røde', 'point:nøtter', 'point:bær']);
});

test('E21 a footnote that is called before the first letter of a text stays there, where what begins in the text before is cut and pasted', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:epler|p:bær|b:nøtter');
  await placeCaret(page, 'b2', 0);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('blå');
  await page.keyboard.press('Enter');
  const whole = ['heading:Helse', 'point:epler', 'point:bær', 'footnote:blå', 'paragraph:nøtter'];
  await expect.poll(() => blocksOf(page)).toEqual(whole);
  // «epl|er» and «b|ær».
  await setCaret(page, 'b1', 3);
  for (const key of ['ArrowDown', 'Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`);
  await page.keyboard.press('Control+x');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:eplr', 'footnote:blå', 'paragraph:nøtter']);
  await page.keyboard.press('Control+v');
  await expect.poll(() => blocksOf(page)).toEqual(whole);
});

test('E21 an empty point that calls a footnote is joined with its marker', async ({ editor }) => {
  for (const [block, offset, expected] of [
    ['b0', 5, ['point:epler', 'footnote:tom', 'point:bær']],
    ['b1', 0, ['point:epler', 'point:bær', 'footnote:tom']],
  ] as const) {
    const page = await editor.open('p:epler|p:|p:bær');
    await placeCaret(page, 'b1', 0);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('tom');
    await page.keyboard.press('Enter');
    await setCaret(page, block, offset);
    await page.keyboard.press('Delete');
    await expect.poll(() => blocksOf(page)).toEqual(expected);
    expect((await markers(page)).flat()).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(['point:epler', 'point:', 'footnote:tom', 'point:bær']);
  }
});

test('E20 the caret stands after a reference that was put in after another, and the keys select each as one thing', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:Se  her|p:bær');
  await placeCaret(page, 'b1', 3);
  await refer(page, 'b2');
  await refer(page, 'b1');
  await page.keyboard.type('!');
  const first = async (): Promise<string | undefined> => (await blocksOf(page))[1];
  await expect.poll(first).toBe('point:Se pkt. 1.2pkt. 1.1! her');
  const selected = (): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');
  await setCaret(page, 'b1', 3);
  for (const [key, words] of [
    ['Shift+ArrowRight', 'pkt. 1.2'],
    ['Shift+ArrowRight', 'pkt. 1.2pkt. 1.1'],
    ['Shift+ArrowLeft', 'pkt. 1.2'],
    ['Control+Shift+ArrowRight', 'pkt. 1.2pkt. 1.1'],
    ['Shift+ArrowRight', 'pkt. 1.2pkt. 1.1!'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(selected, key).toBe(words);
  }
});

/** From the start of one block to the end of another, as the mouse selects. */
async function selectBlocks(page: Page, first: string, last: string): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const words = (id: string | undefined) => document.querySelector(`[data-block-id="${id}"]`);
      const [start, end] = [words(from)?.firstChild?.firstChild, words(to)?.lastChild?.firstChild];
      if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, end.textContent?.length ?? 0);
    },
    [first, last],
  );
  await expect.poll(() => page.evaluate(() => window.harness.handle?.caret()?.block)).toBe(last);
}

/** «Helse» with two points that refer to each other, the second with a footnote behind its reference, and «Slutt» that refers to the first. */
async function openReferring(open: (text: string) => Promise<Page>): Promise<Page> {
  const page = await open('t:Program|h:Helse|b:Vi vil:|p:en, se |p:to, se |h:Slutt|p:jf. ');
  for (const [block, target] of [
    ['b3', 'b4'],
    ['b4', 'b3'],
    ['b6', 'b3'],
  ] as const) {
    await placeCaret(page, block, 0);
    await page.keyboard.press('End');
    await refer(page, target);
  }
  await placeCaret(page, 'b4', 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('note');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await blocksOf(page)).at(-1)).toBe('point:jf. pkt. 1.1');
  return page;
}

const helse = (chapter: number, note: string): string[] => [
  'heading:Helse',
  'paragraph:Vi vil:',
  `point:en, se pkt. ${chapter}.2`,
  `point:to, se pkt. ${chapter}.1`,
  `footnote:${note}`,
];

test('E20 what is cut and pasted in the text is referred to still, and its references lead to what came along; undo gives both back', async ({
  editor,
}) => {
  const page = await openReferring((text) => editor.open(text));
  const before = await blocksOf(page);
  await selectBlocks(page, 'b1', 'b4');
  await page.keyboard.press('Control+x');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['title:Program', 'heading:', 'heading:Slutt', 'point:jf. (slettet punkt)']);
  await placeCaret(page, 'b6', 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+v');
  const pasted = ['title:Program', 'heading:', 'heading:Slutt', 'point:jf. pkt. 3.1', ...helse(3, 'note')];
  await expect.poll(() => blocksOf(page)).toEqual(pasted);
  expect((await markers(page)).flat()).toEqual(['1@15']);
  // Pasted once more they are others, that refer to each other.
  await page.keyboard.press('Control+v');
  await expect.poll(() => blocksOf(page)).toEqual([...pasted, ...helse(4, 'note')]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(pasted);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(before);
});

test('E20 copied to another programme, or twice in one, references lead to what came along; those that have nothing there are words', async ({
  editor,
}) => {
  const page = await openReferring((text) => editor.open(text));
  await selectBlocks(page, 'b1', 'b6');
  await page.keyboard.press('Control+c');
  await editor.open('t:Nytt|b:forord');
  await placeCaret(page, 'b1', 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Control+v');
  const there = ['title:Nytt', 'paragraph:forord', ...helse(1, 'note'), 'heading:Slutt', 'point:jf. pkt. 1.1'];
  await expect.poll(() => blocksOf(page)).toEqual(there);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+v');
  // At the title what is pasted comes after it; the numbers of what stands there follow.
  await expect
    .poll(async () => (await blocksOf(page)).filter((line) => line.includes('jf.')))
    .toEqual(['point:jf. pkt. 1.1', 'point:jf. pkt. 3.1']);
  expect((await markers(page)).flat()).toEqual(['1@15', '2@15']);
  // A point alone comes without what it refers to.
  await openReferring((text) => editor.open(text));
  await selectBlocks(page, 'b6', 'b6');
  await page.keyboard.press('Control+c');
  await editor.open('b:a');
  await placeCaret(page, 'b0', 1);
  await page.keyboard.press('Control+v');
  await expect.poll(() => blocksOf(page)).toEqual(['paragraph:a jf. pkt. 1.1']);
  expect(await page.evaluate(() => window.harness.formatted())).toEqual(['a jf. pkt. 1.1']);
});

test('E14 a footnote that is pasted stands where it was called, also where a reference before it reads otherwise', async ({
  editor,
}) => {
  const points = Array.from({ length: 9 }, (_, nth) => `p:punkt ${nth}`);
  const page = await editor.open(['h:A', ...points, 'h:B', 'b:se '].join('|'));
  await placeCaret(page, 'b11', 3);
  await refer(page, 'b9');
  await page.keyboard.type(' her');
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('note');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' og der');
  await expect.poll(async () => (await blocksOf(page))[11]).toBe('paragraph:se pkt. 1.9 her og der');
  await selectBlocks(page, 'b11', 'b11');
  await page.keyboard.press('Control+c');
  await placeCaret(page, 'b1', 0);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await blocksOf(page))[2]).toBe('point:se pkt. 1.10 her og der');
  expect((await markers(page)).flat()).toEqual(['1@16', '2@16']);
});

test('E14 what is pasted into a footnote is one text there, its own footnotes in brackets', async ({ editor }) => {
  const page = await openReferring((text) => editor.open(text));
  await selectBlocks(page, 'b1', 'b4');
  await page.keyboard.press('Control+c');
  await placeCaret(page, 'b6', 0);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('Jf. ');
  await page.keyboard.press('Control+v');
  await page.keyboard.type('!');
  await expect
    .poll(async () => (await blocksOf(page)).at(-1))
    .toBe('footnote:Jf. Helse Vi vil: en, se pkt. 1.2 to, se pkt. 1.1 (note)!');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+End');
  await pasteInto(page, { 'text/plain': 'linje en\nlinje to' });
  await expect.poll(async () => (await blocksOf(page)).at(-1)).toMatch(/\(note\)!linje en linje to$/u);
});

test('E8 footnotes go out with what calls them: to word processors as footnotes, in plain text after it', async ({
  editor,
}) => {
  const page = await openReferring((text) => editor.open(text));
  await selectBlocks(page, 'b3', 'b4');
  await page.keyboard.press('Control+c');
  const [plain, html] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return [await read('text/plain'), await read('text/html')];
  });
  expect(plain).toBe('1. en, se pkt. 1.2\n2. to, se pkt. 1.1[1]\n\n[1] note');
  expect(html).toContain('mso-element:footnote-list');
  // Through another program it comes back as a footnote.
  await editor.open('b:');
  await placeCaret(page, 'b0', 0);
  await pasteInto(page, { 'text/html': html });
  await expect.poll(() => blocksOf(page)).toEqual(['point:en, se pkt. 1.2', 'point:to, se pkt. 1.1', 'footnote:note']);
  expect((await markers(page)).flat()).toEqual(['1@15']);
});

test('E1 words that are replaced leave the footnote that is called among them, and a reference among them alone; undo gives all back', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:epler og bær, se |p:nøtter');
  await placeCaret(page, 'b1', 0);
  await page.keyboard.press('End');
  await refer(page, 'b2');
  await setCaret(page, 'b1', 5);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('røde');
  await page.keyboard.press('Enter');
  const replace = (start: number, end: number, text: string): Promise<number | undefined> =>
    page.evaluate(
      ([from, to, words]) =>
        window.harness.handle?.replaceAt([{ block: 'b1', rangeInText: { start: from, end: to } }] as never, words),
      [start, end, text] as const,
    );
  expect(await replace(0, 12, 'frukt')).toBe(1);
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Helse', 'point:frukt, se pkt. 1.2', 'footnote:røde', 'point:nøtter']);
  expect((await markers(page)).flat()).toEqual(['1@5']);
  // «1.2» is the number of what is referred to.
  expect(await replace(15, 18, '9')).toBe(0);
  expect(await replace(0, 5, '')).toBe(1);
  await expect.poll(async () => (await blocksOf(page))[1]).toBe('point:, se pkt. 1.2');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Helse', 'point:epler og bær, se pkt. 1.2', 'footnote:røde', 'point:nøtter']);
  expect((await markers(page)).flat()).toEqual(['1@5']);
});

test('Y22 words selected from the text into its footnote, or from there into the next text, are deleted and typed over, and nothing is joined', async ({
  editor,
}) => {
  const page = await editor.open('p:epler og bær|p:nøtter');
  await placeCaret(page, 'b0', 5);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('røde');
  await page.keyboard.press('Enter');
  const before = ['point:epler og bær', 'footnote:røde', 'point:nøtter'];
  for (const [offset, steps, expected] of [
    [8, 7, ['point:epler og', 'footnote:de', 'point:nøtter']],
    [3, 12, ['point:epl', 'footnote:de', 'point:nøtter']],
  ] as const) {
    await setCaret(page, 'b0', offset);
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Delete');
    await expect.poll(() => blocksOf(page)).toEqual(expected);
    await page.keyboard.type('!');
    await expect.poll(async () => (await blocksOf(page))[0]).toBe(`${expected[0]}!`);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(before);
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('!');
  await expect.poll(() => blocksOf(page)).toEqual(['point:epler og bær', 'footnote:rød!', 'point:tter']);
  expect((await markers(page))[0]).toEqual(['1@5']);
});

test('E20 a reference to a point that was joined to another leads to that still when it is cut and pasted, in it too', async ({
  editor,
}) => {
  const page = await editor.open('h:Helse|p:Se |p:bær|p:og epler|p:vakt');
  await placeCaret(page, 'b1', 3);
  await refer(page, 'b3');
  await placeCaret(page, 'b3', 0);
  await page.keyboard.press('Backspace');
  await expect.poll(async () => (await blocksOf(page))[1]).toBe('point:Se pkt. 1.2');
  await placeCaret(page, 'b2', 5);
  await page.keyboard.type(', ');
  await refer(page, 'b3');
  const whole = (await blocksOf(page))[2]?.replace('point:', '') ?? '';
  expect(whole).toContain('pkt. 1.2');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Delete');
  await expect.poll(() => blocksOf(page)).toEqual(['heading:Helse', 'point:Se (slettet punkt)', 'point:vakt']);
  await placeCaret(page, 'b4', 4);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  const again = whole.replace('1.2', '1.3');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Helse', 'point:Se pkt. 1.3', 'point:vakt', `point:${again}`]);
});
