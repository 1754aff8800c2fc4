import { alignBlocks, lifeOf } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { side } from './blocks';

const sea = 'At kysten skal ryddes for plast hver vår og høst.';
const forest = 'At skogen skal få stå urørt i nasjonalparkene.';
const city = 'At byene skal bygge flere sykkelveier og fortau.';
const school = 'At alle skoler skal ha et bibliotek med en bibliotekar.';

const chain = (...texts: readonly (readonly string[])[]) => {
  const sides = texts.map((one, index) => side(`t${index}`, one));
  return sides.slice(1).map((current, index) => alignBlocks(sides[index] ?? [], current));
};
/** «0:1 → 1:0,1»: the stages of a life, with † where it ended. */
const told = ({ stages, isAlive }: ReturnType<typeof lifeOf>): string =>
  stages.map(({ period, blocks }) => `${period}:${blocks.join()}`).join(' → ') + (isAlive ? '' : ' †');

describe('lifeOf', () => {
  const alignments = chain(
    [sea, forest, city],
    [forest, sea, `${city} ${school}`],
    [forest, sea.replace('hver', 'tidlig'), city, school],
    [sea.replace('hver', 'tidlig'), city, school],
  );

  it('D31 follows a point through a move and a rewording, from whichever period one asks', () => {
    const life = '0:0 → 1:1 → 2:1 → 3:0';
    for (const [period, block] of [
      [0, 0],
      [1, 1],
      [2, 1],
      [3, 0],
    ] as const)
      expect(told(lifeOf(alignments, { period, block }))).toBe(life);
  });

  it('D31 tells how each stage came of the one before', () => {
    const { stages } = lifeOf(alignments, { period: 3, block: 0 });
    expect(stages.map(({ changes }) => changes.map(({ kind }) => kind).join())).toEqual([
      '',
      'unchanged',
      'reworded',
      'unchanged',
    ]);
  });

  it('D31 tells when it was struck', () => {
    expect(told(lifeOf(alignments, { period: 0, block: 1 }))).toBe('0:1 → 1:0 → 2:0 †');
  });

  it('D31 goes to all parts of a split, but not on to what only shares an ancestor', () => {
    expect(told(lifeOf(alignments, { period: 1, block: 2 }))).toBe('0:2 → 1:2 → 2:2,3 → 3:1,2');
    expect(told(lifeOf(alignments, { period: 3, block: 2 }))).toBe('0:2 → 1:2 → 2:3 → 3:2');
  });

  it('D31 a new point begins where it was written', () => {
    const added = chain([sea], [sea, school], [school, sea]);
    expect(told(lifeOf(added, { period: 2, block: 0 }))).toBe('1:1 → 2:0');
  });

  it('D31 is total', () => {
    expect(lifeOf([], { period: 0, block: 0 })).toEqual({ stages: [], isAlive: false });
    expect(lifeOf(alignments, { period: 0, block: 99 })).toEqual({ stages: [], isAlive: false });
    expect(lifeOf(alignments, { period: -3, block: 0 })).toEqual({ stages: [], isAlive: false });
  });
});
