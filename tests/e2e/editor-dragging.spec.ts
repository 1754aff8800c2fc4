import type { Page } from '@playwright/test';
import { blocksOf, expect, pasteInto, placeCaret, test, type Editor } from '../support/editorPage';

interface Place {
  readonly block: string;
  readonly offset: number;
}

/** Where on the screen a place of the text is: before its letter, or at the end of the block. */
const pointOf = (page: Page, { block, offset }: Place): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate(
    ([id, at]) => {
      const element = document.querySelector(`[data-block-id="${id}"]`);
      const words = element?.firstChild?.firstChild;
      const range = document.createRange();
      if (words) range.setStart(words, at);
      else if (element) range.selectNodeContents(element);
      range.collapse(true);
      const { left, top, height } = words
        ? range.getBoundingClientRect()
        : (element ?? document.body).getBoundingClientRect();
      return { x: left + 0.5, y: top + height / 2 };
    },
    [block, offset] as const,
  );

const select = (page: Page, from: Place, to: Place): Promise<void> =>
  page.evaluate(
    ([first, last]) => {
      const wordsOf = (id: string): ChildNode | null | undefined =>
        document.querySelector(`[data-block-id="${id}"]`)?.firstChild?.firstChild;
      window.harness.handle?.focusBlock(first.block as never);
      const [a, b] = [wordsOf(first.block), wordsOf(last.block)];
      if (a && b) getSelection()?.setBaseAndExtent(a, first.offset, b, last.offset);
    },
    [from, to] as const,
  );

/** Takes hold of what is selected by a letter of it, and moves a little: the drag begins. */
async function take(page: Page, { block, offset }: Place): Promise<void> {
  const { x, y } = await pointOf(page, { block, offset });
  await page.mouse.move(x + 2, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 2, { steps: 3 });
}

async function drop(page: Page, place: Place): Promise<void> {
  const { x, y } = await pointOf(page, place);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.up();
}

async function drag(page: Page, from: Place, to: Place, target: Place): Promise<void> {
  await select(page, from, to);
  await take(page, from);
  await drop(page, target);
}

const at = (block: string, offset: number): Place => ({ block, offset });

const text = 'h:Mål|p:epler og pærer|p:plommer|h:Midler|p:kirsebær';
const open = (editor: Editor): Promise<Page> => editor.open(text);
const whole = ['heading:Mål', 'point:epler og pærer', 'point:plommer', 'heading:Midler', 'point:kirsebær'];

test('E30 words that are dragged stand where they are dropped, as cut and pasted, in one step of undo', async ({
  editor,
}) => {
  for (const [from, to, target] of [
    [at('b1', 0), at('b1', 6), at('b4', 5)],
    [at('b1', 6), at('b1', 14), at('b2', 0)],
    [at('b1', 0), at('b1', 6), at('b1', 9)],
    [at('b1', 8), at('b1', 14), at('b1', 2)],
    [at('b1', 6), at('b2', 4), at('b4', 5)],
    [at('b1', 6), at('b2', 4), at('b2', 6)],
    [at('b1', 0), at('b2', 7), at('b4', 8)],
    [at('b3', 0), at('b4', 8), at('b1', 0)],
    [at('b4', 3), at('b4', 8), at('b0', 1)],
  ] as const) {
    const page = await open(editor);
    await drag(page, from, to, target);
    await expect.poll(() => blocksOf(page)).not.toEqual(whole);
    const dragged = await blocksOf(page);
    await page.keyboard.type('X');
    const caret = (await blocksOf(page)).join('|').indexOf('X');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => blocksOf(page)).toEqual(whole);

    await select(page, from, to);
    await page.keyboard.press('Control+x');
    const after = await page.evaluate(() => window.harness.blocks().map(({ id, text: words }) => ({ id, words })));
    // Where the target is once the words are cut.
    const marked = after.some(({ id }) => id === target.block)
      ? target.block === to.block
        ? at(
            target.block,
            target.block === from.block && target.offset > from.offset
              ? target.offset - (to.offset - from.offset)
              : target.offset,
          )
        : target
      : at(from.block, from.offset + target.offset - to.offset);
    await placeCaret(page, marked.block, marked.offset);
    await page.keyboard.press('Control+v');
    await expect.poll(() => blocksOf(page), JSON.stringify([from, to, target])).toEqual(dragged);
    await page.keyboard.type('X');
    expect((await blocksOf(page)).join('|').indexOf('X')).toBe(caret);
  }
});

