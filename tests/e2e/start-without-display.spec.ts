import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { expect, test } from '../support/electronApp';

const root = join(import.meta.dirname, '..', '..');
const systemChromium = '/usr/bin/chromium';

test('P1 without a display the browser client is served on loopback, with the sample in it', async ({ workFolder }) => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = process.env;
  const server = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--data', workFolder, '--port', '0'], {
    env: { ...environment, INIT_CWD: workFolder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    let address: string | undefined;
    for await (const line of createInterface({ input: server.stderr })) {
      address = /^Open (http:\/\/127\.0\.0\.1:\d+\/#alone=\S+) in a browser\.$/.exec(line)?.[1];
      if (address !== undefined) break;
    }
    expect(address).toBeDefined();
    const browser = await chromium.launch({ executablePath: systemChromium, args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.goto(address ?? '');
    await expect(page.getByRole('heading', { name: /Arbeidsprogram for/ }).first()).toBeVisible({ timeout: 30_000 });
    await browser.close();
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
});
