import { range, type Range } from '../core/range';

/** A word to ask a dictionary about. */
export interface SpelledWord {
  /** As the dictionary is asked: composed, without soft hyphens (SP3). */
  readonly word: string;
  /** Where it stands, in UTF-16 code units of the text. */
  readonly rangeInText: Range;
  /** The character right after it, where no space is between: a hyphen (SP4) or a full stop (SP8) has a say. */
  readonly next: string;
}

const ADDRESS =
  /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\p{L}+|\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:no|com|org|net|eu|se|dk)\b(?:\/\S*)?/giu;
const STRETCH = /\S+/gu;
/** UTF-16 code units. What goes on for longer without a space is no prose (a picture as letters), and to look for addresses in it takes the square of its length. */
const LONGEST_STRETCH = 400;
const WORD = /[\p{L}\p{M}\u00ad]+(?:['’][\p{L}\p{M}\u00ad]+)*/gu;
/** More than a letter alone; its marks do not count. */
const LETTERS = /\p{L}.*\p{L}/u;
const ABBREVIATION = /^\p{Lu}{2,}(?:s|er|ene|en|et)?$/u;
/** Short parts with a full stop behind each: «bl.a.», «f.eks.)». */
const DOTTED = /^[^\p{L}\p{N}]*(?:\p{L}{1,4}\.){2,}[^\p{L}\p{N}]*$/u;
const LONGEST_ABBREVIATION = 4;
const DIGIT = /\p{N}/u;

/** The words of a text that are prose, from first to last (SP1–SP3). */
export function spelledWords(text: string): readonly SpelledWord[] {
  return [...text.matchAll(STRETCH)].flatMap(({ index: from, 0: stretch }) =>
    stretch.length > LONGEST_STRETCH || DOTTED.test(stretch) ? [] : wordsOfStretch(stretch, from),
  );
}

/** The words of what stands between two spaces; `from` is where it begins. */
function wordsOfStretch(stretch: string, from: number): readonly SpelledWord[] {
  const addresses = [...stretch.matchAll(ADDRESS)].map(({ index, 0: found }) => range(index, index + found.length));
  return [...stretch.matchAll(WORD)].flatMap(({ index, 0: found }) => {
    const end = index + found.length;
    const word = found.replaceAll('\u00ad', '').normalize('NFC');
    const isProse =
      LETTERS.test(word) &&
      !ABBREVIATION.test(word) &&
      !DIGIT.test(stretch[index - 1] ?? '') &&
      !DIGIT.test(stretch[end] ?? '') &&
      !addresses.some((address) => address.start <= index && index < address.end);
    return isProse ? [{ word, rangeInText: range(from + index, from + end), next: stretch[end] ?? '' }] : [];
  });
}

/** The forms of which one must be known for the word to be right (SP4, SP8). */
export function formsOf({ word, next }: SpelledWord): readonly string[] {
  if (next === '.' && word.length <= LONGEST_ABBREVIATION) return [word, `${word}.`];
  return next === '-' && word.length > 3 && /s$/iu.test(word) ? [word, word.slice(0, -1)] : [word];
}
