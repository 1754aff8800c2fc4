import type { Failure } from '../../shared/core/failure';
import { fail, type Result } from '../../shared/core/result';
import type { AnswerMessage, TaskMessage } from './taskProcess';

/** The other end of `createTaskProcess`, in a utility process: what throws becomes `stopped`. */
export function answerTasks<Task, Answer>(
  answer: (task: Task) => Promise<Result<Answer, Failure>>,
  stopped: Failure,
): void {
  process.parentPort.on('message', (event: { data: TaskMessage<Task> }) => {
    const { number, task } = event.data;
    void Promise.resolve()
      .then(() => answer(task))
      .catch(() => fail(stopped))
      .then((result) => {
        process.parentPort.postMessage({ number, result } satisfies AnswerMessage<Answer>);
      });
  });
}
