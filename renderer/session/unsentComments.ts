import type { Failure } from '#shared/core/failure';
import type { ProgrammeId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import type { Platform } from '#shared/ipc/platform';
import {
  readBegun,
  writeBegun,
  type BegunAnswer,
  type BegunComment,
  type Held,
  type KeptComment,
} from '#shared/schema/begunComments';
import type { Answered } from '#shared/schema/threads';
import { longSetting, settingOf } from './longSetting';
import { createStore } from './store';

export interface UnsentState {
  /** What the new comment is about; `null`: the block in focus. */
  readonly held: Held | null;
  readonly comment: BegunComment | null;
  /** By the thread that is answered. */
  readonly answers: ReadonlyMap<string, BegunAnswer>;
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
  ids: IdSource,
): UnsentComments & { dispose(): Promise<void> } {
  let begun: Pick<UnsentState, 'held' | 'comment' | 'answers'> = { held: null, comment: null, answers: new Map() };
  let problem: Failure | null = null;
  /** What other windows of this programme have begun, or left. */
  let others: readonly KeptComment[] = [];
  let id = ids.next();
  let isRead = false;
  /** Whether this window has begun a new comment, or looked for what it shall be about. */
  let isOwn = false;
  /** Threads that this window has answered, or given up to; of the others another window knows more. */
  const ownAnswers = new Set<string>();
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
      const { comments, answers } = readBegun(stored);
      const here = isRead ? comments.find((one) => one.id === id) : comments.at(-1);
      if (!isOwn && here !== undefined) {
        id = here.id;
        begun = { ...begun, held: here.held, comment: { text: here.text, suggestion: here.suggestion } };
      } else if (!isOwn) begun = { ...begun, held: null, comment: null };
      isRead = true;
      others = comments.filter((one) => one.id !== id);
      const own = [...begun.answers].filter(([thread]) => ownAnswers.has(thread));
      const foreign = [...answers].filter(([thread]) => !ownAnswers.has(thread));
      begun = { ...begun, answers: new Map([...foreign, ...own]) };
      state.refresh();
    },
    text: () => {
      const { held, comment, answers } = begun;
      return writeBegun({ comments: [...others, ...(comment ? [{ id, held, ...comment }] : [])], answers });
    },
    onWritten: (failed) => {
      problem = failed;
      state.touch();
    },
  });
  const change = (next: Partial<typeof begun>): void => {
    begun = { ...begun, ...next };
    // What is typed is on the screen in the same turn: a field that gets its letter later loses its caret.
    state.refresh();
    kept.touch();
  };
  return {
    get: state.get,
    subscribe: state.subscribe,
    hold: (held) => {
      isOwn = true;
      if (held !== begun.held) change({ held });
    },
    begin: (comment) => {
      isOwn = true;
      if (comment === null) id = ids.next();
      if (comment !== begun.comment) change({ comment });
    },
    answer: (thread, text) => {
      const answers = new Map(begun.answers);
      const key = thread.first.id;
      ownAnswers.add(key);
      if (text === null) answers.delete(key);
      else answers.set(key, { text, answers: begun.answers.get(key)?.answers ?? thread });
      change({ answers });
    },
    dispose: async () => {
      await kept.settled();
      state.dispose();
    },
  };
}
