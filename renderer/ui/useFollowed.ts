import { startTransition, useEffect, useRef, useState } from 'react';
import { untilAnswered } from './untilAnswered';

const never = (): boolean => false;

/**
 * What a store holds, for a view that may be behind the writing (`untilAnswered`): a change is shown after the paint that a person waits for, or when they pause, in slices
 * that any key interrupts, and one after the other, so that no key waits for it. Changes that `isUrgent` names are shown at once. The three functions are to stay the same ones.
 */
export function useFollowed<T>(
  subscribe: (listener: () => void) => () => void,
  get: () => T,
  isUrgent: (shown: T, next: T) => boolean = never,
): T {
  const [shown, setShown] = useState(get);
  const onShown = useRef<(value: T) => void>(null);
  useEffect(() => {
    let last = shown;
    /** On its way to the screen. */
    let asked: { readonly value: T } | null = null;
    let isWaiting = false;
    let hasEnded = false;
    const ask = (value: T): void => {
      asked = { value };
      setShown(() => value);
    };
    const look = (): void => {
      const next = get();
      if (hasEnded || next === (asked ? asked.value : last)) return;
      if (isUrgent(last, next)) ask(next);
      else if (asked === null && !isWaiting) {
        isWaiting = true;
        void untilAnswered().then(() => {
          isWaiting = false;
          const newest = get();
          if (!hasEnded && asked === null && newest !== last) startTransition(() => ask(newest));
        });
      }
    };
    onShown.current = (value) => {
      last = value;
      if (value === asked?.value) asked = null;
      look();
    };
    const stop = subscribe(look);
    look();
    return () => {
      hasEnded = true;
      stop();
    };
  }, [get, isUrgent, subscribe]);
  useEffect(() => onShown.current?.(shown), [shown]);
  return shown;
}
