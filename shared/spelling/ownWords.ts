/** The words somebody has taught their own machine: one a line, in the order they were added. */
export type OwnWords = ReadonlySet<string>;

const folded = (word: string): string => word.normalize('NFC').toLocaleLowerCase('nb');

export const readOwnWords = (kept: string): OwnWords => new Set(kept.split('\n').filter((word) => word !== ''));

export const keepOwnWords = (words: OwnWords): string => [...words].join('\n');

export const addOwnWord = (words: OwnWords, word: string): OwnWords => new Set([...words, word]);

/** SP5 */
export function isOwnWord(words: OwnWords, word: string): boolean {
  if (words.size === 0) return false;
  const [first = '', ...rest] = word;
  const isShouted = word === word.toLocaleUpperCase('nb');
  return (
    words.has(word) ||
    words.has(first.toLocaleLowerCase('nb') + rest.join('')) ||
    (isShouted && [...words].some((own) => folded(own) === folded(word)))
  );
}
