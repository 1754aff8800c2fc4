import { startTransition, useEffect, useRef, useState } from 'react';
import { LONGEST_BEHIND_MS } from './untilAnswered';

const PAUSE_MS = 250;

/**
 * A value for views that may rest while it changes again and again: it follows when the changes pause. Changes that `isSmall` does not name are followed at once;
 * `isSmall` is to stay the same function.
 */
export function useSettled<T>(value: T, isSmall: (before: T, after: T) => boolean): T {
  const [settled, setSettled] = useState(value);
  const changesSince = useRef<number | null>(null);
  const isUrgent = settled !== value && !isSmall(settled, value);
  if (isUrgent) setSettled(() => value);
  useEffect(() => {
    if (settled === value) {
      changesSince.current = null;
      return;
    }
    const now = performance.now();
    changesSince.current ??= now;
    const left = changesSince.current + LONGEST_BEHIND_MS - now;
    const waiting = setTimeout(() => startTransition(() => setSettled(() => value)), Math.min(PAUSE_MS, left));
    return () => clearTimeout(waiting);
  }, [settled, value]);
  return isUrgent ? value : settled;
}
