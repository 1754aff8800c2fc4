import type { Group, Matching } from './matching';
import type { Profile, Side } from './profile';
import { BagCounter } from './similarity';

/** So much of what a free block says must be what its neighbours gained or lost … */
const SHARE = 0.8;
/** … and it must have so many words and marks: fewer could be of anything. */
const TELLING_WORDS = 5;

/** Finds text that was divided at other places (D40): a free block beside a split, all of which went into its parts, and one beside a join, all of which came out
 *  of what was joined. The group is then one of several to several; which sentence went where, its marks tell. */
export function takeInRedistributed(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const counter = new BagCounter(known);
  takeIn(
    base,
    current,
    counter,
    (index) => matching.groupOfBase(index),
    ({ base: own, current: other }) => [own, other],
    (group, own) => {
      matching.put({ ...group, base: own });
    },
  );
  takeIn(
    current,
    base,
    counter,
    (index) => matching.groupOfCurrent(index),
    ({ base: other, current: own }) => [own, other],
    (group, own) => {
      matching.put({ ...group, current: own });
    },
  );
}

/** The same from either side: `own` blocks that are free beside groups of which the other side has several. */
function takeIn(
  own: Side,
  other: Side,
  counter: BagCounter,
  groupOf: (index: number) => Group | undefined,
  sidesOf: (group: Group) => readonly [own: readonly number[], other: readonly number[]],
  put: (group: Group, own: readonly number[]) => void,
): void {
  for (let index = 0; index < own.blocks.length; index++) {
    const words = own.words[index];
    if (groupOf(index) !== undefined || words === undefined || words.numbers.length < TELLING_WORDS) continue;
    for (const beside of [index - 1, index + 1]) {
      const group = groupOf(beside);
      if (group === undefined || groupOf(index) !== undefined) continue;
      const [parts, others] = sidesOf(group);
      if (others.length < 2) continue;
      counter.load(others.flatMap((part) => other.words[part] ?? []));
      for (const part of parts) {
        const taken = own.words[part];
        if (taken !== undefined) counter.take(taken);
      }
      if (counter.common(words) >= SHARE * (own.weights[index] ?? 0))
        put(group, index < beside ? [index, ...parts] : [...parts, index]);
    }
  }
}
