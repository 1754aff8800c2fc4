import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice, spliceAfter, spliceBetween } from '#shared/core/textSplice';

const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });

describe('splices', () => {
  it('B2 the splice between two texts makes the one into the other, wherever the caret is said to be', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.nat(14)), (before, after, caret) => {
        const splice = spliceBetween(before, after, caret);
        expect(splice === null ? before : applySplice(before, splice)).toBe(after);
      }),
    );
  });

  it('B4 of two splices at once both insertions are in the result', () => {
    const edit = fc.record({ start: fc.nat(10), length: fc.nat(5) });
    fc.assert(
      fc.property(edit, edit, (first, second) => {
        const base = 'abcdefghij';
        const made = ({ start, length }: { start: number; length: number }, inserted: string) => ({
          start,
          end: Math.min(base.length, start + length),
          inserted,
        });
        const [mine, other] = [made(first, 'MIN'), made(second, 'DIN')];
        const merged = spliceAfter(mine, other).reduce(applySplice, applySplice(base, other));
        expect(merged).toContain('MIN');
        expect(merged).toContain('DIN');
        const kept = Array.from(base).filter((_, at) =>
          [mine, other].every(({ start, end }) => at < start || at >= end),
        );
        expect(Array.from(merged).filter((character) => base.includes(character))).toEqual(kept);
      }),
    );
  });
});
