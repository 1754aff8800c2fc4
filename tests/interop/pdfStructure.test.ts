import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { layoutLines } from '#shared/domain/lines';
import { exportPaper, paperOf, supported, views, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import type { TypesetPurpose } from '#shared/ipc/platform';
import { templateWithLogo } from '../support/logo';
import { saidInOrder } from '../support/paperWords';
import { askAboutPdf, pdfLines } from '../support/pdfText';
import { readAloud } from '../support/readAloud';
import { meeting } from '../unit/export/meeting';
import { revisionOf } from '../unit/export/programmes';

async function pdfOf(view: View, input: ExportInput, purpose: TypesetPurpose = 'paper'): Promise<Uint8Array> {
  const output = exportPaper(view, 'pdf', input);
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files, { purpose });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return pdf.value;
}

const structureOf = (pdf: Uint8Array): Promise<string> => askAboutPdf(pdf, 'pdfinfo', (file) => ['-struct-text', file]);

/** How many lines are drawn on the pages, whatever their colour. */
async function linesDrawn(pdf: Uint8Array): Promise<number> {
  const content = await askAboutPdf(pdf, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);
  return [...content.matchAll(/^[\d.-]+ [\d.-]+ l\b/gm)].length;
}

/** Words are divided at the ends of lines, with a hyphen that is none of the text's. */
const withoutSpace = (text: string): string => text.replace(/[\s\u00ad-]+/g, '');

/** What is written on the pages without saying what it is: neither part of the structure nor an artifact (ISO 14289-1, 7.1). */
async function wordsOutsideTags(pdf: Uint8Array): Promise<readonly string[]> {
  const file = await askAboutPdf(pdf, 'qpdf', (path) => ['--qdf', '--object-streams=disable', path, '-']);
  const outside: string[] = [];
  for (const [, content = ''] of file.matchAll(/\nstream\n([^]*?)\nendstream/g)) {
    if (!/^BT$/m.test(content)) continue;
    let depth = 0;
    for (const line of content.split('\n')) {
      if (/\bB(?:DC|MC)$/.test(line)) depth += 1;
      else if (/^EMC$/.test(line)) depth -= 1;
      else if (depth === 0 && /\bT[jJ]$/.test(line)) outside.push(line);
    }
  }
  return outside;
}

const inputFor = (view: View): ExportInput => ({
  ...meeting(view === 'minutes' || view === 'decided'),
  template: templateWithLogo(),
});

