import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { markersFor, numberBlocks } from '#shared/domain/numbering';

type Row = readonly [kind: BlockKind, level: number | null, marker: string | null];

const blocksOf = (rows: readonly Row[]): readonly Block[] =>
  rows.map(([kind, level, marker], index) => ({
    id: blockId(`b${index}`),
    kind,
    level,
    marker,
    text: 'x',
    origins: [],
    footnoteRefs: [],
  }));

const numbers = (rows: readonly Row[]) => numberBlocks(blocksOf(rows));
const heading = (level: number, marker: string | null = AUTOMATIC): Row => ['heading', level, marker];
const point = (marker: string | null = AUTOMATIC): Row => ['point', null, marker];

describe('numbering', () => {
  it('N1 prints literals as they stand and nothing for no marker', () => {
    expect(numbers([['title', null, null], point('•'), ['paragraph', null, '§ 4'], point(null)])).toEqual([
      null,
      '•',
      '§ 4',
      null,
    ]);
  });

  it('N2 counts headings per level, with the number of the heading above', () => {
    expect(numbers([heading(1), heading(2), heading(2), heading(3), heading(1), heading(2)])).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '2',
      '2.1',
    ]);
  });

  it('N2 counts alone under an unnumbered heading', () => {
    expect(numbers([heading(1), heading(1, null), heading(2), heading(1)])).toEqual(['1', null, '1', '2']);
  });

  it('N2 takes a literal number as prefix', () => {
    expect(numbers([heading(1, 'A'), heading(2), heading(2)])).toEqual(['A', 'A.1', 'A.2']);
  });

  it('N3 starts deeper levels anew, also where a level is skipped', () => {
    expect(numbers([heading(1), heading(3), heading(2), heading(3)])).toEqual(['1', '1.1', '1.1', '1.1.1']);
  });

  it('N4 restarts points after every heading and every lead-in, but not after a paragraph', () => {
    const rows: readonly Row[] = [
      heading(1),
      point(),
      ['paragraph', null, null],
      point(),
      ['leadIn', null, null],
      point(),
      heading(1),
      point(),
    ];
    expect(numbers(rows)).toEqual(['1', '1', null, '2', null, '1', '2', '1']);
  });

  it('N5 goes on from a literal whole number', () => {
    expect(numbers([point('3'), point(), heading(1, '5'), heading(1), heading(2, '6.4'), heading(2)])).toEqual([
      '3',
      '4',
      '5',
      '6',
      '6.4',
      '6.5',
    ]);
  });

  it('N6 leaves the count alone for other literals', () => {
    expect(numbers([point(), point('1b'), point('•'), point()])).toEqual(['1', '1b', '•', '2']);
  });

  it('N7 counts footnotes through the whole text and gives other kinds none', () => {
    const rows: readonly Row[] = [
      ['footnote', null, AUTOMATIC],
      heading(1),
      ['footnote', null, AUTOMATIC],
      ['paragraph', null, AUTOMATIC],
    ];
    expect(numbers(rows)).toEqual(['1', '1', '2', null]);
  });

  it('N8 chooses the automatic marker wherever counting gives the printed number', () => {
    const printed = [
      { kind: 'heading', level: 1, number: '1' },
      { kind: 'point', level: null, number: '1' },
      { kind: 'point', level: null, number: '3' },
      { kind: 'point', level: null, number: '4' },
      { kind: 'point', level: null, number: '•' },
      { kind: 'heading', level: 1, number: null },
    ] as const;
    expect(markersFor(printed)).toEqual([AUTOMATIC, AUTOMATIC, '3', AUTOMATIC, '•', null]);
  });
});
