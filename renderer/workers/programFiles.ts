import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import type { ProgrammeFile } from '#shared/schema/programFile';
import { programFilesHere, type ProgramFiles } from '../session/programFiles';

/** What the worker is asked; it answers in turn, with what `ProgramFiles` gives. */
export type FileWork = { readonly read: Uint8Array } | { readonly write: ProgrammeFile };

/** A file no larger than this (in bytes) is read in less time than a worker takes to start. */
const SMALL_FILE = 64 * 1024;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
}

let worker: Worker | null = null;
let waiting: readonly Waiting[] = [];

/** The worker lives as long as somebody waits for it. */
function end(): void {
  worker?.terminate();
  worker = null;
  waiting = [];
}

function start(): Worker {
  const started = new Worker(new URL('./programFile.worker.ts', import.meta.url), { type: 'module' });
  started.onmessage = ({ data }: MessageEvent<unknown>) => {
    const [first, ...rest] = waiting;
    waiting = rest;
    if (rest.length === 0) end();
    first?.resolve(data);
  };
  started.onerror = ({ message }) => {
    const failed = waiting;
    end();
    for (const { reject } of failed) reject(new Error(message));
  };
  return started;
}

const ask = (work: FileWork): Promise<unknown> =>
  new Promise((resolve, reject) => {
    worker ??= start();
    worker.postMessage(work);
    waiting = [...waiting, { resolve, reject }];
  });

/** Beside the window's thread, where it takes longer than a moment. Rejects only when the worker itself breaks. */
export const programFilesBeside: ProgramFiles = {
  read: (bytes) =>
    bytes.length <= SMALL_FILE
      ? programFilesHere.read(bytes)
      : (ask({ read: bytes }) as Promise<Result<ProgrammeFile, Failure>>),
  write: (file) => ask({ write: file }) as Promise<Uint8Array>,
};
