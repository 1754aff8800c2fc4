import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';
import type { WorkspacePage } from '../support/workspacePage';

/** Selects the first characters of a point, as Shift and the arrows do. */
async function selectStart(page: WorkspacePage, id: string, length: number): Promise<string> {
  await page.block(id).click();
  await page.block(id).evaluate((element, end) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, end);
  }, length);
  return page.block(id).evaluate((element, end) => element.textContent.slice(0, end), length);
}

test('words are commented on, answered, changed by a suggestion and followed, live in two windows and by keyboard', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { anna, berit, end } = await twoWindows(launchApp);
  const spot = { chapter: 2, point: 1 };
  const block = await anna.blockAt(spot);
  const threads = (page: WorkspacePage) => page.panel.locator('.thread');

  await test.step('Anna remarks on words, and mentions Berit', async () => {
    const quote = await selectStart(anna, block.id, 12);
    await anna.window.keyboard.press('Control+Alt+m');
    const field = anna.panel.getByLabel('Kommentar til ordene');
    await expect(field).toBeFocused();
    await anna.window.keyboard.type('Ser du på dette, @Be');
    await expect(anna.panel.getByRole('option', { name: 'Berit' })).toBeVisible();
    await anna.window.screenshot({ path: 'test-results/comment-mention.png' });
    await anna.window.keyboard.press('Enter');
    await expect(field).toHaveValue('Ser du på dette, @Berit ');
    await anna.window.keyboard.press('Control+Enter');
    await expect(threads(anna)).toContainText([quote]);
    await expect(threads(anna)).toContainText(['@Berit']);
  });

  await test.step('Berit is told, sees the words marked, and answers', async () => {
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
    await expect(berit.block(block.id)).toHaveAttribute('aria-description', /1 kommentar/);
    await berit.block(block.id).click();
    await berit.window.keyboard.press('Alt+F8');
    await berit.panel.getByRole('radio', { name: 'Nevner meg' }).click();
    await expect(threads(berit)).toHaveCount(1);
    await threads(berit).getByRole('button', { name: 'Svar' }).click();
    await berit.window.keyboard.type('Ja, i kveld.');
    await berit.window.keyboard.press('Control+Enter');
    await expect(threads(anna)).toContainText(['Ja, i kveld.']);
  });

  await test.step('the thread goes with its words when the point is moved and divided', async () => {
    await anna.block(block.id).click();
    await anna.window.keyboard.press('Alt+ArrowDown');
    await anna.block(block.id).evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (text) getSelection()?.setPosition(text, 6);
    });
    await anna.window.keyboard.press('Enter');
    await expect(threads(berit)).toContainText(['pkt. 2']);
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
    // What was changed is marked when the writing pauses.
    const shown = anna.window.locator('.editor__badge, .editor__comments');
    await expect.poll(() => shown.count()).toBeGreaterThan(2);
    const signs = await shown.evaluateAll((all) =>
      all
        .map((sign) => sign.getBoundingClientRect())
        .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    );
    const over = signs.filter((sign, index) =>
      signs
        .slice(index + 1)
        .some(
          (other) =>
            sign.left < other.right && other.left < sign.right && sign.top < other.bottom && other.top < sign.bottom,
        ),
    );
    expect(over).toEqual([]);
    await anna.window.keyboard.press('Control+z');
    await expect(anna.block(block.id)).toHaveText(block.text);
  });

  await test.step('Berit proposes other words; Anna takes them with one key, and undo gives them back', async () => {
    await expect(berit.block(block.id)).toHaveText(block.text);
    const quote = await selectStart(berit, block.id, 12);
    await berit.window.keyboard.press('Control+Alt+m');
    await berit.panel.getByRole('button', { name: 'Foreslå annen tekst' }).click();
    await berit.panel.getByLabel('Teksten du foreslår').fill('Nye ord');
    await berit.window.screenshot({ path: 'test-results/comment-suggestion.png' });
    await berit.panel.getByRole('button', { name: 'Legg til forslaget' }).click();
    await expect(threads(anna)).toHaveCount(2);
    await anna.block(block.id).click();
    await anna.block(block.id).evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (text) getSelection()?.setPosition(text, 4);
    });
    await anna.window.screenshot({ path: 'test-results/comment-threads.png' });
    expect(await axeFindings(anna.window)).toEqual([]);
    await anna.window.keyboard.press('Alt+Enter');
    await expect(berit.block(block.id)).toHaveText(`Nye ord${block.text.slice(12)}`);
    await expect(threads(anna)).toHaveCount(1);
    await anna.window.keyboard.press('Control+z');
    await expect(berit.block(block.id)).toHaveText(block.text);
    await expect(threads(anna)).toHaveCount(2);
    await anna.window.keyboard.press('Control+y');
    await expect(berit.block(block.id)).toHaveText(`Nye ord${block.text.slice(12)}`);
    await expect(threads(anna)).toHaveCount(1);
    expect(quote).toBe(block.text.slice(0, 12));
  });

  await test.step('a thread is resolved, opened again, deleted and brought back', async () => {
    await threads(anna).getByRole('button', { name: 'Løst' }).click();
    await expect(threads(anna)).toHaveCount(0);
    await expect(berit.window.locator('.editor__comments')).toHaveCount(0);
    await anna.panel.getByRole('radio', { name: 'Alle' }).click();
    await anna.window.screenshot({ path: 'test-results/comment-all.png' });
    await threads(anna).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Åpne igjen' }).click();
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
    await threads(anna).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Slett' }).first().click();
    await expect(berit.window.locator('.editor__comments')).toHaveCount(0);
    await anna.panel.getByRole('button', { name: 'Angre' }).click();
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
  });
  end();
});
