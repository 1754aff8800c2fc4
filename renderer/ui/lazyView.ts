import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A view whose script is fetched when it is first shown, so that the first screen does not wait for what nobody looks at yet. It belongs
 * inside a `Suspense`; its style sheet belongs to the index of its feature. `fetchViews` fetches all of them once the window is at rest.
 * Not for what one types into as soon as it is asked for: letters do not wait.
 */
export function lazyView<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Resolves when every view is there. A view that does not come is asked for again when it is shown. */
export const fetchViews = (): Promise<unknown> => Promise.allSettled(loaders.map((load) => load()));
