import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  callerOf,
  createUndo,
  cutRange,
  deleteBlocks,
  deleteNote,
  deleteRange,
  deleteText,
  draftContent,
  draftReader,
  insertBlocks,
  insertNote,
  insertText,
  joinBlocks,
  moveBlocks,
  readDraft,
  replaceText,
  seedDraft,
  splitBlock,
} from '#shared/schema/draft';
import { numberBlocks } from '#shared/domain/numbering';
import { draftOfPoints } from '../../support/drafts';

const id = blockId;
const shown = (doc: Y.Doc): readonly string[] => {
  const blocks = readDraft(doc);
  const numbers = numberBlocks(blocks);
  return blocks.map(({ kind, text, footnoteRefs }, index) => {
    let marked = '';
    for (let at = 0; at <= text.length; at += 1) {
      for (const { number, offset } of footnoteRefs) if (offset === at) marked += `[${number}]`;
      marked += text[at] ?? '';
    }
    return kind === 'footnote' ? `${numbers[index] ?? ''}) ${marked}` : marked;
  });
};

/** «epler[1] og pærer[2]» with its notes, and «bær[3]» with one. */
function noted(): Y.Doc {
  const doc = draftOfPoints(['epler og pærer', 'bær']);
  const ids = countingIds('n');
  insertNote(doc, { block: id('b1'), offset: 3 }, { text: 'blåbær' }, ids);
  insertNote(doc, { block: id('b0'), offset: 14 }, { text: 'gule' }, ids);
  insertNote(doc, { block: id('b0'), offset: 5 }, { text: 'røde' }, ids);
  return doc;
}

