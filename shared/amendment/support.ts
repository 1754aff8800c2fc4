import type { Amendment } from './amendment';

/**
 * True for an amendment that is not yet to be put to the vote: its proposer is no member of landsstyret, and no member has joined or supported it.
 * `supportNeeded` is the programme's rule (`FilingRules`). Source: Legeforeningen's forretningsorden 2001. Rule R2 of SPEC.md.
 */
export const awaitsSupport = (
  { proposerIsMember, coProposers, supporters }: Pick<Amendment, 'proposerIsMember' | 'coProposers' | 'supporters'>,
  supportNeeded: boolean,
): boolean => supportNeeded && !proposerIsMember && ![...coProposers, ...supporters].some(({ member }) => member);
