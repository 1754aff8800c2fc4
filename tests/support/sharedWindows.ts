import { expect } from '@playwright/test';
import type { LaunchApp, RunningApp } from './electronApp';
import { WorkspacePage } from './workspacePage';

/** Shares the programme from a window, and yields an invitation for someone who writes. */
export async function shareFrom(page: WorkspacePage, name: string): Promise<string> {
  await page.window.getByRole('button', { name: 'Del', exact: true }).click();
  await page.dialog.getByLabel('Navnet ditt').fill(name);
  await page.dialog.getByRole('button', { name: 'Begynn å dele fra denne maskinen' }).click();
  await page.dialog.getByRole('button', { name: 'Lag invitasjon' }).click();
  const link = await page.dialog.getByLabel('Invitasjon', { exact: true }).inputValue();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  return link;
}

/** Joins with an invitation in a window that shows another programme. */
export async function joinIn(page: WorkspacePage, invitation: string, name: string): Promise<void> {
  const { window } = page;
  await window.getByRole('button', { name: 'Til startsiden' }).click();
  await window.getByRole('button', { name: 'Bli med via invitasjon' }).click();
  await window.getByLabel('Invitasjonslenke').fill(invitation);
  await window.getByLabel('Navnet ditt').fill(name);
  await window.getByRole('button', { name: 'Bli med', exact: true }).click();
  await page.ready();
}

export interface SharedWindows {
  readonly anna: WorkspacePage;
  readonly berit: WorkspacePage;
  readonly apps: readonly [RunningApp, RunningApp];
  readonly invitation: string;
  /** Checks that no window complained; what comes after is the sharing window's end, which the other is refused by. */
  readonly end: () => void;
}

/** Two windows in one programme: Anna shares it, Berit joins. `through` gives the invitation another way to the server. */
export async function twoWindows(
  launchApp: LaunchApp,
  through: (invitation: string) => Promise<string> = (invitation) => Promise.resolve(invitation),
): Promise<SharedWindows> {
  const first = await launchApp();
  const anna = new WorkspacePage(first.window);
  await anna.ready();
  const invitation = await shareFrom(anna, 'Anna');
  await expect(first.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'connected');
  const second = await launchApp();
  const berit = new WorkspacePage(second.window);
  await berit.ready();
  await joinIn(berit, await through(invitation), 'Berit');
  await expect(first.window.locator('.person')).toHaveCount(1);
  const end = (): void => {
    expect([...first.errors, ...second.errors]).toEqual([]);
    second.expectErrors();
  };
  return { anna, berit, apps: [first, second], invitation, end };
}
