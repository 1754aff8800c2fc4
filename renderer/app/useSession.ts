import { useSyncExternalStore } from 'react';
import type { ProgrammeSession, SessionSnapshot } from '../session';

/** The programme as it stands; a new value at each change. */
export const useSession = (session: ProgrammeSession): SessionSnapshot =>
  useSyncExternalStore(session.subscribe, session.getSnapshot);