describe('E9 the structure of a PDF', () => {
  test.each(views.filter((view) => supported(view).includes('pdf')))(
    'E9 %s is whole, says what it conforms to, and has language, title, headings and a described logo',
    async (view) => {
      const pdf = await pdfOf(view, inputFor(view));
      await expect(askAboutPdf(pdf, 'qpdf', (file) => ['--check', file])).resolves.toContain('No syntax or stream');
      const source = Buffer.from(pdf).toString('latin1');
      expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(source).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
      expect(source).toContain('<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>');
      expect(source).toMatch(/\/DisplayDocTitle true/);
      expect(source).toMatch(/\/Lang \(nb(?:-NO)?\)/);
      expect(source).toMatch(/\/OutputIntents/);
      const about = await askAboutPdf(pdf, 'pdfinfo', (file) => [file]);
      expect(about).toMatch(/Title: +Arbeidsprogram .* – /);
      expect(about).toMatch(/Tagged: +yes/);
      expect(about).toMatch(/Page size: +(?:595|841)/);
      const structure = await structureOf(pdf);
      // The logo; and where what became of the text is shown, the picture of it.
      expect(structure.match(/\bFigure\b/gu)?.length).toBe(view === 'tracked' ? 2 : 1);
      const levels = [...structure.matchAll(/^ *H(\d)\b/gm)].map(([, level]) => Number(level));
      // Rule E9: the first is 1, and none is skipped on the way down.
      for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);

      // Every font is in the file, every table says what heads its columns, every point has its label.
      const fonts = (await askAboutPdf(pdf, 'pdffonts', (file) => [file])).split('\n').slice(2, -1);
      expect(fonts.length).toBeGreaterThan(1);
      for (const font of fonts) expect(font).toMatch(/\byes yes yes +\d+ +\d+$/);
      expect(structure.match(/^ *TH\b/m) !== null).toBe(structure.match(/^ *Table\b/m) !== null);
      expect(structure.match(/^ *Lbl\b/gm)?.length ?? 0).toBeGreaterThanOrEqual(
        structure.match(/^ *LI\b/gm)?.length ?? 0,
      );
      expect(await wordsOutsideTags(pdf)).toEqual([]);
      // What parts two facts stands between them, never last on a line.
      for (const line of await pdfLines(pdf)) expect(line).not.toMatch(/·\s*$/);

      // The paper is read out in the order in which it is written.
      const paper = paperOf(view, inputFor(view), 'pdf');
      if (!paper.ok) throw new Error(paper.failure.code);
      const read = withoutSpace((await readAloud(pdf)).join(''));
      let from = 0;
      for (const { text } of saidInOrder(paper.value.blocks)) {
        const words = withoutSpace(text);
        const found = read.indexOf(words, from);
        expect(found, text).toBeGreaterThanOrEqual(from);
        from = found + words.length;
      }
      const bookmarks = await askAboutPdf(pdf, 'qpdf', (file) => ['--json', '--json-key=outlines', file]);
      for (const block of paper.value.blocks) {
        if (block.type === 'heading') expect(bookmarks).toContain(JSON.stringify(block.text).slice(1, -1));
      }
    },
  );

  test('E9 a table has header cells that its cells name, a list its labels, and contents their links', async () => {
    const minutes = await structureOf(await pdfOf('minutes', inputFor('minutes')));
    expect(minutes).toMatch(/TH <\w+>/);
    expect(minutes).toMatch(/\/Headers \[\(\w+\)\]/);
    const book = await structureOf(await pdfOf('amendments', inputFor('amendments')));
    expect(book).toMatch(/TOCI[\s\S]*Reference[\s\S]*Link/);
    expect(book).toMatch(/LI \(block\)\s+Lbl/);
  });

  test('E4 a line number is an artifact: it is printed, and not read out', async () => {
    const pdf = await pdfOf('text', inputFor('text'));
    const numbers = Array.from({ length: 60 }, (_, at) => String(at + 100));
    const print = await pdfLines(pdf);
    for (const number of numbers) expect(print.some((line) => line.trimStart().startsWith(`${number} `))).toBe(true);
    const structure = await structureOf(pdf);
    for (const number of numbers) expect(structure).not.toContain(`"${number}"`);
  });

  test('E14 every page says whose it is, which revision, and which page of how many', async () => {
    const print = (await pdfLines(await pdfOf('text', inputFor('text')))).join('\n').split('\f').slice(0, -1);
    expect(print.length).toBeGreaterThan(3);
    for (const [at, page] of print.entries()) {
      expect(page).toContain('Innstilling · ');
      expect(page).toContain('10. februar 2027');
      expect(page).toContain(`side ${at + 1} av ${print.length}`);
      expect(page).toContain('Havnefogdforbundet');
    }
  });

  test('E9 a heading never stands alone at the foot of a page', async () => {
    // Filled line by line, so that every heading comes to stand at the foot for one of the lengths.
    for (let lines = 30; lines < 46; lines += 1) {
      const filling = Array.from({ length: lines }, (_, at) => `1. Punkt nummer ${at + 1} er kort.`);
      const newest = revisionOf([
        ...['= Program', '# Første kapittel', ': Vi vil:', ...filling],
        ...['# Andre kapittel', ': Forbundet krever:', '1. At det aldri står igjen.'],
      ]);
      const pages = (await pdfLines(await pdfOf('text', { ...meeting(), newest }, 'preview')))
        .join('\n')
        .split('\f')
        .slice(1);
      const page = pages.find((text) => text.includes('Andre kapittel'));
      expect(page, `${lines} lines`).toContain('At det aldri står igjen.');
    }
  });

  test.each(['tracked', 'amendments', 'proposal', 'synopsis'] as const)(
    'E10 %s in black and white: what is struck stands in brackets and is crossed out, what is new is underlined',
    async (view) => {
      const input = inputFor(view);
      const pdf = await pdfOf(view, input);
      const struck = [...(await pdfLines(pdf)).join(' ').matchAll(/\[[^\]]+\]/g)].length;
      expect(struck).toBeGreaterThan(0);
      // The same paper of a text in which nothing was changed has none of the lines that are drawn under and through words.
      const unchanged = await pdfOf(view, { ...input, baseline: input.newest, amendments: [] });
      expect((await linesDrawn(pdf)) - (await linesDrawn(unchanged))).toBeGreaterThanOrEqual(2 * struck);
    },
  );

  test('E9 no page begins or ends with one single line of a paragraph', async () => {
    const long =
      'Havna er åpen hele døgnet for alle som trenger ly for været, og den som kommer først får plass først. ';
    for (let lines = 28; lines < 40; lines += 1) {
      const filling = Array.from({ length: lines }, (_, at) => `1. Punkt nummer ${at + 1} er kort.`);
      const newest = revisionOf(['= Program', '# Kapittel', ': Vi vil:', ...filling, long.repeat(4).trim()]);
      const { blocks, lineSettings } = newest;
      const paragraph = layoutLines(blocks, lineSettings).at(-1) ?? [];
      const pages = (await pdfLines(await pdfOf('text', { ...meeting(), newest }, 'preview'))).join('\n').split('\f');
      const parts = pages
        .map((page) => paragraph.filter(({ number }) => new RegExp(`^ *${number} +\\S`, 'm').test(page)).length)
        .filter((count) => count > 0);
      expect(Math.min(...parts), `${lines} points before`).toBeGreaterThanOrEqual(2);
    }
  });

  test('E15 emoji, Sami letters, Hebrew and Arabic are printed, and the paper keeps its promises', async () => {
    const newest = revisionOf(['= Program 🙂', '# Čđŋšŧž', '1. At שלום עולם og سلام leses riktig, også 👩‍⚕️.']);
    const pdf = await pdfOf('text', { ...meeting(), newest });
    expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const print = (await pdfLines(pdf)).join(' ');
    expect(print).toContain('Čđŋšŧž');
    expect(print).toContain('שלום');
  });
});
