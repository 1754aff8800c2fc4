import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { createUndo } from '#shared/schema/draft';
import { readRemarks, remarkKey, remarksByBlock, writeRemark } from '#shared/schema/remarks';

const about = blockId('b1');
const texts = (doc: Y.Doc): readonly string[] => readRemarks(doc).map(({ text }) => text);
const exchange = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('remarks for the synopsis', () => {
  it('are written, changed and emptied', () => {
    const doc = new Y.Doc();
    const key = remarkKey(doc, about);
    writeRemark(doc, key, 'Etter høringen.');
    expect(readRemarks(doc)).toEqual([{ key, about, text: 'Etter høringen.' }]);
    writeRemark(doc, key, 'Etter den andre høringen.');
    expect(texts(doc)).toEqual(['Etter den andre høringen.']);
    writeRemark(doc, key, '');
    expect(readRemarks(doc)).toEqual([]);
  });

  it('of two who begin at once are both kept', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    writeRemark(a, remarkKey(a, about), 'Fra den ene.');
    writeRemark(b, remarkKey(b, about), 'Fra den andre.');
    exchange(a, b);
    expect([...texts(a)].sort()).toEqual(['Fra den andre.', 'Fra den ene.']);
    expect(texts(b)).toEqual(texts(a));
    expect(remarksByBlock(a)['b1']?.split('\n')).toHaveLength(2);
  });

  it('of two who write in the same one merge', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    const key = remarkKey(a, about);
    writeRemark(a, key, 'Midten.');
    exchange(a, b);
    writeRemark(a, key, 'Først. Midten.');
    writeRemark(b, key, 'Midten. Sist.');
    exchange(a, b);
    expect(texts(a)).toEqual(['Først. Midten. Sist.']);
    expect(texts(b)).toEqual(texts(a));
  });

  it('are undone and done again like text', () => {
    const doc = new Y.Doc();
    const undo = createUndo(doc);
    writeRemark(doc, remarkKey(doc, about), 'Etter høringen.');
    undo.undo();
    expect(texts(doc)).toEqual([]);
    undo.redo();
    expect(texts(doc)).toEqual(['Etter høringen.']);
  });

  it('are read whatever a peer has put among them', () => {
    const doc = new Y.Doc();
    const map = doc.getMap('remarks');
    for (const [key, value] of Object.entries({ 'x:b1': 7, '': 'x', 'x:': new Y.Text('tomt'), __proto__: null }))
      map.set(key, value);
    map.set('lang:b1', new Y.Text('ord '.repeat(10_000)));
    const [only, ...rest] = readRemarks(doc);
    expect(rest).toEqual([]);
    expect(only?.text.length).toBe(20_000);
  });
});
