import type { Role, Vocabulary } from './vocabulary';
import { forEachWord, isPlain, readWord, type ReadWord } from './words';

/** A text as words with whatever stands between them: `text` = white space, word 0, white space, …, last word, white space. */
export interface NumberedWords {
  readonly text: string;
  /** The words' numbers in one vocabulary. */
  readonly numbers: readonly number[];
  /** UTF-16 offsets into `text`, in a list that texts share: word `i` starts at `places[first + 2 * i]` and ends at the next. */
  readonly places: Int32Array;
  readonly first: number;
}

/** Where word `at` starts; after the last word, where the text ends. */
export const startOf = (side: NumberedWords, at: number): number =>
  at < side.numbers.length ? (side.places[side.first + 2 * at] ?? 0) : side.text.length;

/** Where word `at` ends; before the first word, where the text starts. */
export const endOf = (side: NumberedWords, at: number): number =>
  at < 0 ? 0 : (side.places[side.first + 2 * at + 1] ?? 0);

/** A list that a text's words are gathered in before it is copied at its length: growing one for every block is dear. */
const room: number[] = [];

/** The word that is being read: making one for every text is dear. */
const word: ReadWord = { start: 0, end: 0, hash: 0 };

export function numberWords(text: string, vocabulary: Vocabulary): NumberedWords {
  const places = vocabulary.places.roomFor(text.length);
  const first = vocabulary.places.next;
  let count = 0;
  const take = (number: number, start: number, end: number): void => {
    room[count] = number;
    places[first + 2 * count] = start;
    places[first + 2 * count + 1] = end;
    count += 1;
  };
  if (isPlain(text)) {
    word.end = 0;
    while (readWord(text, word)) take(vocabulary.numberOf(text, word.start, word.end, word.hash), word.start, word.end);
  } else
    forEachWord(text, (start, end) => {
      take(vocabulary.numberAt(text, start, end), start, end);
    });
  vocabulary.places.take(count);
  return { text, numbers: room.slice(0, count), places, first };
}

/** True when white space, or the edge of the text, stands before word `at`. */
export const isSpacedBefore = (side: NumberedWords, at: number): boolean =>
  at <= 0 || at >= side.numbers.length || startOf(side, at) > endOf(side, at - 1);

export const roleBefore = (side: NumberedWords, at: number, { roles }: Vocabulary): Role =>
  roles[side.numbers[at - 1] ?? -1] ?? 'mark';

/** True when a sentence ends right before word `at`: a full stop, and white space or the end of the text after it. */
export function isSentenceStart(side: NumberedWords, at: number, vocabulary: Vocabulary): boolean {
  if (at === 0) return true;
  let end = at;
  while (end > 1 && roleBefore(side, end, vocabulary) === 'closer') end--;
  return roleBefore(side, end, vocabulary) === 'sentenceEnd' && isSpacedBefore(side, at);
}

/** First word of every sentence, and the number of words at the end: sentence `i` is `[result[i], result[i + 1])`. */
export function sentenceBounds(side: NumberedWords, vocabulary: Vocabulary): readonly number[] {
  const bounds = [0];
  const count = side.numbers.length;
  for (let at = 1; at < count; at++) if (isSentenceStart(side, at, vocabulary)) bounds.push(at);
  bounds.push(count);
  return bounds;
}
