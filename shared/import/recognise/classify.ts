import type { BlockKind } from '../../domain/block';
import { isFull } from './continuation';
import type { Remark } from './remark';
import { endsSentence, isAddress, startsLower, type Regularities } from './regularities';
import { looksLikeHeading, type Unit } from './units';
import { readPeriod } from '../period';

export interface Classified {
  readonly unit: Unit;
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly number: string | null;
}

/** How a heading is set; the ranks of the styles that occur give the levels. */
type HeadingStyle = { readonly rank: number };

const isPoint = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  unit.note === null &&
  (unit.role === 'point' || (unit.marker?.kind === 'bullet' && !isBoldItemHeading(unit, undefined)));

/** «- **Tema**» with no item after it: a heading that became a list item on its way through a converter. */
function isBoldItemHeading(unit: Unit, next: Unit | undefined): boolean {
  return (
    unit.marker !== null &&
    unit.first.mark?.kind === 'item' &&
    unit.first.emphasis === 'bold' &&
    looksLikeHeading(unit.text) &&
    (next === undefined || next.marker === null || next.first.emphasis !== 'bold')
  );
}

const leadsIn = /(?:^| )(?:for|om|å|at|følgende|følgjande|to|for to|that)$/i;
const singleSentence = (text: string): boolean => !/[.!?]["'»”)]? \p{Lu}/u.test(text);

/** Texts that stand before a list more than once: a lead-in, whatever mark it carries. */
function repeatedLeadIns(units: readonly Unit[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [i, unit] of units.entries()) {
    if (unit.marker === null && unit.note === null && unit.text.length <= 200 && isPoint(units[i + 1])) {
      counts.set(unit.text, (counts.get(unit.text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

const isPageNumber = (text: string): boolean =>
  /^(?:(?:side|page|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:av|of|\/)\s*\d{1,4})?$/i.test(text);
const isCaption = (text: string): boolean =>
  text.length < 300 &&
  /(?:^|[ .])(?:foto|illustrasjon|photo):? ?\S/i.test(text) &&
  /(?:foto|illustrasjon|photo)/i.test(text.slice(-80));
const isContentsRow = (text: string): boolean =>
  text.length < 300 && /(?:\.{4,}|(?: \.){3,}|…{2,})\s*\d{1,4}$/.test(text);
const isNumberedChapterWord = (text: string): boolean =>
  /^(?:kapittel|kapitel|kap\.|del|chapter|part) (?:\d{1,3}|[IVX]{1,5})\b/i.test(text) && looksLikeHeading(text);
const isPeriodLine = (text: string): boolean => text.length < 40 && readPeriod(text)?.whole === true;
const isAdoptionLine = (text: string): boolean =>
  text.length < 120 && /^(?:(?:enstemmig|samrøystes) )?(?:vedtatt|vedteke|vedtatt av|adopted)\b/i.test(text);

/** Says of every unit what kind of block it is. */
export function classify(
  units: readonly Unit[],
  habits: Regularities,
): { readonly classified: readonly Classified[]; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const repeated = repeatedLeadIns(units);
  const styles: (HeadingStyle | null)[] = units.map(() => null);
  const kinds: BlockKind[] = units.map((unit, i) => {
    const next = units[i + 1];
    const style = (rank: number): 'heading' => {
      styles[i] = { rank };
      return 'heading';
    };
    if (unit.note !== null) return 'footnote';
    if (unit.first.mark?.kind === 'verbatim' || unit.furniture) return 'other';
    if (unit.role === 'heading') return style(unit.first.mark?.kind === 'heading' ? unit.first.mark.depth : 0);
    const beforeList = isPoint(next) && unit.marker === null;
    if (beforeList && leadsInto(unit, repeated)) {
      if (unit.first.mark?.kind === 'heading')
        remarks.push({ code: 'lead-in-marked-as-heading', severity: 'info', line: unit.fromLine, params: {} });
      return 'leadIn';
    }
    if (unit.first.mark?.kind === 'heading') return style(unit.first.mark.depth);
    if (unit.marker !== null && isBoldItemHeading(unit, next)) {
      remarks.push({
        code: 'heading-marked-as-item',
        severity: 'info',
        line: unit.fromLine,
        params: { text: unit.text },
      });
      return style(7);
    }
    if (isPoint(unit)) return 'point';
    if (
      isPeriodLine(unit.text) ||
      isPageNumber(unit.text) ||
      isAddress(unit.text) ||
      isContentsRow(unit.text) ||
      isCaption(unit.text)
    )
      return 'other';
    if (unit.first.wideGaps > 0 && !unit.first.tabbed && isTableRow(units, i)) return 'other';
    if (isNumberedChapterWord(unit.text)) return style(7);
    if (unit.first.tabbed) return style(9);
    if (unit.first.emphasis === 'bold' && looksLikeHeading(unit.text)) return style(8);
    if (i <= 4 && isAdoptionLine(unit.text)) return 'other';
    if (isUnmarkedHeading(units, i, habits)) {
      return style(9);
    }
    return 'paragraph';
  });
  markTitle(units, kinds, styles);
  reportUnmarked(units, kinds, styles, remarks);
  const levels = levelsOf(units, kinds, styles);
  reportBrokenItems(units, kinds, remarks);
  reportGaps(units, kinds, remarks);
  return {
    classified: units.map((unit, i) => {
      const kind = kinds[i] ?? 'paragraph';
      return {
        unit,
        kind,
        level: kind === 'heading' ? (levels[i] ?? 1) : null,
        number: unit.note ?? (kind === 'heading' || kind === 'point' ? numberOf(unit, kind) : null),
      };
    }),
    remarks,
  };
}

/** A bullet before a heading is an accident of the converter and goes; a number stays. */
const numberOf = (unit: Unit, kind: BlockKind): string | null =>
  kind === 'heading' && unit.marker?.kind === 'bullet' ? null : (unit.marker?.printed ?? null);

const leadsInto = (unit: Unit, repeated: ReadonlySet<string>): boolean =>
  (unit.text.endsWith(':') && singleSentence(unit.text)) ||
  (repeated.has(unit.text) && !endsSentence(unit.text) && (leadsIn.test(unit.text) || unit.first.mark === null)) ||
  (unit.text.length <= 120 && leadsIn.test(unit.text) && singleSentence(unit.text));

/** Longest heading that nothing marks, in characters: one line of print. */
const LONGEST_UNMARKED = 100;

/** Longest label over a list that is its heading, in characters: «Delmål», not a sentence that the list completes. */
const SHORT_LABEL = 40;

/** Short, without a full stop, after a finished block, and before running text that begins a sentence. */
function isUnmarkedHeading(units: readonly Unit[], i: number, habits: Regularities): boolean {
  const unit = units[i];
  const next = units[i + 1];
  if (unit === undefined || next === undefined || next.note !== null) return false;
  if (next.marker?.kind === 'bullet' && (unit.text.length > SHORT_LABEL || unit.blanksBefore === 0)) return false;
  if (unit.marker !== null || unit.first.emphasis === 'italic' || unit.lineCount > (habits.wrapped ? 1 : 2))
    return false;
  if (!looksLikeHeading(unit.text) || unit.text.length > LONGEST_UNMARKED || isAdoptionLine(unit.text)) return false;
  if (habits.wrapped && isFull(unit.first, next.first, habits)) return false;
  if (
    !isFinished(units[i - 1]) ||
    !(next.role === 'heading' || next.marker?.kind === 'bullet' || /^["'«“(]?[\p{Lu}\d]/u.test(next.text))
  )
    return false;
  const spaced = i === 0 || unit.blanksBefore > 0 || unit.first.startsPage;
  const beforeLongText = endsSentence(next.text) && next.text.length > 2 * unit.text.length;
  return (spaced || beforeLongText) && !inRunOfShorts(units, i);
}

const isFinished = (unit: Unit | undefined): boolean =>
  unit === undefined ||
  endsSentence(unit.text) ||
  unit.marker !== null ||
  unit.note !== null ||
  looksLikeHeading(unit.text) ||
  !/\p{L}/u.test(unit.text);

/** Four short lines without a full stop in a row are a list of names or an address, not headings. */
function inRunOfShorts(units: readonly Unit[], i: number): boolean {
  const short = (unit: Unit | undefined) =>
    unit !== undefined &&
    unit.marker === null &&
    unit.note === null &&
    looksLikeHeading(unit.text) &&
    !unit.first.tabbed &&
    !isPeriodLine(unit.text);
  let run = 1;
  for (let at = i - 1; short(units[at]) && run < 4; at--) run++;
  for (let at = i + 1; short(units[at]) && run < 4; at++) run++;
  return run >= 4;
}

function isTableRow(units: readonly Unit[], i: number): boolean {
  const gaps = (at: number) => units[at]?.first.wideGaps ?? 0;
  return gaps(i) > 1 || gaps(i - 1) > 0 || gaps(i + 1) > 0;
}

/** The title is the first heading that has no number and stands before everything else, or the only one of the highest mark. */
function markTitle(units: readonly Unit[], kinds: BlockKind[], styles: (HeadingStyle | null)[]): void {
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
    const period = i + coverLines(units, kinds, i);
    for (let at = i; at < period; at++) {
      kinds[at] = at === period - 1 ? 'title' : 'other';
      styles[at] = null;
    }
    return;
  }
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

function levelsOf(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
): readonly (number | null)[] {
  const ranks = [
    ...new Set(
      styles.flatMap((style, i) => (style !== null && style.rank > 0 && kinds[i] === 'heading' ? [style.rank] : [])),
    ),
  ].sort((a, b) => a - b);
  const anyNumbered = units.some((unit, i) => kinds[i] === 'heading' && styles[i]?.rank === 0 && unit.marker !== null);
  let depth = 0;
  return units.map((unit, i) => {
    const style = styles[i];
    if (kinds[i] !== 'heading' || style === null || style === undefined) return null;
    if (style.rank === 0 && unit.marker?.kind === 'number') {
      depth = unit.marker.path.length;
      return depth;
    }
    if (anyNumbered) return Math.min(6, depth === 0 ? 1 : depth + 1);
    return ranks.indexOf(style.rank) + 1;
  });
}

function reportUnmarked(
  units: readonly Unit[],
  kinds: readonly BlockKind[],
  styles: readonly (HeadingStyle | null)[],
  remarks: Remark[],
): void {
  for (const [i, unit] of units.entries()) {
    if (kinds[i] === 'heading' && styles[i]?.rank === 9 && !unit.first.tabbed)
      remarks.push({ code: 'heading-guessed', severity: 'info', line: unit.fromLine, params: { text: unit.text } });
  }
}

/** An item that begins small where the one before has no end: one sentence in two items, or two items run together. */
function reportBrokenItems(units: readonly Unit[], kinds: readonly BlockKind[], remarks: Remark[]): void {
  const items = units.filter((_, i) => kinds[i] === 'point');
  const large = items.filter((unit) => !startsLower(unit.text)).length;
  if (large < items.length * 0.6) return;
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    if (kinds[i] !== 'point' || kinds[i - 1] !== 'point' || before === undefined) continue;
    if (startsLower(unit.text) && !endsSentence(before.text)) {
      remarks.push({
        code: 'broken-item',
        severity: 'warning',
        line: unit.fromLine,
        params: { text: unit.text.slice(0, 40) },
      });
    }
  }
}

function reportGaps(units: readonly Unit[], kinds: readonly BlockKind[], remarks: Remark[]): void {
  let chapter: number | null = null;
  // By the form of the marker: «a)» in «1.» is a sequence of its own.
  const points = new Map<string, number>();
  for (const [i, unit] of units.entries()) {
    const kind = kinds[i];
    if (kind === 'heading' || kind === 'leadIn') points.clear();
    if (unit.marker?.kind !== 'number' || unit.marker.path.length !== 1) continue;
    const { form } = unit.marker;
    const number = unit.marker.path[0] ?? 0;
    const expected: number = (kind === 'heading' ? (chapter ?? number - 1) : (points.get(form) ?? 0)) + 1;
    if (number !== expected && !(kind === 'point' && number === 1)) {
      remarks.push({
        code: 'numbering-gap',
        severity: 'warning',
        line: unit.fromLine,
        params: { expected, found: number },
      });
    }
    if (kind === 'heading') chapter = number;
    else points.set(form, number);
  }
}
