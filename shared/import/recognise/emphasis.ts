import type { BlockKind } from '../../domain/block';
import { formatsInOrder, safeLink, type FormatRun } from '../../domain/formats';
import { formatsOfRanges, type LinkRange } from '../readers/formatRanges';

/** A block's text with the formats that its lines had. */
interface Formatted {
  readonly kind: BlockKind;
  readonly text: string;
  readonly formats: readonly FormatRun[];
}

/** Blocks of a kind that a habit of setting them shows itself in, at least. */
const FEWEST = 3;

/** What of the look of a text is no emphasis: none of it, what all of the text has, or any of it. */
interface HouseStyle {
  readonly bold: 'none' | 'whole' | 'all';
  readonly italic: 'none' | 'whole';
}

export const noHouseStyle: HouseStyle = { bold: 'none', italic: 'none' };

/** A heading is heavy by being one, so that the weight of its words says nothing. */
const headingStyle: HouseStyle = { bold: 'all', italic: 'whole' };

const isHeading = (kind: BlockKind): boolean => kind === 'title' || kind === 'heading';

/**
 * The formats that each block keeps (IX3, IX4): those of its letters, without what is only how the document sets blocks of that kind. Linear but for
 * the ordering of the runs of one block.
 */
export function emphasisOf(blocks: readonly Formatted[]): readonly (readonly FormatRun[])[] {
  const bold = habitOf(blocks, 'bold');
  const italic = habitOf(blocks, 'italic');
  const styleOf = (kind: BlockKind): HouseStyle =>
    isHeading(kind)
      ? headingStyle
      : { bold: bold.has(kind) ? 'whole' : 'none', italic: italic.has(kind) ? 'whole' : 'none' };
  return blocks.map(({ kind, text, formats }) =>
    formats.length === 0 ? formats : formatsOfLetters(text, formats, styleOf(kind)),
  );
}

/** The formats of what a person made a heading of (IX3). */
export const asHeadingsAreSet = (kind: BlockKind, text: string, formats: readonly FormatRun[]): readonly FormatRun[] =>
  isHeading(kind) && formats.length > 0 ? formatsOfLetters(text, formats, headingStyle) : formats;

/** The kinds of which more than half of the blocks are set so as a whole. */
function habitOf(blocks: readonly Formatted[], how: 'bold' | 'italic'): ReadonlySet<BlockKind> {
  const all = new Map<BlockKind, number>();
  const whole = new Map<BlockKind, number>();
  const add = (counts: Map<BlockKind, number>, kind: BlockKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const { kind, text, formats } of blocks) {
    add(all, kind);
    if (formats.length > 0 && isWhole(text, stretchesWith(text, formats, how))) add(whole, kind);
  }
  return new Set(
    [...whole].flatMap(([kind, count]) => {
      const total = all.get(kind) ?? 0;
      return total >= FEWEST && count > total / 2 ? [kind] : [];
    }),
  );
}

/**
 * Formats as a block has them: a space is set as both letters beside it are. One form for one look, whatever pieces the file has it in.
 */
export function formatsOfLetters(text: string, formats: readonly FormatRun[], house: HouseStyle): readonly FormatRun[] {
  const kept = (how: 'bold' | 'italic'): readonly LinkRange[] => {
    if (house[how] === 'all') return [];
    const stretches = stretchesWith(text, formats, how);
    return house[how] === 'whole' && isWhole(text, stretches) ? [] : stretches;
  };
  const ranges = { bold: kept('bold'), italic: kept('italic'), links: stretchesWith(text, formats, 'link') };
  return formatsInOrder(formatsOfRanges(ranges), text.length);
}

const isWhole = (text: string, [first, ...more]: readonly LinkRange[]): boolean =>
  first?.start === 0 && first.end === text.length && more.length === 0;

/** Where the text is bold, or italic (`link` is empty then), or which links it has: without spaces at the ends, over spaces between two that are alike. */
function stretchesWith(
  text: string,
  formats: readonly FormatRun[],
  what: 'bold' | 'italic' | 'link',
): readonly LinkRange[] {
  const stretches: { start: number; end: number; readonly link: string }[] = [];
  for (const run of formats) {
    const link = what === 'link' ? safeLink(run.link) : run[what] ? '' : null;
    if (link === null) continue;
    const last = stretches.at(-1);
    let start = Math.max(run.start, last?.end ?? 0);
    let end = Math.min(run.end, text.length);
    while (start < end && text.charAt(start) === ' ') start++;
    while (start < end && text.charAt(end - 1) === ' ') end--;
    if (start >= end) continue;
    if (last?.link === link && isSpace(text, last.end, start)) last.end = end;
    else stretches.push({ start, end, link });
  }
  return stretches;
}

/** Texts of blocks are single-spaced. */
const isSpace = (text: string, from: number, to: number): boolean =>
  from === to || (to === from + 1 && text.charAt(from) === ' ');
