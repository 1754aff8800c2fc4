import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import type { ExportInput, Format, Output, View } from '#shared/export';
import type { ImportedDocument } from '#shared/import';

/** Work that is too long for the window's thread: name → [what it takes, what it gives]. */
export interface Tasks {
  import: [{ readonly name: string; readonly bytes: Uint8Array }, Result<ImportedDocument, Failure>];
  export: [{ readonly view: View; readonly format: Format; readonly input: ExportInput }, Result<Output, Failure>];
}

export type TaskName = keyof Tasks;
export type TaskRequest = {
  readonly [T in TaskName]: { readonly id: number; readonly task: T; readonly argument: Tasks[T][0] };
}[TaskName];
export interface TaskResponse {
  readonly id: number;
  readonly result: Tasks[TaskName][1];
}
