import { ok, type Result } from '#shared/core/result';
import type { Failure } from '#shared/core/failure';
import { exportPaper, type ExportInput, type Format, type View } from '#shared/export';

/** The bytes of a paper; a PDF is typeset here, by a library that nothing else has to wait for. */
export async function printPaper(view: View, format: Format, input: ExportInput): Promise<Result<Uint8Array, Failure>> {
  const output = exportPaper(view, format, input);
  if (!output.ok) return output;
  if (output.value.kind === 'bytes') return ok(output.value.bytes);
  const { typeset } = await import('#server/typeset');
  return typeset(output.value.files);
}
