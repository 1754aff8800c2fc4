import { amendedText, checkChange, groundOf, standingsOf } from '../amendment';
import type { Amendment, Signatory, TextChange } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import { canonicalJson, type Json } from '../core/hash';
import { fail, ok, type Result } from '../core/result';
import type { Timestamp } from '../core/sources';
import type { Revision } from '../domain/revision';
import type { RegisterCommand } from './commands';
import { carriedTo } from './carried';
import type { RegisterEvent } from './events';
import { LONGEST_PREFIX, UTC_INSTANT, type FilingRules } from './filingRules';
import { nextNumber, seriesOf } from './numbering';
import { filedText } from './filedText';
import { findRevision, standsBehind, type RegisterData, type RegisterState } from './state';

type CommandOf<Type extends RegisterCommand['type']> = Extract<RegisterCommand, { type: Type }>;
type Filed = Result<readonly RegisterEvent[], Failure>;

/** A revision that amendments may be filed against: frozen, or made by decisions or from a text. */
export const isOwnRevision = (register: RegisterData, id: RevisionId): boolean =>
  register.entries.some(
    ({ event }) =>
      (event.type === 'frozen' && event.revision === id) ||
      ((event.type === 'revised' || event.type === 'textCorrected') && (event.from === id || event.to === id)),
  );

/** Why nothing more may be said about `id`, or `null` where it is known and open (H12). */
export function closedReason(id: AmendmentId, state: RegisterState): Failure | null {
  const amendment = state.amendments.get(id);
  if (!amendment) return failure('amendment-unknown', { amendment: id });
  return amendment.decision ? failure('amendment-decided', { number: amendment.number }) : null;
}

function checkChanges(text: Revision, changes: readonly TextChange[]): Failure | null {
  if (changes.length === 0) return failure('amendment-empty');
  for (const change of changes) {
    const checked = checkChange(text, change);
    if (!checked.ok) return checked.failure;
  }
  return null;
}

/** Each of a list once, and nobody who is named elsewhere. */
function withoutRepetition(people: readonly Signatory[], others: readonly PersonId[]): readonly Signatory[] {
  const seen = new Set(others);
  return people.filter(({ person }) => !seen.has(person) && seen.add(person));
}

/** True after the deadline of the phase, where it has one (H20). Instants are text in UTC to the millisecond, so that their order is that of time. */
export const isAfterDeadline = ({ phase, filingRules }: RegisterState, at: Timestamp): boolean => {
  const deadline = filingRules.deadlines[phase];
  return deadline !== undefined && at > deadline;
};

/** What the parent must be for an amendment to it; else the failure. */
function openParent(id: AmendmentId, base: RevisionId, state: RegisterState): Result<Amendment, Failure> {
  const refusal = closedReason(id, state);
  const parent = state.amendments.get(id);
  if (refusal || !parent) return fail(refusal ?? failure('amendment-unknown', { amendment: id }));
  if (parent.parent) return fail(failure('parent-nested', { number: parent.number }));
  return parent.base === base ? ok(parent) : fail(failure('base-unknown'));
}

export function submit(
  command: CommandOf<'submit'>,
  register: RegisterData,
  state: RegisterState,
  at: Timestamp,
): Filed {
  const { amendment, base, changes, proposer, body, rationale, alternativeTo, jointOf = [] } = command;
  if (state.phase === 'adopted') return fail(failure('amendments-closed'));
  if (state.amendments.has(amendment)) return fail(failure('amendment-exists', { amendment }));
  const revision = findRevision(register, base);
  if (!revision || !isOwnRevision(register, base)) return fail(failure('base-unknown'));
  const parent = command.parent === undefined ? null : openParent(command.parent, base, state);
  if (parent && !parent.ok) return parent;
  const text = groundOf(revision, parent && parent.value);
  const refusal = checkChanges(text, changes);
  if (refusal) return fail(refusal);
  if (alternativeTo !== undefined && !state.amendments.has(alternativeTo))
    return fail(failure('amendment-unknown', { amendment: alternativeTo }));
  const grouped = checkJoint(jointOf, state);
  if (grouped) return fail(grouped);

  const used = [...state.amendments.values()].map(({ number }) => number);
  const number = nextNumber(seriesOf(state.filingRules, text, changes), used);
  const coProposers = withoutRepetition(command.coProposers ?? [], [proposer]);
  const submitted: RegisterEvent = {
    type: 'submitted',
    amendment,
    number,
    base,
    changes,
    proposer,
    body,
    rationale,
    ...(command.proposerIsMember === false ? { proposerIsMember: false } : {}),
    ...(coProposers.length > 0 ? { coProposers } : {}),
    ...(parent ? { parent: parent.value.id } : {}),
    ...(alternativeTo === undefined ? {} : { alternativeTo }),
    ...(isAfterDeadline(state, at) ? { late: true } : {}),
  };
  return ok(jointOf.length === 0 ? [submitted] : [submitted, { type: 'grouped', amendment, members: jointOf }]);
}

