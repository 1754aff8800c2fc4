import { applyAmendments, collisionsOf, consequencesOf, identicalGroups, recommendedChanges } from '../amendment';
import type { Amendment, Tally, TextChange } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import { isPossibleCount, isUsableRule, judgeVote } from '../voting';
import type { DecisionMade } from './commands';
import type { VoteMade } from './decidingCommands';
import type { DecidingEvent } from './decidingEvents';
import type { RegisterEvent } from './events';
import type { AuthorityFailureCode } from './failures';
import { openAmendments, type RegisterData, type RegisterState } from './state';
import { leftUnfinished } from './unfinished';
import { carriedByItself } from './carried';
import { resultOfRelation, takeIntoParents } from './within';

type DecidedEvent = Extract<RegisterEvent, { type: 'decided' }>;
type CountedEvent = Extract<DecidingEvent, { type: 'counted' }>;
type Refusal = Failure<AuthorityFailureCode>;

export interface Outcome {
  readonly events: readonly RegisterEvent[];
  /** The newest text with everything that was adopted. */
  readonly blocks: readonly Block[];
}

/** What one `decide` asks for. */
export interface DecisionsMade {
  readonly decisions: readonly DecisionMade[];
  readonly votes?: readonly VoteMade[];
  /** What would fall or become void, and is to be voted on all the same. */
  readonly keepOpen?: readonly AmendmentId[];
}

function checkDecisions(decisions: readonly DecisionMade[], state: RegisterState): Refusal | null {
  const seen = new Set<AmendmentId>();
  for (const { amendment: id, result, tally, wording } of decisions) {
    const amendment = state.amendments.get(id);
    if (!amendment) return failure('amendment-unknown', { amendment: id });
    const { number } = amendment;
    if (seen.has(id)) return failure('amendment-repeated', { number });
    seen.add(id);
    if (amendment.decision) return failure('amendment-decided', { number });
    const counts = tally ? [tally.for, tally.against, tally.abstained] : [];
    if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
      return failure('tally-invalid', { number });
    const asksForChanged = wording === 'recommended' || amendment.recommendation?.kind === 'adoptWithChanges';
    if (result === 'adopted' && wording !== 'filed' && asksForChanged && recommendedChanges(amendment) === null)
      return failure('recommended-text-missing', { number });
  }
  return null;
}

/** The counts as they are recorded, judged by their rule (H31). */
function countVotes(votes: readonly VoteMade[], state: RegisterState): Result<readonly CountedEvent[], Refusal> {
  const events: CountedEvent[] = [];
  for (const { amendments, rule: own, count } of votes) {
    const numbers: string[] = [];
    for (const id of amendments) {
      const amendment = state.amendments.get(id);
      if (!amendment) return fail(failure('amendment-unknown', { amendment: id }));
      numbers.push(amendment.number);
    }
    const rule = own ?? state.voteRule;
    if (!isUsableRule(rule)) return fail(failure('vote-rule-unusable'));
    if (!isPossibleCount(count)) return fail(failure('tally-invalid', { number: numbers.join(', ') }));
    events.push({ type: 'counted', amendments, rule, count, outcome: judgeVote(rule, count).outcome });
  }
  return ok(events);
}

const tallyIn = (counted: readonly CountedEvent[], id: AmendmentId): Tally | null => {
  const count = counted.find(({ amendments }) => amendments.includes(id))?.count;
  return count ? { for: count.for, against: count.against, abstained: count.abstained } : null;
};

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

/** What `decision` adopts where that is not what was filed (H32); `null` where it is. */
function changedWording(amendment: Amendment, decision: DecisionMade): readonly TextChange[] | null {
  if (decision.result !== 'adopted' || decision.wording === 'filed') return null;
  return recommendedChanges(amendment);
}

