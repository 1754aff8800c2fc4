import * as Y from 'yjs';
import { afterPaint } from '../ui/afterPaint';
import { untilIdle } from '../ui/untilIdle';

/** A document's working copy in the browser: what it kept comes into the document when it is read. Beside the journal, never instead of it: browsers may drop it. */
export interface LocalCopy {
  destroy(): Promise<void>;
}

/** `madeOf`: updates that together are all that the document holds. */
export type OpenLocalCopy = (name: string, doc: Y.Doc, madeOf: readonly Uint8Array[]) => LocalCopy;

const none: LocalCopy = { destroy: () => Promise.resolve() };

/** The store of updates, each under a number of its own; it has the name and form that y-indexeddb gave it. */
const UPDATES = 'updates';
/** So many updates become one. */
const MOST_UPDATES = 500;

const openDatabase = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(UPDATES, { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && indexedDB.cmp(new Uint8Array(a), new Uint8Array(b)) === 0;

/** Brings updates into the document; yields what of them it did not have. One that is damaged is passed over. */
function takeIn(doc: Y.Doc, updates: readonly Uint8Array[], origin: unknown): readonly Uint8Array[] {
  const news: Uint8Array[] = [];
  const heard = (update: Uint8Array): void => void news.push(update);
  doc.on('update', heard);
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update, origin);
    } catch {
      continue;
    }
  }
  doc.off('update', heard);
  return news;
}

/** A copy in a database: what was kept is read as soon as it is open, and from then on what the document gets is kept. */
class IndexedDbCopy implements LocalCopy {
  private waiting: Uint8Array[] = [];
  /** How many updates are kept, and the key of the last one that was read: another window may have added some after it. */
  private kept = 0;
  private readUpTo: IDBValidKey = 0;
  private hasEnded = false;
  private readonly database: Promise<IDBDatabase | null>;

  constructor(
    name: string,
    private readonly doc: Y.Doc,
    madeOf: readonly Uint8Array[],
  ) {
    doc.on('update', this.collect);
    this.database = openDatabase(name)
      .then((database) => this.read(database, madeOf))
      .catch(() => null);
  }

  async destroy(): Promise<void> {
    this.doc.off('update', this.collect);
    const database = await this.database;
    this.keep(database);
    this.hasEnded = true;
    database?.close();
  }

  /** A transaction costs more than the key it keeps: what comes before the next paint is kept together, after it. */
  private readonly collect = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return;
    if (this.waiting.length === 0)
      void Promise.all([this.database, afterPaint()]).then(([database]) => this.keep(database));
    this.waiting.push(update);
  };

  /** Takes in what the document is not made of already, and keeps what it is made of then: nothing is encoded anew. */
  private read(database: IDBDatabase, madeOf: readonly Uint8Array[]): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(UPDATES, 'readwrite');
      transaction.oncomplete = () => resolve(database);
      transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB aborted'));
      const store = transaction.objectStore(UPDATES);
      const stored = store.getAll() as IDBRequest<Uint8Array[]>;
      stored.onsuccess = () => {
        const unknown = stored.result.filter((update) => !madeOf.some((one) => sameBytes(one, update)));
        const updates = [...madeOf, ...takeIn(this.doc, unknown, this)];
        this.kept = updates.length;
        store.clear();
        for (const update of updates) this.add(store, update);
      };
    });
  }

  private add(store: IDBObjectStore, update: Uint8Array): void {
    const added = store.add(update);
    added.onsuccess = () => {
      this.readUpTo = added.result;
    };
  }

  private keep(database: IDBDatabase | null): void {
    const updates = this.waiting;
    this.waiting = [];
    if (database === null || this.hasEnded || updates.length === 0) return;
    database.transaction(UPDATES, 'readwrite').objectStore(UPDATES).add(Y.mergeUpdates(updates));
    this.kept += 1;
    if (this.kept < MOST_UPDATES) return;
    this.kept = 1;
    void untilIdle().then(() => this.keepAsOne(database));
  }

  /** Puts the whole document in the place of its updates, with those that another window has kept meanwhile. */
  private keepAsOne(database: IDBDatabase): void {
    if (this.hasEnded) return;
    const store = database.transaction(UPDATES, 'readwrite').objectStore(UPDATES);
    const later = store.getAll(IDBKeyRange.lowerBound(this.readUpTo, true)) as IDBRequest<Uint8Array[]>;
    later.onsuccess = () => {
      takeIn(this.doc, later.result, this);
      store.clear();
      this.add(store, Y.encodeStateAsUpdate(this.doc));
    };
  }
}

/** IndexedDB where there is one. A browser that refuses it (private window, full disk) costs nothing but the copy. */
export const openIndexedDbCopy: OpenLocalCopy = (name, doc, madeOf) =>
  typeof indexedDB === 'undefined' ? none : new IndexedDbCopy(name, doc, madeOf);
