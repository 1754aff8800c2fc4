import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type LaunchApp } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** A programme of eight chapters, longer than any screen. */
const longText = [
  'Et langt program',
  ...Array.from({ length: 8 }, (_, chapter) => [
    `${chapter + 1}. Kapittel ${chapter + 1}`,
    'Legeforeningen vil arbeide for:',
    ...Array.from(
      { length: 12 },
      (_, point) => ` ${point + 1}. At sak ${chapter + 1}-${point + 1} blir løst før neste landsstyre.`,
    ),
  ]),
]
  .flat()
  .join('\n\n');

/** The path of a file with it, as a person has one. */
async function longFile(folder: string): Promise<string> {
  const file = join(folder, 'langt.txt');
  await writeFile(file, longText);
  return file;
}

async function openLongText(launchApp: LaunchApp, folder: string): Promise<{ window: Page; page: WorkspacePage }> {
  const { window } = await launchApp({ file: await longFile(folder) });
  const page = new WorkspacePage(window);
  await page.ready();
  return { window, page };
}

/** Whether the middle of the caret's line, or of what is told, is what one sees there, and not a bar laid over it. */
const isSeen = (window: Page, words: string | null): Promise<boolean> =>
  window.evaluate((wanted) => {
    const place = document.createRange();
    const selection = getSelection();
    if (selection?.focusNode == null) return false;
    place.setStart(selection.focusNode, selection.focusOffset);
    if (wanted !== null) {
      const text = [...document.querySelectorAll('[data-block-id] > *')].find((each) =>
        each.textContent.includes(wanted),
      );
      if (!text) return false;
      place.selectNodeContents(text);
    }
    // An empty block has a place, but no line of words.
    const { focusNode } = selection;
    const line = place.getClientRects()[0] ?? (focusNode instanceof Element ? focusNode.getBoundingClientRect() : null);
    if (!line) return false;
    const seen = document.elementFromPoint(line.left + 1, line.top + line.height / 2);
    return seen?.closest('[data-block-id]') != null;
  }, words);

/** Waits until a block stands still. */
async function settled(block: Locator): Promise<void> {
  await block.evaluate(async (element) => {
    for (let still = 0, last = NaN; still < 5;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { top } = element.getBoundingClientRect();
      still = top === last ? still + 1 : 0;
      last = top;
    }
  });
}

test('E1 the caret is in sight wherever keys, undo and typing bring it, and so is what is searched for with its bar', async ({
  launchApp,
  workFolder,
}) => {
  const { window, page } = await openLongText(launchApp, workFolder);
  const scrolled = async (by: number): Promise<void> => {
    const block = page.block((await page.blockAt({ chapter: 4, point: 6 })).id);
    await block.hover();
    await window.mouse.wheel(0, by);
    await expect(block).not.toBeInViewport();
  };
  await page.caretAtEndOf({ chapter: 4, point: 6 });
  for (const key of ['PageUp', 'PageUp', 'PageDown', 'PageDown', ...Array<string>(20).fill('ArrowUp')]) {
    await window.keyboard.press(key);
    await expect.poll(() => isSeen(window, null), key).toBe(true);
  }
  for (const by of [1200, -1200])
    for (const key of ['x', 'Control+z', 'Enter', 'Control+z', 'Alt+ArrowUp', 'ArrowLeft']) {
      await page.caretAtEndOf({ chapter: 4, point: 6 });
      await window.keyboard.type('y');
      await scrolled(by);
      await window.keyboard.press(key);
      await expect.poll(() => isSeen(window, null), `${key} after ${by}`).toBe(true);
    }

  await window.keyboard.press('Control+f');
  const bar = window.getByRole('search', { name: 'Søk og erstatt' });
  const field: Locator = bar.getByLabel('Søk etter');
  for (const words of ['sak 7-3 ', 'sak 1-2 ', 'sak 8-12 ']) {
    await field.fill('');
    await window.keyboard.type(words);
    await expect(bar.getByRole('status')).toHaveText('1 av 1');
    await expect.poll(() => isSeen(window, words), words).toBe(true);
    await expect(field).toBeFocused();
    await field.click({ trial: true });
  }
  await window.keyboard.press('Escape');
  // The former wording stands below the page, and takes its room from it.
  await window.keyboard.press('F9');
  await expect(window.getByRole('region', { name: 'Forrige ordlyd' })).toBeVisible();
  for (const key of [...Array<string>(12).fill('ArrowUp'), ...Array<string>(20).fill('ArrowDown')]) {
    await window.keyboard.press(key);
    await expect.poll(() => isSeen(window, null), `${key} above the former wording`).toBe(true);
  }
});

