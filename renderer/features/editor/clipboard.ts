import type { Range } from '#shared/core/range';
import { blockKinds, type Block } from '#shared/domain/block';
import { blockOfLink } from '#shared/domain/blockLink';
import {
  formatsInOrder,
  formatsShifted,
  noFormat,
  stretchesOf,
  withFormats,
  type FormatRun,
} from '#shared/domain/formats';
import { printedLabel } from '#shared/domain/label';
import type { NewBlock } from '#shared/schema/draft';
import { blocksOfBrokenLines, looksBroken } from './brokenLines';
import { blockOfLine, blocksOfHtml, isLinesOnly, MOST_BLOCKS, tidied } from './foreignHtml';
import type { CopiedNote, PastedBlock } from './pastedBlock';
import type { Remark } from './remarks';

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

const nameIn = (value: unknown): { readonly id?: string } => (typeof value === 'string' ? { id: value } : {});

const notesFrom = (value: unknown, length: number): readonly CopiedNote[] =>
  Array.isArray(value)
    ? value.slice(0, MOST_NOTES).flatMap((item: unknown): CopiedNote[] => {
        if (typeof item !== 'object' || item === null) return [];
        const { id, offset, text, formats } = item as Readonly<Record<string, unknown>>;
        if (!Number.isSafeInteger(offset) || typeof text !== 'string') return [];
        const at = Math.max(0, Math.min(length, Number(offset)));
        return [{ ...nameIn(id), offset: at, text, ...withFormats(formatsFrom(formats, text.length)) }];
      })
    : [];

const MOST_REMARKS = 50;

const remarksFrom = (value: unknown, length: number): readonly Remark[] =>
  Array.isArray(value)
    ? value.slice(0, MOST_REMARKS).flatMap((item: unknown): Remark[] => {
        if (typeof item !== 'object' || item === null) return [];
        const { id, rangeInText } = item as Readonly<Record<string, unknown>>;
        if (typeof id !== 'string') return [];
        if (typeof rangeInText !== 'object' || rangeInText === null) return [{ id, rangeInText: null }];
        const { start, end } = rangeInText as Readonly<Record<string, unknown>>;
        const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end);
        const place = { start: Math.max(0, Number(start)), end: Math.min(length, Number(end)) };
        return isPlace && place.start < place.end ? [{ id, rangeInText: place }] : [];
      })
    : [];

