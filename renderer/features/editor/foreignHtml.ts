import type { BlockKind } from '#shared/domain/block';
import {
  formatsInOrder,
  formatsWithin,
  noFormat,
  safeLink,
  sameFormat,
  stretchesOf,
  withFormats,
  type Format,
  type FormatRun,
} from '#shared/domain/formats';
import { startsWithDate } from '#shared/domain/typography';
import { certainBullet } from '#shared/import/recognise/marker';
import type { NewBlock } from '#shared/schema/draft';
import { takeNotes } from './foreignNotes';
import type { CopiedNote, PastedBlock } from './pastedBlock';

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
/** What holds no words of the text; `DEL`: what a recorded change has struck. */
const silentTags = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG MATH AUDIO VIDEO CANVAS SELECT TEXTAREA DEL'.split(' '),
);

/** The deepest level of a heading that the editor makes. */
const DEEPEST = 4;

/** What is pasted at most; more is cut, so that no paste can stall the window. */
export const MOST_BLOCKS = 20_000;

interface Words {
  readonly text: string;
  readonly formats: readonly FormatRun[];
}

/** White space as a page shows it: one space, none at the ends, a no-break one where there is one. Formats go with their words. */
export function tidied(stretches: readonly ({ readonly text: string } & Format)[]): Words {
  let text = '';
  let space = '';
  const formats: FormatRun[] = [];
  for (const { text: raw, ...format } of stretches) {
    for (const [token] of raw.matchAll(/[\s\u00ad\u200b]+|[^\s\u00ad\u200b]+/gu)) {
      if (/^[\s\u00ad\u200b]/u.test(token)) {
        if (token.includes('\u00a0')) space = '\u00a0';
        else if (space === '' && /[^\u00ad\u200b]/u.test(token)) space = ' ';
        continue;
      }
      const end = text.length;
      if (end > 0) text += space;
      space = '';
      const last = formats.at(-1);
      const goesOn = last?.end === end && sameFormat(last, format);
      formats.push({ start: goesOn ? end : text.length, end: text.length + token.length, ...format });
      text += token;
    }
  }
  return { text, formats: formatsInOrder(formats, text.length) };
}

const numberedPoint = /^(?:\d{1,3}[.)]|[-–•*·])\s+(?=\S)/u;

/** The length of the number or bullet that stands in front; the day of a date is none. */
const markerLength = (text: string): number =>
  (startsWithDate(text) ? null : (numberedPoint.exec(text) ?? certainBullet.exec(text)))?.[0].length ?? 0;

/** A line as a block: one that starts with a number or a bullet is a point. */
export function blockOfLine({ text, formats }: Words): NewBlock {
  const start = markerLength(text);
  const within = { start, end: text.length };
  return {
    kind: start > 0 ? 'point' : 'paragraph',
    text: text.slice(start),
    ...withFormats(formatsWithin(formats, within)),
  };
}

/** Of an inline style what says how words look, and how Word numbers them. A style is read, never applied. */
function declared(element: Element, property: string): string | null {
  const style = element.getAttribute('style');
  if (style === null || !style.includes(property)) return null;
  const found = style.split(';').map((one) => one.split(':'));
  return (
    found
      .find(([name]) => name?.trim().toLowerCase() === property)?.[1]
      ?.trim()
      .toLowerCase() ?? null
  );
}

/** How words in an element look, where those around it look so. */
function formatIn(element: Element, outer: Format): Format {
  const tag = element.nodeName.toUpperCase();
  const weight = declared(element, 'font-weight');
  const slant = declared(element, 'font-style');
  const isHeavy = /^(?:bold|bolder|[6-9]\d\d)/u.test(weight ?? '');
  return {
    bold: weight === null ? outer.bold || tag === 'B' || tag === 'STRONG' : isHeavy,
    italic: slant === null ? outer.italic || tag === 'I' || tag === 'EM' : /^(?:italic|oblique)/u.test(slant),
    link: tag === 'A' ? safeLink(element.getAttribute('href')) : outer.link,
  };
}

interface Shape {
  readonly kind: BlockKind;
  readonly level: number | null;
  /** How deep in lists, from 1; 0 outside of them. */
  readonly depth: number;
}

const paragraph: Shape = { kind: 'paragraph', level: null, depth: 0 };