test('E30 with Ctrl words are copied, and dropped into themselves they stay', async ({ editor }) => {
  const page = await open(editor);
  await select(page, at('b1', 0), at('b1', 5));
  await take(page, at('b1', 0));
  await page.keyboard.down('Control');
  await drop(page, at('b2', 7));
  await page.keyboard.up('Control');
  const copied = whole.map((was) => (was === 'point:plommer' ? 'point:plommer epler' : was));
  await expect.poll(() => blocksOf(page)).toEqual(copied);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(whole);

  for (const target of [at('b1', 2), at('b1', 8), at('b2', 2), at('b2', 3)]) {
    await drag(page, at('b1', 2), at('b2', 3), target);
    expect(await blocksOf(page)).toEqual(whole);
  }
  // What is dropped beside the page, in a field, is copied there.
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 200px; height: 80px';
    document.body.append(field);
  });
  await select(page, at('b1', 0), at('b1', 5));
  await take(page, at('b1', 0));
  const field = page.locator('textarea');
  const { x, y } = (await field.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 20, y + 20, { steps: 3 });
  await page.mouse.up();
  await expect(field).toHaveValue('epler');
  expect(await blocksOf(page)).toEqual(whole);
});

test('E30 what another takes away on the way does not come back, and what they write in it goes along', async ({
  editor,
}) => {
  const page = await open(editor);
  await select(page, at('b1', 0), at('b1', 14));
  await take(page, at('b1', 0));
  await page.evaluate(() => window.harness.remote.deleteBlock('b1'));
  const left = whole.filter((was) => was !== 'point:epler og pærer');
  await expect.poll(() => blocksOf(page)).toEqual(left);
  await drop(page, at('b4', 5));
  expect(await blocksOf(page)).toEqual(left);

  const anew = await open(editor);
  await select(anew, at('b1', 6), at('b2', 4));
  await take(anew, at('b1', 6));
  await anew.evaluate(() => {
    window.harness.remote.insertText('b1', 8, ' røde');
    window.harness.remote.insertText('b4', 0, 'ny ');
    window.harness.remote.splitBlock('b0', 1);
  });
  await expect.poll(async () => (await blocksOf(anew)).join('|')).toContain('og røde pærer');
  await expect.poll(async () => (await blocksOf(anew)).join('|')).toContain('ny kirsebær');
  await drop(anew, at('b4', 8));
  const moved = ['point:epler mer', 'heading:Midler', 'point:ny kirseog røde pærer', 'point:plombær'];
  await expect.poll(async () => (await blocksOf(anew)).slice(-4)).toEqual(moved);
  await expect
    .poll(() =>
      anew.evaluate(() =>
        window.harness
          .peerBlocks()
          .slice(-4)
          .map(({ text: words }) => words),
      ),
    )
    .toEqual(moved.map((line) => line.replace(/^\w+:/u, '')));
});

