import { sentencesOf } from '#shared/domain/sentences';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cut = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each<readonly [string, readonly string[]]>([
    ['S1 one sentence', ['Alle skal med.']],
    ['S1 several', ['Alle skal med.', 'Ingen blir igjen!', 'Eller?']],
    ['S1 a quotation closes with its sentence', ['Hun sa «vi drar.»', 'Så dro de.']],
    ['S2 an abbreviation ends none', ['Vi vil ha fred, bl.a. i Norden, jf. Pkt. 3 og kap. 4 og f.eks. Oslo.']],
    ['S2 a small letter goes on', ['Vi vil ha kaffe m.m. og te.']],
  ])('%s', (_, sentences) => {
    expect(cut(sentences.join(' '))).toEqual(sentences);
  });

  it('S1 nothing but white space is lost, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let at = 0;
        for (const { start, end } of sentencesOf(text)) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