test('E1 what one sees stays where it is when all is selected, or all from far away', async ({
  launchApp,
  workFolder,
}) => {
  const file = await longFile(workFolder);
  for (const way of ['Control+a', 'a click with Shift']) {
    const running = await launchApp({ file });
    const { window } = running;
    const page = new WorkspacePage(window);
    await page.ready();
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    const seen = page.block((await page.blockAt({ chapter: 7, point: 6 })).id);
    await seen.evaluate(async (element) => {
      element.scrollIntoView({ block: 'center' });
      // What is scrolled to is laid out in the frames after.
      for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      element.scrollIntoView({ block: 'center' });
    });
    const top = async (): Promise<number> => (await seen.boundingBox())?.y ?? NaN;
    const before = await top();
    if (way === 'Control+a') await window.keyboard.press(way);
    else await seen.click({ modifiers: ['Shift'] });
    await expect
      .poll(() => window.evaluate(() => getSelection()?.toString().length ?? 0), way)
      .toBeGreaterThan(longText.length / 2);
    await window.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
    expect(Math.abs((await top()) - before), way).toBeLessThan(3);
    await running.close();
  }
});

test('E22 back from another view one is where one left the draft, and writes on there', async ({
  launchApp,
  workFolder,
}) => {
  const { window, page } = await openLongText(launchApp, workFolder);
  const { id, text } = await page.caretAtEndOf({ chapter: 6, point: 6 });
  const block = page.block(id);
  let written = text;
  const top = async (): Promise<number> => (await block.boundingBox())?.y ?? NaN;
  // The caret need not be in the middle of what one sees.
  await window.mouse.wheel(0, 150);
  await settled(block);
  const before = await top();
  for (const view of ['Fryst versjon', 'Side ved side', 'Votering']) {
    await page.view(view);
    await page.view('Utkast');
    await expect(block).toBeInViewport();
    await settled(block);
    expect(Math.abs((await top()) - before), view).toBeLessThan(3);
    await window.keyboard.type('x');
    written += 'x';
    await expect(block, view).toHaveText(written);
  }
  // By keys one is on the choice of view, and stays there.
  await page.viewChoice('Votering').focus();
  await window.keyboard.press('Enter');
  await expect(page.viewChoice('Votering')).toBeChecked();
  await page.viewChoice('Utkast').focus();
  await window.keyboard.press('Enter');
  await expect(block).toBeInViewport();
  await settled(block);
  await expect(page.viewChoice('Utkast')).toBeFocused();
});

test('E22 who asks another view for a place in the draft comes there, and not to where they left it', async ({
  launchApp,
  workFolder,
}) => {
  const { window, page } = await openLongText(launchApp, workFolder);
  const left = page.block((await page.caretAtEndOf({ chapter: 6, point: 6 })).id);
  await page.view('Side ved side');
  await window.getByRole('navigation').getByText('Kapittel 2', { exact: true }).click();
  const goal = page.text.locator('[contenteditable="true"] [data-kind="heading"]').filter({ hasText: 'Kapittel 2' });
  await expect(goal).toBeInViewport();
  await settled(goal);
  await expect(goal).toBeInViewport();
  await expect(left).not.toBeInViewport();
});

test('E1 a paragraph longer than the screen is shown where the words stand that a search finds in it', async ({
  launchApp,
  workFolder,
}) => {
  const file = join(workFolder, 'avsnitt.txt');
  const many = 'Hver setning tar plass på siden. '.repeat(200);
  await writeFile(file, `${longText}\n\n9. Siste kapittel\n\nInnledning. ${many}Midtveis. ${many}Slutten.`);
  const { window } = await launchApp({ file });
  const page = new WorkspacePage(window);
  await page.ready();
  /** Whether the search or the caret's line has brought the words to where one sees them. */
  const areSeen = (words: string): Promise<boolean> =>
    page.text.locator('.editor__page').evaluate((text, wanted) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { left, top, height } = range.getBoundingClientRect();
        return document.elementFromPoint(left + 1, top + height / 2)?.closest('[data-block-id]') != null;
      }
      return false;
    }, words);
  for (const words of ['Slutten', 'Midtveis', 'Innledning', 'Midtveis']) {
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await window.keyboard.press('Control+f');
    await window.keyboard.type(words);
    await expect.poll(() => areSeen(words), words).toBe(true);
    await window.keyboard.press('Escape');
    await expect(page.text.locator('[contenteditable="true"]')).toBeFocused();
    await expect.poll(() => areSeen(words), `${words} in the text`).toBe(true);
  }
});
