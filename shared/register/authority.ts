import { failure, type Failure, type Language } from '../core/failure';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Clock, IdSource, Timestamp } from '../core/sources';
import { finished } from '../core/turns';
import type { Block } from '../domain/block';
import { revisionIdOf, type Revision, type RevisionContent } from '../domain/revision';
import { appendEvents } from './chain';
import type { RegisterCommand } from './commands';
import { checkRecommendation, ruleDeciding } from './deciding';
import { weighDecisions } from './decisions';
import type { RegisterEntry, RegisterEvent } from './events';
import { closedReason, correct, isOwnRevision, setFilingRules, settle, submit, support, takeOver } from './filing';
import { receiptFor, type Receipt } from './receipt';
import { findRevision, foldRegister, type RegisterData, type RegisterState } from './state';
import { openUnfinished } from './unfinished';

export interface AuthorityContext {
  readonly clock: Clock;
  /** For the blocks that adopted amendments bring. */
  readonly ids: IdSource;
  readonly actor: PersonId | null;
}

/** Only what is new; the caller appends it to what it has. */
export interface CommandOutcome {
  readonly entries: readonly RegisterEntry[];
  readonly revisions: readonly Revision[];
  /** One for each amendment that was submitted. */
  readonly receipts: readonly Receipt[];
}

interface Ruling {
  readonly events: readonly RegisterEvent[];
  readonly revisions: readonly Revision[];
}

type Ruled = Result<Ruling, Failure>;
type CommandOf<Type extends RegisterCommand['type']> = Extract<RegisterCommand, { type: Type }>;

const filed = (events: Result<readonly RegisterEvent[], Failure>): Ruled =>
  events.ok ? ok({ events: events.value, revisions: [] }) : events;

const only = (...events: readonly RegisterEvent[]): Ruled => ok({ events, revisions: [] });

const versionWord: Readonly<Record<Language, string>> = { nb: 'Versjon', nn: 'Versjon', en: 'Version' };

function contentOf(source: RevisionContent): RevisionContent {
  const { title, period, language, lineSettings, blocks } = source;
  return { title, period, language, lineSettings, blocks };
}

/** The revision unless it is known already: the same text is kept once, however often it is named. */
function newRevision(
  register: RegisterData,
  content: RevisionContent,
  name: string,
  frozenAt: Timestamp,
): { readonly id: RevisionId; readonly added: readonly Revision[] } {
  const id = revisionIdOf(content);
  if (findRevision(register, id)) return { id, added: [] };
  return { id, added: [{ ...contentOf(content), id, name, frozenAt }] };
}

function freeze(
  { name, content }: CommandOf<'freeze'>,
  register: RegisterData,
  state: RegisterState,
  at: Timestamp,
): Ruled {
  const trimmed = name.trim();
  if (trimmed === '') return fail(failure('name-missing'));
  if (content.blocks.every((block) => block.text === '')) return fail(failure('text-empty'));
  const { id, added } = newRevision(register, content, trimmed, at);
  if (id === state.newest && state.frozen.some((frozen) => frozen.revision === id && frozen.name === trimmed))
    return fail(failure('nothing-changed', { name: trimmed }));
  const event = { type: 'frozen', revision: id, name: trimmed, lineSettings: content.lineSettings } as const;
  return ok({ events: [event], revisions: added });
}

function reorder({ amendments, reason }: CommandOf<'reorder'>, state: RegisterState): Ruled {
  const seen = new Set<AmendmentId>();
  for (const id of amendments) {
    const amendment = state.amendments.get(id);
    if (!amendment) return fail(failure('amendment-unknown', { amendment: id }));
    if (seen.has(id)) return fail(failure('amendment-repeated', { number: amendment.number }));
    seen.add(id);
  }
  return only({ type: 'ordered', amendments, reason });
}

/** The title is also told beside the blocks; it follows its block when that is amended. */
function titleAfter(newest: Revision, blocks: readonly Block[]): string {
  const titleBlock = newest.blocks.find((block) => block.kind === 'title' && block.text === newest.title);
  return blocks.find((block) => block.id === titleBlock?.id)?.text ?? newest.title;
}

/** «Versjon 7»: the name of a text that nobody froze. */
function namedRevision(register: RegisterData, content: RevisionContent, at: Timestamp) {
  const count = register.revisions.filter(({ id }) => isOwnRevision(register, id)).length;
  return newRevision(register, content, `${versionWord[content.language]} ${count + 1}`, at);
}

function nextRevision(
  register: RegisterData,
  newest: Revision,
  content: RevisionContent,
  cause: 'decisions' | 'text',
  at: Timestamp,
): Ruling {
  const { id, added } = namedRevision(register, content, at);
  if (id === newest.id) return { events: [], revisions: [] };
  return { events: [{ type: 'revised', from: newest.id, to: id, cause }], revisions: added };
}