/** Our own blocks; `null` when it is not that, whoever wrote it. */
export function blocksOfOwn(json: string): readonly PastedBlock[] | null {
  try {
    const parsed: unknown = JSON.parse(json);
    if (!Array.isArray(parsed)) return null;
    return parsed.slice(0, MOST_BLOCKS).flatMap((item: unknown): readonly PastedBlock[] => {
      if (typeof item !== 'object' || item === null) return [];
      const { id, kind, level, text, formats, notes, remarks, isWords } = item as Readonly<Record<string, unknown>>;
      const known = blockKinds.find((one) => one === kind);
      if (known === undefined || typeof text !== 'string') return [];
      return [
        {
          ...nameIn(id),
          isPart: typeof id !== 'string',
          isWords: isWords === true,
          kind: known,
          level: typeof level === 'number' ? level : null,
          text,
          ...withFormats(formatsFrom(formats, text.length)),
          notes: notesFrom(notes, text.length),
          remarks: remarksFrom(remarks, text.length),
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
    ? [
        {
          ...nameIn(only.id),
          kind: 'paragraph',
          isWords: only.isWords === true,
          text: only.text,
          ...withFormats(only.formats ?? []),
          notes: only.notes ?? [],
          remarks: only.remarks ?? [],
        },
      ]
    : blocks;
};

/** Words of one line have the spaces around them that their plain text has: who copies a word with the space after it wants both. */
function withEdges(blocks: readonly PastedBlock[], plain: string): readonly PastedBlock[] {
  const [only, ...more] = blocks;
  if (only?.kind !== 'paragraph' || more.length > 0) return blocks;
  const before = /^[ \u00a0](?=.*\S)/u.exec(plain)?.[0] ?? '';
  const after = /(?<=\S.*)[ \u00a0]$/u.exec(plain)?.[0] ?? '';
  const notes = only.notes?.map((note) => ({ ...note, offset: note.offset + before.length }));
  return [
    {
      ...only,
      text: before + only.text + after,
      ...withFormats(formatsShifted(only.formats, before.length)),
      ...(notes && { notes }),
    },
  ];
}

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
    if (fromHtml.length > 0) return withEdges(fromHtml, plain);
  }
  return withEdges(asWords(blocksOfText(plain)), plain);
}

/** A footnote as it is copied, with its number where it stands. */
export interface CalledNote extends CopiedNote {
  readonly number: string;
}

/** A part of a block, as it is copied. */
export interface CopiedBlock {
  readonly block: Pick<Block, 'id' | 'kind' | 'level'>;
  readonly number: string | null;
  readonly text: string;
  readonly formats: readonly FormatRun[];
  /** The whole block, with its number; else only some of its words. */
  readonly whole: boolean;
  /** No part of a word is at its edges. */
  readonly isWords: boolean;
  /** The footnotes called in it. */
  readonly notes: readonly CalledNote[];
  /** What is said about it. */
  readonly remarks: readonly Remark[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** The number as it is printed before a whole block, with the space after it. */
const labelOf = ({ block, number, whole }: CopiedBlock): string => {
  const label = whole ? printedLabel(block.kind, number) : '';
  return label === '' ? '' : `${label} `;
};

const htmlOfWords = (
  text: string,
  formats: readonly FormatRun[] = [],
  within: Range = { start: 0, end: text.length },
): string =>
  stretchesOf(text, formats, within)
    .map(({ text: words, bold, italic, link }) => {
      const leaning = italic ? `<em>${escaped(words)}</em>` : escaped(words);
      const weighted = bold ? `<strong>${leaning}</strong>` : leaning;
      return link === null || blockOfLink(link) !== null ? weighted : `<a href="${escaped(link)}">${weighted}</a>`;
    })
    .join('');

/** A text with what calls its footnotes at their places; `partOf` yields the words between two of them. */
const withCalls = <Note extends CalledNote>(
  { text, notes }: { readonly text: string; readonly notes: readonly Note[] },
  partOf: (within: Range) => string,
  callOf: (note: Note) => string,
): string => {
  let start = 0;
  const parts = notes.map((note) => {
    const words = partOf({ start, end: note.offset });
    start = note.offset;
    return words + callOf(note);
  });
  return parts.join('') + partOf({ start, end: text.length });
};

/** The two ends of the pair of links by which word processors, and we, know a footnote in HTML. */
const noteLink = (nth: number, number: string, from: string, to: string): string =>
  `<a style="mso-footnote-id:ftn${nth}" name="_${from}${nth}" href="#_${to}${nth}"><sup>[${escaped(number)}]</sup></a>`;

const ownOf = (copied: readonly CopiedBlock[]): string =>
  JSON.stringify(
    copied.map(({ block, text, formats, whole, isWords, notes, remarks }) => ({
      ...(whole && { id: block.id }),
      ...(isWords && { isWords }),
      kind: block.kind,
      level: block.level,
      text,
      ...withFormats(formats),
      ...(notes.length > 0 && { notes }),
      ...(remarks.length > 0 && { remarks }),
    })),
  );

/** Puts blocks on a clipboard: for our own windows, for Word, and as plain text with numbers, footnotes at the end. */
export function writeClipboard(data: DataTransfer, copied: readonly CopiedBlock[]): void {
  const called = copied.flatMap(({ notes }) => notes);
  const nthOf = new Map(called.map((note, index) => [note, index + 1]));
  const plain = copied.map(
    (item) =>
      labelOf(item) +
      withCalls(
        item,
        ({ start, end }) => item.text.slice(start, end),
        ({ number }) => `[${number}]`,
      ),
  );
  const plainNotes = called.map(({ number, text }) => `[${number}] ${text}`);
  data.setData('text/plain', [...plain, ...(called.length > 0 ? ['', ...plainNotes] : [])].join('\n'));
  // The break before or after what is selected is no paragraph of another program's.
  const words = copied.filter(({ text, whole, notes }) => whole || text !== '' || notes.length > 0);
  const html = words.map((item) => {
    const { kind, level } = item.block;
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? `h${Math.min(6, (level ?? 1) + 1)}` : 'p';
    const words = withCalls(
      item,
      (within) => htmlOfWords(item.text, item.formats, within),
      (note) => noteLink(nthOf.get(note) ?? 0, note.number, 'ftnref', 'ftn'),
    );
    return `<${tag}>${escaped(labelOf(item))}${words}</${tag}>`;
  });
  const htmlNotes = called.map((note, index) => {
    const link = noteLink(index + 1, note.number, 'ftn', 'ftnref');
    return `<div style="mso-element:footnote" id="ftn${index + 1}"><p>${link} ${htmlOfWords(note.text, note.formats)}</p></div>`;
  });
  const list = htmlNotes.length > 0 ? [`<div style="mso-element:footnote-list">${htmlNotes.join('')}</div>`] : [];
  data.setData('text/html', [...html, ...list].join('\n'));
  data.setData(OWN_TYPE, ownOf(copied));
}

/** What is copied, as it is pasted in our own windows. */
export const blocksOfCopied = (copied: readonly CopiedBlock[]): readonly PastedBlock[] =>
  asWords(blocksOfOwn(ownOf(copied)) ?? []);
