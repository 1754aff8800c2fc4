import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { exportPaper, paperOf, views, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import type { TypesetPurpose } from '#shared/ipc/platform';
import { saidInOrder } from '../support/paperWords';
import { askAboutPdf, pdfLines } from '../support/pdfText';
import { largeMeeting, worstMeeting } from '../unit/export/edge';
import { meeting } from '../unit/export/meeting';
import { revisionOf } from '../unit/export/programmes';

async function pdfOf(view: View, input: ExportInput, purpose: TypesetPurpose = 'preview'): Promise<Uint8Array> {
  const output = exportPaper(view, 'pdf', input);
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files, { purpose });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return pdf.value;
}

const textOf = async (view: View, input: ExportInput): Promise<string> =>
  (await pdfLines(await pdfOf(view, input))).join('\n').replace(/\s+/g, ' ');

const many = largeMeeting();

/** How often each letter and sign stands in a text, whatever its shape and order on paper; what only joins or divides others does not count. */
function countSigns(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of text.normalize('NFKD').replace(/[\s\p{Cf}\p{M}\p{P}]/gu, ''))
    counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

describe('E15 papers at the edge', () => {
  test('E15 a book of 500 amendments to 900 blocks has each of them once in the text and once in the index', async () => {
    expect(many.newest.blocks.length).toBeGreaterThanOrEqual(900);
    const print = await textOf('amendments', many);
    for (const number of [1, 250, 500]) {
      expect(print.split(`Forslag ${number} · kap.`).length - 1).toBe(1);
      expect(print).toMatch(new RegExp(`\\b${number} \\(s\\. \\d+\\)`));
    }
    expect(print).toContain('Havnelag 94');
  }, 120_000);

  test('E15 a point of 60 lines is divided over pages without losing a line', async () => {
    const print = await textOf('text', { ...many, amendments: [] });
    expect(print.split('At et punkt på seksti').length - 1).toBeGreaterThanOrEqual(40);
    expect(print).toContain('Et tomt kapittel');
  }, 60_000);

  test.each(views)(
    'E15 %s of texts and names at their worst keeps its standard, and no word of it is lost',
    async (view) => {
      const input = worstMeeting(view === 'minutes' || view === 'decided');
      const pdf = await pdfOf(view, input, 'paper');
      expect(Buffer.from(pdf).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const paper = paperOf(view, input, 'pdf');
      if (!paper.ok) throw new Error(paper.failure.code);
      const print = (await pdfLines(pdf)).join(' ');
      // Very long words are divided, and letters from right to left are printed as drawn: such words are counted, letter by letter.
      const words = (text: string): readonly string[] =>
        (text.normalize('NFC').match(/[\p{Script=Latin}\d]+/gu) ?? []).filter((word) => word.length < 32);
      const printed = new Set(words(print));
      const missing = countSigns(print);
      for (const { text } of saidInOrder(paper.value.blocks)) {
        for (const word of words(text)) if (!printed.has(word)) expect.fail(`«${word}» of «${text}»`);
        for (const [sign, count] of countSigns(text)) missing.set(sign, (missing.get(sign) ?? 0) - count);
      }
      expect([...missing].filter(([, left]) => left < 0)).toEqual([]);
    },
    60_000,
  );

  test('E15 a word that is wider than its cell does not leave the page', async () => {
    const word = 'loggbokføringspliktutvalgsmedlemskapsnemndasarkivnøkkelordlistetilleggsbestemmelse'.repeat(2);
    const newest = revisionOf(['= Program', '# Kapittel', `1. At ${word} står her.`]);
    const pdf = await pdfOf('synopsis', { ...meeting(), newest, amendments: [] });
    const boxes = await askAboutPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']);
    const right = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, edge]) => Number(edge));
    // A4 on its side is 842 points wide.
    expect(Math.max(...right)).toBeLessThan(842);
  }, 60_000);

  test.each(views.filter((view) => view !== 'tracked' && view !== 'synopsis'))(
    'E15 %s without amendments and without a former period has something to say',
    async (view) => {
      const print = await textOf(view, { ...meeting(), baseline: null, amendments: [] });
      expect(print.length).toBeGreaterThan(150);
      expect(print).not.toContain('undefined');
      expect(print).not.toContain('null');
    },
    60_000,
  );
});
