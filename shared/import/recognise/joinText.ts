/** How words that were divided at a line end are put together again, from what the rest of the document writes. */
export interface HyphenHabits {
  /** Words of the document, lower case, among those asked about. */
  readonly known: ReadonlySet<string>;
  /** Some word that was divided with a hyphen stands undivided elsewhere. */
  readonly divides: boolean;
  /** Some word divided at its own hyphen stands with it elsewhere, and none was divided otherwise. */
  readonly keeps: boolean;
}

export interface JoinedText {
  readonly text: string;
  /** Where the second part begins in `text`. */
  readonly offset: number;
  readonly remark: 'hyphen-guessed' | 'consonant-dropped' | null;
  /** The word that was put together. */
  readonly word: string;
}

const lastPart = (text: string): string =>
  /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*-$/u.exec(text.slice(-60))?.[0].slice(0, -1) ?? '';
const firstPart = (text: string): string => /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u.exec(text.slice(0, 60))?.[0] ?? '';

/** Collects which divided words the document also writes whole. `pairs` are texts before and after a line end with a hyphen. */
export function findHyphenHabits(pairs: readonly (readonly [string, string])[], texts: Iterable<string>): HyphenHabits {
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

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0xdf && unit <= 0x24f && unit !== 0xf7) ||
  unit === 0x2d;

/** Words of the texts that are asked about. Runs over every letter of the document, hence by code units and not by pattern (8 times as fast). */
function wordsAmong(texts: Iterable<string>, asked: ReadonlyMap<string, unknown>): Set<string> {
  const known = new Set<string>();
  let shortest = Number.MAX_SAFE_INTEGER;
  for (const word of asked.keys()) shortest = Math.min(shortest, word.length);
  for (const text of texts) {
    const lower = text.toLowerCase();
    let start = 0;
    for (let i = 0; i <= lower.length; i++) {
      if (i < lower.length && isWordUnit(lower.charCodeAt(i))) continue;
      if (i - start >= shortest) {
        const word = lower.slice(start, i);
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

/** Puts the text of one line after another's. */
export function joinText(a: string, b: string, habits: HyphenHabits): JoinedText {
  const spaced = { text: `${a} ${b}`, offset: a.length + 1, remark: null, word: '' } as const;
  const glued = { text: a + b, offset: a.length, remark: null, word: '' } as const;
  if (a.endsWith('/') || /^\/\S/.test(b)) return glued;
  if (!a.endsWith('-') || a.endsWith(' -') || a === '-') return spaced;
  if (/^(?:og|eller|samt|men|enn|til|and|or|to)\b/i.test(b)) return spaced;
  const left = lastPart(a);
  const right = firstPart(b);
  if (left === '' || right === '') return glued;
  const whole = `${left}${right}`.toLowerCase();
  const hyphened = `${left}-${right}`.toLowerCase();
  const squeezed = dropTripled(left.toLowerCase(), right.toLowerCase());
  const without = (cut: number, remark: JoinedText['remark']): JoinedText => ({
    text: a.slice(0, a.length - 1 - cut) + b,
    offset: a.length - 1 - cut,
    remark,
    word: (cut > 0 ? left.slice(0, -cut) : left) + right,
  });
  if (squeezed !== null && !habits.known.has(hyphened)) return without(1, 'consonant-dropped');
  if (habits.known.has(whole) && !habits.known.has(hyphened)) return without(0, null);
  const ownHyphen =
    /^\p{Lu}[\p{Lu}\d]*$/u.test(left) || /\d$/.test(left) || left.length === 1 || /^[\p{Lu}\d]/u.test(right);
  if (habits.known.has(hyphened) || ownHyphen) return glued;
  return habits.keeps
    ? { ...glued, remark: 'hyphen-guessed', word: `${left}-${right}` }
    : without(0, habits.divides ? null : 'hyphen-guessed');
}
