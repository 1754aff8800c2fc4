import { useMemo } from 'react';
import {
  enBlocItems,
  orderProblems,
  votingPlanOf,
  type OrderProblem,
  type Standing,
  type VotingItem,
  type VotingPlan,
} from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import type { RegisterState } from '#shared/register';

/** What the chair's list is made from. */
export interface MeetingPlan {
  readonly plan: VotingPlan;
  readonly problems: readonly OrderProblem[];
  /** What can be adopted together, if the meeting agrees. */
  readonly enBloc: readonly VotingItem[];
  readonly numberOf: (id: AmendmentId) => string;
  readonly amendmentNamed: (id: AmendmentId) => Amendment | undefined;
}

const nothing: VotingPlan = { items: [], collisions: [] };

/** The plan of what is still open, in the order that `manual` sets where it is given. */
export function useMeetingPlan(
  revision: Revision | null,
  standings: ReadonlyMap<AmendmentId, Standing>,
  register: RegisterState,
  manual: readonly AmendmentId[] | null,
): MeetingPlan {
  const { amendments, separate } = register;
  const { supportNeeded } = register.filingRules;
  const plan = useMemo(
    () => (revision ? votingPlanOf(revision, standings, manual) : nothing),
    [manual, revision, standings],
  );
  return useMemo(() => {
    const amendmentNamed = (id: AmendmentId): Amendment | undefined => amendments.get(id);
    return {
      plan,
      problems: orderProblems(plan.items),
      enBloc: enBlocItems(plan.items, amendmentNamed, separate, supportNeeded),
      numberOf: (id) => amendments.get(id)?.number ?? '',
      amendmentNamed,
    };
  }, [amendments, plan, separate, supportNeeded]);
}
