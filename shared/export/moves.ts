import { isAdded, isStruck, type ExportBlock, type Mark } from './document';

/** One side of a move in a word processor's terms: a range of paragraphs that follow each other. */
export interface MoveRange {
  /** The same on both sides of the move, unique in the document. */
  readonly name: string;
  readonly side: 'movedFrom' | 'movedTo';
  /** Whether the range begins, and ends, with this paragraph. */
  readonly starts: boolean;
  readonly ends: boolean;
}

interface Stretch {
  readonly first: number;
  last: number;
}

/** Whether what follows the stretch is of the kind of its last paragraph. */
function goesOnAlike(blocks: readonly ExportBlock[], { last }: Stretch): boolean {
  const [end, next] = [blocks[last], blocks[last + 1]];
  if (end?.type !== 'programme' || next?.type !== 'programme' || next.previousShape !== null) return false;
  const [a, b] = [end.shape, next.shape];
  return a.kind === b.kind && a.level === b.level && a.counted === b.counted && (a.counted || a.number === b.number);
}

/**
 * The moves that can be written as such: those of which each side is one unbroken run of paragraphs. `result[i]` belongs to `blocks[i]`.
 * Word pairs the two ranges by name and calls a file damaged where one of a pair is missing. LibreOffice gives what follows a moved paragraph the
 * kind of that paragraph (a chapter would become a point), so what follows must be of the same kind.
 */
export function moveRanges(blocks: readonly ExportBlock[]): readonly (MoveRange | null)[] {
  const stretches = { movedFrom: new Map<string, Stretch[]>(), movedTo: new Map<string, Stretch[]>() };
  const sideOf = (end: Mark): keyof typeof stretches | null => (end === 'movedFrom' || end === 'movedTo' ? end : null);
  blocks.forEach((block, at) => {
    if (block.type !== 'programme' || block.move === undefined) return;
    const side = sideOf(block.end);
    if (side === null) return;
    const known = stretches[side].get(block.move);
    const open = known?.at(-1);
    if (known !== undefined && open?.last === at - 1) open.last = at;
    else if (known !== undefined) known.push({ first: at, last: at });
    else stretches[side].set(block.move, [{ first: at, last: at }]);
  });
  const ranges: (MoveRange | null)[] = blocks.map(() => null);
  let count = 0;
  for (const [move, from] of stretches.movedFrom) {
    const to = stretches.movedTo.get(move);
    if (from.length !== 1 || to?.length !== 1) continue;
    if (![...from, ...to].every((stretch) => goesOnAlike(blocks, stretch))) continue;
    count += 1;
    const name = `move${count}`;
    const sides = [
      ['movedFrom', from[0]],
      ['movedTo', to[0]],
    ] as const;
    for (const [side, stretch] of sides) {
      if (stretch === undefined) continue;
      for (let at = stretch.first; at <= stretch.last; at += 1) {
        ranges[at] = { name, side, starts: at === stretch.first, ends: at === stretch.last };
      }
    }
  }
  return ranges;
}

/** The mark as a word processor is told it: words of a move that cannot be written as one are struck here and new there. */
export function markInRange(mark: Mark, range: MoveRange | null): Mark {
  if (range?.side === mark) return mark;
  return isStruck(mark) ? 'deleted' : isAdded(mark) ? 'inserted' : 'kept';
}
