import { describe, expect, it } from 'vitest';
import {
  blockAtHeight,
  drawOverview,
  layoutOverview,
  overviewRows,
  toneOfBand,
  type OverviewPeriod,
} from '#shared/comparison';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { writeOverviewSvg } from '#shared/export';
import { makeProgramme, ordinaryRevision, revise, rollDice, scalePlan } from '../../support/revisionGenerator';
import { blockOf } from '../export/programmes';

const blocks = (lines: readonly string[]): readonly Block[] => lines.map((line) => blockOf(line, line));
const size = { width: 900, height: 600 };

const first = blocks([
  '# Om fyrene',
  '1. At lyktene tennes hver kveld i året.',
  '1. At glasset pusses én gang i uken. At trappene males når malingen flasser.',
  '# Om båtene',
  '1. At hver havn har en redningsskøyte klar.',
  '1. At motorene prøves hver eneste morgen.',
]);

/** The point about the lamps stands in the other chapter. */
const lampsMoved = [0, 2, 3, 4, 5, 1].flatMap((index) => first[index] ?? []);

const draw = (...periods: readonly (readonly Block[])[]) => {
  const named: readonly OverviewPeriod[] = periods.map((own, at) => ({ name: `Periode ${at + 1}`, blocks: own }));
  const alignments = named.slice(1).map((later, at) => alignBlocks(named[at]?.blocks ?? [], later.blocks));
  return { named, alignments, picture: layoutOverview(named, alignments, size) };
};

