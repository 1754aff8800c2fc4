import type { Page } from '@playwright/test';
import { blocksOf, expect, placeCaret, test } from '../support/editorPage';

/** Waits until both peers have the same. */
const settled = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((wanted) => window.harness.blocks().length === wanted, count);

test('E10 the caret goes with its words when another splits, joins and moves the block', async ({ editor }) => {
  const page = await editor.open('p:epler og bær|p:plommer');
  await placeCaret(page, 'b0', 8);
  await page.evaluate(() => window.harness.remote.insertText('b0', 0, '>> '));
  await page.waitForFunction(() => window.harness.blocks()[0]?.text.startsWith('>>'));
  await page.keyboard.type('1');
  expect(await blocksOf(page)).toEqual(['point:>> epler og1 bær', 'point:plommer']);
  await page.evaluate(() => window.harness.remote.splitBlock('b0', 8));
  await settled(page, 3);
  await page.keyboard.type('2');
  expect(await blocksOf(page)).toEqual(['point:>> epler', 'point: og12 bær', 'point:plommer']);
  await page.evaluate(() => window.harness.remote.moveBlock('remote0', 'b1'));
  await page.waitForFunction(() => window.harness.blocks()[2]?.id === 'remote0');
  await page.keyboard.type('3');
  expect(await blocksOf(page)).toEqual(['point:>> epler', 'point:plommer', 'point: og123 bær']);
  await page.evaluate(() => window.harness.remote.joinBlocks('b1', 'remote0'));
  await settled(page, 2);
  await page.keyboard.type('4');
  expect(await blocksOf(page)).toEqual(['point:>> epler', 'point:plommer og1234 bær']);
});

test('E10 others typing at the caret do not push it', async ({ editor }) => {
  const page = await editor.open('p:ab');
  await placeCaret(page, 'b0', 1);
  await page.evaluate(() => window.harness.remote.insertText('b0', 1, 'XX'));
  await page.waitForFunction(() => window.harness.blocks()[0]?.text === 'aXXb');
  await page.keyboard.type('c');
  expect(await blocksOf(page)).toEqual(['point:acXXb']);
});

test('E10 the caret goes to the end of what stood before it when another deletes its block, or its chapter', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:en|p:to|h:B|p:tre|p:fire|h:C|p:fem');
  await placeCaret(page, 'b5', 2);
  await page.evaluate(() => window.harness.remote.deleteBlock('b5'));
  await settled(page, 7);
  await page.keyboard.type('1');
  expect((await blocksOf(page)).slice(3, 6)).toEqual(['heading:B', 'point:tre1', 'heading:C']);
  await page.keyboard.press('ArrowUp');
  await page.evaluate(() => {
    window.harness.remote.deleteBlock('b3');
    window.harness.remote.deleteBlock('b4');
  });
  await settled(page, 5);
  await page.keyboard.type('2');
  expect(await blocksOf(page)).toEqual(['heading:A', 'point:en', 'point:to2', 'heading:C', 'point:fem']);
});

/** Writes offline in the second block, which another deletes meanwhile. */
async function writeInDeleted(page: Page): Promise<void> {
  await page.evaluate(() => window.harness.connect(false));
  await placeCaret(page, 'b1', 2);
  await page.keyboard.type(' viktig');
  await page.evaluate(() => {
    window.harness.remote.deleteBlock('b1');
    window.harness.connect(true);
  });
}

test('E11 what one writes offline in a block that another deletes is offered back', async ({ editor }) => {
  const page = await editor.open('p:en|p:to|p:tre');
  await writeInDeleted(page);
  expect(await blocksOf(page)).toEqual(['point:en', 'point: viktig', 'point:tre']);
  await expect(page.locator('[data-block-id=b1]')).toHaveAttribute('data-rescued', 'true');
  await page.getByRole('button', { name: 'Behold' }).click();
  await expect(page.locator('[data-block-id=b1]')).not.toHaveAttribute('data-rescued', 'true');
  expect(await blocksOf(page)).toEqual(['point:en', 'point: viktig', 'point:tre']);
});

