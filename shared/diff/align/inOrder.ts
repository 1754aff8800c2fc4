import type { Matching } from './matching';
import type { Profile } from './profile';
import { dice } from './similarity';

/** Finding the order costs the product of the lengths. Longer texts have words enough to tell by. */
const MOST_CELLS = 20_000;
/** So many pairs of strangers are looked at, … */
const STRANGERS = 48;
/** … and fewer than this tell nothing. */
const FEWEST_STRANGERS = 12;

export type Likeness = (inBase: number, inCurrent: number) => number;

/**
 * Likeness of two blocks by the words they share in the same order (LCS), 0–1: far fewer of these are shared by chance than of words in any order,
 * so that less of it tells as much. 0 for blocks too long to look at.
 */
export const createLikenessInOrder =
  ({ base, current, wordWeights }: Profile): Likeness =>
  (inBase, inCurrent) => {
    const a = base.words[inBase]?.numbers ?? [];
    const b = current.words[inCurrent]?.numbers ?? [];
    if (a.length * b.length > MOST_CELLS) return 0;
    return dice(weightInOrder(a, b, wordWeights), base.weights[inBase] ?? 0, current.weights[inCurrent] ?? 0);
  };

/** The row of the search that is under way: making one for every pair is dear. */
let row = new Float64Array(256);

function weightInOrder(a: readonly number[], b: readonly number[], wordWeights: Float64Array): number {
  if (row.length <= b.length) row = new Float64Array(2 * b.length + 1);
  else row.fill(0, 0, b.length + 1);
  for (const word of a) {
    const own = wordWeights[word] ?? 0;
    let diagonal = 0;
    for (let at = 1; at <= b.length; at++) {
      const above = row[at] ?? 0;
      const best = Math.max(above, row[at - 1] ?? 0);
      row[at] = b[at - 1] === word ? Math.max(best, diagonal + own) : best;
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/**
 * What blocks of this text which are not the same have in common on average: of some neighbours, evenly spread, what the one was and what the other became. Points
 * that all begin alike are alike by chance. 1, which nothing exceeds, in a text too short to tell.
 */
export function likenessOfStrangers({ base, current }: Profile, matching: Matching, likeness: Likeness): number {
  const pairs: number[] = [];
  for (let index = 0; index < base.blocks.length; index++) {
    const match = matching.partnerOfBase(index + 1);
    if (match < 0 || matching.groupOfBase(index) === undefined) continue;
    if (current.blocks[match]?.kind === base.blocks[index]?.kind) pairs.push(index);
  }
  if (pairs.length < FEWEST_STRANGERS) return 1;
  const step = Math.max(1, Math.floor(pairs.length / STRANGERS));
  let sum = 0;
  let count = 0;
  for (let at = 0; at < pairs.length; at += step) {
    const inBase = pairs[at] ?? -1;
    if (base.blocks[inBase]?.text === base.blocks[inBase + 1]?.text) continue;
    sum += likeness(inBase, matching.partnerOfBase(inBase + 1));
    count += 1;
  }
  return count < FEWEST_STRANGERS ? 1 : sum / count;
}
