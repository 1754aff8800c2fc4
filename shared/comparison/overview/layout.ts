import type { Alignment, BlockChange } from '../../diff';
import type { Block } from '../../domain/block';
import { chapterMap, type ChapterName } from '../chapterTrail';
import { drawTogether } from './together';

/** One period's programme, to be drawn as a strip. */
export interface OverviewPeriod {
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** From `top` to `bottom`, in pixels from the top of the picture. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export interface OverviewChapter extends ChapterName, Span {}

/** A programme from top to bottom. A block's height follows the length of its text, by the same scale in all strips. */
export interface OverviewStrip {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly chapters: readonly OverviewChapter[];
  /** `blocks[i]` is where block `i` stands. */
  readonly blocks: readonly Span[];
}

/** Where some blocks went, from the strip `gap` to the strip `gap + 1`. */
export interface OverviewBand {
  readonly gap: number;
  readonly kind: 'unchanged' | 'reworded' | 'split' | 'joined';
  readonly moved: boolean;
  readonly retyped: boolean;
  readonly from: Span;
  readonly to: Span;
  /** Block indices of the earlier and the later strip, ascending; neighbours with the same fate share a band. */
  readonly base: readonly number[];
  readonly current: readonly number[];
  /** Bands that are drawn as this one, since they lie closer than could be told apart (O10); 1 nearly always. */
  readonly together: number;
}

/** Blocks that end at the strip `gap` (deleted), or start at the strip `gap + 1` (inserted). */
export interface OverviewEnd extends Span {
  readonly gap: number;
  readonly kind: 'inserted' | 'deleted';
  /** Ascending. */
  readonly blocks: readonly number[];
  /** As of bands. */
  readonly together: number;
}

export interface Overview {
  readonly width: number;
  readonly height: number;
  readonly strips: readonly OverviewStrip[];
  readonly bands: readonly OverviewBand[];
  readonly ends: readonly OverviewEnd[];
}

export interface OverviewSize {
  readonly width: number;
  readonly height: number;
}

const HEADER = 44;
const FOOTER = 12;
export const STRIP_WIDTH = 30;
/** Room for the chapters' names beside the first and the last strip. */
const LABELS = 210;
const CHAPTER_GAP = 7;
/** Chapters may take this share of the height for their gaps. */
const MOST_GAPS = 0.2;
/** What a block weighs before its first letter: its number, and the space below it. */
const BLOCK_WEIGHT = 40;

const weightOf = ({ text, kind }: Block): number => BLOCK_WEIGHT + text.length * (kind === 'heading' ? 1.6 : 1);

/** Rules O1–O3. */
function layoutStrips(periods: readonly OverviewPeriod[], { width, height }: OverviewSize): readonly OverviewStrip[] {
  const room = Math.max(1, height - HEADER - FOOTER);
  const maps = periods.map(({ blocks }) => chapterMap(blocks));
  const mostChapters = Math.max(1, ...maps.map(({ chapters }) => chapters.length));
  const gap = Math.min(CHAPTER_GAP, (room * MOST_GAPS) / mostChapters);
  const heaviest = Math.max(1, ...periods.map(({ blocks }) => blocks.reduce((sum, block) => sum + weightOf(block), 0)));
  const scale = (room - gap * mostChapters) / heaviest;
  const step = periods.length < 2 ? 0 : (width - 2 * LABELS - STRIP_WIDTH) / (periods.length - 1);
  return periods.map(({ name, blocks }, at) => {
    const map = maps[at];
    const left = periods.length < 2 ? (width - STRIP_WIDTH) / 2 : LABELS + at * step;
    let y = HEADER;
    let chapter = -1;
    const spans = blocks.map((block, index): Span => {
      const own = map?.chapterAt(index) ?? -1;
      if (own !== chapter && index > 0) y += gap;
      chapter = own;
      const top = y;
      y += weightOf(block) * scale;
      return { top, bottom: y };
    });
    const chapters = (map?.chapters ?? []).map((one, index) => {
      const end = map?.chapters[index + 1]?.heading ?? blocks.length;
      return { ...one, top: spans[one.heading]?.top ?? HEADER, bottom: spans[end - 1]?.bottom ?? HEADER };
    });
    return { name, left, right: left + STRIP_WIDTH, chapters, blocks: spans };
  });
}

const spanOf = (strip: OverviewStrip, indices: readonly number[]): Span => ({
  top: strip.blocks[indices[0] ?? 0]?.top ?? HEADER,
  bottom: strip.blocks[indices.at(-1) ?? 0]?.bottom ?? HEADER,
});

const heightOf = ({ top, bottom }: Span): number => bottom - top;

/** A span cut into parts that are as high, relative to each other, as the blocks they lead to. */
function cutSpan(span: Span, parts: readonly Span[]): readonly Span[] {
  const total = parts.reduce((sum, part) => sum + heightOf(part), 0) || 1;
  let top = span.top;
  return parts.map((part) => {
    const bottom = top + (heightOf(span) * heightOf(part)) / total;
    const cut = { top, bottom };
    top = bottom;
    return cut;
  });
}

type Pair = Pick<OverviewBand, 'from' | 'to' | 'base' | 'current'>;

/** A split forks, a join merges; what was redistributed among several does both, part by part. Rule O5. */
function pairsOf({ base, current }: BlockChange, from: OverviewStrip, to: OverviewStrip): readonly Pair[] {
  const whole = { from: spanOf(from, base), to: spanOf(to, current) };
  if (base.length <= 1 && current.length <= 1) return [{ ...whole, base, current }];
  const [first, second] = [base.map((index) => spanOf(from, [index])), current.map((index) => spanOf(to, [index]))];
  if (base.length === 1) {
    const cuts = cutSpan(whole.from, second);
    return current.map((index, at) => ({
      from: cuts[at] ?? whole.from,
      to: second[at] ?? whole.to,
      base,
      current: [index],
    }));
  }
  if (current.length === 1) {
    const cuts = cutSpan(whole.to, first);
    return base.map((index, at) => ({
      from: first[at] ?? whole.from,
      to: cuts[at] ?? whole.to,
      base: [index],
      current,
    }));
  }
  const most = Math.max(base.length, current.length);
  return Array.from({ length: most }, (_, at) => {
    const b = Math.floor((at * base.length) / most);
    const c = Math.floor((at * current.length) / most);
    return {
      from: first[b] ?? whole.from,
      to: second[c] ?? whole.to,
      base: [base[b] ?? 0],
      current: [current[c] ?? 0],
    };
  });
}

const follows = (before: readonly number[], after: readonly number[]): boolean =>
  (before.at(-1) ?? -2) + 1 === after[0];

/** Rules O4–O7. */
function connect(
  alignment: Alignment,
  gap: number,
  from: OverviewStrip,
  to: OverviewStrip,
  isChapterStart: (side: 0 | 1, index: number) => boolean,
): { readonly bands: readonly OverviewBand[]; readonly ends: readonly OverviewEnd[] } {
  const bands: Growing<OverviewBand, 'base' | 'current'>[] = [];
  const ends: Growing<OverviewEnd, 'blocks'>[] = [];
  for (const change of alignment.changes) {
    const { kind, moved, retyped } = change;
    if (kind === 'inserted' || kind === 'deleted') {
      const side = kind === 'inserted' ? 1 : 0;
      const blocks = kind === 'inserted' ? change.current : change.base;
      const span = spanOf(kind === 'inserted' ? to : from, blocks);
      const last = ends.at(-1);
      if (last?.kind === kind && follows(last.blocks, blocks) && !isChapterStart(side, blocks[0] ?? 0)) {
        last.blocks.push(...blocks);
        ends[ends.length - 1] = { ...last, bottom: span.bottom };
      } else ends.push({ gap, kind, blocks: [...blocks], together: 1, ...span });
      continue;
    }
    for (const pair of pairsOf(change, from, to)) {
      const last = bands.at(-1);
      const goesOn =
        last?.kind === 'unchanged' &&
        kind === 'unchanged' &&
        last.moved === moved &&
        last.retyped === retyped &&
        follows(last.base, pair.base) &&
        follows(last.current, pair.current) &&
        !isChapterStart(0, pair.base[0] ?? 0) &&
        !isChapterStart(1, pair.current[0] ?? 0);
      if (goesOn) {
        last.base.push(...pair.base);
        last.current.push(...pair.current);
        bands[bands.length - 1] = {
          ...last,
          from: { top: last.from.top, bottom: pair.from.bottom },
          to: { top: last.to.top, bottom: pair.to.bottom },
        };
      } else
        bands.push({
          gap,
          kind,
          moved,
          retyped,
          together: 1,
          ...pair,
          base: [...pair.base],
          current: [...pair.current],
        });
    }
  }
  return { bands, ends };
}

/** A shape whose blocks are still being gathered. */
type Growing<Shape, Lists extends keyof Shape> = Omit<Shape, Lists> & Record<Lists, number[]>;

/**
 * Where everything stands in the picture: a strip for each period, oldest first, and bands between neighbours. `alignments[i]` compares
 * `periods[i]` with `periods[i + 1]`. In pixels. Total; close to linear in blocks. Rules O1–O8, O10.
 */
export function layoutOverview(
  periods: readonly OverviewPeriod[],
  alignments: readonly Alignment[],
  size: OverviewSize,
): Overview {
  const strips = layoutStrips(periods, size);
  const starts = strips.map(({ chapters }) => new Set(chapters.map(({ heading }) => heading)));
  const connected = alignments.flatMap((alignment, gap) => {
    const [from, to] = [strips[gap], strips[gap + 1]];
    if (from === undefined || to === undefined) return [];
    return [connect(alignment, gap, from, to, (side, index) => starts[gap + side]?.has(index) ?? false)];
  });
  const bands = connected.flatMap((part) => part.bands);
  const ends = connected.flatMap((part) => part.ends);
  return { ...size, strips, ...drawTogether(bands, ends) };
}
