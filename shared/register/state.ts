import { programmeOutcomeOf, recommendedChanges } from '../amendment';
import { filedAlone, type Amendment, type ProgrammeOutcome } from '../amendment/amendment';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { Phase } from '../domain/phases';
import type { Revision } from '../domain/revision';
import type { RegisterEntry } from './events';
import { usualFilingRules, type FilingRules } from './filingRules';
import { foldDeciding, type DecidingState } from './foldDeciding';

/** What a register consists of, wherever it lies: in a file, in a room, on a server. */
export interface RegisterData {
  readonly entries: readonly RegisterEntry[];
  /** Every revision that the entries name, and the baseline. Each id once. */
  readonly revisions: readonly Revision[];
  /** Last period's text. It is not a revision *of* this programme and takes no amendments. */
  readonly baseline: RevisionId | null;
}

/** A revision under the name it was sent out with. The same text may be frozen twice under two names. */
export interface FrozenRevision {
  readonly revision: RevisionId;
  readonly name: string;
  readonly at: Timestamp;
}

export interface RegisterState extends DecidingState {
  readonly phase: Phase;
  /** In the order they were frozen. */
  readonly frozen: readonly FrozenRevision[];
  /** The text that counts now, `null` before anything is frozen. */
  readonly newest: RevisionId | null;
  /** In the order of submission. */
  readonly amendments: ReadonlyMap<AmendmentId, Amendment>;
  /** The chair's order where one was set; `null` leaves it to the text. */
  readonly votingOrder: readonly AmendmentId[] | null;
  readonly filingRules: FilingRules;
  /** Why the chair set that order. */
  readonly orderReason: string | null;
  /** What the meeting decided about the programme as a whole; `null` where it stands. A new text is a new matter. Rule H38. */
  readonly programme: { readonly outcome: ProgrammeOutcome; readonly by: AmendmentId } | null;
}

/** The recommendation, told without the words that were filed: where these are corrected, the changed text stays at the place it was written for. */
function adviceBeside(amendment: Amendment): Amendment['recommendation'] {
  const changes = recommendedChanges(amendment);
  return amendment.recommendation && changes ? { ...amendment.recommendation, changes } : amendment.recommendation;
}

/** A fold that goes on where it was. */
interface Folding {
  readonly take: (entry: RegisterEntry) => void;
  /** What the entries so far amount to. Later ones do not alter it, and an amendment that they are not about is the same object in it. */
  readonly state: () => RegisterState;
}

