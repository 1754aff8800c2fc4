import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { blockId, personId, type BlockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { differences } from '#shared/schema/differences';
import {
  chapterIds,
  draftReader,
  formerPlace,
  gesture,
  keepLocked,
  lockedDraft,
  readDraft,
  restoreBlock,
  restorePlace,
  restoreText,
  setLock,
} from '#shared/schema/draft';
import { textOfBlocks } from '#shared/schema/moments';
import { changedUnderLock } from '../../../renderer/features/editor/arranging';
import { lockedInWayOf } from '../../../renderer/features/history/lockedInWay';
import { draftToEdit, operation, perform, type Operation } from '../../support/randomEdits';

/** The second of three chapters is Kari's alone. */
const lock = (doc: Y.Doc): void =>
  setLock(doc, blockId('h2'), { by: personId('kari'), people: [], reason: '', at: '2027-01-01T10:00:00.000Z' });

function locked(): Y.Doc {
  const doc = draftToEdit();
  lock(doc);
  return doc;
}

/** No hand joins a text into a footnote: what was split off it would go where the footnote goes. */
function joinsIntoNote(doc: Y.Doc, { what, a }: Operation): boolean {
  const blocks = readDraft(doc);
  const at = a % Math.max(1, blocks.length);
  const first = what === 'join' ? blocks[at - 1] : what === 'joinAny' ? blocks[at] : undefined;
  return first?.kind === 'footnote';
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

  it('HI11 Y23 what the window brings back of an earlier text beside a lock, the server leaves as it is', () => {
    let passed = 0;
    /** A footnote is joined into the heading that is locked then; what called it would have it back. */
    const noteIntoLocked: Operation[] = [
      { what: 'insert', a: 10, b: 0, from: 0, to: 0, text: '' },
      { what: 'joinAny', a: 32, b: 97, from: 0, to: 0, text: '' },
      { what: 'type', a: 0, b: 0, from: 0, to: 0, text: '' },
    ];
    fc.assert(
      fc.property(
        fc.array(operation, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.boolean(),
        (operations, which, all) => {
          const doc = draftToEdit();
          const then = textOfBlocks(readDraft(doc));
          for (const one of operations)
            if (!joinsIntoNote(doc, one)) perform(doc, one, countingIds(`n${JSON.stringify(one)}`));
          lock(doc);
          const before = lockedDraft(doc);
          if (before === null) throw new Error('not locked');
          const chapter = new Set(chapterIds(before.blocks, blockId('h2')));
          // Its heading too while that is gone: back again, it would be locked.
          const isLocked = (id: BlockId): boolean => chapter.has(id) || id === blockId('h2');
          const changes = differences(then, textOfBlocks(before.blocks)).filter(
            (change) => change.from !== null && lockedInWayOf(change, then, draftReader(doc), isLocked) === null,
          );
          const change = changes[which % changes.length];
          if (all ? changedUnderLock(before.blocks, then, isLocked) !== null : !change) return;
          const place = change ? formerPlace(then, change.block, (id) => draftReader(doc).block(id) !== null) : null;
          if (all) restoreText(doc, then, countingIds('r'));
          else if (!change?.from) return;
          else if (change.moved) restorePlace(doc, change.block, then);
          else {
            const former = { ...change.from, id: change.block };
            restoreBlock(doc, former, place, countingIds('r'), then, (id) => !isLocked(id));
          }
          passed += 1;
          const after = readDraft(doc);
          expect(keepLocked(doc, before, () => false, countingIds('k'))).toEqual([]);
          expect(readDraft(doc)).toEqual(after);
        },
      ),
      { numRuns: 1000, examples: [[noteIntoLocked, 1, false]] },
    );
    expect(passed).toBeGreaterThan(100);
  });
});
