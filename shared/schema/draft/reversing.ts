import * as Y from 'yjs';
import type { BlockId } from '../../core/ids';
import { textOf } from './layout';
import { currentReader, draftReader, type DraftBlock } from './reader';
import { writeTyped } from './typed';
import { createUndo } from './writing';

type Direction = 'undo' | 'redo';

const isOfWords = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentString || content instanceof Y.ContentFormat;

/**
 * The blocks whose words the next step changes if it is taken back, or done again; `null` where it may do more than that, such as bring a block back or move it: what becomes of the
 * text is then known by trying (`afterReversal`). Costs the step.
 */
export function wordsOfReversal(undo: Y.UndoManager, direction: Direction): ReadonlySet<BlockId> | null {
  const { doc } = undo;
  const reader = currentReader(doc);
  const blocks = new Set<BlockId>();
  const step = { isOfWordsOnly: true, hasEffect: false };
  const note = (struct: Y.GC | Y.Item): void => {
    const written = struct instanceof Y.Item && isOfWords(struct) ? reader.blocksWrittenIn(struct.parent) : null;
    if (written === null) step.isOfWordsOnly = false;
    for (const block of written ?? []) blocks.add(block);
  };
  doc.transact((transaction) => {
    for (const { insertions, deletions } of undo[`${direction}Stack`].toReversed()) {
      Y.iterateDeletedStructs(transaction, deletions, note);
      Y.iterateDeletedStructs(transaction, insertions, (struct) => {
        note(struct);
        step.hasEffect ||= !struct.deleted;
      });
      // Yjs passes over a step that changes nothing, and takes the one before it.
      if (step.hasEffect || !step.isOfWordsOnly) return;
    }
  });
  return step.isOfWordsOnly ? blocks : null;
}

/** A range of items; Yjs keeps the class of these to itself. */
const rangeLike = <Range extends { clock: number; len: number }>(like: Range, clock: number, len: number): Range =>
  Object.assign(Object.create(Object.getPrototypeOf(like) as object) as Range, { clock, len });

/**
 * Takes out of the steps the words that they would bring back into blocks that the server has brought back itself: these would stand there twice. What else the
 * steps did is taken back as before.
 */
export function leaveReturned(undo: Y.UndoManager, blocks: readonly BlockId[]): void {
  const { doc } = undo;
  const reader = currentReader(doc);
  const hosts = blocks.flatMap((id) => [id, ...reader.hostsOf(id)]);
  const texts = new Set<unknown>(hosts.map((host) => textOf(doc, host)));
  doc.transact((transaction) => {
    for (const { deletions } of [...undo.undoStack, ...undo.redoStack]) {
      const former = new Map(deletions.clients);
      const others: typeof former = new Map([...former.keys()].map((client) => [client, []]));
      Y.iterateDeletedStructs(transaction, deletions, (struct) => {
        const [like] = former.get(struct.id.client) ?? [];
        if (like && !(struct instanceof Y.Item && texts.has(struct.parent)))
          others.get(struct.id.client)?.push(rangeLike(like, struct.id.clock, struct.length));
      });
      deletions.clients = others;
    }
  });
}

/** Tells a copy what only the document itself knows: which items an undo put anew, and as which. */
function followRedone(doc: Y.Doc, copy: Y.Doc): void {
  copy.transact((transaction) => {
    for (const item of [...doc.store.clients.values()].flat()) {
      if (!(item instanceof Y.Item) || item.redone === null) continue;
      const { client, clock } = item.id;
      const end = clock + item.length;
      Y.getItemCleanEnd(transaction, copy.store, Y.createID(client, end - 1));
      for (let at = clock; at < end;) {
        const piece = Y.getItemCleanStart(transaction, Y.createID(client, at));
        piece.redone = Y.createID(item.redone.client, item.redone.clock + at - clock);
        at += piece.length;
      }
    }
  });
}

/**
 * The text as it would be if the next step were taken back, or done again: tried on a copy, so that nobody hears of it and the step stays where it is. Costs the
 * document.
 */
export function afterReversal(undo: Y.UndoManager, direction: Direction): readonly DraftBlock[] {
  writeTyped(undo.doc);
  // With what was deleted: it may come back.
  const copy = new Y.Doc({ gc: false });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(undo.doc));
  followRedone(undo.doc, copy);
  const trial = createUndo(copy);
  trial.undoStack = [...undo.undoStack];
  trial.redoStack = [...undo.redoStack];
  trial[direction]();
  const { blocks } = draftReader(copy);
  copy.destroy();
  return blocks;
}
