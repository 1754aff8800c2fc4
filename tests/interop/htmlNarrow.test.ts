import { strFromU8 } from 'fflate';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPaper, views, type View } from '#shared/export';
import type { Revision } from '#shared/domain/revision';
import { axeFindings } from '../support/axe';
import type { ExportInput } from '#shared/export/input';
import { templateWithLogo } from '../support/logo';
import { edgeMeeting } from '../unit/export/edge';
import { meeting } from '../unit/export/meeting';

function htmlOf(view: View, meetingOf: (decided: boolean) => ExportInput): string {
  const input = { ...meetingOf(view === 'minutes' || view === 'decided'), template: templateWithLogo() };
  const output = exportPaper(view, 'html', input);
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return strFromU8(output.value.bytes);
}

/** All that papers are made of, of a text as long as needed for it. */
function shortMeeting(decided: boolean): ExportInput {
  const input = meeting(decided);
  const shortened = (revision: Revision): Revision => ({ ...revision, blocks: revision.blocks.slice(0, 32) });
  return { ...input, newest: shortened(input.newest), baseline: input.baseline && shortened(input.baseline) };
}

describe('E52 E54 papers as HTML on screens of every width, and printed', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());

  test.each([320, 390, 1280])(
    'E52 no paper is wider than a screen of %i pixels',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      for (const view of views) {
        await page.setContent(htmlOf(view, edgeMeeting));
        // A table may be wider than the screen: it has a scrolling of its own.
        const beyond = await page.evaluate((right) => {
          const isScrolled = (element: Element): boolean => element.closest('.scroll') !== null;
          return [...document.querySelectorAll('main *')]
            .filter((element) => !isScrolled(element) && element.getBoundingClientRect().right > right + 1)
            .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
        }, width);
        expect(beyond, view).toEqual([]);
      }
      await page.close();
    },
    120_000,
  );

  test('E54 axe finds nothing in any paper, in light and in dark, nothing is fetched, and every link within a paper leads to a place', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) fetched.push(request.url());
    });
    for (const view of views) {
      await page.setContent(htmlOf(view, shortMeeting), { waitUntil: 'load' });
      expect.soft(await axeFindings(page), view).toEqual([]);
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
          .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
          .filter((place) => document.getElementById(place) === null),
      );
      expect.soft(lost, view).toEqual([]);
    }
    expect(fetched).toEqual([]);
    await page.close();
  }, 120_000);

  test('E54 on paper everything is dark on white, also for who reads in the dark', async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const view of views) {
      await page.setContent(htmlOf(view, shortMeeting));
      const light = await page.evaluate(() => {
        const sumOf = (colour: string): number =>
          (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        const words = [...document.querySelectorAll('main *')].filter((one) => one.textContent.trim() !== '');
        // Half of white, for each of red, green and blue together.
        const tooLight = words
          .filter((one) => sumOf(getComputedStyle(one).color) > 382)
          .map((one) => one.outerHTML.slice(0, 60));
        return { ground: sumOf(getComputedStyle(document.body).backgroundColor), tooLight };
      });
      expect.soft(light, view).toEqual({ ground: 765, tooLight: [] });
    }
    await page.close();
  }, 60_000);
});
