import * as Y from 'yjs';
import type { ProgrammeId } from '#shared/core/ids';
import { sharedDocuments, type Platform, type SharedDocument } from '#shared/ipc/platform';
import type { SavingState } from './types';

/** Writes every update of the shared documents to the machine's journal, in order, and says when all of it is there. Rule SY16. */
export interface JournalWriter {
  add(document: SharedDocument, update: Uint8Array): void;
  state(): SavingState;
  /** Resolves when everything added so far is on disk, or when the disk has refused it. */
  settled(): Promise<void>;
  /** Puts the documents' whole state in the place of the journal. */
  compact(): void;
  dispose(): Promise<void>;
}

export type WholeStates = () => Readonly<Record<SharedDocument, Uint8Array>>;

const COMPACT_AFTER = 500;
const RETRY_MS = 2_000;

export function createJournalWriter(
  platform: Pick<Platform, 'appendToJournal' | 'compactJournal'>,
  programme: ProgrammeId,
  wholeStates: WholeStates,
  onChange: () => void,
): JournalWriter {
  /** What is not on disk, by document. What comes while a write is under way goes together in the next. */
  const waiting = new Map<SharedDocument, Uint8Array[]>();
  let state: SavingState = 'saved';
  let appended = 0;
  let compactionDue = false;
  let disposed = false;
  let running: Promise<void> | null = null;
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
      const written = await platform.appendToJournal(programme, { document, update });
      if (!written.ok) {
        waiting.set(document, [update, ...(waiting.get(document) ?? [])]);
        return false;
      }
      appended += 1;
    }
    return true;
  };

  const compact = async (): Promise<boolean> => {
    compactionDue = false;
    // The whole states hold what is waiting, too.
    const held = [...waiting];
    waiting.clear();
    const states = wholeStates();
    const entries = sharedDocuments.map((document) => ({ document, update: states[document] }));
    const written = await platform.compactJournal(programme, entries);
    if (written.ok) appended = 0;
    else for (const [document, updates] of held) waiting.set(document, [...updates, ...(waiting.get(document) ?? [])]);
    return written.ok;
  };

  const work = async (): Promise<void> => {
    while (waiting.size > 0 || compactionDue) {
      const done = compactionDue || appended >= COMPACT_AFTER ? await compact() : await append();
      if (!done) {
        become('failed');
        if (!disposed) retry = setTimeout(start, RETRY_MS);
        return;
      }
    }
    become('saved');
  };

  const start = (): void => {
    if (retry) clearTimeout(retry);
    retry = null;
    running ??= work().finally(() => {
      running = null;
    });
  };

  return {
    add: (document, update) => {
      if (disposed) return;
      waiting.set(document, [...(waiting.get(document) ?? []), update]);
      if (state === 'saved') become('saving');
      start();
    },
    state: () => state,
    settled: () => running ?? Promise.resolve(),
    compact: () => {
      compactionDue = true;
      start();
    },
    dispose: async () => {
      if (retry && waiting.size > 0) start();
      disposed = true;
      await running;
      if (retry) clearTimeout(retry);
    },
  };
}
