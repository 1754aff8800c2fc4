import type { Page } from '@playwright/test';
import { blocksOf, expect, placeCaret, test } from '../support/editorPage';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly at: readonly [block: string, offset: number];
  readonly keys: readonly string[];
  readonly expected: readonly string[];
}

/** `keys`: names of keys as Playwright knows them; `»` before a text types it. */
const cases: readonly Case[] = [
  {
    name: 'E1 typing at the start, in the middle and at the end',
    text: 'p:ab',
    at: ['b0', 0],
    keys: ['»X', 'ArrowRight', '»Y', 'End', '»Z'],
    expected: ['point:XaYbZ'],
  },
  { name: 'E1 typing in an empty block', text: 'p:', at: ['b0', 0], keys: ['»hei'], expected: ['point:hei'] },
  {
    name: 'E1 the same letters again and again',
    text: 'p:aaa',
    at: ['b0', 1],
    keys: ['»aa', 'Backspace', '»ab'],
    expected: ['point:aaabaa'],
  },
  {
    name: 'E2 Enter in the middle splits',
    text: 'p:epler og bær',
    at: ['b0', 5],
    keys: ['Enter', '»X'],
    expected: ['point:epler', 'point:X og bær'],
  },
  {
    name: 'E2 Enter at the end makes a new point',
    text: 'p:en|p:to',
    at: ['b0', 2],
    keys: ['Enter', '»ny'],
    expected: ['point:en', 'point:ny', 'point:to'],
  },
  {
    name: 'E2 Enter at the start makes room before',
    text: 'p:en',
    at: ['b0', 0],
    keys: ['Enter', '»X'],
    expected: ['point:', 'point:Xen'],
  },
  {
    name: 'E2 Enter after a heading starts a paragraph',
    text: 'h:Kapittel',
    at: ['b0', 8],
    keys: ['Enter', '»tekst'],
    expected: ['heading:Kapittel', 'paragraph:tekst'],
  },
  {
    name: 'E2 Enter after a lead-in starts a point',
    text: 'l:Vi vil:',
    at: ['b0', 7],
    keys: ['Enter', '»at'],
    expected: ['leadIn:Vi vil:', 'point:at'],
  },
  {
    name: 'E2 Enter in an empty point ends the list',
    text: 'p:en',
    at: ['b0', 2],
    keys: ['Enter', 'Enter', '»brødtekst'],
    expected: ['point:en', 'paragraph:brødtekst'],
  },
  {
    name: 'E2 Shift+Enter is Enter',
    text: 'p:abcd',
    at: ['b0', 2],
    keys: ['Shift+Enter', '»X'],
    expected: ['point:ab', 'point:Xcd'],
  },
  {
    name: 'E3 Backspace at the start joins',
    text: 'p:en|p:to',
    at: ['b1', 0],
    keys: ['Backspace', '»X'],
    expected: ['point:enXto'],
  },
  {
    name: 'E3 Delete at the end joins',
    text: 'p:en|p:to',
    at: ['b0', 2],
    keys: ['Delete', '»X'],
    expected: ['point:enXto'],
  },
  {
    name: 'E3 Backspace at the start of a heading makes it a paragraph first',
    text: 'p:en|h:To',
    at: ['b1', 0],
    keys: ['Backspace'],
    expected: ['point:en', 'paragraph:To'],
  },
  {
    name: 'E3 Backspace takes a whole character',
    text: 'p:a👩‍👩‍👧b',
    at: ['b0', 2],
    keys: ['Backspace', 'Backspace', '»X'],
    expected: ['point:Xb'],
  },
  {
    name: 'E3 Control+Backspace and Control+Delete take words',
    text: 'p:en to tre',
    at: ['b0', 5],
    keys: ['Control+Backspace', '»X', 'Control+Delete'],
    expected: ['point:en X'],
  },
  {
    name: 'E3 Enter and Backspace leave everything as it was',
    text: 'p:epler|p:bær',
    at: ['b0', 2],
    keys: ['Enter', 'Backspace', 'Enter', 'Enter', 'Backspace', 'Backspace'],
    expected: ['point:epler', 'point:bær'],
  },
  {
    name: 'E4 a selection over several blocks is deleted',
    text: 'p:en|p:to|p:tre',
    at: ['b0', 1],
    keys: ['Shift+ArrowDown', 'Shift+ArrowDown', 'Backspace', '»X'],
    expected: ['point:eXre'],
  },
  {
    name: 'E4 a selection over several blocks is typed over',
    text: 'p:en|p:to|p:tre',
    at: ['b0', 1],
    keys: ['Shift+ArrowDown', 'Shift+ArrowDown', '»X'],
    expected: ['point:eXre'],
  },
  {
    name: 'E4 Enter over a selection splits what is left',
    text: 'p:en|p:to|p:tre',
    at: ['b0', 1],
    keys: ['Shift+ArrowDown', 'Shift+ArrowDown', 'Enter', '»X'],
    expected: ['point:e', 'point:Xre'],
  },
  {
    name: 'E5 Alt+arrows move a point',
    text: 'p:en|p:to|p:tre',
    at: ['b0', 1],
    keys: ['Alt+ArrowDown', '»X', 'Alt+ArrowDown', '»Y', 'Alt+ArrowUp'],
    expected: ['point:to', 'point:eXYn', 'point:tre'],
  },
  {
    name: 'E5 Alt+arrows move a chapter with everything under it',
    text: 'h:A|p:a|h:B|p:b',
    at: ['b0', 0],
    keys: ['Alt+ArrowDown', '»X'],
    expected: ['heading:B', 'point:b', 'heading:XA', 'point:a'],
  },
  {
    name: 'E6 Tab and Shift+Tab',
    text: 'h:A|b:avsnitt|p:punkt',
    at: ['b1', 0],
    keys: ['Tab', 'ArrowDown', 'Shift+Tab', '»X'],
    expected: ['heading:A', 'point:avsnitt', 'paragraph:Xpunkt'],
  },
  {
    name: 'E7 undo and redo go step by step',
    text: 'p:en|p:to',
    at: ['b0', 2],
    keys: ['»X', 'Enter', '»Y', 'Control+z', 'Control+z', 'Control+z', 'Control+y', 'Control+y', '»Z'],
    expected: ['point:enX', 'point:Z', 'point:to'],
  },
  {
    name: 'E7 undo of a join brings both blocks back',
    text: 'p:en|p:to',
    at: ['b1', 0],
    keys: ['Backspace', 'Control+z'],
    expected: ['point:en', 'point:to'],
  },
  {
    name: 'E8 cut and paste over several blocks',
    text: 'p:en|p:to|p:tre',
    at: ['b0', 0],
    keys: ['Shift+ArrowDown', 'Shift+End', 'Control+x', '»X', 'Control+v'],
    expected: ['point:X', 'point:en', 'point:to', 'point:tre'],
  },
  {
    name: 'E8 copy and paste within a line',
    text: 'p:abc',
    at: ['b0', 0],
    keys: ['Shift+ArrowRight', 'Shift+ArrowRight', 'Control+c', 'End', 'Control+v', 'Control+v'],
    expected: ['point:abcabab'],
  },
];

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('»')) await page.keyboard.type(key.slice(1));
    else await page.keyboard.press(key);
  }
}

