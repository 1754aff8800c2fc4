import { hasLetterOrDigit } from '../../core/letters';
import { unreachable } from '../../core/invariant';
import {
  isAdded,
  isStruck,
  visibleRuns,
  type CellBlock,
  type ExportBlock,
  type ExportDocument,
  type ProgrammeParagraph,
  type Run,
  type Table,
} from '../document';
import { printedLabel } from '../../domain/label';
import { stretchesOf } from '../outline';
import { edgesAsReferences, type Edges } from './edges';

/** Text in which nothing can be taken for a mark (CommonMark 2.4; `~` and `|` for GFM). */
const escapeInline = (text: string): string =>
  text.replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, (character) => `\\${character}`);

/** What would make the first characters of a line a heading, a list, a quotation or a rule. */
const escapeLineStart = (text: string): string =>
  text.replace(/^(\s*)([#+\-=])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** Number signs at the end of a heading would be its closing sequence, and no part of it (CommonMark 4.2). */
const escapeHeadingEnd = (text: string): string => text.replace(/(#+)(\s*)$/, '\\$1$2');

const referenceTo = (sign: string | undefined): string =>
  sign === undefined ? '' : `&#${String(sign.codePointAt(0))};`;

function escapeBetween(words: string, { first, last }: Edges): string {
  if (!first && !last) return escapeInline(words);
  const signs = Array.from(words);
  const head = first ? referenceTo(signs.shift()) : '';
  const tail = last ? referenceTo(signs.pop()) : '';
  return head + escapeInline(signs.join('')) + tail;
}

/** Marks must touch words, so the spaces around stand outside them. */
function mark(text: string, sign: string, edges: Edges): string {
  const words = text.trim();
  if (words === '') return text;
  const start = text.indexOf(words);
  const closing = Array.from(sign).reverse().join('');
  return `${text.slice(0, start)}${sign}${escapeBetween(words, edges)}${closing}${text.slice(start + words.length)}`;
}

/** A link; in angle brackets its address needs no further escaping but of these (CommonMark 6.3). Spaces stay outside of it. */
function linked(words: string, address: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(words) ?? [];
  return `${before}[${inner}](<${address.replace(/[<>\\]/gu, encodeURIComponent)}>)${after}`;
}

/** The marks of emphasis that a run stands between. */
const signOf = ({ mark: change, strong, italic }: Run): string =>
  isStruck(change) ? '~~' : `${isAdded(change) || strong === true ? '**' : ''}${italic === true ? '*' : ''}`;

function writeRun(run: Run, edges: Edges): string {
  const { text, mark: change, address, reference } = run;
  if (reference === true) return `[^${text.replace(/[^\p{L}\p{N}*-]/gu, '')}]`;
  const sign = signOf(run);
  const words = sign === '' ? escapeBetween(text, edges) : mark(text, sign, edges);
  return address === undefined || isStruck(change) ? words : linked(words, address);
}

const noEdges: Edges = { first: false, last: false };

function writeRuns(runs: readonly Run[]): string {
  const written = runs.filter(({ text }) => text !== '');
  const edges = edgesAsReferences(
    written.map((run) => ({
      text: run.text,
      marked: signOf(run) !== '',
      bracketed: run.reference === true || (run.address !== undefined && !isStruck(run.mark)),
    })),
  );
  return written.map((run, at) => writeRun(run, edges[at] ?? noEdges)).join('');
}

const writeText = (paragraph: ProgrammeParagraph): string => {
  const aside = paragraph.remark === null ? '' : ` *(${escapeInline(paragraph.remark)})*`;
  return writeRuns(visibleRuns(paragraph)) + aside;
};

const isBullet = (number: string | null): boolean => number === null || !hasLetterOrDigit(number);

function writeParagraph(paragraph: ProgrammeParagraph, headingLevel: number | null): string {
  const { shape } = paragraph;
  const text = writeText(paragraph);
  switch (shape.kind) {
    case 'title':
      return `# ${escapeHeadingEnd(text)}`;
    case 'heading': {
      const number = shape.number === null ? '' : `${shape.number}${/^\d+$/.test(shape.number) ? '.' : ''} `;
      return `${'#'.repeat(Math.min((headingLevel ?? 1) + 1, 6))} ${number}${escapeHeadingEnd(text)}`;
    }
    case 'point':
      if (isBullet(shape.number)) return `- ${escapeLineStart(text)}`;
      if (/^\d{1,9}$/.test(shape.number ?? '')) return `${shape.number ?? ''}. ${escapeLineStart(text)}`;
      return `${printedLabel(shape.kind, shape.number)} ${text}`;
    case 'footnote':
      return shape.number === null ? escapeLineStart(text) : `[^${shape.number}]: ${text}`;
    case 'paragraph':
    case 'leadIn':
    case 'other':
      return escapeLineStart(text);
    default:
      return unreachable(shape.kind);
  }
}

const isListed = ({ shape }: ProgrammeParagraph): boolean =>
  shape.kind === 'point' && (isBullet(shape.number) || /^\d{1,9}$/.test(shape.number ?? ''));

/** Points stand line under line; everything else is parted by an empty line. */
function writeProgramme(paragraphs: readonly ProgrammeParagraph[], levels: readonly (number | null)[]): string {
  return paragraphs
    .map((paragraph, at) => {
      const before = paragraphs[at - 1];
      const gap = before === undefined ? '' : isListed(before) && isListed(paragraph) ? '\n' : '\n\n';
      return gap + writeParagraph(paragraph, levels[at] ?? null);
    })
    .join('');
}

function writeCell(cell: readonly CellBlock[]): string {
  const parts = cell.map((block) => {
    if (block.type === 'prose') return writeRuns(block.runs);
    const label = printedLabel(block.shape.kind, block.shape.number);
    return label === '' ? writeText(block) : `${escapeInline(label)} ${writeText(block)}`;
  });
  return parts.join('<br>');
}

function writeTable({ columns, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ label }) => escapeInline(label))),
    row(columns.map(() => '---')),
    ...rows.map((cells) => row(cells.map(writeCell))),
  ].join('\n');
}

function writeBlocks(blocks: readonly ExportBlock[]): readonly string[] {
  const written: string[] = [];
  for (const stretch of stretchesOf(blocks)) {
    if (stretch.type === 'programme') {
      written.push(writeProgramme(stretch.paragraphs, stretch.levels));
      continue;
    }
    const { block, level } = stretch;
    switch (block.type) {
      case 'heading':
        written.push(`${'#'.repeat(Math.min(level + 1, 6))} ${escapeInline(block.text)}`);
        break;
      case 'prose': {
        const text = writeRuns(block.runs);
        written.push(block.role === 'note' || block.role === 'instruction' ? `*${text}*` : escapeLineStart(text));
        break;
      }
      case 'facts':
        written.push(
          block.rows.map(({ label, value }) => `- ${escapeInline(label)}: ${escapeInline(value)}`).join('\n'),
        );
        break;
      case 'quotation':
        written.push(
          writeProgramme(block.paragraphs, [])
            .split('\n')
            .map((line) => `> ${line}`.trimEnd())
            .join('\n'),
        );
        break;
      case 'table':
        written.push(writeTable(block));
        break;
      case 'picture':
        written.push(escapeInline(block.caption ?? block.picture.alternative));
        break;
      default:
        unreachable(block);
    }
  }
  return written;
}

/**
 * Markdown (CommonMark with GFM). The programme's own text has nothing but its blocks, so that `import` reads the same blocks back;
 * the other papers begin with what they are.
 */
export function writeMarkdown(document: ExportDocument): string {
  const { title, facts } = document.cover;
  const isProgramme = document.view === 'text' || document.view === 'decided';
  const cover = isProgramme
    ? title === null
      ? []
      : [`# ${escapeInline(title)}`]
    : [
        `# ${escapeInline(`${document.paper}: ${document.title}`)}`,
        facts.map(({ label, value }) => `- ${escapeInline(label)}: ${escapeInline(value)}`).join('\n'),
      ];
  const blocks = isProgramme ? document.blocks.filter(({ type }) => type === 'programme') : document.blocks;
  return `${[...cover, ...writeBlocks(blocks)].join('\n\n')}\n`;
}
