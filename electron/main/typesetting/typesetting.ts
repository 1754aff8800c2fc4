import type { Failure } from '../../../shared/core/failure';
import { failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import { fail } from '../../../shared/core/result';
import type { TypesetPurpose } from '../../../shared/ipc/platform';
import type { Utility } from '../utility';
import { startUtility } from '../utility';
import type { TypesetAnswer, TypesetTask } from './messages';

const longestTypesettingSeconds = 60;

export interface Typesetting {
  typeset(files: Readonly<Record<string, string>>, purpose: TypesetPurpose): Promise<Result<Uint8Array, Failure>>;
}

/** Sets PDF in a process of its own, started at the first use and again after it has stopped. */
export function createTypesetting(script: string): Typesetting {
  const waiting = new Map<number, (result: Result<Uint8Array, Failure>) => void>();
  let running: Utility | null = null;
  let tasks = 0;

  const start = (): Utility => {
    const utility = startUtility(script, 'Programrevisjon setteri');
    utility.process.on('message', ({ task, result }: TypesetAnswer) => {
      waiting.get(task)?.(result);
    });
    void utility.gone.then(() => {
      if (running === utility) running = null;
      for (const answer of [...waiting.values()]) answer(fail(failure('typeset-stopped')));
    });
    running = utility;
    return utility;
  };

  return {
    typeset: (files, purpose) =>
      new Promise((resolve) => {
        const { process } = running ?? start();
        const task = tasks++;
        const tooSlow = setTimeout(() => {
          waiting.get(task)?.(fail(failure('typeset-too-slow', { seconds: longestTypesettingSeconds })));
          process.kill();
        }, longestTypesettingSeconds * 1_000);
        waiting.set(task, (result) => {
          clearTimeout(tooSlow);
          waiting.delete(task);
          resolve(result);
        });
        process.postMessage({ task, files, purpose } satisfies TypesetTask);
      }),
  };
}
