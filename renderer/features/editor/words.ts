import { $createTextNode, $isTextNode, IS_BOLD, IS_ITALIC, type TextNode } from 'lexical';
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

/** Without a sign that a declaration could end at. */
const styleOf = ({ link }: Format): string => (link === null ? '' : `${LINK}: "${encodeURIComponent(link)}"`);

const stretchesIn = ({ text, formats }: Pick<DraftBlock, 'text' | 'formats'>): readonly Stretch[] =>
  formats === undefined
    ? text === ''
      ? []
      : [{ text, format: bitsOf(noFormat), style: '' }]
    : stretchesOf(text, formats, { start: 0, end: text.length }).map((stretch) => ({
        text: stretch.text,
        format: bitsOf(stretch),
        style: styleOf(stretch),
      }));

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
export function $showWords(node: BlockNode, block: Pick<DraftBlock, 'text' | 'formats'>): void {
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
