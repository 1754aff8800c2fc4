import {
  advisedOf,
  applyAmendments,
  consequencesAmong,
  identicalGroups,
  recommendedChanges,
  standingsOf,
  textsOfStandings,
  type AmendmentsInText,
  type Consequence,
} from '../amendment';
import type { Amendment, Tally, TextChange } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import { countingIds, type IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import { isPossibleCount, isUsableRule, judgeVote } from '../voting';
import type { DecisionMade } from './commands';
import type { VoteMade } from './decidingCommands';
import type { DecidingEvent } from './decidingEvents';
import type { RegisterEvent } from './events';
import { ruleFor } from './foldDeciding';
import type { AuthorityFailureCode } from './failures';
import { findRevision, openAmendments, type RegisterData, type RegisterState } from './state';
import { leftUnfinished } from './unfinished';
import { carriedByItself } from './carried';
import { takeIntoParents } from './within';

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
  // The next period begins with this text, and nobody would look at what the decisions leave to finish.
  if (state.phase === 'adopted') return failure('decisions-closed');
  const seen = new Set<AmendmentId>();
  for (const { amendment: id, result, tally, wording, despite, reason = '' } of decisions) {
    const amendment = state.amendments.get(id);
    if (!amendment) return failure('amendment-unknown', { amendment: id });
    const { number } = amendment;
    if (seen.has(id)) return failure('amendment-repeated', { number });
    seen.add(id);
    if (amendment.decision) return failure('amendment-decided', { number });
    const counts = tally ? [tally.for, tally.against, tally.abstained] : [];
    if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0))
      return failure('tally-invalid', { number });
    if (result === 'adopted' && despite && reason.trim() === '') return failure('override-reason-missing', { number });
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
    const rule = own ?? ruleFor(state, amendments);
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

/** Whether changes to the one are changes to the text of the other. */
const isAboutSameText = (a: Amendment, b: Amendment): boolean =>
  a.base === b.base && a.parent?.changes === b.parent?.changes;

/** What `decision` adopts where that is not what was filed (H32); `null` where it is. */
function changedWording(amendment: Amendment, decision: DecisionMade): readonly TextChange[] | null {
  if (decision.result !== 'adopted' || decision.wording === 'filed') return null;
  return recommendedChanges(amendment);
}

