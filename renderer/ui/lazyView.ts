import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { untilIdle } from './untilIdle';

const loaders: (() => Promise<unknown>)[] = [];

/** Has `fetchViews` fetch this too. */
export function fetchedAtRest<Fetched>(load: () => Promise<Fetched>): () => Promise<Fetched> {
  loaders.push(load);
  return load;
}

/**
 * A view whose script is fetched when it is first shown, so that the first screen does not wait for what nobody looks at yet. It belongs
 * inside a `Suspense`; its style sheet belongs to the index of its feature. `fetchViews` fetches all of them once the window is at rest.
 * Not for what one types into as soon as it is asked for: letters do not wait.
 */
export function lazyView<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  fetchedAtRest(load);
  return lazy(async () => ({ default: await load() }));
}

/**
 * Fetches the views known by now, one after the other, each when the window has nothing else to do: what is opened meanwhile does not wait for them.
 * One that does not come is asked for again when it is shown.
 */
export async function fetchViews(): Promise<void> {
  for (const load of [...loaders]) {
    await untilIdle();
    await load().catch(() => undefined);
  }
}
