import type { Range } from '../core/range';

/** Signs that follow a word without a space, as long as a space or nothing comes after them: in «3.2» the point is a part of the number. */
const CLOSING = /^[.,;:!?…)\]}»”"’']+(?= |$)/u;
/** Signs that a word follows without a space. */
const OPENING = /(?:^| )[([{«“„"‘']+$/u;

const isSpace = (text: string, at: number): boolean => text[at] === ' ';
const opensAt = (text: string, at: number): boolean =>
  at === 0 || isSpace(text, at - 1) || OPENING.test(text.slice(0, at));
const closesAt = (text: string, at: number): boolean =>
  at === text.length || isSpace(text, at) || CLOSING.test(text.slice(at));

/** Whether a part of a text is words, and no part of one at its edges. */
export function isWholeWords(text: string, { start, end }: Range): boolean {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return false;
  return (opensAt(text, start) || words.startsWith(' ')) && (closesAt(text, end) || words.endsWith(' '));
}

/** The space that is too many where words were cut out at an offset: beside another, after what opens, before what closes, or before all; `null` where none is. */
export function spaceLeftOver(text: string, at: number): Range | null {
  const before = isSpace(text, at - 1) && !isSpace(text, at - 2);
  const after = isSpace(text, at) && !isSpace(text, at + 1);
  if (after && opensAt(text, at)) return isSpace(text, at - 1) && !before ? null : { start: at, end: at + 1 };
  return before && CLOSING.test(text.slice(at)) ? { start: at - 1, end: at } : null;
}

/** How words go into a text: which of them, and the space before and after that divides them from what stands there. */
export interface WordSpaces {
  readonly before: '' | ' ';
  readonly within: Range;
  readonly after: '' | ' ';
}

/** How whole words go into a text at an offset: no two grow together, and no space stands beside another. Within a word they go in as they are. */
export function spacesAround(text: string, at: number, words: string): WordSpaces {
  const [isFreeBefore, isFreeAfter] = [opensAt(text, at), closesAt(text, at)];
  const isWithinWord = !isFreeBefore && !isFreeAfter;
  if (isWithinWord) return { before: '', within: { start: 0, end: words.length }, after: '' };
  const start = isSpace(text, at - 1) && isSpace(words, 0) ? 1 : 0;
  const end = words.length - (isSpace(text, at) && isSpace(words, words.length - 1) ? 1 : 0);
  return {
    before: isFreeBefore || isSpace(words, 0) ? '' : ' ',
    within: { start, end },
    after: isFreeAfter || isSpace(words, words.length - 1) ? '' : ' ',
  };
}
