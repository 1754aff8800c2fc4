import {
  STRIP_WIDTH,
  type Overview,
  type OverviewBand,
  type OverviewEnd,
  type OverviewStrip,
  type Span,
} from './layout';

/** What a shape means, and so how it is coloured. */
export type Tone = 'unchanged' | 'reworded' | 'moved' | 'divided' | 'retyped' | 'inserted' | 'deleted';

/** Thinner than this a band would not be seen, however short its text. */
const THINNEST = 1.6;
const WEDGE = 26;

const round = (value: number): string => String(Math.round(value * 10) / 10);

const atLeast = (span: Span, height: number): Span => {
  const missing = height - (span.bottom - span.top);
  return missing <= 0 ? span : { top: span.top - missing / 2, bottom: span.bottom + missing / 2 };
};

export const toneOfBand = ({ kind, moved, retyped }: OverviewBand): Tone => {
  if (kind === 'split' || kind === 'joined') return 'divided';
  if (moved) return 'moved';
  if (kind === 'reworded') return 'reworded';
  return retyped ? 'retyped' : 'unchanged';
};

/** Painted in this order: what did not move lies below what crosses it. */
const layers: readonly Tone[] = ['unchanged', 'retyped', 'reworded', 'inserted', 'deleted', 'divided', 'moved'];
export const inPaintingOrder = (bands: readonly OverviewBand[]): readonly OverviewBand[] =>
  [...bands].sort((a, b) => layers.indexOf(toneOfBand(a)) - layers.indexOf(toneOfBand(b)));

/** The outline of a band, as SVG path data: an S from one strip to the next. */
export function bandPath({ strips }: Overview, band: OverviewBand): string {
  const start = strips[band.gap]?.right ?? 0;
  const end = strips[band.gap + 1]?.left ?? 0;
  const from = atLeast(band.from, THINNEST);
  const to = atLeast(band.to, THINNEST);
  const middle = round((start + end) / 2);
  const [x0, x1] = [round(start), round(end)];
  const [a0, b0, a1, b1] = [from.top, from.bottom, to.top, to.bottom].map(round);
  return `M${x0} ${a0}C${middle} ${a0} ${middle} ${a1} ${x1} ${a1}L${x1} ${b1}C${middle} ${b1} ${middle} ${b0} ${x0} ${b0}Z`;
}

/** A wedge: what is new grows into its strip, what is struck runs out of it. */
export function endPath({ strips }: Overview, end: OverviewEnd): string {
  const { top, bottom } = atLeast(end, THINNEST);
  const edge = end.kind === 'inserted' ? (strips[end.gap + 1]?.left ?? 0) : (strips[end.gap]?.right ?? 0);
  const tip = edge + (end.kind === 'inserted' ? -WEDGE : WEDGE);
  return `M${round(edge)} ${round(top)}L${round(tip)} ${round((top + bottom) / 2)}L${round(edge)} ${round(bottom)}Z`;
}

/** What of a strip has one tone, as one path. */
export interface Stretches {
  readonly strip: number;
  readonly tone: Tone;
  readonly path: string;
}

/** What of each strip is coloured: seen from the gap after it, or, in the last one, from the gap before it. */
export function stretchesOf(overview: Overview): readonly Stretches[] {
  const last = overview.strips.length - 1;
  const paths = new Map<string, { readonly strip: number; readonly tone: Tone; readonly parts: string[] }>();
  const colour = (strip: number, tone: Tone, span: Span): void => {
    const { left, right } = overview.strips[strip] ?? { left: 0, right: 0 };
    const { top, bottom } = atLeast(span, THINNEST);
    const key = `${strip} ${tone}`;
    const known = paths.get(key) ?? { strip, tone, parts: [] };
    known.parts.push(`M${round(left)} ${round(top)}H${round(right)}V${round(bottom)}H${round(left)}Z`);
    paths.set(key, known);
  };
  for (const band of overview.bands) {
    const tone = toneOfBand(band);
    if (tone === 'unchanged') continue;
    colour(band.gap, tone, band.from);
    if (band.gap + 1 === last) colour(last, tone, band.to);
  }
  for (const end of overview.ends) colour(end.kind === 'inserted' ? end.gap + 1 : end.gap, end.kind, end);
  return [...paths.values()]
    .sort((a, b) => layers.indexOf(a.tone) - layers.indexOf(b.tone))
    .map(({ strip, tone, parts }) => ({ strip, tone, path: parts.join('') }));
}

