import { hasLetterOrDigit } from '../core/letters';

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
/** One of the four above: a plain number, since it comes from a typed array. */
type CharClass = number;

const letterPattern = /^[\p{L}\p{M}\u00AD_]/u;
const digitPattern = /^\p{N}/u;
const spacePattern = /^\s+$/;

/** Class of a grapheme by its first character: what is combined with it never changes what it is, except that a mark on a
 *  space makes it visible. */
function classify(grapheme: string): CharClass {
  if (spacePattern.test(grapheme)) return SPACE;
  if (digitPattern.test(grapheme)) return DIGIT;
  return letterPattern.test(grapheme) ? LETTER : MARK;
}

/** Below this every UTF-16 unit but CR is a grapheme by itself: Latin letters, digits, ASCII punctuation. */
const TABLE_SIZE = 0x300;
const classTable = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classify(String.fromCharCode(code)));

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** A text by its graphemes. */
interface Units {
  readonly classes: readonly CharClass[];
  /** UTF-16 offset of each. */
  readonly starts: readonly number[];
}

/** Graphemes by the Unicode rules. Two orders slower than a look at each unit: only for texts that need it. */
function clustersOf(text: string): Units {
  const starts: number[] = [];
  const classes: CharClass[] = [];
  for (const { index, segment } of graphemes.segment(text)) {
    starts.push(index);
    classes.push(classify(segment));
  }
  return { classes, starts };
}

const [STRAIGHT, CURLY, STOP, COMMA, COLON] = [0x27, 0x2019, 0x2e, 0x2c, 0x3a];

/** `’` and `'` hold a word together between letters; `.` and `,` and `:` hold a number together between digits. */
function joins(mark: number, before: CharClass, after: CharClass): boolean {
  if (mark === STRAIGHT || mark === CURLY) return before === LETTER && after === LETTER;
  return (mark === STOP || mark === COMMA || mark === COLON) && before === DIGIT && after === DIGIT;
}

/** A unit that combines with its neighbours, or may: any but those of the table without CR, and dashes, quotes, arrows, bullets. A text without such is read unit by unit. */
const combining = /[^\u0000-\u000c\u000e-\u02ff\u2010-\u2027\u2030-\u205f]/;

/** True for a text of which every UTF-16 unit is a grapheme. */
export const isPlain = (text: string): boolean => !combining.test(text);

/** Class of a unit of a plain text. */
const classOf = (code: number): CharClass =>
  code < TABLE_SIZE ? (classTable[code] ?? MARK) : code === 0x205f || code === 0x202f ? SPACE : MARK;

/** Where a word is that is being read, and the hash of its units. */
export interface ReadWord {
  start: number;
  end: number;
  hash: number;
}

/** The hash of no word; `hashUnit` takes each of its units into it. */
export const EMPTY_HASH = 0x811c9dc5;
export const hashUnit = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** Reads the next word of a plain text from `word.end` on into `word`, by one look at each unit; false at the end of the text. */
export function readWord(text: string, word: ReadWord): boolean {
  const count = text.length;
  let at = word.end;
  let code = 0;
  let current: CharClass = SPACE;
  while (at < count) {
    code = text.charCodeAt(at);
    current = classOf(code);
    if (current !== SPACE) break;
    at++;
  }
  if (at >= count) return false;
  word.start = at++;
  let hash = hashUnit(EMPTY_HASH, code);
  while (current !== MARK && at < count) {
    code = text.charCodeAt(at);
    const next = classOf(code);
    if (next === LETTER || next === DIGIT) current = next;
    else if (next !== MARK || at + 1 >= count || !joins(code, current, classOf(text.charCodeAt(at + 1)))) break;
    hash = hashUnit(hash, code);
    at++;
  }
  word.end = at;
  word.hash = hash;
  return true;
}

/** Visits the words, numbers and single marks of a text in order, by UTF-16 offsets `[start, end)`. What it leaves out is
 *  white space. A grapheme is never divided. Linear. */
export function forEachWord(text: string, visit: (start: number, end: number) => void): void {
  if (isPlain(text)) {
    const word: ReadWord = { start: 0, end: 0, hash: 0 };
    while (readWord(text, word)) visit(word.start, word.end);
    return;
  }
  const { classes, starts } = clustersOf(text);
  const count = starts.length;
  const offset = (unit: number): number => starts[unit] ?? text.length;
  /** A mark by its code; 0 for one that is more than a unit. */
  const markAt = (unit: number): number => (offset(unit + 1) - offset(unit) === 1 ? text.charCodeAt(offset(unit)) : 0);
  let at = 0;
  while (at < count) {
    let current: CharClass = classes[at] ?? MARK;
    if (current === SPACE) {
      at++;
      continue;
    }
    const start = at++;
    if (current !== MARK) {
      while (at < count) {
        const next: CharClass = classes[at] ?? MARK;
        if (next === LETTER || next === DIGIT) {
          current = next;
          at++;
        } else if (next === MARK && at + 1 < count && joins(markAt(at), current, classes[at + 1] ?? MARK)) at++;
        else break;
      }
    }
    visit(offset(start), offset(at));
  }
}

/** A text as words with whatever stands between them: `text` = white space, word 0, white space, …, last word, white space. */
export interface Words {
  readonly words: readonly string[];
  /** UTF-16 offsets into the text: word `i` is `[starts[i], ends[i])`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export function wordsOf(text: string): Words {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  forEachWord(text, (start, end) => {
    words.push(text.slice(start, end));
    starts.push(start);
    ends.push(end);
  });
  return { words, starts, ends };
}

/** The words of a text without its single marks. */
export const spokenWords = (text: string): readonly string[] => wordsOf(text).words.filter(hasLetterOrDigit);

/** Words, marks and the white space between them, in order; joined they are the text. */
export function tokenise(text: string): readonly string[] {
  const tokens: string[] = [];
  let last = 0;
  forEachWord(text, (start, end) => {
    if (start > last) tokens.push(text.slice(last, start));
    tokens.push(text.slice(start, end));
    last = end;
  });
  if (last < text.length) tokens.push(text.slice(last));
  return tokens;
}
