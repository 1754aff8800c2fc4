import { $createTextNode, $isTextNode, IS_BOLD, IS_ITALIC, type TextNode } from 'lexical';
import type { FootnoteRef } from '#shared/domain/block';
import { noFormat, stretchesOf, type Format } from '#shared/domain/formats';
import type { DraftBlock } from '#shared/schema/draft';
import type { BlockNode } from './nodes';

/** What one text node of a block holds: words of one format, said as Lexical and the style sheet say it. */
interface Stretch {
  readonly text: string;
  readonly format: number;
  readonly style: string;
}

/** The style property by which a text node knows that it is a link, and the style sheet too. */
const LINK = '--link';

export const bitsOf = ({ bold, italic }: Format): number => (bold ? IS_BOLD : 0) | (italic ? IS_ITALIC : 0);

/** The properties by which the style sheet shows the marker of a footnote after a text node, or before the first one of a block. */
const NOTE = '--note';
const NOTE_BEFORE = '--note-before';

/** Without a sign that a declaration could end at. */
const linkStyle = ({ link }: Format): string => (link === null ? '' : `${LINK}: "${encodeURIComponent(link)}"`);

const markersAt = (refs: readonly FootnoteRef[], offset: number): string => {
  const numbers = refs.filter((ref) => ref.offset === offset).map(({ number }) => number);
  // Numbers of any peer's making: only what can stand in a quoted word of a style sheet.
  return numbers.join(',').replaceAll(/[^\p{L}\p{N},.*†‡]/gu, '');
};

const noteStyle = (name: string, markers: string): string => (markers === '' ? '' : `${name}: "${markers}"`);

type Words = Pick<DraftBlock, 'text' | 'formats' | 'footnoteRefs'>;

function stretchesIn({ text, formats, footnoteRefs }: Words): readonly Stretch[] {
  if (formats === undefined && footnoteRefs.length === 0)
    return text === '' ? [] : [{ text, format: bitsOf(noFormat), style: '' }];
  const stops = [...new Set([...footnoteRefs.map(({ offset }) => offset), text.length])]
    .filter((offset) => 0 < offset && offset <= text.length)
    .sort((a, b) => a - b);
  let start = 0;
  return stops.flatMap((end) => {
    const stretches = stretchesOf(text, formats, { start, end });
    const isFirst = start === 0;
    start = end;
    return stretches.map((stretch, nth): Stretch => {
      const isLast = nth === stretches.length - 1;
      const styles = [
        linkStyle(stretch),
        isFirst && nth === 0 ? noteStyle(NOTE_BEFORE, markersAt(footnoteRefs, 0)) : '',
        isLast ? noteStyle(NOTE, markersAt(footnoteRefs, end)) : '',
      ];
      return {
        text: stretch.text,
        format: bitsOf(stretch),
        style: styles.filter((style) => style !== '').join('; '),
      };
    });
  });
}

/** The address that an element of the page leads to; `null` for plain words. */
export function linkOfElement(element: HTMLElement): string | null {
  const quoted = element.style.getPropertyValue(LINK).trim();
  if (quoted === '') return null;
  try {
    return decodeURIComponent(quoted.slice(1, -1));
  } catch {
    return null;
  }
}

const shows = (node: TextNode | undefined, { text, format, style }: Stretch): boolean =>
  node?.getTextContent() === text && node.getFormat() === format && node.getStyle() === style;

/** Whether a block's nodes show its words as they are formatted. */
export function $showsWords(node: BlockNode, block: DraftBlock): boolean {
  const children = node.getChildren();
  const wanted = stretchesIn(block);
  return (
    children.length === wanted.length &&
    wanted.every((stretch, index) => {
      const child = children[index];
      return $isTextNode(child) && shows(child, stretch);
    })
  );
}

function $writeStretch(node: TextNode, stretch: Stretch): void {
  if (node.getTextContent() !== stretch.text) node.setTextContent(stretch.text);
  if (node.getFormat() !== stretch.format) node.setFormat(stretch.format);
  if (node.getStyle() !== stretch.style) node.setStyle(stretch.style);
}

/** Brings a block's text nodes to its words; what shows them already is left as it is. Costs that block. */
export function $showWords(node: BlockNode, block: Words): void {
  const wanted = stretchesIn(block);
  const present = node.getChildren();
  const kept: TextNode[] = [];
  for (const child of present) {
    if ($isTextNode(child) && kept.length < wanted.length) kept.push(child);
    else child.remove();
  }
  wanted.forEach((stretch, index) => {
    const known = kept[index];
    const words = known ?? $createTextNode(stretch.text);
    $writeStretch(words, stretch);
    if (known === undefined) node.append(words);
  });
}

/** The text nodes of the page that show a block's words, in order. */
export function* shownTexts(element: HTMLElement): Generator<Text> {
  for (const words of element.children) if (words.firstChild instanceof Text) yield words.firstChild;
}

/** Where in the page an offset of a block's text is; an offset between two formats is at the end of the first. `null` where that is not shown. */
export function shownPlace(
  element: HTMLElement,
  offset: number,
): { readonly text: Text; readonly offset: number } | null {
  let left = offset;
  for (const text of shownTexts(element)) {
    if (left <= text.data.length) return { text, offset: left };
    left -= text.data.length;
  }
  return null;
}
