import { startTransition, useEffect, useState } from 'react';
import { afterPaint } from './afterPaint';

/** `false` until what the view draws first is painted: for what stands beside that, and is not waited for. */
export function useAfterFirstPaint(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    let hasEnded = false;
    void afterPaint().then(() => {
      if (!hasEnded) startTransition(() => setAfter(true));
    });
    return () => {
      hasEnded = true;
    };
  }, []);
  return isAfter;
}
