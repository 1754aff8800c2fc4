import type { Failure } from '../../shared/core/failure';
import type { Result } from '../../shared/core/result';
import { fail } from '../../shared/core/result';
import type { Utility } from './utility';
import { startUtility } from './utility';

/** What crosses to a task process and back. */
export interface TaskMessage<Task> {
  readonly number: number;
  readonly task: Task;
}
export interface AnswerMessage<Answer> {
  readonly number: number;
  readonly result: Result<Answer, Failure>;
}

interface TaskProcessSetup {
  readonly script: string;
  /** Name among the machine's processes. */
  readonly name: string;
  readonly longestSeconds: number;
  readonly stopped: Failure;
  readonly tooSlow: Failure;
}

/** A process of its own that answers tasks, started at the first one and again after it has stopped; a task that takes too long ends it. */
export function createTaskProcess<Task, Answer>(
  setup: TaskProcessSetup,
): (task: Task) => Promise<Result<Answer, Failure>> {
  const waiting = new Map<number, (result: Result<Answer, Failure>) => void>();
  let running: Utility | null = null;
  let asked = 0;

  const start = (): Utility => {
    const utility = startUtility(setup.script, setup.name);
    utility.process.on('message', ({ number, result }: AnswerMessage<Answer>) => {
      waiting.get(number)?.(result);
    });
    void utility.gone.then(() => {
      if (running === utility) running = null;
      for (const answer of [...waiting.values()]) answer(fail(setup.stopped));
    });
    running = utility;
    return utility;
  };

  return (task) =>
    new Promise((resolve) => {
      const { process } = running ?? start();
      const number = asked++;
      const tooSlow = setTimeout(() => {
        waiting.get(number)?.(fail(setup.tooSlow));
        process.kill();
      }, setup.longestSeconds * 1_000);
      waiting.set(number, (result) => {
        clearTimeout(tooSlow);
        waiting.delete(number);
        resolve(result);
      });
      process.postMessage({ number, task } satisfies TaskMessage<Task>);
    });
}
