import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { chaptersOf, subtreeEnd } from '#shared/domain/chapters';
import { gazetteerOf } from '#shared/domain/places';

const kinds: readonly BlockKind[] = ['title', 'heading', 'paragraph', 'leadIn', 'point', 'point', 'footnote', 'other'];
const texts = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      level: fc.integer({ min: 1, max: 3 }),
      marker: fc.constantFrom(AUTOMATIC, AUTOMATIC, null, '•', '7b'),
    }),
    { maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ kind, level, marker }, index): Block => ({
      id: blockId(`b${index}`),
      kind,
      level: kind === 'heading' ? level : null,
      marker: kind === 'heading' || kind === 'point' ? marker : null,
      text: `Tekst ${index}`,
      origins: [],
      footnoteRefs: [],
    })),
  );

it('C1 chapters do not overlap and reach to the end', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const chapters = chaptersOf(blocks);
      chapters.forEach(({ heading, end, ordinal }, at) => {
        expect(ordinal).toBe(at + 1);
        expect(end).toBe(chapters[at + 1]?.heading ?? blocks.length);
        expect(subtreeEnd(blocks, heading)).toBe(end);
      });
    }),
  );
});

it('P5 a point or paragraph is found by its name, or an earlier one of the same name is', () => {
  fc.assert(
    fc.property(texts, (blocks) => {
      const gazetteer = gazetteerOf(blocks);
      blocks.forEach(({ kind }, index) => {
        const { chapter, point, paragraph } = gazetteer.placeOf(index);
        if (kind !== 'point' && paragraph === null) return;
        const found = gazetteer.findBlock(
          paragraph === null ? { chapter, point: point ?? '' } : { chapter, paragraph },
        );
        expect(found).not.toBeNull();
        expect(found).toBeLessThanOrEqual(index);
        expect(gazetteer.placeOf(found ?? -1)).toMatchObject({ chapter, point, paragraph });
      });
    }),
    { numRuns: 300 },
  );
});
