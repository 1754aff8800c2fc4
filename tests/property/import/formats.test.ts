import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain, noFormat, sameFormat, withFormats, type Format } from '#shared/domain/formats';
import { exportPaper } from '#shared/export';
import { importDocument, type ImportedDocument } from '#shared/import';
import { formatsOfLetters, noHouseStyle } from '#shared/import/recognise/emphasis';
import { countingIds } from '#shared/core/sources';
import { formattedProgramme, shownFormats } from '../../support/formattedProgramme';
import { importBytes, revisionOfImport } from '../../support/importedPapers';
import { rollDice } from '../../support/revisionGenerator';
import { wordFile } from '../../support/wordFile';
import { meeting, sampleFile } from '../../unit/export/meeting';

const address = 'https://hage.example/';
const bold: Format = { ...noFormat, bold: true };
const italic: Format = { ...noFormat, italic: true };
const looks: readonly Format[] = [
  noFormat,
  noFormat,
  bold,
  italic,
  { ...bold, italic: true },
  { ...noFormat, link: address },
];

interface Word {
  readonly text: string;
  readonly look: Format;
  /** What follows it: a space, the end of a line, or the middle of a word at the end of one. */
  readonly after: 'space' | 'line' | 'hyphen';
  readonly note: boolean;
}
const word: fc.Arbitrary<Word> = fc.record({
  text: fc.constantFrom('hagen', 'jord', 'Vann', 'dyrke', 'på', 'blåbær', 'og'),
  look: fc.constantFrom(...looks),
  after: fc.constantFrom('space', 'space', 'space', 'line', 'hyphen'),
  note: fc.boolean(),
});
const paragraphs = fc.array(fc.array(word, { minLength: 3, maxLength: 14 }), { minLength: 1, maxLength: 6 });

type Letter = readonly [string, Format];
const lettersOf = (text: string, look: Format): readonly Letter[] =>
  Array.from(text.match(/\p{L}/gu) ?? [], (sign) => [sign, look]);

/** The letters of all blocks in order, each with how it is set. */
function lettersIn({ blocks }: ImportedDocument): readonly Letter[] {
  return blocks.flatMap(({ block: { text, formats = [] } }) =>
    Array.from(text, (sign, at): readonly Letter[] => {
      const run = formats.find(({ start, end }) => start <= at && at < end);
      return /\p{L}/u.test(sign)
        ? [[sign, run ? { bold: run.bold, italic: run.italic, link: run.link } : noFormat]]
        : [];
    }).flat(),
  );
}

const sentenceOf = (words: readonly Word[]): readonly Word[] => [
  { text: 'Laget', look: noFormat, after: 'space', note: false },
  ...words,
  { text: 'slutt.', look: noFormat, after: 'space', note: false },
];

