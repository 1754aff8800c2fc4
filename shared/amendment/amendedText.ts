import { amendmentId, personId } from '../core/ids';
import { rememberedByPair } from '../core/remembered';
import { countingIds } from '../core/sources';
import { makeRevision, type Revision } from '../domain/revision';
import { filedAlone, type Amendment, type TextChange } from './amendment';
import { applyAmendments } from './compose';

/** Ids of the blocks that a proposal brings, in reading order. No revision has such ids: those are drawn when a proposal is adopted. */
const NEW_BLOCK = '~';

/** Nobody's amendment: changes to try out on a text. */
export const changesAlone = (base: Revision, changes: readonly TextChange[]): Amendment => ({
  ...filedAlone,
  id: amendmentId('~'),
  number: '',
  base: base.id,
  changes,
  proposer: personId('~'),
  body: null,
  rationale: '',
  submittedAt: base.frozenAt,
  recommendation: null,
  decision: null,
});

const textsWith = rememberedByPair((base: Revision, changes: readonly TextChange[]): Revision => {
  const { blocks } = applyAmendments(base, [changesAlone(base, changes)], countingIds(NEW_BLOCK));
  return makeRevision({ ...base, blocks }, base.name, base.frozenAt);
});

/**
 * The text as it would read with `changes` alone: what an amendment to an amendment is written against. Total; the same changes always give the same
 * text with the same ids, so that whoever computes it can anchor to it. Rule R1 of SPEC.md.
 */
export const amendedText = (base: Revision, changes: readonly TextChange[]): Revision =>
  changes.length === 0 ? base : textsWith(base, changes);

/** The text that an amendment is about: the revision that it is filed against, or what the amendment that it amends would make of that. */
export const groundOf = (base: Revision, parent: Pick<Amendment, 'changes'> | null): Revision =>
  parent ? amendedText(base, parent.changes) : base;
