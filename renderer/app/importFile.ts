import type { Failure } from '#shared/core/failure';
import { ok, type Result } from '#shared/core/result';
import type { ImportedDocument } from '#shared/import';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { openSession, type ProgrammeSession } from '../session';
import { runTask } from '../workers/runTask';
import { rememberImport } from './recentProgrammes';
import { windowSources } from './sources';

type Imported = Result<{ readonly session: ProgrammeSession; readonly file: null; readonly startOver: null }, Failure>;

/** Makes a new programme of a document that nobody has to look through first. Nothing is kept where it cannot be read. */
export async function importFile(file: OpenedFile, platform: Platform): Promise<Imported> {
  const imported = await runTask('import', { name: file.name, bytes: file.bytes });
  return imported.ok ? programmeOf(file, imported.value, platform) : imported;
}

/** Makes a new programme of what was read from a file. */
export async function programmeOf(file: OpenedFile, document: ImportedDocument, platform: Platform): Promise<Imported> {
  const opened = await openSession({ kind: 'import', document }, platform, windowSources);
  if (!opened.ok) return opened;
  await rememberImport(platform, file.bytes, opened.value.programme);
  return ok({ session: opened.value, file: null, startOver: null });
}
