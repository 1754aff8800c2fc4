import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';
import { WorkspacePage } from '../support/workspacePage';

/** Selects the first characters of a point, as Shift and the arrows do. */
async function selectStart(page: WorkspacePage, id: string, length: number): Promise<string> {
  await page.block(id).click();
  await page.block(id).evaluate((element, end) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, end);
  }, length);
  return page.block(id).evaluate((element, end) => element.textContent.slice(0, end), length);
}

test('CM5 CM13 words are commented on, answered, changed by a suggestion and followed, live in two windows and by keyboard', async ({
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
    await anna.window.keyboard.type('ÆØ');
    await expect(berit.block(block.id)).toHaveText(`Nye ordÆØ${block.text.slice(12)}`);
    await anna.window.keyboard.press('Control+z');
    await anna.window.keyboard.press('Control+z');
    await expect(berit.block(block.id)).toHaveText(block.text);
    await expect(threads(anna)).toHaveCount(2);
    await anna.window.keyboard.press('Control+y');
    await expect(berit.block(block.id)).toHaveText(`Nye ord${block.text.slice(12)}`);
    await expect(threads(anna)).toHaveCount(1);
    expect(quote).toBe(block.text.slice(0, 12));
  });

  await test.step('an answer to a suggestion that was settled: what stands in the text is not offered again, else it can be taken at once', async () => {
    await berit.panel.getByRole('radio', { name: 'Alle' }).click();
    const settled = (page: WorkspacePage) => threads(page).filter({ hasText: 'Nye ord' });
    const answer = async (text: string) => {
      await settled(berit).getByRole('button', { name: 'Svar' }).click();
      await berit.window.keyboard.type(text);
      await berit.window.keyboard.press('Control+Enter');
    };
    await answer('Vent litt.');
    await expect(settled(anna)).toContainText('Forslaget er tatt inn: ord fra det står i teksten.');
    await expect(settled(anna).getByRole('button', { name: 'Ta inn' })).toHaveCount(0);
    await anna.window.screenshot({ path: 'test-results/comment-taken-answered.png' });
    await settled(anna).getByRole('button', { name: 'Løst' }).click();
    await expect(settled(anna)).toHaveCount(0);
    // The former words by hand.
    await selectStart(berit, block.id, 7);
    await berit.window.keyboard.type(block.text.slice(0, 12));
    await expect(anna.block(block.id)).toHaveText(block.text);
    await answer('Nå er det som før.');
    await settled(anna).getByRole('button', { name: 'Ta inn' }).click();
    await expect(berit.block(block.id)).toHaveText(`Nye ord${block.text.slice(12)}`);
    await expect(settled(anna)).toHaveCount(0);
    await berit.panel.getByRole('radio', { name: 'Nevner meg' }).click();
  });

  await test.step('a thread is resolved, opened again, deleted and brought back', async () => {
    await threads(anna).getByRole('button', { name: 'Løst' }).click();
    await expect(threads(anna)).toHaveCount(0);
    await expect(berit.window.locator('.editor__comments')).toHaveCount(0);
    await anna.panel.getByRole('radio', { name: 'Alle' }).click();
    await anna.window.screenshot({ path: 'test-results/comment-all.png' });
    await threads(anna).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Åpne igjen' }).click();
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
    await threads(anna).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Løst' }).click();
    await expect(berit.window.locator('.editor__comments')).toHaveCount(0);
    await berit.panel.getByRole('radio', { name: 'Alle' }).click();
    await threads(berit).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Svar' }).click();
    await berit.window.keyboard.type('Nei, vent.');
    await berit.window.keyboard.press('Control+Enter');
    await expect(anna.window.locator('.editor__comments')).toHaveText('1');
    await expect(threads(anna).filter({ hasText: 'Nei, vent.' }).getByRole('button', { name: 'Løst' })).toBeVisible();
    await threads(anna).filter({ hasText: 'Ser du på dette' }).getByRole('button', { name: 'Slett' }).first().click();
    await expect(berit.window.locator('.editor__comments')).toHaveCount(0);
    await anna.panel.getByRole('button', { name: 'Angre' }).click();
    await expect(berit.window.locator('.editor__comments')).toHaveText('1');
  });
  end();
});

