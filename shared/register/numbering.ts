import type { TextChange } from '../amendment/amendment';
import { targetOf } from '../amendment/describe';
import { placeOf } from '../domain/places';
import type { Revision } from '../domain/revision';
import type { FilingRules } from './filingRules';

/** What the numbers of one series begin with: the prefix, and the chapter where each has its own. Rule H10. */
export function seriesOf({ numbering, prefix }: FilingRules, base: Revision, changes: readonly TextChange[]): string {
  if (numbering === 'continuous') return prefix;
  const places = changes.flatMap((change) => {
    const { block, after } = targetOf(change);
    const index = base.blocks.findIndex(({ id }) => id === block);
    return index === -1 ? (after ? [0] : []) : [index];
  });
  const chapter = places.length === 0 ? null : placeOf(base.blocks, Math.min(...places)).chapter;
  // A chapter without a printed number, and what is about no chapter, are counted together.
  return chapter !== null && /^\d[\w.]{0,7}$/.test(chapter) ? `${prefix}${chapter}-` : `${prefix}0-`;
}

/** The next number of a series, above every one that was ever given in it. `used` holds all numbers of the programme. */
export function nextNumber(series: string, used: Iterable<string>): string {
  let highest = 0;
  for (const number of used) {
    const count = number.startsWith(series) ? number.slice(series.length) : '';
    if (/^[1-9]\d{0,8}$/.test(count)) highest = Math.max(highest, Number(count));
  }
  return `${series}${highest + 1}`;
}