/** The open amendments to open amendments, each in the text of its own; in the words that are to be adopted, where those are others. */
function textsWithin(
  newest: Revision,
  wordings: ReadonlyMap<AmendmentId, readonly TextChange[]>,
  register: RegisterData,
  state: RegisterState,
): readonly AmendmentsInText[] {
  const open = openAmendments(state);
  const parents = new Set(open.flatMap(({ parent }) => parent?.id ?? []));
  const family = open
    .filter(({ id, parent }) => parent !== null || parents.has(id))
    .map((amendment) => {
      const changes = amendment.parent && wordings.get(amendment.id);
      return changes ? { ...amendment, changes } : amendment;
    });
  const standings = standingsOf(family, newest, (id) => findRevision(register, id));
  return textsOfStandings(newest, standings).slice(1);
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
  /** As they stand against the newest text: in the words that are to be adopted, else in those that were filed. */
  const carried = new Map<AmendmentId, Amendment>();
  for (const amendment of openAmendments(state)) {
    const filed = carriedByItself(newest, amendment, register, state);
    if (filed) carried.set(amendment.id, filed);
  }
  const groups = identicalGroups([...carried.values()].filter(({ changes }) => changes.length > 0));
  const groupsWithin = textsWithin(newest, new Map(), register, state).flatMap(({ amendments }) =>
    identicalGroups(amendments),
  );
  const groupOf = (id: AmendmentId): readonly AmendmentId[] =>
    [...groups, ...groupsWithin].find((group) => group.includes(id)) ?? [id];
  const wordings = new Map<AmendmentId, readonly TextChange[]>();
  const inOtherWords = new Set<AmendmentId>();
  for (const decision of decisions) {
    const amendment = state.amendments.get(decision.amendment);
    const advised = advisedOf(groupOf(decision.amendment).flatMap((id) => state.amendments.get(id) ?? []));
    const changes = advised && changedWording(advised, decision);
    if (!amendment || !changes) continue;
    const { base, parent } = advised;
    const here = carriedByItself(newest, { ...amendment, base, parent, changes }, register, state);
    if (here) carried.set(amendment.id, here);
    else carried.delete(amendment.id);
    inOtherWords.add(amendment.id);
    if (isAboutSameText(advised, amendment)) wordings.set(amendment.id, changes);
  }
  const numberOf = (id: AmendmentId): string => state.amendments.get(id)?.number ?? id;
  const withIdentical = decisions.map((decision) => ({
    decision,
    identical: sharedByIdentical(decision)
      ? (groups.find((group) => group.includes(decision.amendment)) ?? []).filter((id) => !explicit.has(id))
      : [],
  }));
  // Who asked for the same shares the decision, and the words that were adopted.
  for (const { decision, identical } of withIdentical) {
    const form = inOtherWords.has(decision.amendment) ? carried.get(decision.amendment) : undefined;
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
  const texts = [{ revision: newest, amendments: inForce }, ...textsWithin(newest, wordings, register, state)];

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
    const { amendment, result, enBloc, reason } = decision;
    const tally = tallyIn(counted.value, amendment) ?? decision.tally;
    const changes = wordings.get(amendment);
    const despite = result === 'adopted' && decision.despite;
    const told = { result, tally, ...(enBloc && { enBloc }), ...(despite && { despite, ...(reason && { reason }) }) };
    record(amendment, { ...told, because: null, ...(changes && { changes }) });
    for (const id of identical) {
      const sameBase = state.amendments.get(id)?.base === state.amendments.get(amendment)?.base;
      record(id, { ...told, because: amendment, ...(changes && sameBase && { changes }) });
    }
    if (result === 'adopted' && !carried.has(amendment) && !despite)
      return fail(failure('amendment-unplaceable', { number: numberOf(amendment) }));
  }

  const { follow, contradictions } = consequencesAmong(openAmendments(state), texts)(
    [...decided.values()].map(({ amendment, decision: { result } }) => ({ amendment, result })),
    (id) => keepOpen.includes(id),
  );
  const contradiction = contradictions.find(({ amendment, because }) => !isDespite(amendment) && !isDespite(because));
  if (contradiction) {
    const { amendment, because } = contradiction;
    return fail(failure('decisions-contradict', { number: numberOf(amendment), because: numberOf(because) }));
  }
  for (const { amendment, result, because } of follow) record(amendment, { result, tally: null, because });

  const isAdopted = (id: AmendmentId): boolean => decided.get(id)?.decision.result === 'adopted';
  const adopted = inForce.filter(({ id }) => isAdopted(id));
  const composition = applyAmendments(newest, adopted, ids);
  const [lost] = composition.unplaced;
  if (lost !== undefined) return fail(failure('amendment-unplaceable', { number: numberOf(lost) }));
  const unplaceable = [...decided.keys()].filter((id) => isAdopted(id) && !carried.has(id));
  const left = leftUnfinished({ adopted, collisions: composition.collisions, unplaceable, register, state });
  return ok({
    events: [...counted.value, ...decided.values(), ...left],
    blocks: adopted.length === 0 ? newest.blocks : composition.blocks,
  });
}

/**
 * What would follow for others if `made` were recorded now: exactly what the authority would record, since it is the same computation. Fails where that would refuse;
 * changes nothing.
 */
export function foreseeDecisions(
  made: DecisionsMade,
  newest: Revision,
  register: RegisterData,
  state: RegisterState,
): Result<readonly Consequence[], Refusal> {
  const outcome = weighDecisions(made, newest, register, state, countingIds('~'));
  if (!outcome.ok) return outcome;
  const outright = new Set(made.decisions.map(({ amendment }) => amendment));
  return ok(
    outcome.value.events.flatMap((event): readonly Consequence[] => {
      if (event.type !== 'decided' || outright.has(event.amendment)) return [];
      const { result, because } = event.decision;
      const isConsequence = result === 'fallen' || result === 'void' || result === 'referred';
      return isConsequence && because !== null ? [{ amendment: event.amendment, result, because }] : [];
    }),
  );
}
