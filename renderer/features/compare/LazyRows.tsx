import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react';

interface LazyRowsProps {
  readonly rows: number;
  readonly children: () => ReactNode;
}

/** Pixels a row takes, before it has been seen. */
const ROW_HEIGHT = 64;
const NEAR = '900px';

type Hear = (entry: IntersectionObserverEntry) => void;
const listeners = new WeakMap<Element, Hear>();
let observer: IntersectionObserver | null = null;

/** One observer for all parts of all tables: one for each would be felt in a table of ten thousand rows. */
function watch(body: Element, hear: Hear): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry);
    },
    // Within a part of the window that scrolls by itself only the second one counts.
    { rootMargin: NEAR, scrollMargin: NEAR },
  );
  listeners.set(body, hear);
  observer.observe(body);
  return () => observer?.unobserve(body);
}

/** A part of a long table. Its rows are there while they are near what is seen of it, or hold the focus; else the room that they took. */
export function LazyRows({ rows, children }: LazyRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(false);
  const [height, setHeight] = useState(rows * ROW_HEIGHT);
  useEffect(() => {
    const own = body.current;
    if (!own) return;
    return watch(own, ({ isIntersecting, boundingClientRect }) => {
      if (!isIntersecting && own.contains(document.activeElement)) return;
      startTransition(() => {
        if (!isIntersecting && own.childElementCount > 0) setHeight(boundingClientRect.height);
        setNear(isIntersecting);
      });
    });
  }, []);
  return (
    <tbody ref={body} role="rowgroup" style={isNear ? undefined : { height }}>
      {isNear && children()}
    </tbody>
  );
}
