import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { mayWriteUnder } from '#shared/domain/chapterLock';
import {
  createUndo,
  deleteBlocks,
  gesture,
  insertBlock,
  insertNote,
  insertReference,
  insertText,
  joinWithPrevious,
  keepLocked,
  leaveReturned,
  lockedDraft,
  moveBlocks,
  readDraft,
  readLocks,
  replaceText,
  setFormat,
  setKind,
  setLock,
  splitBlock,
} from '#shared/schema/draft';
import { KEPT } from '#shared/schema/draft/lockKeeping';
import { draftOf } from '../../support/drafts';
import { madeBlock } from '../../support/revisionGenerator';

const [kari, ola] = [personId('kari'), personId('ola')];
const id = blockId;

/** `h1 a b` locked by Kari, `h2 c d` open. */
function locked(): Y.Doc {
  const doc = draftOf([
    madeBlock('h1', 'heading', 'Helse'),
    madeBlock('a', 'point', 'bedre vakt for alle'),
    madeBlock('b', 'point', 'kortere køer'),
    madeBlock('h2', 'heading', 'Arbeid'),
    madeBlock('c', 'point', 'gode vilkår'),
    madeBlock('d', 'point', 'trygg vakt'),
  ]);
  setLock(doc, id('h1'), { by: kari, people: [], reason: '', at: '2027-01-01T10:00:00.000Z' });
  return doc;
}

/** What Ola does in his own copy arrives as one update, and is settled as the server settles it. */
function arrive(doc: Y.Doc, act: (his: Y.Doc) => void, person = ola): readonly { heading: string; text: string }[] {
  const his = new Y.Doc();
  Y.applyUpdate(his, Y.encodeStateAsUpdate(doc));
  act(his);
  const before = lockedDraft(doc);
  if (before === null) throw new Error('not locked');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(his, Y.encodeStateVector(doc)));
  const refused = keepLocked(doc, before, (lock) => mayWriteUnder(lock, person), countingIds('k'));
  Y.applyUpdate(his, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(his)));
  expect(readDraft(his)).toEqual(readDraft(doc));
  return refused;
}

const lines = (doc: Y.Doc): readonly string[] =>
  readDraft(doc).map(
    ({ kind, text, footnoteRefs }) => `${kind}:${text}${footnoteRefs.map(({ number }) => `[${number}]`).join('')}`,
  );
const before = lines(locked());

