import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { AUTOMATIC, type Block } from '#shared/domain/block';
import { defaultLineSettings } from '#shared/domain/lines';
import {
  anchorAt,
  chapterIds,
  createUndo,
  deleteBlocks,
  deleteRange,
  deleteText,
  draftContent,
  draftReader,
  insertBlock,
  insertText,
  joinBlocks,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  resolveAnchor,
  seedDraft,
  setKind,
  splitBlock,
} from '#shared/schema/draft';

const point = (id: string, text: string): Block => ({
  id: blockId(id),
  kind: 'point',
  level: null,
  marker: AUTOMATIC,
  text,
  origins: [blockId(`o-${id}`)],
  footnoteRefs: [],
});
const heading = (id: string, text: string, level = 1): Block => ({
  ...point(id, text),
  kind: 'heading',
  level,
});

const seeded = (blocks: readonly Block[]): Y.Doc => {
  const doc = new Y.Doc();
  seedDraft(doc, { title: 'Prøveprogram', period: { from: '2024', to: '2026' }, language: 'nb', blocks });
  return doc;
};
const three = (): Y.Doc => seeded([point('a', 'epler'), point('b', 'bær'), point('c', 'plommer')]);
const shown = (doc: Y.Doc): string[] =>
  readDraft(doc).map(({ id, text, rescued }) => `${id}:${text}${rescued ? ' (rescued)' : ''}`);

/** Exchanges everything, and asserts that a reload of the storage reads the same. */
function sync(...docs: Y.Doc[]): void {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  for (const doc of docs) {
    expect(shown(doc)).toEqual(docs[0] && shown(docs[0]));
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(doc));
    expect(readDraft(reloaded)).toEqual(readDraft(doc));
  }
}
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const a = blockId('a');
const b = blockId('b');
const c = blockId('c');

describe('reading', () => {
  it('Y1 what was seeded is read back, footnote marks too', () => {
    const blocks = [
      heading('h', 'Kapittel'),
      { ...point('a', 'med note'), footnoteRefs: [{ number: '1', offset: 3 }] },
      point('b', ''),
    ];
    const doc = seeded(blocks);
    expect(readDraft(doc).map(({ rescued, ...block }) => (expect(rescued).toBe(false), block))).toEqual(blocks);
    const content = draftContent(doc, defaultLineSettings);
    expect(content.blocks.map(({ id }) => id)).toEqual(['h', 'a']);
    expect([content.title, content.period, content.language]).toEqual([
      'Prøveprogram',
      { from: '2024', to: '2026' },
      'nb',
    ]);
  });

  it('Y1 a field that reads the same without being written is not written', () => {
    const doc = seeded([heading('h', 'Kapittel'), { ...point('a', 'epler'), marker: null, origins: [] }]);
    const fieldsOf = (id: string): string[] =>
      Object.keys(doc.getMap<Y.Map<unknown>>('blocks').get(id)?.toJSON() ?? {});
    expect(fieldsOf('h').sort()).toEqual(['kind', 'level', 'marker', 'order', 'origins']);
    expect(fieldsOf('a').sort()).toEqual(['kind', 'order']);
  });

  it('Y2 a change of one text keeps the identity of every other block', () => {
    const doc = three();
    const reader = draftReader(doc);
    const [before, version] = [reader.blocks, reader.version];
    insertText(doc, b, 3, 'plukking');
    expect(reader.blocks[0]).toBe(before[0]);
    expect(reader.blocks[2]).toBe(before[2]);
    expect(reader.blocks[1]?.text).toBe('bærplukking');
    expect(reader.changedSince(version)).toEqual({ order: false, changed: new Set([b]) });
  });
});

