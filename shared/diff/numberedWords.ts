import type { Vocabulary } from './vocabulary';
import { wordsOf, type Words } from './words';

/** A text's words together with their numbers in one vocabulary: `numbers[i]` is the word `words[i]`. */
export interface NumberedWords extends Words {
  readonly numbers: readonly number[];
}

export function numberWords(text: string, vocabulary: Vocabulary): NumberedWords {
  const found = wordsOf(text);
  return { ...found, numbers: found.words.map((word) => vocabulary.numberOf(word)) };
}

/** True when white space, or the edge of the text, stands before word `at`. */
export const isSpacedBefore = (side: NumberedWords, at: number): boolean =>
  at <= 0 || at >= side.words.length || (side.starts[at] ?? 0) > (side.ends[at - 1] ?? 0);

const sentenceEnds: ReadonlySet<string> = new Set(['.', '!', '?', '…']);
const closers: ReadonlySet<string> = new Set(['»', '”', '"', '’', ')', ']']);

/** True when a sentence ends right before word `at`: a full stop, and white space or the end of the text after it. */
export function isSentenceStart(side: NumberedWords, at: number): boolean {
  if (at === 0) return true;
  if (!isSpacedBefore(side, at)) return false;
  let last = at - 1;
  while (last > 0 && closers.has(side.words[last] ?? '')) last--;
  return sentenceEnds.has(side.words[last] ?? '');
}

/** First word of every sentence, and the number of words at the end: sentence `i` is `[result[i], result[i + 1])`. */
export function sentenceBounds(side: NumberedWords): readonly number[] {
  const bounds = [0];
  for (let at = 1; at < side.words.length; at++) if (isSentenceStart(side, at)) bounds.push(at);
  bounds.push(side.words.length);
  return bounds;
}
