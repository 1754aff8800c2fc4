import type { AmendmentId } from '../core/ids';
import type { Amendment } from './amendment';
import { recommendedChanges } from './recommendedText';
import { awaitsSupport } from './support';
import type { VotingItem } from './votingOrder';

const isRecommended = (amendment: Amendment): boolean =>
  amendment.recommendation?.kind === 'adopt' || recommendedChanges(amendment) !== null;

/**
 * The items that can be adopted together: all that is recommended for adoption, has a place, and nobody asked to have voted on separately. Of two
 * that cannot both be carried neither is among them, nor is what amends another, nor what nobody who may vote stands behind (`supportNeeded`: the programme's rule).
 * In the order of the plan. Rule G5 of SPEC.md.
 */
export function enBlocItems(
  items: readonly VotingItem[],
  amendmentNamed: (id: AmendmentId) => Amendment | undefined,
  separate: ReadonlySet<AmendmentId>,
  supportNeeded: boolean,
): readonly VotingItem[] {
  const candidates = items.filter(({ amendments, unplaced, parent }) => {
    const all = amendments.flatMap((id) => amendmentNamed(id) ?? []);
    return (
      !unplaced &&
      parent === null &&
      all.length > 0 &&
      all.some(isRecommended) &&
      all.some((amendment) => !awaitsSupport(amendment, supportNeeded)) &&
      all.every(({ id, recommendation }) => !separate.has(id) && recommendation?.kind !== 'reject')
    );
  });
  const together = new Set(candidates.flatMap(({ amendments }) => amendments));
  return candidates.filter(({ against }) => !against.some((id) => together.has(id)));
}