/** What `made` amounts to (H13, H14, H31–H35), not yet recorded. Changes nothing. */
export function weighDecisions(
  made: DecisionsMade,
  newest: Revision,
  register: RegisterData,
  state: RegisterState,
  ids: IdSource,
): Result<Outcome, Refusal> {
  const { decisions, votes = [], keepOpen = [] } = made;
  const refusal = checkDecisions(decisions, state);
  if (refusal) return fail(refusal);
  const counted = countVotes(votes, state);
  if (!counted.ok) return counted;

  const explicit = new Map(decisions.map((decision) => [decision.amendment, decision]));
  const asFiled: Amendment[] = [];
  /** As they stand against the newest text: in the words that are to be adopted, else in those that were filed. */
  const carried = new Map<AmendmentId, Amendment>();
  const wordings = new Map<AmendmentId, readonly TextChange[]>();
  for (const amendment of openAmendments(state)) {
    const filed = carriedByItself(newest, amendment, register, state);
    if (filed && filed.changes.length > 0) asFiled.push(filed);
    const decision = explicit.get(amendment.id);
    const changes = decision ? changedWording(amendment, decision) : null;
    if (changes) wordings.set(amendment.id, changes);
    const here = changes ? carriedByItself(newest, { ...amendment, changes }, register, state) : filed;
    if (here) carried.set(amendment.id, here);
  }
  const groups = identicalGroups(asFiled);
  const numberOf = (id: AmendmentId): string => state.amendments.get(id)?.number ?? id;
  const withIdentical = decisions.map((decision) => ({
    decision,
    identical: sharedByIdentical(decision)
      ? (groups.find((group) => group.includes(decision.amendment)) ?? []).filter((id) => !explicit.has(id))
      : [],
  }));
  // Who asked for the same shares the decision, and the words that were adopted.
  for (const { decision, identical } of withIdentical) {
    const form = wordings.has(decision.amendment) ? carried.get(decision.amendment) : undefined;
    for (const id of identical) {
      const own = carried.get(id);
      if (form && own) carried.set(id, { ...own, changes: form.changes });
    }
  }
  const adoptedOutright = new Map(
    decisions.flatMap(({ amendment, result, despite }) =>
      result === 'adopted' && despite !== true ? [[amendment, wordings.get(amendment) ?? null] as const] : [],
    ),
  );
  const within = takeIntoParents(newest, adoptedOutright, carried, register, state);
  if (!within.ok) return within;
  for (const amendment of within.value.carried) carried.set(amendment.id, amendment);
  const inForce = [...carried.values()].filter((amendment) => amendment.changes.length > 0);
  const consequences = consequencesAmong(newest, inForce);

  const decided = new Map<AmendmentId, DecidedEvent>();
  const record = (amendment: AmendmentId, decision: DecidedEvent['decision']): void => {
    if (!decided.has(amendment)) decided.set(amendment, { type: 'decided', amendment, decision });
  };
  // Whatever is decided outright, alone or with its identical ones, is settled before any consequence is drawn.
  const settled = new Map<AmendmentId, DecisionMade>();
  for (const { decision, identical } of withIdentical)
    for (const id of [decision.amendment, ...identical]) if (!settled.has(id)) settled.set(id, decision);
  const isDespite = (id: AmendmentId): boolean => settled.get(id)?.despite === true;

  for (const { decision, identical } of withIdentical) {
    const { amendment, result, enBloc } = decision;
    const tally = tallyIn(counted.value, amendment) ?? decision.tally;
    const changes = wordings.get(amendment);
    const despite = result === 'adopted' && decision.despite;
    const told = { result, tally, ...(enBloc && { enBloc }), ...(despite && { despite }) };
    record(amendment, { ...told, because: null, ...(changes && { changes }) });
    for (const id of identical) {
      const sameBase = state.amendments.get(id)?.base === state.amendments.get(amendment)?.base;
      record(id, { ...told, because: amendment, ...(changes && sameBase && { changes }) });
    }
    if (result !== 'adopted') continue;
    if (!carried.has(amendment)) {
      if (decision.despite) continue;
      return fail(failure('amendment-unplaceable', { number: numberOf(amendment) }));
    }
    if (!inForce.some(({ id }) => id === amendment)) continue;
    for (const consequence of consequences(amendment)) {
      const other = consequence.amendment;
      if (settled.get(other)?.result === 'adopted') {
        if (identical.includes(other) || isDespite(amendment) || isDespite(other)) continue;
        return fail(failure('decisions-contradict', { number: numberOf(other), because: numberOf(amendment) }));
      }
      if (!settled.has(other) && !keepOpen.includes(other))
        record(other, { result: consequence.result, tally: null, because: amendment });
    }
  }

  for (const [id, { decision }] of [...decided]) {
    const one = state.amendments.get(id);
    if (!one) continue;
    for (const other of openAmendments(state)) {
      const result = resultOfRelation(other, one, decision.result);
      if (result === null || keepOpen.includes(other.id)) continue;
      if (
        settled.get(other.id)?.result === 'adopted' &&
        decision.result === 'adopted' &&
        !isDespite(id) &&
        !isDespite(other.id)
      )
        return fail(failure('decisions-contradict', { number: other.number, because: one.number }));
      if (!settled.has(other.id)) record(other.id, { result, tally: null, because: id });
    }
  }

  const isAdopted = (id: AmendmentId): boolean => decided.get(id)?.decision.result === 'adopted';
  const adopted = inForce.filter(({ id }) => isAdopted(id));
  const composition = applyAmendments(newest, adopted, ids);
  const [lost] = composition.unplaced;
  if (lost !== undefined) return fail(failure('amendment-unplaceable', { number: numberOf(lost) }));
  const unplaceable = [...decided.keys()].filter((id) => isAdopted(id) && !carried.has(id));
  const left = leftUnfinished({ adopted, collisions: composition.collisions, unplaceable, state });
  return ok({
    events: [...counted.value, ...decided.values(), ...left],
    blocks: adopted.length === 0 ? newest.blocks : composition.blocks,
  });
}
