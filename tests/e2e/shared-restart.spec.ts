import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

test('SY25 what was frozen and filed while shared is there after a kill, before it is shared again', async ({
  launchApp,
}) => {
  test.setTimeout(120_000);
  const first = await launchApp();
  const page = new WorkspacePage(first.window);
  await page.ready();

  await test.step('share from this machine', async () => {
    await first.window.getByRole('button', { name: 'Del', exact: true }).click();
    await page.dialog.getByLabel('Navnet ditt').fill('Anna Prøve');
    await page.dialog.getByRole('button', { name: 'Begynn å dele fra denne maskinen' }).click();
    await expect(page.dialog.getByRole('button', { name: 'Lag invitasjon' })).toBeVisible();
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
    await expect(first.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'connected');
  });

  await test.step('freeze', async () => {
    await first.window.getByRole('button', { name: 'Frys versjon' }).first().click();
    await page.dialog.getByRole('button', { name: 'Frys som Innstilling' }).click();
    await expect(page.dialog.getByText('er fryst')).toBeVisible();
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('file an amendment', async () => {
    const target = await page.blockAt({ chapter: 2, point: 2 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Endre teksten' });
    await page.dialog.locator('.proposal__text').fill('At det gjøres på en ny måte.');
    await page.dialog.getByLabel('Begrunnelse').fill('Det blir bedre slik.');
    await page.dialog.getByLabel('Forslagsstiller').fill('Kari Prøve');
    await page.dialog.getByLabel('Foreningsledd').fill('Prøvelaget');
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.getByTestId('receipt')).toContainText('Kontrollsum');
  });

  // The receipt is given: not a moment is left for writing anything more.
  await first.kill();

  const second = await launchApp({ userData: first.userData });
  const reopened = new WorkspacePage(second.window);
  await reopened.ready();
  await expect(second.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'alone');
  await reopened.panelTab('Forslag');
  await expect(reopened.panel.locator('.card')).toHaveCount(1);
  await reopened.panel.getByRole('button', { name: /^Forslag 1\b/ }).click();
  await expect(reopened.panel.getByText('Kari Prøve').first()).toBeVisible();
  await reopened.panel.getByRole('button', { name: 'Til listen' }).click();
  await expect(reopened.viewChoice('Innstilling')).toHaveCount(1);

  await test.step('shared again, it is still there, and the room has it', async () => {
    await second.window.getByRole('button', { name: 'Del', exact: true }).click();
    await reopened.dialog.getByRole('button', { name: 'Begynn å dele fra denne maskinen' }).click();
    await expect(reopened.dialog.getByRole('button', { name: 'Lag invitasjon' })).toBeVisible({ timeout: 40_000 });
    await reopened.dialog.getByRole('button', { name: 'Lukk' }).click();
    await expect(second.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'connected');
    await expect(reopened.panel.locator('.card')).toHaveCount(1);
  });
});
