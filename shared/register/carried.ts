import { amendedText, rebaseAmendment, type Rebase } from '../amendment';
import type { Amendment } from '../amendment/amendment';
import type { RevisionId } from '../core/ids';
import { rememberedByPair } from '../core/remembered';
import type { Revision } from '../domain/revision';
import { findRevision, type RegisterData, type RegisterState } from './state';

/** The amendment as it stands against the newest revision; `null` where it cannot be carried there. Covered ones have no changes left. */
export function carriedTo(
  newest: Revision,
  amendment: Amendment,
  register: Pick<RegisterData, 'revisions'>,
): Amendment | null {
  if (amendment.base === newest.id) return amendment;
  const from = findRevision(register, amendment.base);
  if (!from) return null;
  return carriedBetween(rebaseAmendment(amendment, from, newest), amendment, newest.id);
}

/** The same object for the same outcome: the plan of what is carried is known by its amendments. */
const carriedBetween = rememberedByPair(({ state, changes }: Rebase, amendment: Amendment, base: RevisionId) =>
  state === 'conflict' ? null : { ...amendment, base, changes: state === 'covered' ? [] : changes },
);

/** An open amendment as it stands in the newest text by itself: one to another that is not adopted has no place there yet. Rules H26–H27. */
export function carriedByItself(
  newest: Revision,
  amendment: Amendment,
  register: RegisterData,
  state: RegisterState,
): Amendment | null {
  const { parent } = amendment;
  if (!parent) return carriedTo(newest, amendment, register);
  const from = findRevision(register, amendment.base);
  if (!from || state.amendments.get(parent.id)?.decision?.result !== 'adopted') return null;
  const rebase = rebaseAmendment(amendment, amendedText(from, parent.changes), newest);
  return carriedBetween(rebase, amendment, newest.id);
}
