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

/**
 * `splice`, made in a text without `other`, as splices of the text after `other`, to be applied in order. What `other` inserted is never
 * replaced, and what it replaced is not replaced again. Law B4: both insertions are in the result.
 */
export function spliceAfter(splice: Splice, other: Splice): readonly Splice[] {
  const shift = other.inserted.length - (other.end - other.start);
  const startsAfter = splice.start >= other.end && splice.start > other.start;
  const at = startsAfter ? splice.start + shift : Math.min(splice.start, other.start);
  const leftEnd = startsAfter ? splice.end + shift : Math.max(at, Math.min(splice.end, other.start));
  const first: Splice = { start: at, end: leftEnd, inserted: splice.inserted };
  const rest = { start: Math.max(splice.start, other.end) + shift, end: splice.end + shift, inserted: '' };
  return startsAfter || rest.start >= rest.end ? [first] : [rest, first];
}
