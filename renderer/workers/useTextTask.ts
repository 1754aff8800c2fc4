import { startTransition, useEffect, useRef, useState } from 'react';
import type { Block } from '#shared/domain/block';
import { runTextTask } from './runTask';
import type { Tasks, TextTaskName } from './tasks';

type Texts = readonly (readonly Block[])[];

/** `none`: nothing is asked, or the answer is not late yet. `stopped`: the person called it off, or the worker broke. */
export type TextTaskState = 'none' | 'working' | 'ready' | 'stopped';

export interface TextTask<T extends TextTaskName> {
  readonly state: TextTaskState;
  /** The newest there is; `null` before the first. */
  readonly answer: Tasks[T][1] | null;
  /** The texts that it is an answer of: behind by what was written since. */
  readonly of: Texts;
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

/** The same texts, but for what was written in the last one. */
const isOnlyWritten = (before: Texts, now: Texts): boolean =>
  before.length === now.length && before.slice(0, -1).every((text, at) => text === now[at]);

const nothing = { answer: null, of: [] } as const;

/**
 * What the worker makes of whole texts; made anew when a text or the argument is another one. No texts, no question. One question is out at a time: what
 * is written meanwhile is asked about after it, and only other texts call it off.
 */
export function useTextTask<T extends TextTaskName>(
  task: T,
  texts: Texts,
  argument: Omit<Tasks[T][0], 'texts'>,
): TextTask<T> {
  const [made, setMade] = useState<Pick<TextTask<T>, 'answer' | 'of'>>(nothing);
  const [state, setState] = useState<TextTaskState>('none');
  const [attempt, setAttempt] = useState(0);
  const wanted = useRef({ texts, argument });
  const former = useRef<Texts>([]);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const run = async (): Promise<void> => {
    const asked = wanted.current;
    const stop = (running.current = new AbortController());
    const slow = setTimeout(() => setState('working'), SLOW_MS);
    const end = (next: TextTaskState, answer: Tasks[T][1] | null): void => {
      clearTimeout(slow);
      if (running.current !== stop) return;
      running.current = null;
      startTransition(() => {
        setState(next);
        if (answer !== null) setMade({ answer, of: asked.texts });
      });
      if (next === 'ready' && wanted.current !== asked) timer.current = setTimeout(() => void run(), REST_MS);
    };
    await runTextTask(task, asked.texts, asked.argument, stop.signal).then(
      (answer) => end('ready', answer),
      // The worker broke: what was made before stays.
      () => end('stopped', null),
    );
  };
  const callOff = (): void => {
    clearTimeout(timer.current);
    running.current?.abort();
    running.current = null;
  };
  useEffect(() => {
    const isOfSameWork = isOnlyWritten(former.current, texts);
    const isWritten = isOfSameWork && former.current.at(-1) !== texts.at(-1);
    former.current = texts;
    wanted.current = { texts, argument };
    if (texts.length === 0) return;
    if (!isOfSameWork) {
      callOff();
      setMade(nothing);
    }
    if (running.current) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void run(), isWritten ? REST_MS : 0);
  }, [task, attempt, JSON.stringify(argument), texts.map(identityOf).join()]);
  useEffect(() => callOff, []);
  return {
    state,
    ...made,
    stop: () => {
      callOff();
      setState('stopped');
    },
    resume: () => setAttempt((before) => before + 1),
  };
}
