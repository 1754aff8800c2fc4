import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { blockKinds } from '#shared/domain/block';
import { markersFor, numberBlocks } from '#shared/domain/numbering';

const printed = fc.array(
  fc.record({
    kind: fc.constantFrom(...blockKinds),
    level: fc.option(fc.integer({ min: 1, max: 4 })),
    number: fc.option(fc.constantFrom('1', '2', '3', '4', '1.1', '1.2', '2.1', '1.1.1', '7b', '•', 'A', '0', '')),
  }),
  { maxLength: 30 },
);

it('N8 numbering with the chosen markers gives the printed numbers back', () => {
  fc.assert(
    fc.property(printed, (rows) => {
      const markers = markersFor(rows);
      const blocks = rows.map(({ kind, level }, index) => ({
        id: blockId(`b${index}`),
        kind,
        level,
        marker: markers[index] ?? null,
        text: '',
        origins: [],
        footnoteRefs: [],
      }));
      expect(numberBlocks(blocks)).toEqual(rows.map(({ number }) => number));
    }),
    { numRuns: 500 },
  );
});