/** What an element says of its level to those who listen to it: Word in a browser has headings and lists by it alone. */
const toldLevel = (element: Element): number =>
  Number(/^[1-9]$/u.exec(element.getAttribute('aria-level') ?? '')?.[0] ?? 1);

/** What an element makes of the words in it. Word's list items are paragraphs that say so in their style. */
function shapeOf(element: Element, lists: number): Shape {
  const tag = element.nodeName.toUpperCase();
  const heading = /^H([1-6])$/u.exec(tag);
  if (heading) return { kind: 'heading', level: Number(heading[1]), depth: 0 };
  if (element.getAttribute('role') === 'heading') return { kind: 'heading', level: toldLevel(element), depth: 0 };
  if (tag === 'LI') return { kind: 'point', level: null, depth: Math.max(lists, toldLevel(element)) };
  const level = /\blevel([1-9])\b/u.exec(declared(element, 'mso-list') ?? '');
  return level ? { kind: 'point', level: null, depth: Number(level[1]) } : paragraph;
}

/** The number or bullet that Word has printed before a list item: no part of its words. */
const isPrintedMarker = (element: Element): boolean => declared(element, 'mso-list') === 'ignore';

/** The remarks that Word puts at the end of what is copied, and what calls them in the text. */
const isOfRemarks = (element: Element): boolean =>
  declared(element, 'mso-element') === 'comment-list' || element.classList.contains('msocomanchor');

/** Stands for the call of a footnote while words are gathered; no sign of any text. */
const CALL = '\ufff9';

/** The words without the signs that stand for calls, and where those stood: right after the word that they follow. */
function withoutCalls({ text, formats }: Words): Words & { readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  const gone: number[] = [];
  const words = text.replaceAll(/ ?\ufff9/gu, (call: string, at: number) => {
    offsets.push(at - gone.length);
    for (let index = at; index < at + call.length; index += 1) gone.push(index);
    return '';
  });
  const moved = (index: number): number => index - gone.filter((one) => one < index).length;
  const runs = formats.map((run) => ({ ...run, start: moved(run.start), end: moved(run.end) }));
  return { text: words, formats: formatsInOrder(runs, words.length), offsets };
}

/**
 * A point's marker: counted on the first level. A deeper one is printed as it stands, for our points have no levels: «a)», or a dash where the
 * source has its own sign for one.
 */
function markerOf({ kind, depth }: Shape, printed: string): Pick<NewBlock, 'marker'> {
  if (kind !== 'point' || depth <= 1) return {};
  const marker = printed.trim().replace(/\.$/u, '');
  return { marker: /^[\p{L}\p{N}().-]{1,12}$/u.test(marker) && marker !== '-' && marker !== 'o' ? marker : '–' };
}

/** The highest headings there are become chapters: whether a page's title is its first `<h1>` or not cannot be told from a part of it. */
function asChapters(blocks: readonly PastedBlock[]): readonly PastedBlock[] {
  const top = Math.min(...blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level ?? 1] : [])));
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(DEEPEST, (block.level ?? 1) - top + 1) } : block,
  );
}

/** Footnotes of a text from which that many characters were taken off in front. */
const withNotes = (notes: readonly CopiedNote[], taken: number): Pick<PastedBlock, 'notes'> =>
  notes.length === 0 ? {} : { notes: notes.map((note) => ({ ...note, offset: Math.max(0, note.offset - taken) })) };

/** Collects words into blocks while a page is walked through. */
class Gatherer {
  readonly blocks: PastedBlock[] = [];
  shape = paragraph;
  marker = '';
  private words: ({ readonly text: string } & Format)[] = [];
  private calls: Words[] = [];

  add(text: string, format: Format): void {
    this.words.push({ text: text.replaceAll(CALL, ''), ...format });
  }

  call(note: Words): void {
    this.calls.push(note);
    this.words.push({ text: CALL, ...noFormat });
  }

