import { useEffect, useState, type RefObject } from 'react';

/** How far outside the screen something counts as near: a row is whole before it comes into view, and when Tab goes on to it. */
const MARGIN = '2000px';

/** Lists that are no longer than this are whole. */
export const FEW = 60;

const told = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | null = null;

/** One for all rows. `scrollMargin` reaches beyond the edge of the pane that scrolls, `rootMargin` beyond the window's. */
function startObserving(): IntersectionObserver {
  const settings: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: MARGIN, scrollMargin: MARGIN };
  return new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting);
  }, settings);
}

/** Whether a row of a long list is on the screen or near it; always, where `isAlways` says so. */
export function useNear(row: RefObject<Element | null>, isAlways: boolean): boolean {
  const [isNear, setNear] = useState(isAlways);
  useEffect(() => {
    const element = row.current;
    if (isAlways || !element) return undefined;
    observer ??= startObserving();
    const watching = observer;
    told.set(element, setNear);
    watching.observe(element);
    return () => watching.unobserve(element);
  }, [isAlways, row]);
  return isAlways || isNear;
}
