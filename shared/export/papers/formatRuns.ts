import type { BlockId } from '../../core/ids';
import type { Block } from '../../domain/block';
import { blockOfLink } from '../../domain/blockLink';
import { stretchesOf, type FormatRun, type FormattedText } from '../../domain/formats';
import { isAdded, isStruck, type Run } from '../document';

/** The formats of one side of a marked text. Offsets in UTF-16 units of that side's text, of which the runs begin at `from`. */
export interface SideFormats {
  readonly formats: readonly FormatRun[];
  readonly from: number;
}

/** Where the blocks of a text stand in a paper, by their ids: what a reference leads to. */
export type AnchorsOfBlocks = ReadonlyMap<BlockId, string>;

export const anchorsOf = (blocks: readonly Block[]): AnchorsOfBlocks =>
  new Map(blocks.map(({ id }, index) => [id, `b${index}`]));

const noAnchors: AnchorsOfBlocks = new Map();

/** A reference leads to its block in the paper; in one that does not have that, its words lead nowhere. */
export function asRun({ text, bold, italic, link }: FormattedText, anchors: AnchorsOfBlocks = noAnchors): Run {
  const target = blockOfLink(link);
  const anchor = target === null ? undefined : anchors.get(target);
  return {
    text,
    mark: 'kept',
    ...(bold && { strong: true }),
    ...(italic && { italic: true }),
    ...(link !== null && target === null && { address: link }),
    ...(anchor !== undefined && { refersTo: anchor }),
  };
}

/** Marked text with its formats: what was struck as it was on the one side, all else as it is on the other. The words stay. */
export function withFormats(
  runs: readonly Run[],
  previous: SideFormats,
  current: SideFormats,
  anchors: AnchorsOfBlocks = noAnchors,
): readonly Run[] {
  if (previous.formats.length === 0 && current.formats.length === 0) return runs;
  const at = { previous: previous.from, current: current.from };
  return runs.flatMap((run) => {
    const [{ formats }, start] = isStruck(run.mark) ? [previous, at.previous] : [current, at.current];
    const { length } = run.text;
    if (!isAdded(run.mark)) at.previous += length;
    if (!isStruck(run.mark)) at.current += length;
    const here = formats.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    return stretchesOf(run.text, here, { start: 0, end: length }).map((stretch) => ({
      ...run,
      // What is struck leads nowhere in the new text.
      ...asRun(stretch, isStruck(run.mark) ? noAnchors : anchors),
      mark: run.mark,
    }));
  });
}
