import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  afterReversal,
  createUndo,
  deleteBlocks,
  deleteText,
  gesture,
  guardUndo,
  insertText,
  moveBlocks,
  readDraft,
  setFormat,
  setKind,
  splitBlock,
  wordsOfReversal,
} from '#shared/schema/draft';
import { draftOfPoints } from '../../support/drafts';

const [first, second, third] = [blockId('b0'), blockId('b1'), blockId('b2')];

const shown = (blocks: ReturnType<typeof readDraft>): string[] =>
  blocks.map(({ id, kind, text }) => `${id}:${kind}:${text}`);

const steps: readonly (readonly [string, (doc: Y.Doc) => void])[] = [
  ['typed', (doc) => gesture(doc, () => insertText(doc, second, 2, ' mer'))],
  ['deleted', (doc) => deleteBlocks(doc, [second])],
  ['moved', (doc) => moveBlocks(doc, [first], third)],
  ['made another kind', (doc) => setKind(doc, [third], { kind: 'paragraph' })],
];

describe('What undo would do', () => {
  it.each(steps)('Y25 is told, and not done, of what was %s', (_, act) => {
    const doc = draftOfPoints(['en', 'to', 'tre']);
    const undo = createUndo(doc);
    const before = shown(readDraft(doc));
    act(doc);
    const after = shown(readDraft(doc));
    expect(after).not.toEqual(before);
    expect(shown(afterReversal(undo, 'undo'))).toEqual(before);
    expect(shown(afterReversal(undo, 'redo'))).toEqual(after);
    expect(shown(readDraft(doc))).toEqual(after);
    undo.undo();
    expect(shown(readDraft(doc))).toEqual(before);
    expect(shown(afterReversal(undo, 'redo'))).toEqual(after);
    undo.redo();
    expect(shown(readDraft(doc))).toEqual(after);
  });

  it('Y25 in whose words a step writes is known without trying it, and that it may do more', () => {
    const doc = draftOfPoints(['en', 'to', 'tre']);
    const undo = createUndo(doc);
    const written = (direction: 'undo' | 'redo'): readonly string[] | null => {
      const blocks = wordsOfReversal(undo, direction);
      return blocks && [...blocks];
    };
    expect(written('undo')).toEqual([]);
    gesture(doc, () => insertText(doc, second, 2, ' mer'));
    expect(written('undo')).toEqual([second]);
    gesture(doc, () => setFormat(doc, [{ block: third, rangeInText: { start: 0, end: 2 } }], { bold: true }));
    expect(written('undo')).toEqual([third]);
    undo.undo();
    expect([written('undo'), written('redo')]).toEqual([[second], [third]]);
    gesture(doc, () => deleteText(doc, first, { start: 0, end: 1 }));
    expect(written('undo')).toContain(first);
    for (const [, act] of steps.slice(1)) {
      gesture(doc, () => act(doc));
      expect(written('undo')).toBeNull();
    }
    gesture(doc, () => splitBlock(doc, third, 1, countingIds('n')));
    expect(written('undo')).toBeNull();
  });

  it('Y25 what a step does is not known without trying it where others took away what it put in', () => {
    const doc = draftOfPoints(['en', 'to', 'tre']);
    const undo = createUndo(doc);
    gesture(doc, () => insertText(doc, third, 0, 'nummer '));
    gesture(doc, () => insertText(doc, second, 2, 'x'));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    deleteText(other, second, { start: 2, end: 3 });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(wordsOfReversal(undo, 'undo')).toBeNull();
    // It is passed over, and the one before it taken.
    expect(shown(afterReversal(undo, 'undo'))).toEqual(['b0:point:en', 'b1:point:to', 'b2:point:tre']);
  });

  it('Y25 a step that takes away what an earlier undo put anew is told, too', () => {
    const doc = draftOfPoints(['en', 'to']);
    const undo = createUndo(doc);
    gesture(doc, () => insertText(doc, first, 2, 'som'));
    gesture(doc, () => deleteBlocks(doc, [first]));
    undo.undo();
    expect(shown(afterReversal(undo, 'undo'))).toEqual(['b0:point:en', 'b1:point:to']);
    undo.undo();
    expect(shown(readDraft(doc))).toEqual(['b0:point:en', 'b1:point:to']);
  });

  it('Y25 a step that may not be taken stays the next one', () => {
    const doc = draftOfPoints(['en', 'to', 'tre']);
    const undo = createUndo(doc);
    const before = shown(readDraft(doc));
    deleteBlocks(doc, [second]);
    const after = shown(readDraft(doc));
    const end = guardUndo(undo, () => false);
    expect(undo.undo()).toBeNull();
    expect(shown(readDraft(doc))).toEqual(after);
    end();
    undo.undo();
    expect(shown(readDraft(doc))).toEqual(before);
  });
});
