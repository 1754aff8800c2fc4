import type { Revision } from '#shared/domain/revision';
import type { SessionSnapshot } from './types';

/** The text that was frozen last; `null` before the first. */
export const newestIn = ({ register, revisions }: Pick<SessionSnapshot, 'register' | 'revisions'>): Revision | null =>
  register.newest === null ? null : (revisions.get(register.newest) ?? null);
