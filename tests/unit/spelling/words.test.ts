import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { range } from '#shared/core/range';
import {
  addOwnWord,
  followPlaces,
  formsOf,
  isJoinedByS,
  isOwnWord,
  namesIn,
  keepOwnWords,
  readOwnWords,
  spelledWords,
} from '#shared/spelling';

const wordsOf = (text: string): readonly string[] => spelledWords(text).map(({ word }) => word);

describe('words that are spelled', () => {
  it('SP1 letters in a row, with apostrophes inside; hyphens part words', () => {
    expect(wordsOf('Rus- og sol-løsninger, ikke «Nes’ hage» eller O’Hara.')).toEqual([
      ...['Rus', 'og', 'sol', 'løsninger', 'ikke', 'Nes', 'hage', 'eller', 'O’Hara'],
    ]);
  });

  it.each([
    ['a letter alone', 'a å B'],
    ['what stands with digits', '12b k2 2023te 3D'],
    ['abbreviations', 'NHO IKT KLFs PCer'],
    ['abbreviations of parts', 'bl.a. (m.fl.) f.eks., «d.v.s.»'],
    [
      'what goes on for longer than any word, in time that grows with its length',
      `${'a-'.repeat(300_000)} ${'x'.repeat(600_000)}`,
    ],
    ['addresses', 'hanne@hagelaget.no https://frø.no/jord-og-vann www.kompost.org hagelaget.no/om'],
  ])('SP2 never asked about: %s', (_what, text) => {
    expect(wordsOf(text)).toEqual([]);
  });

  it('SP3 soft hyphens are left out and letters composed; the range is that of the text as it stands', () => {
    const text = 'I sol\u00adskinn ga\u030ar';
    expect(
      spelledWords(text).map(({ word, rangeInText }) => [word, text.slice(rangeInText.start, rangeInText.end)]),
    ).toEqual([
      ['solskinn', 'sol\u00adskinn'],
      ['gåar'.replace('gåa', 'gå'), 'ga\u030ar'],
    ]);
  });

  it('SP4 the part before a hyphen is right with the joining s or without it', () => {
    const [first, second] = spelledWords('yrkes-hage');
    expect(first && formsOf(first)).toEqual(['yrkes', 'yrke']);
    expect(second && formsOf(second)).toEqual(['hage']);
  });

  it('SP2 two sentences without a space between them are no abbreviation', () => {
    expect(wordsOf('Det er bra.Vi går.')).toEqual(['Det', 'er', 'bra', 'Vi', 'går']);
  });

  it('SP8 a short word before a full stop is right with it or without it', () => {
    expect(spelledWords('kl. frø hagen.').map(formsOf)).toEqual([['kl', 'kl.'], ['frø'], ['hagen']]);
  });

  describe('SP9 a noun and a word that an s joins', () => {
    const listed = new Set('arbeid arbeidet hverdag yrke yrket rett glass glasset skal tegn skje snart for'.split(' '));
    const isRight = (word: string): boolean => isJoinedByS(word, (part) => listed.has(part));

    it.each(['arbeidshverdag', 'Arbeidshverdag', 'yrkesrett', 'yrkesmessig'])('%s is right', (word) => {
      expect(isRight(word)).toBe(true);
    });

    it.each([
      ['joined without it', 'arbeidhverdag'],
      ['what is no noun', 'skalshverdag'],
      ['a second s', 'glasshverdag'],
      ['an unknown last part', 'arbeidshvredag'],
      ['a part that is too short', 'arbeidsfor'],
      ['capitals within', 'arbeidsHverdag'],
      ['nothing joined', 'hverdag'],
    ])('not with %s: %s', (_what, word) => {
      expect(isRight(word)).toBe(false);
    });
  });

  it('SP5 one’s own word is right with a capital and in capitals, and its own capitals are kept', () => {
    const own = addOwnWord(addOwnWord(new Set(), 'losforum'), 'Hagefred');
    expect(['losforum', 'Losforum', 'LOSFORUM', 'Hagefred', 'HAGEFRED'].every((word) => isOwnWord(own, word))).toBe(
      true,
    );
    expect(['hagefred', 'losForum', 'losfora'].some((word) => isOwnWord(own, word))).toBe(false);
    expect([...readOwnWords(keepOwnWords(own))]).toEqual(['losforum', 'Hagefred']);
    expect([...readOwnWords('')]).toEqual([]);
  });

  it.each(['Krøllhagelagets program for våtgrep', 'KRØLLHAGELAGETS PROGRAM'])(
    'SP7 the names in a title are right, with the s of a possessor and without it: %s',
    (title) => {
      const right = ['Krøllhagelagets', 'Krøllhagelaget', 'krøllhagelaget', 'KRØLLHAGELAGET'];
      expect(right.filter((word) => !isOwnWord(namesIn(title), word))).toEqual([]);
      expect(['krøllhage', 'våtgrep'].filter((word) => isOwnWord(namesIn(title), word))).toEqual([]);
    },
  );

  it('SP6 a place follows its words, whatever is written elsewhere; one that is touched is let go', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '.', ' '), maxLength: 30 });
    fc.assert(
      fc.property(letters, letters, letters, letters, (before, inserted, after, extra) => {
        const word = 'xyz';
        const text = `${before}${word}${after}`;
        const place = range(before.length, before.length + word.length);
        const elsewhere = [
          `${before}${inserted} ${word}${after}`,
          `${before}${word} ${extra}${after}`,
          `${word}${after}`,
        ];
        for (const changed of elsewhere) {
          for (const { start, end } of followPlaces(text, changed, [place]))
            expect(changed.slice(start, end)).toBe(word);
        }
        expect(
          followPlaces(`${before} ${word} ${after}`, `${before}q ${word} ${after}`, [
            range(before.length + 1, before.length + 4),
          ]),
        ).toHaveLength(1);
        expect(followPlaces(text, `${before}xqz${after}`, [place])).toEqual([]);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
