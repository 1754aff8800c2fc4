import { chromium } from '@playwright/test';
import { cuttableLink } from '../support/cuttableLink';
import { expect, test } from '../support/electronApp';
import { joinIn, shareFrom } from '../support/sharedWindows';
import { WorkspacePage } from '../support/workspacePage';

const chromiumPath = process.env['PROGRAMREVISJON_CHROMIUM'] ?? '/usr/bin/chromium';
const isRoot = process.getuid?.() === 0;

/** The words of all points, in order: what must be the same for everyone in the end. */
const textsOf = async (page: WorkspacePage): Promise<readonly string[]> =>
  (await page.blocks()).map(({ text }) => text);

test('two windows and a browser write the same programme, one of them offline for a while', async ({ launchApp }) => {
  test.setTimeout(180_000);
  const first = await launchApp();
  const anna = new WorkspacePage(first.window);
  await anna.ready();
  const before = await textsOf(anna);
  const invitation = await shareFrom(anna, 'Anna');
  expect(invitation).toMatch(/^http:\/\/[\d.]+:\d+\/#inv=[\w-]{16,}$/);
  await expect(first.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'connected');

  const link = await cuttableLink(new URL(invitation).origin);
  const second = await launchApp();
  const berit = new WorkspacePage(second.window);
  await berit.ready();
  await joinIn(berit, invitation.replace(new URL(invitation).origin, link.url), 'Berit');

  const browser = await chromium.launch({ executablePath: chromiumPath, args: isRoot ? ['--no-sandbox'] : [] });
  const browserWindow = await browser.newPage();
  const browserErrors: string[] = [];
  browserWindow.on('pageerror', (error) => browserErrors.push(error.message));
  await browserWindow.goto(invitation);
  const carl = new WorkspacePage(browserWindow);
  await carl.ready();
  const everyone = [anna, berit, carl];

  await test.step('everyone has the text, and sees who else is there', async () => {
    for (const page of everyone) await expect.poll(() => textsOf(page)).toEqual(before);
    await expect(first.window.locator('.person')).toHaveCount(2);
    await expect(first.window.locator('.people')).toHaveAttribute('title', /Berit/);
  });

  await test.step('what one types the others read', async () => {
    await carl.caretAtEndOf({ chapter: 2, point: 1 });
    await browserWindow.keyboard.type(' Fra nettleseren.');
    for (const page of everyone) {
      await expect.poll(async () => (await page.blockAt({ chapter: 2, point: 1 })).text).toContain(' Fra nettleseren.');
    }
  });

  await test.step('one is offline; both change and move points', async () => {
    link.cut();
    await expect(second.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'offline');
    const movedByBerit = await berit.caretAtEndOf({ chapter: 3, point: 6 });
    await second.window.keyboard.type(' Skrevet uten nett.');
    await second.window.keyboard.press('Alt+ArrowUp');
    await second.window.keyboard.press('Alt+ArrowUp');
    await berit.caretAtEndOf({ chapter: 5, point: 2 });
    await second.window.keyboard.press('Enter');
    await second.window.keyboard.type('Et punkt fra Berit.');
    await expect(second.window.locator('[data-connection]')).toContainText(/Frakoblet, \d+ endring(er)? venter/);

    await anna.caretAtEndOf({ chapter: 3, point: 6 });
    await first.window.keyboard.type(' Skrevet på nett.');
    await first.window.keyboard.press('Alt+ArrowDown');
    await anna.caretAtEndOf({ chapter: 5, point: 2 });
    await first.window.keyboard.type(' Samtidig fra Anna.');
    expect(movedByBerit.text).not.toContain('nett');
  });

  await test.step('both merge without a word lost or doubled', async () => {
    link.mend();
    await expect(second.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'connected', {
      timeout: 60_000,
    });
    const everything = [
      'Skrevet uten nett.',
      'Skrevet på nett.',
      'Et punkt fra Berit.',
      'Samtidig fra Anna.',
      'Fra nettleseren.',
    ];
    for (const page of everyone) {
      await expect
        .poll(async () => {
          const all = (await textsOf(page)).join('\n');
          return everything.map((words) => all.split(words).length - 1);
        })
        .toEqual(everything.map(() => 1));
    }
    // Words may be there before a point has moved: nobody is right until all are.
    await expect(async () => {
      const [agreed, ...others] = await Promise.all(everyone.map(textsOf));
      for (const other of others) expect(other).toEqual(agreed);
    }).toPass({ timeout: 10_000 });
    const agreed = await textsOf(anna);
    // Every block of before is there once, some of them with words added.
    for (const text of before) {
      const copies = before.filter((other) => other === text).length;
      expect(agreed.filter((now) => now === text || now.startsWith(`${text} `)).length, text).toBeGreaterThanOrEqual(
        copies,
      );
    }
    expect(agreed).toHaveLength(before.length + 1);
  });

  // Chromium itself reports every connection that the cut refused; anything else is an error.
  expect(second.errors.filter((error) => !error.startsWith('WebSocket connection to'))).toEqual([]);
  second.errors.length = 0;

  /** A page of its own for whoever Anna invites to do only this. */
  const invited = async (may: string): Promise<WorkspacePage> => {
    await first.window.getByRole('button', { name: 'Del', exact: true }).click();
    await anna.dialog.getByLabel('Lenken gir rett til å').selectOption({ label: may });
    await anna.dialog.getByRole('button', { name: 'Lag invitasjon' }).click();
    const own = await anna.dialog.getByLabel('Invitasjon', { exact: true }).inputValue();
    await anna.dialog.getByRole('button', { name: 'Lukk' }).click();
    const tab = await browser.newPage();
    tab.on('pageerror', (error) => browserErrors.push(error.message));
    await tab.goto(own);
    const page = new WorkspacePage(tab);
    await expect(page.text.locator('[data-block-id]').first()).toBeVisible();
    await page.frozenView();
    await page.panelTab('Forslag');
    return page;
  };

  await test.step('SY4 who may file amendments does, and withdraws their own; who may only read is told so', async () => {
    await first.window.getByRole('button', { name: 'Frys versjon' }).click();
    await anna.dialog.getByRole('button', { name: /^Frys som/ }).click();
    await anna.dialog.getByRole('button', { name: 'Lukk' }).click();
    const delegate = await invited('lese og levere forslag (delegat)');
    const point = await delegate.blockAt({ chapter: 2, point: 2 });
    await delegate.block(point.id).click();
    await delegate.block(point.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await delegate.dialog.locator('.proposal__text').fill(`${point.text} Fra en delegat.`);
    await delegate.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Liv Tjeld');
    await delegate.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(delegate.dialog.getByTestId('receipt')).toContainText('endringsforslag 1');
    await delegate.dialog.getByRole('button', { name: 'Lukk' }).click();

    const reader = await invited('bare lese');
    await expect(reader.panel.getByText('Invitasjonen din gir rett til å lese. Spør sekretariatet')).toBeVisible();
    await reader.block(point.id).click();
    await expect(reader.block(point.id).getByRole('button', { name: 'Foreslå endring' })).toHaveCount(0);
    await reader.panel.locator('.card', { hasText: 'Forslag 1' }).click();
    await expect(reader.panel.getByText('Fra en delegat.')).toBeVisible();
    for (const action of ['Trekk forslaget', 'Støtt forslaget', 'Foreslå en endring i dette forslaget'])
      await expect(reader.panel.getByRole('button', { name: action })).toHaveCount(0);
    await reader.window.keyboard.press('Control+Shift+F');
    await expect(reader.dialog, 'who may not freeze is not asked what to freeze').toHaveCount(0);
    await reader.panelTab('Kommentarer');
    await expect(reader.panel.getByText('Ingen åpne kommentarer.')).not.toContainText('skrive');
    await reader.panelTab('Forslag');

    await delegate.panel.locator('.card', { hasText: 'Forslag 1' }).click();
    await delegate.panel.getByRole('button', { name: 'Trekk forslaget' }).click();
    await expect(reader.panel.locator('.amendment .tag').first()).toHaveText('Trukket');
  });

  await test.step('an invitation is required', async () => {
    const stranger = await browser.newPage();
    await stranger.goto(invitation.replace(/#inv=.*/, '#inv=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'));
    await expect(stranger.getByRole('alert')).toBeVisible();
    await expect(stranger.locator('[data-block-id]')).toHaveCount(0);
  });

  expect(browserErrors).toEqual([]);
  await browser.close();
  // Once the link is gone, the window is refused until it is closed, and Chromium says so.
  second.expectErrors();
  await link.close();
});