/** A sentence as runs of Word, each word cut in two, with line breaks, and figures raised by hand as markers of notes. */
function asWord(words: readonly Word[], number: string): string {
  const run = (text: string, { bold: b, italic: i, link }: Format, more = ''): string => {
    const inner = `<w:r><w:rPr>${b ? '<w:b/>' : ''}${i ? '<w:i w:val="1"/>' : ''}${more}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    return link === null ? inner : `<w:hyperlink r:id="lenke">${inner}</w:hyperlink>`;
  };
  const written = words.map(({ text, look, after, note }) => {
    const tail = after === 'space' ? run('  ', look) : `${after === 'hyphen' ? run('-', look) : ''}<w:r><w:br/></w:r>`;
    const marker = note ? run('7', look, '<w:vertAlign w:val="superscript"/>') : '';
    return `${run(text.slice(0, 2), look)}${run(text.slice(2), look)}${marker}${tail}`;
  });
  return `<w:p>${run(number, bold)}${written.join('')}</w:p>`;
}

const asHtml = (words: readonly Word[]): string =>
  `<p>${words
    .map(({ text, look, after }) => {
      const leaning = look.italic ? `<em>${text}</em>` : text;
      const weighted = look.bold ? `<b>${leaning}</b>` : leaning;
      const linked = look.link === null ? weighted : `<a href="${look.link}">${weighted}</a>`;
      return `${linked}${after === 'space' ? ' \n' : after === 'line' ? '<br>' : '-<br>'}`;
    })
    .join('')}</p>`;

const expectLetters = (document: ImportedDocument, source: readonly (readonly Word[])[]): void => {
  const wanted = source.flat().flatMap(({ text, look }) => lettersOf(text, look));
  expect(document.report.some(({ code }) => code === 'consonant-dropped')).toBe(false);
  expect(lettersIn(document)).toEqual(wanted);
};

describe('Bold, italic and links', () => {
  it('IX1 of a Word document are those of the same letters in the blocks, over line breaks, hyphens, markers and numbers', () => {
    fc.assert(
      fc.property(paragraphs, fc.constantFrom('', '1. ', '• '), (source, number) => {
        const texts = source.map(sentenceOf);
        const links = `<Relationship Id="lenke" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${address}" TargetMode="External"/>`;
        const body = texts.map((words, at) => asWord(words, number.replace('1', String(at + 1)))).join('');
        expectLetters(importBytes('a.docx', wordFile({ body, links })), texts);
      }),
      { numRuns: 60 },
    );
  });

  it('IX1 so are those of a web page', () => {
    fc.assert(
      fc.property(paragraphs, (source) => {
        const texts = source.map(sentenceOf);
        const page = `<!doctype html><html><body>${texts.map(asHtml).join('\n')}</body></html>`;
        expectLetters(importBytes('a.html', new TextEncoder().encode(page)), texts);
      }),
      { numRuns: 60 },
    );
  });

  const sample = revisionOfImport(importBytes('arbeidsprogram.txt', sampleFile()));
  for (const format of ['docx', 'odt', 'html', 'md'] as const)
    it(`IX5 of a programme that is written as ${format} and read again are the same`, () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const newest = formattedProgramme(sample, rollDice(seed));
          const output = exportPaper('text', format, { ...meeting(), amendments: [], newest, baseline: newest });
          if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
          const found = importBytes(`p.${format}`, output.value.bytes).blocks.map(({ block }) => shownFormats(block));
          expect(found).toEqual(newest.blocks.map(shownFormats));
        }),
        { numRuns: 2 },
      );
    });

  it('IX5 of any letters, beside any signs, come back from Markdown', () => {
    const letter = fc.tuple(
      fc.constantFrom('a', 'å', '1', '.', ':', '«', '»', '*', '🙂', ' '),
      fc.constantFrom(...looks),
    );
    fc.assert(
      fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), (letters) => {
        const signs: readonly Letter[] = [...Array.from('Laget graver h'), ...letters, ...Array.from('n her.')].map(
          (sign) => (typeof sign === 'string' ? [sign, noFormat] : sign),
        );
        const text = signs.map(([sign]) => sign).join('');
        fc.pre(!text.includes('  '));
        let end = 0;
        const runs = signs.map(([sign, look]) => ({ start: end, end: (end += sign.length), ...look }));
        const blocks = sample.blocks.map((block) =>
          block.kind === 'paragraph' && block.footnoteRefs.length === 0
            ? { ...block, text, ...withFormats(formatsOfLetters(text, runs, noHouseStyle)) }
            : block,
        );
        const newest = { ...sample, blocks };
        const output = exportPaper('text', 'md', { ...meeting(), amendments: [], newest, baseline: newest });
        if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
        const found = importBytes('p.md', output.value.bytes).blocks.map(({ block }) => shownFormats(block));
        expect(found).toEqual(blocks.map(shownFormats));
      }),
      { numRuns: 60 },
    );
  });

  it('IX4 have one form: in order, within the text, none plain, no space at an edge, no two neighbours alike', () => {
    const source = fc.string({
      unit: fc.constantFrom('a', 'å', ' ', '*', '_', '[', ']', '(', ')', '<', '>', '\n', '-', 'https://a.b', '1'),
    });
    fc.assert(
      fc.property(source, (text) => {
        const read = importDocument({ name: 'a.md', bytes: new TextEncoder().encode(`x ${text}`) }, countingIds('b'));
        if (!read.ok) throw new Error(read.failure.code);
        for (const { block } of read.value.blocks) {
          let last = { end: 0, ...noFormat };
          for (const { start, end, ...format } of block.formats ?? []) {
            expect(start).toBeGreaterThanOrEqual(last.end);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(block.text.length);
            expect(isPlain(format)).toBe(false);
            expect(start === last.end && sameFormat(last, format)).toBe(false);
            last = { end, ...format };
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
