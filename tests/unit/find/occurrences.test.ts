import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences } from '../../../renderer/features/find/occurrences';

const found = (text: string, words: string, options: { wholeWord?: boolean; matchCase?: boolean } = {}) =>
  occurrences(text, words, { wholeWord: false, matchCase: false, ...options }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('Finding words in a text', () => {
  test.each([
    ['whatever the case', 'Åpne dører, åpne sinn', 'ÅPNE', {}, ['Åpne', 'åpne']],
    ['only the same case', 'Åpne dører, åpne sinn', 'åpne', { matchCase: true }, ['åpne']],
    ['in the middle of words', 'lege, leger, overlege', 'lege', {}, ['lege', 'lege', 'lege']],
    ['as whole words', 'lege, leger, overlege, lege-vakt', 'lege', { wholeWord: true }, ['lege', 'lege']],
    ['æøå end no word', 'på, påå, påle', 'på', { wholeWord: true }, ['på']],
    ['signs stand for themselves', 'a.b axb (a.b)', 'a.b', {}, ['a.b', 'a.b']],
    ['a space finds a non-breaking one', 'kap. 3 og kap.\u00a03', 'kap. 3', {}, ['kap. 3', 'kap.\u00a03']],
    ['composed finds decomposed', 'ga\u030a, gå', 'gå', {}, ['ga\u030a', 'gå']],
    ['a letter is no part of another', 'ga\u030a', 'ga', {}, []],
    ['they do not overlap', 'aaaa', 'aa', {}, ['aa', 'aa']],
    ['two spaces are found', 'a  b c', '  ', {}, ['  ']],
    ['one space is not looked for', 'a  b c', ' ', {}, []],
    ['nothing finds nothing', 'a b', '  ', {}, []],
  ] as const)('%s', (_, text, words, options, expected) => {
    expect(found(text, words, options)).toEqual(expected);
  });

  test('what is found is what was looked for, and nothing between two finds holds it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' ', '.') }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'å', '.'), minLength: 1, maxLength: 3 }),
        (text, words) => {
          const places = occurrences(text, words, { wholeWord: false, matchCase: true });
          let end = 0;
          for (const place of places) {
            expect(text.slice(place.start, place.end)).toBe(words);
            expect(text.slice(end, place.start + words.length - 1)).not.toContain(words);
            end = place.end;
          }
          expect(text.slice(end)).not.toContain(words);
        },
      ),
    );
  });
});
