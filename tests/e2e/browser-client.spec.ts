import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';
import { expect, test as base } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'cli', 'programrevisjon.js');
const chromiumPath = process.env['PROGRAMREVISJON_CHROMIUM'] ?? '/usr/bin/chromium';
const isRoot = process.getuid?.() === 0;

interface Served {
  readonly url: string;
  /** An invitation to the secretariat of the sample programme, which is on the server. */
  readonly invite: string;
}

async function firstLine(server: ChildProcess): Promise<{ readonly url: string; readonly adminInvite: string }> {
  if (server.stdout)
    for await (const line of createInterface({ input: server.stdout }))
      return JSON.parse(line) as { url: string; adminInvite: string };
  throw new Error('The server said nothing.');
}

/** The sample programme on a server, and a real browser to open it in. */
const test = base.extend<{ served: Served; browser: Browser }>({
  served: async ({ workFolder }, use) => {
    const programme = join(workFolder, 'prove.program');
    const sample = join(root, 'resources', 'sample', 'arbeidsprogram.txt');
    execFileSync(process.execPath, [cli, 'import', sample, '-o', programme]);
    const server = spawn(process.execPath, [cli, 'serve', '--data', join(workFolder, 'data'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { url, adminInvite } = await firstLine(server);
    const shared = await fetch(`${url}/api/programmes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${adminInvite}` },
      body: await readFile(programme),
    });
    const { invite } = (await shared.json()) as { invite: string };
    await use({ url, invite });
    server.kill('SIGTERM');
    await once(server, 'exit');
  },
  // Playwright reads the fixtures that a fixture needs from this pattern.
  browser: async ({}, use) => {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: isRoot ? ['--no-sandbox'] : [] });
    await use(browser);
    await browser.close();
  },
});

async function exportedPdf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Eksporter', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Papir').selectOption({ label: 'Program' });
  await dialog.getByLabel('Format').selectOption('pdf');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dialog.getByRole('button', { name: 'Lagre papiret' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  return (await readFile(await download.path())).toString('latin1');
}

test('from the invitation’s link the server sets the paper, and the page asks for nothing that is not there', async ({
  served,
  browser,
}) => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${served.url}/#inv=${served.invite}`);
  await new WorkspacePage(page).ready();
  const icon = await page.locator('link[rel="icon"]').evaluate((link: HTMLLinkElement) => link.href);
  expect((await page.request.get(icon)).headers()['content-type']).toBe('image/svg+xml');
  expect((await exportedPdf(page)).slice(0, 5)).toBe('%PDF-');
  expect(errors).toEqual([]);
});

test('who joins with a link that was pasted gets the paper set, too', async ({ served, browser }) => {
  const page = await browser.newPage();
  await page.goto(`${served.url}/`);
  await page.getByRole('button', { name: 'Bli med via invitasjon' }).click();
  await page.getByLabel('Invitasjonslenke').fill(`${served.url}/#inv=${served.invite}`);
  await page.getByRole('button', { name: 'Bli med', exact: true }).click();
  await new WorkspacePage(page).ready();
  expect((await exportedPdf(page)).slice(0, 5)).toBe('%PDF-');
});

test('E32 the keys of what the menu does do it in a browser, too', async ({ served, browser }) => {
  const window = await browser.newPage();
  await window.goto(served.invite.startsWith('http') ? served.invite : `${served.url}/#inv=${served.invite}`);
  const page = new WorkspacePage(window);
  await page.ready();
  for (const [keys, dialog] of [
    ['F1', 'Tegnforklaring'],
    ['Control+e', 'Eksporter'],
    ['Control+p', 'Eksporter'],
    ['Control+Shift+L', 'Del programmet'],
    ['Control+Shift+F', 'Frys en versjon'],
  ] as const) {
    await window.keyboard.press(keys);
    await expect(page.dialog.getByRole('heading', { name: dialog, exact: true })).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
  }
  const shown = window.getByRole('radiogroup', { name: 'Endringsmerker' });
  await window.keyboard.press('Control+Shift+M');
  await expect(shown.getByRole('radio', { name: 'Ord' })).toBeChecked();
  // What was done beside the text is taken back from there.
  const rows = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');
  const first = await rows.first().innerText();
  await rows.first().focus();
  await window.keyboard.press('Alt+ArrowDown');
  await expect(rows.first()).not.toContainText(first.replace(/^\S+\s+/u, ''));
  await window.keyboard.press('Control+z');
  await expect(rows.first()).toContainText(first.replace(/^\S+\s+/u, ''));
  await window.keyboard.press('Control+Shift+D');
  await expect(page.viewChoice('Side ved side')).toBeChecked();
});
