/** Half-open `[start, end)`. The unit and the text it counts in belong in the name of the field that holds it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const range = (start: number, end: number): Range => ({ start, end });
export const rangeLength = (r: Range): number => r.end - r.start;
export const isEmptyRange = (r: Range): boolean => r.end <= r.start;
/** True when the two share at least one unit; ranges that only touch do not overlap. */
export const rangesOverlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
export const containsRange = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
