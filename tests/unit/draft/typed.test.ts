import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { defaultLineSettings } from '#shared/domain/lines';
import {
  anchorAt,
  createUndo,
  draftContent,
  hasTyped,
  holdTyped,
  insertText,
  LOCAL,
  onTyped,
  openGesture,
  readDraft,
  replaceText,
  resolveAnchor,
  splitBlock,
  writeTyped,
} from '#shared/schema/draft';
import { draftOfPoints } from '../../support/drafts';

const b0 = blockId('b0');
const textsOf = (doc: Y.Doc): readonly string[] => readDraft(doc).map(({ text }) => text);

/** A page that shows `text` typed at a place, and holds it. */
const type = (doc: Y.Doc, offset: number, text: string): void =>
  holdTyped(doc, () => replaceText(doc, b0, { start: offset, end: offset }, text));

describe('what is typed and not in the draft yet', () => {
  it('Y24 is held until it is asked for, and told of both times', () => {
    const doc = draftOfPoints(['epler']);
    const told: boolean[] = [];
    const stop = onTyped(doc, () => told.push(hasTyped(doc)));
    type(doc, 5, ' og');
    expect(textsOf(doc)).toEqual(['epler']);
    writeTyped(doc);
    expect(textsOf(doc)).toEqual(['epler og']);
    writeTyped(doc);
    expect(told).toEqual([true, false]);
    stop();
    type(doc, 8, '!');
    expect(told).toEqual([true, false]);
  });

  it('Y24 each key is a transaction of its own, in the order they were typed', () => {
    const doc = draftOfPoints(['']);
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    for (const [offset, letter] of ['a', 'b', 'c'].entries()) type(doc, offset, letter);
    writeTyped(doc);
    expect(textsOf(doc)).toEqual(['abc']);
    expect(origins).toEqual([LOCAL, LOCAL, LOCAL]);
  });

  it('Y24 an operation, an anchor and the text to be frozen find it written', () => {
    const doc = draftOfPoints(['epler', 'bær']);
    type(doc, 5, ' og');
    splitBlock(doc, b0, 6, countingIds('ny'));
    expect(textsOf(doc)).toEqual(['epler ', 'og', 'bær']);
    type(doc, 0, 'to ');
    const anchor = anchorAt(doc, b0, 8);
    insertText(doc, b0, 0, '>> ');
    expect(resolveAnchor(doc, anchor)).toEqual({ block: b0, offset: 11 });
    type(doc, 0, 'De ');
    expect(draftContent(doc, defaultLineSettings).blocks[0]?.text).toBe('De >> to epler ');
  });

  it('Y24 undo takes it back first, and a gesture does not take it along', () => {
    const doc = draftOfPoints(['epler']);
    const undo = createUndo(doc);
    type(doc, 5, '!');
    undo.undo();
    expect(textsOf(doc)).toEqual(['epler']);
    type(doc, 0, '1');
    const end = openGesture(doc, () => insertText(doc, b0, 1, '2'));
    type(doc, 2, '3');
    end();
    type(doc, 3, '4');
    writeTyped(doc);
    expect(textsOf(doc)).toEqual(['1234epler']);
    for (const left of ['123epler', '1epler', 'epler']) {
      undo.undo();
      expect(textsOf(doc)).toEqual([left]);
    }
  });

  it('Y24 nobody else’s transaction takes it in', () => {
    const doc = draftOfPoints(['epler']);
    const undo = createUndo(doc);
    type(doc, 5, '!');
    doc.transact(() => insertText(doc, b0, 0, '>> '), 'another');
    expect(hasTyped(doc)).toBe(true);
    writeTyped(doc);
    expect(undo.undoStack).toHaveLength(1);
  });
});
