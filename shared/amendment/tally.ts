import type { Decision } from './amendment';

type Count = Pick<Decision, 'result' | 'tally'>;

/** True where something is recorded as adopted though more voted against it than for it. */
export const isOutvoted = ({ result, tally }: Count): boolean =>
  result === 'adopted' && tally !== null && tally.for < tally.against;

/** True where it was adopted by several, and nobody voted against or abstained. */
export const isUnanimous = ({ result, tally }: Count): boolean =>
  result === 'adopted' && tally !== null && tally.for > 1 && tally.against === 0 && tally.abstained === 0;
