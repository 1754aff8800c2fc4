import type { TaskName, TaskResponse, Tasks } from './tasks';

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (reason: Error) => void }>();

function startWorker(): Worker {
  const started = new Worker(new URL('./core.worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<TaskResponse>) => {
    waiting.get(data.id)?.resolve(data.result);
    waiting.delete(data.id);
  };
  // A worker that broke cannot answer: all who wait are told, and the next task gets a fresh one.
  started.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    started.terminate();
    worker = null;
  };
  return started;
}

/** Runs a task beside the window's thread. Rejects only when the worker itself breaks. */
export function runTask<T extends TaskName>(task: T, argument: Tasks[T][0]): Promise<Tasks[T][1]> {
  worker ??= startWorker();
  const id = ++lastId;
  return new Promise<Tasks[T][1]>((resolve, reject) => {
    waiting.set(id, { resolve: (result) => resolve(result as Tasks[T][1]), reject });
    worker?.postMessage({ id, task, argument });
  });
}
