import { useEffect, useRef, useState, type ReactNode } from 'react';

interface LazyRowsProps {
  readonly rows: number;
  /** Columns of the table. */
  readonly columns: number;
  readonly children: () => ReactNode;
}

/** Pixels a row takes, before it has been seen. */
const ROW_HEIGHT = 64;
const NEAR = '1200px';

/** A part of a long table. Its rows are made when they come near the screen, and then stay. */
export function LazyRows({ rows, columns, children }: LazyRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isNear || !body.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(body.current);
    return () => observer.disconnect();
  }, [isNear]);
  return (
    <tbody ref={body}>
      {isNear ? (
        children()
      ) : (
        <tr aria-hidden>
          <td colSpan={columns} style={{ height: rows * ROW_HEIGHT }} />
        </tr>
      )}
    </tbody>
  );
}
