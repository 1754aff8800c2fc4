import { describe, expect, it } from 'vitest';
import { applySplice, offsetAfter, spliceAfter, spliceBetween } from '#shared/core/textSplice';

describe('splices', () => {
  it('B2 the caret tells which of several equal letters was typed', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ start: 0, end: 0, inserted: 'a' });
    expect(spliceBetween('aa', 'aaa', 2)).toEqual({ start: 1, end: 1, inserted: 'a' });
    expect(spliceBetween('aa', 'aaa', 3)).toEqual({ start: 2, end: 2, inserted: 'a' });
    expect(spliceBetween('aaa', 'aa', 1)).toEqual({ start: 1, end: 2, inserted: '' });
    expect(spliceBetween('likt', 'likt', 2)).toBeNull();
  });

  it('B3 a caret stays before what others insert at it', () => {
    const splice = { start: 2, end: 4, inserted: 'xyz' };
    expect([0, 2, 3, 4, 6].map((offset) => offsetAfter(offset, splice))).toEqual([0, 2, 2, 5, 7]);
  });

  it('B4 what another wrote within replaced words is kept', () => {
    const typed = { start: 0, end: 6, inserted: 'ny' };
    const other = { start: 3, end: 3, inserted: 'ANNEN' };
    const merged = spliceAfter(typed, other).reduce(applySplice, applySplice('gammel', other));
    expect(merged).toBe('nyANNEN');
  });
});
