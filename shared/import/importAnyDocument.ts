import type { Failure } from '../core/failure';
import type { Result } from '../core/result';
import type { IdSource } from '../core/sources';
import type { ImportFailureCode } from './failures';
import { importDocument, type ImportedDocument, type ImportInput } from './importDocument';

/** Who waits for a long import. To cancel one, end the worker or process it runs in: nothing is kept until the answer is used. */
export interface ImportWatch {
  /** Called now and then with the share of the file that is read, 0–1, rising. */
  progress(share: number): void;
}

/** Reads a file of any format; see `importDocument`. */
export function importAnyDocument(
  input: ImportInput,
  ids: IdSource,
  _watch?: ImportWatch,
): Promise<Result<ImportedDocument, Failure<ImportFailureCode>>> {
  return Promise.resolve(importDocument(input, ids));
}