test('CM9 CM10 CM11 E26 by keyboard alone no comment is written into the text, what is begun stays, and the focus goes on', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { anna, berit, end } = await twoWindows(launchApp);
  const block = await anna.blockAt({ chapter: 2, point: 1 });
  const threads = anna.panel.locator('.thread');
  const press = (...keys: string[]) =>
    keys.reduce((last, key) => last.then(() => anna.window.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => anna.window.keyboard.type(text);
  const caretAt = (page: WorkspacePage, offset: number) =>
    page.block(block.id).evaluate((element, at) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (text) getSelection()?.setPosition(text, at);
    }, offset);
  const onWords = anna.panel.getByLabel('Kommentar til ordene');

  await test.step('a comment on the whole point is written in its field, and stays with the point', async () => {
    await anna.block(block.id).click();
    await caretAt(anna, 5);
    await press('Control+Alt+m');
    const field = anna.panel.getByLabel('Ny kommentar til kap. 2 pkt. 1');
    await expect(field).toBeFocused();
    await type('Om hele punktet');
    await anna.caretAtEndOf({ chapter: 4, point: 1 });
    await expect(field).toHaveValue('Om hele punktet');
    await field.focus();
    await press('Control+Enter');
    await expect(threads).toContainText(['kap. 2 pkt. 1']);
    await expect(anna.text.locator('[contenteditable="true"]')).toBeFocused();
    await expect(anna.block(block.id)).toHaveText(block.text);
  });

  await test.step('what is begun about words outlives a change of them, another tab and a way back to the text', async () => {
    const quote = await selectStart(anna, block.id, 12);
    await press('Control+Alt+m');
    await type('Kortere');
    await berit.block(block.id).click();
    await caretAt(berit, 6);
    await berit.window.keyboard.type('XX');
    const now = `${quote.slice(0, 6)}XX${quote.slice(6)}`;
    await expect(anna.panel.locator('.new-comment q')).toHaveText(now);
    await expect(onWords).toBeFocused();
    await type(', takk');
    await anna.panelTab('Endringer');
    await anna.panelTab('Kommentarer');
    await onWords.focus();
    await press('Escape', 'F6');
    for (let stops = 0; stops < 6 && !(await onWords.evaluate((field) => field === document.activeElement)); stops += 1)
      await press('Tab');
    await expect(onWords).toBeFocused();
    await press('Control+Enter');
    await expect(threads).toContainText(['Om hele punktet', 'Kortere, takk']);
    await type('ÆØ');
    await expect(anna.block(block.id)).toHaveText(`${now}ÆØ${block.text.slice(12)}`);
    await press('Control+z');
  });

  await test.step('the focus goes on amongst the threads, and back to the text where one was', async () => {
    await press('Alt+F8', 'Alt+F8', 'F6');
    const looked = threads.filter({ hasText: 'Kortere, takk' });
    await expect(looked).toBeFocused();
    await looked.getByRole('button', { name: 'Svar' }).focus();
    await press('Enter');
    await type('Mitt svar');
    await press('Control+Enter');
    await expect(looked).toBeFocused();
    await press('Shift+F6');
    await type('Å');
    await expect(anna.block(block.id)).toHaveText(/^Å/u);
    await press('Control+z');
    await looked.getByRole('button', { name: 'Slett' }).last().focus();
    await press('Enter');
    await expect(looked).toBeFocused();
    await expect(looked).not.toContainText('Mitt svar');
    const other = threads.filter({ hasText: 'Om hele punktet' });
    await looked.getByRole('button', { name: 'Slett' }).focus();
    await press('Enter');
    await expect(other).toBeFocused();
    await anna.panel.getByRole('button', { name: 'Angre' }).focus();
    await press('Enter');
    await expect(looked).toBeFocused();
  });

  await test.step('an answer outlives the thread that another takes away', async () => {
    await selectStart(berit, block.id, 5);
    await berit.window.keyboard.press('Control+Alt+m');
    await berit.window.keyboard.type('Fra Berit');
    await berit.window.keyboard.press('Control+Enter');
    await threads.filter({ hasText: 'Fra Berit' }).getByRole('button', { name: 'Svar' }).focus();
    await press('Enter');
    await type('Enig i det');
    await berit.panel
      .locator('.thread')
      .filter({ hasText: 'Fra Berit' })
      .getByRole('button', { name: 'Slett' })
      .click();
    await expect(threads.filter({ hasText: 'Fra Berit' })).toContainText('Kommentaren er slettet');
    await expect(anna.panel.getByLabel('Svaret ditt')).toBeFocused();
    await press('Control+Enter');
    await expect(berit.panel.locator('.thread').filter({ hasText: 'Enig i det' })).toHaveCount(1);
  });

  await test.step('both halves of a divided comment are described as having it', async () => {
    const far = await anna.blockAt({ chapter: 3, point: 1 });
    await selectStart(anna, far.id, 20);
    await press('Control+Alt+m');
    await type('Delt');
    await press('Control+Enter');
    await expect(anna.block(far.id)).toHaveAttribute('aria-description', /1 kommentar/);
    await anna.block(far.id).evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      if (text) getSelection()?.setPosition(text, 10);
    });
    await press('Enter');
    const second = await anna.blockAt({ chapter: 3, point: 2 });
    for (const half of [far, second])
      await expect(anna.block(half.id)).toHaveAttribute('aria-description', /1 kommentar/);
  });
  end();
});

