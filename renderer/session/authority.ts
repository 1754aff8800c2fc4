import * as Y from 'yjs';
import { failure, type Failure } from '#shared/core/failure';
import type { PersonId, ProgrammeId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Clock, IdSource } from '#shared/core/sources';
import { commandInTurns, withOutcome, type RegisterCommand, type RegisterEntry } from '#shared/register';
import { bringsText, preparedFollowing } from '#shared/schema/draftFollows';
import { erasePerson, writeRegisterDoc } from '#shared/schema/registerDoc';
import { apiPaths, readCommandAnswer, readPersonAnswer } from '#shared/sync';
import type { RegisterSource } from './registerSource';
import { ask } from './serverApi';
import type { RoomAddress } from '#shared/ipc/platform';

/** Who turns commands into entries and names into the directory: this window, or the server. */
export interface Authority {
  perform(
    command: RegisterCommand,
    actor: PersonId,
  ): Promise<Result<{ readonly entries: readonly RegisterEntry[] }, Failure>>;
  addName(person: PersonId, name: string): Promise<Result<unknown, Failure>>;
  eraseName(person: PersonId): Promise<Result<unknown, Failure>>;
}

/** Origin of what the draft took over from the register: not this window's own edit, which undo would take back. */
const FOLLOWING = Symbol('draft follows the register');

/** Step by step, with whatever is pressed meanwhile in between. */
async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Where one works alone, this window is the authority: it appends to its own register, and lets the draft follow, both in the same turn. */
export function ownAuthority(
  register: RegisterSource,
  draft: Y.Doc,
  sources: { readonly clock: Clock; readonly ids: IdSource },
  whenKept: () => Promise<void>,
): Authority {
  /** Ends with what is on its way into the register, also where that fails; what is asked for meanwhile waits for it. */
  let arriving: Promise<void> | null = null;
  function* ruledAndFollowed(command: RegisterCommand, actor: PersonId) {
    const before = register.view().content;
    const outcome = yield* commandInTurns(before, command, { ...sources, actor });
    if (!outcome.ok) return outcome;
    const { update } = bringsText(command)
      ? yield* preparedFollowing(draft, before, withOutcome(before, outcome.value))
      : { update: null };
    return ok({ ...outcome.value, update });
  }
  return {
    perform: async (command, actor) => {
      while (arriving) await arriving;
      const doc = register.doc();
      const ruling = inTurns(ruledAndFollowed(command, actor));
      const isOver = () => {
        arriving = null;
      };
      arriving = ruling.then(isOver, isOver);
      const ruled = await ruling;
      // From here to the end of the turn nobody else is let in.
      if (!ruled.ok) return ruled;
      // A room took over meanwhile: its register is another one, and nothing was recorded here.
      if (register.doc() !== doc) return fail(failure('server-failed'));
      const { entries, revisions, update } = ruled.value;
      writeRegisterDoc(doc, { entries, revisions });
      if (update) Y.applyUpdate(draft, update, FOLLOWING);
      await whenKept();
      return ok({ entries });
    },
    addName: async (person, name) => {
      writeRegisterDoc(register.doc(), { people: { [person]: { name } } });
      await whenKept();
      return ok(null);
    },
    eraseName: async (person) => {
      erasePerson(register.doc(), person);
      await whenKept();
      return ok(null);
    },
  };
}

/** How long an answered command may take to come back through the room. */
const ENTRY_TIMEOUT_MS = 10_000;

/** Whoever was erased stays so, and whoever has another name keeps that: what they do is recorded under their id, and nobody waits for the name. */
const refusesName: ReadonlySet<string> = new Set(['person-erased', 'name-taken']);

/** Where a programme is shared, the server is. What it answers is on its disk. */
export function serverAuthority(
  room: RoomAddress,
  programme: ProgrammeId,
  register: RegisterSource,
  onChange: (listener: () => void) => () => void,
): Authority {
  /** Names that the directory does not have yet; what could not be sent is sent again with the next command. */
  const unsent = new Map<PersonId, string>();
  const sendName = async (person: PersonId, name: string): Promise<Result<unknown, Failure>> => {
    const sent = await ask(room, apiPaths.people(programme), { id: person, name }, readPersonAnswer);
    const isRefused = !sent.ok && refusesName.has(sent.failure.code);
    if (!sent.ok && !isRefused) return sent;
    if (unsent.get(person) === name) unsent.delete(person);
    if (isRefused) register.forgetAnticipated(person);
    return ok(null);
  };

  const whenSeen = (seq: number): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (seen: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(seen);
      };
      const timer = setTimeout(() => {
        settle(false);
      }, ENTRY_TIMEOUT_MS);
      const check = (): void => {
        if (register.view().content.entries.length >= seq) settle(true);
      };
      const stop = onChange(check);
      check();
    });

  return {
    perform: async (command, actor) => {
      // A proposer's name must be there before what is proposed.
      for (const [person, name] of [...unsent]) {
        const sent = await sendName(person, name);
        if (!sent.ok) return sent;
      }
      const answer = await ask(room, apiPaths.commands(programme), { command, actor }, readCommandAnswer);
      if (!answer.ok) return answer;
      const { firstSeq, lastSeq } = answer.value;
      if (!(await whenSeen(lastSeq))) return fail(failure('entry-awaited', { seq: lastSeq }));
      return ok({ entries: register.view().content.entries.slice(firstSeq - 1, lastSeq) });
    },
    addName: (person, name) => {
      unsent.set(person, name);
      register.anticipate({ [person]: { name } });
      return sendName(person, name);
    },
    eraseName: (person) => {
      unsent.delete(person);
      return ask(room, apiPaths.erasures(programme), { id: person }, readPersonAnswer);
    },
  };
}