for (const { choice, expected } of [
  { choice: 'Behold', expected: ['point:en', 'point: viktig!', 'point:tre'] },
  { choice: 'Slett', expected: ['point:en!', 'point:tre'] },
]) {
  test(`E11 one writes on in the text after «${choice}», whose button is gone, and undoes it`, async ({ editor }) => {
    const page = await editor.open('p:en|p:to|p:tre');
    await writeInDeleted(page);
    await page.getByRole('button', { name: choice }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: choice })).toHaveCount(0);
    await page.keyboard.type('!');
    expect(await blocksOf(page)).toEqual(expected);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await blocksOf(page)).toEqual(['point:en', 'point: viktig', 'point:tre']);
    await expect(page.locator('[data-block-id=b1]')).toHaveAttribute('data-rescued', 'true');
  });
}

test('E12 text that gets into the page without the editor is saved to the model, and the page is drawn anew', async ({
  editor,
}) => {
  const page = await editor.open('h:A|p:en|p:to');
  await placeCaret(page, 'b1', 2);
  await page.evaluate(() => {
    // As a browser extension might do it.
    const text = document.querySelector('[data-block-id=b1] span')?.firstChild;
    if (text) text.nodeValue = 'en fra en utvidelse';
    document.querySelector('[data-block-id=b2]')?.remove();
    const stray = document.createElement('p');
    stray.textContent = 'fremmed';
    document.querySelector('.editor__section')?.append(stray);
  });
  await expect.poll(() => blocksOf(page)).toContain('point:to');
  const blocks = await blocksOf(page);
  expect(blocks.filter((block) => block !== 'paragraph:fremmed')).toEqual([
    'heading:A',
    'point:en fra en utvidelse',
    'point:to',
  ]);
});

for (const { where, text, offset, expected } of [
  { where: 'within a text', text: 'p:caf og te', offset: 3, expected: '>>café! og te' },
  { where: 'at the end of a text', text: 'p:caf', offset: 3, expected: '>>café!' },
  { where: 'in an empty block', text: 'p:', offset: 0, expected: 'é!>>' },
]) {
  for (const lag of [0, 60]) {
    test(`E13 a dead key ${where}, ${lag} ms after another key, writes once while another writes there too`, async ({
      editor,
    }) => {
      const page = await editor.open(text);
      await placeCaret(page, 'b0', offset);
      await page.evaluate((lagMs) => new Promise((resolve) => setTimeout(resolve, lagMs)), lag);
      if (lag === 0) await page.keyboard.press('Shift');
      const session = await page.context().newCDPSession(page);
      await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
      await page.evaluate(() => window.harness.remote.insertText('b0', 0, '>>'));
      await page.waitForFunction(() => window.harness.blocks()[0]?.text.includes('>>'));
      await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
      await session.send('Input.insertText', { text: 'é' });
      await page.keyboard.type('!');
      await expect.poll(() => blocksOf(page)).toEqual([`point:${expected}`]);
    });
  }
}

test('E13 a composition over a selection of several blocks takes its place', async ({ editor }) => {
  const page = await editor.open('p:en|p:to|p:tre');
  await placeCaret(page, 'b0', 1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
  await session.send('Input.insertText', { text: 'é' });
  await expect.poll(() => blocksOf(page)).toEqual(['point:eére']);
});

test('E14 foreign HTML becomes clean blocks, and nothing of it runs', async ({ editor }) => {
  const page = await editor.open('p:start|p:slutt');
  await placeCaret(page, 'b0', 5);
  const hostile = [
    '<h2>Over<script>window.hacked = true</script>skrift</h2>',
    '<p onclick="window.hacked=true">Et <b>avsnitt</b>&nbsp;med <a href="javascript:window.hacked=true">lenke</a></p>',
    '<ul><li><p>første</p></li><li>andre<img src=x onerror="window.hacked=true"></li></ul>',
    '<svg onload="window.hacked=true"><text>tegning</text></svg><style>p{display:none}</style>',
    '<iframe srcdoc="<script>parent.hacked=true</script>"></iframe><math><mtext></mtext></math>',
    '<table><tr><td>a</td><td>b</td></tr></table>',
  ].join('');
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', 'ren tekst');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, hostile);
  expect(await blocksOf(page)).toEqual([
    'point:start',
    'heading:Overskrift',
    'paragraph:Et avsnitt\u00a0med lenke',
    'point:første',
    'point:andre',
    'paragraph:a b',
    'point:slutt',
  ]);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
});

test('E14 plain lines become blocks, numbers in front of them are taken off', async ({ editor }) => {
  const page = await editor.open('h:A|b:');
  await placeCaret(page, 'b1', 0);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Innledning\r\n\r\n1. første\n2) andre\n• tredje');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  expect(await blocksOf(page)).toEqual([
    'heading:A',
    'paragraph:Innledning',
    'point:første',
    'point:andre',
    'point:tredje',
  ]);
});

