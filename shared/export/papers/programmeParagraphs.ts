import { range, type Range } from '../../core/range';
import { AUTOMATIC, type Block } from '../../domain/block';
import { stretchesOf } from '../../domain/formats';
import { layoutLines, type Line } from '../../domain/lines';
import { numberBlocks } from '../../domain/numbering';
import type { Revision } from '../../domain/revision';
import { type BlockShape, type PrintedLine, type ProgrammeParagraph, type Run } from '../document';
import { anchorsOf, asRun, type AnchorsOfBlocks } from './formatRuns';

/** The shape of every block: `result[i]` belongs to `blocks[i]`. */
export function shapesOf(blocks: readonly Block[]): readonly BlockShape[] {
  const numbers = numberBlocks(blocks);
  return blocks.map((block, index) => ({
    kind: block.kind,
    level: block.level,
    number: numbers[index] ?? null,
    counted: block.marker === AUTOMATIC,
  }));
}

/** A text with its formats, and its footnote markers set in where they belong. Ranges and offsets are in UTF-16 units of the block's text. */
function runsWithReferences(
  { text, footnoteRefs, formats }: Block,
  { start, end }: Range,
  anchors: AnchorsOfBlocks,
): readonly Run[] {
  const words = (from: number, to: number): readonly Run[] =>
    stretchesOf(text, formats, { start: from, end: to }).map((stretch) => asRun(stretch, anchors));
  const runs: Run[] = [];
  let from = start;
  for (const { number, offset } of [...footnoteRefs].sort((a, b) => a.offset - b.offset)) {
    const isHere = start <= offset && (offset < end || (offset === end && end === text.length));
    if (!isHere) continue;
    runs.push(...words(from, offset), { text: number, mark: 'kept', reference: true });
    from = offset;
  }
  return [...runs, ...words(from, end)];
}

const printLines = (block: Block, lines: readonly Line[], anchors: AnchorsOfBlocks): readonly PrintedLine[] =>
  lines.map(({ number, rangeInText }) => ({ number, runs: runsWithReferences(block, rangeInText, anchors) }));

/** A revision's blocks as they read, each with its numbered lines where those are wanted. */
export function programmeParagraphs(revision: Revision, withLines: boolean): readonly ProgrammeParagraph[] {
  const shapes = shapesOf(revision.blocks);
  const anchors = anchorsOf(revision.blocks);
  const layout = withLines ? layoutLines(revision.blocks, revision.lineSettings) : null;
  return revision.blocks.flatMap((block, index) => {
    const shape = shapes[index];
    if (shape === undefined) return [];
    return [
      {
        type: 'programme' as const,
        shape,
        previousShape: null,
        runs: runsWithReferences(block, range(0, block.text.length), anchors),
        end: 'kept' as const,
        lines: layout === null ? null : printLines(block, layout[index] ?? [], anchors),
        anchor: `b${index}`,
        remark: null,
      },
    ];
  });
}
