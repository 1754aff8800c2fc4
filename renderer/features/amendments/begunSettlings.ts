import type { AmendmentId, RevisionId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import type { Revision } from '#shared/domain/revision';
import type { ProgrammeSession } from '../../session';

/** An amendment in conflict that is being written anew. */
export interface Settling {
  /** The text that it shall be about, as it was when this was begun: the newest one, or its parent's as it reads there. */
  readonly text: Revision;
  /** The newest revision then, which `text` is, or is made from. */
  readonly base: RevisionId;
  /** What was written and not saved; `null` as long as nothing is. */
  readonly written: readonly Block[] | null;
}

const begun = new WeakMap<ProgrammeSession, Map<AmendmentId, Settling>>();

/** What was begun and left, as long as the window is open. */
export function begunSettlings(session: ProgrammeSession): Map<AmendmentId, Settling> {
  const known = begun.get(session) ?? new Map<AmendmentId, Settling>();
  begun.set(session, known);
  return known;
}
