import { hasLetterOrDigit } from '../core/letters';
import { WordPlaces } from './wordPlaces';
import { EMPTY_HASH, hashUnit } from './words';

/** What a word does in a sentence. */
export type Role = 'word' | 'sentenceEnd' | 'clauseEnd' | 'closer' | 'mark';

/** Words as small numbers, so that comparing them is comparing integers. One vocabulary serves one comparison. */
export interface Vocabulary {
  /** The number of the word `[start, end)` of a text; a word not seen before gets the next one. */
  numberAt(text: string, start: number, end: number): number;
  /** The same, where the hash of the word's units is known. */
  numberOf(text: string, start: number, end: number, hash: number): number;
  size(): number;
  /** By word number: letters and digits in it; 0 for a punctuation mark. */
  readonly letters: readonly number[];
  /** By word number. */
  readonly roles: readonly Role[];
  /** Where the words of its texts stand. */
  readonly places: WordPlaces;
}

const marks: Readonly<Record<string, Role>> = {
  '.': 'sentenceEnd',
  '!': 'sentenceEnd',
  '?': 'sentenceEnd',
  '…': 'sentenceEnd',
  ',': 'clauseEnd',
  ';': 'clauseEnd',
  ':': 'clauseEnd',
  '–': 'clauseEnd',
  '—': 'clauseEnd',
  '»': 'closer',
  '”': 'closer',
  '"': 'closer',
  '’': 'closer',
  ')': 'closer',
  ']': 'closer',
};

const roleOf = (word: string): Role =>
  hasLetterOrDigit(word) ? 'word' : Object.hasOwn(marks, word) ? (marks[word] ?? 'mark') : 'mark';

/** As `text.startsWith(known, start)`, which costs more to call than a word has letters. */
function standsAt(known: string, text: string, start: number): boolean {
  for (let at = 0; at < known.length; at++) if (known.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** Open addressing over the text itself: a known word is found without making a string of it, which a `Map` would need. */
export function createVocabulary(): Vocabulary {
  const words: string[] = [];
  const letters: number[] = [];
  const roles: Role[] = [];
  const hashes: number[] = [];
  let mask = 1023;
  let slots = new Int32Array(mask + 1).fill(-1);
  const grow = (): void => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1).fill(-1);
    hashes.forEach((hash, number) => {
      let slot = hash & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = number;
    });
  };
  const numberAt = (text: string, start: number, end: number): number => {
    let hash = EMPTY_HASH;
    for (let at = start; at < end; at++) hash = hashUnit(hash, text.charCodeAt(at));
    return numberOf(text, start, end, hash);
  };
  const numberOf = (text: string, start: number, end: number, unmixed: number): number => {
    const hash = unmixed ^ (unmixed >>> 15);
    let slot = hash & mask;
    for (let number = slots[slot] ?? -1; number !== -1; number = slots[slot] ?? -1) {
      const known = words[number] ?? '';
      if (hashes[number] === hash && known.length === end - start && standsAt(known, text, start)) return number;
      slot = (slot + 1) & mask;
    }
    const fresh = words.length;
    const word = text.slice(start, end);
    const role = roleOf(word);
    slots[slot] = fresh;
    words.push(word);
    hashes.push(hash);
    letters.push(role === 'word' ? word.length : 0);
    roles.push(role);
    if (words.length * 2 > mask) grow();
    return fresh;
  };
  return { numberAt, numberOf, size: () => words.length, letters, roles, places: new WordPlaces() };
}
