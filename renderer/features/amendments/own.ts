import type { Amendment } from '#shared/amendment/amendment';
import { mayPerform } from '#shared/sync';
import type { SessionSnapshot } from '../../session';

/**
 * Whether who is at this machine may withdraw the amendment, correct it and settle it: they filed it or took it over, or they are the secretariat, which does so for
 * everyone. The server has the last word (rule SY4).
 */
export function isOwn({ me, entries }: SessionSnapshot, { id, proposer }: Amendment): boolean {
  if (me.role === 'secretariat') return true;
  if (!mayPerform(me.role, 'withdraw')) return false;
  const latest = entries.findLast(
    ({ event }) => (event.type === 'submitted' || event.type === 'takenOver') && event.amendment === id,
  );
  return proposer === me.person || latest?.actor === me.person;
}
