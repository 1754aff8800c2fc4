import { numberWords, type NumberedWords } from './numberedWords';
import { readable } from './readable';
import { sentenceHunks } from './sentenceHunks';
import { tokensOf, type Token } from './tokens';
import { createVocabulary, type Vocabulary } from './vocabulary';

export interface WordDiff {
  readonly tokens: readonly Token[];
  /** False when the texts were too long and too unlike for a smallest set of changes. */
  readonly exact: boolean;
}

/** What a reader sees changed between two texts. Total and exact (D1): `=` and `-` spell the base, `=` and `+` the current. */
export function wordDiff(base: string, current: string): readonly Token[] {
  if (base === current) return base === '' ? [] : [['=', base]];
  const vocabulary = createVocabulary();
  return wordDiffOf(numberWords(base, vocabulary), numberWords(current, vocabulary), vocabulary).tokens;
}

/** The same on words that are numbered already. */
export function wordDiffOf(base: NumberedWords, current: NumberedWords, vocabulary: Vocabulary): WordDiff {
  const found = sentenceHunks(base, current, vocabulary);
  return { tokens: tokensOf(readable(found.hunks, base, current, vocabulary), base, current), exact: found.exact };
}
