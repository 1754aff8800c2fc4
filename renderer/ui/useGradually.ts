import { startTransition, useEffect, useState } from 'react';

/** Rows that are drawn at once. */
const STEP = 20;

/**
 * How many of `total` rows to draw now: the `first` ones at once, as many as a screen holds, then some more in each turn, with whatever was pressed meanwhile in between, so that no key waits for
 * a long list. All of them are there in the end, for finding, for the keyboard and for the screen reader.
 */
export function useGradually(total: number, step = STEP, first = step): number {
  const [count, setCount] = useState(first);
  useEffect(() => {
    if (count >= total) return undefined;
    const waiting = setTimeout(() => startTransition(() => setCount(count + step)), 0);
    return () => clearTimeout(waiting);
  }, [count, step, total]);
  return Math.min(count, total);
}
