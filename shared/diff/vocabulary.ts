/** Words as small numbers, so that comparing them is comparing integers. One vocabulary serves one comparison. */
export interface Vocabulary {
  /** The number of a word; a word not seen before gets the next one. */
  numberOf(word: string): number;
  readonly words: readonly string[];
  /** By word number: letters and digits in it; 0 for a punctuation mark. */
  readonly letters: readonly number[];
}

const letterOrDigit = /[\p{L}\p{N}]/u;

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const letters: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const fresh = words.length;
    numbers.set(word, fresh);
    words.push(word);
    letters.push(letterOrDigit.test(word) ? word.length : 0);
    return fresh;
  };
  return { numberOf, words, letters };
}
