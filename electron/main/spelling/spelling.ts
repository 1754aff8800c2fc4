import type { Failure } from '../../../shared/core/failure';
import { failure } from '../../../shared/core/failure';
import type { Result } from '../../../shared/core/result';
import type { SpelledLanguage } from '../../../shared/ipc/platform';
import { createTaskProcess } from '../taskProcess';

const longestSpellingSeconds = 20;

/** A question to the dictionary: which of these does it not know, or what may this one have been. */
export type SpellingTask =
  | { readonly type: 'unknown'; readonly language: SpelledLanguage; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly language: SpelledLanguage; readonly word: string };

export type Spelling = (task: SpellingTask) => Promise<Result<readonly string[], Failure>>;

/** Spells in a process of its own: a dictionary takes half a second to read, and suggestions as long to find. */
export const createSpelling = (script: string): Spelling =>
  createTaskProcess<SpellingTask, readonly string[]>({
    script,
    name: 'Programrevisjon ordliste',
    longestSeconds: longestSpellingSeconds,
    stopped: failure('spelling-stopped'),
    tooSlow: failure('spelling-stopped'),
  });
