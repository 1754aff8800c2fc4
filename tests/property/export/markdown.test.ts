import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { numberBlocks } from '#shared/domain/numbering';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { importDocument } from '#shared/import';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const word = fc.constantFrom(
  ...['havna', 'los', 'kai', 'vær', 'fyr', 'čáhci', 'eŋgelas', 'døgn', 'ved', 'og', 'i', 'til', 'båt', '2027', '12,5'],
  ...[
    '*stjerne*',
    '_strek_',
    '`tegn`',
    '[klamme](x)',
    '<vinkel>',
    '&amp;',
    '\\',
    '#',
    '~~nei~~',
    'a|b',
    '!',
    '🙂',
    'a*b',
    '1)',
  ],
);
const words = fc.array(word, { minLength: 2, maxLength: 12 }).map((some) => some.join(' '));
/** Sentences begin with a capital and end with a full stop, as those of programmes do; what does not is healed by `import`, and « | » is a row of a table (SPEC.md, limits). */
const sentence = words.map((some) => `Vi ${some} nå.`);
const chapter = fc
  .record({
    heading: words.map((some) => `# Om ${some}`),
    paragraphs: fc.array(sentence, { minLength: 1, maxLength: 2 }),
    points: fc.array(
      sentence.map((some) => `1. At ${some}`),
      { minLength: 0, maxLength: 4 },
    ),
  })
  .map(({ heading, paragraphs, points }) => [
    heading,
    ...paragraphs,
    ...(points.length === 0 ? [] : [': Forbundet vil arbeide for:', ...points]),
  ]);
const programme = fc
  .array(chapter, { minLength: 1, maxLength: 5 })
  .map((chapters) => ['= Program for havna', ...chapters.flat()]);

function printed(newest: Revision): Uint8Array {
  const output = exportPaper('text', 'md', { ...meeting(), newest });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

describe('E8 Markdown round-trips', () => {
  test('E8 what is printed is read back block by block, whatever signs the text has', () => {
    fc.assert(
      fc.property(programme, (lines) => {
        const revision = revisionOf(lines);
        const read = importDocument({ name: 'program.md', bytes: printed(revision) }, countingIds('m'));
        if (!read.ok) throw new Error(read.failure.code);
        const numbers = numberBlocks(revision.blocks);
        expect(
          read.value.blocks.map(({ block: { kind, level, text }, number }) => ({ kind, level, text, number })),
        ).toEqual(
          revision.blocks.map(({ kind, level, text }, at) => ({ kind, level, text, number: numbers[at] ?? null })),
        );
      }),
      { numRuns: 300, seed: 2027 },
    );
  });
});
