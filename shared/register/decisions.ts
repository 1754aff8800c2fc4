import { applyAmendments, collisionsOf, consequencesOf, identicalGroups, rebaseAmendment } from '../amendment';
import type { Amendment } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import type { DecisionMade } from './commands';
import type { RegisterEvent } from './events';
import type { AuthorityFailureCode } from './failures';
import { findRevision, openAmendments, type RegisterData, type RegisterState } from './state';

type DecidedEvent = Extract<RegisterEvent, { type: 'decided' }>;
type Refusal = Failure<AuthorityFailureCode>;

export interface Outcome {
  readonly events: readonly DecidedEvent[];
  /** The newest text with everything that was adopted. */
  readonly blocks: readonly Block[];
}

/** The amendment as it stands against the newest revision; `null` where it cannot be carried there. Covered ones have no changes left. */
export function carriedTo(
  newest: Revision,
  amendment: Amendment,
  register: Pick<RegisterData, 'revisions'>,
): Amendment | null {
  if (amendment.base === newest.id) return amendment;
  const from = findRevision(register, amendment.base);
  if (!from) return null;
  const { state, changes } = rebaseAmendment(amendment, from, newest);
  if (state === 'conflict') return null;
  return { ...amendment, base: newest.id, changes: state === 'covered' ? [] : changes };
}

function checkDecisions(decisions: readonly DecisionMade[], state: RegisterState): Refusal | null {
  const seen = new Set<AmendmentId>();
  for (const { amendment: id, tally } of decisions) {
    const amendment = state.amendments.get(id);
    if (!amendment) return failure('amendment-unknown', { amendment: id });
    const { number } = amendment;
    if (seen.has(id)) return failure('amendment-repeated', { number });
    seen.add(id);
    if (amendment.decision) return failure('amendment-decided', { number });
    const counts = tally ? [tally.for, tally.against, tally.abstained] : [];
    if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
      return failure('tally-invalid', { number });
  }
  return null;
}

/** Withdrawing is one proposer's act; everything else is said about the proposal, whoever made it. */
const sharedByIdentical = (decision: DecisionMade): boolean => decision.result !== 'withdrawn';

/**
 * What the adoption of one amendment means for the others. Collisions are looked for once among all, and consequences then only among those
 * that collide: with 500 amendments, asking anew for each one adopted took 5 s.
 */
function consequencesAmong(newest: Revision, amendments: readonly Amendment[]) {
  const partners = new Map<AmendmentId, Set<AmendmentId>>();
  for (const { a, b } of collisionsOf(newest, amendments))
    for (const id of [a, b]) partners.set(id, (partners.get(id) ?? new Set()).add(a).add(b));
  return (adopted: AmendmentId): ReturnType<typeof consequencesOf> => {
    const involved = partners.get(adopted);
    if (!involved) return [];
    return consequencesOf(
      adopted,
      newest,
      amendments.filter(({ id }) => involved.has(id)),
    );
  };
}

/** What `decisions` amount to (H13, H14), not yet recorded. Changes nothing. */
export function weighDecisions(
  decisions: readonly DecisionMade[],
  newest: Revision,
  register: RegisterData,
  state: RegisterState,
  ids: IdSource,
): Result<Outcome, Refusal> {
  const refusal = checkDecisions(decisions, state);
  if (refusal) return fail(refusal);

  const carried = new Map<AmendmentId, Amendment>();
  for (const amendment of openAmendments(state)) {
    const here = carriedTo(newest, amendment, register);
    if (here) carried.set(amendment.id, here);
  }
  const inForce = [...carried.values()].filter((amendment) => amendment.changes.length > 0);
  const groups = identicalGroups(inForce);
  const consequences = consequencesAmong(newest, inForce);
  const numberOf = (id: AmendmentId): string => state.amendments.get(id)?.number ?? id;

  const explicit = new Map(decisions.map((decision) => [decision.amendment, decision]));
  const decided = new Map<AmendmentId, DecidedEvent>();
  const record = (amendment: AmendmentId, decision: DecidedEvent['decision']): void => {
    if (!decided.has(amendment)) decided.set(amendment, { type: 'decided', amendment, decision });
  };
  const withIdentical = decisions.map((decision) => ({
    decision,
    identical: sharedByIdentical(decision)
      ? (groups.find((group) => group.includes(decision.amendment)) ?? []).filter((id) => !explicit.has(id))
      : [],
  }));
  // Whatever is decided outright, alone or with its identical ones, is settled before any consequence is drawn.
  const settled = new Map<AmendmentId, DecisionMade>();
  for (const { decision, identical } of withIdentical)
    for (const id of [decision.amendment, ...identical]) if (!settled.has(id)) settled.set(id, decision);

  for (const { decision, identical } of withIdentical) {
    const { amendment, result, tally } = decision;
    record(amendment, { result, tally, because: null });
    for (const id of identical) record(id, { result, tally, because: amendment });
    if (result !== 'adopted') continue;
    if (!carried.has(amendment)) return fail(failure('amendment-unplaceable', { number: numberOf(amendment) }));
    if (!inForce.some(({ id }) => id === amendment)) continue;
    for (const consequence of consequences(amendment)) {
      if (settled.get(consequence.amendment)?.result === 'adopted') {
        if (identical.includes(consequence.amendment)) continue;
        return fail(
          failure('decisions-contradict', { number: numberOf(consequence.amendment), because: numberOf(amendment) }),
        );
      }
      if (!settled.has(consequence.amendment))
        record(consequence.amendment, { result: consequence.result, tally: null, because: amendment });
    }
  }

  const adopted = inForce.filter(({ id }) => decided.get(id)?.decision.result === 'adopted');
  if (adopted.length === 0) return ok({ events: [...decided.values()], blocks: newest.blocks });
  const composition = applyAmendments(newest, adopted, ids);
  const [lost] = composition.unplaced;
  if (lost !== undefined) return fail(failure('amendment-unplaceable', { number: numberOf(lost) }));
  return ok({ events: [...decided.values()], blocks: composition.blocks });
}