test('E30 nothing is dragged out of a locked chapter or into it, and one is told why; with Ctrl it is copied', async ({
  editor,
}) => {
  const page = await open(editor);
  await page.evaluate(() => window.harness.lock('b3', 'b4'));
  const refusals = (): Promise<number> => page.evaluate(() => window.harness.refused);
  await drag(page, at('b1', 0), at('b1', 6), at('b4', 5));
  expect(await blocksOf(page)).toEqual(whole);
  expect(await refusals()).toBe(1);
  await drag(page, at('b4', 0), at('b4', 5), at('b1', 6));
  expect(await blocksOf(page)).toEqual(whole);
  expect(await refusals()).toBe(2);
  await select(page, at('b4', 0), at('b4', 5));
  await take(page, at('b4', 0));
  await page.keyboard.down('Control');
  await drop(page, at('b1', 6));
  await page.keyboard.up('Control');
  await expect.poll(() => blocksOf(page)).toEqual(whole.map((was) => was.replace('og pærer', 'kirseog pærer')));
  expect(await refusals()).toBe(2);
});

test('E30 what is dragged in from elsewhere is pasted where it is dropped, as clean as a paste, and a file is not', async ({
  editor,
}) => {
  const page = await open(editor);
  await page.evaluate(() => {
    const source = document.createElement('div');
    source.innerHTML = '<b style="color: red">rips</b>';
    source.draggable = true;
    source.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 200px; height: 80px';
    source.addEventListener('dragstart', ({ dataTransfer }) => {
      dataTransfer?.setData('text/html', '<b style="color: red" onclick="window.hacked = true">rips</b>');
      dataTransfer?.setData('text/plain', 'rips');
    });
    document.body.append(source);
  });
  await page.mouse.move(900, 860);
  await page.mouse.down();
  await page.mouse.move(880, 850, { steps: 3 });
  await drop(page, at('b4', 5));
  await expect.poll(() => blocksOf(page)).toEqual(whole.map((was) => was.replace('kirsebær', 'kirseripsbær')));
  expect(await page.locator('[data-block-id=b4] .editor__bold').allTextContents()).toEqual(['rips']);
  await page.keyboard.type('!');
  await expect.poll(() => blocksOf(page)).toEqual(whole.map((was) => was.replace('kirsebær', 'kirserips!bær')));

  const { x, y } = await pointOf(page, at('b1', 5));
  const isTaken = await page.evaluate(
    ([clientX, clientY]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['ord'], 'ord.txt', { type: 'text/plain' }));
      const event = new DragEvent('drop', { dataTransfer, clientX, clientY, bubbles: true, cancelable: true });
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [x, y] as const,
  );
  expect(isTaken).toBe(true);
  expect((await blocksOf(page))[1]).toBe(whole[1]);
});

test('E30 a footnote goes along with its marker, and not into itself', async ({ editor }) => {
  const page = await open(editor);
  await placeCaret(page, 'b1', 5);
  await page.keyboard.press('Control+Alt+f');
  await page.keyboard.type('note');
  const noteId = await page.evaluate(() => window.harness.blocks()[2]?.id ?? '');
  const noted = await blocksOf(page);
  expect(noted[2]).toBe('footnote:note');
  await drag(page, at('b1', 0), at('b1', 5), at(noteId, 2));
  expect(await blocksOf(page)).toEqual(noted);
  await drag(page, at('b1', 0), at('b1', 5), at('b4', 8));
  await expect
    .poll(() => blocksOf(page))
    .toEqual([
      'heading:Mål',
      'point:og pærer',
      'point:plommer',
      'heading:Midler',
      'point:kirsebær epler',
      'footnote:note',
    ]);
  expect(await page.evaluate(() => window.harness.markers())).toEqual([[], [], [], [], ['1@14'], []]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => blocksOf(page)).toEqual(noted);
});

