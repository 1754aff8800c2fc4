import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { lockAgainst, type ChapterLock } from '#shared/domain/chapterLock';
import { createUndo, readDraft, readLocks, replaceText, seedDraft, setLock } from '#shared/schema/draft';
import { madeBlock } from '../../support/revisionGenerator';

const [kari, ola, ida] = [personId('kari'), personId('ola'), personId('ida')];
const lock: ChapterLock = { by: kari, people: [ola], reason: 'Fagutvalget skriver', at: '2027-02-01T10:00:00.000Z' };
const block = (id: string, kind: Block['kind'], level: number | null = null): Block => ({
  ...madeBlock(id, kind, id),
  level,
});
const blocks = [
  block('tittel', 'title'),
  block('innledning', 'paragraph'),
  block('k1', 'heading', 1),
  block('p1', 'point'),
  block('k1.1', 'heading', 2),
  block('p2', 'point'),
  block('k2', 'heading', 1),
  block('p3', 'point'),
];
const heading = blockId('k1');

describe('Locks on chapters', () => {
  it('Y20 a lock holds its chapter with everything under it, against those it does not name', () => {
    const locks = new Map([[heading, lock]]);
    const heldFrom = (person: typeof kari) =>
      blocks.filter((_, index) => lockAgainst(blocks, locks, index, person) !== null).map(({ id }) => id);
    expect(heldFrom(ida)).toEqual(['k1', 'p1', 'k1.1', 'p2']);
    expect(heldFrom(kari)).toEqual([]);
    expect(heldFrom(ola)).toEqual([]);
  });

  it('Y20 a lock is kept by its heading, and taken back as one step', () => {
    const doc = new Y.Doc();
    const undo = createUndo(doc);
    setLock(doc, heading, lock);
    expect(readLocks(doc)).toEqual(new Map([[heading, lock]]));
    expect(readLocks(doc)).toBe(readLocks(doc));
    undo.undo();
    expect(readLocks(doc).size).toBe(0);
  });

  it('Y15 Y20 what a peer writes that is no lock holds nobody out', () => {
    const doc = new Y.Doc();
    setLock(doc, heading, lock);
    setLock(doc, blockId('k2'), { ...lock, by: 7 as never });
    expect([...readLocks(doc).keys()]).toEqual([heading]);
  });

  it('Y20 the documents merge what is written under a lock: no word is lost', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    seedDraft(mine, { title: 'Prøve', period: null, language: 'nb', blocks });
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    setLock(mine, heading, lock);
    replaceText(theirs, blockId('p1'), { start: 2, end: 2 }, ' skrevet frakoblet');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    expect(readDraft(mine).find(({ id }) => id === 'p1')?.text).toBe('p1 skrevet frakoblet');
  });
});
