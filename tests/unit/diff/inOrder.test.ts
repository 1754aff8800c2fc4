import { alignBlocks, type BlockChange } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { describe, expect, it } from 'vitest';
import { madeBlock, makeProgramme, makeWord, rollDice } from '../../support/revisionGenerator';
import { expectLawful } from './blocks';

/** A programme in which one point became something else, and perhaps stands somewhere else; and what is told of the two. */
function becoming(seed: number, reword: (words: readonly string[]) => readonly string[], moveBy = 0) {
  const base = makeProgramme(rollDice(seed), 2_900);
  const at = base.findIndex(({ kind, text }, index) => index > 40 && kind === 'point' && text.split(' ').length > 20);
  const current = base.map(({ kind, text }, index): Block =>
    madeBlock(`current-${index}`, kind, index === at ? reword(text.split(' ')).join(' ') : text),
  );
  const to = at + moveBy;
  current.splice(to, 0, ...current.splice(at, 1));
  const alignment = alignBlocks(base, current);
  expectLawful(alignment, base, current);
  const told = (change: BlockChange): string =>
    `${change.moved ? 'moved ' : ''}${change.kind} ${change.base.length}>${change.current.length}`;
  return alignment.changes.filter(({ base: from, current: into }) => from.includes(at) || into.includes(to)).map(told);
}

/** Keeps the first two of every so many words. */
const keepingTwoOf = (many: number, seed: number) => {
  const dice = rollDice(seed);
  return (words: readonly string[]) =>
    words.map((word, at) => (at % many === 1 || at % many === 2 ? word : makeWord(dice)));
};
const allNew = (seed: number) => {
  const dice = rollDice(seed);
  return (words: readonly string[]) => words.map(() => makeWord(dice));
};

describe('what is kept in the same order', () => {
  it.each([1, 2, 3, 4, 5])(
    'D35 seed %i: a point that keeps a third of its words is found in its place, and where it moved',
    (seed) => {
      expect(becoming(seed, keepingTwoOf(6, seed))).toEqual(['reworded 1>1']);
      expect(becoming(seed, keepingTwoOf(6, seed), 25)).toEqual(['moved reworded 1>1']);
    },
  );

  it.each([1, 2, 3, 4, 5])('D35 seed %i: another point in its place is none', (seed) => {
    expect(becoming(seed, allNew(seed)).sort()).toEqual(['deleted 1>0', 'inserted 0>1']);
    expect(becoming(seed, allNew(seed), 25).sort()).toEqual(['deleted 1>0', 'inserted 0>1']);
  });

  it('D36 a heading stays with its chapter, though another chapter now has its name', () => {
    const made = makeProgramme(rollDice(7), 1_500);
    const headings = made.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
    const [first = -1, , third = -1] = headings;
    const named = (blocks: readonly Block[], names: Readonly<Record<number, string>>): readonly Block[] =>
      blocks.map((block, index) => ({ ...block, text: names[index] ?? block.text }));
    const base = named(made, { [first]: 'Havet', [third]: 'Skogen' });
    const current = named(base, { [first]: 'Kyst og fjord', [third]: 'Havet' }).map(({ kind, text }, index) =>
      madeBlock(`current-${index}`, kind, text),
    );
    const { changes } = alignBlocks(base, current);
    expect(
      changes.filter(({ kind }) => kind !== 'unchanged').map(({ kind, moved, base: from }) => [kind, moved, from]),
    ).toEqual([
      ['reworded', false, [first]],
      ['reworded', false, [third]],
    ]);
  });
});