function checkJoint(members: readonly AmendmentId[], state: RegisterState): Failure | null {
  const seen = new Set<AmendmentId>();
  for (const id of members) {
    const refusal = closedReason(id, state);
    if (refusal) return refusal;
    if (seen.has(id)) return failure('amendment-repeated', { number: state.amendments.get(id)?.number ?? id });
    seen.add(id);
  }
  return null;
}

export function support({ amendment: id, supporter }: CommandOf<'support'>, state: RegisterState): Filed {
  const refusal = closedReason(id, state);
  const amendment = state.amendments.get(id);
  if (refusal || !amendment) return fail(refusal ?? failure('amendment-unknown', { amendment: id }));
  return standsBehind(amendment, supporter.person)
    ? fail(failure('support-given', { number: amendment.number }))
    : ok([{ type: 'supported', amendment: id, supporter }]);
}

export function takeOver({ amendment: id, proposer, body }: CommandOf<'takeOver'>, state: RegisterState): Filed {
  const amendment = state.amendments.get(id);
  if (!amendment) return fail(failure('amendment-unknown', { amendment: id }));
  const { number, decision } = amendment;
  if (state.phase === 'adopted') return fail(failure('amendments-closed'));
  if (!decision) return fail(failure('takeover-open', { number }));
  if (decision.result !== 'withdrawn') return fail(failure('amendment-decided', { number }));
  return ok([{ type: 'takenOver', amendment: id, proposer, body }]);
}

const sameWish = (a: readonly TextChange[], b: readonly TextChange[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export function correct(command: CommandOf<'correct'>, register: RegisterData, state: RegisterState): Filed {
  const { amendment: id, changes, rationale, reason } = command;
  const refusal = closedReason(id, state);
  const amendment = state.amendments.get(id);
  if (refusal || !amendment) return fail(refusal ?? failure('amendment-unknown', { amendment: id }));
  const text = filedText(amendment, register);
  if (!text) return fail(failure('base-unknown'));
  const unfit = checkChanges(text, changes);
  if (unfit) return fail(unfit);
  if (sameWish(changes, amendment.changes) && rationale === amendment.rationale)
    return fail(failure('correction-empty', { number: amendment.number }));
  return ok([{ type: 'corrected', amendment: id, changes, rationale, reason }]);
}

export function settle(
  { amendment: id, base, changes }: CommandOf<'settle'>,
  register: RegisterData,
  state: RegisterState,
  actor: PersonId | null,
): Filed {
  const refusal = closedReason(id, state);
  const amendment = state.amendments.get(id);
  if (refusal || !amendment) return fail(refusal ?? failure('amendment-unknown', { amendment: id }));
  const { number } = amendment;
  const newest = findRevision(register, state.newest);
  if (!newest || newest.id !== base) return fail(failure('settle-outdated', { number }));
  if (conflictOf(amendment, register, state, newest) !== 'conflict')
    return fail(failure('settle-no-conflict', { number }));
  const parent = amendment.parent && state.amendments.get(amendment.parent.id);
  // Once its parent is decided, it is an amendment to the text itself.
  const carried = parent?.decision === null ? carriedTo(newest, parent, register) : null;
  const unfit = checkChanges(carried ? amendedText(newest, carried.changes) : newest, changes);
  if (unfit) return fail(unfit);
  return ok([
    {
      type: 'settled',
      amendment: id,
      base,
      changes,
      ...(carried ? { parentChanges: carried.changes } : {}),
      onBehalf: actor !== amendment.proposer,
    },
  ]);
}

const conflictOf = (amendment: Amendment, register: RegisterData, state: RegisterState, newest: Revision) =>
  standingsOf(state.amendments.values(), newest, (id) => findRevision(register, id)).get(amendment.id)?.state;

export function setFilingRules({ rules }: CommandOf<'setFilingRules'>, state: RegisterState): Filed {
  if (!/^[\p{L}\p{N}.-]*$/u.test(rules.prefix) || rules.prefix.length > LONGEST_PREFIX)
    return fail(failure('rules-prefix', { most: LONGEST_PREFIX }));
  if (!Object.values(rules.deadlines).every((deadline) => UTC_INSTANT.test(deadline)))
    return fail(failure('rules-deadline'));
  return sameRules(rules, state.filingRules) ? fail(failure('rules-same')) : ok([{ type: 'filingRulesSet', rules }]);
}

const sameRules = (a: FilingRules, b: FilingRules): boolean =>
  canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
