import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { withReferenceNames } from '#shared/domain/references';
import { createUndo, gesture, readDraft, restoreText, type DraftBlock } from '#shared/schema/draft';
import { textOfBlocks } from '#shared/schema/moments';
import { draftToEdit, operation, perform } from '../../support/randomEdits';

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

describe('restoring', () => {
  it('HI7 the whole text comes back with forms, references and footnotes in their places, and one undo takes that back', () => {
    const edits = fc.array(operation, { maxLength: 6 });
    fc.assert(
      fc.property(edits, edits, (first, later) => {
        const doc = draftToEdit();
        const ids = countingIds('n');
        const carryOut = (operations: typeof first): void => {
          for (const one of operations) gesture(doc, () => perform(doc, one, ids));
        };
        carryOut(first);
        const then = readDraft(doc);
        const undo = createUndo(doc);
        carryOut(later);
        undo.stopCapturing();
        const now = readDraft(doc);
        const steps = undo.undoStack.length;
        restoreText(doc, textOfBlocks(then), ids);
        expect(read(readDraft(doc))).toEqual(read(then));
        if (undo.undoStack.length === steps) return;
        undo.undo();
        expect(readDraft(doc)).toEqual(now);
      }),
      { numRuns: 300 },
    );
  });
});
