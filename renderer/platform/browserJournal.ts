import type { ProgrammeId } from '#shared/core/ids';
import type { JournalEntry } from '#shared/ipc/platform';

const databaseName = 'programrevisjon-journal';
const storeName = 'entries';

interface StoredEntry extends JournalEntry {
  readonly programme: ProgrammeId;
}

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('IndexedDB aborted'));
    };
  });

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB failed'));
    };
  });

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(storeName, { autoIncrement: true });
    store.createIndex('programme', 'programme');
  };
  return answered(request);
}

/** The journal in IndexedDB, written with strict durability. Keys grow, so that entries come back in the order they were written. */
export interface BrowserJournal {
  append(programme: ProgrammeId, entry: JournalEntry): Promise<void>;
  read(programme: ProgrammeId): Promise<readonly JournalEntry[]>;
  /** Puts the entries in the place of all that was read or appended here. What another window has appended since stays (J8). */
  replace(programme: ProgrammeId, entries: readonly JournalEntry[]): Promise<void>;
}

export function createBrowserJournal(): BrowserJournal {
  let opening: Promise<IDBDatabase> | null = null;
  /** Keys of the entries that this window has read or appended. */
  const known = new Map<ProgrammeId, readonly IDBValidKey[]>();
  const knownOf = (programme: ProgrammeId): readonly IDBValidKey[] => known.get(programme) ?? [];
  const database = async (): Promise<IDBDatabase> => {
    opening ??= openDatabase();
    try {
      return await opening;
    } catch (error) {
      opening = null; // the next call tries anew
      throw error;
    }
  };
  return {
    async append(programme, { document, update }) {
      const transaction = (await database()).transaction(storeName, 'readwrite', { durability: 'strict' });
      const added = transaction.objectStore(storeName).add({ programme, document, update } satisfies StoredEntry);
      await finished(transaction);
      known.set(programme, [...knownOf(programme), added.result]);
    },
    async read(programme) {
      const ofProgramme = (await database())
        .transaction(storeName, 'readonly')
        .objectStore(storeName)
        .index('programme');
      const [keys, stored] = await Promise.all([
        answered(ofProgramme.getAllKeys(programme)),
        answered(ofProgramme.getAll(programme) as IDBRequest<StoredEntry[]>),
      ]);
      known.set(programme, keys);
      return stored.map(({ document, update }) => ({ document, update }));
    },
    async replace(programme, entries) {
      const transaction = (await database()).transaction(storeName, 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore(storeName);
      for (const key of knownOf(programme)) store.delete(key);
      const added = entries.map(({ document, update }) =>
        store.add({ programme, document, update } satisfies StoredEntry),
      );
      await finished(transaction);
      known.set(
        programme,
        added.map(({ result }) => result),
      );
    },
  };
}