describe('splitting and joining', () => {
  it('Y3 a split in the middle divides the text, and a join restores it', () => {
    const doc = three();
    const outcome = splitBlock(doc, a, 2, countingIds('n'));
    expect(outcome).toEqual({ created: 'n1', second: 'n1' });
    expect(shown(doc)).toEqual(['a:ep', 'n1:ler', 'b:bær', 'c:plommer']);
    expect(readDraft(doc)[1]?.origins).toEqual(['o-a']);
    expect(joinWithPrevious(doc, blockId('n1'))).toEqual({ block: a, offset: 2 });
    expect(shown(doc)).toEqual(['a:epler', 'b:bær', 'c:plommer']);
  });

  it('Y3 at the start an empty block comes before, at the end one comes after', () => {
    const doc = three();
    expect(splitBlock(doc, b, 0, countingIds('n'))).toEqual({ created: 'n1', second: b });
    expect(splitBlock(doc, b, 3, countingIds('m'))).toEqual({ created: 'm1', second: 'm1' });
    expect(shown(doc)).toEqual(['a:epler', 'n1:', 'b:bær', 'm1:', 'c:plommer']);
  });

  it('Y4 what is typed meanwhile stays beside its neighbours', () => {
    const one = three();
    const two = copyOf(one);
    splitBlock(one, a, 2, countingIds('n'));
    insertText(two, a, 5, '!');
    insertText(two, a, 1, '_');
    sync(one, two);
    expect(shown(one)).toEqual(['a:e_p', 'n1:ler!', 'b:bær', 'c:plommer']);
  });

  it('Y4 two splits at once are three blocks', () => {
    const one = three();
    const two = copyOf(one);
    splitBlock(one, c, 2, countingIds('n'));
    splitBlock(two, c, 4, countingIds('m'));
    sync(one, two);
    expect(shown(one)).toEqual(['a:epler', 'b:bær', 'c:pl', 'n1:om', 'm1:mer']);
  });

  it('Y5 a join of separate texts shows both, and what is typed at the seam stays with its neighbour', () => {
    const one = three();
    const two = copyOf(one);
    joinBlocks(one, a, b);
    insertText(two, a, 5, 'X');
    insertText(two, b, 3, 'Y');
    insertText(two, b, 0, 'Z');
    sync(one, two);
    expect(shown(one)).toEqual(['a:eplerXZbærY', 'c:plommer']);
    expect(readDraft(one)[0]?.origins).toEqual(['o-a', 'o-b']);
  });

  it('Y5 what was split off a joined text and joined again is as if it had never been, where another split it meanwhile (seed 10 163 634)', () => {
    const one = three();
    joinBlocks(one, a, b);
    const two = copyOf(one);
    const split = splitBlock(one, a, 6, countingIds('n'));
    joinWithPrevious(one, split?.second ?? a);
    insertText(two, a, 6, 'X');
    splitBlock(two, a, 6, countingIds('m'));
    sync(one, two);
    expect(shown(one)).toEqual(['a:eplerb', 'm1:Xær', 'c:plommer']);
  });

  it('Y5 what is joined behind a joined text stays behind its words, where another splits those meanwhile (seed 10 207 155)', () => {
    const one = three();
    joinBlocks(one, a, b);
    const two = copyOf(one);
    joinBlocks(one, a, c);
    splitBlock(two, a, 6, countingIds('m'));
    sync(one, two);
    expect(shown(one)).toEqual(['a:eplerb', 'm1:ærplommer']);
  });

  it('Y5 two joins at once show each text once, also in a circle', () => {
    const one = three();
    const two = copyOf(one);
    moveBlocks(two, [a], b);
    joinBlocks(one, a, b);
    joinBlocks(two, b, a);
    sync(one, two);
    expect(shown(one)).toHaveLength(2);
    expect(shown(one).join().match(/epler/gu)).toHaveLength(1);
    expect(shown(one).join().match(/bær/gu)).toHaveLength(1);
  });

  it('Y6 a split of a joined block takes along what was joined after the place', () => {
    const doc = three();
    joinBlocks(doc, a, b);
    joinBlocks(doc, a, c);
    expect(shown(doc)).toEqual(['a:eplerbærplommer']);
    splitBlock(doc, a, 6, countingIds('n'));
    expect(shown(doc)).toEqual(['a:eplerb', 'n1:ærplommer']);
    splitBlock(doc, blockId('n1'), 2, countingIds('m'));
    expect(shown(doc)).toEqual(['a:eplerb', 'n1:ær', 'm1:plommer']);
    splitBlock(doc, a, 2, countingIds('k'));
    expect(shown(doc)).toEqual(['a:ep', 'k1:lerb', 'n1:ær', 'm1:plommer']);
  });
});