const numberOf = (id: AmendmentId, { amendments }: RegisterState): string => amendments.get(id)?.number ?? id;

function* rule(
  command: RegisterCommand,
  register: RegisterData,
  state: RegisterState,
  { ids, actor }: AuthorityContext,
  at: Timestamp,
): Generator<undefined, Ruled> {
  const newest = findRevision(register, state.newest);
  switch (command.type) {
    case 'freeze':
      return freeze(command, register, state, at);
    case 'submit':
      return filed(submit(command, register, state, at));
    case 'support':
      return filed(support(command, state));
    case 'takeOver':
      return filed(takeOver(command, state));
    case 'correct':
      return filed(correct(command, register, state));
    case 'settle':
      return filed(settle(command, register, state, actor));
    case 'setFilingRules':
      return filed(setFilingRules(command, state));
    case 'withdraw': {
      const refusal = closedReason(command.amendment, state);
      return refusal ? fail(refusal) : only({ type: 'withdrawn', amendment: command.amendment });
    }
    case 'recommend': {
      const { amendment, recommendation } = command;
      const refusal = checkRecommendation(amendment, recommendation, register, state);
      return refusal ? fail(refusal) : only({ type: 'recommended', amendment, recommendation });
    }
    case 'reorder':
      return reorder(command, state);
    case 'setPhase':
      if (command.phase === state.phase) return fail(failure('phase-same'));
      if (command.phase === 'adopted' && openUnfinished(state).length > 0)
        return fail(failure('text-unfinished', { count: openUnfinished(state).length }));
      if (command.phase === 'adopted' && state.programme)
        return fail(failure('programme-not-standing', { number: numberOf(state.programme.by, state) }));
      return only({ type: 'phaseChanged', phase: command.phase });
    case 'decide': {
      if (!newest) return fail(failure('nothing-frozen'));
      const outcome = weighDecisions(command, newest, register, state, ids);
      if (!outcome.ok) return outcome;
      yield;
      const { events, blocks } = outcome.value;
      const content = { ...contentOf(newest), title: titleAfter(newest, blocks), blocks };
      const next = nextRevision(register, newest, content, 'decisions', at);
      return ok({ events: [...events, ...next.events], revisions: next.revisions });
    }
    case 'revise': {
      if (!newest) return fail(failure('nothing-frozen'));
      if (command.content.blocks.every((block) => block.text === '')) return fail(failure('text-empty'));
      const ruling = nextRevision(register, newest, command.content, 'text', at);
      return ruling.events.length === 0 ? fail(failure('nothing-changed', { name: newest.name })) : ok(ruling);
    }
    default: {
      const ruled = ruleDeciding(command, register, state, newest, ids);
      if (!ruled.ok) return ruled;
      const { events, corrected } = ruled.value;
      if (!corrected || !newest) return ok({ events, revisions: [] });
      const { blocks, corrections } = corrected;
      const content = { ...contentOf(newest), title: titleAfter(newest, blocks), blocks };
      const next = namedRevision(register, content, at);
      const event = { type: 'textCorrected', from: newest.id, to: next.id, corrections } as const;
      return ok({ events: [event, ...events], revisions: next.added });
    }
  }
}

/**
 * What `command` leads to: all of its entries, or a failure and nothing (H8). Does not touch `register`. The server and
 * the window that works alone call the same.
 */
export const performCommand = (
  register: RegisterData,
  command: RegisterCommand,
  context: AuthorityContext,
): Result<CommandOutcome, Failure> => finished(commandInTurns(register, command, context));

/** The same, with turns in between where the command makes a text: for whoever has something else to do meanwhile, and lets nothing else into `register` before the end. */
export function* commandInTurns(
  register: RegisterData,
  command: RegisterCommand,
  context: AuthorityContext,
): Generator<undefined, Result<CommandOutcome, Failure>> {
  const at = context.clock.now();
  const state = foldRegister(register.entries);
  const ruling = yield* rule(command, register, state, context, at);
  if (!ruling.ok) return ruling;
  const { events, revisions } = ruling.value;
  const entries = appendEvents(register.entries, events, { at, actor: context.actor });
  const receipts = entries.flatMap((entry) => {
    if (entry.event.type !== 'submitted') return [];
    const { base, parent = null } = entry.event;
    const revision = findRevision(register, base);
    return (revision && receiptFor(entry, revision, (parent && state.amendments.get(parent)) ?? null)) ?? [];
  });
  return ok({ entries, revisions, receipts });
}

/** The register after a command: what the caller stores next. */
export const withOutcome = (register: RegisterData, outcome: CommandOutcome): RegisterData => ({
  ...register,
  entries: [...register.entries, ...outcome.entries],
  revisions: [...register.revisions, ...outcome.revisions],
});
