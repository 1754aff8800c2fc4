import { amendmentPlace, rebaseAmendment, type RebaseState } from '#shared/amendment/index';
import type { Amendment } from '#shared/amendment/amendment';
import { revisionNamed, type OpenProgramme } from './programme';

/** An amendment as it stands against the newest revision. */
export interface Standing {
  readonly state: RebaseState;
  /** Against the newest revision, but for a conflict: then as it was filed. Without changes where the text has them already. */
  readonly carried: Amendment;
  /** In the newest text where it has a place there, else in the one it was filed against. */
  readonly place: string;
}

export function standingOf(programme: OpenProgramme, amendment: Amendment): Standing {
  const { newest } = programme;
  const from = revisionNamed(programme, amendment.base);
  if (!from || !newest) return { state: 'conflict', carried: amendment, place: '' };
  const placeWhenFiled = amendmentPlace(from, amendment, from.language);
  const { state, changes } = rebaseAmendment(amendment, from, newest);
  if (state === 'conflict') return { state, carried: amendment, place: placeWhenFiled };
  const carried = { ...amendment, base: newest.id, changes };
  const placed = changes.length > 0 ? carried : { ...amendment, base: newest.id };
  return { state, carried, place: amendmentPlace(newest, placed, newest.language) || placeWhenFiled };
}