test('CM12 what is said about words goes along where they are cut and pasted, with the words or with their points', async ({
  launchApp,
}) => {
  test.setTimeout(120_000);
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const threads = page.panel.locator('.thread');
  const [one, two, elsewhere] = [
    await page.blockAt({ chapter: 2, point: 1 }),
    await page.blockAt({ chapter: 2, point: 2 }),
    await page.blockAt({ chapter: 4, point: 1 }),
  ];
  const isSaidAt = async (id: string) => {
    await expect(page.block(id)).toHaveAttribute('aria-description', /1 kommentar/);
    await expect(threads).toHaveCount(1);
    await expect(threads).not.toContainText('Ordene er borte');
  };

  const quote = await selectStart(page, one.id, 12);
  await window.keyboard.press('Control+Alt+m');
  await window.keyboard.type('Er dette rett?');
  await window.keyboard.press('Control+Enter');
  await isSaidAt(one.id);

  await test.step('some words', async () => {
    await selectStart(page, one.id, 16);
    await window.keyboard.press('Control+x');
    await page.block(elsewhere.id).click();
    await window.keyboard.press('End');
    await window.keyboard.press('Control+v');
    await expect(page.block(elsewhere.id)).toContainText(quote);
    await isSaidAt(elsewhere.id);
    await expect(page.block(one.id)).not.toHaveAttribute('aria-description', /kommentar/);
    await window.keyboard.press('Control+z');
    await window.keyboard.press('Control+z');
    await expect(page.block(one.id)).toHaveText(one.text);
    await isSaidAt(one.id);
  });

  await test.step('two points', async () => {
    await page.block(one.id).click();
    await page.block(one.id).evaluate((from, to) => {
      const last = document.querySelector(`[data-block-id="${to}"]`);
      const words = (within: Element) => document.createTreeWalker(within, NodeFilter.SHOW_TEXT).nextNode();
      const [start, end] = [words(from), last && words(last)];
      if (start && end) getSelection()?.setBaseAndExtent(start, 0, end, end.textContent?.length ?? 0);
    }, two.id);
    await window.keyboard.press('Control+x');
    await page.block(elsewhere.id).click();
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+v');
    const pasted = page.text.locator('[data-block-id]', { hasText: one.text });
    await expect(pasted).toHaveAttribute('aria-description', /1 kommentar/);
    await expect(threads).toContainText(['4 pkt. 2']);
  });
});

test('CM14 what is begun to be said outlives the program, about the same words, and is sent then', async ({
  launchApp,
}) => {
  test.setTimeout(120_000);
  const first = await launchApp();
  const page = new WorkspacePage(first.window);
  await page.ready();
  const [one, two] = [await page.blockAt({ chapter: 2, point: 1 }), await page.blockAt({ chapter: 2, point: 2 })];
  const quote = await selectStart(page, one.id, 12);

  await test.step('an answer, and a suggestion about other words', async () => {
    await first.window.keyboard.press('Control+Alt+m');
    await first.window.keyboard.type('Er dette rett?');
    await first.window.keyboard.press('Control+Enter');
    await page.panel.locator('.thread').getByRole('button', { name: 'Svar' }).click();
    await first.window.keyboard.type('Ja, i det minste');
    await selectStart(page, two.id, 9);
    await first.window.keyboard.press('Control+Alt+m');
    await first.window.keyboard.type('Slik er det');
    await page.panel.getByRole('button', { name: 'Foreslå annen tekst' }).click();
    await page.panel.getByLabel('Teksten du foreslår').fill('Andre ord');
    const kept = () => readFile(join(first.userData, 'settings.json'), 'utf8');
    await expect.poll(kept).toContain('Andre ord');
    await first.kill();
  });

  const second = await launchApp({ userData: first.userData });
  const again = new WorkspacePage(second.window);
  await again.ready();
  await again.panelTab('Kommentarer');
  const thread = again.panel.locator('.thread').filter({ hasText: quote });

  await test.step('all of it is there, and takes no focus', async () => {
    await expect(again.panel.getByLabel('Kommentar til ordene')).toHaveValue('Slik er det');
    await expect(again.panel.getByLabel('Teksten du foreslår')).toHaveValue('Andre ord');
    await expect(again.panel.locator('.new-comment q')).toHaveText(two.text.slice(0, 9));
    await expect(thread.getByLabel('Svaret ditt')).toHaveValue('Ja, i det minste');
    await expect(again.panel.locator('textarea:focus')).toHaveCount(0);
    expect(await axeFindings(second.window)).toEqual([]);
  });

  await test.step('sent, it stands where it was begun, and is begun no longer', async () => {
    await again.panel.getByLabel('Kommentar til ordene').focus();
    await second.window.keyboard.press('Control+Enter');
    await thread.getByLabel('Svaret ditt').focus();
    await second.window.keyboard.press('Control+Enter');
    await expect(thread).toContainText('Ja, i det minste');
    await expect(again.block(two.id)).toHaveAttribute('aria-description', /1 kommentar/);
    await expect.poll(() => readFile(join(first.userData, 'settings.json'), 'utf8')).not.toContain('Andre ord');
    await again.panel
      .locator('.thread')
      .filter({ hasText: 'Slik er det' })
      .getByRole('button', { name: 'Ta inn' })
      .click();
    await expect(again.block(two.id)).toHaveText(`Andre ord${two.text.slice(9)}`);
  });
});
