import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import {
  afterReversal,
  createUndo,
  deleteBlocks,
  gesture,
  guardUndo,
  insertText,
  moveBlocks,
  readDraft,
  setKind,
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
