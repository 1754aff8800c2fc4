import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fail, ok, type Result } from '../../core/result';
import type { FootnoteRef } from '../../domain/block';
import { singleSpaced, type DeclaredMark, type ReaderRemark, type ReadText, type SourceLine } from './sourceLine';

/** Beyond these the parser is no longer linear (measured: 1 MB in one line 1.6 s) or overflows the stack; the plain reader takes over. */
const MOST_CHARACTERS = 1_000_000;
const LONGEST_LINE = 100_000;
const TOO_DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])(?=[ \t>]|$)){17}/m;
const TOO_MANY_MARKS = /[*_[\]<>&`|!^~]{400}|(?:\[\^[^\]\n]{0,40}\][^\n]{0,10}){300}/;

const parser = unified().use(remarkParse).use(remarkGfm);

/** Text of inline content without its marks, and where footnotes are called. */
interface InlineText {
  readonly text: string;
  readonly refs: readonly FootnoteRef[];
}

interface Walk {
  readonly lines: SourceLine[];
  readonly remarks: ReaderRemark[];
  readonly source: string;
  lastLine: number;
}

/** Reads Markdown (CommonMark with GFM). Fails where the text would make the parser slow or deep: read it as plain text then. */
export function readMarkdown(source: string): Result<ReadText, 'too-complex'> {
  const longest = source.length > LONGEST_LINE ? Math.max(...splitLengths(source)) : source.length;
  if (
    source.length > MOST_CHARACTERS ||
    longest > LONGEST_LINE ||
    TOO_DEEP.test(source) ||
    TOO_MANY_MARKS.test(source)
  ) {
    return fail('too-complex');
  }
  const walk: Walk = { lines: [], remarks: [], source, lastLine: 0 };
  try {
    for (const node of parser.parse(source).children) readBlock(walk, node, null);
  } catch {
    return fail('too-complex');
  }
  return ok({ lines: walk.lines, remarks: walk.remarks });
}

const splitLengths = (source: string): readonly number[] => {
  const lengths = [0];
  let start = 0;
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', start)) {
    if (end - start > (lengths[0] ?? 0)) lengths[0] = end - start;
    start = end + 1;
  }
  lengths.push(source.length - start);
  return lengths;
};

function readBlock(walk: Walk, node: RootContent, mark: DeclaredMark | null): void {
  switch (node.type) {
    case 'heading':
      pushInline(walk, node, node.children, { kind: 'heading', depth: node.depth });
      return;
    case 'paragraph':
      pushInline(walk, node, node.children, mark);
      return;
    case 'list': {
      for (const [index, item] of node.children.entries()) {
        const start = item.position?.start.offset ?? 0;
        const printed = /^(?:\d{1,9}[.)]|[-*+])/.exec(walk.source.slice(start, start + 12))?.[0] ?? '-';
        // «1. 1. 1.» is how Markdown lets one write a list that counts itself.
        const lazy = node.ordered === true && index > 0 && /^[01][.)]$/.test(printed);
        const marker = lazy ? `${String((node.start ?? 1) + index)}${printed.slice(-1)}` : printed;
        for (const [at, child] of item.children.entries()) {
          readBlock(walk, child, at === 0 ? { kind: 'item', marker } : null);
        }
      }
      return;
    }
    case 'blockquote':
      for (const child of node.children) readBlock(walk, child, mark);
      return;
    case 'footnoteDefinition':
      for (const [at, child] of node.children.entries()) {
        readBlock(walk, child, at === 0 ? { kind: 'footnote', number: node.label ?? node.identifier } : null);
      }
      return;
    case 'table':
      for (const row of node.children) {
        const cells = row.children.map((cell) => inlineText(walk, cell.children));
        push(walk, row, { text: cells.map((cell) => cell.text).join(' | '), refs: [] }, { kind: 'verbatim' }, null);
      }
      return;
    case 'code':
    case 'html': {
      const first =
        (node.position?.start.line ?? 1) + (node.type === 'code' && /^\s*[`~]/.test(sourceOf(walk, node)) ? 1 : 0);
      for (const [at, raw] of node.value.split('\n').entries()) {
        pushAt(walk, first + at, first + at, { text: raw, refs: [] }, { kind: 'verbatim' }, null, false);
      }
      return;
    }
    case 'definition':
      walk.remarks.push({
        code: 'link-target-dropped',
        line: node.position?.start.line ?? null,
        text: singleSpaced(sourceOf(walk, node)),
      });
      return;
    case 'thematicBreak':
    case 'yaml':
      return;
    default:
      push(walk, node, { text: sourceOf(walk, node), refs: [] }, { kind: 'verbatim' }, null);
  }
}

