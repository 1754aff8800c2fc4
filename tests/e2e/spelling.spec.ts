import { expect, test } from '../support/electronApp';
import { axeFindings } from '../support/axe';
import { WorkspacePage } from '../support/workspacePage';

test('misspelled words are marked while one writes, put right by F7 and by the right button, and one’s own are learnt', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const marked = () =>
    window.evaluate(() =>
      [...(CSS.highlights.get('editor-misspelled') ?? [])].map((range) => (range as Range).toString()),
    );

  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Vi har arbedsprogram og helsetjeneseten og zorgelmo.');
  await expect
    .poll(marked, { timeout: 20_000 })
    .toEqual(expect.arrayContaining(['arbedsprogram', 'helsetjeneseten', 'zorgelmo']));
  // The association's own name stands in the title.
  expect(await marked()).not.toContain('Havnefogdforbundet');

  const bar = window.getByRole('group', { name: 'Stavekontroll' });
  const textOf = async () => (await page.blockAt({ chapter: 1, point: 1 })).text;
  await window.keyboard.press('F7');
  const goTo = async (word: string) => {
    await expect(async () => {
      if ((await bar.locator('strong').textContent()) !== word) await window.keyboard.press('F7');
      expect(await bar.locator('strong').textContent()).toBe(word);
    }).toPass();
  };
  await goTo('arbedsprogram');
  await bar.getByRole('button', { name: 'arbeidsprogram', exact: true }).click();
  await expect.poll(textOf).toContain('Vi har arbeidsprogram og');
  await goTo('zorgelmo');
  expect(await axeFindings(window)).toEqual([]);
  await bar.getByRole('button', { name: 'Legg til i ordlisten min' }).click();
  await expect.poll(marked).not.toContain('zorgelmo');
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  await page.caretAtEndOf({ chapter: 1, point: 1 });
  const [x, y] = await window.evaluate(() => {
    const word = [...(CSS.highlights.get('editor-misspelled') ?? [])].find(
      (range) => (range as Range).toString() === 'helsetjeneseten',
    );
    const rect = (word as Range).getBoundingClientRect();
    return [rect.x + rect.width / 2, rect.y + rect.height / 2] as const;
  });
  await window.mouse.click(x, y, { button: 'right' });
  await window.getByRole('menuitem', { name: 'helsetjenesten', exact: true }).click();
  await expect.poll(textOf).toContain('og helsetjenesten og zorgelmo.');
  await expect.poll(marked).not.toContain('helsetjeneseten');

  await window.keyboard.press('Control+z');
  await expect.poll(textOf).toContain('og helsetjeneseten og zorgelmo.');
  await expect.poll(marked).toContain('helsetjeneseten');

  // Out of sight they cost a key nothing, and they are there again when one comes back.
  const blocks = window.locator('[contenteditable="true"] [data-block-id]');
  await blocks.last().scrollIntoViewIfNeeded();
  await expect.poll(marked).not.toContain('helsetjeneseten');
  await blocks.first().scrollIntoViewIfNeeded();
  await expect.poll(marked).toContain('helsetjeneseten');
});
