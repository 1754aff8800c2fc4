import type * as Y from 'yjs';
import { blockId, type BlockId } from '../../core/ids';
import { lockFrom, type ChapterLock, type Locks } from '../../domain/chapterLock';
import { draftPlans, LOCAL } from './layout';
import { gesture } from './writing';

const FIELD = '/lock';

const shown = new WeakMap<Y.Doc, Locks>();
const read = new WeakMap<object, ChapterLock | null>();

function lockOf(raw: unknown): ChapterLock | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const known = read.get(raw);
  if (known !== undefined) return known;
  const lock = lockFrom(raw);
  read.set(raw, lock);
  return lock;
}

/** The locks on chapters, by their headings; the same map until one changes. Total: a peer may have written anything. */
export function readLocks(doc: Y.Doc): Locks {
  const locks = new Map<BlockId, ChapterLock>();
  for (const [key, value] of draftPlans(doc)) {
    const lock = key.endsWith(FIELD) ? lockOf(value) : null;
    if (lock) locks.set(blockId(key.slice(0, -FIELD.length)), lock);
  }
  const former = shown.get(doc);
  if (former?.size === locks.size && [...locks].every(([heading, lock]) => former.get(heading) === lock)) return former;
  shown.set(doc, locks);
  return locks;
}

/** Locks a chapter, or opens it (`null`). One step of undo. */
export function setLock(doc: Y.Doc, heading: BlockId, lock: ChapterLock | null): void {
  gesture(doc, () => {
    doc.transact(() => {
      if (lock === null) draftPlans(doc).delete(heading + FIELD);
      else draftPlans(doc).set(heading + FIELD, { ...lock, people: [...lock.people] });
    }, LOCAL);
  });
}
