import { heaviestIncreasing } from '../increasing';
import type { Group } from './matching';
import type { Profile } from './profile';

/** Groups that did not move: as many blocks as can keep their order, and of equally many those with most to say.
 *  `groups` in current order. */
export function groupsInOrder(groups: readonly Group[], { base }: Profile): ReadonlySet<Group> {
  const total = base.weights.reduce((sum, weight) => sum + weight, 1);
  const weightOf = (index: number): number => {
    const blocks = groups[index]?.base ?? [];
    return blocks.length + blocks.reduce((sum, block) => sum + (base.weights[block] ?? 0), 0) / (2 * total);
  };
  const places = groups.map((group) => group.base[0] ?? -1);
  const staying = heaviestIncreasing(places, weightOf);
  return new Set(staying.flatMap((index) => groups[index] ?? []));
}
