import type { Failure } from '#shared/core/failure';
import type { ProgrammeId } from '#shared/core/ids';
import type { Platform } from '#shared/ipc/platform';
import {
  nothingBegun,
  readBegun,
  writeBegun,
  type BegunAnswer,
  type BegunComment,
  type BegunComments,
  type Held,
} from '#shared/schema/begunComments';
import type { Answered } from '#shared/schema/threads';
import { longSetting, settingOf } from './longSetting';
import { createStore } from './store';

export interface UnsentState extends BegunComments {
  /** The threads that are being answered: the same list while only the answers change. */
  readonly answered: readonly Answered[];
  /** Why this machine could not keep it; it is there as long as the window is. */
  readonly problem: Failure | null;
}

/** Comments and answers that were begun: on this machine alone, until they are sent or given up. */
export interface UnsentComments {
  readonly get: () => UnsentState;
  readonly subscribe: (listener: () => void) => () => void;
  /** What the new one is about; `null`: whatever is in focus. */
  readonly hold: (held: Held | null) => void;
  readonly begin: (comment: BegunComment | null) => void;
  /** `null`: not answered any more. */
  readonly answer: (thread: Answered, text: string | null) => void;
}

const sameThreads = (a: ReadonlyMap<string, BegunAnswer>, b: readonly Answered[]): boolean =>
  a.size === b.length && b.every((thread) => a.get(thread.first.id)?.answers === thread);

export function createUnsentComments(
  platform: Platform,
  programme: ProgrammeId,
): UnsentComments & { dispose(): Promise<void> } {
  let begun = nothingBegun;
  let problem: Failure | null = null;
  const state = createStore<UnsentState>((former) => {
    const { held, comment, answers } = begun;
    const isSame = former?.held === held && former.comment === comment && former.answers === answers;
    if (isSame && former.problem === problem) return former;
    const answered =
      former !== null && sameThreads(answers, former.answered)
        ? former.answered
        : [...answers.values()].map((answer) => answer.answers);
    return { held, comment, answers, answered, problem };
  });
  const kept = longSetting(platform, settingOf('comments', programme), {
    onRead: (stored) => {
      const before = readBegun(stored);
      begun = {
        held: begun.held ?? before.held,
        comment: begun.comment ?? before.comment,
        answers: new Map([...before.answers, ...begun.answers]),
      };
      state.touch();
    },
    text: () => writeBegun(begun),
    onWritten: (failed) => {
      problem = failed;
      state.touch();
    },
  });
  const change = (next: Partial<BegunComments>): void => {
    begun = { ...begun, ...next };
    // What is typed is on the screen in the same turn: a field that gets its letter later loses its caret.
    state.refresh();
    kept.touch();
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    hold: (held) => {
      if (held !== begun.held) change({ held });
    },
    begin: (comment) => {
      if (comment !== begun.comment) change({ comment });
    },
    answer: (thread, text) => {
      const answers = new Map(begun.answers);
      const { id } = thread.first;
      if (text === null) answers.delete(id);
      else answers.set(id, { text, answers: begun.answers.get(id)?.answers ?? thread });
      change({ answers });
    },
    dispose: async () => {
      await kept.settled();
      state.dispose();
    },
  };
}
