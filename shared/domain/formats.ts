import type { Range } from '../core/range';
import { offsetAfter, spliceBetween, type Splice } from '../core/textSplice';
import type { Block } from './block';
import { blockOfLink } from './blockLink';

/** How words are shown. A link is one that `safeLink` lets through, or leads to a block of the same text (`references.ts`); `null` for none. */
export interface Format {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
}

/** A stretch of a block's text with a format. Half-open, in UTF-16 code units of the block's text. */
export interface FormatRun extends Range, Format {}

export const noFormat: Format = { bold: false, italic: false, link: null };

export const isPlain = ({ bold, italic, link }: Format): boolean => !bold && !italic && link === null;

export const sameFormat = (a: Format, b: Format): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link;

export const sameFormats = (a: readonly FormatRun[] = [], b: readonly FormatRun[] = []): boolean =>
  a.length === b.length &&
  a.every((run, index) => {
    const other = b[index];
    return other !== undefined && run.start === other.start && run.end === other.end && sameFormat(run, other);
  });

/** Longer addresses are nobody's: they carry data, not a place. */
const LONGEST_LINK = 2000;

/** Spaces, control characters and signs that no address has unescaped (RFC 3986, 2), nor what hides the direction of reading. */
const notInAddresses = /[\u0000-\u0020\u007f-\u00a0"<>\\^`{|}\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/u;

/**
 * An address that a text may lead to, as it is kept; `null` for any other. Only the web and mail: what a browser could run, or a file of
 * the reader's, is no link, nor is one that names a user before the host, for it shows another place than it leads to.
 */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string') return null;
  const trimmed = address.trim();
  if (trimmed.length > LONGEST_LINK || notInAddresses.test(trimmed)) return null;
  return /^https?:\/\/[^/?#@]+(?:[/?#]|$)/iu.test(trimmed) || /^mailto:[^@?]+@[^@?]+(?:\?|$)/iu.test(trimmed)
    ? trimmed
    : null;
}

/** A link as a text keeps it: one that is safe, or one to another block of the text. */
const keptLink = (link: string | null): string | null => (blockOfLink(link) === null ? safeLink(link) : link);

/**
 * Runs in the one form that a block has them: within the text, in order, none empty or plain, neighbours that are alike joined, links
 * safe. Of two that overlap the later one begins where the earlier ends. Total.
 */
export function formatsInOrder(runs: readonly FormatRun[], length: number): readonly FormatRun[] {
  const ordered: FormatRun[] = [];
  for (const run of [...runs].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ordered.at(-1);
    const start = Math.max(run.start, last?.end ?? 0, 0);
    const end = Math.min(run.end, length);
    const format: Format = { bold: run.bold, italic: run.italic, link: keptLink(run.link) };
    if (!(start < end) || isPlain(format)) continue;
    if (last?.end === start && sameFormat(last, format)) ordered[ordered.length - 1] = { ...last, end };
    else ordered.push({ start, end, ...format });
  }
  return ordered;
}

/** The `formats` field of a block: absent where the text is plain, so that older texts keep their hashes. */
export const withFormats = (formats: readonly FormatRun[]): { readonly formats?: readonly FormatRun[] } =>
  formats.length > 0 ? { formats } : {};

/** The format of the character at an offset. */
export function formatAt(formats: readonly FormatRun[] = [], offset: number): Format {
  const run = formats.find(({ start, end }) => start <= offset && offset < end);
  return run ? { bold: run.bold, italic: run.italic, link: run.link } : noFormat;
}

/** A part of a text in stretches of one format each, plain ones too. */
export interface FormattedText extends Format {
  readonly text: string;
}

/** What stands in `within`, stretch by stretch; together they are that part of the text exactly. */
export function stretchesOf(text: string, formats: readonly FormatRun[] = [], within: Range): readonly FormattedText[] {
  const stretches: FormattedText[] = [];
  const add = (start: number, end: number, format: Format): void => {
    if (start < end) stretches.push({ text: text.slice(start, end), ...format });
  };
  let at = within.start;
  for (const { start, end, bold, italic, link } of formats) {
    const from = Math.max(start, at);
    const to = Math.min(end, within.end);
    if (from >= to) continue;
    add(at, from, noFormat);
    add(from, to, { bold, italic, link });
    at = to;
  }
  add(at, within.end, noFormat);
  return stretches;
}

/** The formats of a part of a text, counted from where the part begins. */
export const formatsWithin = (formats: readonly FormatRun[] = [], { start, end }: Range): readonly FormatRun[] =>
  formats.flatMap((run) => {
    const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
    return from < to ? [{ ...run, start: from - start, end: to - start }] : [];
  });

/** The same formats in a text before which `by` characters have come to stand. */
export const formatsShifted = (formats: readonly FormatRun[] = [], by: number): readonly FormatRun[] =>
  formats.map((run) => ({ ...run, start: run.start + by, end: run.end + by }));

/** The formats of a text in which one splice was made: what was put in place of words within one run is in it, all else that was put in is plain. */
export const formatsAfter = (
  formats: readonly FormatRun[] = [],
  { start, end, inserted }: Splice,
  length: number,
): readonly FormatRun[] => {
  const shift = inserted.length - (end - start);
  return formatsInOrder(
    formats.map((run) => {
      const isWithin = run.start <= start && end <= run.end && (start < end || (run.start < start && start < run.end));
      const from =
        isWithin || run.start < start ? run.start : run.start >= end ? run.start + shift : start + inserted.length;
      const to = run.end >= end && (isWithin || run.end > start) ? run.end + shift : Math.min(run.end, start);
      return { ...run, start: from, end: to };
    }),
    length,
  );
};

/** A footnote's marker stays behind the word it stood behind, also where letters were set in at the end of that. */
function markerAfter(offset: number, splice: Splice): number {
  const { start, end, inserted } = splice;
  const lettersMore = offset === start && start === end ? /^[\p{L}\p{M}\p{N}]*/u.exec(inserted)?.[0].length : 0;
  return offsetAfter(offset, splice) + (lettersMore ?? 0);
}

/** The block with another text; formats and footnotes stay with the words that stay. */
export function withText({ formats, footnoteRefs, ...block }: Block, text: string): Block {
  const splice = spliceBetween(block.text, text, null);
  const kept = splice ? formatsAfter(formats, splice, text.length) : (formats ?? []);
  const refs = splice ? footnoteRefs.map((ref) => ({ ...ref, offset: markerAfter(ref.offset, splice) })) : footnoteRefs;
  return { ...block, text, footnoteRefs: refs, ...withFormats(kept) };
}
