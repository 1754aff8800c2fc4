import { blockKinds } from '#shared/domain/block';
import { blockOfLink } from '#shared/domain/blockLink';
import { formatsInOrder, noFormat, stretchesOf, withFormats, type FormatRun } from '#shared/domain/formats';
import { printedLabel } from '#shared/domain/label';
import type { DraftBlock, NewBlock } from '#shared/schema/draft';
import { blocksOfBrokenLines, looksBroken } from './brokenLines';
import { blockOfLine, blocksOfHtml, isLinesOnly, MOST_BLOCKS, tidied } from './foreignHtml';
import type { CopiedNote, PastedBlock } from './pastedBlock';

/** How our own blocks travel between our own windows. */
export const OWN_TYPE = 'application/x-programrevisjon-blocks';

/** Plain text as blocks: one a line, empty lines left out. */
export const blocksOfText = (text: string): readonly NewBlock[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => tidied([{ text: line, ...noFormat }]))
    .filter(({ text: line }) => line !== '')
    .slice(0, MOST_BLOCKS)
    .map(blockOfLine);

/** Formats that another window, or anyone, has put on the clipboard. */
const formatsFrom = (value: unknown, length: number): readonly FormatRun[] =>
  Array.isArray(value)
    ? formatsInOrder(
        value.flatMap((item: unknown): FormatRun[] => {
          if (typeof item !== 'object' || item === null) return [];
          const { start, end, bold, italic, link } = item as Readonly<Record<string, unknown>>;
          if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return [];
          const address = typeof link === 'string' ? link : null;
          return [
            { start: Number(start), end: Number(end), bold: bold === true, italic: italic === true, link: address },
          ];
        }),
        length,
      )
    : [];

const MOST_NOTES = 50;

const notesFrom = (value: unknown, length: number): readonly CopiedNote[] =>
  Array.isArray(value)
    ? value.slice(0, MOST_NOTES).flatMap((item: unknown): CopiedNote[] => {
        if (typeof item !== 'object' || item === null) return [];
        const { offset, text, formats } = item as Readonly<Record<string, unknown>>;
        if (!Number.isSafeInteger(offset) || typeof text !== 'string') return [];
        const at = Math.max(0, Math.min(length, Number(offset)));
        return [{ offset: at, text, ...withFormats(formatsFrom(formats, text.length)) }];
      })
    : [];

/** Our own blocks; `null` when it is not that, whoever wrote it. */
export function blocksOfOwn(json: string): readonly PastedBlock[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    if (!Array.isArray(parsed)) return null;
    return parsed.slice(0, MOST_BLOCKS).flatMap((item: unknown): readonly PastedBlock[] => {
      if (typeof item !== 'object' || item === null) return [];
      const { kind, level, text, formats, notes } = item as Readonly<Record<string, unknown>>;
      const known = blockKinds.find((one) => one === kind);
      if (known === undefined || typeof text !== 'string') return [];
      return [
        {
          kind: known,
          level: typeof level === 'number' ? level : null,
          text,
          ...withFormats(formatsFrom(formats, text.length)),
          notes: notesFrom(notes, text.length),
        },
      ];
    });
  } catch {
    return null;
  }
}

/** A single line of ours or of plain text is words, whatever it was taken from. */
const asWords = (blocks: readonly PastedBlock[]): readonly PastedBlock[] => {
  const [only, ...more] = blocks;
  return only && more.length === 0
    ? [{ kind: 'paragraph', text: only.text, ...withFormats(only.formats ?? []), notes: only.notes ?? [] }]
    : blocks;
};

/** What a clipboard holds, as blocks; a single paragraph is words to be put into a text. Lines broken to fit a page take a moment to be put together. */
export function blocksOfClipboard(data: DataTransfer): readonly PastedBlock[] | Promise<readonly PastedBlock[]> {
  const own = data.getData(OWN_TYPE);
  const blocks = own === '' ? null : blocksOfOwn(own);
  if (blocks !== null) return asWords(blocks);
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  const isBroken = looksBroken(plain) && (html === '' || isLinesOnly(html));
  if (isBroken) return blocksOfBrokenLines(plain).then(asWords);
  if (html !== '') {
    const fromHtml = blocksOfHtml(html);
    if (fromHtml.length > 0) return fromHtml;
  }
  return asWords(blocksOfText(plain));
}

/** A part of a block, as it is copied. */
export interface CopiedBlock {
  readonly block: DraftBlock;
  readonly number: string | null;
  readonly text: string;
  readonly formats: readonly FormatRun[];
  /** The whole block, with its number; else only some of its words. */
  readonly whole: boolean;
  /** The footnotes called in it. */
  readonly notes: readonly CopiedNote[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The number as it is printed before a whole block, with the space after it. */
const labelOf = ({ block, number, whole }: CopiedBlock): string => {
  const label = whole ? printedLabel(block.kind, number) : '';
  return label === '' ? '' : `${label} `;
};

const htmlOf = ({ text, formats }: CopiedBlock): string =>
  stretchesOf(text, formats, { start: 0, end: text.length })
    .map(({ text: words, bold, italic, link }) => {
      const leaning = italic ? `<em>${escaped(words)}</em>` : escaped(words);
      const weighted = bold ? `<strong>${leaning}</strong>` : leaning;
      return link === null || blockOfLink(link) !== null ? weighted : `<a href="${escaped(link)}">${weighted}</a>`;
    })
    .join('');

/** Puts blocks on a clipboard: for our own windows, for Word, and as plain text with numbers. */
export function writeClipboard(data: DataTransfer, copied: readonly CopiedBlock[]): void {
  data.setData('text/plain', copied.map((item) => labelOf(item) + item.text).join('\n'));
  const html = copied.map((item) => {
    const { kind, level } = item.block;
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? `h${Math.min(6, (level ?? 1) + 1)}` : 'p';
    return `<${tag}>${escaped(labelOf(item))}${htmlOf(item)}</${tag}>`;
  });
  data.setData('text/html', html.join('\n'));
  data.setData(
    OWN_TYPE,
    JSON.stringify(
      copied.map(({ block, text, formats, notes }) => ({
        kind: block.kind,
        level: block.level,
        text,
        ...withFormats(formats),
        ...(notes.length > 0 && { notes }),
      })),
    ),
  );
}
