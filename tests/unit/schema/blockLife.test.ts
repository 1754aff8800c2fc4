import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { blockId, personId, type BlockId, type PersonId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { wordDiff } from '#shared/diff';
import { lifeOfBlock } from '#shared/schema/blockLife';
import {
  deleteBlocks,
  deleteText,
  insertBlock,
  insertText,
  joinWithPrevious,
  readDraft,
  splitBlock,
} from '#shared/schema/draft';
import { keepChanged, keepWhole, type Moment } from '#shared/schema/moments';
import { draftOfPoints } from '../../support/drafts';

const [b0, b1] = [blockId('b0'), blockId('b1')];
const [kari, ola] = [personId('kari'), personId('ola')];

/** A draft with what was done in it, one moment for each. */
function history(points: readonly string[]) {
  const doc = draftOfPoints(points);
  const ids = countingIds('n');
  const moments: Moment[] = [
    { id: 'm0', at: '2027-01-01T10:00:00.000Z', person: null, name: null, ...keepWhole(readDraft(doc)) },
  ];
  const act = (person: PersonId, what: (draft: Y.Doc, newIds: typeof ids) => unknown): void => {
    const before = new Map(readDraft(doc).map((block) => [block.id, block]));
    what(doc, ids);
    const after = new Map(readDraft(doc).map((block) => [block.id, block]));
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (id) => before.get(id)?.text !== after.get(id)?.text,
    );
    const nth = moments.length;
    const kept = keepChanged(changed, [...after.keys()], (id) => after.get(id) ?? null);
    moments.push({ id: `m${nth}`, at: `2027-01-01T10:0${nth}:00.000Z`, person, name: null, ...kept });
  };
  /** Each change in the life of a block: of whom, in which block, and what they put in and took out. */
  const life = (block: BlockId) =>
    lifeOfBlock(moments, block).map(({ people, block: where, before, after, along }) => [
      people[0] ?? 'nobody',
      where,
      wordDiff(along?.before ?? before?.text ?? '', after?.text ?? '')
        .flatMap(([sign, text]) => (sign === '=' ? [] : [`${sign}${text.trim()}`]))
        .join(' '),
    ]);
  const blockOf = (nth: number): BlockId => readDraft(doc)[nth]?.id ?? b0;
  return { act, life, blockOf };
}

describe('Who wrote a block', () => {
  it('HI12 whoever splits a point did not write what comes after, and what they write then is theirs', () => {
    const { act, life, blockOf } = history(['Legene skal ha tid', 'Annet punkt']);
    act(kari, (doc) => insertText(doc, b0, Infinity, ' til hver pasient som kommer'));
    act(ola, (doc, ids) => splitBlock(doc, b0, 'Legene skal ha tid'.length, ids));
    const second = blockOf(1);
    expect(life(second)).toEqual([
      ['nobody', b0, '+Legene skal ha tid'],
      [kari, b0, '+til hver pasient som kommer'],
      [ola, second, ''],
    ]);
    act(ola, (doc) => insertText(doc, second, 0, 'Og'));
    expect(life(second).at(-1)).toEqual([ola, second, '+Og']);
    expect(life(b0)).toEqual([
      ['nobody', b0, '+Legene skal ha tid'],
      [kari, b0, '+til hver pasient som kommer'],
      [ola, b0, '-til hver pasient som kommer'],
    ]);
  });

  it('HI12 whoever splits and writes on within one moment wrote what they wrote', () => {
    const { act, life, blockOf } = history(['Legene skal ha tid til hver pasient']);
    act(ola, (doc, ids) => {
      splitBlock(doc, b0, 'Legene skal ha tid'.length, ids);
      insertText(doc, readDraft(doc)[1]?.id ?? b0, Infinity, ' som kommer');
    });
    expect(life(blockOf(1)).at(-1)).toEqual([ola, blockOf(1), '+som kommer']);
  });

  it('HI12 whoever joins two points wrote neither, and who wrote the second is told', () => {
    const { act, life } = history(['Legene skal ha tid', 'Pasientene']);
    act(kari, (doc) => insertText(doc, b1, Infinity, ' skal bli sett'));
    act(ola, (doc) => joinWithPrevious(doc, b1));
    expect(life(b0)).toEqual([
      ['nobody', b0, '+Legene skal ha tid'],
      ['nobody', b1, '+Pasientene'],
      [kari, b1, '+skal bli sett'],
      [ola, b0, ''],
    ]);
  });

  it('HI12 divided and put together again, each change is told once', () => {
    const { act, life, blockOf } = history(['Legene skal ha tid til hver pasient']);
    act(kari, (doc, ids) => splitBlock(doc, b0, 'Legene skal ha tid'.length, ids));
    const second = blockOf(1);
    act(ola, (doc) => joinWithPrevious(doc, second));
    expect(life(b0)).toEqual([
      ['nobody', b0, '+Legene skal ha tid til hver pasient'],
      [kari, b0, '-til hver pasient'],
      [kari, second, ''],
      [ola, b0, ''],
    ]);
  });

  it('HI12 what is copied, or alike by chance, was written', () => {
    const { act, life, blockOf } = history(['Legene skal ha tid til hver pasient', 'Annet punkt']);
    act(ola, (doc, ids) => insertBlock(doc, b0, { kind: 'point', text: 'Legene skal ha tid til hver pasient' }, ids));
    expect(life(blockOf(1))).toEqual([[ola, blockOf(1), '+Legene skal ha tid til hver pasient']]);
    act(ola, (doc, ids) => {
      deleteBlocks(doc, [b1]);
      insertBlock(doc, b0, { kind: 'point', text: 'Et annet punkt om noe helt nytt' }, ids);
    });
    expect(life(blockOf(1)).at(-1)?.[2]).toBe('+Et annet punkt om noe helt nytt');
    act(kari, (doc) => deleteText(doc, b0, { start: 0, end: 7 }));
    expect(life(b0).at(-1)).toEqual([kari, b0, '-Legene']);
  });
});