/** Chapters nearer to each other than this are drawn as one: the room between them would not be seen. */
const LEAST_GAP = 0.75;

/** The parts of a strip that are drawn: its chapters, and what stands before them. */
export function bodiesOf({ chapters, blocks }: OverviewStrip): readonly Span[] {
  const opening = chapters[0]?.heading ?? blocks.length;
  const [first] = blocks;
  const before = first && opening > 0 ? [{ top: first.top, bottom: blocks[opening - 1]?.bottom ?? first.bottom }] : [];
  const bodies: Span[] = [];
  for (const { top, bottom } of [...before, ...chapters]) {
    const last = bodies.at(-1);
    if (last && top - last.bottom < LEAST_GAP) bodies[bodies.length - 1] = { top: last.top, bottom };
    else bodies.push({ top, bottom });
  }
  return bodies;
}

export interface OverviewLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly number: string;
  /** Cut to the room there is; empty inside a strip. */
  readonly title: string;
  readonly strip: number;
}

const LINE = 14;
/** Of the faces used at 12 px, a letter is this wide on the average. */
const LETTER = 6.1;
const LABEL_ROOM = 186;

const cut = (text: string, room: number, letter = LETTER): string => {
  const most = Math.floor(room / letter);
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
};

/** The chapters' names, outside of the first and last strip, as far as they can stand without touching; inside the others only numbers. */
export function labelsOf({ strips }: Overview): readonly OverviewLabel[] {
  return strips.flatMap(({ chapters, left, right }: OverviewStrip, strip): readonly OverviewLabel[] => {
    const isOuter = strip === 0 || strip === strips.length - 1;
    const isFirst = strip === 0 && strips.length > 1;
    const labels: OverviewLabel[] = [];
    for (const { number, title, top, bottom } of chapters) {
      const y = isOuter ? Math.max(top + 11, (labels.at(-1)?.y ?? -LINE) + LINE) : (top + bottom) / 2 + 4;
      // Pushed out of its own chapter a name would stand at another one.
      const fits = isOuter ? y - LINE < bottom : bottom - top >= LINE;
      if (!fits) continue;
      labels.push({
        x: isOuter ? (isFirst ? left - 10 : right + 10) : left + STRIP_WIDTH / 2,
        y,
        anchor: isOuter ? (isFirst ? 'end' : 'start') : 'middle',
        number,
        title: isOuter ? cut(title, LABEL_ROOM - (number.length + 1) * LETTER) : '',
        strip,
      });
    }
    return labels;
  });
}

export interface OverviewName {
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Cut to the room there is. */
  readonly text: string;
}

/** The letters of the periods' names, bold and one size larger. */
const NAME_LETTER = 7.4;
const NAME_GAP = 12;

/** The periods' names above their strips, so that none touches another: those of the first and the last stand outwards, where there is room. Rule O11. */
export function namesOf({ strips, width }: Overview): readonly OverviewName[] {
  const last = strips.length - 1;
  return strips.map(({ name, left, right }, at): OverviewName => {
    const middle = (left + right) / 2;
    if (last === 0) return { x: middle, anchor: 'middle', text: cut(name, width, NAME_LETTER) };
    if (at === 0) return { x: right, anchor: 'end', text: cut(name, right, NAME_LETTER) };
    if (at === last) return { x: left, anchor: 'start', text: cut(name, width - left, NAME_LETTER) };
    // Halfway to a neighbour in the middle, and all the way to one that stands outwards.
    const before = middle - (at === 1 ? (strips[0]?.right ?? 0) : ((strips[at - 1]?.right ?? 0) + left) / 2);
    const after =
      (at === last - 1 ? (strips[last]?.left ?? width) : ((strips[at + 1]?.left ?? width) + right) / 2) - middle;
    return { x: middle, anchor: 'middle', text: cut(name, 2 * (Math.min(before, after) - NAME_GAP / 2), NAME_LETTER) };
  });
}
