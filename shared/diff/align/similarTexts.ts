import type { Candidate } from './candidates';
import type { NumberedWords } from '../numberedWords';
import { chapterMap } from './chapterContext';
import { createContinuation } from './continuation';
import type { Group, Matching } from './matching';
import type { Profile } from './profile';
import { createRivals } from './rivals';
import { BagCounter } from './similarity';

/** Alike enough to be one block edited, wherever it stands. */
const ALIKE = 0.5;
/** Alike enough where the place speaks for it too. */
const SOMEWHAT_ALIKE = 0.25;
/** Alike enough where no other block comes near it … */
const CLEARLY_ALIKE = 0.36;
/** … which is to say, nearer than this. */
const CLEAR_MARGIN = 0.12;
/** What a neighbour in the right place, or the right chapter, adds to the likeness. */
const NEIGHBOUR_BONUS = 0.13;
const CHAPTER_BONUS = 0.06;
/** A part of a split or join has this share of its words in what is left of the whole … */
const PART_SHARE = 0.4;
/** … and before anything else has been tried, this share … */
const SURE_PART_SHARE = 0.7;
/** … and at least this much to say: a lone «og» belongs anywhere. */
const PART_WEIGHT = 2;
/** Shorter than this, blocks that resemble several others go by their surroundings alone. */
const TELLING_WORDS = 8;
/** A block that says at least this much can be told to be inside another one by its words alone. */
const TELLING_WEIGHT = 12;
/** A split into more parts than this is told as insertions. Bounds the cost. */
const MOST_PARTS = 64;

/** Matches edited blocks, best first, and finds splits and joins: a free block beside a matched one, whose words are
 *  those that its neighbour's counterpart has left over. */
export function matchSimilarTexts(known: Profile, matching: Matching, candidates: readonly Candidate[]): void {
  const counter = new BagCounter(known);
  const rivals = createRivals(candidates);
  const loneParts: Candidate[] = [];
  for (const { base, current, similarity } of candidates) {
    const isClear = similarity >= CLEARLY_ALIKE && similarity - rivals.next(base, current, similarity) >= CLEAR_MARGIN;
    if (isClear) matching.pair(base, current);
  }
  for (let round = 0; round < 2; round++) {
    const chapters = chapterMap(known.base.chapters, known.current.chapters, known.base.weights, (index) =>
      matching.partnerOfBase(index),
    );
    const ranked = candidates
      .filter(
        ({ base, current }) =>
          matching.groupOfBase(base) === undefined || matching.groupOfCurrent(current) === undefined,
      )
      .map((candidate) => ({ candidate, bonus: placeBonus(known, matching, chapters, candidate) }))
      .sort(
        (x, y) =>
          y.candidate.similarity + y.bonus - (x.candidate.similarity + x.bonus) ||
          x.candidate.base - y.candidate.base ||
          x.candidate.current - y.candidate.current,
      );
    for (const { candidate, bonus } of ranked) {
      const { base, current, similarity } = candidate;
      const groupOfBase = matching.groupOfBase(base);
      const groupOfCurrent = matching.groupOfCurrent(current);
      if (groupOfBase === undefined && groupOfCurrent === undefined) {
        const isLikely = similarity + bonus >= ALIKE && similarity >= SOMEWHAT_ALIKE;
        const isPlaced = bonus >= NEIGHBOUR_BONUS || similarity > rivals.next(base, current, similarity);
        const tellsEnough = (known.base.words[base]?.numbers.length ?? 0) >= TELLING_WORDS;
        if (isLikely ? isPlaced || (round > 0 && tellsEnough) : isPart(known, candidate)) matching.pair(base, current);
        if (!isLikely && similarity < SOMEWHAT_ALIKE) loneParts.push(candidate);
      } else if (groupOfBase !== undefined && groupOfCurrent === undefined)
        takeIn(known, counter, matching, { side: 'current', group: groupOfBase, index: current, share: PART_SHARE });
      else if (groupOfBase === undefined && groupOfCurrent !== undefined)
        takeIn(known, counter, matching, { side: 'base', group: groupOfCurrent, index: base, share: PART_SHARE });
    }
  }
  // A long block and a short one inside it, which no other parts came to join, are not the same block.
  for (const { base, current } of loneParts) {
    const group = matching.groupOfBase(base);
    if (group?.base.length === 1 && group.current.length === 1 && group.current[0] === current) matching.remove(group);
  }
}

function placeBonus(
  known: Profile,
  matching: Matching,
  chapters: ReadonlyMap<number, number>,
  { base, current }: Candidate,
): number {
  const above = matching.groupOfBase(base - 1)?.current.at(-1) === current - 1;
  const below = matching.groupOfBase(base + 1)?.current[0] === current + 1;
  return (
    (above ? NEIGHBOUR_BONUS : 0) +
    (below ? NEIGHBOUR_BONUS : 0) +
    (chapters.get(known.base.chapters[base] ?? -1) === known.current.chapters[current] ? CHAPTER_BONUS : 0)
  );
}

/** True where one block is nearly all inside the other, and so may be a part of it. */
function isPart({ base, current }: Profile, candidate: Candidate): boolean {
  const smaller = Math.min(base.weights[candidate.base] ?? 0, current.weights[candidate.current] ?? 0);
  return smaller >= TELLING_WEIGHT && candidate.common >= 0.75 * smaller;
}

/** Finds what is left of splits and joins: a free block right beside a matched one that says what its neighbour's
 *  counterpart has left over. */
