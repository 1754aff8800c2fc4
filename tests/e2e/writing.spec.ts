import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

test('words are made bold, italic and a link by keyboard', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id } = await page.blockAt({ chapter: 1, point: 1 });
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Se planen');
  await window.keyboard.press('Shift+Control+ArrowLeft');
  await window.keyboard.press('Control+b');
  await expect(window.getByRole('button', { name: 'Fet' })).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('Control+i');
  await window.keyboard.press('Control+Shift+K');
  const dialog = window.getByRole('dialog', { name: 'Lenke' });
  await expect(dialog.getByText('«planen» skal føre til')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('javascript:alert(1)');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText('Adressen må begynne med')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('www.eksempel.no/plan');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const words = page.block(id).locator('strong', { hasText: 'planen' });
  await expect(words).toHaveCSS('font-style', 'italic');
  await expect(words).toHaveCSS('text-decoration-line', 'underline');
  await window.keyboard.press('End');
  await window.keyboard.type('!');
  await expect(page.block(id)).toContainText('Se planen!');
  if (process.env['PICTURES']) await window.screenshot({ path: `${process.env['PICTURES']}/formats.png` });
});

test('spaces and dashes are corrected where one chooses, as one step of undo', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id } = await page.blockAt({ chapter: 1, point: 1 });
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Etter § 3 og 10 % i 2023-2025.');
  await expect(page.block(id)).toContainText('§ 3 og 10 % i 2023-2025.');
  const before = (await page.blocks()).map(({ text }) => text);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('tankestrek');
  await expect(page.dialog.getByRole('menuitem')).toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Mellomrom og tankestreker' });
  await expect(dialog.getByRole('checkbox', { name: /^Fra og til/u })).toBeChecked();
  await dialog.getByRole('checkbox', { name: /^Prosent/u }).uncheck();
  if (process.env['PICTURES']) await window.screenshot({ path: `${process.env['PICTURES']}/typography.png` });
  await dialog.getByRole('button', { name: /^Endre \d+ sted/u }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await page.blocks()).find((block) => block.id === id)?.text)
    .toContain('§\u00a03 og 10 % i 2023–2025.');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await page.blocks()).map(({ text }) => text)).toEqual(before);
});
