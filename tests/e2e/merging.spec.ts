import { axeFindings } from '../support/axe';
import { cuttableLink } from '../support/cuttableLink';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';
import type { WorkspacePage } from '../support/workspacePage';

test('what one deletes while another writes in it without a network is kept, listed and settled by a person', async ({
  launchApp,
}) => {
  test.setTimeout(240_000);
  const links: Awaited<ReturnType<typeof cuttableLink>>[] = [];
  const { anna, berit, apps } = await twoWindows(launchApp, async (invitation) => {
    const link = await cuttableLink(new URL(invitation).origin);
    links.push(link);
    return invitation.replace(new URL(invitation).origin, link.url);
  });
  // Chromium reports every connection that the cut refused.
  apps[1].expectErrors();
  const [link] = links;
  link?.cut();
  await expect(berit.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'offline');
  const spot = { chapter: 3, point: 2 };
  const block = await berit.caretAtEndOf(spot);
  await berit.window.keyboard.type(' Skrevet uten nett.');
  await expect(berit.window.locator('[data-connection]')).toContainText(/Frakoblet, \d+ endring(er)? venter/);
  await anna.selectAllOf(block.id);
  await anna.window.keyboard.press('Delete');
  await anna.window.keyboard.press('Backspace');
  await expect(anna.block(block.id)).toHaveCount(0);

  link?.mend();
  for (const page of [anna, berit]) {
    await expect(page.window.getByRole('button', { name: '1 sted bør ses på' })).toBeVisible({ timeout: 60_000 });
    await expect(page.block(block.id)).toHaveText(' Skrevet uten nett.');
  }
  await expect(berit.window.locator('[data-announced]')).toHaveCount(1);
  await anna.window.getByRole('button', { name: '1 sted bør ses på' }).focus();
  await anna.window.keyboard.press('Enter');
  await expect(anna.dialog.getByRole('listitem')).toContainText(['Skrevet uten nett.']);
  await anna.window.screenshot({ path: 'test-results/merging-list.png' });
  expect(await axeFindings(anna.window)).toEqual([]);
  await anna.dialog.getByRole('button', { name: 'Behold' }).click();
  await expect(anna.dialog.getByText('Alt er avgjort.')).toBeVisible();
  await expect(berit.window.getByRole('button', { name: '1 sted bør ses på' })).toHaveCount(0);
  // What opened the list is gone: one goes on in the text.
  await anna.window.keyboard.press('Escape');
  await expect(anna.text.locator('[contenteditable="true"]')).toBeFocused();
  await expect(berit.block(block.id)).toHaveText(' Skrevet uten nett.');
  await link?.close();
});

test('Y20 of two who lock a chapter before either hears of the other, the one whose lock does not stand is told', async ({
  launchApp,
}) => {
  test.setTimeout(240_000);
  const links: Awaited<ReturnType<typeof cuttableLink>>[] = [];
  const { anna, berit, apps } = await twoWindows(launchApp, async (invitation) => {
    const link = await cuttableLink(new URL(invitation).origin);
    links.push(link);
    return invitation.replace(new URL(invitation).origin, link.url);
  });
  apps[1].expectErrors();
  const [link] = links;
  const chapters = (page: WorkspacePage) => page.window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  link?.cut();
  await expect(berit.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'offline');
  for (const page of [anna, berit]) {
    const chapter = chapters(page).nth(1);
    await chapter.hover();
    await chapter.getByRole('button', { name: 'Lås kapittel 2' }).click();
    await page.dialog.getByRole('button', { name: 'Lås kapitlet' }).click();
    await expect(chapter).toContainText('Låst av deg');
  }
  link?.mend();
  const told = (page: WorkspacePage) =>
    page.window.getByRole('alert').filter({ hasText: 'Det er den låsen som gjelder' });
  await expect.poll(async () => (await told(anna).count()) + (await told(berit).count()), { timeout: 60_000 }).toBe(1);
  const [loser, other] = (await told(anna).count()) === 1 ? ([anna, 'Berit'] as const) : ([berit, 'Anna'] as const);
  await expect(told(loser)).toContainText(`${other} har også låst`);
  await expect(chapters(loser).nth(1)).toContainText(`Låst av ${other}`);
  await link?.close();
});