for (const { name, text, at, keys, expected } of cases) {
  test(`${name} (solo)`, async ({ editor }) => {
    const page = await editor.open(text);
    await placeCaret(page, ...at);
    await press(page, keys);
    expect(await blocksOf(page)).toEqual(expected);
  });

  test(`${name} (while another writes and moves)`, async ({ editor }) => {
    // Two more blocks, in which the other one writes, and which it moves to and fro.
    const page = await editor.open(`${text}|h:Fjernt|b:|b:`);
    await placeCaret(page, ...at);
    await page.evaluate(() => window.harness.makeNoise());
    await press(page, keys);
    const written = await page.evaluate(() => window.harness.endNoise());
    await page.waitForFunction((all) => window.harness.blocks().some((block) => block.text === all), written);
    const blocks = await blocksOf(page);
    expect(blocks.slice(0, expected.length + 1)).toEqual([...expected, 'heading:Fjernt']);
    expect(blocks.slice(expected.length + 1).sort()).toEqual(['paragraph:', `paragraph:${written}`]);
  });
}

test('B8 a letter is shown before the draft has it; the draft has it when it is painted, or when anything else happens', async ({
  editor,
}) => {
  const page = await editor.open('p:epler');
  await placeCaret(page, 'b0', 5);
  /** Types a letter; what the draft has right after its event, what the page shows then, and what the draft has after `then`. */
  const typing = async (then: 'frame' | 'handle' | 'undo' | (string & {})): Promise<unknown> => {
    const seen = await page.evaluateHandle((what) => {
      const { harness } = window;
      const look = async (): Promise<unknown> => {
        const before = harness.written()[0];
        const shown = document.querySelector('[data-block-id=b0]')?.textContent;
        if (what === 'frame') await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)));
        else if (what === 'handle') harness.handle?.blocks();
        else if (what === 'undo') harness.handle?.undo();
        else window.dispatchEvent(new Event(what));
        return [before, shown, harness.written()[0]];
      };
      // Heard as soon as the letter is on the page, and whoever hears of it from the browser has been told.
      const block = document.querySelector('[data-block-id=b0]') as Node;
      return {
        seen: new Promise((resolve) => {
          const shown = new MutationObserver(() => {
            shown.disconnect();
            resolve(look());
          });
          shown.observe(block, { characterData: true, subtree: true });
        }),
      };
    }, then);
    await page.keyboard.press('x');
    return seen.evaluate((promised) => promised.seen);
  };
  expect(await typing('frame')).toEqual(['epler', 'eplerx', 'eplerx']);
  expect(await typing('handle')).toEqual(['eplerx', 'eplerxx', 'eplerxx']);
  expect(await typing('undo')).toEqual(['eplerxx', 'eplerxxx', 'epler']);
  let text = 'epler';
  for (const event of ['keydown', 'beforeinput', 'paste', 'pointerdown', 'focusout', 'visibilitychange', 'pagehide']) {
    expect(await typing(event)).toEqual([text, `${text}x`, `${text}x`]);
    text += 'x';
  }
  expect(await blocksOf(page)).toEqual([`point:${text}`]);
});

