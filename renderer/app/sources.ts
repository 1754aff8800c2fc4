import type { Clock, IdSource } from '#shared/core/sources';

/** The window's own time and identifiers. */
export const windowSources: { readonly clock: Clock; readonly ids: IdSource } = {
  clock: { now: () => new Date().toISOString() },
  ids: { next: () => crypto.randomUUID() },
};
