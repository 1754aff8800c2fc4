import { strFromU8 } from 'fflate';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPaper, views } from '#shared/export';
import { templateWithLogo } from '../support/logo';
import { edgeMeeting } from '../unit/export/edge';

describe('E52 papers as HTML on screens of every width', () => {
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
        const input = { ...edgeMeeting(view === 'minutes' || view === 'decided'), template: templateWithLogo() };
        const output = exportPaper(view, 'html', input);
        if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
        await page.setContent(strFromU8(output.value.bytes));
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
});
