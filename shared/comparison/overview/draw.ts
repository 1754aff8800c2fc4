import type { Language } from '../../core/failure';
import type { Alignment } from '../../diff';
import { describePlace, gazetteerOf } from '../../domain/places';
import { describeFate } from '../fates';
import { layoutOverview, type OverviewPeriod, type OverviewSize, type Span } from './layout';
import {
  bandPath,
  bodiesOf,
  endPath,
  inPaintingOrder,
  labelsOf,
  namesOf,
  stretchesOf,
  toneOfBand,
  type OverviewLabel,
  type OverviewName,
  type Stretches,
  type Tone,
} from './shapes';

/** One thing in the picture that can be gone to: a band, or an end. */
export interface DrawnShape {
  readonly key: string;
  /** SVG path data. */
  readonly path: string;
  readonly tone: Tone;
  /** «kap. 2 pkt. 1 → flyttet → kap. 4 pkt. 3» */
  readonly name: string;
  readonly gap: number;
  readonly top: number;
  /** The block of the last text that it leads to; −1 where nothing is left. */
  readonly target: number;
}

export interface DrawnStrip {
  readonly left: number;
  readonly right: number;
  readonly bodies: readonly Span[];
  /** Where each block begins, and the block of the last text that it leads to; −1 where nothing is left. */
  readonly tops: Float64Array;
  readonly targets: Int32Array;
}

/** All of the picture, so that a window has nothing left to do but to show it. */
export interface OverviewDrawing extends OverviewSize {
  readonly strips: readonly DrawnStrip[];
  /** In the order of painting. */
  readonly shapes: readonly DrawnShape[];
  readonly stretches: readonly Stretches[];
  readonly names: readonly OverviewName[];
  readonly labels: readonly OverviewLabel[];
}

/** For each block of the earlier text the block that it became, or where it stood: what comes after it in the same text and is still there. */
function leadsTo({ changes }: Alignment, blocks: number): Int32Array {
  const to = new Int32Array(blocks).fill(-1);
  let next = -1;
  for (let at = changes.length - 1; at >= 0; at--) {
    const { base, current } = changes[at] ?? { base: [], current: [] };
    const own = current[0] ?? next;
    for (const index of base) to[index] = own;
    next = current[0] ?? next;
  }
  // What was struck at the very end stood after what is still there.
  const last = changes.findLast(({ current }) => current.length > 0)?.current.at(-1) ?? -1;
  return to.map((target) => (target < 0 ? last : target));
}

/** Draws what became of each block, from period to period. Total; close to linear in blocks. Rules O1–O8, O10, O11. */
export function drawOverview(
  periods: readonly OverviewPeriod[],
  alignments: readonly Alignment[],
  size: OverviewSize,
  language: Language,
): OverviewDrawing {
  const picture = layoutOverview(periods, alignments, size);
  const gazetteers = periods.map(({ blocks }) => gazetteerOf(blocks));
  const placeOf = (period: number, index: number): string => {
    const place = gazetteers[period]?.placeOf(index);
    return place ? describePlace(place, null, language) : '';
  };
  const placesOf = (period: number, indices: readonly number[]): string => {
    const [first, last] = [indices[0], indices.at(-1)];
    if (first === undefined || last === undefined) return '';
    return first === last ? placeOf(period, first) : `${placeOf(period, first)} – ${placeOf(period, last)}`;
  };
  const targets = periods.map(({ blocks }) => Int32Array.from(blocks, (_, index) => index));
  for (let period = periods.length - 2; period >= 0; period--) {
    const alignment = alignments[period];
    const later = targets[period + 1];
    if (alignment === undefined || later === undefined) continue;
    targets[period] = leadsTo(alignment, periods[period]?.blocks.length ?? 0).map((block) => later[block] ?? -1);
  }
  const shapeOf = (
    gap: number,
    base: readonly number[],
    current: readonly number[],
    fate: Parameters<typeof describeFate>[0] & { readonly together: number },
  ): Pick<DrawnShape, 'key' | 'name' | 'gap' | 'target'> => {
    const told = describeFate(fate, language);
    const [inBase, inCurrent] = [base[0], current[0]];
    return {
      key: `${gap} ${inBase ?? ''}>${inCurrent ?? ''}`,
      name: [placesOf(gap, base), fate.together > 1 ? `${told} (${fate.together})` : told, placesOf(gap + 1, current)]
        .filter((part) => part !== '')
        .join(' → '),
      gap,
      target: (inCurrent === undefined ? targets[gap]?.[inBase ?? -1] : targets[gap + 1]?.[inCurrent]) ?? -1,
    };
  };
  const shapes = [
    ...inPaintingOrder(picture.bands).map((band): DrawnShape => ({
      ...shapeOf(band.gap, band.base, band.current, band),
      path: bandPath(picture, band),
      tone: toneOfBand(band),
      top: band.to.top,
    })),
    ...picture.ends.map((end): DrawnShape => {
      const { gap, kind, blocks, together } = end;
      const [base, current] = kind === 'inserted' ? [[], blocks] : [blocks, []];
      return {
        ...shapeOf(gap, base, current, { kind, moved: false, retyped: false, together }),
        path: endPath(picture, end),
        tone: kind,
        top: end.top,
      };
    }),
  ];
  return {
    ...size,
    strips: picture.strips.map((strip, period) => ({
      left: strip.left,
      right: strip.right,
      bodies: bodiesOf(strip),
      tops: Float64Array.from(strip.blocks, ({ top }) => top),
      targets: targets[period] ?? new Int32Array(),
    })),
    shapes,
    stretches: stretchesOf(picture),
    names: namesOf(picture),
    labels: labelsOf(picture),
  };
}

/** The block of a strip at this height; the nearest one above where a gap is hit. `null` in an empty strip. */
export function blockAtHeight({ tops }: Pick<DrawnStrip, 'tops'>, y: number): number | null {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? null : low;
}