export function takeInParts(known: Profile, matching: Matching, certainty: 'sure' | 'likely'): void {
  const share = certainty === 'sure' ? SURE_PART_SHARE : PART_SHARE;
  const counter = new BagCounter(known);
  const tryEach = (side: Part['side'], count: number): void => {
    const groupOf = (index: number): Group | undefined =>
      side === 'current' ? matching.groupOfCurrent(index) : matching.groupOfBase(index);
    const attempt = (index: number): void => {
      for (let neighbour = index - 1; neighbour <= index + 1; neighbour += 2) {
        if (groupOf(index) !== undefined) return;
        const group = groupOf(neighbour);
        if (group !== undefined) takeIn(known, counter, matching, { side, group, index, share });
      }
    };
    // Down, then up: a part may touch the rest of its whole only when the one between has been taken in.
    for (let index = 0; index < count; index++) attempt(index);
    for (let index = count - 1; index >= 0; index--) attempt(index);
  };
  tryEach('current', known.current.blocks.length);
  tryEach('base', known.base.blocks.length);
}

/** A block that may belong to a group beside it. */
interface Part {
  readonly side: 'base' | 'current';
  readonly group: Group;
  /** Of the block, in the texts of its side. */
  readonly index: number;
  /** This share of its words must be left over in the whole. */
  readonly share: number;
}

/** Makes a block of one side one more part of its group: of what the base block was split into, or of what was joined into the current one. */
function takeIn(known: Profile, counter: BagCounter, matching: Matching, { side, group, index, share }: Part): void {
  const [own, other] = side === 'current' ? [known.current, known.base] : [known.base, known.current];
  const [parts, wholes] = side === 'current' ? [group.current, group.base] : [group.base, group.current];
  const [whole] = wholes;
  if (wholes.length !== 1 || whole === undefined || parts.length >= MOST_PARTS) return;
  if (!touches(parts, index)) return;
  const wholeWords = other.words[whole];
  const partWords = own.words[index];
  if (wholeWords === undefined || partWords === undefined) return;
  counter.load([wholeWords]);
  for (const part of parts) {
    const words = own.words[part];
    if (words !== undefined) counter.take(words);
  }
  const isSaid = isSaidByRest(counter.common(partWords), own.weights[index] ?? 0, share);
  // Nearly always neither is so: then nothing is made.
  if (!isSaid && !mayBegin(parts, index, own.words, wholeWords)) return;
  const all = withPart(parts, index);
  if (!isSaid && !spells(all, own.words, wholeWords)) return;
  matching.put(side === 'current' ? { ...group, current: all } : { ...group, base: all });
}

const touches = (indices: readonly number[], next: number): boolean =>
  next === (indices[0] ?? 0) - 1 || next === (indices.at(-1) ?? 0) + 1;

/** The parts and one that touches them, in order. */
const withPart = (parts: readonly number[], next: number): readonly number[] =>
  next < (parts[0] ?? next) ? [next, ...parts] : [...parts, next];

const isSaidByRest = (common: number, weight: number, share: number): boolean =>
  common >= PART_WEIGHT && common >= share * weight;

/** Whether the first of the parts begins as the whole does, without which they cannot be it word for word. */
const mayBegin = (
  parts: readonly number[],
  next: number,
  words: readonly NumberedWords[],
  whole: NumberedWords,
): boolean => words[Math.min(parts[0] ?? next, next)]?.numbers[0] === whole.numbers[0];

/** True where the parts are the whole, word for word in order: then even a lone word is a part. */
function spells(parts: readonly number[], words: readonly NumberedWords[], whole: NumberedWords): boolean {
  let at = 0;
  for (const part of parts) {
    const { numbers = [] } = words[part] ?? {};
    if (numbers.length === 0) return false;
    for (const word of numbers) {
      if (whole.numbers[at] !== word) return false;
      at++;
    }
  }
  return at === whole.numbers.length;
}

/** Finds the halves of a split or join that were reworded so much that only their order in the whole tells: `createContinuation`. */
export function takeInContinuations(known: Profile, matching: Matching): void {
  const continues = createContinuation(known);
  const { base, current } = known;
  const take = (group: Group | undefined, free: number, own: 'base' | 'current'): void => {
    if (group === undefined || group.base.length > 1 || group.current.length > 1) return;
    const [inBase] = group.base;
    const [inCurrent] = group.current;
    if (inBase === undefined || inCurrent === undefined) return;
    const [side, otherSide] = own === 'current' ? [current, base] : [base, current];
    const [neighbour, other] = own === 'current' ? [inCurrent, inBase] : [inBase, inCurrent];
    const [first, second] = free < neighbour ? [free, neighbour] : [neighbour, free];
    const [a, b, whole] = [side.words[first], side.words[second], otherSide.words[other]];
    if (a === undefined || b === undefined || whole === undefined || !continues(a, b, whole)) return;
    const parts = [first, second];
    matching.put({ ...group, ...(own === 'current' ? { current: parts } : { base: parts }), inOrder: true });
  };
  for (let index = 0; index < current.blocks.length; index++)
    for (let neighbour = index - 1; neighbour <= index + 1; neighbour += 2)
      if (matching.groupOfCurrent(index) === undefined) take(matching.groupOfCurrent(neighbour), index, 'current');
  for (let index = 0; index < base.blocks.length; index++)
    for (let neighbour = index - 1; neighbour <= index + 1; neighbour += 2)
      if (matching.groupOfBase(index) === undefined) take(matching.groupOfBase(neighbour), index, 'base');
}
