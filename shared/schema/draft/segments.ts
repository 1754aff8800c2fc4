import * as Y from 'yjs';
import type { Range } from '../../core/range';
import { isPlain, noFormat, safeLink, type Format, type FormatRun } from '../../domain/formats';
import { linkToBlock } from '../../domain/blockLink';

/** A run of characters that stand together in the Y.Text. */
interface Run {
  /** Index in the Y.Text, in Yjs units (a UTF-16 unit or an embed counts 1). */
  readonly index: number;
  /** Offset of its first character in the segment's text, in UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
  /** A reference: one unit in the Y.Text, whatever it reads as; in or out as a whole. Absent for characters. */
  readonly ref?: string;
}

/** Where a run ends in the Y.Text. */
const endOfRun = ({ index, length, ref }: Run): number => index + (ref === undefined ? length : 1);

export interface Include {
  readonly block: string;
  readonly key: string;
  /** Index of the embed in the Y.Text. */
  readonly index: number;
}

export interface FootnoteMark {
  /** As it was printed; `null` where it is that of `note`. */
  readonly number: string | null;
  /** The block of the footnote, where the marker knows it. */
  readonly note: string | null;
  /** Offset in the segment's text, in UTF-16 code units. */
  readonly offset: number;
  readonly index: number;
}

/** A part of one Y.Text, from one split embed (or the start) to the next (or the end): the text of one block. */
export interface Segment {
  /** Id of the Y.Text. */
  readonly host: string;
  /** The block whose text it is. */
  readonly block: string;
  /** Index in the Y.Text where it starts, after its own split embed. */
  readonly from: number;
  /** Index in the Y.Text where it ends: that of the next split embed, or the length. */
  readonly to: number;
  readonly text: string;
  readonly runs: readonly Run[];
  readonly includes: readonly Include[];
  readonly footnotes: readonly FootnoteMark[];
  /** What is bold, italic or a link, by offsets in the segment's text. */
  readonly formats: readonly FormatRun[];
  /** Indexes of the split embeds that name this block: its own one first, then any that undo doubled. */
  readonly splits: readonly number[];
}

interface GrowingSegment {
  readonly block: string;
  readonly from: number;
  text: string;
  readonly runs: Run[];
  readonly includes: Include[];
  readonly footnotes: FootnoteMark[];
  readonly formats: FormatRun[];
  readonly splits: number[];
}

const none: readonly never[] = [];

/** A list as it is kept for thousands of segments: most are empty, and a list that grew has room for more than it will ever hold. */
const kept = <Item>(grown: readonly Item[]): readonly Item[] => (grown.length === 0 ? none : grown.slice());

const opened = (block: string, from: number, splits: number[]): GrowingSegment => ({
  block,
  from,
  text: '',
  runs: [],
  includes: [],
  footnotes: [],
  formats: [],
  splits,
});

type Embed =
  | { readonly type: 'split'; readonly block: string }
  | { readonly type: 'include'; readonly block: string; readonly key: string }
  | { readonly type: 'footnote'; readonly number: string | null; readonly note: string | null }
  | { readonly type: 'reference'; readonly target: string }
  | { readonly type: 'unknown' };

function readEmbed(value: unknown): Embed {
  if (typeof value !== 'object' || value === null) return { type: 'unknown' };
  const embed = value as Readonly<Record<string, unknown>>;
  const { split, include, key, footnote, note, ref } = embed;
  if (typeof split === 'string') return { type: 'split', block: split };
  if (typeof include === 'string' && typeof key === 'string') return { type: 'include', block: include, key };
  if (typeof footnote === 'string') return { type: 'footnote', number: footnote, note: null };
  if (typeof note === 'string') return { type: 'footnote', number: null, note };
  if (typeof ref === 'string' && linkToBlock(ref) !== null) return { type: 'reference', target: ref };
  return { type: 'unknown' };
}

/** One block is one line: characters that would break it are read as spaces, one for one, so that offsets hold. */
const oneLine = (text: string): string =>
  /[\n\r\u2028\u2029]/u.test(text) ? text.replace(/[\n\r\u2028\u2029]/gu, ' ') : text;

/** The format after one of Yjs's formatting items. What a peer may have written and we do not know is as if it were not there. */
function formatAfter(format: Format, key: string, value: unknown): Format {
  if (key === 'bold' || key === 'italic') return { ...format, [key]: value === true };
  return key === 'link' ? { ...format, link: safeLink(value) } : format;
}

/**
 * Reads a Y.Text into its segments. `isHome(block)` tells whether a split embed in this Y.Text may be that block's home;
 * the text after one that may not, and after a doubled one, continues the block before. `nameOf` tells what a reference to a block reads as.
 * Linear in the Y.Text's items.
 */
