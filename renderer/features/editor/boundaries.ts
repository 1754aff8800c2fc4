const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter('nb', { granularity: 'word' });

/** Enough context for the longest clusters people write, and so much less than a paragraph that a key stays cheap. */
const CONTEXT = 64;

/** The offset one user-perceived character before; 0 at the start. UTF-16 code units. */
export function characterBefore(text: string, offset: number): number {
  const from = Math.max(0, offset - CONTEXT);
  const last = [...graphemes.segment(text.slice(from, offset))].at(-1);
  return last ? from + last.index : 0;
}

/** The offset one user-perceived character after; the length at the end. */
export function characterAfter(text: string, offset: number): number {
  const [first] = graphemes.segment(text.slice(offset, offset + CONTEXT));
  return first ? offset + first.segment.length : text.length;
}

/** Where the word before the offset starts; what is not a word between is passed over. */
export function wordBefore(text: string, offset: number): number {
  const before = [...words.segment(text.slice(0, offset))];
  const word = before.findLast(({ isWordLike }) => isWordLike === true);
  return word?.index ?? 0;
}

/** Where the word after the offset ends. */
export function wordAfter(text: string, offset: number): number {
  for (const { index, segment, isWordLike } of words.segment(text.slice(offset))) {
    if (isWordLike === true) return offset + index + segment.length;
  }
  return text.length;
}

/** The word in which the offset is, with letters of it on both sides; `null` where it is at the edge of one, or in none. */
export function wordAround(text: string, offset: number): { readonly start: number; readonly end: number } | null {
  for (const { index, segment, isWordLike } of words.segment(text)) {
    const end = index + segment.length;
    if (index < offset && offset < end) return isWordLike === true ? { start: index, end } : null;
    if (index >= offset) return null;
  }
  return null;
}