  close(): void {
    const { offsets, ...words } = withoutCalls(tidied(this.words));
    const notes = this.calls.map((note, nth) => ({ ...note, offset: offsets[nth] ?? words.text.length }));
    this.words = [];
    this.calls = [];
    const { shape } = this;
    const printed = this.marker;
    this.marker = '';
    if (words.text === '') {
      // A footnote without words to stand at is a text of its own.
      this.blocks.push(...notes.map(blockOfLine));
      return;
    }
    if (shape.kind === 'heading') {
      // A heading is heavy by being one.
      const formats = words.formats.map((run) => ({ ...run, bold: false }));
      const { length } = words.text;
      this.blocks.push({
        kind: 'heading',
        level: shape.level,
        text: words.text,
        ...withFormats(formatsInOrder(formats, length)),
        ...withNotes(notes, 0),
      });
      return;
    }
    const line = blockOfLine(words);
    const called = withNotes(notes, words.text.length - line.text.length);
    this.blocks.push({
      ...line,
      ...called,
      ...(shape.kind === 'point' && { kind: 'point', ...markerOf(shape, printed) }),
    });
  }
}

/**
 * The words of foreign HTML as blocks, with what of them is bold, italic or a safe link. It is parsed into a document that never runs, loads
 * or shows anything, and nothing but text is taken from it. Walks without recursion: depth cannot exhaust the stack.
 */
export function blocksOfHtml(html: string): readonly PastedBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return asChapters(blocksIn(body, takeNotes(body)));
}

const noNotes: ReadonlyMap<Node, Element> = new Map();

/** The words of a footnote, which is a single text here. */
function noteIn(box: Element): Words {
  const stretches = blocksIn(box, noNotes).flatMap(({ text, formats = [] }) => [
    ...stretchesOf(text, formats, { start: 0, end: text.length }),
    { text: ' ', ...noFormat },
  ]);
  return tidied(stretches);
}

/** `notes`: the footnotes that are called in it, by what calls them. */
function blocksIn(body: Element, notes: ReadonlyMap<Node, Element>): readonly PastedBlock[] {
  const gathered = new Gatherer();
  const formats: Format[] = [noFormat];
  let lists = 0;
  /** Inside the marker that Word printed: its words go there. */
  let marker: Element | null = null;
  const isList = (node: Node): boolean => /^[OU]L$/u.test(node.nodeName);
  const leave = (node: Node): void => {
    formats.pop();
    if (node === marker) marker = null;
    if (isList(node)) lists -= 1;
    if (!blockTags.has(node.nodeName)) return;
    gathered.close();
    gathered.shape = paragraph;
  };
  let node: Node | null = body.firstChild;
  while (node !== null && gathered.blocks.length < MOST_BLOCKS) {
    const tag = node.nodeName.toUpperCase();
    if (node.nodeType === Node.TEXT_NODE) {
      if (marker === null) gathered.add(node.nodeValue ?? '', formats.at(-1) ?? noFormat);
      else gathered.marker += node.nodeValue ?? '';
    } else if (tag === 'BR') gathered.close();
    else if (tag === 'TD' || tag === 'TH') gathered.add(' ', noFormat);
    if (blockTags.has(tag) && node instanceof Element) {
      gathered.close();
      // The first paragraph or box within a list item is the item.
      const isItem = (tag === 'P' || tag === 'DIV') && gathered.shape.kind === 'point';
      if (!isItem) gathered.shape = shapeOf(node, lists);
    }
    const note = notes.get(node);
    if (note) gathered.call(noteIn(note));
    const isSilent = note !== undefined || silentTags.has(tag) || (node instanceof Element && isOfRemarks(node));
    if (node.firstChild && !isSilent) {
      if (isList(node)) lists += 1;
      if (node instanceof Element) {
        formats.push(formatIn(node, formats.at(-1) ?? noFormat));
        if (marker === null && isPrintedMarker(node)) marker = node;
      }
      node = node.firstChild;
      continue;
    }
    if (blockTags.has(tag)) {
      gathered.close();
      gathered.shape = paragraph;
    }
    while (node !== null && node !== body && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== body) leave(node);
    }
    if (node === null || node === body) break;
    node = node.nextSibling;
  }
  gathered.close();
  return gathered.blocks;
}

/** Whether HTML is lines and nothing more, as a reader of PDF files makes it: then its plain text says the same. */
export function isLinesOnly(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return (
    body.querySelector('br') !== null &&
    body.querySelector([...blockTags].filter((tag) => tag !== 'DIV').join(',')) === null
  );
}
