import { useEffect, useState, type RefObject } from 'react';
import { watchNear } from './watchNear';

/** How far outside the screen something counts as near: a row is whole before it comes into view, and when Tab goes on to it. */
export const NEAR = '2000px';

/** Lists that are no longer than this are whole. */
export const FEW = 60;

/** Whether a row of a long list is on the screen or near it; always, where `isAlways` says so. */
export function useNear(row: RefObject<Element | null>, isAlways: boolean): boolean {
  const [isNear, setNear] = useState(isAlways);
  useEffect(() => {
    const element = row.current;
    if (isAlways || !element) return undefined;
    return watchNear(element, NEAR, ({ isIntersecting }) => setNear(isIntersecting));
  }, [isAlways, row]);
  return isAlways || isNear;
}
