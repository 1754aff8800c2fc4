import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { blockKinds } from '#shared/domain/block';
import { layoutLines, measureOf } from '#shared/domain/lines';

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ø', ' ', '  ', '-', 'ord', '.', '\u00a0', '\u00ad'), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', ' ', '👩‍👧', 'e\u0301', '🇳🇴', '-', '\u200d'), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const blocks = fc.array(fc.record({ kind: fc.constantFrom(...blockKinds), text }), { maxLength: 8 }).map((rows) =>
  rows.map((row, index) => ({
    ...row,
    id: blockId(`b${index}`),
    level: row.kind === 'heading' ? 1 : null,
    marker: null,
    origins: [],
    footnoteRefs: [],
  })),
);

const segmenter = new Intl.Segmenter('nb', { granularity: 'grapheme' });
const lengthInGraphemes = (line: string): number => Array.from(segmenter.segment(line)).length;

it('L1 the lines of every block are adjacent and cover its text', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 30 }), (input, measure) => {
      const layout = layoutLines(input, { measure, start: 1, restart: 'never' });
      input.forEach((block, index) => {
        const lines = layout[index] ?? [];
        let at = 0;
        for (const { rangeInText } of lines) {
          expect(rangeInText.start).toBe(at);
          expect(rangeInText.end).toBeGreaterThan(at);
          at = rangeInText.end;
        }
        expect(at).toBe(block.text.length);
      });
    }),
  );
});

it('L2 L4 no line is longer than the measure, trailing spaces apart', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 30 }), (input, measure) => {
      const layout = layoutLines(input, { measure, start: 1, restart: 'never' });
      input.forEach((block, index) => {
        for (const { rangeInText } of layout[index] ?? []) {
          const line = block.text
            .slice(rangeInText.start, rangeInText.end)
            .replace(/[\t\n\r \u1680\u2000-\u200a\u205f\u3000]+$/, '');
          expect(lengthInGraphemes(line)).toBeLessThanOrEqual(measureOf(block.kind, measure));
        }
      });
    }),
  );
});

it('L7 L9 the numbers run from the start without a gap', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 5000 }), (input, start) => {
      const numbers = layoutLines(input, { measure: 10, start, restart: 'never' }).flatMap((lines) =>
        lines.map(({ number }) => number),
      );
      expect(numbers).toEqual(numbers.map((_, index) => start + index));
    }),
  );
});
