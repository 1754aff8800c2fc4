import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  createUndo,
  deleteBlocks,
  insertBlock,
  insertNote,
  insertReference,
  insertText,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  restoreBlock,
  restorePlace,
  restoreText,
  setFormat,
  splitBlock,
} from '#shared/schema/draft';
import { differences } from '#shared/schema/differences';
import { lifeOfBlock } from '#shared/schema/blockLife';
import {
  keepChanged,
  keepWhole,
  readMoments,
  textAt,
  textOfBlocks,
  writeMoment,
  type Moment,
} from '#shared/schema/moments';
import { recordHistory } from '../../../renderer/session/historyRecorder';
import { draftOfPoints } from '../../support/drafts';

const [b0, b1, b2] = [blockId('b0'), blockId('b1'), blockId('b2')];
const [kari, ola] = [personId('kari'), personId('ola')];

const draft = (): Y.Doc => draftOfPoints(['epler', 'pærer', 'bær']);

function firstOf(doc: Y.Doc) {
  const [block] = readDraft(doc);
  if (!block) throw new Error('The draft is empty.');
  return block;
}

function formerOf(doc: Y.Doc, id: typeof b0) {
  const block = textOfBlocks(readDraft(doc)).find((one) => one.id === id);
  if (!block) throw new Error(`There is no block ${id}.`);
  return block;
}

const texts = (doc: Y.Doc): readonly string[] => readDraft(doc).map(({ text }) => text);

/** A window that keeps a history; its clock goes on a second at each look. */
let seconds = 0;
function recorded(doc: Y.Doc, comments = new Y.Doc(), person = kari) {
  const undo = createUndo(doc);
  const ids = countingIds(`m-${person}-${seconds}-`);
  const recorder = recordHistory({
    draft: doc,
    comments,
    undo,
    writer: () => person,
    sources: {
      ids,
      clock: { now: () => new Date(Date.UTC(2027, 0, 1) + 1000 * seconds++).toISOString() },
    },
  });
  return { recorder, comments, undo, ids: countingIds('n') };
}

