import { useEffect, useState } from 'react';
import type { ProgrammeSession, SavingState } from '../session';

/** So long must all be on disk before it is told: while one types it would be told twice a key, to the eye and to whoever listens. */
const SETTLED_MS = 250;

/** Tells whether all is on disk: at once when something is not, and when all has been for a while. Yields what ends it. */
export function followSaving({ saving }: ProgrammeSession, hear: (saving: SavingState) => void): () => void {
  let told: SavingState | null = null;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const state = saving.get();
    if (state !== told) hear((told = state));
  };
  const look = (): void => {
    clearTimeout(settling);
    if (told === null || saving.get() !== 'saved') tell();
    else if (told !== 'saved') settling = setTimeout(tell, SETTLED_MS);
  };
  const stop = saving.subscribe(look);
  look();
  return () => {
    stop();
    clearTimeout(settling);
  };
}

/** Whether all is on disk, as `followSaving` tells it. */
export function useSaving(session: ProgrammeSession): SavingState {
  const [saving, setSaving] = useState(() => session.saving.get());
  useEffect(() => followSaving(session, setSaving), [session]);
  return saving;
}
