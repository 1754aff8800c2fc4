import type { BlockKind } from '../../domain/block';
import { findFlattenedTables } from './flattenedTables';
import { isUnmarkedHeading, levelsOf, markTitle, rankOfSize, type HeadingStyle } from './headings';
import {
  isAdoptionLine,
  isCaption,
  isContentsRow,
  isNumberedChapterWord,
  isPageNumber,
  isPeriodLine,
} from './lineKinds';
import { reportBrokenItems, reportDuplicates, reportGaps, reportUnmarked } from './oddities';
import type { Remark } from './remark';
import { endsSentence, isAddress } from './edges';
import { isLarge, type Regularities } from './regularities';
import { looksLikeHeading, nextInText, type Unit } from './unit';

export interface Classified {
  readonly unit: Unit;
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly number: string | null;
  /** How a heading is set: the depth of its mark, 0 for a number, 7–9 for what only looks like one; `null` for what is none. */
  readonly rank: number | null;
}

const isPoint = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  unit.note === null &&
  (unit.role === 'point' ||
    (unit.marker?.kind === 'bullet' && unit.first.mark?.kind !== 'heading' && !isBoldItemHeading(unit, undefined)) ||
    (unit.marker === null && unit.first.mark?.kind === 'item'));

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

/** The first line that the format calls the title is it; a second one belongs to the cover. */
const declaredTitle = (units: readonly Unit[], i: number): BlockKind =>
  units.findIndex((unit) => unit.first.mark?.kind === 'title') === i ? 'title' : 'other';

/** An item that ends in a colon, or as a lead-in does, may be one that a converter put into the list of the headings. */
const mayLeadIn = (unit: Unit): boolean =>
  unit.marker === null || (unit.first.mark?.kind === 'item' && (unit.text.endsWith(':') || leadsIn.test(unit.text)));

/** Texts that stand before a list more than once: a lead-in, whatever mark it carries. */
function repeatedLeadIns(units: readonly Unit[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) continue;
    if (mayLeadIn(unit) && unit.note === null && unit.text.length <= 200 && isPoint(nextInText(units, i))) {
      counts.set(unit.text, (counts.get(unit.text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

/** Says of every unit what kind of block it is. */
export function classify(
  units: readonly Unit[],
  habits: Regularities,
): { readonly classified: readonly Classified[]; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const repeated = repeatedLeadIns(units);
  const styles: (HeadingStyle | null)[] = units.map(() => null);
  const tables = findFlattenedTables(units);
  const kinds: BlockKind[] = units.map((unit, i) => {
    const next = nextInText(units, i);
    const style = (rank: number): 'heading' => {
      styles[i] = { rank };
      return 'heading';
    };
    if (unit.note !== null) return 'footnote';
    if (unit.first.mark?.kind === 'verbatim' || unit.aside) return 'other';
    if (unit.first.mark?.kind === 'title') return declaredTitle(units, i);
    if (unit.first.mark?.kind === 'leadIn') return 'leadIn';
    if (unit.role === 'heading') return style(unit.first.mark?.kind === 'heading' ? unit.first.mark.depth : 0);
    const beforeList = isPoint(next) && unit.marker === null && unit.first.mark?.kind !== 'paragraph' && !isPoint(unit);
    if (beforeList && leadsInto(unit, repeated)) {
      if (unit.first.mark?.kind === 'heading')
        remarks.push({ code: 'lead-in-marked-as-heading', severity: 'info', line: unit.fromLine, params: {} });
      return 'leadIn';
    }
    // The same words lead in elsewhere; here a heading stands between them and their points.
    const overHeading = next?.first.mark?.kind === 'heading' && unit.text.endsWith(':') && repeated.has(unit.text);
    if (overHeading && mayLeadIn(unit)) return 'leadIn';
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
    if (isPoint(unit) && mayLeadIn(unit) && repeated.has(unit.text) && isPoint(next)) return 'leadIn';
    if (isPoint(unit)) return 'point';
    if (
      isPeriodLine(unit.text) ||
      isPageNumber(unit.text) ||
      isAddress(unit.text) ||
      isContentsRow(unit.text) ||
      isCaption(unit.text)
    )
      return 'other';
    if (unit.first.mark?.kind === 'paragraph') return 'paragraph';
    if (tables.has(i)) return 'other';
    if (unit.first.wideGaps > 0 && !unit.first.tabbed && isTableRow(units, i)) return 'other';
    if (isNumberedChapterWord(unit.text)) return style(7);
    if (unit.first.tabbed) return style(9);
    if (isLarge(unit.first) && looksLikeHeading(unit.text)) return style(rankOfSize(unit.first));
    if (unit.first.emphasis === 'bold' && looksLikeHeading(unit.text)) return style(8);
    if (i <= 4 && isAdoptionLine(unit.text)) return 'other';
    if (isUnmarkedHeading(units, i, habits, tables)) {
      return style(9);
    }
    return 'paragraph';
  });
  markTitle(units, kinds, styles);
  reportUnmarked(units, kinds, styles, remarks);
  const levels = levelsOf(units, kinds, styles);
  reportBrokenItems(units, kinds, remarks);
  reportGaps(units, kinds, remarks);
  reportDuplicates(units, kinds, remarks);
  return {
    classified: units.map((unit, i) => {
      const kind = kinds[i] ?? 'paragraph';
      return {
        unit,
        kind,
        level: kind === 'heading' ? (levels[i] ?? 1) : null,
        rank: kind === 'heading' ? (styles[i]?.rank ?? null) : null,
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

function isTableRow(units: readonly Unit[], i: number): boolean {
  const gaps = (at: number) => units[at]?.first.wideGaps ?? 0;
  return gaps(i) > 1 || gaps(i - 1) > 0 || gaps(i + 1) > 0;
}
