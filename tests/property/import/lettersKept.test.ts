import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { numberBlocks } from '#shared/domain/numbering';
import { importDocument, type ImportedDocument } from '#shared/import';
import { countLetters, wordsKept } from '../../support/letters';
import { seedNames } from '../../support/seedTruth';
import { sharedMaterial } from '../../support/sharedMaterial';

const read = (name: string, bytes: Uint8Array): ImportedDocument => {
  const imported = importDocument({ name, bytes }, countingIds('b'));
  if (!imported.ok) throw new Error(imported.failure.code);
  return imported.value;
};

const words = fc.constantFrom(
  'hagen',
  'Hagelaget',
  'jord',
  'og',
  'vann',
  'IKT-løsninger',
  'er',
  'Å',
  'at',
  'for',
  'bær',
  '«dyrke»',
  '2031',
  '40',
  '%',
  'så',
  'Å-laget',
  'ALLE',
  'é',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const markers = fc.constantFrom(
  '',
  '',
  '',
  '1. ',
  '2. ',
  '13. ',
  '1.1 ',
  'a) ',
  '(2) ',
  '• ',
  '- ',
  '– ',
  '\uf0b7 ',
  'o ',
  'I. ',
  '# ',
  '1 ',
  '31. desember ',
  '* ',
);
const ends = fc.constantFrom('.', '', ':', '?', '-', ',', '.1', '3', '/', '  ', '\t');
const line = fc
  .tuple(fc.constantFrom('', ' ', '  ', '\t', '\f'), markers, sentence, ends)
  .map((parts) => parts.join(''));
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n\n\n')), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.flat().join(''));

describe('Nothing is lost', () => {
  it('IP1 every letter of a plain text stands in a block or in the report', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = read('a.txt', new TextEncoder().encode(`x ${source}`));
        fc.pre(!document.report.some((entry) => entry.code === 'consonant-dropped'));
        // A letter that stands as a round bullet («o») is printed as the number of the block.
        expect(countLetters(wordsKept(document))).toEqual(countLetters([`x ${source}`]));
      }),
      { numRuns: 400 },
    );
  });

  it('IP2 sources are in the file, in order, and begin where their block begins', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = read('a.txt', new TextEncoder().encode(`x ${source}`));
        const rows = `x ${source}`.split(/\r\n|\n|\r/);
        let last = 0;
        for (const { block, source: span } of document.blocks) {
          if (span === null) throw new Error('no source');
          expect(span.fromLine).toBeGreaterThan(block.kind === 'footnote' ? 0 : last - 1);
          expect(span.toLine).toBeGreaterThanOrEqual(span.fromLine);
          expect(span.toLine).toBeLessThanOrEqual(rows.length);
          const first = /\p{L}+/u.exec(block.text)?.[0] ?? '';
          expect(rows.slice(span.fromLine - 1, span.toLine).join('\n')).toContain(first.slice(0, 1));
          if (block.kind !== 'footnote') last = span.fromLine;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('IP3 counting the blocks gives the printed numbers, texts are single-spaced and places of notes lie inside them', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (source, markdown) => {
        const document = read(markdown ? 'a.md' : 'a.txt', new TextEncoder().encode(`x ${source}`));
        expect(numberBlocks(document.blocks.map(({ block }) => block))).toEqual(
          document.blocks.map(({ number }) => number),
        );
        for (const { block } of document.blocks) {
          expect(block.text).toBe(block.text.replace(/\s+/g, ' ').trim());
          expect(block.text).not.toBe('');
          expect((block.level !== null) === (block.kind === 'heading')).toBe(true);
          for (const ref of block.footnoteRefs) expect(ref.offset).toBeLessThanOrEqual(block.text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  for (const name of seedNames) {
    const seed = sharedMaterial(`seeds/${name}`);
    it.skipIf(seed === null)(`IP4 every letter of the seed is kept (needs ../shared/seeds/${name})`, () => {
      const bytes = seed ?? new Uint8Array();
      expect(countLetters(wordsKept(read(name, bytes)))).toEqual(countLetters([new TextDecoder().decode(bytes)]));
    });
  }
});
