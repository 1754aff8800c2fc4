import type { AmendmentId } from '../core/ids';
import type { VotingItem } from './votingOrder';

/**
 * What is wrong with an order of votes. `unplaced`: it has no place in the text. `beforeParent`: it amends what comes later. `narrowFirst`: it would
 * make a more far-reaching one fall that nobody has voted on. `bothRecommended`: both are recommended for adoption, and cannot both be carried.
 */
export interface OrderProblem {
  readonly kind: 'unplaced' | 'beforeParent' | 'narrowFirst' | 'bothRecommended';
  readonly item: AmendmentId;
  readonly other: AmendmentId | null;
}

const firstOf = ({ amendments }: VotingItem): AmendmentId | null => amendments[0] ?? null;

/** Whether `a` goes for more of the text than `b` at the same place. */
const reachesFurther = (a: VotingItem, b: VotingItem): boolean =>
  a.block === b.block && (a.reachRank < b.reachRank || (a.reachRank === b.reachRank && a.share > b.share));

/** Everything that is wrong with the order of `items`, in that order. Total. Rule V11 of SPEC.md. */
export function orderProblems(items: readonly VotingItem[]): readonly OrderProblem[] {
  const problems: OrderProblem[] = [];
  const at = new Map(items.flatMap((item, index) => item.amendments.map((id) => [id, index] as const)));
  items.forEach((item, index) => {
    const id = firstOf(item);
    if (id === null) return;
    if (item.unplaced) problems.push({ kind: 'unplaced', item: id, other: null });
    const parentAt = item.parent === null ? undefined : at.get(item.parent);
    if (parentAt !== undefined && parentAt > index)
      problems.push({ kind: 'beforeParent', item: id, other: item.parent });
    for (const other of item.against) {
      const later = at.get(other);
      const rival = later === undefined ? undefined : items[later];
      if (later === undefined || rival === undefined || later <= index) continue;
      if (reachesFurther(rival, item)) problems.push({ kind: 'narrowFirst', item: id, other });
      if (item.recommendation === 'adopt' && rival.recommendation === 'adopt')
        problems.push({ kind: 'bothRecommended', item: id, other });
    }
  });
  return problems;
}