test('B8 a letter stays where it was typed when the caret is put elsewhere before it is painted', async ({
  editor,
}) => {
  const page = await editor.open('p:epler|p:pærer');
  await placeCaret(page, 'b0', 5);
  await page.evaluate(() => {
    new MutationObserver((_, shown) => {
      shown.disconnect();
      getSelection()?.setPosition(document.querySelector('[data-block-id=b1]')?.firstChild?.firstChild ?? null, 2);
    }).observe(document.querySelector('[data-block-id=b0]') as Node, { characterData: true, subtree: true });
  });
  await page.keyboard.press('x');
  await page.keyboard.press('y');
  expect(await blocksOf(page)).toEqual(['point:eplerx', 'point:pæyrer']);
  await press(page, ['Control+z', 'Control+z']);
  expect(await blocksOf(page)).toEqual(['point:epler', 'point:pærer']);
});

test('B8 a letter that comes while the browser has not laid its chapter out stands at the caret', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:epler|h:B|p:pærer');
  await page.evaluate(async () => {
    // As a chapter is until the first frame after it was drawn.
    document.querySelector<HTMLElement>('.editor__section')?.style.setProperty('content-visibility', 'hidden');
    await window.harness.type('b1', { start: 2, end: 2 }, 'x');
  });
  expect(await blocksOf(page)).toEqual(['heading:A', 'point:epxler', 'heading:B', 'point:pærer']);
});

