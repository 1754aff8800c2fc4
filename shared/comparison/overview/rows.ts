import type { Language } from '../../core/failure';
import type { Alignment } from '../../diff';
import { describePlace, gazetteerOf } from '../../domain/places';
import { describeFate } from '../fates';
import type { OverviewPeriod } from './layout';

/** One change of the picture, to be read: where it was, what became of it, where it is. Empty where there is nothing on that side. */
export interface OverviewRow {
  readonly before: string;
  readonly fate: string;
  readonly now: string;
  readonly base: readonly number[];
  readonly current: readonly number[];
}

/** The rows of one gap, and how many there are in all. */
export interface OverviewRows {
  readonly rows: readonly OverviewRow[];
  readonly total: number;
}

/** What the picture shows beside what is unchanged, as a table; of each gap no more than the first `most` rows. Rule O9. */
export function overviewRows(
  periods: readonly OverviewPeriod[],
  alignments: readonly Alignment[],
  language: Language,
  most = Infinity,
): readonly OverviewRows[] {
  const gazetteers = periods.map(({ blocks }) => gazetteerOf(blocks));
  const placesOf = (period: number, indices: readonly number[]): string =>
    indices
      .map((index) => {
        const place = gazetteers[period]?.placeOf(index);
        return place ? describePlace(place, null, language) : '';
      })
      .join(', ');
  return alignments.map((alignment, gap) => {
    const changes = alignment.changes.filter(({ kind, moved, retyped }) => kind !== 'unchanged' || moved || retyped);
    const rows = changes.slice(0, most).map((change) => ({
      before: placesOf(gap, change.base),
      fate: describeFate(change, language),
      now: placesOf(gap + 1, change.current),
      base: change.base,
      current: change.current,
    }));
    return { rows, total: changes.length };
  });
}
