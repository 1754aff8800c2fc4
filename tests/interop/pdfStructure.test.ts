import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { exportPaper, supported, views, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import { readTemplate, type Template } from '#shared/export/template';
import { askAboutPdf, pdfLines } from '../support/pdfText';
import { meeting } from '../unit/export/meeting';
import { revisionOf } from '../unit/export/programmes';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 5h30" stroke="#123"/></svg>';

function templateWithLogo(): Template {
  const logo = { data: { format: 'svg', source: drawing }, alternative: 'Forbundets merke', width: 30, height: 10 };
  const given = { organisation: { name: 'Havnefogdforbundet', colour: '#1c4a6e', logo } };
  const template = readTemplate(JSON.stringify(given), 'nb');
  if (!template.ok) throw new Error(template.failure.code);
  return template.value;
}

async function pdfOf(view: View, input: ExportInput): Promise<Uint8Array> {
  const output = exportPaper(view, 'pdf', input);
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return pdf.value;
}

const structureOf = (pdf: Uint8Array): Promise<string> => askAboutPdf(pdf, 'pdfinfo', (file) => ['-struct-text', file]);

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
      expect(structure).toContain('Figure');
      const levels = [...structure.matchAll(/^ *H(\d)\b/gm)].map(([, level]) => Number(level));
      // Rule E9: the first is 1, and none is skipped on the way down.
      for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    },
  );

  test('E9 the text is read in the order in which it is written', async () => {
    const input = inputFor('text');
    const structure = await structureOf(await pdfOf('text', input));
    const read = [...structure.matchAll(/"([^"]*)"/g)]
      .map(([, text]) => text)
      .join('')
      .replace(/\s+/g, '');
    let from = 0;
    for (const { text } of input.newest.blocks.filter(({ kind }) => kind !== 'title')) {
      const found = read.indexOf(text.replace(/\s+/g, ''), from);
      expect(found, text).toBeGreaterThanOrEqual(from);
      from = found;
    }
  });

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
      const pages = (await pdfLines(await pdfOf('text', { ...meeting(), newest }))).join('\n').split('\f').slice(1);
      const page = pages.find((text) => text.includes('Andre kapittel'));
      expect(page, `${lines} lines`).toContain('At det aldri står igjen.');
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
