import { useEffect, useState, type RefObject } from 'react';
import { FEW, NEAR } from './useNear';
import { watchNear } from './watchNear';

/** Rows that are near the screen or far from it together. They must take less room than what counts as near. */
const TOGETHER = 20;

/**
 * Which rows of a long list are on the screen or near it, by their place in it: the children of `list`, in the order of `rows`, of which `drawn` are there. One of them is watched for
 * those that follow it: in each frame the browser asks all that are watched where they stand.
 */
export function useNearRows(
  list: RefObject<Element | null>,
  rows: readonly unknown[],
  drawn: number,
): (index: number) => boolean {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  const areFew = rows.length <= FEW;
  useEffect(() => {
    if (areFew) return undefined;
    const watch = (first: Element, group: number) =>
      watchNear(first, NEAR, ({ isIntersecting }) => {
        setNear((before) => {
          if (before.has(group) === isIntersecting) return before;
          const after = new Set(before);
          if (isIntersecting) after.add(group);
          else after.delete(group);
          return after;
        });
      });
    const firsts = Array.from(list.current?.children ?? []).filter((_, index) => index % TOGETHER === 0);
    const stops = firsts.map(watch);
    return () => {
      for (const stop of stops) stop();
    };
  }, [areFew, list, rows, drawn]);
  return (index) => areFew || near.has(Math.floor(index / TOGETHER));
}
