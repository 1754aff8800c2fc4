import { exactDiff } from '../exactDiff';
import type { NumberedWords } from '../numberedWords';
import type { Matching } from './matching';
import type { Profile } from './profile';
import { createLikenessInOrder, likenessOfStrangers } from './inOrder';
import { BagCounter, dice } from './similarity';

/** Blocks in the same gap that share less than this share of their words are not the same. */
const LEAST_ALIKE = 0.22;
/** Blocks of one kind that keep so much of their words in the same order are the same, however much else was reworded, … */
const LEAST_ALIKE_IN_ORDER = 0.14;
/** … where that is this many times what strangers in the same text have in common. */
const BEYOND_STRANGERS = 3;
/** A title, heading or lead-in says little, but stands for its place: with the same kind it needs less. */
const LEAST_ALIKE_STRUCTURE = -0.1;
/** A block this short has too few words to tell by, and goes by its place too. */
const SHORT_WORDS = 4;
/** Of a split or join, each part must have this share of its words in the whole. */
const PART_SHARE = 0.35;
/** Weighing a gap costs the product of its sides. */
const MOST_PAIRS = 400;
/** This share of the shorter side of a larger gap. */
const MOSTLY = 0.5;

interface Gap {
  readonly base: readonly number[];
  readonly current: readonly number[];
}

/** A way to end one step of a gap's matching: so many blocks of each side belong together. */
type Step = readonly [base: number, current: number];
const steps: readonly Step[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
];

/** Matches what stands unmatched between the same matched neighbours on both sides, in order: pairs, splits and joins that
 *  together keep the most. What its place speaks for needs less likeness than a move does; between texts that are not `related`
 *  a place speaks for nothing. */
export function matchGaps(known: Profile, matching: Matching, related: boolean): void {
  const gainOf = createGain(known, matching, related);
  for (const gap of gapsOf(known, matching))
    if (gap.base.length * gap.current.length <= MOST_PAIRS) matchGap(gap, matching, gainOf);
    else matchEqualsInOrder(gap, known, matching);
}

/** In a gap that is too large to be weighed, texts that are mostly the same in the same order, as a form that says «Ja» and «Nei» a hundred times, are the same. */
function matchEqualsInOrder(gap: Gap, { base, current }: Profile, matching: Matching): void {
  if (!isStillFree(gap, matching)) return;
  const numbers = new Map<string, number>();
  const numbered = (texts: readonly (string | undefined)[]): readonly number[] =>
    texts.map((text = '') => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  const inBase = numbered(gap.base.map((index) => base.blocks[index]?.text));
  const inCurrent = numbered(gap.current.map((index) => current.blocks[index]?.text));
  const pairs: (readonly [base: number, current: number])[] = [];
  let [from, to] = [0, 0];
  const end = { fromA: inBase.length, toA: inBase.length, fromB: inCurrent.length, toB: inCurrent.length };
  for (const { fromA, toA, fromB, toB } of [...exactDiff(inBase, inCurrent).hunks, end]) {
    for (; from < fromA && to < fromB; from++, to++) pairs.push([gap.base[from] ?? -1, gap.current[to] ?? -1]);
    [from, to] = [toA, toB];
  }
  if (pairs.length < MOSTLY * Math.min(inBase.length, inCurrent.length)) return;
  for (const [own, other] of pairs) matching.pair(own, other);
}

/** Stretches of free blocks right below matched blocks which belong together, as far as the next matched block; and right above them, since
 *  a block that was moved here from elsewhere ends the stretch below. Only those that are free on both sides. */
function gapsOf({ base, current }: Profile, matching: Matching): readonly Gap[] {
  const gaps: Gap[] = [];
  const isFree = (side: 'base' | 'current', index: number): boolean =>
    side === 'base'
      ? index >= 0 && index < base.blocks.length && matching.groupOfBase(index) === undefined
      : index >= 0 && index < current.blocks.length && matching.groupOfCurrent(index) === undefined;
  const freeFrom = (side: 'base' | 'current', first: number, step: 1 | -1): readonly number[] => {
    const found: number[] = [];
    for (let index = first; isFree(side, index); index += step) found.push(index);
    return step > 0 ? found : found.reverse();
  };
  const note = (nextBase: number, nextCurrent: number, step: 1 | -1): void => {
    // Nearly everywhere the next blocks are matched: nothing is made for those.
    if (!isFree('base', nextBase) || !isFree('current', nextCurrent)) return;
    gaps.push({ base: freeFrom('base', nextBase, step), current: freeFrom('current', nextCurrent, step) });
  };
  const groups = matching.groups();
  note(0, 0, 1);
  for (const group of groups) note((group.base.at(-1) ?? -1) + 1, (group.current.at(-1) ?? -1) + 1, 1);
  for (const group of groups) note((group.base[0] ?? 0) - 1, (group.current[0] ?? 0) - 1, -1);
  note(base.blocks.length - 1, current.blocks.length - 1, -1);
  return gaps;
}

/** How much is gained by saying that some blocks of both sides belong together. */
type Gain = (base: readonly number[], current: readonly number[]) => number;

const isStillFree = (gap: Gap, matching: Matching): boolean =>
  gap.base.every((index) => matching.groupOfBase(index) === undefined) &&
  gap.current.every((index) => matching.groupOfCurrent(index) === undefined);

function matchGap(gap: Gap, matching: Matching, gainOf: Gain): void {
  if (!isStillFree(gap, matching)) return;
  const rows = gap.base.length;
  const columns = gap.current.length;
  const best = new Float64Array((rows + 1) * (columns + 1));
  const chosen: (Step | undefined)[] = Array.from({ length: best.length });
  const cell = (row: number, column: number): number => row * (columns + 1) + column;
  for (let row = rows; row >= 0; row--)
    for (let column = columns; column >= 0; column--) {
      const here = cell(row, column);
      if (row < rows) best[here] = best[cell(row + 1, column)] ?? 0;
      if (column < columns) best[here] = Math.max(best[here] ?? 0, best[cell(row, column + 1)] ?? 0);
      for (const step of steps) {
        const [inBase, inCurrent] = step;
        if (row + inBase > rows || column + inCurrent > columns) continue;
        const gain = gainOf(gap.base.slice(row, row + inBase), gap.current.slice(column, column + inCurrent));
        const total = gain + (best[cell(row + inBase, column + inCurrent)] ?? 0);
        if (gain <= 0 || total <= (best[here] ?? 0)) continue;
        best[here] = total;
        chosen[here] = step;
      }
    }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    const step = chosen[cell(row, column)];
    if (step !== undefined) {
      const [inBase, inCurrent] = step;
      matching.put({
        base: gap.base.slice(row, row + inBase),
        current: gap.current.slice(column, column + inCurrent),
        byIdentity: false,
      });
      row += inBase;
      column += inCurrent;
    } else if ((best[cell(row + 1, column)] ?? 0) >= (best[cell(row, column + 1)] ?? 0)) row++;
    else column++;
  }
}

