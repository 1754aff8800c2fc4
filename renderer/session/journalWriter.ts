import * as Y from 'yjs';
import type { ProgrammeId } from '#shared/core/ids';
import type { Result } from '#shared/core/result';
import { sharedDocuments, type JournalEntry, type Platform, type SharedDocument } from '#shared/ipc/platform';
import type { SavingState } from './types';

/** Writes every update of the shared documents to the machine's journal, in order, and says when all of it is there. Rule SY16. */
export interface JournalWriter {
  add(document: SharedDocument, update: Uint8Array): void;
  state(): SavingState;
  /** Resolves when everything added so far is on disk, or when the disk has refused it. */
  settled(): Promise<void>;
  /**
   * Puts the documents' whole state in the place of the journal. Where that is refused (another window uses it), the whole state is
   * appended: what is there now is kept in any case. It may wait for `moment`, and then takes a turn for each document; but nothing is written before it.
   */
  compact(moment?: Promise<unknown>): void;
  dispose(): Promise<void>;
}

/** All that a document holds now. */
export type WholeState = (document: SharedDocument) => Uint8Array;

const COMPACT_AFTER = 500;
/** So many updates cost the next opening less than writing the whole state does. */
export const FEW_UPDATES = 100;
const RETRY_MS = 2_000;

/** A host that died answers with an exception: that is a refusal, too. */
async function isDone(write: () => Promise<Result<unknown, unknown>>): Promise<boolean> {
  try {
    return (await write()).ok;
  } catch {
    return false;
  }
}

export function createJournalWriter(
  platform: Pick<Platform, 'appendToJournal' | 'compactJournal'>,
  programme: ProgrammeId,
  wholeState: WholeState,
  nextTurn: () => Promise<unknown>,
  onChange: () => void,
): JournalWriter {
  /** What is not on disk, by document. What comes while a write is under way goes together in the next. */
  const waiting = new Map<SharedDocument, Uint8Array[]>();
  let state: SavingState = 'saved';
  let appended = 0;
  let compactionDue = false;
  /** Whether something waits for the compaction: then it takes no turns. */
  let isHurried = false;
  let disposed = false;
  let working = false;
  let run: Promise<void> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | null = null;

  const become = (next: SavingState): void => {
    if (state === next) return;
    state = next;
    onChange();
  };

  const append = async (): Promise<boolean> => {
    for (const [document, updates] of [...waiting]) {
      waiting.delete(document);
      const update = updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
      if (!(await isDone(() => platform.appendToJournal(programme, { document, update })))) {
        waiting.set(document, [update, ...(waiting.get(document) ?? [])]);
        return false;
      }
      appended += 1;
    }
    return true;
  };

  const compact = async (): Promise<void> => {
    compactionDue = false;
    const entries: JournalEntry[] = [];
    for (const document of sharedDocuments) {
      // The whole state holds what is waiting, too; what comes after it waits on.
      waiting.delete(document);
      entries.push({ document, update: wholeState(document) });
      if (!isHurried) await nextTurn();
    }
    if (!(await isDone(() => platform.compactJournal(programme, entries))))
      for (const { document, update } of entries) waiting.set(document, [update, ...(waiting.get(document) ?? [])]);
    // A refused one is tried again after as many updates; its state goes the other way.
    appended = 0;
    isHurried = false;
  };

  const work = async (): Promise<void> => {
    while (waiting.size > 0 || compactionDue) {
      if (compactionDue || appended >= COMPACT_AFTER) await compact();
      else if (!(await append())) {
        working = false;
        if (!disposed) retry = setTimeout(start, RETRY_MS);
        become('failed');
        return;
      }
    }
    // In the same turn as the last look at what is waiting: whatever comes later starts anew.
    working = false;
    become('saved');
  };

  const start = (): void => {
    if (retry) clearTimeout(retry);
    retry = null;
    if (working) return;
    working = true;
    run = work();
  };

  return {
    add: (document, update) => {
      if (disposed) return;
      waiting.set(document, [...(waiting.get(document) ?? []), update]);
      if (state === 'saved') become('saving');
      isHurried ||= compactionDue;
      start();
    },
    state: () => state,
    settled: () => {
      isHurried ||= compactionDue;
      if (compactionDue) start();
      return run;
    },
    compact: (moment) => {
      if (disposed) return;
      compactionDue = true;
      isHurried ||= moment === undefined;
      if (state === 'saved') become('saving');
      if (!moment) start();
      else
        void moment.then(() => {
          if (compactionDue) start();
        });
    },
    dispose: async () => {
      isHurried = true;
      if (compactionDue || (retry && waiting.size > 0)) start();
      disposed = true;
      await run;
      if (retry) clearTimeout(retry);
    },
  };
}
