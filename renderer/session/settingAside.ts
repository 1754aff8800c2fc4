import { programmeId, type ProgrammeId } from '#shared/core/ids';
import type { Clock } from '#shared/core/sources';
import type { JournalEntry, Platform } from '#shared/ipc/platform';
import type { RegisterEntry } from '#shared/register';

/** Whether the longer chain goes on from the shorter: then nothing of it is lost when the longer takes its place. */
export const isBeginningOf = (shorter: readonly RegisterEntry[], longer: readonly RegisterEntry[]): boolean =>
  shorter.every(({ hash }, index) => hash === longer[index]?.hash);

const LONGEST_ORIGINAL_ID = 40;

/**
 * Keeps what someone decided alone, where a room's register takes the place of theirs and does not contain it: as a programme of
 * its own in this machine's journal (`kind: 'journal'` opens it). Yields `null` where it could not be written.
 */
export async function setAside(
  platform: Platform,
  programme: ProgrammeId,
  entries: readonly JournalEntry[],
  clock: Clock,
): Promise<ProgrammeId | null> {
  const moment = clock.now().replace(/\D/g, '').slice(0, 17);
  const copy = programmeId(`${programme.slice(0, LONGEST_ORIGINAL_ID)}-${moment}`);
  const written = await platform.compactJournal(copy, entries);
  return written.ok ? copy : null;
}
