import type { Page } from '@playwright/test';
import { blocksOf, expect, placeCaret, test } from '../support/editorPage';
import { seededRandom } from '../support/peers';

async function paste(page: Page, type: string, content: string): Promise<void> {
  await page.evaluate(
    ([kind, body]) => {
      const data = new DataTransfer();
      data.setData(kind, body);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [type, content] as const,
  );
}

/** Everything about the blocks: identities and levels too. */
const whole = (page: Page): Promise<unknown> => page.evaluate(() => window.harness.blocks());

interface Gesture {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const keys = (name: string, ...pressed: readonly string[]): Gesture => ({
  name,
  act: async (page) => {
    for (const key of pressed) await page.keyboard.press(key);
  },
});
const html = (name: string, content: string): Gesture => ({ name, act: (page) => paste(page, 'text/html', content) });

const gestures: readonly Gesture[] = [
  keys('a letter', 'x'),
  keys('Enter', 'Enter'),
  keys('Backspace', 'Backspace'),
  keys('Delete', 'Delete'),
  keys('Control+Backspace', 'Control+Backspace'),
  keys('Control+Delete', 'Control+Delete'),
  keys('Tab', 'Tab'),
  keys('Shift+Tab', 'Shift+Tab'),
  keys('Alt+ArrowDown', 'Alt+ArrowDown'),
  keys('Alt+ArrowUp', 'Alt+ArrowUp'),
  keys('Control+x', 'Control+x'),
  html('three paragraphs pasted', '<p>En</p><p>To</p><p>Tre</p>'),
  html('a word pasted', 'ord'),
  html('a chapter pasted', '<h1>Nytt</h1><h2>Under</h2><ul><li>a</li><li>b</li></ul>'),
  {
    name: 'a composition',
    act: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
      await session.send('Input.insertText', { text: 'é' });
    },
  },
];

const text = 't:Tittel|h:Mål|b:Innledning til dette|p:epler og bær|p:|p:plommer|h:Midler|l:Vi vil:|p:kirsebær';
const starts = [
  ['b1', 3],
  ['b3', 0],
  ['b3', 13],
  ['b4', 0],
] as const;
const selections: readonly (readonly string[])[] = [
  [],
  ['Shift+ArrowRight', 'Shift+ArrowRight'],
  ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight'],
];

for (const { name, act } of gestures) {
  test(`E7 ${name}: undo right after gives exactly what was, redo gives it back`, async ({ editor }) => {
    const page = await editor.open(text);
    for (const [block, offset] of starts) {
      for (const selecting of selections) {
        await placeCaret(page, block, offset);
        // Something was typed just before: it is not taken back along with the gesture.
        if (name !== 'a letter') await page.keyboard.type('q');
        for (const key of selecting) await page.keyboard.press(key);
        await blocksOf(page);
        const before = await whole(page);
        await act(page);
        await blocksOf(page);
        const after = await whole(page);
        if (JSON.stringify(after) !== JSON.stringify(before)) {
          await page.keyboard.press('Control+z');
          await blocksOf(page);
          // A single character taken away is a part of the typing before it.
          const isTyping = selecting.length === 0 && (name === 'Backspace' || name === 'Delete');
          if (!isTyping) expect(await whole(page)).toEqual(before);
          const undone = await whole(page);
          await page.keyboard.press('Control+y');
          await blocksOf(page);
          expect(await whole(page)).toEqual(after);
          await page.keyboard.press('Control+z');
          await blocksOf(page);
          expect(await whole(page)).toEqual(undone);
        }
      }
    }
  });
}

test('E7 a word typed over a selection is taken back as one step, with what was selected', async ({ editor }) => {
  const page = await editor.open(text);
  await page.evaluate(() => window.harness.typeWithoutPause());
  for (const [block, offset] of starts) {
    for (const selecting of selections.filter((keysPressed) => keysPressed.length > 0)) {
      await placeCaret(page, block, offset);
      // What was typed before is a step of its own.
      await page.keyboard.type('q');
      for (const key of selecting) await page.keyboard.press(key);
      const selected = await page.evaluate(() => getSelection()?.toString());
      const before = await whole(page);
      await page.keyboard.type('gaup');
      await blocksOf(page);
      const after = await whole(page);
      await page.keyboard.press('Control+z');
      await blocksOf(page);
      expect(await whole(page)).toEqual(before);
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);
      await page.keyboard.press('Control+y');
      await blocksOf(page);
      expect(await whole(page)).toEqual(after);
      await page.keyboard.press('Control+z');
      await blocksOf(page);
      expect(await whole(page)).toEqual(before);
    }
  }
});

