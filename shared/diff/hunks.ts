/** A changed stretch: base words `[fromA, toA)` became current words `[fromB, toB)`. What stands between hunks is equal,
 *  word for word. Hunks are in order and never touch on both sides at once. */
export interface Hunk {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

export const isDeletion = (hunk: Hunk): boolean => hunk.fromB === hunk.toB;
export const isInsertion = (hunk: Hunk): boolean => hunk.fromA === hunk.toA;

/** Hunks with those that touch made one. */
export function mergeTouching(hunks: readonly Hunk[]): readonly Hunk[] {
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    if (last !== undefined && last.toA === hunk.fromA && last.toB === hunk.fromB)
      merged[merged.length - 1] = { ...last, toA: hunk.toA, toB: hunk.toB };
    else merged.push(hunk);
  }
  return merged;
}

/** A hunk of a part, told in the coordinates of the whole. */
export const shiftHunk = (hunk: Hunk, a: number, b: number): Hunk =>
  a === 0 && b === 0 ? hunk : { fromA: hunk.fromA + a, toA: hunk.toA + a, fromB: hunk.fromB + b, toB: hunk.toB + b };

/** What is left of a stretch of both sides without what is equal at its beginning and its end. */
export function withoutEqualEnds(stretch: Hunk, isEqual: (inA: number, inB: number) => boolean): Hunk {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && isEqual(fromA, fromB)) {
    fromA++;
    fromB++;
  }
  while (fromA < toA && fromB < toB && isEqual(toA - 1, toB - 1)) {
    toA--;
    toB--;
  }
  return { fromA, toA, fromB, toB };
}

export const isNothing = (hunk: Hunk): boolean => isDeletion(hunk) && isInsertion(hunk);

/** True where nothing can be kept: one side has nothing, or each has one thing and they differ. */
export const isAllChanged = (hunk: Hunk): boolean =>
  isDeletion(hunk) || isInsertion(hunk) || (hunk.toA - hunk.fromA === 1 && hunk.toB - hunk.fromB === 1);