describe('Footnotes in the draft', () => {
  it('Y22 stand after the block that holds their markers, in the order of the markers, and are counted by that', () => {
    expect(shown(noted())).toEqual(['epler[1] og pærer[2]', '1) røde', '2) gule', 'bær[3]', '3) blåbær']);
  });

  it('Y22 go where their markers go: with a move and with a split', () => {
    const doc = noted();
    moveBlocks(doc, [id('b1')], null);
    expect(shown(doc)).toEqual(['bær[1]', '1) blåbær', 'epler[2] og pærer[3]', '2) røde', '3) gule']);
    splitBlock(doc, id('b0'), 8, countingIds('s'));
    expect(shown(doc)).toEqual(['bær[1]', '1) blåbær', 'epler[2] og', '2) røde', ' pærer[3]', '3) gule']);
    moveBlocks(doc, [id('b0')], null);
    expect(shown(doc)).toEqual(['epler[1] og', '1) røde', 'bær[2]', '2) blåbær', ' pærer[3]', '3) gule']);
  });

  it('Y22 go with the words among which their marker stands; the marker at the edge of deleted words stays', () => {
    const doc = noted();
    const undo = createUndo(doc);
    const before = readDraft(doc);
    deleteText(doc, id('b0'), { start: 4, end: 5 });
    expect(shown(doc)[0]).toBe('eple[1] og pærer[2]');
    deleteText(doc, id('b0'), { start: 2, end: 6 });
    expect(shown(doc)).toEqual(['epg pærer[1]', '1) gule', 'bær[2]', '2) blåbær']);
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
  });

  it('Y22 go with their block, and their marker goes with them; one step of undo brings both back', () => {
    const doc = noted();
    const undo = createUndo(doc);
    const before = readDraft(doc);
    deleteBlocks(doc, [id('b0')]);
    expect(shown(doc)).toEqual(['bær[1]', '1) blåbær']);
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
    deleteNote(doc, id('n2'));
    expect(shown(doc)).toEqual(['epler[1] og pærer', '1) røde', 'bær[2]', '2) blåbær']);
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
    deleteBlocks(doc, [id('n3')]);
    expect(shown(doc)[0]).toBe('epler og pærer[1]');
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
  });

  it('Y22 a deletion over several blocks takes the notes of what is deleted, and leaves those of what stays', () => {
    const doc = noted();
    deleteRange(doc, { block: id('b0'), offset: 9 }, { block: id('b1'), offset: 1 });
    expect(shown(doc)).toEqual(['epler[1] og ær[2]', '1) røde', '2) blåbær']);
  });

  it('Y22 the marker after deleted words stays, after words that are cut or all that the block has it goes', () => {
    const [start, end] = [
      { block: id('b1'), offset: 1 },
      { block: id('b1'), offset: 3 },
    ];
    const doc = noted();
    const others = shown(doc).slice(0, 3);
    deleteRange(doc, start, end);
    expect(shown(doc)).toEqual([...others, 'b[3]', '3) blåbær']);
    const cut = noted();
    const undo = createUndo(cut);
    expect(cutRange(cut, end, start)).toEqual(start);
    expect(shown(cut)).toEqual([...others, 'b']);
    undo.undo();
    expect(shown(cut)).toEqual(shown(noted()));
    deleteRange(cut, { block: id('b1'), offset: 0 }, end);
    expect(shown(cut)).toEqual([...others, '']);
  });

  it('Y22 in a joined text, too, the marker at the edge of deleted words stays, and one at the seam within them goes', () => {
    const edge = draftOfPoints(['', 'epler og bær']);
    insertNote(edge, { block: id('b0'), offset: 0 }, { text: 'røde' }, countingIds('n'));
    joinBlocks(edge, id('b0'), id('b1'));
    expect(shown(edge)).toEqual(['[1]epler og bær', '1) røde']);
    deleteText(edge, id('b0'), { start: 0, end: 5 });
    expect(shown(edge)).toEqual(['[1] og bær', '1) røde']);

    const seam = draftOfPoints(['epler', 'og bær']);
    insertNote(seam, { block: id('b1'), offset: 0 }, { text: 'røde' }, countingIds('n'));
    joinBlocks(seam, id('b0'), id('b1'));
    expect(shown(seam)).toEqual(['epler[1]og bær', '1) røde']);
    deleteText(seam, id('b0'), { start: 4, end: 7 });
    expect(shown(seam)).toEqual(['eple bær']);
  });

  it('Y22 a marker that is all that its block has is joined like words', () => {
    const doc = draftOfPoints(['epler', '']);
    const undo = createUndo(doc);
    insertNote(doc, { block: id('b1'), offset: 0 }, { text: 'tom' }, countingIds('n'));
    const before = shown(doc);
    joinBlocks(doc, id('b0'), id('b1'));
    expect(shown(doc)).toEqual(['epler[1]', '1) tom']);
    undo.undo();
    expect(shown(doc)).toEqual(before);
  });

  it('Y22 a note that was joined with the words that call it stays with what is written over its marker', () => {
    const joined = (): Y.Doc => {
      const doc = noted();
      joinBlocks(doc, id('n3'), id('b0'));
      return doc;
    };
    const note = draftReader(joined()).block(id('n3'));
    const marker = note?.footnoteRefs.find((ref) => ref.note === id('n3'))?.offset ?? 0;
    expect(marker).toBeGreaterThan(0);
    const range = { start: marker - 1, end: marker + 1 };
    const over = joined();
    replaceText(over, id('n3'), range, 'XY');
    expect(shown(over).join('\n')).toContain('XY');
    const away = joined();
    deleteRange(away, { block: id('n3'), offset: range.start }, { block: id('n3'), offset: range.end });
    const text = note?.text ?? '';
    expect(draftReader(away).block(id('n3'))?.text).toBe(text.slice(0, range.start) + text.slice(range.end));
  });

  const at = (block: string, offset: number) => ({ block: id(block), offset });
  it.each([
    [
      'within a note keeps its marker and its other words',
      at('b0', 2),
      at('n3', 1),
      ['ep[1]', '1) øde', 'bær[2]', '2) blåbær'],
    ],
    ['before its words', at('b0', 2), at('n3', 0), ['ep[1]', '1) gule', 'bær[2]', '2) blåbær']],
    ['after its words', at('b0', 2), at('n2', 4), ['ep', 'bær[1]', '1) blåbær']],
    ['in a note called before it', at('b0', 12), at('n3', 2), ['epler[1] og pær', '1) de', 'bær[2]', '2) blåbær']],
    ['in the note of another block', at('b0', 2), at('n1', 3), ['ep[1]', '1) bær']],
    ['after all of another block’s note', at('b0', 2), at('n1', 6), ['ep']],
  ])('Y22 a deletion in the text that ends %s', (_where, from, to, left) => {
    const doc = noted();
    const undo = createUndo(doc);
    const before = readDraft(doc);
    expect(deleteRange(doc, from, to)).toEqual(from);
    expect(shown(doc)).toEqual(left);
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
  });

  it.each([
    [
      'a text, which stays apart',
      at('n2', 2),
      at('b1', 1),
      ['epler[1] og pærer[2]', '1) røde', '2) gu', 'ær[3]', '3) blåbær', 'druer'],
    ],
    ['a text of which nothing is left', at('n2', 2), at('x1', 5), ['epler[1] og pærer[2]', '1) røde', '2) gu']],
    [
      'another note of the text',
      at('n3', 2),
      at('n2', 2),
      ['epler[1] og pærer[2]', '1) rø', '2) le', 'bær[3]', '3) blåbær', 'druer'],
    ],
    [
      'another text’s note',
      at('n3', 2),
      at('n1', 3),
      ['epler[1] og pærer[2]', '1) rø', '2) ', '[3]', '3) bær', 'druer'],
    ],
  ])('Y22 a deletion that begins in a note takes words, up to %s', (_where, from, to, left) => {
    const doc = noted();
    insertBlocks(doc, id('n1'), [{ kind: 'point', text: 'druer' }], countingIds('x'));
    const undo = createUndo(doc);
    const before = readDraft(doc);
    expect(deleteRange(doc, to, from)).toEqual(from);
    expect(shown(doc)).toEqual(left);
    undo.undo();
    expect(readDraft(doc)).toEqual(before);
  });

  it('Y22 what is cut with a part of a note takes all of the note along, as the copy has it', () => {
    const doc = noted();
    cutRange(doc, at('b0', 2), at('n3', 1));
    expect(shown(doc)).toEqual(['ep', 'bær[1]', '1) blåbær']);
  });

  it('Y22 what another writes in a note that goes meanwhile is kept', () => {
    const doc = noted();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    deleteNote(doc, id('n3'));
    insertText(other, id('n3'), 4, ' epler');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(readDraft(doc).find((block) => block.id === id('n3'))).toMatchObject({ text: ' epler', rescued: true });
    expect(readDraft(other)).toEqual(readDraft(doc));
  });

  it('Y22 come back from a frozen text, where a number is that of one note only', () => {
    const doc = noted();
    const { blocks, ...rest } = draftContent(doc, { measure: 60, start: 1, restart: 'never' });
    expect(blocks[0]?.footnoteRefs).toEqual([
      { number: '1', offset: 5 },
      { number: '2', offset: 14 },
    ]);
    const again = new Y.Doc();
    seedDraft(again, { ...rest, blocks });
    expect(readDraft(again)).toEqual(readDraft(doc));
  });

  it('Y22 a note tells where its marker is; there are none in notes', () => {
    const doc = noted();
    expect(callerOf(draftReader(doc), id('n2'))).toEqual({ block: 'b0', offset: 14 });
    expect(callerOf(draftReader(doc), id('b0'))).toBeNull();
    expect(insertNote(doc, { block: id('n2'), offset: 0 }, { text: '' }, countingIds('x'))).toBeNull();
  });
});