function startFolding(): Folding {
  const amendments = new Map<AmendmentId, Amendment>();
  const frozen: FrozenRevision[] = [];
  let phase: Phase = 'draft';
  let newest: RevisionId | null = null;
  let votingOrder: readonly AmendmentId[] | null = null;
  let filingRules = usualFilingRules;
  let orderReason: string | null = null;
  let programme: RegisterState['programme'] = null;
  const deciding = foldDeciding(amendments);

  const alterOpen = (id: AmendmentId, alter: (open: Amendment) => Amendment): void => {
    const amendment = amendments.get(id);
    if (amendment && amendment.decision === null) amendments.set(id, alter(amendment));
  };

  const parentOf = (id: AmendmentId | undefined): Amendment['parent'] => {
    const parent = id === undefined ? undefined : amendments.get(id);
    return parent ? { id: parent.id, changes: parent.changes } : null;
  };

  const take = ({ event, at }: RegisterEntry): void => {
    switch (event.type) {
      case 'frozen':
        frozen.push({ revision: event.revision, name: event.name, at });
        newest = event.revision;
        programme = null;
        break;
      case 'revised':
        newest = event.to;
        if (event.cause === 'text') programme = null;
        break;
      case 'phaseChanged':
        phase = event.phase;
        break;
      case 'submitted': {
        if (amendments.has(event.amendment)) break;
        const { amendment: id, number, base, changes, proposer, body, rationale } = event;
        amendments.set(id, {
          ...filedAlone,
          id,
          number,
          base,
          changes,
          proposer,
          body,
          rationale,
          proposerIsMember: event.proposerIsMember ?? true,
          coProposers: event.coProposers ?? [],
          parent: parentOf(event.parent),
          alternativeTo: event.alternativeTo ?? null,
          isLate: event.late ?? false,
          submittedAt: at,
          recommendation: null,
          decision: null,
        });
        break;
      }
      case 'supported':
        alterOpen(event.amendment, (open) =>
          standsBehind(open, event.supporter.person)
            ? open
            : { ...open, supporters: [...open.supporters, event.supporter] },
        );
        break;
      case 'takenOver': {
        const taken = amendments.get(event.amendment);
        if (taken?.decision?.result !== 'withdrawn') break;
        const { person, member } = event.proposer;
        const isOther = (one: { readonly person: PersonId }): boolean => one.person !== person;
        amendments.set(event.amendment, {
          ...taken,
          proposer: person,
          proposerIsMember: member,
          body: event.body,
          coProposers: taken.coProposers.filter(isOther),
          supporters: taken.supporters.filter(isOther),
          decision: null,
        });
        break;
      }
      case 'corrected':
        alterOpen(event.amendment, (open) => ({
          ...open,
          changes: event.changes,
          rationale: event.rationale,
          recommendation: adviceBeside(open),
        }));
        break;
      case 'settled':
        alterOpen(event.amendment, (open) => ({
          ...open,
          base: event.base,
          changes: event.changes,
          parent: open.parent && event.parentChanges ? { ...open.parent, changes: event.parentChanges } : null,
          // A changed text is told against the text before, and would put that back where it was changed since.
          recommendation: open.recommendation?.kind === 'adoptWithChanges' ? null : open.recommendation,
        }));
        break;
      case 'grouped': {
        const members = event.members.filter((id) => id !== event.amendment && amendments.has(id));
        alterOpen(event.amendment, (joint) => ({ ...joint, jointOf: members }));
        if (!amendments.has(event.amendment)) break;
        for (const id of members) alterOpen(id, (open) => ({ ...open, jointIn: event.amendment }));
        break;
      }
      case 'filingRulesSet':
        filingRules = event.rules;
        break;
      case 'withdrawn':
        alterOpen(event.amendment, (open) => ({
          ...open,
          decision: { result: 'withdrawn', tally: null, because: null, at },
        }));
        break;
      case 'recommended':
        alterOpen(event.amendment, (open) => ({ ...open, recommendation: event.recommendation }));
        break;
      case 'ordered':
        votingOrder = event.amendments;
        orderReason = event.reason;
        break;
      case 'decided': {
        const ballot = deciding.takeBallot(event.amendment);
        const decision = { ...event.decision, at, ...(ballot && { ballot }) };
        const about = amendments.get(event.amendment);
        const outcome = about?.decision === null ? programmeOutcomeOf(about) : null;
        if (outcome !== null && decision.result === 'adopted') programme ??= { outcome, by: event.amendment };
        alterOpen(event.amendment, (open) => ({ ...open, decision }));
        deciding.decided(event.amendment);
        break;
      }
      case 'textCorrected':
        newest = event.to;
        deciding.apply(event, at);
        break;
      case 'takenBack':
        newest = event.to ?? newest;
        if (programme && event.amendments.includes(programme.by)) programme = null;
        deciding.apply(event, at);
        break;
      default:
        deciding.apply(event, at);
    }
  };
  return {
    take,
    state: () => ({
      phase,
      frozen: [...frozen],
      newest,
      amendments: new Map(amendments),
      votingOrder,
      orderReason,
      filingRules,
      programme,
      ...deciding.state(),
    }),
  };
}

interface Folded {
  readonly entries: readonly RegisterEntry[];
  readonly folding: Folding;
  readonly state: RegisterState;
}

/** The latest fold of each register, by its first entry. Folding 500 proposals anew for each that is filed took longer than filing it. */
const latest = new WeakMap<RegisterEntry, Folded>();

/** Folds entries to the state they amount to. Total (H6): an event about an unknown amendment changes nothing. Goes on from the former fold of the same entries. */
export function foldRegister(entries: readonly RegisterEntry[]): RegisterState {
  const [first] = entries;
  if (!first) return startFolding().state();
  const former = latest.get(first);
  const goesOn =
    former !== undefined &&
    former.entries.length <= entries.length &&
    former.entries.every((entry, at) => entry === entries[at]);
  if (goesOn && former.entries.length === entries.length) return former.state;
  const folding = goesOn ? former.folding : startFolding();
  for (const entry of goesOn ? entries.slice(former.entries.length) : entries) folding.take(entry);
  const state = folding.state();
  latest.set(first, { entries: [...entries], folding, state });
  return state;
}

/** Whether the person proposes it, makes it together with the proposer, or supports it already. */
export const standsBehind = (
  { proposer, coProposers, supporters }: Pick<Amendment, 'proposer' | 'coProposers' | 'supporters'>,
  person: PersonId,
): boolean => proposer === person || [...coProposers, ...supporters].some((one) => one.person === person);

/** The amendments that nothing has been decided about, in the order of submission. */
export const openAmendments = (state: RegisterState): readonly Amendment[] =>
  [...state.amendments.values()].filter((amendment) => amendment.decision === null);

export const findRevision = (register: Pick<RegisterData, 'revisions'>, id: RevisionId | null): Revision | null =>
  (id !== null && register.revisions.find((revision) => revision.id === id)) || null;

/**
 * A revision under the name it was last frozen with. The same text may have been known before under another: last period's programme
 * that is frozen unchanged is one revision with two names.
 */
export function underFrozenName(revision: Revision, frozen: readonly FrozenRevision[]): Revision {
  const last = frozen.findLast((one) => one.revision === revision.id);
  return last === undefined || last.name === revision.name
    ? revision
    : { ...revision, name: last.name, frozenAt: last.at };
}
