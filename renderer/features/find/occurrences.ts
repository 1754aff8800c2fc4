import { range, type Range } from '#shared/core/range';

export interface FindOptions {
  /** Only where no letter or digit stands right before or after. */
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/**
 * Where the words stand in a text, from first to last, never overlapping. Ranges in UTF-16 code units. Letters are whole: «a» is not found in an «å» that is
 * written as «a» and a ring. A space finds a non-breaking one too; composed and decomposed letters find each other.
 */
export function occurrences(text: string, words: string, { wholeWord, matchCase }: FindOptions): readonly Range[] {
  // Two spaces are what one looks for when words were taken out between them; one is everywhere.
  if (words.trim() === '' && words.length < 2) return [];
  const forms = new Set([words.normalize('NFC'), words.normalize('NFD')].map(escaped));
  const anyForm = `(?:${[...forms].join('|')})(?!\\p{M})`.replaceAll(' ', '[ \u00a0\u202f]');
  const pattern = wholeWord ? `(?<![\\p{L}\\p{N}\\p{M}])${anyForm}(?![\\p{L}\\p{N}])` : anyForm;
  return [...text.matchAll(new RegExp(pattern, matchCase ? 'gu' : 'giu'))].map(({ index, 0: found }) =>
    range(index, index + found.length),
  );
}
