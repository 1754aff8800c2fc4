import { checkChange, recommendedChanges } from '../amendment';
import type { Recommendation } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import { unreachable } from '../core/invariant';
import { fail, ok, type Result } from '../core/result';
import { blockId, type AmendmentId } from '../core/ids';
import type { IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import { withText } from '../domain/formats';
import type { Revision } from '../domain/revision';
import { isUsableRule } from '../voting';
import type { DecidingCommand } from './decidingCommands';
import type { Correction, DecidingEvent } from './decidingEvents';
import type { RegisterEntry, RegisterEvent } from './events';
import { closedReason } from './filing';
import { filedText } from './filedText';
import type { RegisterData, RegisterState } from './state';

/** What a command of this part amounts to; `blocks` where it makes a text. */
interface DecidingRuling {
  readonly events: readonly RegisterEvent[];
  /** Words of the newest text put right, not yet a revision. */
  readonly corrected?: { readonly blocks: readonly Block[]; readonly corrections: readonly Correction[] };
}

type Ruled = Result<DecidingRuling, Failure>;

const only = (...events: readonly DecidingEvent[]): Ruled => ok({ events });

/** Why a recommendation cannot be made, or `null` (H30): a changed text must be one that could have been filed. */
export function checkRecommendation(
  id: AmendmentId,
  recommendation: Recommendation,
  register: RegisterData,
  state: RegisterState,
): Failure | null {
  const closed = closedReason(id, state);
  const amendment = state.amendments.get(id);
  if (closed || !amendment) return closed ?? failure('amendment-unknown', { amendment: id });
  const { number } = amendment;
  if (recommendation.kind === 'coveredBy') {
    const other = recommendation.by === undefined ? undefined : state.amendments.get(recommendation.by);
    return other && other.id !== id ? null : failure('recommended-cover-missing', { number });
  }
  if (recommendation.kind !== 'adoptWithChanges') return null;
  const changes = recommendedChanges({ changes: amendment.changes, recommendation });
  if (!changes || changes.length === 0) return failure('recommended-text-missing', { number });
  const base = filedText(amendment, register);
  for (const change of changes) {
    const checked = base && checkChange(base, change);
    if (checked && !checked.ok) return checked.failure;
  }
  return null;
}

function publish(
  { recommendations }: Extract<DecidingCommand, { type: 'publishRecommendations' }>,
  register: RegisterData,
  state: RegisterState,
): Ruled {
  if (recommendations.length === 0) return fail(failure('recommendations-none'));
  for (const { amendment, recommendation } of recommendations) {
    const refusal = checkRecommendation(amendment, recommendation, register, state);
    if (refusal) return fail(refusal);
  }
  return ok({ events: recommendations.map((one) => ({ type: 'recommended', ...one })) });
}

/** Puts words of the newest text right (H36). */
function correct(
  { corrections, settles }: Extract<DecidingCommand, { type: 'correctText' }>,
  newest: Revision,
  state: RegisterState,
  ids: IdSource,
): Ruled {
  const anythingDecided = [...state.amendments.values()].some(({ decision }) => decision !== null);
  if (!anythingDecided && state.phase !== 'adopted') return fail(failure('nothing-decided'));
  for (const item of settles) {
    const refusal = settledReason(item, state);
    if (refusal) return fail(refusal);
  }
  const made: Correction[] = [];
  let blocks: readonly Block[] = newest.blocks;
  for (const { block: id, text, kind, note, place } of corrections) {
    const at = blocks.findIndex((block) => block.id === id);
    const block = blocks[at];
    if (!block) return fail(failure('change-block-unknown', { revision: newest.name }));
    const after = text.replace(/\s+/g, ' ').trim();
    if (after === '') return fail(failure('change-text-empty'));
    if (place === 'after') {
      const { kind: form, level, marker } = block;
      const id = blockId(ids.next());
      const added: Block = { id, kind: form, level, marker, text: after, origins: [], footnoteRefs: [] };
      blocks = blocks.toSpliced(at + 1, 0, added);
      made.push({ block: added.id, before: '', after, kind, note });
      continue;
    }
    if (after === block.text) return fail(failure('change-text-same'));
    blocks = blocks.with(at, withText(block, after));
    made.push({ block: id, before: block.text, after, kind, note });
  }
  if (made.length === 0) return fail(failure('text-correction-empty'));
  const finished = settles.map((item) => ({ type: 'finished', item, how: 'corrected', note: '' }) as const);
  return ok({ events: finished, corrected: { blocks, corrections: made } });
}

function settledReason(item: string, state: RegisterState): Failure | null {
  const left = state.unfinished.find((one) => one.item === item);
  return left?.settled === null ? null : failure('unfinished-unknown', { item });
}

/** The entries of the latest `decide`, where nothing was built on them since; else `null`. */
function latestDecisions(entries: readonly RegisterEntry[]): readonly RegisterEntry[] | null {
  const last = entries.findLastIndex(({ event }) => event.type === 'decided');
  const decided = entries[last];
  if (!decided) return null;
  const isSameCommand = (entry: RegisterEntry | undefined): boolean =>
    entry?.at === decided.at && entry.actor === decided.actor;
  let start = last;
  while (isSameCommand(entries[start - 1]) && entries[start - 1]?.event.type === 'decided') start -= 1;
  let end = last + 1;
  while (isSameCommand(entries[end]) && entries[end]?.event.type === 'leftUnfinished') end += 1;
  const next = entries[end]?.event;
  if (next?.type === 'revised' && next.cause === 'decisions') end += 1;
  const buildsOn = (event: RegisterEvent): boolean =>
    ['frozen', 'revised', 'textCorrected', 'finished', 'takenBack', 'phaseChanged'].includes(event.type);
  return entries.slice(end).some(({ event }) => buildsOn(event)) ? null : entries.slice(start, end);
}

/** What was recorded by mistake is taken back by an entry of its own; nothing is removed (H37). */
function takeBack(
  { reason }: Extract<DecidingCommand, { type: 'takeBackDecisions' }>,
  register: RegisterData,
  state: RegisterState,
): Ruled {
  if (state.phase === 'adopted') return fail(failure('take-back-late'));
  const latest = latestDecisions(register.entries);
  if (!latest) return fail(failure('take-back-late'));
  const amendments = latest.flatMap(({ event }) => (event.type === 'decided' ? [event.amendment] : []));
  const made = latest.flatMap(({ event }) => (event.type === 'revised' ? [event.from] : []));
  return only({ type: 'takenBack', amendments, to: made[0] ?? null, reason });
}

/** What a command from the recommendations to the adopted text leads to; a failure and nothing else where it cannot be (H8). */
export function ruleDeciding(
  command: DecidingCommand,
  register: RegisterData,
  state: RegisterState,
  newest: Revision | null,
  ids: IdSource,
): Ruled {
  switch (command.type) {
    case 'publishRecommendations':
      return publish(command, register, state);
    case 'setVoteRule':
      return isUsableRule(command.rule)
        ? only({ type: 'voteRuleSet', rule: command.rule })
        : fail(failure('vote-rule-unusable'));
    case 'askSeparateVote':
    case 'joinEnBloc': {
      const refusal = closedReason(command.amendment, state);
      if (refusal) return fail(refusal);
      const separate = command.type === 'askSeparateVote';
      return only({ type: 'separated', amendment: command.amendment, separate });
    }
    case 'openVote': {
      const rule = command.rule ?? state.voteRule;
      if (!isUsableRule(rule)) return fail(failure('vote-rule-unusable'));
      if (command.amendments.length === 0) return fail(failure('vote-empty'));
      for (const id of command.amendments) {
        const refusal = closedReason(id, state);
        if (refusal) return fail(refusal);
      }
      return only({ type: 'opened', amendments: command.amendments, rule });
    }
    case 'correctText':
      return newest ? correct(command, newest, state, ids) : fail(failure('nothing-frozen'));
    case 'acceptUnfinished': {
      const refusal = settledReason(command.item, state);
      if (refusal) return fail(refusal);
      return only({ type: 'finished', item: command.item, how: 'accepted', note: command.note.trim() });
    }
    case 'takeBackDecisions':
      return takeBack(command, register, state);
    default:
      return unreachable(command);
  }
}