const sourceOf = (walk: Walk, node: Nodes): string =>
  walk.source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** One source line at a time where a line of the paragraph begins with a sign that Markdown does not know as a bullet; else in one. */
function pushInline(walk: Walk, node: Parents, children: readonly PhrasingContent[], mark: DeclaredMark | null): void {
  const from = node.position?.start.line ?? 1;
  const inline = inlineText(walk, children);
  const rows = inline.text.split('\n');
  const only = children.length === 1 ? children[0] : undefined;
  const emphasis =
    only?.type === 'strong'
      ? 'bold'
      : only?.type === 'emphasis'
        ? only.children.length === 1 && only.children[0]?.type === 'strong'
          ? 'bold'
          : 'italic'
        : null;
  if (rows.length === 1 || !rows.some((row) => /^\s*[•‣◦▪●○■□·\uE000-\uF8FF–—]/.test(row))) {
    push(walk, node, inline, mark, emphasis);
    return;
  }
  let start = 0;
  for (const [at, row] of rows.entries()) {
    const end = start + row.length;
    const refs = inline.refs.filter((ref) => ref.offset >= start && ref.offset <= end);
    const line = from + at;
    pushAt(
      walk,
      line,
      line,
      { text: row, refs: refs.map((ref) => ({ ...ref, offset: ref.offset - start })) },
      at === 0 ? mark : null,
      emphasis,
      at > 0,
    );
    start = end + 1;
  }
}

function push(
  walk: Walk,
  node: Nodes,
  inline: InlineText,
  mark: DeclaredMark | null,
  emphasis: SourceLine['emphasis'],
): void {
  const from = node.position?.start.line ?? 1;
  pushAt(walk, from, node.position?.end.line ?? from, inline, mark, emphasis, false);
}

function pushAt(
  walk: Walk,
  fromLine: number,
  toLine: number,
  inline: InlineText,
  mark: DeclaredMark | null,
  emphasis: SourceLine['emphasis'],
  continues: boolean,
): void {
  const text = singleSpaced(inline.text);
  if (text === '') return;
  walk.lines.push({
    fromLine,
    toLine,
    text,
    indent: 0,
    width: text.length,
    trailingSpaces: 0,
    blanksBefore: Math.max(0, fromLine - walk.lastLine - 1),
    startsPage: false,
    tabbed: false,
    wideGaps: 0,
    mark,
    emphasis,
    continues,
    footnoteRefs: inline.refs.map((ref) => ({
      number: ref.number,
      offset: Math.min(text.length, singleSpaced(inline.text.slice(0, ref.offset)).length),
    })),
  });
  walk.lastLine = toLine;
}

function inlineText(walk: Walk, children: readonly PhrasingContent[]): InlineText {
  const refs: FootnoteRef[] = [];
  let text = '';
  const visit = (node: PhrasingContent): void => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        text += node.value;
        return;
      case 'break':
        text += '\n';
        return;
      case 'footnoteReference':
        refs.push({ number: node.label ?? node.identifier, offset: text.length });
        return;
      case 'image':
      case 'imageReference':
        text += node.alt ?? '';
        if (node.type === 'image') dropTarget(node.url, node);
        return;
      case 'link': {
        const before = text.length;
        for (const child of node.children) visit(child);
        if (!sourceIsAutolink(text.slice(before), node.url)) dropTarget(node.url, node);
        return;
      }
      default:
        for (const child of node.children) visit(child);
    }
  };
  const dropTarget = (target: string, node: Nodes): void => {
    walk.remarks.push({ code: 'link-target-dropped', line: node.position?.start.line ?? null, text: target });
  };
  for (const child of children) visit(child);
  return { text, refs };
}

/** The address stands in the text itself, so nothing is lost with the link. */
const sourceIsAutolink = (text: string, url: string): boolean =>
  url === text || url === `mailto:${text}` || url === `http://${text}`;
