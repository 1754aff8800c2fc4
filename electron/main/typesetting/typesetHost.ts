/** Runs in a utility process: sets one task at a time and answers in the order they came. */
import { typeset } from '#server/typeset';
import { failure } from '../../../shared/core/failure';
import { answerTasks } from '../taskHost';
import type { TypesetTask } from './typesetting';

answerTasks<TypesetTask, Uint8Array>(({ files, purpose }) => typeset(files, { purpose }), failure('typeset-stopped'));
