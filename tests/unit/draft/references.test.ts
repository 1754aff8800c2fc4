import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, type BlockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { referencesIn } from '#shared/domain/references';
import {
  createUndo,
  deleteBlocks,
  deleteRange,
  deleteText,
  draftContent,
  draftReader,
  insertBlock,
  insertReference,
  insertText,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  seedDraft,
  setKind,
  splitBlock,
} from '#shared/schema/draft';
import { draftOf } from '../../support/drafts';
import { madeBlock } from '../../support/revisionGenerator';

const id = blockId;

/** Two chapters of two points each: `h1 a b · h2 c d`. */
const draft = (): Y.Doc =>
  draftOf([
    madeBlock('h1', 'heading', 'Helse'),
    madeBlock('a', 'point', 'Dette gjelder se for alle'),
    madeBlock('b', 'point', 'bedre vakt'),
    madeBlock('h2', 'heading', 'Arbeid'),
    madeBlock('c', 'point', 'gode vilkår'),
    madeBlock('d', 'point', 'trygg vakt'),
  ]);

const textOf = (doc: Y.Doc, block: BlockId): string => draftReader(doc).block(block)?.text ?? '';

/** «Dette gjelder se pkt. 2.2 for alle». */
function referring(): Y.Doc {
  const doc = draft();
  insertReference(doc, { block: id('a'), offset: 17 }, id('d'));
  return doc;
}

describe('References', () => {
  it('Y21 reads as the number of its target, and follows it through moves, new points and another kind', () => {
    const doc = draft();
    insertText(doc, id('a'), 16, ' ');
    insertReference(doc, { block: id('a'), offset: 17 }, id('d'));
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se pkt. 2.2 for alle');
    insertBlock(doc, id('h2'), { kind: 'point', text: 'først' }, countingIds('n'));
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se pkt. 2.3 for alle');
    moveBlocks(doc, [id('d')], id('b'));
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se pkt. 1.3 for alle');
    setKind(doc, [id('d')], { kind: 'paragraph' });
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se kap. 1 avsnitt 1 for alle');
    setKind(doc, [id('d')], { kind: 'heading', level: 2 });
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se «trygg vakt» for alle');
  });

  it('Y21 RF4 a heading that refers to itself, or to one that refers back, reads the same whatever is typed, and for everybody', () => {
    const doc = draftOf([
      { ...madeBlock('u', 'heading', 'Forord '), marker: null },
      { ...madeBlock('v', 'heading', 'Etterord '), marker: null },
      madeBlock('h', 'heading', 'Helse'),
    ]);
    insertReference(doc, { block: id('u'), offset: 7 }, id('u'));
    insertReference(doc, { block: id('u'), offset: 0 }, id('v'));
    insertReference(doc, { block: id('v'), offset: 9 }, id('u'));
    insertText(doc, id('u'), 0, 'x');
    insertText(doc, id('v'), 0, 'y');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    for (const text of [doc, other].map((one) => readDraft(one).map((block) => block.text)))
      expect(text).toEqual(['x«yEtterord …»Forord «x…Forord …»', 'yEtterord «x…Forord …»', 'Helse']);
  });

  it('Y21 tells that its target is gone, and comes back with it', () => {
    const doc = referring();
    const undo = createUndo(doc);
    deleteBlocks(doc, [id('d')]);
    expect(textOf(doc, id('a'))).toContain('(slettet punkt)');
    undo.undo();
    expect(textOf(doc, id('a'))).toContain('pkt. 2.2');
    joinWithPrevious(doc, id('d'));
    expect(textOf(doc, id('a'))).toContain('pkt. 2.1');
  });

  it('Y21 is in or out as a whole: what deletes a part of it deletes it, what is typed in it stands after it', () => {
    const doc = referring();
    const start = textOf(doc, id('a')).indexOf('pkt.');
    insertText(doc, id('a'), start + 3, 'X');
    expect(textOf(doc, id('a'))).toContain('pkt. 2.2X');
    deleteText(doc, id('a'), { start: start + 8, end: start + 9 });
    deleteText(doc, id('a'), { start: start + 2, end: start + 4 });
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se for alle');
    const again = referring();
    replaceText(again, id('a'), { start: start + 2, end: start + 4 }, 'kort');
    expect(textOf(again, id('a'))).toBe('Dette gjelder se kortfor alle');
  });

  it('Y21 deleted or replaced by a part of it, it leaves the caret where it stood', () => {
    const place = (offset: number) => ({ block: id('a'), offset });
    for (const [start, end] of [
      [17, 19],
      [18, 24],
      [20, 25],
      [17, 25],
    ] as const) {
      expect(replaceText(referring(), id('a'), { start, end }, 'xy')).toEqual(place(19));
      const doc = referring();
      expect(deleteRange(doc, place(start), place(end))).toEqual(place(17));
      expect(textOf(doc, id('a'))).toBe('Dette gjelder se for alle');
    }
    expect(replaceText(referring(), id('a'), { start: 10, end: 20 }, '')).toEqual(place(10));
    expect(replaceText(referring(), id('a'), { start: 20, end: 20 }, 'xy')).toEqual(place(27));
  });

  it('Y21 goes with its words through a split and a join, and undo brings it back', () => {
    const doc = referring();
    const undo = createUndo(doc);
    const before = readDraft(doc);
    const split = splitBlock(doc, id('a'), 14, countingIds('n'));
    expect(textOf(doc, split?.created ?? id(''))).toBe('se pkt. 2.2for alle');
    joinWithPrevious(doc, split?.created ?? id(''));
    expect(textOf(doc, id('a'))).toBe(before[1]?.text);
    deleteBlocks(doc, [id('a')]);
    undo.undo();
    undo.undo();
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
  });

  it('Y21 is fixed in what is frozen, where it names its target still, and lives again in a draft made of that', () => {
    const doc = referring();
    const { blocks, ...rest } = draftContent(doc, { measure: 60, start: 1, restart: 'never' });
    const text = blocks[1]?.text ?? '';
    expect(referencesIn(blocks[1]?.formats).map(({ start, end, target }) => [text.slice(start, end), target])).toEqual([
      ['pkt. 2.2', 'd'],
    ]);
    const again = new Y.Doc();
    seedDraft(again, { ...rest, blocks });
    expect(readDraft(again)).toEqual(readDraft(doc));
    moveBlocks(again, [id('d')], id('h2'));
    expect(textOf(again, id('a'))).toContain('pkt. 2.1');
  });

  it('Y21 reads alike at every peer, also of those who write and move at once', () => {
    const doc = referring();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(readDraft(other)).toEqual(readDraft(doc));
    moveBlocks(doc, [id('d')], id('h1'));
    insertText(other, id('a'), 0, 'Her: ');
    insertReference(other, { block: id('b'), offset: 0 }, id('a'));
    for (const [from, to] of [
      [doc, other],
      [other, doc],
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    expect(readDraft(other)).toEqual(readDraft(doc));
    expect(textOf(doc, id('a'))).toBe('Her: Dette gjelder se pkt. 1.1for alle');
    expect(textOf(doc, id('b'))).toBe('pkt. 1.2bedre vakt');
  });

  it('Y21 what a peer wrote that can be no reference is not there', () => {
    const doc = draft();
    for (const ref of [7, '', 'to ord', 'x'.repeat(300), '"'])
      (doc.getMap('texts').get('a') as Y.Text).insertEmbed(0, { ref });
    expect(textOf(doc, id('a'))).toBe('Dette gjelder se for alle');
  });
});
