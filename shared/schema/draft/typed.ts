import type * as Y from 'yjs';

/**
 * What is typed is shown before it is written to the draft, so that no key waits for the draft (Y24). Until then the page holds it here. Whoever writes to the
 * draft, finds places in it, takes something back or hands it on lets it be written first.
 */
const held = new WeakMap<Y.Doc, () => void>();
const listeners = new WeakMap<Y.Doc, Set<() => void>>();

const tell = (doc: Y.Doc): void => {
  for (const listener of listeners.get(doc) ?? []) listener();
};

/** Something was typed that the draft does not have yet; `write` writes it there. What was held before is written now. */
export function holdTyped(doc: Y.Doc, write: () => void): void {
  writeTyped(doc);
  held.set(doc, write);
  tell(doc);
}

/** Writes what was typed to the draft. Within a transaction nothing is written: it would be that one's, by whomever it is. */
export function writeTyped(doc: Y.Doc): void {
  const write = held.get(doc);
  if (write === undefined || doc._transaction !== null) return;
  held.delete(doc);
  try {
    write();
  } finally {
    tell(doc);
  }
}

/** Whether something was typed that the draft does not have yet. */
export const hasTyped = (doc: Y.Doc): boolean => held.has(doc);

/** Hears when that changes. Yields what ends it. */
export function onTyped(doc: Y.Doc, listener: () => void): () => void {
  const known = listeners.get(doc) ?? new Set();
  listeners.set(doc, known.add(listener));
  return () => known.delete(listener);
}
