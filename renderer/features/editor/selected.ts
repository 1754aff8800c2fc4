import type { BlockId } from '#shared/core/ids';
import type { Caret, DraftBlock, DraftReader, TextPlace } from '#shared/schema/draft';
import type { ModelSelection } from './selection';

/** The selection from first to last, in reading order. */
export function ordered(
  reader: DraftReader,
  { anchor, focus }: ModelSelection,
): { readonly from: Caret; readonly to: Caret } {
  const [a, b] = [reader.indexOf(anchor.block) ?? 0, reader.indexOf(focus.block) ?? 0];
  return a < b || (a === b && anchor.offset <= focus.offset)
    ? { from: anchor, to: focus }
    : { from: focus, to: anchor };
}

/** The block before or after that is no footnote of another's. */
export function textBeside(reader: DraftReader, id: BlockId, step: 1 | -1): DraftBlock | undefined {
  let at = (reader.indexOf(id) ?? -2) + step;
  while (reader.structure.placed[at]?.calledBy != null) at += step;
  return reader.blocks[at];
}

/** The blocks that the selection touches. */
export function blocksWithin(reader: DraftReader, selection: ModelSelection): readonly DraftBlock[] {
  const { from, to } = ordered(reader, selection);
  const [first, last] = [reader.indexOf(from.block), reader.indexOf(to.block)];
  return first === null || last === null ? [] : reader.blocks.slice(first, last + 1);
}

/** Whether a place is in what is selected, or at its edge. */
export function isWithin(reader: DraftReader, place: Caret, selection: ModelSelection): boolean {
  const { from, to } = ordered(reader, selection);
  const isOrdered = (anchor: Caret, focus: Caret): boolean => ordered(reader, { anchor, focus }).from === anchor;
  return isOrdered(from, place) && isOrdered(place, to);
}

/** What of each block's text is selected; blocks of which nothing is are left out. */
export function placesWithin(reader: DraftReader, selection: ModelSelection): readonly TextPlace[] {
  const { from, to } = ordered(reader, selection);
  return blocksWithin(reader, selection).flatMap(({ id, text }) => {
    const start = id === from.block ? from.offset : 0;
    const end = id === to.block ? Math.min(to.offset, text.length) : text.length;
    return start < end ? [{ block: id, rangeInText: { start, end } }] : [];
  });
}
