import { join } from 'node:path';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

test('axe finds nothing on any view', async ({ launchApp }) => {
  test.setTimeout(240_000);
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();

  const check = (name: string) => test.step(name, async () => expect.soft(await axeFindings(window), name).toEqual([]));

  await page.caretAtEndOf({ chapter: 2, point: 1 });
  await window.keyboard.type(' Noe nytt.');
  await expect(page.panel.locator('.card')).toHaveCount(1);
  await window.getByRole('radio', { name: 'Ord', exact: true }).click();
  await check('the draft with marks');
  for (const tab of ['Forslag', 'Kommentarer', 'Historikk']) {
    await page.panelTab(tab);
    await check(`the panel: ${tab}`);
  }
  for (const button of ['Eksporter', 'Del', 'Søk']) {
    await window.getByRole('button', { name: button }).click();
    await expect(page.dialog).toBeVisible();
    await check(`the dialog: ${button}`);
    await window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
  }
  await page.view('Side ved side');
  await check('side by side');
  await page.view('Votering');
  await check('the voting view before there is anything to vote on');
  await page.text.getByRole('button', { name: 'Frys versjon' }).click();
  await check('the dialog: Frys versjon');
  await page.dialog.getByRole('button', { name: /^Frys som/ }).click();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  await page.frozenView();
  const target = await page.blockAt({ chapter: 2, point: 2 });
  await page.block(target.id).click();
  await check('the frozen version');
  await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
  await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Stryke' });
  await page.dialog.getByLabel('Forslagsstiller').fill('Kari Prøve');
  await check('the dialog: Foreslå endring');
  await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
  await expect(page.dialog.getByTestId('receipt')).toBeVisible();
  await check('the receipt');
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  await page.panel.getByRole('button', { name: /^Forslag 1/ }).click();
  await check('one amendment');
  await page.view('Votering');
  await check('the voting order');
  await window.getByRole('button', { name: 'Til startsiden' }).click();
  await expect(window.getByRole('button', { name: 'Prøv med eksempel' })).toBeVisible();
  await check('the doors');
  // Chromium has no nynorsk for days: without bokmål's behind it, they would be written in American English.
  await window.getByRole('radio', { name: 'Nynorsk' }).click();
  await expect(window.getByRole('main').getByText(/^\d+\. \p{Ll}+ \d{4} kl\. \d\d\.\d\d$/u)).toBeVisible();
});

test('a delegate files an amendment with the keyboard alone', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const press = (key: string) => window.keyboard.press(key);
  /** What a screen reader would call the element in focus. */
  const focused = () =>
    window.evaluate(() => {
      const element = document.activeElement;
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement;
      if (element instanceof HTMLElement && element.isContentEditable) return 'editor';
      const label = isField
        ? element.labels?.[0]?.textContent
        : (element?.getAttribute('aria-label') ?? element?.textContent);
      return (label ?? '').slice(0, 80);
    });
  /** Goes on until what is wanted has the focus. In the text Tab belongs to the writer, and F6 leads out of it. */
  const focusOn = async (name: RegExp): Promise<void> => {
    for (let stops = 0; stops < 60; stops += 1) {
      const now = await focused();
      if (name.test(now)) return;
      await press(now === 'editor' ? 'F6' : 'Tab');
    }
    expect(await focused()).toMatch(name);
  };

  await focusOn(/Frys versjon/);
  await press('Enter');
  await expect(page.dialog).toBeVisible();
  await focusOn(/Frys som/);
  await press('Enter');
  await expect(page.dialog.getByText('er fryst')).toBeVisible();
  await press('Enter');
  await expect(page.dialog).toHaveCount(0);

  const target = await page.blockAt({ chapter: 1, point: 1 });
  const index = (await page.blocks()).findIndex(({ id }) => id === target.id);
  const first = (await page.blocks())[0]?.text ?? '';
  await focusOn(/Versjon/);
  await focusOn(new RegExp(`^${first}`));
  for (let step = 0; step < index; step += 1) await press('ArrowDown');
  await expect(page.block(target.id)).toBeFocused();
  await press('Enter');
  await expect(page.dialog).toBeVisible();
  await focusOn(/Ny tekst/);
  await press('Control+End');
  await window.keyboard.type(' Også om vinteren.');
  await focusOn(/Begrunnelse/);
  await window.keyboard.type('Fordi det er mørkt da.');
  await focusOn(/Forslagsstiller/);
  await window.keyboard.type('Kari Prøve');
  await focusOn(/Lever forslaget/);
  await press('Enter');
  await expect(page.dialog.locator('.receipt__number')).toContainText('nummer 1');
});

