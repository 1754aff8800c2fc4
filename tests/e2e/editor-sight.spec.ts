import type { Page } from '@playwright/test';
import { blocksOf, expect, placeCaret, test } from '../support/editorPage';

/** Chapters that are taller than the screen, so that most of them have never been laid out. */
const chapters = ['h:Kapittel', ...Array.from({ length: 29 }, () => 'p:Et punkt av noen ord')].join('|');

/** The line of the caret, or the start of what is selected, is on the screen. */
const expectSeen = (page: Page, what: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const selection = getSelection();
          if (!selection || selection.rangeCount === 0) return 'nowhere';
          const { startContainer, startOffset } = selection.getRangeAt(0);
          const start = document.createRange();
          start.setStart(startContainer, startOffset);
          const element = startContainer instanceof Element ? startContainer : startContainer.parentElement;
          const line = start.getClientRects()[0] ?? element?.getBoundingClientRect();
          return line && line.top > -1 && line.bottom < window.innerHeight + 1 ? 'seen' : `at ${line?.top}`;
        }),
      what,
    )
    .toBe('seen');

/** Selects from one block to another, as a click and a click with Shift far away do. */
const selectFar = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    (ids) => {
      const [anchor, focus] = ids.map(
        (id) => document.querySelector(`[data-block-id="${id}"]`)?.firstElementChild?.firstChild,
      );
      if (!anchor || !focus) throw new Error('no such block');
      getSelection()?.setBaseAndExtent(anchor, 3, focus, 3);
      focus.parentElement?.scrollIntoView({ block: 'center' });
    },
    [from, to],
  );

test('E1 what a key does to many blocks, or takes back, is in sight', async ({ editor }) => {
  const page = await editor.open(chapters, 12);
  await placeCaret(page, 'b0-5', 3);
  const before = await blocksOf(page);
  for (const [from, to] of [
    ['b4-3', 'b4-9'],
    ['b9-4', 'b9-6'],
  ] as const)
    for (const key of ['Backspace', 'Control+x', 'Enter', 'x', 'Tab', 'Control+b']) {
      await selectFar(page, from, to);
      await page.keyboard.press(key);
      await expectSeen(page, key);
      await page.keyboard.press('Control+z');
      await expectSeen(page, `${key} taken back`);
      expect(await blocksOf(page)).toEqual(before);
    }
  // A chapter moves with all that is under it, further than a screen.
  await placeCaret(page, 'b0-7', 2);
  for (const key of ['Alt+ArrowDown', 'Alt+ArrowDown', 'Control+z', 'Alt+ArrowUp', 'Alt+ArrowUp', 'Control+z']) {
    await page.keyboard.press(key);
    await expectSeen(page, key);
  }
});

test('E1 a key that changes the block of a caret that one has scrolled away from brings it into sight', async ({
  editor,
}) => {
  const page = await editor.open(chapters, 12);
  for (const key of ['Tab', 'Delete', 'Control+b', 'Control+z']) {
    await placeCaret(page, 'b9-2', 5);
    await page.locator('[data-block-id="b0-10"]').scrollIntoViewIfNeeded();
    await expect(page.locator('[data-block-id="b9-2"]')).not.toBeInViewport();
    await page.keyboard.press(key);
    await expectSeen(page, key);
  }
});

test('E26 who leaves the window, and not the text, finds what they looked at; back from elsewhere in it they write on where they were', async ({
  editor,
}) => {
  const page = await editor.open(chapters, 12);
  await placeCaret(page, 'b9-2', 5);
  const read = page.locator('[data-block-id="b0-10"]');
  await read.scrollIntoViewIfNeeded();
  await expect(page.locator('[data-block-id="b9-2"]')).not.toBeInViewport();
  const where = await page.evaluate(async () => {
    const text = document.querySelector<HTMLElement>('[contenteditable="true"]');
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // As the browser tells it when the system brings another window to the front: the focus stays where it is in the document.
    for (const kind of ['blur', 'focus']) text?.dispatchEvent(new FocusEvent(kind));
    for (let frames = 0; frames < 10; frames += 1) await nextFrame();
    return document.activeElement === text;
  });
  expect(where).toBe(true);
  await expect(read).toBeInViewport();
  await page.evaluate(() => {
    const text = document.querySelector<HTMLElement>('[contenteditable="true"]');
    text?.blur();
    text?.focus({ preventScroll: true });
  });
  await expectSeen(page, 'the caret');
});

