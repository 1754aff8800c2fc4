/** One replacement in a text; offsets in UTF-16 code units of the text before it. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/**
 * The smallest splice that makes `before` into `after`; `null` when they are the same. `caret` is where the caret stands in `after`: of several
 * equal answers («aa» → «aaa») it takes the one that ends there, which is what was typed.
 */
export function spliceBetween(before: string, after: string, caret: number | null): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let tail = 0;
  const mostTail = caret === null ? shorter : Math.min(shorter, Math.max(0, after.length - caret));
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < shorter - tail && before[head] === after[head]) head += 1;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start: head, end: before.length - tail, inserted: after.slice(head, after.length - tail) };
}

export const applySplice = (text: string, { start, end, inserted }: Splice): string =>
  text.slice(0, start) + inserted + text.slice(end);

/** Where an offset in the text before a splice is after it; one in what was replaced goes to its start; at an insertion it stays before it. */
export function offsetAfter(offset: number, { start, end, inserted }: Splice): number {
  if (offset <= start) return offset;
  if (offset >= end) return offset - (end - start) + inserted.length;
  return start;
}

/** `splice`, made in a text without `other`, as it reads in the text after `other`. What `other` inserted is never replaced. */
export function spliceAfter(splice: Splice, other: Splice): readonly Splice[] {
  const start = offsetAfter(splice.start, other);
  const end = Math.max(start, offsetAfter(splice.end, other));
  const swallows =
    splice.start <= other.start && other.end <= splice.end && splice.start < splice.end && other.inserted !== '';
  if (!swallows) return [{ start, end, inserted: splice.inserted }];
  const from = splice.start;
  const kept = other.start + other.inserted.length;
  const rest = splice.end - other.end;
  return [
    { start: kept, end: kept + rest, inserted: '' },
    { start: from, end: other.start, inserted: splice.inserted },
  ];
}
