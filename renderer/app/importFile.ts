import type { Failure } from '#shared/core/failure';
import { ok, type Result } from '#shared/core/result';
import type { OpenedFile, Platform } from '#shared/ipc/platform';
import { openSession, type ProgrammeSession } from '../session';
import { runTask } from '../workers/runTask';
import { rememberImport } from './recentProgrammes';
import { windowSources } from './sources';

/** Makes a new programme of a document. Nothing is changed or kept where it cannot be read. */
export async function importFile(
  file: OpenedFile,
  platform: Platform,
): Promise<Result<{ readonly session: ProgrammeSession; readonly file: null; readonly startOver: null }, Failure>> {
  const imported = await runTask('import', { name: file.name, bytes: file.bytes });
  if (!imported.ok) return imported;
  const opened = await openSession({ kind: 'import', document: imported.value }, platform, windowSources);
  if (!opened.ok) return opened;
  await rememberImport(platform, file.bytes, opened.value.programme);
  return ok({ session: opened.value, file: null, startOver: null });
}
