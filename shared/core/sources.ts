/** An instant as ISO 8601 in UTC, e.g. `2027-05-28T08:15:00.000Z`. */
export type Timestamp = string;

/** Where time comes from. Passed in, so that the domain has no clock of its own. */
export interface Clock {
  now(): Timestamp;
}

/** Where fresh identifiers come from. Each call yields one that was never given before. */
export interface IdSource {
  next(): string;
}

/** Identifiers that are the same in every run: for imports that must be reproducible, and for tests. */
export const countingIds = (prefix: string, start = 1): IdSource => {
  let count = start;
  return { next: () => `${prefix}${count++}` };
};
