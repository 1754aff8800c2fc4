import { useEffect, useState } from 'react';
import type { ProgrammeSession, SessionSnapshot } from '../session';

type Saving = SessionSnapshot['saving'];

/** So long must all be on disk before it is told: while one types it would be told twice a key, to the eye and to whoever listens. */
const SETTLED_MS = 250;

/** Tells whether all is on disk: at once when something is not, and when all has been for a while. Yields what ends it. */
export function followSaving(session: ProgrammeSession, hear: (saving: Saving) => void): () => void {
  let told: Saving | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const { saving } = session.getSnapshot();
    if (saving !== told) hear((told = saving));
  };
  const look = (): void => {
    clearTimeout(settling);
    if (told === null || session.getSnapshot().saving !== 'saved') tell();
    else if (told !== 'saved') settling = setTimeout(tell, SETTLED_MS);
  };
  const stop = session.subscribe(look);
  look();
  return () => {
    stop();
    clearTimeout(settling);
  };
}

/** Whether all is on disk, as `followSaving` tells it. */
export function useSaving(session: ProgrammeSession): Saving {
  const [saving, setSaving] = useState(() => session.getSnapshot().saving);
  useEffect(() => followSaving(session, setSaving), [session]);
  return saving;
}
