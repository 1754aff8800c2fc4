const BEFORE = 40;
const AFTER = 80;

/** What stands before a hit, from the start of a word, with an ellipsis where the text goes on to the left. */
export function excerptBefore(text: string, end: number): string {
  if (end <= BEFORE) return text.slice(0, end);
  const space = text.indexOf(' ', end - BEFORE);
  return space < 0 || space >= end ? `…${text.slice(end - BEFORE, end)}` : `… ${text.slice(space + 1, end)}`;
}

/** What stands after a hit, to the end of a word, with an ellipsis where the text goes on to the right. */
export function excerptAfter(text: string, start: number): string {
  if (text.length - start <= AFTER) return text.slice(start);
  const space = text.lastIndexOf(' ', start + AFTER);
  return `${text.slice(start, space <= start ? start + AFTER : space)} …`;
}
