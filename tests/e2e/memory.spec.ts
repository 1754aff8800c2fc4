import type { CDPSession } from '@playwright/test';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** How many nodes the window holds, those that are in no page any more too. */
async function heldNodes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Memory.getDOMCounters')).nodes;
}

test('a dialog that was closed leaves nothing in memory, however often it was opened', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const cdp = await window.context().newCDPSession(window);
  const veil = window.locator('.dialog-overlay');
  const openAndClose = async (): Promise<void> => {
    await window.keyboard.press('Control+k');
    await expect(page.dialog).toBeVisible();
    // To ask the animation itself would keep it.
    await expect.poll(() => veil.evaluate((overlay) => getComputedStyle(overlay, '::before').opacity)).toBe('1');
    await window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
  };
  await openAndClose();
  const atFirst = await heldNodes(cdp);
  for (let round = 0; round < 8; round += 1) await openAndClose();
  // One palette is more than a hundred nodes; the last may still be in the hands of who drew it.
  await expect.poll(() => heldNodes(cdp)).toBeLessThan(atFirst + 200);
});
