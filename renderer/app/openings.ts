import type { Failure } from '#shared/core/failure';
import type { ProgrammeId } from '#shared/core/ids';
import { ok, type Result } from '#shared/core/result';
import type { OpenedFile, Platform, RoomAddress } from '#shared/ipc/platform';
import { openSession, type ProgrammeSession } from '../session';
import { windowSources } from './sources';

export { isProgramFile } from '#shared/schema/programFile';
export { importFile, programmeOf } from './importFile';

/** A programme that is open, and how it came to be. */
export interface Opened {
  readonly session: ProgrammeSession;
  /** The `.program` file that saving goes to; `null` until one is chosen. */
  readonly file: OpenedFile | null;
  /** Begins again from the imported file; `null` where nothing was taken up from an earlier sitting. */
  readonly startOver: (() => void) | null;
}

type Opening = Promise<Result<Opened, Failure>>;

/** A file of ours, which saving writes back to. */
export async function fromProgramFile(file: OpenedFile, platform: Platform): Opening {
  const opened = await openSession({ kind: 'file', bytes: file.bytes }, platform, windowSources);
  return opened.ok ? ok({ session: opened.value, file, startOver: null }) : opened;
}

/** What this machine keeps of a programme. */
export async function fromJournal(programme: ProgrammeId, platform: Platform, startOver: Opened['startOver']): Opening {
  const opened = await openSession({ kind: 'journal', programme }, platform, windowSources);
  return opened.ok ? ok({ session: opened.value, file: null, startOver }) : opened;
}

/** A shared programme; `name` is what the others see, empty for none yet. */
export async function fromRoom(address: RoomAddress, name: string, platform: Platform): Opening {
  const opened = await openSession({ kind: 'room', ...address }, platform, windowSources);
  if (!opened.ok) return opened;
  if (name !== '') opened.value.nameMyself(name);
  return ok({ session: opened.value, file: null, startOver: null });
}
