import type { Failure } from '../core/failure';
import { ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import { defaultLineSettings } from '../domain/lines';
import type { RevisionContent } from '../domain/revision';
import { importAnyDocument } from '../import';
import { findRevision, foldRegister } from '../register';
import { draftContent } from './draft';
import { isProgramFile, readProgramFile } from './programFile';
import { openDocument } from './programFileDraft';

/** The text that a file holds, recognised by content: a programme's newest revision, or its draft where none is frozen; else what the document says. */
export async function textOfFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  ids: IdSource,
): Promise<Result<RevisionContent, Failure>> {
  if (!isProgramFile(file.bytes)) {
    const imported = await importAnyDocument(file, ids);
    if (!imported.ok) return imported;
    const { title, period, language, blocks } = imported.value;
    return ok({ title, period, language, lineSettings: defaultLineSettings, blocks: blocks.map(({ block }) => block) });
  }
  const programme = readProgramFile(file.bytes);
  if (!programme.ok) return programme;
  const newest = findRevision(programme.value, foldRegister(programme.value.entries).newest);
  if (newest) return ok(newest);
  const draft = openDocument(programme.value.draft, 'draft.yjs');
  if (!draft.ok) return draft;
  const content = draftContent(draft.value, defaultLineSettings);
  draft.value.destroy();
  return ok(content);
}
