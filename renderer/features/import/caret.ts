/** The next place to divide a text, in UTF-16 code units: the beginning of a word, or the next character. */
export function moveCaret(text: string, offset: number, by: 'word' | 'character', forward: boolean): number {
  const stops = by === 'word' ? wordStarts(text) : characterStarts(text);
  const next = forward ? stops.find((stop) => stop > offset) : stops.findLast((stop) => stop < offset);
  return next ?? (forward ? text.length : 0);
}

const wordStarts = (text: string): readonly number[] => [...text.matchAll(/(?<=\s)\S/g)].map(({ index }) => index);

const characters = new Intl.Segmenter('nb', { granularity: 'grapheme' });
const characterStarts = (text: string): readonly number[] => [...characters.segment(text)].map(({ index }) => index);

/** The word behind the caret, to be read aloud. */
export const wordAt = (text: string, offset: number): string => /\S+/.exec(text.slice(offset))?.[0] ?? '';

/** Where in the text of `element` a point of the window lies; `null` beside it. */
export function offsetAtPoint(element: HTMLElement, x: number, y: number): number | null {
  const at = document.caretPositionFromPoint(x, y);
  if (at === null || !element.contains(at.offsetNode)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(at.offsetNode, at.offset);
  return before.toString().length;
}