test('B8 a letter that the browser would put into another block than that of the caret stands at the caret', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:epler');
  // As now and then in a chapter that was not laid out yet when the caret came there: the browser tells so beforehand.
  const isPutByEditor = await page.evaluate(() => {
    window.harness.select('b1', { start: 2, end: 2 });
    const elsewhere = document.querySelector('[data-block-id=b0]')?.firstChild?.firstChild as Node;
    const range = { startContainer: elsewhere, startOffset: 0, endContainer: elsewhere, endOffset: 0 };
    const letter = new InputEvent('beforeinput', {
      ...{ inputType: 'insertText', data: 'x', bubbles: true, cancelable: true, composed: true },
      targetRanges: [new StaticRange(range)],
    });
    return document.activeElement?.dispatchEvent(letter) === false;
  });
  expect(isPutByEditor).toBe(true);
  expect(await blocksOf(page)).toEqual(['heading:A', 'point:epxler']);
});

test('E1 Ctrl+End and Ctrl+Home go to the ends of the text, past chapters that are not on the screen, and select with Shift', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:en|p:to', 40);
  await placeCaret(page, 'b0', 0);
  await press(page, ['Control+End', '»X']);
  await expect(page.locator('[data-block-id="b2-39"]')).toBeInViewport();
  await press(page, ['Control+Home', '»Y']);
  await expect(page.locator('[data-block-id="b0"]')).toBeInViewport();
  const blocks = await blocksOf(page);
  expect([blocks.length, blocks[0], blocks.at(-1)]).toEqual([120, 'heading:YA', 'point:toX']);
  await press(page, ['Control+Shift+End', '»Z']);
  expect(await blocksOf(page)).toEqual(['heading:YZ']);
});

