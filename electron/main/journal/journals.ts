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
  const users = new Map<ProgrammeId, Set<number>>();

  const usedBy = (programme: ProgrammeId, window: number): ProgrammeJournal => {
    const windows = users.get(programme) ?? new Set<number>();
    users.set(programme, windows.add(window));
    const known = journals.get(programme);
    if (known !== undefined) return known;
    const name = createHash('sha256').update(programme).digest('hex').slice(0, 32);
    const journal = new ProgrammeJournal(join(folder, name));
    journals.set(programme, journal);
    return journal;
  };

  return {
    append: (programme, entry, window) => whenWritten(usedBy(programme, window).append(entry)),
    read: (programme, window) => whenRead(usedBy(programme, window).read()),
    compact(programme, entries, window) {
      const journal = usedBy(programme, window);
      if ((users.get(programme)?.size ?? 0) > 1) return Promise.resolve(fail(failure('journal-in-use-elsewhere')));
      return whenWritten(journal.compact(entries));
    },
    forget(window) {
      for (const windows of users.values()) windows.delete(window);
    },
    async close() {
      await Promise.all([...journals.values()].map((journal) => journal.close()));
    },
  };
}
