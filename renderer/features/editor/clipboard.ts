import { blockKinds, type BlockKind } from '#shared/domain/block';
import type { DraftBlock, NewBlock } from '#shared/schema/draft';

/** How our own blocks travel between our own windows. */
export const OWN_TYPE = 'application/x-programrevisjon-blocks';

const blockTags = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const silentTags = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG MATH AUDIO VIDEO CANVAS SELECT TEXTAREA'.split(' '),
);

/** The deepest level of a heading that the editor makes. */
const DEEPEST = 4;

/** What is pasted at most; more is cut, so that no paste can stall the window. */
const MOST_BLOCKS = 20_000;

const tidy = (text: string): string =>
  text
    .replace(/[\s\u00ad\u200b]+/gu, (space) =>
      /\u00a0/u.test(space) ? '\u00a0' : /[^\u00ad\u200b]/u.test(space) ? ' ' : '',
    )
    .trim();

const numberedPoint = /^(?:\d{1,3}[.)]|[-–•*·])\s+(?=\S)/u;

/** A line of plain text as a block: one that starts with a number or a bullet is a point. */
function fromLine(line: string): NewBlock {
  const point = numberedPoint.exec(line);
  return point ? { kind: 'point', text: line.slice(point[0].length) } : { kind: 'paragraph', text: line };
}

/** Plain text as blocks: one a line, empty lines left out. */
export const blocksOfText = (text: string): readonly NewBlock[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(tidy)
    .filter((line) => line !== '')
    .slice(0, MOST_BLOCKS)
    .map(fromLine);

const kindOfTag = (tag: string): { kind: BlockKind; level: number | null } => {
  const heading = /^H([1-6])$/u.exec(tag);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  return tag === 'LI' ? { kind: 'point', level: null } : { kind: 'paragraph', level: null };
};

/** The highest headings there are become chapters: whether a page's title is its first `<h1>` or not cannot be told from a part of it. */
function asChapters(blocks: readonly NewBlock[]): readonly NewBlock[] {
  const top = Math.min(...blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level ?? 1] : [])));
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(DEEPEST, (block.level ?? 1) - top + 1) } : block,
  );
}

/**
 * The text of foreign HTML as blocks. It is parsed into a document that never runs, loads or shows anything, and only text is taken
 * from it. Walks without recursion: depth cannot exhaust the stack.
 */
export function blocksOfHtml(html: string): readonly NewBlock[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const blocks: NewBlock[] = [];
  let text = '';
  let kind = kindOfTag('P');
  const close = (): void => {
    const clean = tidy(text);
    text = '';
    if (clean === '') return;
    const line = fromLine(clean);
    blocks.push(kind.kind === 'paragraph' ? line : { ...kind, text: kind.kind === 'point' ? line.text : clean });
  };
  let node: Node | null = body.firstChild;
  while (node !== null && blocks.length < MOST_BLOCKS) {
    const tag = node.nodeName.toUpperCase();
    const isBlock = blockTags.has(tag);
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? '';
    else if (tag === 'BR') close();
    else if (tag === 'TD' || tag === 'TH') text += ' ';
    if (isBlock) {
      close();
      // A paragraph within a list item is the item.
      if (!(tag === 'P' && kind.kind === 'point' && node.parentNode?.nodeName === 'LI')) kind = kindOfTag(tag);
    }
    if (node.firstChild && !silentTags.has(tag)) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== body && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && blockTags.has(node.nodeName)) {
        close();
        kind = kindOfTag('P');
      }
    }
    if (node === null || node === body) break;
    if (isBlock) {
      close();
      kind = kindOfTag('P');
    }
    node = node.nextSibling;
  }
  close();
  return asChapters(blocks);
}

/** Our own blocks; `null` when it is not that, whoever wrote it. */
export function blocksOfOwn(json: string): readonly NewBlock[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    if (!Array.isArray(parsed)) return null;
    return parsed.slice(0, MOST_BLOCKS).flatMap((item: unknown): readonly NewBlock[] => {
      if (typeof item !== 'object' || item === null) return [];
      const { kind, level, text } = item as Readonly<Record<string, unknown>>;
      const known = blockKinds.find((one) => one === kind);
      if (known === undefined || typeof text !== 'string') return [];
      return [{ kind: known, level: typeof level === 'number' ? level : null, text }];
    });
  } catch {
    return null;
  }
}

/** A single line of ours or of plain text is words, whatever it was taken from. */
const asWords = (blocks: readonly NewBlock[]): readonly NewBlock[] => {
  const [only, ...more] = blocks;
  return only && more.length === 0 ? [{ kind: 'paragraph', text: only.text }] : blocks;
};

/** What a clipboard holds, as blocks; a single paragraph is words to be put into a text. */
export function blocksOfClipboard(data: DataTransfer): readonly NewBlock[] {
  const own = data.getData(OWN_TYPE);
  const blocks = own === '' ? null : blocksOfOwn(own);
  if (blocks !== null) return asWords(blocks);
  const html = data.getData('text/html');
  if (html !== '') {
    const fromHtml = blocksOfHtml(html);
    if (fromHtml.length > 0) return fromHtml;
  }
  return asWords(blocksOfText(data.getData('text/plain')));
}

/** A part of a block, as it is copied. */
export interface CopiedBlock {
  readonly block: DraftBlock;
  readonly number: string | null;
  readonly text: string;
  /** The whole block, with its number; else only some of its words. */
  readonly whole: boolean;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const printed = ({ block, number, text, whole }: CopiedBlock): string =>
  whole && number !== null ? `${number}${block.kind === 'point' && /\d$/u.test(number) ? '.' : ''} ${text}` : text;

/** Puts blocks on a clipboard: for our own windows, for Word, and as plain text with numbers. */
export function writeClipboard(data: DataTransfer, copied: readonly CopiedBlock[]): void {
  data.setData('text/plain', copied.map(printed).join('\n'));
  const html = copied.map((item) => {
    const { kind, level } = item.block;
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? `h${Math.min(6, (level ?? 1) + 1)}` : 'p';
    return `<${tag}>${escaped(printed(item))}</${tag}>`;
  });
  data.setData('text/html', html.join('\n'));
  data.setData(
    OWN_TYPE,
    JSON.stringify(copied.map(({ block, text }) => ({ kind: block.kind, level: block.level, text }))),
  );
}
