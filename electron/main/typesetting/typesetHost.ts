/** Runs in a utility process: sets one task at a time and answers in the order they came. */
import { typeset } from '#server/typeset';
import { failure } from '../../../shared/core/failure';
import { fail } from '../../../shared/core/result';
import type { TypesetAnswer, TypesetTask } from './messages';

process.parentPort.on('message', (event: { data: TypesetTask }) => {
  const { task, files, purpose } = event.data;
  void Promise.resolve(typeset(files, { purpose }))
    .catch(() => fail(failure('typeset-stopped')))
    .then((result) => {
      process.parentPort.postMessage({ task, result } satisfies TypesetAnswer);
    });
});
