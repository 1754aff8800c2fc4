import type { AmendmentId } from '../core/ids';
import type { Amendment } from './amendment';

/** «3-17» is the 17th of the series «3-». */
const countIn = (printed: string): number => Number(/\d+$/.exec(printed)?.[0] ?? Number.POSITIVE_INFINITY);

const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Total order by time of submission, then number, then id: what decides wherever two amendments stand equal. Rule A5. */
function bySubmission(a: Amendment, b: Amendment): number {
  const byTime = compareStrings(a.submittedAt, b.submittedAt);
  if (byTime !== 0) return byTime;
  const [numberA, numberB] = [countIn(a.number), countIn(b.number)];
  if (numberA !== numberB) return numberA < numberB ? -1 : 1;
  return compareStrings(a.number, b.number) || compareStrings(a.id, b.id);
}

export const inOrderOfSubmission = (amendments: readonly Amendment[]): readonly Amendment[] =>
  [...amendments].sort(bySubmission);

/** Rank of each id in order of submission, from 0. */
export const submissionRanks = (amendments: readonly Amendment[]): ReadonlyMap<AmendmentId, number> =>
  new Map(inOrderOfSubmission(amendments).map(({ id }, rank) => [id, rank]));
