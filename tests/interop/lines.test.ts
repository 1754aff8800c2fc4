import { chromium } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { countingIds } from '#shared/core/sources';
import { defaultLineSettings, layoutLines, type LineSettings } from '#shared/domain/lines';
import { printedLabel } from '#shared/domain/label';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { defaultTemplates, type Template } from '#shared/export/template';
import { shapesOf } from '#shared/export/papers/programmeParagraphs';
import { importDocument } from '#shared/import';
import { processInLibreOffice } from '../support/libreOffice';
import { askAboutPdf, pdfLines } from '../support/pdfText';
import { sharedMaterial } from '../support/sharedMaterial';
import { meeting, revisedSampleLines } from '../unit/export/meeting';
import { revisionOf, revisionWith } from '../unit/export/programmes';

interface NumberedWords {
  readonly number: number;
  readonly words: string;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** What must stand on paper: each line with its number, and before a block's first line the block's own number. */
function expectedLines(revision: Revision): readonly NumberedWords[] {
  const shapes = shapesOf(revision.blocks);
  return layoutLines(revision.blocks, revision.lineSettings).flatMap((lines, index) =>
    lines.map(({ number, rangeInText }, at) => {
      const shape = shapes[index];
      const label = at === 0 && shape !== undefined ? printedLabel(shape.kind, shape.number) : '';
      const text = revision.blocks[index]?.text.slice(rangeInText.start, rangeInText.end) ?? '';
      return { number, words: withoutSpace(label + text) };
    }),
  );
}

/** Lines of print that begin with a number in the margin. Spaces are left out: a PDF says where letters stand, not what is between. */
function printedLines(print: readonly string[], expected: readonly NumberedWords[]): readonly NumberedWords[] {
  const rows = print.flatMap((row) => {
    const found = /^\s*(\d+)\s+(\S.*)$/.exec(row.replace(/\f/g, ''));
    return found === null ? [] : [{ number: Number(found[1]), words: withoutSpace(found[2] ?? '') }];
  });
  // Running heads may begin with digits too; they never have the number that is due.
  let due = 0;
  return rows.filter(({ number }) => {
    const isDue = number === expected[due]?.number;
    if (isDue) due += 1;
    return isDue;
  });
}

/** Entries of the contents begin with numbers too, and would be taken for lines. */
const withoutContents: Template = {
  ...defaultTemplates.nb,
  papers: { ...defaultTemplates.nb.papers, text: { ...defaultTemplates.nb.papers.text, contents: false } },
};

async function pdfOf(newest: Revision): Promise<Uint8Array> {
  const output = exportPaper('text', 'pdf', { ...meeting(), newest, template: withoutContents });
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return pdf.value;
}

function editableOf(format: 'docx' | 'odt', newest: Revision): Uint8Array {
  const output = exportPaper('text', format, { ...meeting(), newest, template: withoutContents });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

const difficult = [
  '= Program for lange linjer og store bokstaver i en tid der alt skal få plass',
  '# OVERSKRIFT MED BARE STORE BOKSTAVER SOM ER BREDERE ENN VANLIG TEKST I BOKA',
  'MMMMMMMMMM WWWWWWWWWW MMMMMMMMMM WWWWWWWWWW MMMMMMMMMM WWWWWWWWWW MMMMMMMMMM WWWWWWWWWW',
  'Et avsnitt med ord-med-bindestrek, tall som 2 500 000 og 12,5 %, og en svært lang adresse uten et eneste sted å dele: loggbokføringspliktutvalgsmedlemskapsnemndasarkivnøkkelordlistetillegg.',
  ': Forbundet vil arbeide for:',
  '1. AT ALLE LOSER I HELE LANDET SKAL FÅ LIKE VILKÅR UANSETT HVOR DE BOR OG HVEM DE SEILER FOR, OG',
  '1. At čáhci, eŋgelas, šaddu, ŧ og ž skrives slik de skal.',
  '## Underkapittel',
  '• Et kulepunkt som er så langt at det må deles over flere linjer, slik at innrykket også prøves her.',
  '7b) Et punkt med sitt eget merke.',
];

const settings: readonly LineSettings[] = [
  defaultLineSettings,
  { measure: 60, start: 101, restart: 'never' },
  { measure: 80, start: 1, restart: 'chapter' },
];

describe('E4 the same lines everywhere', () => {
  test.each(settings)('E4 PDF, measure $measure, from $start, restart $restart', async (lineSettings) => {
    for (const lines of [revisedSampleLines(), difficult]) {
      const revision = revisionOf(lines, { lineSettings });
      const expected = expectedLines(revision);
      expect(printedLines(await pdfLines(await pdfOf(revision)), expected)).toEqual(expected);
    }
  });

  test.each(['docx', 'odt'] as const)('E4 %s through LibreOffice', async (format) => {
    const revisions = settings.flatMap((lineSettings) =>
      [revisedSampleLines(), difficult].map((lines) => revisionOf(lines, { lineSettings })),
    );
    const pdfs = await processInLibreOffice(
      revisions.map((revision) => ({
        bytes: editableOf(format, revision),
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
    const pdf = await pdfOf(revision);
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

/** The HTML paper as a browser prints it. */
async function printHtml(newest: Revision): Promise<Uint8Array> {
  const output = exportPaper('text', 'html', { ...meeting(), newest, template: withoutContents });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('html expected');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(new TextDecoder().decode(output.value.bytes));
    return await page.pdf({ format: 'A4' });
  } finally {
    await browser.close();
  }
}

describe('E4 the lines of the HTML paper', () => {
  test('E4 HTML, as a browser prints it', async () => {
    const revision = revisionWith(meeting().newest.blocks);
    const expected = expectedLines(revision);
    expect(printedLines(await pdfLines(await printHtml(revision)), expected)).toEqual(expected);
  });
});

const seed = sharedMaterial('seeds/000_d3fc95b251bbff35.txt');

describe.skipIf(seed === null)('E4 the lines of a real programme (needs ../shared/seeds/000)', () => {
  test('E4 PDF', async () => {
    const imported = importDocument({ name: 'program.txt', bytes: seed ?? new Uint8Array() }, countingIds('s'));
    if (!imported.ok) throw new Error(imported.failure.code);
    const revision = revisionWith(imported.value.blocks.map(({ block }) => block));
    const expected = expectedLines(revision);
    expect(printedLines(await pdfLines(await pdfOf(revision)), expected)).toEqual(expected);
  });
});
