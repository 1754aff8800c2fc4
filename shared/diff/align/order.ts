import { heaviestIncreasing } from '../increasing';
import type { Group } from './matching';
import type { Profile } from './profile';

/** Groups that did not move: as many blocks as can keep their order, and of equally many those with most to say.
 *  `groups` in current order. */
export function groupsInOrder(groups: readonly Group[], { base }: Profile): ReadonlySet<Group> {
  let total = 1;
  for (const weight of base.weights) total += weight;
  const weightOf = (index: number): number => {
    const blocks = groups[index]?.base ?? [];
    let sum = 0;
    for (const block of blocks) sum += base.weights[block] ?? 0;
    return blocks.length + sum / (2 * total);
  };
  const places: number[] = [];
  for (const group of groups) places.push(group.base[0] ?? -1);
  const staying = heaviestIncreasing(places, weightOf);
  const kept = new Set<Group>();
  for (const index of staying) {
    const group = groups[index];
    if (group !== undefined) kept.add(group);
  }
  return kept;
}
