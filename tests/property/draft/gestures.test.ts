import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { AUTOMATIC } from '#shared/domain/block';
import {
  afterReversal,
  createUndo,
  deleteRange,
  gesture,
  insertText,
  openGesture,
  readDraft,
  replaceText,
  seedDraft,
  splitBlock,
  wordsOfReversal,
} from '#shared/schema/draft';
import { operation, perform } from '../../support/randomEdits';

function draft(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  seedDraft(doc, {
    title: '',
    period: null,
    language: 'nb',
    blocks: ['Mål', 'epler', 'bær og nøtter', '', 'Midler', 'plommer', 'kirsebær'].map((text, index) => ({
      id: blockId(`b${index}`),
      kind: text.startsWith('M') ? 'heading' : 'point',
      level: text.startsWith('M') ? 1 : null,
      marker: AUTOMATIC,
      text,
      origins: [],
      footnoteRefs: text === 'epler' ? [{ number: '1', offset: 3 }] : [],
    })),
  });
  return doc;
}

const gestures = fc.array(fc.array(operation, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

describe('one gesture, one step', () => {
  it('Y16 each undo takes back exactly one gesture, each redo gives exactly one back', () => {
    fc.assert(
      fc.property(gestures, fc.boolean(), (all, open) => {
        const doc = draft();
        const undo = createUndo(doc);
        const ids = countingIds('n');
        const states = [readDraft(doc)];
        let end = (): void => undefined;
        for (const operations of all) {
          const steps = undo.undoStack.length;
          const [first, ...later] = operations;
          if (open && first) {
            // As a composition: what gives way for it, and what is written until it ends.
            end = openGesture(doc, () => perform(doc, first, ids));
            // Where every block is gone there is nothing to type in: a new block is a gesture of its own.
            for (const one of later) if (one.what === 'type' && readDraft(doc).length > 0) perform(doc, one, ids);
          } else {
            gesture(doc, () => {
              for (const one of operations) perform(doc, one, ids);
            });
          }
          expect(undo.undoStack.length - steps).toBeLessThanOrEqual(1);
          if (!isDeepStrictEqual(readDraft(doc), states.at(-1))) states.push(readDraft(doc));
        }
        end();
        // Nobody sees a gesture that in the end changed nothing; it may be a step or none.
        const step = (turn: () => unknown): void => {
          const before = readDraft(doc);
          while (turn() !== null && isDeepStrictEqual(readDraft(doc), before));
        };
        for (let turn = 0; turn < 2; turn += 1) {
          for (const state of states.slice(0, -1).reverse()) {
            step(() => undo.undo());
            expect(readDraft(doc)).toEqual(state);
          }
          for (const state of states.slice(1)) {
            step(() => undo.redo());
            expect(readDraft(doc)).toEqual(state);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('Y25 what a step is said to do is what it does, whatever was taken back before and others wrote meanwhile', () => {
    const written = fc.record({
      by: fc.constantFrom('me', 'another'),
      operations: fc.array(operation, { minLength: 1, maxLength: 3 }),
    });
    const turns = fc.array(fc.oneof(written, fc.constantFrom('undo' as const, 'redo' as const)), { maxLength: 16 });
    fc.assert(
      fc.property(turns, (all) => {
        const doc = draft();
        const others = new Y.Doc();
        others.clientID = 2;
        const undo = createUndo(doc);
        const ids = countingIds('n');
        for (const turn of all) {
          Y.applyUpdate(others, Y.encodeStateAsUpdate(doc));
          if (turn === 'undo' || turn === 'redo') {
            const before = readDraft(doc);
            const words = wordsOfReversal(undo, turn);
            const told = afterReversal(undo, turn);
            undo[turn]();
            const after = readDraft(doc);
            expect(after).toEqual(told);
            if (words === null) continue;
            expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
            for (const [index, block] of after.entries())
              if (!words.has(block.id)) expect(block).toEqual(before[index]);
          } else {
            const hand = turn.by === 'me' ? doc : others;
            gesture(hand, () => {
              for (const one of turn.operations) perform(hand, one, ids);
            });
            Y.applyUpdate(doc, Y.encodeStateAsUpdate(others));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('Y16 typing before and after a gesture is not taken back with it, and typing without a pause is one step', () => {
    const doc = draft();
    const undo = createUndo(doc);
    const ids = countingIds('n');
    const text = (): string[] => readDraft(doc).map((block) => block.text);
    insertText(doc, blockId('b1'), 5, ' o');
    insertText(doc, blockId('b1'), 7, 'g');
    const before = text();
    gesture(doc, () => {
      const caret = deleteRange(doc, { block: blockId('b1'), offset: 2 }, { block: blockId('b2'), offset: 3 });
      replaceText(doc, caret.block, { start: caret.offset, end: caret.offset }, 'X');
    });
    insertText(doc, blockId('b1'), 3, 'Y');
    expect(text()[1]).toBe('epXY og nøtter');
    undo.undo();
    expect(text()[1]).toBe('epX og nøtter');
    undo.undo();
    expect(text()).toEqual(before);
    undo.undo();
    expect(text()[1]).toBe('epler');
    splitBlock(doc, blockId('b1'), 2, ids);
    undo.undo();
    expect(text()[1]).toBe('epler');
  });
});