export function readSegments(
  host: string,
  text: Y.Text,
  isHome: (block: string) => boolean,
  nameOf: (target: string) => string,
): readonly Segment[] {
  const grown: GrowingSegment[] = [];
  const seen = new Map<string, GrowingSegment>();
  let current = opened(host, 0, []);
  grown.push(current);
  seen.set(host, current);
  const ends: number[] = [];
  let index = 0;
  let format = noFormat;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, length } = item;
    if (content instanceof Y.ContentFormat) format = formatAfter(format, content.key, content.value);
    if (!item.countable) continue;
    if (content instanceof Y.ContentString) {
      const offset = current.text.length;
      if (!isPlain(format)) current.formats.push({ start: offset, end: offset + length, ...format });
      const last = current.runs.at(-1);
      if (last && last.ref === undefined && endOfRun(last) === index) {
        current.runs[current.runs.length - 1] = { ...last, length: last.length + length };
      } else {
        current.runs.push({ index, offset: current.text.length, length });
      }
      current.text += oneLine(content.str);
    } else if (content instanceof Y.ContentEmbed) {
      const embed = readEmbed(content.embed);
      if (embed.type === 'split') {
        const first = seen.get(embed.block);
        if (first === undefined && isHome(embed.block)) {
          ends.push(index);
          current = opened(embed.block, index + 1, [index]);
          grown.push(current);
          seen.set(embed.block, current);
        } else {
          first?.splits.push(index);
        }
      } else if (embed.type === 'include') {
        current.includes.push({ block: embed.block, key: embed.key, index });
      } else if (embed.type === 'footnote') {
        current.footnotes.push({ number: embed.number, note: embed.note, offset: current.text.length, index });
      } else if (embed.type === 'reference') {
        const [offset, name] = [current.text.length, nameOf(embed.target)];
        const link = linkToBlock(embed.target);
        current.formats.push({ start: offset, end: offset + name.length, ...format, link });
        current.runs.push({ index, offset, length: name.length, ref: embed.target });
        current.text += name;
      }
    }
    index += length;
  }
  ends.push(index);
  return grown.map(({ block, from, text: words, runs, includes, footnotes, formats, splits }, position) => ({
    host,
    block,
    from,
    to: ends[position] ?? index,
    text: words,
    runs: kept(runs),
    includes: kept(includes),
    footnotes: kept(footnotes),
    formats: kept(formats),
    splits: kept(splits),
  }));
}

/** The blocks that embeds in a Y.Text name. */
interface Named {
  /** By splits, in order, doubled ones too. */
  readonly splits: readonly string[];
  /** By references. */
  readonly refs: readonly string[];
}

export function namesIn(text: Y.Text): Named {
  const [splits, refs]: [string[], string[]] = [[], []];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentEmbed)) continue;
    const embed = readEmbed(item.content.embed);
    if (embed.type === 'split') splits.push(embed.block);
    else if (embed.type === 'reference') refs.push(embed.target);
  }
  return { splits, refs };
}

/**
 * The index in the Y.Text where what is typed at `offset` belongs: right after the character before it (and the footnote
 * marks that hang on that), so that it stays beside it whatever others do; at the segment's start for offset 0. Within a reference: after it.
 */
export function insertionIndex(segment: Segment, offset: number): number {
  if (offset <= 0) return segment.from;
  const run = segment.runs.find(({ offset: start, length }) => start < offset && offset <= start + length);
  let index =
    run === undefined ? segment.to : run.ref === undefined ? run.index + (offset - run.offset) : run.index + 1;
  while (segment.footnotes.some((mark) => mark.index === index)) index += 1;
  return index;
}

/** The offset in the segment's text of an index of the Y.Text. */
export function offsetOfIndex({ runs }: Segment, index: number): number {
  const run = runs.findLast(({ index: start }) => start <= index);
  if (run === undefined) return 0;
  if (run.ref !== undefined) return run.offset + (index > run.index ? run.length : 0);
  return run.offset + Math.min(index - run.index, run.length);
}

/** The part of the segment's text that the units `[from, to)` of the Y.Text hold; `null` for none. */
export function rangeOfIndexes({ runs }: Segment, from: number, to: number): Range | null {
  const within = runs.flatMap((run) => {
    const { index, offset, length, ref } = run;
    const [start, end] = [Math.max(from, index), Math.min(to, endOfRun(run))];
    if (start >= end) return [];
    return [
      ref === undefined
        ? { start: start - index + offset, end: end - index + offset }
        : { start: offset, end: offset + length },
    ];
  });
  const [first, last] = [within[0], within.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Where a new embed that ends the segment goes. */
export const endIndex = (segment: Segment): number => segment.to;

/**
 * The half-open parts of the Y.Text that hold the characters `[start, end)` of the segment, the references that lie in it with any part, and the
 * footnote marks between them: a mark at the end is another's, unless all to the end of the text is meant (`end` is infinite).
 */
export function indexRanges(
  segment: Segment,
  start: number,
  end: number,
): readonly { index: number; length: number }[] {
  const characters = segment.runs.flatMap((run) => {
    const from = Math.max(start, run.offset);
    const to = Math.min(end, run.offset + run.length);
    if (from >= to) return [];
    return [
      run.ref === undefined
        ? { index: run.index + (from - run.offset), length: to - from }
        : { index: run.index, length: 1 },
    ];
  });
  const marks = segment.footnotes
    .filter(({ offset }) => (start < offset || (start <= 0 && end === Infinity)) && offset < end)
    .map(({ index }) => ({ index, length: 1 }));
  return [...characters, ...marks].sort((a, b) => a.index - b.index);
}
