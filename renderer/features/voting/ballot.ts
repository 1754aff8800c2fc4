import type { DecisionResult } from '#shared/amendment/amendment';
import type { VoteCount, VoteRule } from '#shared/voting';

/** What the chair has written down about one item, before it is recorded. */
export interface Written {
  readonly result: DecisionResult | null;
  readonly wording: 'filed' | 'recommended';
  readonly for: string;
  readonly against: string;
  readonly abstained: string;
  readonly present: string;
  readonly chairVote: 'for' | 'against' | null;
  /** By which rule this one is counted; `null` for the programme's own. */
  readonly rule: VoteRule | null;
  /** Why it is adopted although it does not go together with another that is, or has no place; empty where nobody said so. */
  readonly despite: string;
}

export const nothingWritten: Written = {
  result: null,
  wording: 'recommended',
  for: '',
  against: '',
  abstained: '',
  present: '',
  chairVote: null,
  rule: null,
  despite: '',
};

export const choosable = ['adopted', 'rejected', 'withdrawn', 'referred'] as const satisfies readonly DecisionResult[];

/** Digits only: a count is a whole number from zero up. */
export const asDigits = (text: string): string => text.replace(/\D/g, '').slice(0, 6);

/** The count as it is recorded; `null` where nothing was counted. */
export function countOf(written: Written): VoteCount | null {
  if (written.for === '' && written.against === '' && written.abstained === '') return null;
  return {
    for: Number(written.for),
    against: Number(written.against),
    abstained: Number(written.abstained),
    present: written.present === '' ? null : Number(written.present),
    chairVote: written.chairVote,
  };
}
