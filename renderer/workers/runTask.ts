import type { Block } from '#shared/domain/block';
import { createKeptTexts } from './keptTexts';
import type { TaskAnswer, TaskName, Tasks, TextTaskName } from './tasks';

let worker: Worker | null = null;
let lastId = 0;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly progress: (share: number) => void;
}
const waiting = new Map<number, Waiting>();
const texts = createKeptTexts();

function startWorker(): Worker {
  const started = new Worker(new URL('./core.worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<TaskAnswer>) => {
    const waits = waiting.get(data.id);
    if ('share' in data) {
      waits?.progress(data.share);
      return;
    }
    waiting.delete(data.id);
    waits?.resolve(data.result);
  };
  // A worker that broke cannot answer: all who wait are told, and the next task gets a fresh one.
  started.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    endWorker();
  };
  return started;
}

function endWorker(): void {
  worker?.terminate();
  worker = null;
  texts.clear();
}

/** Runs a task beside the window's thread. Rejects only when the worker itself breaks. */
export function runTask<T extends TaskName>(task: T, argument: Tasks[T][0]): Promise<Tasks[T][1]> {
  return start(task, argument, () => undefined).result;
}

/** As `runTask`; `progress` hears how far it has come, 0–1. Gives `null` as soon as the signal says that nobody wants the result any more. */
export function runCancellableTask<T extends TaskName>(
  task: T,
  argument: Tasks[T][0],
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<Tasks[T][1] | null> {
  const { id, result } = start(task, argument, progress);
  return new Promise((resolve, reject) => {
    result.then(resolve, reject);
    signal.addEventListener('abort', () => {
      if (!waiting.delete(id)) return;
      // What it works on cannot be interrupted otherwise; another task that waits is worth more than the time.
      if (waiting.size === 0) endWorker();
      resolve(null);
    });
  });
}

/**
 * A task about whole texts: each is sent once, in parts between which the window is free, and is known to the worker from then on. As `runTask`; with a
 * signal, as `runCancellableTask`.
 */
export function runTextTask<T extends TextTaskName>(
  task: T,
  about: readonly (readonly Block[])[],
  argument: Omit<Tasks[T][0], 'texts'>,
): Promise<Tasks[T][1]>;
export function runTextTask<T extends TextTaskName>(
  task: T,
  about: readonly (readonly Block[])[],
  argument: Omit<Tasks[T][0], 'texts'>,
  signal: AbortSignal,
): Promise<Tasks[T][1] | null>;
export async function runTextTask<T extends TextTaskName>(
  task: T,
  about: readonly (readonly Block[])[],
  argument: Omit<Tasks[T][0], 'texts'>,
  signal?: AbortSignal,
): Promise<Tasks[T][1] | null> {
  for (;;) {
    const asked = (worker ??= startWorker());
    const keys = await texts.keep(about, (message) => asked.postMessage(message));
    if (signal?.aborted) return null;
    // Somebody may have ended the worker meanwhile: then the texts are to be sent to the next one.
    if (asked !== worker) continue;
    const whole = { ...argument, texts: keys };
    return signal ? runCancellableTask(task, whole, signal, () => undefined) : runTask(task, whole);
  }
}

function start<T extends TaskName>(
  task: T,
  argument: Tasks[T][0],
  progress: (share: number) => void,
): { readonly id: number; readonly result: Promise<Tasks[T][1]> } {
  worker ??= startWorker();
  const id = ++lastId;
  const result = new Promise<Tasks[T][1]>((resolve, reject) => {
    waiting.set(id, { resolve: (value) => resolve(value as Tasks[T][1]), reject, progress });
    worker?.postMessage({ id, task, argument });
  });
  return { id, result };
}
