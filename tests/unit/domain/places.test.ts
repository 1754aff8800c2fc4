import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { chaptersOf, subtreeEnd } from '#shared/domain/chapters';
import { describePlace, findBlock, placeOf, type Place } from '#shared/domain/places';

const block = (kind: BlockKind, text: string, marker: string | null = null, level: number | null = null): Block => ({
  id: blockId(text),
  kind,
  level: kind === 'heading' ? (level ?? 1) : null,
  marker,
  text,
  origins: [],
  footnoteRefs: [],
});

const chapter = (text: string, marker: string | null = AUTOMATIC) => block('heading', text, marker);

const numbered: readonly Block[] = [
  block('title', 'Arbeidsprogram'),
  block('paragraph', 'Innledning'),
  chapter('Fag'),
  block('paragraph', 'Første avsnitt'),
  block('paragraph', 'Annet avsnitt'),
  block('leadIn', 'Foreningen vil:'),
  block('point', 'At én', AUTOMATIC),
  block('point', 'At to', AUTOMATIC),
  chapter('Lønn'),
  block('point', 'At tre', AUTOMATIC),
  block('heading', 'Avtaler', AUTOMATIC, 2),
  block('point', 'At fire', AUTOMATIC),
];

const brief = ({ chapter: section, point, paragraph }: Place) => [section, point, paragraph];

describe('chapters', () => {
  it('C1 runs from a heading of level 1 to the next', () => {
    expect(chaptersOf(numbered)).toEqual([
      { heading: 2, ordinal: 1, end: 8 },
      { heading: 8, ordinal: 2, end: 12 },
    ]);
  });

  it('C2 ends a subtree at the next heading of its own or a smaller level', () => {
    expect([
      subtreeEnd(numbered, 2),
      subtreeEnd(numbered, 8),
      subtreeEnd(numbered, 10),
      subtreeEnd(numbered, 6),
    ]).toEqual([8, 12, 12, 7]);
  });
});

describe('places', () => {
  it('P1 names blocks by the nearest numbered heading and the point or paragraph', () => {
    expect(numbered.map((_, index) => brief(placeOf(numbered, index)))).toEqual([
      [null, null, null],
      [null, null, 1],
      ['1', null, null],
      ['1', null, 1],
      ['1', null, 2],
      ['1', '0', null],
      ['1', '1', null],
      ['1', '2', null],
      ['2', null, null],
      ['2', '1', null],
      ['2.1', null, null],
      ['2.1', '1', null],
    ]);
  });

  it('P2 names chapters by ordinal where none has a number, else by the heading', () => {
    const none = [chapter('Fag', null), block('paragraph', 'a'), chapter('Lønn', null), block('paragraph', 'b')];
    expect(placeOf(none, 3).chapter).toBe('2');
    expect(findBlock(none, { chapter: 2, paragraph: 1 })).toBe(3);
    const some = [chapter('Forord', null), block('paragraph', 'a'), chapter('Fag'), block('paragraph', 'b')];
    expect(placeOf(some, 1).chapter).toBe('Forord');
    expect(findBlock(some, { chapter: 1, paragraph: 1 })).toBe(3);
    expect(findBlock(some, { chapter: 'Forord', paragraph: 1 })).toBe(1);
  });

  it('P3 names bullets by ordinal', () => {
    const bullets = [chapter('Fag'), block('point', 'a', '•'), block('point', 'b', '•')];
    expect(placeOf(bullets, 2).point).toBe('2');
    expect(findBlock(bullets, { chapter: 1, point: 2 })).toBe(2);
  });

  it('P4 finds the block before the first point as point 0', () => {
    expect(findBlock(numbered, { chapter: 1, point: 0 })).toBe(5);
    expect(findBlock(numbered, { chapter: '2', point: '0' })).toBe(8);
    const without = [chapter('Fag'), block('paragraph', 'a')];
    expect(findBlock(without, { chapter: 1, point: 0 })).toBe(1);
  });

  it('P5 finds the block that a place names', () => {
    numbered.forEach((_, index) => {
      const { chapter: section, point, paragraph } = placeOf(numbered, index);
      const name = {
        chapter: section,
        ...(point === null ? {} : { point }),
        ...(paragraph === null ? {} : { paragraph }),
      };
      expect(findBlock(numbered, name)).toBe(index);
    });
  });

  it('P5 finds nothing for a name that stands nowhere', () => {
    expect(findBlock(numbered, { chapter: 9 })).toBeNull();
    expect(findBlock(numbered, { chapter: 1, point: 3 })).toBeNull();
    expect(findBlock(numbered, { chapter: 1, paragraph: 3 })).toBeNull();
    expect(findBlock([], { chapter: null })).toBeNull();
  });

  it.each([
    [7, { first: 96, last: 98 }, 'kap. 1 pkt. 2, linje 96–98'],
    [3, { first: 90, last: 90 }, 'kap. 1 avsnitt 1, linje 90'],
    [2, { first: 4, last: 4 }, 'kap. 1 overskrift, linje 4'],
    [5, null, 'kap. 1 innledning til punkter'],
    [0, { first: 1, last: 1 }, 'tittel, linje 1'],
    [1, { first: 2, last: 3 }, 'avsnitt 1, linje 2–3'],
    [11, { first: 12, last: 12 }, 'kap. 2.1 pkt. 1, linje 12'],
  ])('P6 describes block %i in words', (index, span, expected) => {
    expect(describePlace(placeOf(numbered, index), span, 'nb')).toBe(expected);
  });

  it('P6 describes places in English as well', () => {
    expect(describePlace(placeOf(numbered, 7), { first: 96, last: 98 }, 'en')).toBe('ch. 1 item 2, lines 96–98');
  });
});
