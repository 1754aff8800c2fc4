import { amendmentId, personId } from '../core/ids';
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

const known = new WeakMap<Revision, WeakMap<readonly TextChange[], Revision>>();

/**
 * The text as it would read with `changes` alone: what an amendment to an amendment is written against. Total; the same changes always give the same
 * text with the same ids, so that whoever computes it can anchor to it. Rule R1 of SPEC.md.
 */
export function amendedText(base: Revision, changes: readonly TextChange[]): Revision {
  if (changes.length === 0) return base;
  const ofBase = known.get(base) ?? new WeakMap<readonly TextChange[], Revision>();
  known.set(base, ofBase);
  const found = ofBase.get(changes);
  if (found) return found;
  const { blocks } = applyAmendments(base, [changesAlone(base, changes)], countingIds(NEW_BLOCK));
  const text = makeRevision({ ...base, blocks }, base.name, base.frozenAt);
  ofBase.set(changes, text);
  return text;
}
