/** Runs in a utility process: keeps the dictionaries that were asked for. */
import { loadSpeller, type Speller } from '#server/spelling';
import { failure, type Failure } from '../../../shared/core/failure';
import { ok, type Result } from '../../../shared/core/result';
import type { SpelledLanguage } from '../../../shared/ipc/platform';
import { answerTasks } from '../taskHost';
import type { SpellingTask } from './spelling';

const loading = new Map<SpelledLanguage, Promise<Result<Speller, Failure>>>();

const spellerOf = (language: SpelledLanguage): Promise<Result<Speller, Failure>> => {
  const begun = loading.get(language) ?? loadSpeller(language);
  loading.set(language, begun);
  return begun;
};

answerTasks<SpellingTask, readonly string[]>(async (task) => {
  const speller = await spellerOf(task.language);
  if (!speller.ok) return speller;
  return ok(task.type === 'unknown' ? speller.value.unknown(task.words) : speller.value.suggestions(task.word));
}, failure('spelling-stopped'));
