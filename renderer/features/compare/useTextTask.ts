import { startTransition, useEffect, useRef, useState } from 'react';
import type { Block } from '#shared/domain/block';
import { runTextTask } from '../../workers/runTask';
import type { Tasks, TextTaskName } from '../../workers/tasks';
import type { ComparingState } from './live/liveComparison';

type Texts = readonly (readonly Block[])[];

export interface TextTask<T extends TextTaskName> {
  readonly state: ComparingState;
  /** The newest there is: of the texts before, until that of these is there. `null` before the first. */
  readonly answer: Tasks[T][1] | null;
  readonly stop: () => void;
  readonly resume: () => void;
}

/** An answer that takes longer is told to be on its way. */
const SLOW_MS = 500;
/** A text that is being written is asked about when the writer rests. */
const REST_MS = 400;

const identities = new WeakMap<readonly Block[], number>();
let lastIdentity = 0;
/** Texts are what they are: others have other blocks. */
function identityOf(blocks: readonly Block[]): number {
  const known = identities.get(blocks) ?? ++lastIdentity;
  identities.set(blocks, known);
  return known;
}

const isOnlyWritten = (before: Texts, now: Texts): boolean =>
  before.length === now.length && before.slice(0, -1).every((text, at) => text === now[at]);

/** What the worker makes of whole texts; made anew when a text or the argument is another one. No texts, no question. */
export function useTextTask<T extends TextTaskName>(
  task: T,
  texts: Texts,
  argument: Omit<Tasks[T][0], 'texts'>,
): TextTask<T> {
  const [answer, setAnswer] = useState<Tasks[T][1] | null>(null);
  const [state, setState] = useState<ComparingState>('none');
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const former = useRef<Texts>([]);
  useEffect(() => {
    if (texts.length === 0) return;
    const stop = new AbortController();
    running.current = stop;
    const rest = isOnlyWritten(former.current, texts) ? REST_MS : 0;
    former.current = texts;
    let slow: ReturnType<typeof setTimeout> | undefined;
    const start = setTimeout(() => {
      slow = setTimeout(() => setState('working'), answer === null ? 0 : SLOW_MS);
      void runTextTask(task, texts, argument, stop.signal)
        .then(
          (made) => made !== null && startTransition(() => setAnswer(made)),
          // The worker broke: what was made before stays.
          () => setState('stopped'),
        )
        .finally(() => {
          clearTimeout(slow);
          if (!stop.signal.aborted) startTransition(() => setState((now) => (now === 'stopped' ? now : 'ready')));
        });
    }, rest);
    return () => {
      clearTimeout(start);
      clearTimeout(slow);
      stop.abort();
    };
  }, [task, attempt, JSON.stringify(argument), texts.map(identityOf).join()]);
  return {
    state,
    answer,
    stop: () => {
      running.current?.abort();
      setState('stopped');
    },
    resume: () => {
      former.current = [];
      setAttempt((before) => before + 1);
    },
  };
}
