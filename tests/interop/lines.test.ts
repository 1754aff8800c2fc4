import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { shapesOf } from '#shared/export/papers/programmeParagraphs';
import { importDocument } from '#shared/import';
import { processInLibreOffice } from '../support/libreOffice';
import { askAboutPdf, pdfLines } from '../support/pdfText';
import {
  difficult,
  expectedLines,
  linedFile,
  linedPdf,
  lineSettingsToTry,
  printedLines,
  printHtml,
} from '../support/printedLines';
import { sharedMaterial } from '../support/sharedMaterial';
import { revisedSampleLines } from '../unit/export/meeting';
import { revisionOf, revisionWith } from '../unit/export/programmes';

describe('E4 the same lines everywhere', () => {
  test.each(lineSettingsToTry)('E4 PDF, measure $measure, from $start, restart $restart', async (lineSettings) => {
    for (const lines of [revisedSampleLines(), difficult]) {
      const revision = revisionOf(lines, { lineSettings });
      const expected = expectedLines(revision);
      expect(printedLines(await pdfLines(await linedPdf(revision)), expected)).toEqual(expected);
    }
  });

  test.each(['docx', 'odt'] as const)('E4 %s through LibreOffice', async (format) => {
    const revisions = lineSettingsToTry.flatMap((lineSettings) =>
      [revisedSampleLines(), difficult].map((lines) => revisionOf(lines, { lineSettings })),
    );
    const pdfs = await processInLibreOffice(
      revisions.map((revision) => ({
        bytes: linedFile(format, revision),
        extension: format,
        action: 'none',
        as: 'pdf' as const,
      })),
    );
    for (const [at, revision] of revisions.entries()) {
      const expected = expectedLines(revision);
      const print = await pdfLines(pdfs[at] ?? new Uint8Array());
      expect.soft(printedLines(print, expected), JSON.stringify(revision.lineSettings)).toEqual(expected);
    }
  });

  test('E9 the PDF is sound, tagged, and has a bookmark for each heading', async () => {
    const revision = revisionOf(revisedSampleLines());
    const pdf = await linedPdf(revision);
    expect(await askAboutPdf(pdf, 'qpdf', (file) => ['--check', file])).toContain(
      'No syntax or stream encoding errors',
    );
    const info = await askAboutPdf(pdf, 'pdfinfo', (file) => [file]);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Arbeidsprogram/);
    const json: unknown = JSON.parse(await askAboutPdf(pdf, 'qpdf', (file) => ['--json', '--json-key=outlines', file]));
    const titles = JSON.stringify(json).match(/"title":"[^"]*"/g) ?? [];
    const shapes = shapesOf(revision.blocks);
    const headings = revision.blocks.flatMap(({ kind, text }, at) =>
      kind === 'heading' ? [`"title":"${shapes[at]?.number ?? ''} ${text}"`] : [],
    );
    expect(titles).toEqual(headings);
  });
});

describe('E4 the lines of the HTML paper', () => {
  test.each(lineSettingsToTry)(
    'E4 HTML, as a browser prints it, measure $measure, from $start, restart $restart',
    async (lineSettings) => {
      for (const lines of [revisedSampleLines(), difficult]) {
        const revision = revisionOf(lines, { lineSettings });
        const expected = expectedLines(revision);
        expect(printedLines(await pdfLines(await printHtml(revision)), expected)).toEqual(expected);
      }
    },
  );
});

const seed = sharedMaterial('seeds/000_d3fc95b251bbff35.txt');

describe.skipIf(seed === null)('E4 the lines of a real programme (needs ../shared/seeds/000)', () => {
  test('E4 PDF', async () => {
    const imported = importDocument({ name: 'program.txt', bytes: seed ?? new Uint8Array() }, countingIds('s'));
    if (!imported.ok) throw new Error(imported.failure.code);
    const revision = revisionWith(imported.value.blocks.map(({ block }) => block));
    const expected = expectedLines(revision);
    expect(printedLines(await pdfLines(await linedPdf(revision)), expected)).toEqual(expected);
  });
});
