import { groupsInOrder } from './order';
import type { Group, Matching } from './matching';
import type { Profile } from './profile';

/** Brings headings and lead-ins that seem to have moved by themselves back to what stands below them: an equal heading somewhere else is another heading,
 *  where the text below still follows one of its kind that nothing else was made of. */
export function settleStructure(known: Profile, matching: Matching): void {
  const { base, current } = known;
  const groups = matching.groups();
  const staying = groupsInOrder(groups, known);
  const isStructure = (group: Group): boolean => {
    const kind = base.blocks[group.base[0] ?? -1]?.kind;
    return kind === 'heading' || kind === 'leadIn';
  };
  for (const group of groups) {
    const [inBase = -1] = group.base;
    if (staying.has(group) || group.byIdentity || group.base.length + group.current.length > 2 || !isStructure(group))
      continue;
    const below = matching.groupOfBase(inBase + 1);
    const place = (below?.current[0] ?? 0) - 1;
    const isItsPlace =
      below !== undefined &&
      matching.groupOfCurrent(place) === undefined &&
      current.blocks[place]?.kind === base.blocks[inBase]?.kind;
    if (isItsPlace) matching.pair(inBase, place);
  }
}
