import { useMemo } from 'react';
import type { ProgrammeSession, SessionSnapshot } from '../session';
import { useFollowed } from '../ui/useFollowed';

/** What a key changes, here or at another's. */
const changedByTyping: ReadonlySet<keyof SessionSnapshot> = new Set(['blocks', 'pendingUpdates', 'peers']);

/** What differs, apart from whether it is on disk. */
const differing = (shown: SessionSnapshot, next: SessionSnapshot): readonly (keyof SessionSnapshot)[] =>
  (Object.keys(next) as (keyof SessionSnapshot)[]).filter(
    (field) => field !== 'saving' && shown[field] !== next[field],
  );

const isDecision = (shown: SessionSnapshot, next: SessionSnapshot): boolean =>
  differing(shown, next).some((field) => !changedByTyping.has(field));

/** The snapshot as it was, for as long as nothing but its saving differs. */
function apartFromSaving(get: () => SessionSnapshot): () => SessionSnapshot {
  let kept = get();
  return () => {
    const next = get();
    if (differing(kept, next).length > 0) kept = next;
    return kept;
  };
}

/**
 * The programme as it stands; a new value at each change. What is typed may be a frame behind what the session says: the page shows it by itself.
 * Whether it is on disk is told by `useSaving`: with each key it changes twice.
 */
export function useSession(session: ProgrammeSession): SessionSnapshot {
  const get = useMemo(() => apartFromSaving(session.getSnapshot), [session]);
  return useFollowed(session.subscribe, get, isDecision);
}
