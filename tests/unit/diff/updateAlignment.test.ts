import { alignBlocks, updateAlignment } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { makeProgramme, revise, rollDice, ordinaryRevision, scalePlan } from '../../support/revisionGenerator';
import { expectLawful } from './blocks';

const dice = rollDice(31);
const base = makeProgramme(dice, 2_900);
const { current } = revise(dice, base, scalePlan(ordinaryRevision, 0.1));
const aligned = alignBlocks(base, current);

describe('updateAlignment', () => {
  it('D22 compares only what was typed in, wherever that is', () => {
    current.forEach((block, index) => {
      const typed = current.with(index, { ...block, text: `${block.text} x` });
      const updated = updateAlignment(aligned, base, current, typed, new Set([block.id]));
      expectLawful(updated, base, typed);
      const others = updated.changes.filter((change) => !aligned.changes.includes(change));
      expect(others.map((change) => change.current.includes(index))).toEqual([true]);
    });
  });

  it('D22 is the same as aligning anew for a word in a paragraph', () => {
    const index = current.findIndex(({ kind }) => kind === 'paragraph');
    const typed = current.map((block, at) => (at === index ? { ...block, text: `Nå ${block.text}` } : block));
    const changed = new Set(typed.filter((block, at) => block !== current[at]).map(({ id }) => id));
    expect(updateAlignment(aligned, base, current, typed, changed)).toEqual(alignBlocks(base, typed));
  });

  it('D22 aligns anew where blocks came, went or moved', () => {
    const shorter = current.slice(1);
    expect(updateAlignment(aligned, base, current, shorter, new Set())).toEqual(alignBlocks(base, shorter));
  });

  it('D22 keeps the alignment when nothing was typed', () => {
    expect(updateAlignment(aligned, base, current, [...current], new Set())).toBe(aligned);
  });
});
