import type { BlockKind } from '../../domain/block';
import type { SourceLine } from '../readers/sourceLine';
import { findChapters } from './chapters';
import { isFull, takesUpWord } from './continuation';
import { isAdoptionLine, isPageNumber, isPeriodLine } from './lineKinds';
import { isInCapitals } from './labels';
import { endsSentence, isAddress } from './edges';
import { type Regularities } from './regularities';
import { LONGEST_HEADING, looksLikeHeading, nextInText, type Unit } from './unit';

/** How a heading is set; the ranks of the styles that occur give the levels. */
export type HeadingStyle = { readonly rank: number };

/** The rank of a heading that nothing marks. */
const LOOKS_LIKE_ONE = 9;

/** Larger letters, higher rank: between what a format declares (1–6) and what only looks like a heading (7–9). */
export const rankOfSize = ({ size = 1 }: SourceLine): number => 6 + 1 / (1 + size);

/** Longest heading that nothing marks, in characters: one line of print. */
const LONGEST_UNMARKED = 100;

/** Longest label over a list that is its heading, in characters: «Delmål», not a sentence that the list completes. */
const SHORT_LABEL = 40;

/** Short, without a full stop, after a finished block, and before running text that begins a sentence. */
export function isUnmarkedHeading(
  units: readonly Unit[],
  i: number,
  habits: Regularities,
  tables: ReadonlySet<number>,
): boolean {
  const unit = units[i];
  const next = nextInText(units, i);
  if (unit === undefined || next === undefined) return false;
  if (next.marker?.kind === 'bullet' && (unit.text.length > SHORT_LABEL || unit.blanksBefore === 0)) return false;
  if (unit.marker !== null || unit.first.emphasis === 'italic' || unit.lineCount > mostLines(unit, next, habits))
    return false;
  if (!looksLikeHeading(unit.text) || unit.text.length > LONGEST_UNMARKED * unit.lineCount || isAdoptionLine(unit.text))
    return false;
  if (unit.lineCount === 1 && habits.wrapped && isFull(unit.first, next.first, habits))
    if (!takesUpWord(unit.first, next.first)) return false;
  if (
    !(tables.has(i - 1) || isFinished(units[i - 1])) ||
    !(next.role === 'heading' || next.marker?.kind === 'bullet' || /^["'«“(]?[\p{Lu}\d]/u.test(next.text))
  )
    return false;
  const spaced = i === 0 || unit.blanksBefore > 0 || unit.first.startsPage;
  const beforeLongText = endsSentence(next.text) && next.text.length > 2 * unit.text.length;
  return (spaced || beforeLongText) && !inRunOfShorts(units, i, tables);
}

/** A heading in a text broken to a width goes on only after a dash: «Frø og jord 2031 –». */
const mostLines = (unit: Unit, next: Unit, habits: Regularities): number =>
  !habits.wrapped || (/ [-–—]$/.test(unit.first.text) && next.lineCount > 1) ? 2 : 1;

const isFinished = (unit: Unit | undefined): boolean =>
  unit === undefined ||
  endsSentence(unit.text) ||
  unit.marker !== null ||
  unit.note !== null ||
  unit.aside ||
  isAddress(unit.text) ||
  looksLikeHeading(unit.text) ||
  !/\p{L}/u.test(unit.text);

/** Four short lines without a full stop in a row are a list of names or an address, not headings. */
function inRunOfShorts(units: readonly Unit[], i: number, tables: ReadonlySet<number>): boolean {
  const short = (unit: Unit | undefined, at: number) =>
    unit !== undefined &&
    !tables.has(at) &&
    unit.marker === null &&
    unit.note === null &&
    !unit.aside &&
    (looksLikeHeading(unit.text) || isPageNumber(unit.text)) &&
    !unit.first.tabbed &&
    !isPeriodLine(unit.text);
  let run = 1;
  for (let at = i - 1; short(units[at], at) && run < 4; at--) run++;
  for (let at = i + 1; short(units[at], at) && run < 4; at++) run++;
  return run >= 4;
}

/** The title is the first heading that has no number and stands before everything else, or the only one of the highest mark. */
export function markTitle(units: readonly Unit[], kinds: BlockKind[], styles: (HeadingStyle | null)[]): void {
  if (kinds.includes('title')) return;
  const declared = onlyFirstHeading(units, kinds, styles);
  if (declared !== null) {
    for (let at = 0; at < declared; at++) if (kinds[at] !== 'footnote') kinds[at] = 'other';
    kinds[declared] = 'title';
    styles[declared] = null;
    return;
  }
  for (const [i, unit] of units.entries()) {
    const kind = kinds[i];
    if (kind === 'other') continue;
    const short = looksLikeHeading(unit.text) && unit.marker === null && unit.note === null;
    if (kind === 'heading' && unit.marker === null) {
      const rank = styles[i]?.rank ?? 0;
      const alone =
        rank > 6 ||
        styles.filter((style, at) => style?.rank === rank && kinds[at] === 'heading').length === 1 ||
        i === 0;
      if (!alone) return;
    } else if (kind !== 'paragraph' || !short || unit.first.emphasis === 'italic') return;
    const largest = largestOnCover(units, kinds, i);
    const period = largest === i ? i + coverLines(units, kinds, i) : largest + 1;
    for (let at = i; at < period; at++) {
      kinds[at] = at === period - 1 ? 'title' : 'other';
      styles[at] = null;
    }
    return;
  }
}

/** Units before a title, at most: date, name of the association, what a page says of itself. */
const BEFORE_TITLE = 6;

/** The only heading that the format declares as the first level, over headings of lower ones, with nothing but short lines before it. */
function onlyFirstHeading(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): number | null {
  const first = styles.flatMap((style, i) => (style?.rank === 1 && kinds[i] === 'heading' ? [i] : []));
  const [at] = first;
  if (at === undefined || first.length !== 1 || units[at]?.marker !== null || at > BEFORE_TITLE) return null;
  const lower = styles.some((style, i) => kinds[i] === 'heading' && (style?.rank ?? 0) > 1);
  const short = units.slice(0, at).every((unit) => unit.text.length <= LONGEST_HEADING && unit.marker === null);
  return lower && short ? at : null;
}

/** Where the file shows how letters are set, the title is the largest of what stands before the text, on the first page. */
function largestOnCover(units: readonly Unit[], kinds: readonly BlockKind[], from: number): number {
  let best = from;
  for (let at = from; at < units.length; at++) {
    const unit = units[at];
    const kind = kinds[at];
    if (unit === undefined || unit.first.page !== units[from]?.first.page || unit.marker !== null) break;
    if (kind === 'heading' && (unit.first.size ?? 1) > 1.1 * (units[best]?.first.size ?? 1)) best = at;
    if (kind !== 'heading' && kind !== 'other' && unit.text.length > LONGEST_HEADING) break;
  }
  return best;
}

/** Lines of a cover, at most, from the first to the period on a line of its own. */
const COVER = 4;

/** «Høringsutkast», «Arbeidsprogram for …», «2031–2033»: the title is what the period stands under. 1 where there is no such cover. */
function coverLines(units: readonly Unit[], kinds: readonly BlockKind[], from: number): number {
  for (let length = 1; length <= COVER; length++) {
    const unit = units[from + length];
    if (unit === undefined || unit.marker !== null || unit.note !== null) return 1;
    if (kinds[from + length] === 'other' && isPeriodLine(unit.text)) return length;
    if (!looksLikeHeading(unit.text)) return 1;
  }
  return 1;
}

/**
 * The rank of each heading. Where some of those that only look like headings stand in capitals, the first of them among these, they are the higher ones.
 */
function ranksWithCapitals(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): (at: number) => number {
  const first = styles.findIndex((style, i) => style?.rank === LOOKS_LIKE_ONE && kinds[i] === 'heading');
  const divides = first >= 0 && isInCapitals(units[first]?.text ?? '');
  return (at) => {
    const rank = styles[at]?.rank ?? 0;
    return divides && rank === LOOKS_LIKE_ONE && isInCapitals(units[at]?.text ?? '') ? rank - 0.5 : rank;
  };
}

export function levelsOf(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): readonly (number | null)[] {
  const rankAt = ranksWithCapitals(units, kinds, styles);
  const ranks = [
    ...new Set(
      styles.flatMap((style, i) => (style !== null && style.rank > 0 && kinds[i] === 'heading' ? [rankAt(i)] : [])),
    ),
  ].sort((a, b) => a - b);
  const chapters = findChapters(units, kinds, styles);
  const anyNumbered = units.some((unit, i) => kinds[i] === 'heading' && styles[i]?.rank === 0 && unit.marker !== null);
  const declared = depthsAmongDeclared(units, kinds, styles);
  let depth = 0;
  return units.map((unit, i) => {
    const style = styles[i];
    if (kinds[i] !== 'heading' || style === null || style === undefined) return null;
    if (declared !== null) return declared[i] ?? 1;
    if (style.rank === 0 && unit.marker?.kind === 'number') {
      depth = unit.marker.path.length;
      return depth;
    }
    if (chapters.size > 0) return chapters.has(i) ? 1 : 2;
    if (anyNumbered && unit.marker === null) return Math.min(6, depth === 0 ? 1 : depth + 1);
    return ranks.indexOf(rankAt(i)) + 1;
  });
}

/** Headings that the format must declare, at least, for its depths to be those of the text. */
const FEWEST_DECLARED = 2;

/**
 * Levels where the format declares most headings, and others have numbers only: a number stands where one of its form stands among the declared ones, or
 * else under the declared heading above it. `null` where the format says too little, or all.
 */
function depthsAmongDeclared(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): readonly (number | null)[] | null {
  const headings = units.flatMap((unit, i) => (kinds[i] === 'heading' ? [{ unit, rank: styles[i]?.rank ?? 0 }] : []));
  const isDeclared = (rank: number): boolean => rank >= 1 && rank <= 6;
  const declared = headings.filter(({ rank }) => isDeclared(rank));
  const numbered = headings.some(({ unit, rank }) => rank === 0 && unit.marker !== null);
  if (!numbered || declared.length < FEWEST_DECLARED) return null;
  // How much deeper a declared heading stands than its number has parts, by the form of the number.
  const offsets = new Map<string, number>();
  for (const { unit, rank } of declared)
    if (unit.marker?.kind === 'number') offsets.set(unit.marker.form, rank - unit.marker.path.length);
  const [offset] = offsets.values();
  let above = 0;
  const depths = units.map((unit, i) => {
    if (kinds[i] !== 'heading') return null;
    const rank = styles[i]?.rank ?? 0;
    if (isDeclared(rank)) return (above = rank);
    if (rank !== 0 || unit.marker?.kind !== 'number') return above + 1;
    const own = offsets.get(unit.marker.form) ?? (unit.marker.form.startsWith('1') ? offset : undefined);
    return own === undefined ? above + 1 : (above = unit.marker.path.length + own);
  });
  const ranks = [...new Set(depths.flatMap((depth) => depth ?? []))].sort((a, b) => a - b);
  return depths.map((depth) => (depth === null ? null : Math.min(6, ranks.indexOf(depth) + 1)));
}
