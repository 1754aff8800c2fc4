import type { BlockId } from '../core/ids';
import { heaviestIncreasing } from '../diff/increasing';
import { chapterIds } from './draft';
import { sameKept, type KeptBlock, type TextThen } from './moments';

/** A block that two texts have differently; `null` on the side that does not have it. */
export interface Difference {
  readonly block: BlockId;
  readonly from: KeptBlock | null;
  readonly to: KeptBlock | null;
  /** It stands elsewhere among the others: a heading with what stood and stands under it. */
  readonly moved: boolean;
}

/** The fewest blocks of both orders whose moves make one order of the other. What both begin and end with costs a comparison. */
export function movedBetween(before: readonly BlockId[], after: readonly BlockId[]): ReadonlySet<BlockId> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const placeBefore = new Map(before.slice(start, before.length - tail).map((block, index) => [block, index]));
  const both = after.slice(start, after.length - tail).filter((block) => placeBefore.has(block));
  const stayed = new Set(
    heaviestIncreasing(
      both.map((block) => placeBefore.get(block) ?? 0),
      () => 1,
    ),
  );
  return new Set(both.filter((_, index) => !stayed.has(index)));
}

/** The blocks that go by themselves: a footnote stands where its marker does. */
function goingAlone(text: TextThen): readonly BlockId[] {
  const called = new Set(text.flatMap(({ footnoteRefs }) => footnoteRefs.map(({ note }) => note)));
  return text.flatMap(({ id }) => (called.has(id) ? [] : [id]));
}

/** The blocks that moved by themselves, or with what is told of their heading. */
function movedByThemselves(from: TextThen, to: TextThen): ReadonlySet<BlockId> {
  const moved = new Set(movedBetween(goingAlone(from), goingAlone(to)));
  for (const { id, kind } of to) {
    if (kind !== 'heading' || !moved.has(id)) continue;
    const stoodUnder = new Set(chapterIds(from, id));
    for (const under of chapterIds(to, id)) if (under !== id && stoodUnder.has(under)) moved.delete(under);
  }
  return moved;
}

/** What became of each block from one text to another, in the order of the latter; what went away stands after what it stood after. */
export function differences(from: TextThen, to: TextThen): readonly Difference[] {
  const before = new Map(from.map((block) => [block.id, block]));
  const after = new Set(to.map(({ id }) => id));
  const moved = movedByThemselves(from, to);
  const goneAfter = new Map<BlockId | null, Difference[]>();
  let stood: BlockId | null = null;
  for (const block of from) {
    if (after.has(block.id)) stood = block.id;
    else
      goneAfter.set(stood, [...(goneAfter.get(stood) ?? []), { block: block.id, from: block, to: null, moved: false }]);
  }
  return [
    ...(goneAfter.get(null) ?? []),
    ...to.flatMap((block) => {
      const was = before.get(block.id) ?? null;
      const isMoved = moved.has(block.id);
      return [
        ...(sameKept(was, block) && !isMoved ? [] : [{ block: block.id, from: was, to: block, moved: isMoved }]),
        ...(goneAfter.get(block.id) ?? []),
      ];
    }),
  ];
}
