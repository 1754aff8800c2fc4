import type { ProgrammeSession, SessionSnapshot } from '../session';
import { useFollowed } from '../ui/useFollowed';

/** What a key changes, here or at another's. */
const changedByTyping: ReadonlySet<keyof SessionSnapshot> = new Set(['blocks', 'pendingUpdates', 'peers']);

const isDecision = (shown: SessionSnapshot, next: SessionSnapshot): boolean =>
  (Object.keys(next) as (keyof SessionSnapshot)[]).some(
    (field) => shown[field] !== next[field] && !changedByTyping.has(field),
  );

/** The programme as it stands; a new value at each change. What is typed may be a frame behind what the session says: the page shows it by itself. */
export const useSession = (session: ProgrammeSession): SessionSnapshot =>
  useFollowed(session.subscribe, session.getSnapshot, isDecision);
