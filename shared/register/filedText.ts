import { groundOf } from '../amendment';
import type { Amendment } from '../amendment/amendment';
import type { Revision } from '../domain/revision';
import { findRevision, type RegisterData } from './state';

/** The text that the amendment's changes are about; `null` where the register does not have it. */
export function filedText(
  { base, parent }: Pick<Amendment, 'base' | 'parent'>,
  register: RegisterData,
): Revision | null {
  const revision = findRevision(register, base);
  return revision && groundOf(revision, parent);
}