/** The weight they share beyond what chance would give. */
function createGain(known: Profile, matching: Matching, related: boolean): Gain {
  const { base, current } = known;
  const counter = new BagCounter(known);
  const likenessInOrder = createLikenessInOrder(known);
  const leastInOrder = Math.max(
    LEAST_ALIKE_IN_ORDER,
    BEYOND_STRANGERS * likenessOfStrangers(known, matching, likenessInOrder),
  );
  const sum = (weights: Float64Array, indices: readonly number[]): number =>
    indices.reduce((total, index) => total + (weights[index] ?? 0), 0);
  // A place is one only beside what is matched.
  const hasPlaces = related && matching.groups().length > 0;
  return (inBase, inCurrent) => {
    const a = inBase.flatMap((index) => base.words[index] ?? []);
    const b = inCurrent.flatMap((index) => current.words[index] ?? []);
    const weightA = sum(base.weights, inBase);
    const weightB = sum(current.weights, inCurrent);
    const [whole, parts, partWeights] =
      inBase.length > 1
        ? [b, a, inBase.map((index) => base.weights[index] ?? 0)]
        : [a, b, inCurrent.map((index) => current.weights[index] ?? 0)];
    counter.load(whole);
    let common = 0;
    for (const [order, part] of parts.entries()) {
      const shared = counter.common(part);
      if (parts.length > 1 && shared < PART_SHARE * (partWeights[order] ?? 0)) return 0;
      counter.take(part);
      common += shared;
    }
    const floor =
      parts.length > 1 || !hasPlaces ? LEAST_ALIKE : leastAlike(known, inBase[0] ?? -1, inCurrent[0] ?? -1, a, b);
    const beyondFloor = dice(common, weightA, weightB) - floor;
    const [first = -1] = inBase;
    const [match = -1] = inCurrent;
    const isPairOfAKind = a.length === 1 && b.length === 1 && base.blocks[first]?.kind === current.blocks[match]?.kind;
    const beyond =
      beyondFloor <= 0 && related && isPairOfAKind ? likenessInOrder(first, match) - leastInOrder : beyondFloor;
    return (weightA + weightB + 1) * beyond;
  };
}

function leastAlike(
  { base, current }: Profile,
  inBase: number,
  inCurrent: number,
  [wordsA]: readonly NumberedWords[],
  [wordsB]: readonly NumberedWords[],
): number {
  const a = base.blocks[inBase];
  const b = current.blocks[inCurrent];
  if (a === undefined || b === undefined || a.kind !== b.kind || a.level !== b.level) return LEAST_ALIKE;
  const isStructure = a.kind === 'title' || a.kind === 'heading' || a.kind === 'leadIn';
  const tellsNothing = Math.max(wordsA?.numbers.length ?? 0, wordsB?.numbers.length ?? 0) <= SHORT_WORDS;
  return isStructure || tellsNothing ? LEAST_ALIKE_STRUCTURE : LEAST_ALIKE;
}