describe('moving', () => {
  it('Y7 a moved block leaves what was split off it where it stands', () => {
    const doc = three();
    splitBlock(doc, a, 2, countingIds('n'));
    moveBlocks(doc, [a], c);
    expect(shown(doc)).toEqual(['n1:ler', 'b:bær', 'c:plommer', 'a:ep']);
    moveBlocks(doc, [a], null);
    expect(shown(doc)).toEqual(['a:ep', 'n1:ler', 'b:bær', 'c:plommer']);
    insertBlock(doc, a, { kind: 'point', text: 'mellom' }, countingIds('m'));
    expect(shown(doc)).toEqual(['a:ep', 'm1:mellom', 'n1:ler', 'b:bær', 'c:plommer']);
  });

  it('Y7 a move and a split at once: what was one block goes together', () => {
    const one = three();
    const two = copyOf(one);
    moveBlocks(one, [a], c);
    splitBlock(two, a, 2, countingIds('n'));
    sync(one, two);
    expect(shown(one)).toEqual(['b:bær', 'c:plommer', 'a:ep', 'n1:ler']);
  });

  it('Y8 a chapter is its heading with everything under it', () => {
    const blocks = [
      heading('h1', 'En'),
      point('a', 'x'),
      heading('h2', 'Under', 2),
      point('b', 'y'),
      heading('h3', 'To'),
    ];
    expect(chapterIds(blocks, blockId('h1'))).toEqual(['h1', 'a', 'h2', 'b']);
    expect(chapterIds(blocks, blockId('h2'))).toEqual(['h2', 'b']);
    expect(chapterIds(blocks, blockId('h3'))).toEqual(['h3']);
    expect(chapterIds(blocks, a)).toEqual(['a']);
    const doc = seeded(blocks);
    moveBlocks(doc, chapterIds(blocks, blockId('h1')), blockId('h3'));
    expect(readDraft(doc).map(({ id }) => id)).toEqual(['h3', 'h1', 'a', 'h2', 'b']);
  });
});

describe('deleting', () => {
  it('Y9 what is typed in a block that another deletes is shown as rescued', () => {
    const one = three();
    const two = copyOf(one);
    deleteBlocks(one, [b]);
    insertText(two, b, 3, 'saft');
    sync(one, two);
    expect(shown(one)).toEqual(['a:epler', 'b:saft (rescued)', 'c:plommer']);
  });

  it('Y9 a block that is named twice is deleted once: what was split off it stays', () => {
    const doc = three();
    splitBlock(doc, c, 2, countingIds('n'));
    deleteBlocks(doc, [c, c]);
    expect(shown(doc)).toEqual(['a:epler', 'b:bær', 'n1:ommer']);
  });

  it('Y9 a deletion over several blocks joins what is left', () => {
    const doc = three();
    expect(deleteRange(doc, { block: c, offset: 2 }, { block: a, offset: 2 })).toEqual({ block: a, offset: 2 });
    expect(shown(doc)).toEqual(['a:epommer']);
  });

  it('Y9 a deletion from the start of a block leaves the last one whole', () => {
    const doc = three();
    expect(deleteRange(doc, { block: a, offset: 0 }, { block: c, offset: 0 })).toEqual({ block: c, offset: 0 });
    expect(shown(doc)).toEqual(['c:plommer']);
  });
});