describe('The history of a draft', () => {
  it('HI1 each pause ends a moment: who, when, and the blocks that changed; the first one tells what was there before', () => {
    const doc = draft();
    const { recorder, comments } = recorded(doc);
    insertText(doc, b1, 0, 'gule ');
    recorder.flush();
    recorder.flush();
    const moments = readMoments(comments);
    expect(moments.map(({ person, whole }) => [person, whole])).toEqual([
      [null, true],
      [kari, false],
    ]);
    expect([...(moments[1]?.blocks.keys() ?? [])]).toEqual([b1]);
    expect(textAt(moments, 0).map(({ text }) => text)).toEqual(['epler', 'pærer', 'bær']);
    expect(textAt(moments, 1).map(({ text }) => text)).toEqual(['epler', 'gule pærer', 'bær']);
    recorder.dispose();
  });

  it('HI1 of two windows that begin the history without each other there is one beginning, and nothing of it seems taken back', () => {
    const [a, b] = [draft(), new Y.Doc()];
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    const [karis, olas] = [recorded(a, here, kari), recorded(b, there, ola)];
    insertText(a, b0, 0, 'røde ');
    karis.recorder.flush();
    insertText(b, b1, 0, 'gule ');
    olas.recorder.flush();
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    for (const comments of [here, there]) {
      const moments = readMoments(comments);
      expect(moments.filter(({ person }) => person === null)).toHaveLength(1);
      const life = (block: typeof b0) => lifeOfBlock(moments, block).map(({ people, after }) => [people, after?.text]);
      expect(life(b0)).toEqual([
        [[], 'epler'],
        [[kari], 'røde epler'],
      ]);
      expect(life(b1)).toEqual([
        [[], 'pærer'],
        [[ola], 'gule pærer'],
      ]);
      expect(textAt(moments, moments.length - 1).map(({ text }) => text)).toEqual(['røde epler', 'gule pærer', 'bær']);
    }
    karis.recorder.dispose();
    olas.recorder.dispose();
  });

  it('HI2 what others write is not kept as this window’s; what nobody kept is caught up with, as nobody’s', () => {
    const [doc, comments] = [draft(), new Y.Doc()];
    const first = recorded(doc, comments);
    insertText(doc, b0, 0, 'røde ');
    first.recorder.dispose();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    insertText(other, b2, 0, 'blå');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const second = recorded(doc, comments);
    insertText(doc, b1, 0, 'gule ');
    second.recorder.dispose();
    const life = lifeOfBlock(readMoments(comments), b2).map(({ moment, after }) => [moment.person, after?.text]);
    expect(life).toEqual([
      [null, 'bær'],
      [null, 'blåbær'],
    ]);
    expect(lifeOfBlock(readMoments(comments), b1).map(({ moment }) => moment.person)).toEqual([null, kari]);
  });

  it('HI2 what two write at once is told of both, and takes nothing back in the history', () => {
    const [a, b, comments] = [draft(), new Y.Doc(), new Y.Doc()];
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const [karis, olas] = [recorded(a, comments, kari), recorded(b, comments, ola)];
    const exchange = (): void => {
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    };
    insertText(b, b0, 0, 'røde ');
    exchange();
    insertText(a, b1, 0, 'gule ');
    exchange();
    insertText(b, b1, Infinity, ' og blå');
    exchange();
    karis.recorder.dispose();
    olas.recorder.dispose();
    const moments = readMoments(comments);
    const life = (block: typeof b0) => lifeOfBlock(moments, block).map(({ people, after }) => [people, after?.text]);
    expect(life(b0)).toEqual([
      [[], 'epler'],
      [[ola], 'røde epler'],
    ]);
    expect(life(b1)).toEqual([
      [[], 'pærer'],
      [[kari, ola], 'gule pærer og blå'],
    ]);
    expect(textAt(moments, moments.length - 1).map(({ text }) => text)).toEqual(texts(a));
  });

  it('HI2 whoever gives a text a name did not write it', () => {
    const [doc, other, comments] = [draft(), new Y.Doc(), new Y.Doc()];
    const { recorder } = recorded(doc, comments);
    recorder.nameVersion('Før møtet');
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    insertText(other, b0, 0, 'røde ');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    recorder.nameVersion('Etter møtet');
    const moments = readMoments(comments);
    expect(lifeOfBlock(moments, b0).map(({ people, after }) => [people, after?.text])).toEqual([
      [[], 'epler'],
      [[], 'røde epler'],
    ]);
    expect(moments.flatMap(({ name }) => name ?? [])).toEqual(['Før møtet', 'Etter møtet']);
    recorder.dispose();
  });

  it('HI3 whatever is done, the text of each moment is what it was', () => {
    const step = fc.record({ what: fc.nat(5), a: fc.nat(9), b: fc.nat(9), flush: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const doc = draft();
        const { recorder, comments, undo, ids } = recorded(doc);
        const seen: (readonly string[])[] = [];
        for (const { what, a, b, flush } of steps) {
          const blocks = readDraft(doc);
          const block = blocks[a % Math.max(1, blocks.length)]?.id ?? null;
          if (block === null || what === 0) insertBlock(doc, block, { kind: 'point', text: `nytt ${b}` }, ids);
          else if (what === 1) insertText(doc, block, b, 'x');
          else if (what === 2) splitBlock(doc, block, b, ids);
          else if (what === 3) joinWithPrevious(doc, block);
          else if (what === 4) deleteBlocks(doc, [block]);
          else if (b < 5) undo.undo();
          else moveBlocks(doc, [block], blocks[b % blocks.length]?.id ?? null);
          const before = readMoments(comments).length;
          if (flush) recorder.flush();
          if (readMoments(comments).length > before) seen.push(texts(doc));
        }
        const moments = readMoments(comments);
        const kept = moments.map((_, index) => textAt(moments, index).map(({ text }) => text));
        expect(kept.slice(moments.length === seen.length ? 0 : 1)).toEqual(seen);
        recorder.dispose();
      }),
      { numRuns: 80 },
    );
  });

  it('HI4 the history is bounded: the oldest moments become one, but for versions with a name', () => {
    const comments = new Y.Doc();
    const at = (index: number): string => new Date(Date.UTC(2027, 0, 1) + index * 1000).toISOString();
    const doc = draft();
    for (let index = 0; index <= 3000; index += 1) {
      const kept =
        index === 0 || index === 7
          ? keepWhole(readDraft(doc))
          : keepChanged([b0], null, () => ({ ...firstOf(doc), text: `epler ${index}` }));
      const name = index === 7 ? 'Før møtet' : null;
      writeMoment(comments, { id: `m${index}`, at: at(index), person: kari, name, ...kept });
    }
    const moments = readMoments(comments);
    expect(moments.length).toBe(2503);
    expect(moments.find(({ name }) => name !== null)?.name).toBe('Før møtet');
    expect(textAt(moments, 1).map(({ text }) => text)).toEqual(['epler 499', 'pærer', 'bær']);
    expect(textAt(moments, moments.length - 1)[0]?.text).toBe('epler 3000');
  });

  it('HI5 the differences of two texts tell each block that changed, came or went, where it stands', () => {
    const doc = draft();
    const from = textOfBlocks(readDraft(doc));
    deleteBlocks(doc, [b1]);
    insertText(doc, b2, 0, 'blå');
    expect(
      differences(from, textOfBlocks(readDraft(doc))).map(({ block, from: was, to }) => [block, was?.text, to?.text]),
    ).toEqual([
      [b1, 'pærer', undefined],
      [b2, 'bær', 'blåbær'],
    ]);
  });

  it('HI6 a block gets its former wording back as a new change, which undo takes back', () => {
    const doc = draft();
    const former = formerOf(doc, b1);
    const undo = createUndo(doc);
    insertText(doc, b1, 5, ' og plommer');
    undo.stopCapturing();
    restoreBlock(doc, former, null, countingIds('n'));
    expect(texts(doc)).toEqual(['epler', 'pærer', 'bær']);
    undo.undo();
    expect(texts(doc)).toEqual(['epler', 'pærer og plommer', 'bær']);
  });

  it('HI6 a deleted block comes back as itself where it stood, with what others wrote in it meanwhile kept', () => {
    const doc = draft();
    const former = formerOf(doc, b1);
    deleteBlocks(doc, [b1]);
    expect(restoreBlock(doc, former, b0, countingIds('n'))).toBe(b1);
    expect(texts(doc)).toEqual(['epler', 'pærer', 'bær']);
  });

  it('HI6 a block that was joined into another comes out of it again, as itself', () => {
    const doc = draft();
    const former = textOfBlocks(readDraft(doc)).find(({ id }) => id === b1);
    if (!former) throw new Error('no block');
    const before = texts(doc);
    joinWithPrevious(doc, b1);
    expect(texts(doc)).toHaveLength(before.length - 1);
    expect(restoreBlock(doc, former, b0, countingIds('n'))).toBe(b1);
    expect(texts(doc)).toEqual(before);
  });

  it('HI6 a footnote’s marker stands again where it stood, when the words around it were written anew', () => {
    const doc = draft();
    insertNote(doc, { block: b0, offset: 3 }, { text: 'merk' }, countingIds('f'));
    const [former] = textOfBlocks(readDraft(doc));
    if (!former) throw new Error('no block');
    replaceText(doc, b0, { start: 0, end: 3 }, '');
    replaceText(doc, b0, { start: 0, end: 2 }, '');
    insertText(doc, b0, 0, 'noe annet ');
    restoreBlock(doc, former, null, countingIds('n'));
    expect(textOfBlocks(readDraft(doc))[0]).toEqual(former);
  });

  it('HI13 a half of a split that gets its former wording back takes the words back from the other half, and what was written there stays', () => {
    const whole = 'Vi vil bygge kaier. Vi vil også merke leden i hele landet.';
    const doc = draftOfPoints([whole, 'bær']);
    const undo = createUndo(doc);
    const then = textOfBlocks(readDraft(doc));
    const former = formerOf(doc, b0);
    splitBlock(doc, b0, 19, countingIds('q'));
    const second = readDraft(doc)[1]?.id ?? b0;
    const afterSplit = textOfBlocks(readDraft(doc));
    expect(texts(doc)).toEqual(['Vi vil bygge kaier.', ' Vi vil også merke leden i hele landet.', 'bær']);
    restoreBlock(doc, former, null, countingIds('n'), then);
    expect(texts(doc)).toEqual([whole, 'bær']);
    undo.undo();
    expect(texts(doc)).toEqual(['Vi vil bygge kaier.', ' Vi vil også merke leden i hele landet.', 'bær']);

    insertText(doc, second, 39, ' Og det haster.');
    restoreBlock(doc, former, null, countingIds('n'), then);
    expect(texts(doc)).toEqual([whole, ' Og det haster.', 'bær']);
    undo.undo();
    // The other half, after a join, takes its words back from the first.
    insertText(doc, b1, 0, 'søte ');
    joinWithPrevious(doc, second);
    expect(texts(doc)).toEqual([`${whole} Og det haster.`, 'søte bær']);
    const half = afterSplit.find(({ id }) => id === second);
    if (!half) throw new Error('There is no second half.');
    restoreBlock(doc, half, b0, countingIds('n'), afterSplit);
    expect(texts(doc)).toEqual([
      'Vi vil bygge kaier. Og det haster.',
      ' Vi vil også merke leden i hele landet.',
      'søte bær',
    ]);
  });

  it('HI13 what was not split off from it stays, whatever words it has; so does what may not be changed', () => {
    const doc = draftOfPoints(['Vi vil ikke bygge kaier i nord', 'Vi vil bygge kaier i nord', 'bær']);
    const undo = createUndo(doc);
    const then = textOfBlocks(readDraft(doc));
    const former = formerOf(doc, b0);
    replaceText(doc, b0, { start: 0, end: 30 }, 'Nei');
    insertText(doc, b1, 6, ' ikke');
    insertText(doc, b2, 3, ' og vi vil ikke bygge kaier i nord');
    restoreBlock(doc, former, null, countingIds('n'), then);
    const others = ['Vi vil ikke bygge kaier i nord', 'bær og vi vil ikke bygge kaier i nord'];
    expect(texts(doc)).toEqual(['Vi vil ikke bygge kaier i nord', ...others]);
    undo.stopCapturing();
    splitBlock(doc, b0, 11, countingIds('q'));
    const half = readDraft(doc)[1]?.id;
    restoreBlock(doc, former, null, countingIds('n'), then, (id) => id !== half);
    expect(texts(doc)).toEqual(['Vi vil ikke bygge kaier i nord', ' bygge kaier i nord', ...others]);
  });

  it('HI7 the whole text comes back as one step, whatever was split, joined, moved or deleted since', () => {
    const step = fc.record({ what: fc.nat(4), a: fc.nat(9), b: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const doc = draft();
        const undo = createUndo(doc);
        const ids = countingIds('n');
        const former = textOfBlocks(readDraft(doc));
        for (const { what, a, b } of steps) {
          const blocks = readDraft(doc);
          const block = blocks[a % Math.max(1, blocks.length)]?.id ?? null;
          if (block === null || what === 0) insertBlock(doc, block, { kind: 'heading', text: `nytt ${b}` }, ids);
          else if (what === 1) splitBlock(doc, block, b, ids);
          else if (what === 2) joinWithPrevious(doc, block);
          else if (what === 3) deleteBlocks(doc, [block]);
          else moveBlocks(doc, [block], blocks[b % blocks.length]?.id ?? null);
        }
        const later = readDraft(doc);
        undo.stopCapturing();
        restoreText(doc, former, ids);
        const strip = ({ kind, text }: { kind: string; text: string }) => ({ kind, text });
        expect(readDraft(doc).map(strip)).toEqual(former.map(strip));
        if (steps.length > 0 && JSON.stringify(later.map(strip)) !== JSON.stringify(former.map(strip))) undo.undo();
        expect(readDraft(doc).map(strip)).toEqual(later.map(strip));
      }),
      { numRuns: 120 },
    );
  });

  it('HI8 formats, references and footnotes are kept, told, and come back; a number that another move gave is nobody’s change', () => {
    const doc = draft();
    const comments = new Y.Doc();
    const ids = countingIds('n');
    setFormat(doc, [{ block: b0, rangeInText: { start: 0, end: 5 } }], { bold: true });
    insertNote(doc, { block: b0, offset: 5 }, { text: 'røde' }, ids);
    insertText(doc, b1, 5, ' se ');
    insertReference(doc, { block: b1, offset: 9 }, b2);
    const whole = readDraft(doc);
    writeMoment(comments, { id: 'm1', at: '2027-01-01T10:00:00.000Z', person: kari, name: null, ...keepWhole(whole) });
    const then = textAt(readMoments(comments), 0);
    expect(then).toEqual(textOfBlocks(whole));
    // Only the number of the reference is another one.
    moveBlocks(doc, [b2], null);
    expect(readDraft(doc).find(({ id }) => id === b1)?.text).not.toBe(whole[2]?.text);
    expect(differences(then, textOfBlocks(readDraft(doc))).map(({ block }) => block)).toEqual([b2]);
    const renumbered = keepChanged([b1], null, (id) => readDraft(doc).find((block) => block.id === id) ?? null);
    writeMoment(comments, { id: 'm2', at: '2027-01-01T10:01:00.000Z', person: ola, name: null, ...renumbered });
    expect(lifeOfBlock(readMoments(comments), b1).map(({ people }) => people)).toEqual([[kari]]);
    setFormat(doc, [{ block: b0, rangeInText: { start: 0, end: 5 } }], { bold: false });
    expect(differences(then, textOfBlocks(readDraft(doc))).map(({ block }) => block)).toEqual([b2, b0]);
    const undo = createUndo(doc);
    deleteBlocks(doc, [b0]);
    replaceText(doc, b1, { start: 0, end: 99 }, 'annet');
    undo.stopCapturing();
    const later = readDraft(doc);
    restoreText(doc, then, ids);
    expect(readDraft(doc)).toEqual(whole);
    undo.undo();
    expect(readDraft(doc)).toEqual(later);
    // One block alone brings its footnote along, and a footnote its marker.
    const [first] = then;
    if (first) restoreBlock(doc, first, null, ids, then);
    expect(readDraft(doc).slice(0, 2)).toEqual(whole.slice(0, 2));
  });

  it('HI9 what moved is told as moved, a chapter by its heading, and is moved back as one step', () => {
    const doc = new Y.Doc();
    const ids = countingIds('b');
    for (const [kind, text] of Object.entries({
      A: 'heading',
      a1: 'point',
      a2: 'point',
      B: 'heading',
      b1: 'point',
    }).map(([words, one]) => [one, words] as const))
      insertBlock(
        doc,
        readDraft(doc).at(-1)?.id ?? null,
        { kind: kind as 'heading' | 'point', level: kind === 'heading' ? 1 : null, text },
        ids,
      );
    const then = textOfBlocks(readDraft(doc));
    const idOf = (text: string) => readDraft(doc).find((block) => block.text === text)?.id ?? b0;
    const told = () => differences(then, textOfBlocks(readDraft(doc))).map(({ to, moved }) => [to?.text, moved]);
    insertNote(doc, { block: idOf('a1'), offset: 2 }, { text: 'noten' }, ids);
    const undo = createUndo(doc);
    moveBlocks(doc, [idOf('a1')], idOf('B'));
    expect(told().filter(([text]) => text !== 'noten')).toEqual([['a1', true]]);
    undo.stopCapturing();
    restorePlace(doc, idOf('a1'), then);
    expect(told().filter(([, moved]) => moved)).toEqual([]);
    undo.undo();
    expect(texts(doc)).toEqual(['A', 'a2', 'B', 'a1', 'noten', 'b1']);
    undo.undo();
    moveBlocks(doc, [idOf('B'), idOf('b1')], null);
    expect(told().filter(([, moved]) => moved)).toEqual([['B', true]]);
    restorePlace(doc, idOf('B'), then);
    expect(texts(doc)).toEqual(['A', 'a1', 'noten', 'a2', 'B', 'b1']);
  });

  it('HI10 what another takes away before it was told is in the history, whose it was', () => {
    for (const isTold of [true, false]) {
      const [a, b, comments] = [draft(), new Y.Doc(), new Y.Doc()];
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
      const [karis, olas] = [recorded(a, comments, kari), isTold ? recorded(b, comments, ola) : null];
      const exchange = (): void => {
        Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
        Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
      };
      insertText(a, b0, 0, 'røde ');
      karis.recorder.flush();
      exchange();
      insertText(b, b1, 0, 'gule ');
      exchange();
      const then = textAt(readMoments(comments), 0);
      karis.recorder.catchUp();
      restoreText(a, then, karis.ids);
      exchange();
      karis.recorder.dispose();
      olas?.recorder.dispose();
      expect(texts(b)).toEqual(['epler', 'pærer', 'bær']);
      expect(lifeOfBlock(readMoments(comments), b1).map(({ people, after }) => [people, after?.text])).toEqual([
        [[], 'pærer'],
        [isTold ? [ola] : [], 'gule pærer'],
        [[kari], 'pærer'],
      ]);
    }
  });

  it('HI3 reading is total: what is no moment is passed over', () => {
    const comments = new Y.Doc();
    for (const [key, value] of Object.entries({ a: 7, b: {}, c: { at: 'x', blocks: 'no' } }))
      comments.getMap('moments').set(key, value);
    expect(readMoments(comments)).toEqual([] satisfies Moment[]);
    expect(textAt([], 0)).toEqual([]);
  });
});
