import { basename } from 'node:path';
import type { Failure } from '#shared/core/failure';
import { fail, type Result } from '#shared/core/result';
import { describeFailure } from '#shared/messages/describe';

/** 1: well-formed, but the answer is no. 2: wrong usage. 3: the input cannot be read. */
export type ExitCode = 1 | 2 | 3;

export interface Problem {
  readonly exit: ExitCode;
  /** One line, in Norwegian. */
  readonly line: string;
}

export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a command came to. Nothing is written before the whole of it is known. */
export interface Answer {
  readonly stdout: string;
  readonly files: readonly FileToWrite[];
  /** Remarks that are no part of the answer, a line each, for standard error. */
  readonly remarks?: readonly string[];
}

export type Outcome = Result<Answer, Problem>;

export interface Command {
  readonly usage: string;
  /** What `--help` tells besides, a line each. */
  readonly details?: readonly string[];
  run(args: readonly string[]): Promise<Outcome>;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const refuse = (line: string) => fail<Problem>({ exit: 1, line: oneLine(line) });
export const misused = (usage: string, why = '') =>
  fail<Problem>({ exit: 2, line: oneLine(`${why} Bruk: programrevisjon ${usage}`) });
/** Names the file once: where `what` already does, by its last name, the whole path is put there. */
export const unreadable = (file: string, what: string) => {
  const name = `«${basename(file)}»`;
  const line = what.includes(name) ? what.replace(name, () => `«${file}»`) : `${file}: ${what}`;
  return fail<Problem>({ exit: 3, line: oneLine(line) });
};

export const sentence = (failure: Failure): string => describeFailure(failure, 'nb');

export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
