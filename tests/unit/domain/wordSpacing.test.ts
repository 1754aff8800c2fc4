import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeWords, spaceLeftOver, spacesAround } from '#shared/domain/wordSpacing';

/** A text with what is meant in brackets: `et [lite] ord`. */
function parse(marked: string): { readonly text: string; readonly start: number; readonly end: number } {
  const [start, close] = [marked.indexOf('['), marked.indexOf(']')];
  return { text: marked.replace(/[[\]]/gu, ''), start, end: close - 1 };
}

function cut(marked: string): { readonly text: string; readonly at: number; readonly words: string } {
  const { text, start, end } = parse(marked);
  const left = text.slice(0, start) + text.slice(end);
  const space = isWholeWords(text, { start, end }) ? spaceLeftOver(left, start) : null;
  return {
    text: space ? left.slice(0, space.start) + left.slice(space.end) : left,
    at: space && space.start < start ? start - 1 : start,
    words: text.slice(start, end),
  };
}

function put(text: string, at: number, words: string): string {
  const { before, within, after } = spacesAround(text, at, words);
  return text.slice(0, at) + before + words.slice(within.start, within.end) + after + text.slice(at);
}

describe('Spaces around words', () => {
  it.each([
    ['et [lite] ord', 'et ord'],
    ['[et] lite ord', 'lite ord'],
    ['et lite [ord]', 'et lite '],
    ['et lite [ord].', 'et lite.'],
    ['et [lite], ord', 'et, ord'],
    ['et («[lite] ord»)', 'et («ord»)'],
    ['et («lite [ord]»).', 'et («lite»).'],
    ['et [lite ]ord', 'et ord'],
    ['et[ lite] ord', 'et ord'],
    ['[et lite ord]', ''],
    // Parts of words, and signs alone.
    ['et [li]te ord', 'et te ord'],
    ['et li[te] ord', 'et li ord'],
    ['kap. [3].2 her', 'kap. .2 her'],
    ['nord-[øst] her', 'nord- her'],
    ['i 2027 [–] og', 'i 2027  og'],
    // What stood twice before does so still.
    ['et  [lite] ord', 'et   ord'],
    ['et [lite]  ord', 'et   ord'],
  ])('E33 cut out of «%s» what is left is «%s»', (marked, left) => {
    expect(cut(marked).text).toBe(left);
  });

  it.each([
    ['et| ord', 'lite', 'et lite ord'],
    ['et |ord', 'lite', 'et lite ord'],
    ['|ord', 'lite', 'lite ord'],
    ['et|', 'lite', 'et lite'],
    ['et ord|.', 'lite', 'et ord lite.'],
    ['et ord.|', 'lite', 'et ord. lite'],
    ['(|ord)', 'lite', '(lite ord)'],
    ['(ord|)', 'lite', '(ord lite)'],
    ['«ord»| her', 'lite', '«ord» lite her'],
    ['', 'lite', 'lite'],
    ['et| ord', 'lite ', 'et lite ord'],
    ['et |ord', ' lite', 'et lite ord'],
    ['et |ord', 'lite ', 'et lite ord'],
    ['et|ord', 'lite', 'etliteord'],
    ['kap. 3.|2', 'lite', 'kap. 3.lite2'],
    ['nord-|øst', 'lite', 'nord-liteøst'],
  ])('E33 put into «%s» «%s» gives «%s»', (marked, words, result) => {
    const at = Math.max(0, marked.indexOf('|'));
    expect(put(marked.replace('|', ''), at, words)).toBe(result);
  });

  const texts = fc
    .array(fc.constantFrom('ord', 'Å', '3.2', ' ', ' ', ' ', '.', ',', '(', ')', '«', '»', '-', '–'), { maxLength: 14 })
    .map((parts) => parts.join(''));
  const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

  it('E33 no sign but spaces comes or goes, and at most one on each side', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(), fc.nat(), fc.nat(), (text, other, a, b, c) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((one, two) => one - two) as [
          number,
          number,
        ];
        const { text: left, at, words } = cut(`${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`);
        expect(withoutSpaces(left)).toBe(withoutSpaces(text.slice(0, start) + text.slice(end)));
        expect(at).toBeLessThanOrEqual(left.length);
        expect(text.length - left.length - words.length).toBeLessThanOrEqual(1);
        const to = c % (other.length + 1);
        const result = put(other, to, words);
        expect(withoutSpaces(result)).toBe(withoutSpaces(other.slice(0, to) + words + other.slice(to)));
        expect(Math.abs(result.length - other.length - words.length)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('E33 words that are cut out and put back there stand as they stood', () => {
    const word = fc.constantFrom('ord', 'Å', '3.2', 'nord-øst', '2027');
    const sentences = fc.array(fc.tuple(word, fc.constantFrom('', '', '', ',', '.', '»', ')')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(sentences, fc.nat(), fc.nat(), (all, a, b) => {
        const parts = all.map(([one, sign]) => `${sign === '»' ? '«' : sign === ')' ? '(' : ''}${one}${sign}`);
        const [first, last] = [a % parts.length, b % parts.length].sort((one, two) => one - two) as [number, number];
        const marked = parts
          .map((part, nth) => `${nth === first ? '[' : ''}${part}${nth === last ? ']' : ''}`)
          .join(' ');
        const { text, at, words } = cut(marked);
        expect(put(text, at, words)).toBe(parts.join(' '));
      }),
    );
  });
});
