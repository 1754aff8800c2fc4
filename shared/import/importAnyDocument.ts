import { failure, type Failure } from '../core/failure';
import { fail, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import { isPdf } from './detectFormat';
import type { ImportFailureCode } from './failures';
import {
  composed,
  documentOf,
  importDocument,
  refusal,
  type ImportedDocument,
  type ImportInput,
} from './importDocument';
import { withoutOwnFrame } from './readers/ownFrame';
import { readPdf, type PdfProblem } from './readers/pdf/readPdf';

/** Who waits for a long import. To cancel one, end the worker or process it runs in: nothing is kept until the answer is used. */
export interface ImportWatch {
  /** Called now and then with the share of the file that is read, 0–1, rising. */
  progress(share: number): void;
}

/** Reads a file of any format; see `importDocument`, which has all that can be read at once. PDF is read page by page. */
export async function importAnyDocument(
  input: ImportInput,
  ids: IdSource,
  watch: ImportWatch = { progress: () => undefined },
): Promise<Result<ImportedDocument, Failure<ImportFailureCode>>> {
  const { name, bytes } = input;
  const refused = refusal(input);
  if (refused !== null || !isPdf(bytes)) return importDocument(input, ids);
  const read = await readPdf(bytes, (share) => {
    watch.progress(share);
  });
  if (!read.ok) return fail(failure(pdfFailures[read.failure], { name }));
  return documentOf(name, withoutOwnFrame(composed(read.value)), { endsWithNewline: true, decoding: [] }, ids);
}

const pdfFailures = {
  damaged: 'import-damaged',
  encrypted: 'import-encrypted',
  'too-large': 'import-unpacks-too-large',
  scanned: 'import-scanned',
  'too-many-pages': 'import-too-many-pages',
} as const satisfies Record<PdfProblem, ImportFailureCode>;
