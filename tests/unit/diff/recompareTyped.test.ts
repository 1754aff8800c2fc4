import { alignBlocks, changesByBlock, recompareTyped, type Alignment } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { describe, expect, it } from 'vitest';
import { makeProgramme, revise, rollDice, ordinaryRevision, scalePlan } from '../../support/revisionGenerator';
import { expectLawful } from './blocks';

const dice = rollDice(31);
const base = makeProgramme(dice, 2_900);
const { current } = revise(dice, base, scalePlan(ordinaryRevision, 0.1));
const aligned = alignBlocks(base, current);
const byBlock = changesByBlock(aligned, current.length);

function after(typed: readonly Block[], indices: readonly number[]): Alignment {
  const changes = [...aligned.changes];
  for (const [index, change] of recompareTyped(aligned, byBlock, base, typed, indices)) changes[index] = change;
  return { ...aligned, changes };
}

describe('recompareTyped', () => {
  it('D22 compares only what was typed in, wherever that is', () => {
    current.forEach((block, index) => {
      const typed = current.with(index, { ...block, text: `${block.text} x` });
      const updated = after(typed, [index]);
      expectLawful(updated, base, typed);
      const others = updated.changes.filter((change) => !aligned.changes.includes(change));
      expect(others.map((change) => change.current.includes(index))).toEqual([true]);
    });
  });

  it('D22 is the same as aligning anew for a word in a paragraph', () => {
    const index = current.findIndex(({ kind }) => kind === 'paragraph');
    const typed = current.map((block, at) => (at === index ? { ...block, text: `Nå ${block.text}` } : block));
    expect(after(typed, [index])).toEqual(alignBlocks(base, typed));
  });

  it('D22 tells a change of several typed blocks once, and nothing of a block that is not there', () => {
    const split = aligned.changes.find(({ kind }) => kind === 'split');
    const typed = current.map((block) => ({ ...block, text: `${block.text} x` }));
    expect(recompareTyped(aligned, byBlock, base, typed, split?.current ?? [])).toHaveLength(1);
    expect(recompareTyped(aligned, byBlock, base, typed, [])).toEqual([]);
    expect(recompareTyped(aligned, byBlock, base, typed, [current.length])).toEqual([]);
  });
});