test('E1 with Ctrl an arrow up or down goes to the start of a block, of the next or of the one before, past footnotes, and selects with Shift', async ({
  editor,
}) => {
  const page = await editor.open('h:Kapittel|p:Første punkt|p:andre punkt|p:tredje');
  await placeCaret(page, 'b1', 12);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('Note');
  await page.keyboard.press('Enter');
  const place = () =>
    page.evaluate(() => {
      const caret = window.harness.handle?.caret();
      return caret ? `${caret.block}@${caret.offset}` : null;
    });
  await placeCaret(page, 'b2', 4);
  for (const [keys, expected] of [
    ['Control+ArrowUp', 'b2@0'],
    ['Control+ArrowUp', 'b1@0'],
    ['Control+ArrowUp', 'b0@0'],
    ['Control+ArrowUp', 'b0@0'],
    ['Control+ArrowDown', 'b1@0'],
    ['Control+ArrowDown', 'b2@0'],
    ['Control+ArrowDown', 'b3@0'],
    ['Control+ArrowDown', 'b3@6'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect.poll(place, `${keys} to ${expected}`).toBe(expected);
  }
  await placeCaret(page, 'b2', 5);
  await page.keyboard.press('Control+Shift+ArrowDown');
  await page.keyboard.type('!');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Kapittel', 'point:Første punkt', 'footnote:Note', 'point:andre!tredje']);
  await page.keyboard.press('Control+Shift+ArrowUp');
  await page.keyboard.press('Delete');
  await expect
    .poll(() => blocksOf(page))
    .toEqual(['heading:Kapittel', 'point:Første punkt', 'footnote:Note', 'point:tredje']);
});

test('E1 an arrow goes to the start or the end of what is selected over several blocks, on the screen or not', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:en|p:to', 40);
  await placeCaret(page, 'b0', 0);
  await press(page, ['Control+a', 'ArrowRight', '»X', 'Control+a', 'ArrowLeft', '»Y', 'Control+a', 'ArrowDown', '»Z']);
  await expect(page.locator('[data-block-id="b2-39"]')).toBeInViewport();
  const blocks = await blocksOf(page);
  expect([blocks.length, blocks[0], blocks.at(-1)]).toEqual([120, 'heading:YA', 'point:toXZ']);
});

test('E4 what is composed over a part of a word stands in its place from its first sign, whatever letters are alike around it', async ({
  editor,
}) => {
  for (const [start, end] of [
    [6, 9],
    [3, 6],
    [5, 7],
    [3, 9],
  ] as const) {
    const page = await editor.open('p:se lenken her');
    await page.evaluate((place) => window.harness.select('b0', place), { start, end });
    const session = await page.context().newCDPSession(page);
    const expected = (signs: string): string => `se lenken her`.slice(0, start) + signs + 'se lenken her'.slice(end);
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    // The page has an invisible sign while something is composed.
    const shown = (): Promise<string> =>
      page.locator('[data-block-id=b0]').evaluate((block) => block.textContent.replaceAll('\u200b', ''));
    await expect.poll(shown).toBe(expected('´'));
    await session.send('Input.insertText', { text: 'é' });
    await page.keyboard.press('x');
    expect(await blocksOf(page)).toEqual([`point:${expected('éx')}`]);
    await page.keyboard.press('Control+z');
    expect(await blocksOf(page)).toEqual(['point:se lenken her']);
    await session.detach();
  }
});

test('E3 the line that is deleted with the command key of a Mac is the one on the screen', async ({ editor }) => {
  const words = Array.from({ length: 60 }, (_, nth) => `ord${nth}`).join(' ');
  const page = await editor.open(`p:${words}|p:to`);
  const deleteLine = (direction: string): Promise<void> =>
    page.evaluate((inputType) => {
      document.activeElement?.dispatchEvent(
        new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true }),
      );
    }, `deleteSoftLine${direction}`);
  const text = async (): Promise<string> => (await blocksOf(page))[0] ?? '';
  await page.evaluate((start) => window.harness.select('b0', { start, end: start }), words.indexOf('ord30'));
  await deleteLine('Backward');
  const left = await text();
  expect(left.startsWith('point:ord0 ord1 ')).toBe(true);
  expect(left.endsWith('ord30 ord31 '.trim() + words.slice(words.indexOf(' ord32')))).toBe(true);
  expect(left.length).toBeLessThan(`point:${words}`.length - 5);
  await press(page, ['Control+z']);
  expect(await text()).toBe(`point:${words}`);
  await page.evaluate((start) => window.harness.select('b0', { start, end: start }), words.indexOf('ord30'));
  await deleteLine('Forward');
  const before = await text();
  expect(before.startsWith(`point:${words.slice(0, words.indexOf('ord30'))}`)).toBe(true);
  expect(before.endsWith('ord58 ord59')).toBe(true);
  expect(before.length).toBeLessThan(`point:${words}`.length - 5);
});

test('E1 three clicks choose a block, and nothing of the next', async ({ editor }) => {
  const page = await editor.open('p:en|p:to|h:Tre|p:fire|p:fem');
  const choose = (block: string): Promise<void> =>
    page.locator(`[data-block-id="${block}"]`).click({ clickCount: 3, position: { x: 5, y: 8 } });
  await choose('b1');
  await press(page, ['»X', 'Alt+ArrowUp']);
  expect(await blocksOf(page)).toEqual(['point:X', 'point:en', 'heading:Tre', 'point:fire', 'point:fem']);
  await choose('b2');
  await press(page, ['»Y']);
  await choose('b3');
  await press(page, ['Shift+Tab']);
  expect(await blocksOf(page)).toEqual(['point:X', 'point:en', 'heading:Y', 'paragraph:fire', 'point:fem']);
  await choose('b0');
  await press(page, ['Delete', '»Z']);
  expect(await blocksOf(page)).toEqual(['point:X', 'point:Z', 'heading:Y', 'paragraph:fire', 'point:fem']);
});

test('E9 everything can be deleted and written anew', async ({ editor }) => {
  const page = await editor.open('t:T|h:A|p:en');
  await placeCaret(page, 'b0', 0);
  await press(page, ['Control+a', 'Backspace', '»ny']);
  expect(await blocksOf(page)).toEqual(['title:ny']);
});