describe('undo', () => {
  it('Y10 takes back every operation, one at a time', () => {
    const doc = three();
    const undo = createUndo(doc);
    const states = [shown(doc)];
    const steps = [
      () => splitBlock(doc, a, 2, countingIds('n')),
      () => joinBlocks(doc, b, c),
      () => moveBlocks(doc, [blockId('n1')], null),
      () => insertBlock(doc, b, { kind: 'point', text: 'ny' }, countingIds('m')),
      () => deleteRange(doc, { block: a, offset: 1 }, { block: b, offset: 1 }),
      () => deleteBlocks(doc, [a]),
    ];
    for (const step of steps) {
      step();
      states.push(shown(doc));
    }
    for (const state of [...states].reverse().slice(1)) {
      undo.undo();
      expect(shown(doc)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      undo.redo();
      expect(shown(doc)).toEqual(state);
    }
  });

  it('Y10 undoing the creation of a block keeps what others wrote in it', () => {
    const one = three();
    const undo = createUndo(one);
    const id = insertBlock(one, a, { kind: 'point', text: 'min' }, countingIds('n'));
    const two = copyOf(one);
    insertText(two, id, 3, 'din');
    sync(one, two);
    undo.undo();
    sync(one, two);
    expect(shown(one)).toEqual(['a:epler', 'n1:din (rescued)', 'b:bær', 'c:plommer']);
  });

  it('Y10 a join that two undo at once is undone once', () => {
    const one = three();
    splitBlock(one, a, 2, countingIds('n'));
    const two = copyOf(one);
    const undos = [createUndo(one), createUndo(two)];
    joinWithPrevious(one, blockId('n1'));
    joinWithPrevious(two, blockId('n1'));
    sync(one, two);
    for (const undo of undos) undo.undo();
    sync(one, two);
    expect(shown(one)).toEqual(['a:ep', 'n1:ler', 'b:bær', 'c:plommer']);
    joinWithPrevious(one, blockId('n1'));
    expect(shown(one)[0]).toBe('a:epler');
  });
});

describe('editing text and kinds', () => {
  it('Y11 offsets never divide a surrogate pair, and a block stays one line', () => {
    const doc = seeded([point('a', 'x😀y')]);
    insertText(doc, a, 2, 'A\nB');
    expect(shown(doc)).toEqual(['a:xA B😀y']);
    deleteText(doc, a, { start: 0, end: 5 });
    expect(shown(doc)).toEqual(['a:😀y']);
    replaceText(doc, a, { start: 0, end: 99 }, 'ny');
    expect(shown(doc)).toEqual(['a:ny']);
  });

  it('Y12 a block changes kind, with the marker its neighbours have', () => {
    const doc = three();
    setKind(doc, [b], { kind: 'heading', level: 2 });
    expect(readDraft(doc)[1]).toMatchObject({ kind: 'heading', level: 2, marker: null });
    setKind(doc, [b], { kind: 'point' });
    expect(readDraft(doc)[1]).toMatchObject({ kind: 'point', level: null, marker: AUTOMATIC });
  });

  it('Y13 an anchor goes where its words go', () => {
    const doc = three();
    const anchor = anchorAt(doc, a, 4);
    splitBlock(doc, a, 2, countingIds('n'));
    insertText(doc, blockId('n1'), 0, '--');
    expect(resolveAnchor(doc, anchor)).toEqual({ block: 'n1', offset: 4 });
    joinBlocks(doc, b, blockId('n1'));
    expect(resolveAnchor(doc, anchor)).toEqual({ block: 'b', offset: 7 });
    expect(resolveAnchor(doc, { host: 'a', position: { nonsense: [1] } })).toBeNull();
    expect(resolveAnchor(doc, { host: 'a', position: { tname: 'foreign' } })).toBeNull();
    expect([...doc.share.keys()].sort()).toEqual(['blocks', 'meta', 'texts']);
  });
});
