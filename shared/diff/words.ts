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

/** True for a unit that never combines with its neighbours: the table, and dashes, quotes, arrows, bullets. */
const standsAlone = (code: number): boolean =>
  code < TABLE_SIZE ? code !== 0x0d : (code >= 0x2010 && code <= 0x2027) || (code >= 0x2030 && code <= 0x205f);

const punctuationClass = (code: number): CharClass => (code === 0x205f || code === 0x202f ? SPACE : MARK);

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

interface Clusters {
  readonly starts: readonly number[];
  readonly classes: readonly CharClass[];
}

/** Graphemes by the Unicode rules. Two orders slower than the table: only for texts that need it. */
function clustersOf(text: string): Clusters {
  const starts: number[] = [];
  const classes: CharClass[] = [];
  for (const { index, segment } of graphemes.segment(text)) {
    starts.push(index);
    classes.push(classify(segment));
  }
  return { starts, classes };
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!standsAlone(text.charCodeAt(at))) return false;
  return true;
}

/** `’` and `'` hold a word together between letters; `.` and `,` and `:` hold a number together between digits. */
function joins(unit: string, before: CharClass, after: CharClass): boolean {
  if (unit === "'" || unit === '\u2019') return before === LETTER && after === LETTER;
  return (unit === '.' || unit === ',' || unit === ':') && before === DIGIT && after === DIGIT;
}

const plainClass = (text: string, at: number): CharClass => {
  const code = text.charCodeAt(at);
  return code < TABLE_SIZE ? (classTable[code] ?? MARK) : punctuationClass(code);
};

/** Visits the words, numbers and single marks of a text in order, by UTF-16 offsets `[start, end)`. What it leaves out is
 *  white space. A grapheme is never divided. Linear. */
export function forEachWord(text: string, visit: (start: number, end: number) => void): void {
  // Units are UTF-16 ones, or graphemes where some of them are longer than that.
  const clusters = isPlain(text) ? null : clustersOf(text);
  const count = clusters === null ? text.length : clusters.starts.length;
  const classAt = (unit: number): CharClass =>
    clusters === null ? plainClass(text, unit) : (clusters.classes[unit] ?? MARK);
  const offset = (unit: number): number => (clusters === null ? unit : (clusters.starts[unit] ?? text.length));
  let at = 0;
  while (at < count) {
    let current = classAt(at);
    if (current === SPACE) {
      at++;
      continue;
    }
    const start = at++;
    if (current !== MARK) {
      while (at < count) {
        const next = classAt(at);
        if (next === LETTER || next === DIGIT) {
          current = next;
          at++;
        } else if (
          next === MARK &&
          at + 1 < count &&
          joins(text.slice(offset(at), offset(at + 1)), current, classAt(at + 1))
        )
          at++;
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
