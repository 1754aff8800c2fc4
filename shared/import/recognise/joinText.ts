import { endsInHyphen } from './edges';

/** How words that were divided at a line end are put together again, from what the rest of the document writes. */
export interface HyphenHabits {
  /** Words of the document, lower case, among those asked about. */
  readonly known: ReadonlySet<string>;
  /** Some word that was divided with a hyphen stands undivided elsewhere. */
  readonly divides: boolean;
  /** Some word divided at its own hyphen stands with it elsewhere, and none was divided otherwise. */
  readonly keeps: boolean;
}

/** How the text of a line follows that of the line before. */
export interface Seam {
  /** UTF-16 units to take off the end of the text before: a hyphen, perhaps a third consonant. */
  readonly cut: number;
  readonly glue: '' | ' ';
  readonly remark: 'hyphen-guessed' | 'consonant-dropped' | null;
  /** The word that was put together, where there is a remark. */
  readonly word: string;
}

const spaced: Seam = { cut: 0, glue: ' ', remark: null, word: '' };
const glued: Seam = { cut: 0, glue: '', remark: null, word: '' };

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7) ||
  unit === 0x2d;

/** Code units of words as small letters, by unit, and 0 for what is in no word: every letter of the document is looked up. */
const smallUnits = Uint16Array.from({ length: 0x250 }, (_, unit) =>
  isWordUnit(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : 0,
);

/** The part of a word before the hyphen at the end of a line, without that hyphen. */
function lastPart(text: string): string {
  let start = text.length - 1;
  while (start > 0 && text.length - start < 60 && isWordUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, -1);
}

/** The part of a word at the head of a line. */
function firstPart(text: string): string {
  let end = 0;
  while (end < Math.min(text.length, 60) && isWordUnit(text.charCodeAt(end))) end++;
  return text.slice(0, end).replace(/-+$/, '');
}

/** Collects which divided words the document also writes whole. `pairs` are texts before and after a line end with a hyphen. */
export function findHyphenHabits(
  pairs: readonly (readonly [string, string])[],
  texts: readonly string[],
): HyphenHabits {
  const asked = new Map<string, 'whole' | 'hyphen'>();
  for (const [a, b] of pairs) {
    const left = lastPart(a).toLowerCase();
    const right = firstPart(b).toLowerCase();
    if (left === '' || right === '') continue;
    asked.set(`${left}${right}`, 'whole');
    asked.set(`${left}-${right}`, 'hyphen');
    const squeezed = dropTripled(left, right);
    if (squeezed !== null) asked.set(squeezed, 'whole');
  }
  const known = asked.size === 0 ? new Set<string>() : wordsAmong(texts, asked);
  const seen = (kind: 'whole' | 'hyphen') => [...known].some((word) => asked.get(word) === kind);
  return { known, divides: seen('whole'), keeps: seen('hyphen') && !seen('whole') };
}

/** Words of the texts that are asked about. Runs over every letter of the document, hence by code units and not by pattern (8 times as fast). */
function wordsAmong(texts: readonly string[], asked: ReadonlyMap<string, unknown>): Set<string> {
  const known = new Set<string>();
  // Most words are told apart by length and first letter, without being cut out of the text.
  const wanted = new Set<number>();
  for (const word of asked.keys()) wanted.add(word.length * 0x10000 + word.charCodeAt(0));
  for (const text of texts) {
    let start = 0;
    for (let i = 0; i <= text.length; i++) {
      // Past the end there is no unit, and none of a word.
      if ((smallUnits[text.charCodeAt(i)] ?? 0) !== 0) continue;
      if (i > start && wanted.has((i - start) * 0x10000 + (smallUnits[text.charCodeAt(start)] ?? 0))) {
        const word = text.slice(start, i).toLowerCase();
        if (asked.has(word)) known.add(word);
      }
      start = i + 1;
    }
  }
  return known;
}

/** «tariff» + «forhandlinger» is written with two f: three equal consonants are never written, and come back at a line end. */
function dropTripled(left: string, right: string): string | null {
  const sign = right[0] ?? '';
  return left.length > 2 && left.endsWith(sign + sign) && /[bdfgklmnprst]/i.test(sign)
    ? left.slice(0, -1) + right
    : null;
}

/** Decides how the line `b` follows the line `a`: with a space, without, or as one word divided at the line end. */
export function findSeam(a: string, b: string, habits: HyphenHabits): Seam {
  // «utsådd-» / «/oppdatert»: the hyphen only says that the word goes on.
  if (b.startsWith('/')) {
    if (endsInHyphen(a) && /^\/\p{Ll}/u.test(b)) return { ...glued, cut: 1 };
    if (/^\/\S/.test(b)) return glued;
  }
  if (a.endsWith('/')) return glued;
  if (!a.endsWith('-') || a.endsWith(' -') || a === '-') return spaced;
  if (/^(?:og|eller|samt|men|enn|til|and|or|to)\b/i.test(b)) return spaced;
  const left = lastPart(a);
  const right = firstPart(b);
  if (left === '' || right === '') return glued;
  const whole = `${left}${right}`.toLowerCase();
  const hyphened = `${left}-${right}`.toLowerCase();
  const withHyphen = habits.known.has(hyphened);
  if (dropTripled(left.toLowerCase(), right.toLowerCase()) !== null && !withHyphen) {
    return { cut: 2, glue: '', remark: 'consonant-dropped', word: left.slice(0, -1) + right };
  }
  const divided = { cut: 1, glue: '', remark: null, word: '' } as const;
  if (habits.known.has(whole) && !withHyphen) return divided;
  const ownHyphen =
    /^\p{Lu}[\p{Lu}\d]*$/u.test(left) ||
    /\d$/.test(left) ||
    left.length === 1 ||
    left.includes('-') ||
    /^[\p{Lu}\d]/u.test(right);
  if (withHyphen || ownHyphen) return glued;
  if (habits.keeps) return { ...glued, remark: 'hyphen-guessed', word: `${left}-${right}` };
  return habits.divides ? divided : { ...divided, remark: 'hyphen-guessed', word: left + right };
}
