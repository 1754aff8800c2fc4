import type { RunningApp } from '../support/electronApp';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

const clipboardOf = ({ app }: RunningApp): Promise<string> =>
  app.evaluate(async ({ clipboard }) => clipboard.readText());

test('E8 E21 a frozen text shows where a footnote is called, and what is copied from it is its points with numbers and footnotes, and nothing that stands beside them', async ({
  launchApp,
}) => {
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const first = await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' og mer enn det som får plass på en linje på papir');
  await window.keyboard.press('Control+Alt+f');
  await window.keyboard.type('Noten.');
  await window.keyboard.press('Enter');
  const second = await page.blockAt({ chapter: 1, point: 2 });
  await running.menu('programme.freeze');
  await page.dialog.getByRole('button', { name: /^Frys som/u }).click();
  await expect(page.dialog.getByRole('button', { name: /^Frys som/u })).toHaveCount(0);
  if (await page.dialog.isVisible()) await window.keyboard.press('Escape');
  await expect(page.dialog).toHaveCount(0);
  await page.frozenView();
  await page.block(first.id).click();
  await expect(page.block(first.id).getByRole('button')).toBeVisible();

  const marker = page.block(first.id).locator('.note-mark');
  expect(await marker.evaluate((mark) => getComputedStyle(mark, '::after').content)).toBe('"1"');

  const copy = async (from: string, to: string): Promise<void> => {
    await window.evaluate(
      ([start = '', end = '']) => {
        const [a, b] = [start, end].map((id) => document.querySelector(`main [data-block-id="${id}"]`));
        if (a && b) getSelection()?.setBaseAndExtent(a, 0, b, b.childNodes.length);
      },
      [from, to],
    );
    await window.keyboard.press('Control+c');
  };
  await copy(first.id, second.id);
  const words = `${first.text} og mer enn det som får plass på en linje på papir`;
  await expect
    .poll(async () => (await clipboardOf(running)).replaceAll('\r', ''))
    .toBe(`1. ${words}[1]\n2. ${second.text}\n\n[1] Noten.`);

  await page.view('Utkast');
  const last = await page.caretAtEndOf({ chapter: 2, point: 1 });
  await window.keyboard.press('Control+v');
  await expect
    .poll(async () => {
      const blocks = await page.blocks();
      const at = blocks.findIndex(({ id }) => id === last.id);
      return blocks.slice(at, at + 4).map(({ kind, text }) => `${kind}:${text}`);
    })
    .toEqual([`point:${last.text}`, `point:${words}`, 'footnote:Noten.', `point:${second.text}`]);
});
