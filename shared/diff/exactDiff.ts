import { diffArrays } from 'diff';
import { isAllChanged, isNothing, mergeTouching, shiftHunk, withoutEqualEnds, type Hunk } from './hunks';
import { heaviestIncreasing } from './increasing';

export interface ExactDiff {
  readonly hunks: readonly Hunk[];
  /** False when a stretch was too unlike to be searched through: the hunks are right, but not the fewest. */
  readonly exact: boolean;
}

/** Myers' search costs the square of the edits: 500 edits are about 10 ms. Beyond it, anchors divide the text first. */
const MOST_EDITS = 500;
/** Longer than this, even copying the arrays for a search that gives up is dear. */
const LONGEST_SEARCHED = 20_000;
const DEEPEST = 12;

/** The changed stretches between two lists of words, or `within` a stretch of each; in the places of the lists. Total; a smallest set of changes
 *  (Myers 1986, by `diff`) while the edits are few, else divided at words or phrases that occur once on both sides (patience), `exact: false`. */
export function exactDiff(
  a: readonly number[],
  b: readonly number[],
  within: Hunk = whole(a.length, b.length),
  depth = 0,
): ExactDiff {
  const changed = withoutEqualEnds(within, (inA, inB) => a[inA] === b[inB]);
  if (isAllChanged(changed)) return { hunks: isNothing(changed) ? [] : [changed], exact: true };
  const fewest = withoutStrangers(a, b, changed);
  if (fewest !== null) return { hunks: fewest, exact: true };
  const { fromA, toA, fromB, toB } = changed;
  const middle = divided(a.slice(fromA, toA), b.slice(fromB, toB), depth);
  return { hunks: middle.hunks.map((hunk) => shiftHunk(hunk, fromA, fromB)), exact: false };
}

const whole = (lengthA: number, lengthB: number): Hunk => ({ fromA: 0, toA: lengthA, fromB: 0, toB: lengthB });

/** A word that stands on one side only is surely struck or new. Without those, what is left to search is short, and often
 *  equal; the longest common sequence is the same. */
function withoutStrangers(a: readonly number[], b: readonly number[], within: Hunk): readonly Hunk[] | null {
  let { fromA, fromB } = within;
  const { toA: endA, toB: endB } = within;
  if (Math.abs(endA - fromA - (endB - fromB)) > LONGEST_SEARCHED) return null;
  const inA = { words: a, from: fromA, to: endA };
  const inB = { words: b, from: fromB, to: endB };
  const placesA = sharedPlaces(inA, inB);
  const placesB = sharedPlaces(inB, inA);
  if (placesA.length + placesB.length > LONGEST_SEARCHED) return null;
  const pairs = searched(
    placesA.map((place) => a[place] ?? 0),
    placesB.map((place) => b[place] ?? 0),
  );
  if (pairs === null) return null;
  const hunks: Hunk[] = [];
  const closeAt = (toA: number, toB: number): void => {
    if (toA > fromA || toB > fromB) hunks.push({ fromA, toA, fromB, toB });
    fromA = toA + 1;
    fromB = toB + 1;
  };
  for (const { inA: atA, inB: atB, count } of pairs)
    for (let next = 0; next < count; next++) closeAt(placesA[atA + next] ?? endA, placesB[atB + next] ?? endB);
  closeAt(endA, endB);
  return hunks;
}

/** A list shorter than this is looked through faster than a set is made of it. */
const SHORT = 48;

/** The words `[from, to)` of a list. */
interface Stretch {
  readonly words: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Where the words of a stretch are that stand in the other one too. */
function sharedPlaces({ words, from, to }: Stretch, other: Stretch): readonly number[] {
  const known = other.to - other.from < SHORT ? null : new Set(other.words.slice(other.from, other.to));
  const isShared = (word: number): boolean => {
    if (known !== null) return known.has(word);
    for (let at = other.from; at < other.to; at++) if (other.words[at] === word) return true;
    return false;
  };
  const places: number[] = [];
  for (let place = from; place < to; place++) if (isShared(words[place] ?? 0)) places.push(place);
  return places;
}

/** A stretch of equal words, `count` long, at `inA` and `inB`. */
interface EqualRun {
  readonly inA: number;
  readonly inB: number;
  readonly count: number;
}

/** The equal stretches of a longest common sequence; `null` when too much differs to search for it. */
function searched(a: number[], b: number[]): readonly EqualRun[] | null {
  if (a.length === 0 || b.length === 0) return [];
  if (a.length === b.length && a.every((word, at) => word === b[at])) return [{ inA: 0, inB: 0, count: a.length }];
  if (Math.abs(a.length - b.length) > MOST_EDITS) return null;
  const parts = diffArrays(a, b, { maxEditLength: MOST_EDITS });
  if (parts === undefined) return null;
  const runs: EqualRun[] = [];
  let inA = 0;
  let inB = 0;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) runs.push({ inA, inB, count });
    if (!added) inA += count;
    if (!removed) inB += count;
  }
  return runs;
}

function divided(a: readonly number[], b: readonly number[], depth: number): ExactDiff {
  const anchors = depth < DEEPEST ? anchorsOf(a, b) : [];
  if (anchors.length === 0) return { hunks: [whole(a.length, b.length)], exact: false };
  const hunks: Hunk[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [toA, toB] of [...anchors, [a.length, b.length] as const]) {
    if (toA < fromA || toB < fromB) continue;
    hunks.push(...exactDiff(a, b, { fromA, toA, fromB, toB }, depth + 1).hunks);
    // The anchor itself is compared with what follows it: it is equal, and trimmed there at once.
    fromA = toA;
    fromB = toB;
  }
  return { hunks: mergeTouching(hunks), exact: false };
}

type Anchor = readonly [inA: number, inB: number];

/** Places where the same phrase stands once on each side, in order on both. Words first, then longer phrases. */
function anchorsOf(a: readonly number[], b: readonly number[]): readonly Anchor[] {
  for (const length of [1, 2, 4]) {
    const inB = uniquePhrases(b, length);
    const common: Anchor[] = [];
    for (const [key, atA] of uniquePhrases(a, length)) {
      const atB = inB.get(key) ?? -1;
      if (atA >= 0 && atB >= 0 && samePhrase(a, atA, b, atB, length)) common.push([atA, atB]);
    }
    common.sort(([x], [y]) => x - y);
    const places = common.map(([, atB]) => atB);
    const kept = new Set(heaviestIncreasing(places, () => 1));
    // An anchor at the very start of both divides nothing, and the recursion would not end.
    const anchors = common.filter(([atA, atB], index) => kept.has(index) && (atA > 0 || atB > 0));
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** Where each phrase stands; -1 for one that stands twice. */
function uniquePhrases(words: readonly number[], length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + length <= words.length; at++) {
    let key = words[at] ?? 0;
    for (let next = 1; next < length; next++) key = Math.imul(key, 0x9e3779b1) ^ (words[at + next] ?? 0);
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

function samePhrase(a: readonly number[], atA: number, b: readonly number[], atB: number, length: number): boolean {
  for (let next = 0; next < length; next++) if (a[atA + next] !== b[atB + next]) return false;
  return true;
}
