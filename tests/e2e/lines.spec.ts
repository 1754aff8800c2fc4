import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { countingIds } from '#shared/core/sources';
import type { LineSettings } from '#shared/domain/lines';
import type { Revision } from '#shared/domain/revision';
import { importDocument } from '#shared/import';
import { performCommand, withOutcome } from '#shared/register';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import { writeProgramFile } from '#shared/schema/programFile';
import { expect, test } from '../support/electronApp';
import { processInLibreOffice } from '../support/libreOffice';
import { pdfLines } from '../support/pdfText';
import {
  expectedLines,
  linedFile,
  linedPdf,
  lineSettingsToTry,
  printedLines,
  printHtml,
  type NumberedWords,
} from '../support/printedLines';
import { WorkspacePage } from '../support/workspacePage';
import { sampleFile } from '../unit/export/meeting';

const clock = { now: () => '2027-01-15T09:30:00.000Z' };

/** A programme with our sample frozen under these settings. */
function frozenSample(lineSettings: LineSettings): { readonly bytes: Uint8Array; readonly revision: Revision } {
  const ids = countingIds('lines');
  const document = importDocument({ name: 'arbeidsprogram.txt', bytes: sampleFile() }, ids);
  if (!document.ok) throw new Error(document.failure.code);
  const file = newProgrammeFrom(document.value, { clock, ids });
  const [text] = file.revisions;
  if (text === undefined) throw new Error('a text expected');
  const content = { ...text, lineSettings };
  const frozen = performCommand(file, { type: 'freeze', name: 'Innstilling', content }, { clock, ids, actor: null });
  if (!frozen.ok) throw new Error(frozen.failure.code);
  const after = withOutcome(file, frozen.value);
  const revision = after.revisions.at(-1);
  if (revision === undefined) throw new Error('a revision expected');
  return { bytes: writeProgramFile({ ...file, ...after }), revision };
}

/** The lines as they stand on the screen: each with the number beside it, and the block's own number before its first words. */
const linesOnScreen = (window: Page): Promise<readonly (NumberedWords & { readonly rows: number })[]> =>
  window.locator('.frozen__body').evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const label = block.querySelector('.frozen__number')?.textContent ?? '';
      return [...block.querySelectorAll<HTMLElement>('.frozen__line')].map((line, at) => {
        const number = getComputedStyle(line, '::before').content.replace(/\D/g, '');
        const range = document.createRange();
        range.selectNodeContents(line);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return {
          number: Number(number),
          words: `${at === 0 ? label : ''}${line.textContent}`.replace(/\s+/g, ''),
          rows: tops.size,
        };
      });
    }),
  );

for (const lineSettings of lineSettingsToTry) {
  const { measure, start, restart } = lineSettings;
  test(`E4 every line has the same number and words on screen, in PDF, Word, OpenDocument and HTML (measure ${measure}, from ${start}, restart ${restart})`, async ({
    launchApp,
  }) => {
    test.setTimeout(300_000);
    const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-lines-'));
    try {
      const { bytes, revision } = frozenSample(lineSettings);
      const expected = expectedLines(revision);
      const path = join(folder, 'linjer.program');
      await writeFile(path, bytes);
      const { window } = await launchApp({ file: path });
      const page = new WorkspacePage(window);
      await page.ready();
      await page.frozenView();
      await expect(window.locator('.frozen__line').first()).toBeVisible();
      await page.drawn();
      const onScreen = await linesOnScreen(window);
      expect(onScreen).toEqual(expected.map((line) => ({ ...line, rows: 1 })));

      expect(printedLines(await pdfLines(await linedPdf(revision)), expected)).toEqual(expected);
      expect(printedLines(await pdfLines(await printHtml(revision)), expected)).toEqual(expected);
      const editable = ['docx', 'odt'] as const;
      const prints = await processInLibreOffice(
        editable.map((format) => ({
          bytes: linedFile(format, revision),
          extension: format,
          action: 'none',
          as: 'pdf',
        })),
      );
      for (const [at, format] of editable.entries()) {
        const print = await pdfLines(prints[at] ?? new Uint8Array());
        expect(printedLines(print, expected), format).toEqual(expected);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

test('L10 between two open panels a frozen text of wide letters has no line out of sight', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(
    ' kommune til kommune hvordan dette er løst. Underdimensjonert samfunnsmedisinsk bemanning gir kommunene mangelfullt kunnskapsgrunnlag.',
  );
  await window.getByRole('button', { name: 'Frys versjon' }).click();
  await page.dialog.getByRole('button', { name: /^Frys/u }).click();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  await page.frozenView();
  await expect(page.text.locator('.frozen__line').filter({ hasText: 'Underdimensjonert' }).first()).toBeVisible();
  for (const width of [1024, 1280, 1366]) {
    await window.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => page.text.evaluate((stage) => stage.scrollWidth - stage.clientWidth), {
        message: `at ${width} pixels`,
      })
      .toBe(0);
    await window.screenshot({ path: `test-results/frozen-${width}.png` });
  }
});
