import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import type { Alignment } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import type { RevisionContent } from '#shared/domain/revision';
import type { ExportInput, Format, Output, TypstBeginning, View } from '#shared/export';
import type { ImportedDocument } from '#shared/import';
import type { Reuse } from '#shared/reuse';

type Searched = Pick<Block, 'kind' | 'text'>;

/** Work that is too long for the window's thread: name → [what it takes, what it gives]. */
export interface Tasks {
  import: [{ readonly name: string; readonly bytes: Uint8Array }, Result<ImportedDocument, Failure>];
  /** Which sentences of `current` were made from sentences of the sources. */
  reuse: [
    { readonly sources: readonly (readonly Searched[])[]; readonly current: readonly Searched[] },
    readonly Reuse[],
  ];
  /** The text of any file that holds one: a programme's newest, or what a document says. */
  read: [{ readonly name: string; readonly bytes: Uint8Array }, Result<RevisionContent, Failure>];
  align: [{ readonly base: readonly Block[]; readonly current: readonly Block[] }, Alignment];
  export: [{ readonly view: View; readonly format: Format; readonly input: ExportInput }, Result<Output, Failure>];
  /** The first pages of a paper. */
  beginning: [
    { readonly view: View; readonly input: ExportInput; readonly pages: number },
    Result<TypstBeginning, Failure>,
  ];
}

export type TaskName = keyof Tasks;
export type TaskRequest = {
  readonly [T in TaskName]: { readonly id: number; readonly task: T; readonly argument: Tasks[T][0] };
}[TaskName];
export interface TaskResponse {
  readonly id: number;
  readonly result: Tasks[TaskName][1];
}

/** How far a task has come, 0–1. */
export interface TaskProgress {
  readonly id: number;
  readonly share: number;
}
export type TaskAnswer = TaskResponse | TaskProgress;
