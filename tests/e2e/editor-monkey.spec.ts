import type { Page } from '@playwright/test';
import { blocksOf, expect, placeCaret, test } from '../support/editorPage';
import { seededRandom } from '../support/peers';

const keys = [
  ...['a', 'b', ' ', 'x', 'y', 'z', 'Enter', 'Enter', 'Backspace', 'Backspace', 'Delete'],
  ...[
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'Shift+ArrowRight',
    'Shift+ArrowDown',
    'Shift+ArrowUp',
  ],
  ...[
    'Alt+ArrowUp',
    'Alt+ArrowDown',
    'Tab',
    'Shift+Tab',
    'Control+z',
    'Control+y',
    'Control+Backspace',
    'Control+x',
    'Control+v',
  ],
];

for (const seed of [1, 2, 3, 4]) {
  test(`B5 seed ${seed}: whatever keys are pressed while another writes, splits, joins and moves, page and peers agree`, async ({
    editor,
  }) => {
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const page = await editor.open('t:Tittel|h:En|p:epler og bær|p:plommer|h:To|b:et avsnitt|l:Vi vil:|p:at|p:Å gå');
    await placeCaret(page, 'b2', 3);
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press(keys[below(keys.length)] ?? 'a');
      if (random() < 0.4) {
        const numbers = [below(100), below(100), below(100)] as const;
        await page.evaluate(([what, which, where]) => {
          const { remote } = window.harness;
          const blocks = window.harness.blocks();
          const id = blocks[which % Math.max(1, blocks.length)]?.id;
          const other = blocks[where % Math.max(1, blocks.length)]?.id;
          if (id === undefined || other === undefined) return;
          if (what < 50) remote.insertText(id, where % 8, 'Q');
          else if (what < 65) remote.splitBlock(id, 1 + (where % 5));
          else if (what < 78) remote.joinBlocks(id, other);
          else if (what < 95) remote.moveBlock(id, other);
          else remote.deleteBlock(id);
        }, numbers);
      }
      if (random() < 0.03) await page.evaluate((up) => window.harness.connect(up), random() < 0.5);
    }
    await page.evaluate(() => window.harness.connect(true));
    await blocksOf(page);
    expect(await page.evaluate(() => window.harness.peerBlocks())).toEqual(
      await page.evaluate(() => window.harness.blocks()),
    );
  });
}

/** What the page shows, and the draft has: words with their forms, kinds and footnotes. */
async function shownOn(page: Page): Promise<unknown> {
  await blocksOf(page);
  return page.evaluate(() => {
    const [words, markers] = [window.harness.formatted(), window.harness.markers()];
    return window.harness.blocks().map(({ kind, level }, at) => [kind, level, words[at], markers[at]]);
  });
}

const steps = async (page: Page, step: 'undo' | 'redo'): Promise<void> => {
  await page.evaluate(async (what) => {
    for (let left = 120; left > 0; left -= 1) {
      window.harness.handle?.[what]();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }, step);
};

const formsAndNotes = [
  'Control+b',
  'Control+i',
  'Control+c',
  'Control+Delete',
  'Shift+Enter',
  'Control+Alt+f',
  '-',
  '1',
];

for (const seed of [11, 12, 13, 14, 15, 16]) {
  test(`E7 seed ${seed}: whatever keys are pressed, undo of all gives what was, and redo what it had become`, async ({
    editor,
  }) => {
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const page = await editor.open(
      't:Tittel|h:En|p:epler og bær|p:plommer|h:To|b:et avsnitt|l:Vi vil:|p:at|s:Under|p:Å gå',
    );
    await placeCaret(page, 'b2', 3);
    const began = await shownOn(page);
    const possible = [...keys, ...formsAndNotes].filter((key) => !/^Control\+[zy]$/u.test(key));
    for (let step = 0; step < 50; step += 1) await page.keyboard.press(possible[below(possible.length)] ?? 'a');
    const ended = await shownOn(page);
    await steps(page, 'undo');
    expect(await shownOn(page)).toEqual(began);
    await steps(page, 'redo');
    expect(await shownOn(page)).toEqual(ended);
  });
}