describe('the picture', () => {
  it('O7 what stays is one band for each chapter', () => {
    const { picture } = draw(first, first);
    expect(picture.bands.map(({ base }) => base)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(picture.ends).toEqual([]);
  });

  it('O5 a split forks: its parts divide the span they come from', () => {
    const parts = blocks(['1. At glasset pusses én gang i uken.', '1. At trappene males når malingen flasser.']);
    const { picture } = draw(first, [...first.slice(0, 2), ...parts, ...first.slice(3)]);
    const fork = picture.bands.filter((band) => toneOfBand(band) === 'divided');
    expect(fork).toHaveLength(2);
    expect(fork[0]?.from.bottom).toBeCloseTo(fork[1]?.from.top ?? 0);
    expect(fork[0]?.from.top).toBeCloseTo(picture.strips[0]?.blocks[2]?.top ?? 0);
    expect(fork[1]?.from.bottom).toBeCloseTo(picture.strips[0]?.blocks[2]?.bottom ?? 0);
  });

  it('O4 what is new starts, what is struck ends', () => {
    const { picture } = draw(first, [...first.slice(0, 5), blockOf('1. At isbryterne ligger klare i oktober.', 'ny')]);
    expect(picture.ends.map(({ kind, blocks: own }) => [kind, own])).toEqual([
      ['deleted', [5]],
      ['inserted', [5]],
    ]);
  });

  it('O6 what moved is told as moved', () => {
    const { picture } = draw(first, lampsMoved);
    expect(
      picture.bands.filter((band) => toneOfBand(band) === 'moved').map(({ base, current }) => [base, current]),
    ).toEqual([[[1], [5]]]);
  });

  it('O3 no periods, one period, empty texts', () => {
    expect(draw().picture.strips).toEqual([]);
    expect(draw([]).picture.strips).toHaveLength(1);
    expect(draw([], first).picture.ends).toHaveLength(2);
    expect(draw(first, [], first).picture.ends).toHaveLength(4);
  });

  it.each([
    [560, 2],
    [560, 3],
    [900, 3],
    [900, 5],
    [640, 8],
  ])('O11 the names of the periods do not touch: %i px, %i periods', (width, count) => {
    const named = Array.from({ length: count }, () => ({
      name: 'Arbeidsprogram for alle havner 2025–2027',
      blocks: first,
    }));
    const alignments = named.slice(1).map(() => alignBlocks(first, first));
    const { names } = drawOverview(named, alignments, { width, height: 600 }, 'nb');
    // A bold letter of 13 px is some 7.4 px wide.
    const spans = names.map(({ x, anchor, text }) => {
      const wide = text.length * 7.4;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
      return { left, right: left + wide };
    });
    expect(spans[0]?.left).toBeGreaterThanOrEqual(0);
    expect(spans.at(-1)?.right).toBeLessThanOrEqual(width);
    for (const [at, span] of spans.slice(1).entries()) expect(span.left).toBeGreaterThan(spans[at]?.right ?? 0);
  });

  it('finds the block at a height, and what it leads to in the last text', () => {
    const { named, alignments, picture } = draw(first, lampsMoved);
    const [strip, last] = drawOverview(named, alignments, size, 'nb').strips;
    if (strip === undefined || last === undefined) throw new Error('no strip');
    for (const [index, { top, bottom }] of (picture.strips[0]?.blocks ?? []).entries())
      expect(blockAtHeight(strip, (top + bottom) / 2)).toBe(index);
    expect(blockAtHeight(strip, -5)).toBe(0);
    expect(blockAtHeight({ tops: new Float64Array() }, 5)).toBeNull();
    expect([...strip.targets]).toEqual([0, 5, 1, 2, 3, 4]);
    expect([...last.targets]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('what was struck leads to where it stood', () => {
    const { named, alignments } = draw(first, first.slice(0, 5));
    expect([...(drawOverview(named, alignments, size, 'nb').strips[0]?.targets ?? [])]).toEqual([0, 1, 2, 3, 4, 4]);
    const without = draw(first, [...first.slice(0, 1), ...first.slice(2)]);
    expect(drawOverview(without.named, without.alignments, size, 'nb').strips[0]?.targets[1]).toBe(1);
  });

  it('what is drawn can be told apart by its name and its key', () => {
    const { named, alignments } = draw(first, lampsMoved);
    const { shapes } = drawOverview(named, alignments, size, 'nb');
    expect(shapes.find(({ tone }) => tone === 'moved')).toMatchObject({
      name: 'kap. 1 pkt. 1 → flyttet → kap. 2 pkt. 3',
      target: 5,
    });
    expect(new Set(shapes.map(({ key }) => key)).size).toBe(shapes.length);
  });

  it('O10 a picture of a text of 60 000 words has no more shapes than can be drawn, and every block is in it', () => {
    const dice = rollDice(7);
    const base = makeProgramme(dice, 60_000);
    const { current } = revise(dice, base, scalePlan(ordinaryRevision, 2));
    const { named, alignments, picture } = draw(base, current);
    expect(picture.bands.length + picture.ends.length).toBeLessThanOrEqual(1_200);
    const drawn = [
      ...picture.bands.flatMap((band) => band.base),
      ...picture.ends.filter(({ kind }) => kind === 'deleted').flatMap((end) => end.blocks),
    ];
    expect(new Set(drawn).size).toBe(base.length);
    expect(picture.bands.reduce((sum, { together }) => sum + together, 0)).toBeGreaterThan(1_200);
    const { shapes } = drawOverview(named, alignments, size, 'nb');
    expect(shapes.some(({ name }) => /omskrevet \(\d+\)/u.test(name))).toBe(true);
    expect(new Set(shapes.map(({ key }) => key)).size).toBe(shapes.length);
  });

  it('O9 the table tells place, fate and place', () => {
    const { named, alignments } = draw(first, lampsMoved);
    expect(
      overviewRows(named, alignments, 'nb')[0]?.rows.map(({ before, fate, now }) => `${before}: ${fate}: ${now}`),
    ).toEqual(['kap. 1 pkt. 1: flyttet: kap. 2 pkt. 3']);
  });

  it('O8 the file holds no script, and no text becomes mark-up', () => {
    const { picture } = draw(blocks(['# <script>alert(1)</script>', '1. & "hei"']), first);
    const svg = writeOverviewSvg(picture, { language: 'nb', title: 'Oversikt <x>', scheme: 'screen' });
    expect(svg).toBe(writeOverviewSvg(picture, { language: 'nb', title: 'Oversikt <x>', scheme: 'screen' }));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toMatch(/^<svg /u);
  });
});
