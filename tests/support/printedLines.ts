import { chromium } from '@playwright/test';
import { typeset } from '#server/typeset';
import { printedLabel } from '#shared/domain/label';
import { defaultLineSettings, layoutLines, type LineSettings } from '#shared/domain/lines';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { shapesOf } from '#shared/export/papers/programmeParagraphs';
import { defaultTemplates, type Template } from '#shared/export/template';
import { meeting } from '../unit/export/meeting';

export interface NumberedWords {
  readonly number: number;
  readonly words: string;
}

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** What must stand on paper: each line with its number, and before a block's first line the block's own number. */
export function expectedLines(revision: Revision): readonly NumberedWords[] {
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
export function printedLines(print: readonly string[], expected: readonly NumberedWords[]): readonly NumberedWords[] {
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

export async function linedPdf(newest: Revision): Promise<Uint8Array> {
  const output = exportPaper('text', 'pdf', { ...meeting(), newest, template: withoutContents });
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return pdf.value;
}

export function linedFile(format: 'docx' | 'odt', newest: Revision): Uint8Array {
  const output = exportPaper('text', format, { ...meeting(), newest, template: withoutContents });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

/** Text that tries how lines are set: capitals, long words, dashes, Sami letters, marks of their own. */
export const difficult = [
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

/** Measure, first number, and whether each chapter counts anew. */
export const lineSettingsToTry: readonly LineSettings[] = [
  defaultLineSettings,
  { measure: 60, start: 101, restart: 'never' },
  { measure: 80, start: 1, restart: 'chapter' },
];

/** The HTML paper as a browser prints it. */
export async function printHtml(newest: Revision): Promise<Uint8Array> {
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
