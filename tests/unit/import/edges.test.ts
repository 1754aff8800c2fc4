import { describe, expect, it } from 'vitest';
import {
  endsInHyphen,
  endsSentence,
  opensWithSmallWord,
  startsLower,
  startsUpper,
} from '../../../shared/import/recognise/edges';

/** What each of them is, as a pattern: the pattern is the definition, the code units only the faster way. */
const definitions = [
  ['startsLower', startsLower, /^["'«“(]?\p{Ll}(?!\p{Lu})/u],
  ['startsUpper', startsUpper, /^["'«“(]?(?:\p{Lu}|\p{Ll}\p{Lu})/u],
  ['endsSentence', endsSentence, /[.!?:…]["'»”’)\]]{0,3}$/],
  ['opensWithSmallWord', opensWithSmallWord, /^\p{Ll}\p{L}*[ ,.]/u],
  ['endsInHyphen', endsInHyphen, /\p{L}-$/u],
] as const;

/** A sign in every place that matters: first, after a mark, within a word, last, and behind signs that close. */
const around = (sign: string): readonly string[] => [
  sign,
  `${sign} `,
  `«${sign}a`,
  `a${sign} b`,
  `a${sign}-`,
  `A${sign}`,
  `${sign}A`,
  `.${sign}`,
  `.${sign}${sign}${sign}`,
  `.${sign}${sign}${sign}${sign}`,
  `a.${sign}")`,
];

describe('First and last signs of a text', () => {
  for (const [name, told, pattern] of definitions)
    it(`IH7 IW3 ${name} tells of every sign up to U+20FF what its pattern says`, () => {
      const wrong: string[] = [];
      for (let unit = 0; unit < 0x2100; unit++)
        for (const text of around(String.fromCharCode(unit))) if (told(text) !== pattern.test(text)) wrong.push(text);
      expect(wrong).toEqual([]);
      expect(told('')).toBe(false);
    });
});
