import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { failure, type Failure } from '../../../shared/core/failure';
import type { ProgrammeId } from '../../../shared/core/ids';
import { fail, type Result } from '../../../shared/core/result';
import { journalOutcome } from '../../../shared/ipc/journalOutcome';
import type { JournalEntry } from '../../../shared/ipc/platform';
import { reasonOf } from '../ioFailure';
import { ProgrammeJournal } from './programmeJournal';

export interface Journals {
  append(programme: ProgrammeId, entry: JournalEntry, window: number): Promise<Result<null, Failure>>;
  read(programme: ProgrammeId, window: number): Promise<Result<readonly JournalEntry[], Failure>>;
  compact(programme: ProgrammeId, entries: readonly JournalEntry[], window: number): Promise<Result<null, Failure>>;
  /** The window is gone and will append no more. */
  forget(window: number): void;
  close(): Promise<void>;
}

const { whenRead, whenWritten } = journalOutcome(reasonOf);

/** The journals of all programmes under `folder`, one folder each, named by a hash: an id is data, never a path. */
export function createJournals(folder: string): Journals {
  const journals = new Map<ProgrammeId, ProgrammeJournal>();
  /** The windows that use a journal, and whether they know all that stands in it: what another appended since they read it they do not. */
  const users = new Map<ProgrammeId, Map<number, boolean>>();

  const usersOf = (programme: ProgrammeId, window: number): Map<number, boolean> => {
    const windows = users.get(programme) ?? new Map<number, boolean>();
    users.set(programme, windows);
    return windows.set(window, windows.get(window) ?? true);
  };
  const journalOf = (programme: ProgrammeId): ProgrammeJournal => {
    const known = journals.get(programme);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(programme).digest('hex').slice(0, 32);
    const journal = new ProgrammeJournal(join(folder, name));
    journals.set(programme, journal);
    return journal;
  };

  return {
    append(programme, entry, window) {
      const windows = usersOf(programme, window);
      for (const other of windows.keys()) if (other !== window) windows.set(other, false);
      return whenWritten(journalOf(programme).append(entry));
    },
    read(programme, window) {
      usersOf(programme, window).set(window, true);
      return whenRead(journalOf(programme).read());
    },
    compact(programme, entries, window) {
      const windows = usersOf(programme, window);
      if (windows.size > 1 || windows.get(window) === false)
        return Promise.resolve(fail(failure('journal-in-use-elsewhere')));
      return whenWritten(journalOf(programme).compact(entries));
    },
    forget(window) {
      for (const windows of users.values()) windows.delete(window);
    },
    async close() {
      await Promise.all([...journals.values()].map((journal) => journal.close()));
    },
  };
}