test('E7 a composition over a selection and the letters typed on after it are one step', async ({ editor }) => {
  const page = await editor.open(text);
  await page.evaluate(() => window.harness.typeWithoutPause());
  const session = await page.context().newCDPSession(page);
  for (const selecting of selections.filter((keysPressed) => keysPressed.length > 0)) {
    await placeCaret(page, 'b3', 2);
    await page.keyboard.type('q');
    for (const key of selecting) await page.keyboard.press(key);
    await blocksOf(page);
    const before = await whole(page);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'é' });
    // The end of a composition is told of a task later.
    await blocksOf(page);
    await page.keyboard.type('tape');
    await blocksOf(page);
    const after = await whole(page);
    await page.keyboard.press('Control+z');
    await blocksOf(page);
    expect(await whole(page)).toEqual(before);
    await page.keyboard.press('Control+y');
    await blocksOf(page);
    expect(await whole(page)).toEqual(after);
    await page.keyboard.press('Control+z');
    await blocksOf(page);
  }
});

test('E7 random gestures one after another are taken back one by one', async ({ editor }) => {
  const random = seededRandom(20260711);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const page = await editor.open(text);
  const structural = gestures.filter(({ name }) => !['a letter', 'Backspace', 'Delete'].includes(name));
  for (let turn = 0; turn < 40; turn += 1) {
    const states = [await whole(page)];
    for (let step = 0; step < 3; step += 1) {
      const blocks = await page.evaluate(() => window.harness.blocks());
      const block = pick(blocks);
      if (block) await placeCaret(page, block.id, Math.floor(random() * Math.min(6, block.text.length + 1)));
      for (const key of pick(selections) ?? []) await page.keyboard.press(key);
      await pick(structural)?.act(page);
      await blocksOf(page);
      const state = await whole(page);
      if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state);
    }
    for (const state of states.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z');
      await blocksOf(page);
      expect(await whole(page)).toEqual(state);
    }
  }
});

const pastes: readonly (readonly [name: string, at: readonly [string, number], content: string, expected: string[]])[] =
  [
    [
      'several paragraphs at the end of a point are points after it',
      ['b0', 5],
      '<p>En</p><p>To</p>',
      ['point:store', 'point:En', 'point:To', 'paragraph:'],
    ],
    ['a single paragraph goes into the text', ['b0', 5], '<p>re</p>', ['point:storere', 'paragraph:']],
    [
      'a heading at the end of a point is a chapter after it',
      ['b0', 5],
      '<h3>Overskrift</h3>',
      ['point:store', 'heading:Overskrift', 'paragraph:'],
    ],
    [
      'a heading in an empty block makes it a heading',
      ['b1', 0],
      '<h1>Overskrift</h1><li>punkt</li>',
      ['point:store', 'heading:Overskrift', 'point:punkt'],
    ],
    [
      'several paragraphs within a point divide it',
      ['b0', 2],
      '<p>En</p><p>To</p>',
      ['point:stEn', 'point:To', 'point:ore', 'paragraph:'],
    ],
    [
      'a heading within a point stands between its halves',
      ['b0', 2],
      '<h2>A</h2><p>To</p>',
      ['point:st', 'heading:A', 'paragraph:To', 'point:ore', 'paragraph:'],
    ],
    [
      'paragraphs before a heading are points among points, those under it stay',
      ['b0', 5],
      '<p>En</p><h2>A</h2><p>To</p>',
      ['point:store', 'point:En', 'heading:A', 'paragraph:To', 'paragraph:'],
    ],
    [
      'a paragraph and its points stay what they are among points',
      ['b0', 5],
      '<p>Vi vil:</p><ul><li>a</li></ul><p>Slutt</p>',
      ['point:store', 'paragraph:Vi vil:', 'point:a', 'paragraph:Slutt', 'paragraph:'],
    ],
    [
      'blocks at the start of a point come before it',
      ['b0', 0],
      '<li>a</li>',
      ['point:a', 'point:store', 'paragraph:'],
    ],
  ];
for (const [name, at, content, expected] of pastes) {
  test(`E14 paste: ${name}`, async ({ editor }) => {
    const page = await editor.open('p:store|b:');
    await placeCaret(page, ...at);
    await paste(page, 'text/html', content);
    expect(await blocksOf(page)).toEqual(expected);
  });
}

test('E14 paste: headings become chapters and what is under them, by their rank among each other', async ({
  editor,
}) => {
  const page = await editor.open('p:store');
  await placeCaret(page, 'b0', 5);
  await paste(page, 'text/html', '<h2>A</h2><h3>B</h3><h4>C</h4><p>d</p>');
  await blocksOf(page);
  const levels = await page.evaluate(() => window.harness.blocks().map(({ kind, level }) => `${kind} ${level ?? ''}`));
  expect(levels).toEqual(['point ', 'heading 1', 'heading 2', 'heading 3', 'paragraph ']);
});