test('a window that is small, or zoomed to 200 %, shows one side panel at a time, and the text has room for words', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const outline = window.getByRole('navigation', { name: 'Innhold' });
  const words = page.text.locator('[data-kind="paragraph"]').first();
  const lettersInALine = () =>
    words.evaluate((block) => block.clientWidth / parseFloat(getComputedStyle(block).fontSize));
  const panelButton = window.getByRole('button', { name: 'Panel' });

  // As large as a common laptop shows at 200 %.
  await window.setViewportSize({ width: 683, height: 384 });
  await expect(page.panel).toBeHidden();
  await panelButton.click();
  await expect(page.panel).toBeVisible();
  await expect(outline).toBeHidden();
  await expect.poll(lettersInALine).toBeGreaterThan(10);
  await window.getByRole('button', { name: 'Innhold' }).click();
  await expect(outline).toBeVisible();
  await expect(page.panel).toBeHidden();
  await expect.poll(lettersInALine).toBeGreaterThan(10);

  await window.setViewportSize({ width: 1000, height: 700 });
  await panelButton.click();
  await expect(page.panel).toBeVisible();
  await expect(outline).toBeVisible();
  await window.setViewportSize({ width: 683, height: 384 });
  await expect(page.panel).toBeHidden();
});

test('E27 E29 a dialog that is filled in opens in its first field, and a button that copies says that it has', async ({
  launchApp,
}) => {
  const { app, window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await window.getByRole('button', { name: 'Del', exact: true }).press('Enter');
  await expect(page.dialog.getByLabel('Navnet ditt')).toBeFocused();
  await window.keyboard.press('Control+a');
  await window.keyboard.type('Anna');
  await page.dialog.getByRole('button', { name: 'Begynn å dele fra denne maskinen' }).press('Enter');
  await expect(page.dialog.getByLabel('Lenken gir rett til å')).toBeFocused();
  const make = page.dialog.getByRole('button', { name: 'Lag invitasjon' });
  await make.press('Enter');
  await expect(page.dialog.getByLabel('Invitasjon', { exact: true })).toBeVisible();
  await expect(make).toBeFocused();
  const copy = page.dialog.getByRole('button', { name: 'Kopier lenken' });
  await copy.press('Enter');
  await expect(page.dialog.getByRole('button', { name: 'Kopiert' })).toBeFocused();
  await expect(page.dialog.getByRole('status').filter({ hasText: 'Kopiert' })).toHaveCount(1);
  const link = await page.dialog.getByLabel('Invitasjon', { exact: true }).inputValue();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(link);
  // What it says is of the link that was there.
  await make.press('Enter');
  await expect(copy).toBeVisible();
  await expect(page.dialog.getByRole('status').filter({ hasText: 'Kopiert' })).toHaveCount(0);
});

test('E27 what is saved from a dialog leaves the focus on what was pressed, and the dialog is left by Escape', async ({
  launchApp,
}) => {
  const running = await launchApp();
  const { window, userData } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  await running.answerDialogs({ save: join(userData, 'program.docx') });
  await window.getByRole('button', { name: 'Eksporter' }).click();
  const save = page.dialog.getByRole('button', { name: 'Lagre papiret' });
  await expect(save).toBeEnabled();
  await save.press('Enter');
  await expect(page.dialog.getByText('er lagret')).toBeVisible();
  await expect(save).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(page.dialog).toHaveCount(0);
});

test('in high contrast one sees what is chosen and where a dialog ends, and what is hidden draws no edge', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await window.emulateMedia({ forcedColors: 'active' });
  const looks = (selector: string) =>
    window
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, borderTopWidth, borderBottomColor, outlineStyle } = getComputedStyle(element);
        return { backgroundColor, borderTopWidth, borderBottomColor, outlineStyle };
      });
  const [chosen, other] = await Promise.all(['.toggle[data-selected]', '.toggle:not([data-selected])'].map(looks));
  expect(chosen?.backgroundColor).not.toBe(other?.backgroundColor);
  const [tab, otherTab] = await Promise.all(['.tab[aria-selected="true"]', '.tab[aria-selected="false"]'].map(looks));
  expect(tab?.borderBottomColor).not.toBe(otherTab?.borderBottomColor);
  expect((await looks('.outline__planner .button')).borderTopWidth).toBe('0px');
  await window.keyboard.press('Control+k');
  await expect(page.dialog).toBeVisible();
  expect((await looks('.dialog')).outlineStyle).toBe('solid');
});
