const SHORTEST_PART = 4;
/** Words of which both parts can be told: lower case, but for the first letter. */
const PLAIN = /^\p{Lu}?\p{Ll}+$/u;
/** What a noun ends in when it is a certain one, after `e` and after any other letter. */
const DEFINITE = { afterE: ['n', 't'], otherwise: ['en', 'et', 'a'] } as const;
/** What makes an adjective of a noun, and is no word by itself. */
const ENDINGS: readonly string[] = ['messig', 'messige'];

/**
 * Whether a word is a noun and another word that an `s` joins (SP9), as Norwegian joins words without end. `knows` asks the dictionary, which lists the usual ones only.
 * Words that are joined without an `s` are not told: too many are two words that lack the space between them.
 */
export function isJoinedByS(word: string, knows: (word: string) => boolean): boolean {
  if (!PLAIN.test(word)) return false;
  const letters = word.toLowerCase();
  const isNoun = (part: string): boolean =>
    knows(part) && DEFINITE[part.endsWith('e') ? 'afterE' : 'otherwise'].some((ending) => knows(part + ending));
  for (let at = letters.length - SHORTEST_PART - 1; at >= SHORTEST_PART; at -= 1) {
    if (letters[at] !== 's' || letters[at - 1] === 's') continue;
    const last = letters.slice(at + 1);
    if ((ENDINGS.includes(last) || knows(last)) && isNoun(letters.slice(0, at))) return true;
  }
  return false;
}
