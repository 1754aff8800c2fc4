import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import { expect, test } from '../support/electronApp';
import { platformBundle } from '../support/platformBundle';
import type { PlatformRule } from '../support/platformRules';
import { platformRules } from '../support/platformRules';

interface ContractPage {
  readonly desktop?: Platform;
  readonly contract: { platformRules: readonly PlatformRule[]; createBrowserPlatform(): Platform };
}

/** Asks every rule of the platform that the page runs on, and holds the answers against what each rule expects. */
async function holdToContract(page: Page): Promise<void> {
  await page.evaluate(await platformBundle());
  for (const [index, rule] of platformRules.entries()) {
    const observed = await page.evaluate(async (number) => {
      const { desktop, contract } = window as unknown as ContractPage;
      return contract.platformRules[number]?.observe(desktop ?? contract.createBrowserPlatform());
    }, index);
    expect.soft(observed, rule.title).toEqual(rule.expected);
  }
}

test('PF the desktop keeps the contract of the platform', async ({ launchApp }) => {
  const { window } = await launchApp();
  await holdToContract(window);
});

/** Runs `work` on an empty page of a browser, where the platform is asked. */
async function onBrowserPage(work: (page: Page) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url !== '/') response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Prøve</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await work(page);
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
}

test('PF the browser keeps the contract of the platform', () => onBrowserPage(holdToContract));

test('J8 in a browser a compaction leaves what another window has appended since this one read', () =>
  onBrowserPage(async (page) => {
    await page.evaluate(await platformBundle());
    const kept = await page.evaluate(async () => {
      const { contract } = window as unknown as ContractPage;
      const [one, other] = [contract.createBrowserPlatform(), contract.createBrowserPlatform()];
      const programme = 'J8' as ProgrammeId;
      const entry = (number: number) => ({ document: 'programme' as const, update: new Uint8Array([number]) });
      await one.appendToJournal(programme, entry(1));
      await other.readJournal(programme);
      await other.appendToJournal(programme, entry(2));
      await one.appendToJournal(programme, entry(3));
      await one.compactJournal(programme, [entry(4)]);
      const afterOne = await one.readJournal(programme);
      await one.compactJournal(programme, [entry(5)]);
      const afterReading = await other.readJournal(programme);
      return [afterOne, afterReading].map((read) => read.ok && read.value.map(({ update }) => update[0]));
    });
    expect(kept).toEqual([[2, 4], [5]]);
  }));
