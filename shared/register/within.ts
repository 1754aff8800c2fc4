import { amendedText, rebaseAmendment, takenIn } from '../amendment';
import type { Amendment, TextChange } from '../amendment/amendment';
import { failure, type Failure } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Revision } from '../domain/revision';
import { findRevision, type RegisterData, type RegisterState } from './state';

interface WithinParents {
  /** Each parent with the adopted amendments to it taken in, and each of those with nothing left to carry out by itself. */
  readonly carried: readonly Amendment[];
}

/**
 * Takes the amendments to amendments that are adopted together with their parents into these (H26). `carried` are the parents as they stand in the newest text.
 * Fails for one whose parent is not adopted, or whose words have no place in the parent's text as it is now.
 */
export function takeIntoParents(
  newest: Revision,
  adopted: ReadonlyMap<AmendmentId, readonly TextChange[] | null>,
  carried: ReadonlyMap<AmendmentId, Amendment>,
  register: RegisterData,
  state: RegisterState,
): Result<WithinParents, Failure<'parent-undecided' | 'amendment-unplaceable'>> {
  const taken: Amendment[] = [];
  const byParent = new Map<AmendmentId, Amendment[]>();
  for (const [id, wording] of adopted) {
    const amendment = state.amendments.get(id);
    const parent = amendment?.parent ? state.amendments.get(amendment.parent.id) : undefined;
    if (!amendment?.parent || parent?.decision?.result === 'adopted') continue;
    const now = carried.get(amendment.parent.id);
    if (!adopted.has(amendment.parent.id) || !now)
      return fail(failure('parent-undecided', { number: amendment.number, parent: parent?.number ?? '' }));
    const from = findRevision(register, amendment.base);
    const text = amendedText(newest, now.changes);
    const asDecided = { ...amendment, changes: wording ?? amendment.changes };
    const rebased = from && rebaseAmendment(asDecided, amendedText(from, amendment.parent.changes), text);
    if (!rebased || rebased.state === 'conflict')
      return fail(failure('amendment-unplaceable', { number: amendment.number }));
    const changes = rebased.state === 'covered' ? [] : rebased.changes;
    byParent.set(now.id, [...(byParent.get(now.id) ?? []), { ...amendment, base: text.id, changes }]);
    taken.push({ ...amendment, base: newest.id, changes: [] });
  }
  const parents = [...byParent].flatMap(([id, own]) => {
    const parent = carried.get(id);
    if (!parent) return [];
    return [takenIn(newest, parent, own)];
  });
  return ok({ carried: [...parents, ...taken] });
}
