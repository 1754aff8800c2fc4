import { alignBlocks } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { alignmentQuality, type Quality } from '../../support/alignmentQuality';
import {
  heavyRevision,
  madeBlock,
  makeProgramme,
  ordinaryRevision,
  revise,
  rollDice,
  wordsKept,
  type RevisionPlan,
} from '../../support/revisionGenerator';

function qualityOf(seed: number, plan: RevisionPlan): Quality {
  const dice = rollDice(seed);
  const base = makeProgramme(dice, 28_650);
  const revision = revise(dice, base, plan);
  return alignmentQuality(alignBlocks(base, revision.current), revision);
}

describe('alignBlocks against a known truth', () => {
  it.each([101, 102, 103])('D23 seed %i: finds nearly everything when a tenth of the words changed', (seed) => {
    const { moves, splits, joins, blocks } = qualityOf(seed, ordinaryRevision);
    expect(moves.precision).toBeGreaterThanOrEqual(0.99);
    expect(moves.recall).toBeGreaterThanOrEqual(0.99);
    for (const score of [splits, joins]) {
      expect(score.precision).toBeGreaterThanOrEqual(0.95);
      expect(score.recall).toBeGreaterThanOrEqual(0.95);
    }
    expect(blocks).toBeGreaterThanOrEqual(0.995);
  });

  it.each([201, 202, 203])('D23 seed %i: finds what can be told when two fifths of the words changed', (seed) => {
    const { moves, splits, tellableSplits, joins, blocks } = qualityOf(seed, heavyRevision);
    expect(moves.precision).toBeGreaterThanOrEqual(0.99);
    expect(moves.recall).toBeGreaterThanOrEqual(0.99);
    for (const score of [splits, joins]) expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(joins.recall).toBeGreaterThanOrEqual(0.95);
    expect(splits.recall).toBeGreaterThanOrEqual(0.85);
    expect(tellableSplits).toBeGreaterThanOrEqual(0.95);
    expect(blocks).toBeGreaterThanOrEqual(0.995);
  });

  it('D23 seed 204: where nearly all splits are beyond telling, they are counted apart, and none is made up', () => {
    const dice = rollDice(204);
    const base = makeProgramme(dice, 28_650);
    const revision = revise(dice, base, { ...ordinaryRevision, changedWords: 0.85, moves: 0 });
    expect(revision.splitBeyondTelling.size).toBeGreaterThan(10);
    const { splits, tellableSplits } = alignmentQuality(alignBlocks(base, revision.current), revision);
    expect(splits.recall).toBeLessThan(0.5);
    expect(tellableSplits).toBeGreaterThan(splits.recall);
    expect(splits.precision).toBe(1);
  });

  it('D23 a part is beyond telling where it keeps fewer than two words of what it was made of, wherever else they may stand', () => {
    const before = 'At kysten og havet ryddes hver vår.'.split(' ');
    expect(wordsKept(before, before)).toBe(7);
    expect(wordsKept(before, 'At skogen og fjellet vernes hver høst.'.split(' '), 3)).toBe(1);
    expect(wordsKept(before, 'kysten At havet og ryddes – vår.'.split(' '))).toBe(2);
  });

  it('D24 seed 301: keeps apart ten copies of one programme', () => {
    const dice = rollDice(301);
    const one = makeProgramme(dice, 2_865);
    const base = Array.from({ length: 10 }, (_, copy) =>
      one.map(({ kind, text }, index) => madeBlock(`copy-${copy}-${index}`, kind, text)),
    ).flat();
    const revision = revise(dice, base, ordinaryRevision);
    const { splits, joins, blocks } = alignmentQuality(alignBlocks(base, revision.current), revision);
    for (const score of [splits, joins]) {
      expect(score.precision).toBeGreaterThanOrEqual(0.95);
      expect(score.recall).toBeGreaterThanOrEqual(0.9);
    }
    // Of two equal blocks that left, none can tell which one came back elsewhere.
    expect(blocks).toBeGreaterThanOrEqual(0.985);
  });
});