test('E14 a picture pasted as letters is not shaped as a word: for each of its lines that would take all of it anew', async ({
  editor,
}) => {
  const page = await editor.open('h:A|b:ord');
  await placeCaret(page, 'b1', 3);
  const block = page.locator('[data-block-id="b1"]');
  await expect(block).not.toHaveCSS('font-kerning', 'none');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'fi'.repeat(50_000));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(block).toHaveCSS('font-kerning', 'none');
  await page.keyboard.type('x');
  expect((await blocksOf(page))[1]?.length).toBe('paragraph:ordx'.length + 100_000);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(block).not.toHaveCSS('font-kerning', 'none');
});

test('E15 a point is moved by its handle, and the numbers follow', async ({ editor }) => {
  const page = await editor.open('h:A|p:en|p:to|p:tre');
  const box = async (id: string) =>
    (await page.locator(`[data-block-id=${id}]`).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const from = await box('b3');
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  const handle = page.getByRole('button', { name: /^Flytt/u });
  await expect(handle).toBeVisible();
  await handle.hover();
  await page.mouse.down();
  const to = await box('b1');
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 3, { steps: 4 });
  await page.mouse.up();
  expect(await blocksOf(page)).toEqual(['heading:A', 'point:tre', 'point:en', 'point:to']);
  expect(
    await page.locator('[data-kind=point]').evaluateAll((all) => all.map((one) => one.getAttribute('data-number'))),
  ).toEqual(['1', '2', '3']);
});

test('E16 nothing can be changed where one may only read', async ({ editor }) => {
  const page = await editor.open('p:en|p:to');
  await placeCaret(page, 'b0', 1);
  await page.evaluate(() => window.harness.setReadOnly(true));
  await expect(page.locator('.editor__page')).toHaveAttribute('contenteditable', 'false');
  for (const key of ['x', 'Enter', 'Backspace', 'Alt+ArrowDown', 'Control+z']) await page.keyboard.press(key);
  expect(await blocksOf(page)).toEqual(['point:en', 'point:to']);
});

test('E16 a text that one may only read is reached with Tab, and scrolled by keys', async ({ editor }) => {
  const page = await editor.open(Array.from({ length: 80 }, (_, at) => `p:punkt ${at}`).join('|'));
  await page.evaluate(() => window.harness.setReadOnly(true));
  const text = page.locator('.editor__page');
  await expect(text).toHaveAttribute('contenteditable', 'false');
  await page.keyboard.press('Tab');
  await expect(text).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.locator('[data-block-id=b79]')).toBeInViewport();
});

test('E17 marks and numbers are shown and are no part of the text', async ({ editor }) => {
  const page = await editor.open('h:A|p:ny tekst her|p:to');
  await page.evaluate(() => {
    const mark = { struckBefore: ['Strøket punkt.'], movedFrom: null, openAmendments: 1, status: 'reworded' } as const;
    window.harness.setMarks(
      [
        [
          'b1',
          {
            ...mark,
            tokens: [
              ['-', 'gammel '],
              ['+', 'ny '],
              ['=', 'tekst her'],
            ],
          },
        ],
      ],
      'words',
    );
  });
  const block = page.locator('[data-block-id=b1]');
  await expect(block).toHaveAttribute('data-mark', 'reworded');
  await expect(block).toHaveAttribute('aria-description', 'Omskrevet. Strøket her: 1. 1 åpent forslag');
  await expect(page.locator('[data-block-id=b0]')).toHaveAttribute('data-struck-words', '[Strøket punkt.]');
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('editor-new-words') ?? [])].map(String)))
    .toEqual(['ny ']);
  await placeCaret(page, 'b0', 0);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1 A\n1. ny tekst her\n2. to');
  expect(await blocksOf(page)).toEqual(['heading:A', 'point:ny tekst her', 'point:to']);
});
