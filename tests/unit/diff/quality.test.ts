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

  it.each([201, 202, 203])('D23 seed %i: finds most of it when two fifths of the words changed', (seed) => {
    const { moves, splits, joins, blocks } = qualityOf(seed, heavyRevision);
    expect(moves.precision).toBeGreaterThanOrEqual(0.85);
    expect(moves.recall).toBeGreaterThanOrEqual(0.8);
    for (const score of [splits, joins]) {
      expect(score.precision).toBeGreaterThanOrEqual(0.95);
      expect(score.recall).toBeGreaterThanOrEqual(0.75);
    }
    expect(blocks).toBeGreaterThanOrEqual(0.985);
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
