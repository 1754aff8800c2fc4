import fc from 'fast-check';
import type * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { countingIds, type IdSource } from '#shared/core/sources';
import { withReferenceNames } from '#shared/domain/references';
import {
  createUndo,
  deleteBlocks,
  deleteRange,
  draftReader,
  formerPlace,
  gesture,
  insertNote,
  insertReference,
  joinBlocks,
  readDraft,
  replaceText,
  restoreBlock,
  restoreText,
  splitBlock,
  type DraftBlock,
} from '#shared/schema/draft';
import { textOfBlocks } from '#shared/schema/moments';
import { draftToEdit, operation, perform } from '../../support/randomEdits';

/** The limit of RF6. */
const hasReferencesAsOne = (doc: Y.Doc): boolean =>
  readDraft(doc).some((block) => withReferenceNames(block, (target) => draftReader(doc).nameOf(target)) !== block);

/** What is read: references as references, whatever their targets are called after all that was done. */
const read = (blocks: readonly DraftBlock[]): readonly unknown[] =>
  blocks
    .map((block) => withReferenceNames(block, () => '§'))
    .map(({ kind, level, text, formats, footnoteRefs }) => [
      kind,
      level,
      text,
      formats,
      footnoteRefs.map(({ offset }) => offset),
    ]);

const [c, note, newNote] = [blockId('c'), blockId('f1'), blockId('n1')];

/** The draft after `first` is that after `later`, restored. */
function comesBack(first: (doc: Y.Doc, ids: IdSource) => void, later: (doc: Y.Doc, ids: IdSource) => void): void {
  const doc = draftToEdit();
  const ids = countingIds('n');
  first(doc, ids);
  const then = readDraft(doc);
  later(doc, ids);
  restoreText(doc, textOfBlocks(then), ids);
  expect(read(readDraft(doc))).toEqual(read(then));
}

const edits = fc.array(operation, { maxLength: 6 });
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

/** Edits a draft and edits it on, brings something back by one step, which checks itself, and takes that back. */
function restoredAndUndone(
  first: Edits,
  later: Edits,
  restore: (doc: Y.Doc, then: readonly DraftBlock[], ids: IdSource) => void,
): void {
  const doc = draftToEdit();
  const ids = countingIds('n');
  const carryOut = (operations: Edits): void => {
    for (const one of operations) gesture(doc, () => perform(doc, one, ids));
  };
  carryOut(first);
  fc.pre(!hasReferencesAsOne(doc));
  const then = readDraft(doc);
  const undo = createUndo(doc);
  carryOut(later);
  undo.stopCapturing();
  const now = readDraft(doc);
  const steps = undo.undoStack.length;
  restore(doc, then, ids);
  if (undo.undoStack.length === steps) return;
  undo.undo();
  expect(readDraft(doc)).toEqual(now);
}

describe('restoring', () => {
  it('HI7 a footnote stays where the reference beside its marker leads to what is gone', () => {
    comesBack(
      (doc) => {
        joinBlocks(doc, blockId('b'), c);
        deleteRange(doc, { block: note, offset: 1 }, { block: blockId('d'), offset: 0 });
      },
      (doc, ids) => splitBlock(doc, note, 1, ids),
    );
  });

  it('HI7 two footnotes at one place come back in their order', () => {
    comesBack(
      (doc, ids) => {
        insertNote(doc, { block: c, offset: 5 }, { text: 'annen merknad' }, ids);
      },
      (doc) => deleteBlocks(doc, [note]),
    );
  });

  it('HI7 a footnote comes back whose marker has gone into another footnote since', () => {
    comesBack(
      (doc, ids) => {
        insertNote(doc, { block: c, offset: 2 }, { text: 'første' }, ids);
      },
      (doc, ids) => {
        splitBlock(doc, c, 1, ids);
        joinBlocks(doc, note, blockId('n2'));
        expect(readDraft(doc).find(({ id }) => id === note)?.footnoteRefs[0]?.note).toBe(newNote);
      },
    );
  });

  it('RF6 of two references to one block with nothing between one comes back', () => {
    const doc = draftToEdit();
    const b = blockId('b');
    const words = (): string | undefined => readDraft(doc).find(({ id }) => id === b)?.text;
    insertReference(doc, { block: b, offset: 4 }, blockId('d'));
    expect(words()).toBe('godepkt. 3.1pkt. 3.1 vilkår');
    expect(hasReferencesAsOne(doc)).toBe(true);
    const then = textOfBlocks(readDraft(doc));
    replaceText(doc, b, { start: 0, end: Infinity }, 'annet');
    restoreText(doc, then, countingIds('n'));
    expect(words()).toBe('godepkt. 3.1 vilkår');
  });

  it('HI7 the whole text comes back with forms, references and footnotes in their places, and one undo takes that back', () => {
    fc.assert(
      fc.property(edits, edits, (first, later) =>
        restoredAndUndone(first, later, (doc, then, ids) => {
          restoreText(doc, textOfBlocks(then), ids);
          expect(read(readDraft(doc))).toEqual(read(then));
        }),
      ),
      { numRuns: 300 },
    );
  });

  it('HI6 any block comes back with its words and forms, and one undo takes that back', () => {
    const words = (block: DraftBlock | null | undefined): unknown => block && read([{ ...block, footnoteRefs: [] }]);
    fc.assert(
      fc.property(edits, edits, fc.nat(99), (first, later, which) =>
        restoredAndUndone(first, later, (doc, then, ids) => {
          const text = textOfBlocks(then);
          const former = text[which % text.length];
          if (former === undefined) return;
          const place = formerPlace(then, former.id, (id) => draftReader(doc).block(id) !== null);
          const id = restoreBlock(doc, former, place, ids, text);
          expect(words(draftReader(doc).block(id))).toEqual(words(then[which % text.length]));
        }),
      ),
      { numRuns: 300 },
    );
  });
});