describe('A locked chapter', () => {
  it('Y23 has its words back, and the writer theirs; what was written elsewhere at once stays', () => {
    const doc = locked();
    const refused = arrive(doc, (his) => {
      insertText(his, id('a'), 0, 'MYE ');
      insertText(his, id('c'), 0, 'svært ');
    });
    expect(lines(doc)).toEqual([...before.slice(0, 4), 'point:svært gode vilkår', ...before.slice(5)]);
    expect(refused).toEqual([{ heading: 'h1', block: 'a', text: 'MYE ' }]);
  });

  it.each<readonly [string, (his: Y.Doc) => void]>([
    ['deleted words', (his) => replaceText(his, id('a'), { start: 0, end: 6 }, '')],
    ['a deleted block', (his) => deleteBlocks(his, [id('a')])],
    ['the whole chapter deleted', (his) => deleteBlocks(his, [id('h1'), id('a'), id('b')])],
    ['a move within', (his) => moveBlocks(his, [id('b')], id('h1'))],
    ['a move out of it', (his) => moveBlocks(his, [id('a')], id('d'))],
    ['another kind', (his) => setKind(his, [id('a'), id('h1')], { kind: 'paragraph' })],
    ['bold', (his) => setFormat(his, [{ block: id('a'), rangeInText: { start: 0, end: 5 } }], { bold: true })],
    ['a join', (his) => joinWithPrevious(his, id('b'))],
    ['a split', (his) => splitBlock(his, id('a'), 6, countingIds('s'))],
    ['a new block', (his) => insertBlock(his, id('a'), { kind: 'point', text: 'nytt' }, countingIds('s'))],
    ['a footnote', (his) => insertNote(his, { block: id('a'), offset: 5 }, { text: 'merk' }, countingIds('s'))],
    [
      'its heading moved to its end, and a new block under it',
      (his) => {
        moveBlocks(his, [id('h1')], id('b'));
        insertBlock(his, id('h1'), { kind: 'point', text: 'ny' }, countingIds('s'));
      },
    ],
    ['a new heading within', (his) => insertBlock(his, id('a'), { kind: 'heading', text: 'Ny' }, countingIds('s'))],
    [
      'a new heading within, and a block under it',
      (his) => {
        const ids = countingIds('s');
        const added = insertBlock(his, id('h1'), { kind: 'heading', text: 'Ny' }, ids);
        insertBlock(his, added, { kind: 'point', text: 'ny' }, ids);
      },
    ],
    ['a block of it made a heading', (his) => setKind(his, [id('a')], { kind: 'heading', level: 1 })],
    ['another heading moved into it', (his) => moveBlocks(his, [id('h2')], id('a'))],
    ['its lock opened', (his) => setLock(his, id('h1'), null)],
    ['its lock taken over', (his) => setLock(his, id('h1'), { by: ola, people: [], reason: '', at: '2027' })],
  ])('Y23 is brought back after %s', (_, act) => {
    const doc = locked();
    arrive(doc, act);
    expect(lines(doc)).toEqual(before);
    expect(readLocks(doc).get(id('h1'))?.by).toBe(kari);
  });

  /** Cuts the first word in two; yields the second half. */
  const cut = (his: Y.Doc) => splitBlock(his, id('a'), 3, countingIds('s'))?.second ?? id('a');

  it.each<readonly [string, (his: Y.Doc) => void, readonly unknown[]]>([
    ['nothing of a word cut in two', (his) => void cut(his), [{ heading: 'h1', block: 'a', text: '' }]],
    [
      'nothing where words were only taken away',
      (his) => replaceText(his, id('a'), { start: 3, end: 8 }, ''),
      [{ heading: 'h1', block: 'a', text: '' }],
    ],
    [
      'what was written at the cut, to the letter',
      (his) => insertText(his, cut(his), 0, 'Nytt '),
      [{ heading: 'h1', block: 'a', text: 'Nytt ' }],
    ],
    [
      'both halves where both were written in, and nothing twice',
      (his) => {
        const second = cut(his);
        insertText(his, id('a'), 0, 'Aller ');
        insertText(his, second, Infinity, ' nå');
      },
      [
        { heading: 'h1', block: 'a', text: 'Aller bed' },
        { heading: 'h1', block: 's1', text: 're vakt for alle nå' },
      ],
    ],
  ])('Y23 of a split that was not taken in tells %s', (_, change, expected) => {
    const doc = locked();
    expect(arrive(doc, change)).toEqual(expected);
    expect(lines(doc)).toEqual(before);
  });

  it('Y25 words that are back do not come back once more when whoever took them away undoes it, and what else the step did is undone', () => {
    const doc = locked();
    const his = new Y.Doc();
    Y.applyUpdate(his, Y.encodeStateAsUpdate(doc));
    const undo = createUndo(his);
    gesture(his, () => {
      for (const block of [id('a'), id('d')])
        replaceText(
          his,
          block,
          {
            start:
              readDraft(his)
                .find((one) => one.id === block)
                ?.text.indexOf('vakt') ?? 0,
            end: 10,
          },
          'tur',
        );
      deleteBlocks(his, [id('b')]);
    });
    const kept = lockedDraft(doc);
    if (kept === null) throw new Error('not locked');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(his, Y.encodeStateVector(doc)));
    const refused = keepLocked(doc, kept, () => false, countingIds('k'));
    leaveReturned(
      undo,
      refused.map(({ block }) => block),
    );
    Y.applyUpdate(his, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(his)));
    setLock(his, id('h1'), null);
    undo.undo();
    undo.undo();
    expect(lines(his)).toEqual(before);
  });

  it('Y23 tells of nothing, and writes nothing, where only the number of what it refers to has changed', () => {
    const doc = locked();
    insertReference(doc, { block: id('a'), offset: 0 }, id('d'));
    const words = readDraft(doc)[1]?.text ?? '';
    const renumber = (his: Y.Doc): void => {
      insertBlock(his, id('c'), { kind: 'point', text: 'ny' }, countingIds('s'));
    };
    let writes = 0;
    doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
      if (origin === KEPT) writes += changed.size;
    });
    expect(arrive(doc, renumber)).toEqual([]);
    expect(writes).toBe(0);
    expect(readDraft(doc)[1]?.text).not.toBe(words);
    // Nor is the number told with words that were not taken in.
    const refused = arrive(doc, (his) => {
      renumber(his);
      insertText(his, id('a'), words.length, ' NÅ');
    });
    expect(refused).toEqual([{ heading: 'h1', block: 'a', text: ' NÅ' }]);
  });

  it('Y23 is written in by those who may', () => {
    const doc = locked();
    expect(arrive(doc, (his) => insertText(his, id('a'), 0, 'mye '), kari)).toEqual([]);
    expect(lines(doc)[1]).toBe('point:mye bedre vakt for alle');
  });

  it('Y23 says after anything whatever what it said before, and every other block what the writer made of it', () => {
    const step = fc.record({ what: fc.nat(8), block: fc.nat(9), at: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const doc = locked();
        const ids = countingIds('s');
        arrive(doc, (his) => {
          for (const { what, block, at } of steps) {
            const blocks = readDraft(his);
            const one = blocks[block % Math.max(1, blocks.length)];
            if (one === undefined) continue;
            if (what === 0) insertText(his, one.id, at, 'X');
            else if (what === 1) replaceText(his, one.id, { start: at, end: at + 3 }, '');
            else if (what === 2) splitBlock(his, one.id, at, ids);
            else if (what === 3) moveBlocks(his, [one.id], blocks[at % blocks.length]?.id ?? null);
            else if (what === 4) deleteBlocks(his, [one.id]);
            else if (what === 5) insertBlock(his, one.id, { kind: 'point', text: 'ny' }, ids);
            else if (what === 6) insertBlock(his, one.id, { kind: 'heading', text: 'Ny' }, ids);
            else if (what === 7) setKind(his, [one.id], { kind: 'heading', level: 1 + (at % 2) });
            else setKind(his, [one.id], { kind: at % 2 === 0 ? 'point' : 'paragraph' });
          }
        });
        const after = lines(doc);
        const start = after.indexOf('heading:Helse');
        expect(after.slice(start, start + 3)).toEqual(before.slice(0, 3));
        expect(after.filter((line) => line === 'point:bedre vakt for alle')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});
