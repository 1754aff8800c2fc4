/** A value that changes, for whoever shows it: readers get the same object until it changes, and are told once a turn. */
export interface Store<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
  /** Something may have changed: the value is computed anew at the end of this turn. */
  touch(): void;
  /** Computes it at once. */
  refresh(): void;
  dispose(): void;
}

/** `compute` gets the former value and yields it again where nothing changed. */
export function createStore<T extends object>(compute: (former: T | null) => T): Store<T> {
  let value = compute(null);
  let scheduled = false;
  let disposed = false;
  const listeners = new Set<() => void>();
  const refresh = (): void => {
    if (disposed) return;
    const next = compute(value);
    if (next === value) return;
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    touch: () => {
      if (scheduled || disposed) return;
      scheduled = true;
      queueMicrotask(() => {
        scheduled = false;
        refresh();
      });
    },
    refresh,
    dispose: () => {
      disposed = true;
      listeners.clear();
    },
  };
}