test('E1 in a paragraph longer than the screen it is the line that is brought into sight', async ({ editor }) => {
  const long = Array.from({ length: 400 }, (_, sentence) => `Setning ${sentence} tar plass.`).join(' ');
  const page = await editor.open(`h:A|${'p:Et punkt|'.repeat(40)}h:B|p:${long}|p:Slutt`);
  const middle = long.indexOf('Setning 200');
  const place = { block: 'b42', rangeInText: { start: middle, end: middle + 7 } };
  await page.evaluate((words) => window.harness.handle?.selectPlace(words as never), place);
  await expectSeen(page, 'a place gone to');
  for (const key of ['Control+b', 'Delete', 'Control+z', 'Enter', 'Control+z']) {
    await page.evaluate(() => window.harness.handle?.scrollToBlock('b0' as never));
    await expect(page.locator('[data-block-id="b0"]')).toBeInViewport();
    await page.keyboard.press(key);
    await expectSeen(page, key);
  }
  await placeCaret(page, 'b43', 0);
  await page.keyboard.press('Control+Home');
  await expectSeen(page, 'Control+Home');
});

test('E7 what is done again leaves the caret where it was done, wherever the caret had gone before it was taken back', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:epler|p:bær', 3);
  const caret = (): Promise<unknown> =>
    page.evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection() ?? {};
      return [anchorNode?.parentElement?.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'], anchorOffset];
    });
  const cases = [
    { keys: ['x', 'y', 'z'], at: ['b1', 5] },
    { keys: ['Backspace'], at: ['b1', 1] },
    { keys: ['Delete'], at: ['b1', 2] },
    { keys: ['Alt+ArrowDown'], at: ['b1', 2] },
    { keys: ['Control+Backspace'], at: ['b1', 0] },
  ];
  for (const { keys, at } of cases) {
    await placeCaret(page, 'b1', 2);
    for (const key of keys) await page.keyboard.press(key);
    const done = await blocksOf(page);
    expect(await caret(), keys.join()).toEqual(at);
    await placeCaret(page, 'b2-2', 1);
    await page.keyboard.press('Control+z');
    expect(await caret(), `${keys.join()} taken back`).toEqual(['b1', 2]);
    await placeCaret(page, 'b2-2', 1);
    await page.keyboard.press('Control+y');
    expect(await caret(), `${keys.join()} done again`).toEqual(at);
    expect(await blocksOf(page)).toEqual(done);
    await page.keyboard.press('Control+z');
    expect(await caret()).toEqual(['b1', 2]);
  }
});

test('E1 a key goes where it goes, also while a place that was gone to is still held in the middle', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:en|p:to', 40);
  // No frame comes before the key has been answered, as on a computer that is busy.
  await page.evaluate(() => {
    const inFrame = window.requestAnimationFrame.bind(window);
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (draw) => waiting.push(draw);
    const go = (): void => {
      window.requestAnimationFrame = inFrame;
      for (const draw of waiting) draw(performance.now());
    };
    window.addEventListener('keyup', go, { once: true });
  });
  await placeCaret(page, 'b0', 0);
  await page.keyboard.down('Control');
  await page.keyboard.down('End');
  await page.keyboard.up('End');
  await expect(page.locator('[data-block-id="b2-39"]')).toBeInViewport();
  await page.keyboard.up('Control');
});
