import type { DeclaredMark } from '../sourceLine';
import type { Style } from './style';

/** Word and OpenDocument spell the same style a little differently, and LibreOffice in its own way. */
const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** Styles that stand together in our own papers only. Their names survive other word processors. */
const ownStyles = ['kicker', 'coverfacts', 'leadin', 'point'];

/** What the paper says about itself, round the text. */
const frame =
  /^(?:organisation|kicker|covertitle|coverfacts|note|contentsend|toc(?:heading|\d)|contents(?:heading|\d))$/;

export function isOwnPaper(styles: Iterable<Style>): boolean {
  const keys = new Set(Array.from(styles, ({ name }) => keyOf(name)));
  return ownStyles.every((key) => keys.has(key));
}

/** A break that our line layout put there is no part of the text. */
export const isOwnLineEnd = (style: Style | null): boolean => style !== null && keyOf(style.name) === 'lineend';

/** A note that stands in the text as a paragraph, because it could not stand at the foot of the page. */
export const isOwnNote = ({ lineage }: Style): boolean => keyOf(lineage[0] ?? '') === 'noteparagraph';

/** The kind of block that our own writer meant by a style; `frame` for what is no part of the text; `null` for what is not ours. */
export function blockOfOwnStyle(style: Style, label: string): DeclaredMark | 'frame' | null {
  const key = keyOf(style.lineage[0] ?? '');
  if (frame.test(key)) return 'frame';
  if (isOwnNote(style)) return { kind: 'footnote', number: label };
  switch (key) {
    case 'bodytext':
    case 'textbody':
      return { kind: 'paragraph' };
    case 'leadin':
      return { kind: 'leadIn' };
    case 'point':
      return { kind: 'item', marker: label };
    default:
      return null;
  }
}
