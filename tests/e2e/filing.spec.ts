import { expect, test } from '../support/electronApp';
import { axeFindings } from '../support/axe';
import { WorkspacePage } from '../support/workspacePage';

test('an amendment is written in the editor on a copy of the text, amended, supported and ruled', async ({
  launchApp,
}, info) => {
  test.setTimeout(300_000);
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();

  await window.getByRole('button', { name: 'Frys versjon' }).click();
  await page.dialog.getByRole('button', { name: /^Frys som/ }).click();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();

  await test.step('rules: a prefix and a deadline', async () => {
    await page.panelTab('Forslag');
    await page.panel.getByRole('button', { name: 'Regler for forslag' }).click();
    await page.dialog.getByLabel('Bokstaver foran nummeret').fill('F');
    await page.dialog.getByLabel('Frist i fasen høring').fill('2031-05-28T12:00');
    expect.soft(await axeFindings(window)).toEqual([]);
    await page.dialog.getByRole('button', { name: 'Lagre reglene' }).click();
    await expect(page.dialog).toHaveCount(0);
    await window.getByLabel('Fase').selectOption({ label: 'Høring' });
    await expect(page.panel.getByRole('timer')).toContainText('Frist');
  });

  await test.step('write in the copy', async () => {
    const target = await page.blockAt({ chapter: 2, point: 2 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    // The same text is no amendment.
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await expect(page.dialog.getByRole('button', { name: 'Lever forslaget' })).toBeDisabled();
    const copy = page.dialog.locator(`[data-block-id="${target.id}"]`);
    await copy.click();
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await window.keyboard.type('At dette punktet er nytt.');
    await expect(page.dialog.locator('.preview__changes')).toContainText('At dette punktet er nytt.');
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await page.dialog.getByLabel('medlem av landsstyret').uncheck();
    expect.soft(await axeFindings(window)).toEqual([]);
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.locator('.receipt__number')).toContainText('F1');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('it waits for support, and gets it', async () => {
    await page.panel.locator('.card', { hasText: 'Forslag F1' }).click();
    expect.soft(await axeFindings(window)).toEqual([]);
    await page.panel.getByRole('button', { name: 'Støtt forslaget' }).click();
    await expect(page.panel.getByText('Støttet av')).toBeVisible();
  });

  await test.step('an amendment to it', async () => {
    await page.panel.getByRole('button', { name: 'Foreslå en endring i dette forslaget' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    const added = page.dialog.getByText('At dette punktet er nytt.');
    await added.click();
    await window.keyboard.press('End');
    await window.keyboard.type(' Og grønt.');
    await expect(page.dialog.locator('.preview__changes')).toContainText('grønt');
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Odd Lom');
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.getByTestId('receipt')).toContainText('endring i forslag F1');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });

  await test.step('a new text for a whole chapter, after the deadline', async () => {
    await page.panel.getByRole('button', { name: 'Til listen' }).click();
    await page.panel.getByRole('button', { name: 'Regler for forslag' }).click();
    await page.dialog.getByLabel('Frist i fasen høring').fill('2021-05-28T12:00');
    await page.dialog.getByRole('button', { name: 'Lagre reglene' }).click();
    await expect(page.dialog).toHaveCount(0);
    const target = await page.blockAt({ chapter: 2, point: 1 });
    await page.block(target.id).click();
    await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    await expect(page.dialog.locator('.notice--warning')).toContainText('Fristen');
    await page.dialog.locator(`[data-block-id="${target.id}"]`).click();
    await window.keyboard.press('Control+a');
    await window.keyboard.type('Et kapittel skrevet på nytt');
    const changes = page.dialog.locator('.preview__changes');
    await expect(changes).toContainText('Et kapittel skrevet på nytt');
    await expect(changes).toContainText('strykes');
    await info.attach('a whole chapter', { body: await window.screenshot(), contentType: 'image/png' });
    await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
    await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(page.dialog.getByTestId('receipt')).toContainText('etter fristen');
    await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  });
});
