/**
 * What stands first and last in a text. Asked several times of every line, hence by code units: the letters of Western Europe are
 * told without a pattern, and any other by one. The patterns are the definitions; `edges.test.ts` holds the two together.
 */

/** `unknown`: what only a pattern knows. */
type Case = 'lower' | 'upper' | 'none' | 'unknown';

/** Case of a letter below U+0100, but for the two that have none (ª, º). */
function caseOf(unit: number): Case {
  if (unit >= 0x61 && unit <= 0x7a) return 'lower';
  if (unit >= 0x41 && unit <= 0x5a) return 'upper';
  if (unit < 0xaa) return 'none';
  if (unit > 0xff || unit === 0xaa || unit === 0xba) return 'unknown';
  if (unit === 0xb5 || (unit >= 0xdf && unit !== 0xf7)) return 'lower';
  return unit >= 0xc0 && unit <= 0xde && unit !== 0xd7 ? 'upper' : 'none';
}

/** `"`, `'`, `(`, `«`, `“` */
const opens = (unit: number): boolean =>
  unit === 0x22 || unit === 0x27 || unit === 0x28 || unit === 0xab || unit === 0x201c;

/** `"`, `'`, `)`, `]`, `»`, `’`, `”` */
const closes = (unit: number): boolean =>
  unit === 0x22 ||
  unit === 0x27 ||
  unit === 0x29 ||
  unit === 0x5d ||
  unit === 0xbb ||
  unit === 0x2019 ||
  unit === 0x201d;

const lowerFirst = /^["'«“(]?\p{Ll}(?!\p{Lu})/u;
const upperFirst = /^["'«“(]?(?:\p{Lu}|\p{Ll}\p{Lu})/u;

/** How a text begins, after a quotation mark: with a small letter, a large one (also «eHage», which is a name), neither, or with what only a pattern can tell. */
function beginning(text: string): Case {
  const at = opens(text.charCodeAt(0)) ? 1 : 0;
  const first = caseOf(text.charCodeAt(at));
  if (first !== 'lower') return text.length > at ? first : 'none';
  const second = text.length > at + 1 ? caseOf(text.charCodeAt(at + 1)) : 'none';
  return second === 'upper' || second === 'unknown' ? second : 'lower';
}

/** «eHage» is a name. */
export function startsLower(text: string): boolean {
  const found = beginning(text);
  return found === 'unknown' ? lowerFirst.test(text) : found === 'lower';
}

export function startsUpper(text: string): boolean {
  const found = beginning(text);
  return found === 'unknown' ? upperFirst.test(text) : found === 'upper';
}

/** A full stop, a question or exclamation mark, a colon or an ellipsis, before at most three signs that close. */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  for (let closed = 0; closed < 3 && at > 0 && closes(text.charCodeAt(at)); closed++) at--;
  const unit = text.charCodeAt(at);
  return unit === 0x2e || unit === 0x3a || unit === 0x21 || unit === 0x3f || unit === 0x2026;
}

export const isAddress = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return (unit === 0x6d || unit === 0x68 || unit === 0x77) && /^(?:mailto:|https?:\/\/|www\.)\S+$/.test(text);
};

/** A word in small letters, all of it, before a space, a comma or a full stop: how a line goes on with a sentence. */
export function opensWithSmallWord(text: string): boolean {
  let at = 0;
  let found = caseOf(text.charCodeAt(0));
  if (found === 'lower') while (found === 'lower' || found === 'upper') found = caseOf(text.charCodeAt(++at));
  else if (found !== 'unknown') return false;
  const unit = text.charCodeAt(at);
  if (unit === 0x20 || unit === 0x2c || unit === 0x2e) return at > 0;
  return unit >= 0xaa && /^\p{Ll}\p{L}*[ ,.]/u.test(text);
}

/** A letter before a hyphen at the very end: a word that goes on, or one of its own. */
export function endsInHyphen(text: string): boolean {
  if (text.charCodeAt(text.length - 1) !== 0x2d) return false;
  const before = caseOf(text.charCodeAt(text.length - 2));
  return before === 'lower' || before === 'upper' || (before === 'unknown' && /\p{L}-$/u.test(text));
}

/** Length of the first word of a text, in UTF-16 units. */
export const firstWordLength = (text: string): number => {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
};
