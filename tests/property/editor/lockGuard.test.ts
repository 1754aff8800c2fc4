import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { chapterIds, gesture, keepLocked, lockedDraft, readDraft, setLock } from '#shared/schema/draft';
import { changedUnderLock } from '../../../renderer/features/editor/arranging';
import { draftToEdit, operation, perform } from '../../support/randomEdits';

/** The second of three chapters is Kari's alone. */
function locked(): Y.Doc {
  const doc = draftToEdit();
  setLock(doc, blockId('h2'), { by: personId('kari'), people: [], reason: '', at: '2027-01-01T10:00:00.000Z' });
  return doc;
}

describe('the window and the server', () => {
  it('Y25 Y23 what the window finds to change nothing under a lock, the server leaves as it is', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 3 }), (operations) => {
        const doc = locked();
        const before = lockedDraft(doc);
        if (before === null) throw new Error('not locked');
        const chapter = new Set(chapterIds(before.blocks, blockId('h2')));
        gesture(doc, () => {
          for (const one of operations) perform(doc, one, countingIds(`n${JSON.stringify(one)}`));
        });
        const after = readDraft(doc);
        if (changedUnderLock(before.blocks, after, (id) => chapter.has(id)) !== null) return;
        passed += 1;
        expect(keepLocked(doc, before, () => false, countingIds('k'))).toEqual([]);
        expect(readDraft(doc)).toEqual(after);
      }),
      { numRuns: 1000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