test('E33 whole words that are cut, dragged and pasted keep one space between words, in one step of undo', async ({
  editor,
}) => {
  const lines = ['heading:Mål', 'point:epler, røde plommer og pærer.', 'point:kirsebær', 'point:'];
  const page = await editor.open('h:Mål|p:epler, røde plommer og pærer.|p:kirsebær|p:');
  const withPoint = (nth: number, words: string) => lines.map((was, at) => (at === nth ? `point:${words}` : was));
  const undone = async () => {
    await page.keyboard.press('Control+z');
    expect(await blocksOf(page)).toEqual(lines);
  };
  const [plommer, pærer, epler] = [
    [at('b1', 12), at('b1', 19)],
    [at('b1', 23), at('b1', 28)],
    [at('b1', 0), at('b1', 5)],
  ] as const;

  for (const [words, left] of [
    [plommer, 'epler, røde og pærer.'],
    [pærer, 'epler, røde plommer og.'],
  ] as const) {
    await select(page, ...words);
    await page.keyboard.press('Control+x');
    expect(await blocksOf(page)).toEqual(withPoint(1, left));
    // Put back where they were cut, they stand as they stood; and what is typed then comes right behind them.
    await page.keyboard.press('Control+v');
    expect(await blocksOf(page)).toEqual(lines);
    await page.keyboard.type('X');
    const typed = await page.evaluate(() => window.harness.blocks()[1]?.text);
    expect(typed).toMatch(/^epler, røde (?:plommerX og pærer|plommer og pærerX)\.$/u);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await blocksOf(page)).toEqual(lines);
  }

  await drag(page, ...plommer, at('b2', 8));
  const dragged = ['heading:Mål', 'point:epler, røde og pærer.', 'point:kirsebær plommer', 'point:'];
  await expect.poll(() => blocksOf(page)).toEqual(dragged);
  await undone();
  await drag(page, ...plommer, at('b1', 29));
  await expect.poll(() => blocksOf(page)).toEqual(withPoint(1, 'epler, røde og pærer. plommer'));
  await undone();
  await drag(page, ...epler, at('b1', 20));
  await expect.poll(() => blocksOf(page)).toEqual(withPoint(1, ', røde plommer epler og pærer.'));
  await undone();

  // Over a whole word, alone in a text, a part of a word, and into one.
  await select(page, ...plommer);
  await page.keyboard.press('Control+c');
  await select(page, at('b2', 0), at('b2', 8));
  await page.keyboard.press('Control+v');
  expect(await blocksOf(page)).toEqual(withPoint(2, 'plommer'));
  await undone();
  await placeCaret(page, 'b2', 5);
  await page.keyboard.press('Control+v');
  expect(await blocksOf(page)).toEqual(withPoint(2, 'kirseplommerbær'));
  await undone();
  await select(page, at('b2', 5), at('b2', 8));
  await page.keyboard.press('Control+v');
  expect(await blocksOf(page)).toEqual(withPoint(2, 'kirseplommer'));
  await undone();
  await select(page, at('b1', 12), at('b1', 15));
  await page.keyboard.press('Control+x');
  expect(await blocksOf(page)).toEqual(withPoint(1, 'epler, røde mmer og pærer.'));
  await placeCaret(page, 'b2', 8);
  await page.keyboard.press('Control+v');
  expect((await blocksOf(page))[2]).toBe('point:kirsebærplo');
  await page.keyboard.press('Control+z');
  await undone();

  // What comes from elsewhere has its own spaces.
  await placeCaret(page, 'b2', 8);
  await pasteInto(page, { 'text/plain': 'plommer' });
  expect(await blocksOf(page)).toEqual(withPoint(2, 'kirsebærplommer'));
});

test('E33 words with a footnote are divided from the words of the footnote that they are pasted into', async ({
  editor,
}) => {
  const page = await editor.open('p:epler og pærer|p:plommer');
  for (const [block, offset, note] of [
    ['b0', 5, 'røde'],
    ['b1', 7, 'blå'],
  ] as const) {
    await placeCaret(page, block, offset);
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type(note);
  }
  const other = await page.evaluate(() => window.harness.blocks()[3]?.id ?? '');
  await select(page, at('b0', 0), at('b0', 5));
  await page.keyboard.press('Control+c');
  await placeCaret(page, other, 3);
  await page.keyboard.press('Control+v');
  expect((await blocksOf(page)).at(-1)).toBe('footnote:blå epler (røde)');
});
