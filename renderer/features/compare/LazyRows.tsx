import { startTransition, useEffect, useRef, useState, type ReactNode } from 'react';
import { watchNear } from '../../ui/watchNear';

interface LazyRowsProps {
  readonly rows: number;
  readonly children: () => ReactNode;
}

/** Pixels a row takes, before it has been seen. */
const ROW_HEIGHT = 64;
const NEAR = '900px';

/** A part of a long table. Its rows are there while they are near what is seen of it, or hold the focus; else the room that they took. */
export function LazyRows({ rows, children }: LazyRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(false);
  const [height, setHeight] = useState(rows * ROW_HEIGHT);
  useEffect(() => {
    const own = body.current;
    if (!own) return;
    return watchNear(own, NEAR, ({ isIntersecting, boundingClientRect }) => {
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
