import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'cli', 'programrevisjon.js');
const sample = join(root, 'resources', 'sample', 'arbeidsprogram.txt');

test('the page that `compare` writes needs no network, and axe finds nothing in it, light or dark', async ({
  workFolder,
}) => {
  const revised = join(workFolder, 'revidert.txt');
  const page = join(workFolder, 'sammenligning.html');
  const text = await readFile(sample, 'utf8');
  // A negation gone, a point gone, one new, and a sentence that goes from one paragraph into another.
  await writeFile(
    revised,
    text
      .replace(' og ikke etter hvem som roper høyest', ' og etter hvem som roper høyest')
      .replace(/^.*møteplasser mellom yrkesaktive.*$/mu, ' 5. Et museum for fyr og lykter i hver landsdel.')
      .replace('Etterslepet vokser hvert år, og regningen blir større jo lenger vi venter. ', '')
      .replace(
        'En åpen og trygg led er',
        'Etterslepet vokser hvert år, og regningen blir større jo lenger vi venter. En åpen og trygg led er',
      ),
  );
  execFileSync(process.execPath, [cli, 'compare', sample, revised, '-o', page]);
  const browser = await chromium.launch({
    executablePath: process.env['PROGRAMREVISJON_CHROMIUM'] ?? '/usr/bin/chromium',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const context = await browser.newContext({ offline: true });
  const tab = await context.newPage();
  const asked: string[] = [];
  tab.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(page).href;
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    await tab.goto(address);
    await expect(tab.getByText('Nektelsen «ikke» er borte')).toBeVisible();
    await expect(tab.getByText(/Setning flyttet herfra til kap\. 2/)).toBeVisible();
    expect(await axeFindings(tab), colorScheme).toEqual([]);
  }
  expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
  await browser.close();
});
