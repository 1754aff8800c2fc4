/** Half-open `[start, end)`. The unit and the text it counts in belong in the name of the field that holds it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export const range = (start: number, end: number): Range => ({ start, end });

/** What the ranges cover, in order: those that overlap or meet are one, empty ones none. */
export function joinedRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  const inOrder = ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  for (const { start, end } of inOrder) {
    const last = joined.at(-1);
    if (last && start <= last.end) joined[joined.length - 1] = range(last.start, Math.max(last.end, end));
    else joined.push(range(start, end));
  }
  return joined;
}
