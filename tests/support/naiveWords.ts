/**
 * What the oracles know about words. It shares nothing with the code: every word stands once in its text, so that what was kept is what is found again, and
 * no diff is needed.
 */

/** One stretch of changed words, as the proposer made it: old words `[from, to)` become `fresh`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly fresh: string;
}

/** A word that stands for the place where a text is divided in two. */
export const DIVIDE = '|';

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** What was done to `base`, stretch by stretch, to make `text` of it. */
export function stretchesBetween(base: string, text: string): readonly Stretch[] {
  const old = wordsOf(base);
  const stretches: Stretch[] = [];
  let from = 0;
  let fresh: string[] = [];
  for (const word of [...wordsOf(text), null]) {
    const at = word === null ? old.length : old.indexOf(word);
    if (word !== null && at < 0) {
      fresh.push(word);
      continue;
    }
    if (at > from || fresh.length > 0) stretches.push({ from, to: at, fresh: fresh.join(' ') });
    from = at + 1;
    fresh = [];
  }
  return stretches;
}

/** The positions that a stretch is about: old words as whole numbers, the gaps inside it as halves. An insertion is about one gap only. */
const positions = ({ from, to }: Stretch): ReadonlySet<number> => {
  if (from === to) return new Set([from - 0.5]);
  return new Set(Array.from({ length: 2 * (to - from) - 1 }, (_, at) => from + at / 2));
};

const isSame = (a: Stretch, b: Stretch): boolean => a.from === b.from && a.to === b.to && a.fresh === b.fresh;

const clash = (a: Stretch, b: Stretch): boolean => {
  if (isSame(a, b) || (a.from === b.from && a.to === b.to && a.from === a.to)) return false;
  const other = positions(b);
  return [...positions(a)].some((position) => other.has(position));
};

/** Whether two versions of `base` cannot both be carried out. */
export const standAgainst = (base: string, one: string, other: string): boolean =>
  stretchesBetween(base, one).some((a) => stretchesBetween(base, other).some((b) => clash(a, b)));

/** `base` with all that its versions do not disagree about, as one line; `DIVIDE` stands where it is divided. */
export function mergedText(base: string, versions: readonly string[]): string {
  const own = versions.map((version) => stretchesBetween(base, version));
  const kept = own
    .flat()
    .filter(
      (stretch) =>
        !own.some(
          (others) =>
            !others.includes(stretch) &&
            !others.some((other) => isSame(other, stretch)) &&
            others.some((other) => clash(stretch, other)),
        ),
    );
  const old = wordsOf(base);
  const result: string[] = [];
  for (let position = 0; position <= old.length; position++) {
    const inserted = new Set(
      kept.filter(({ from, to }) => from === position && to === position).map(({ fresh }) => fresh),
    );
    result.push(...inserted);
    const replaced = kept.find(({ from, to }) => from === position && to > position);
    if (replaced !== undefined) result.push(replaced.fresh);
    const isGone = kept.some(({ from, to }) => from <= position && position < to);
    if (!isGone) result.push(old[position] ?? '');
  }
  return result.filter((word) => word !== '').join(' ');
}

/** The parts of a text that is divided, none of them empty; one empty part where nothing is left. */
export function partsOf(text: string): readonly string[] {
  const parts = text
    .split(DIVIDE)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? [''] : parts;
}
