import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { noPlan } from '#shared/domain/chapterPlan';
import { viewComparison } from '../../../renderer/features/compare/comparison';
import { sizeOf } from '../../../renderer/features/compare/changeSize';
import { committeesIn, everything, filterChanges } from '../../../renderer/features/compare/filters';
import { blockOf } from '../export/programmes';

const blocks = (lines: readonly string[]): readonly Block[] => lines.map((line) => blockOf(line, line));
const base = blocks([
  'Forord',
  '# Om fyrene',
  '1. At lyktene tennes hver kveld.',
  '# Om båtene',
  '1. At båtene tjæres om våren.',
]);
const current = [
  ...base.slice(0, 2),
  ...base.slice(2, 3).map((block) => ({ ...block, text: 'At lyktene tennes hver natt.' })),
  ...base.slice(3),
  blockOf('1. At årene henges til tørk i naustet etter hver eneste tur de har vært med på i løpet av sommeren.', 'ny'),
];
const alignment = alignBlocks(base, current);
const comparison = viewComparison(
  base,
  current,
  alignment.changes.map((change) => ({ change, size: sizeOf(change), quiet: [], sentences: [] })),
  true,
);
const planned = (heading: number, responsible: string) =>
  [base[heading]?.id ?? blockId(''), { ...noPlan, responsible }] as const;
const plans = new Map([planned(1, 'Fyrutvalget'), planned(3, 'Båtutvalget')]);
const kinds = (filter: Partial<typeof everything>) =>
  filterChanges(comparison, { ...everything, ...filter }, plans).map(({ kind }) => kind);

describe('the list of changes', () => {
  it('shows everything that is changed', () => {
    expect(kinds({})).toEqual(['reworded', 'inserted']);
  });

  it('is narrowed by kind, chapter and size', () => {
    expect(kinds({ sort: 'inserted' })).toEqual(['inserted']);
    expect(kinds({ sort: 'moved' })).toEqual([]);
    expect(kinds({ chapter: 0 })).toEqual(['reworded']);
    expect(kinds({ chapter: 1 })).toEqual(['inserted']);
    expect(kinds({ chapter: -1 })).toEqual([]);
    expect(kinds({ size: 'small' })).toEqual(['reworded']);
    expect(kinds({ size: 'large' })).toEqual(['inserted']);
  });

  it('is narrowed to what a committee sees to', () => {
    expect(kinds({ committee: 'Fyrutvalget' })).toEqual(['reworded']);
    expect(kinds({ committee: 'Båtutvalget' })).toEqual(['inserted']);
    expect(kinds({ committee: 'Båtutvalget', sort: 'reworded' })).toEqual([]);
    expect(kinds({ committee: 'Havneutvalget' })).toEqual([]);
    expect(committeesIn(plans)).toEqual(['Båtutvalget', 'Fyrutvalget']);
  });

  it('measures a change by the words struck or put in', () => {
    expect(sizeOf({ tokens: [['=', 'ord '.repeat(30)]] })).toBe('small');
    expect(sizeOf({ tokens: [['-', 'en to tre fire']] })).toBe('medium');
    expect(sizeOf({ tokens: [['+', 'ord '.repeat(16)]] })).toBe('large');
  });
});
