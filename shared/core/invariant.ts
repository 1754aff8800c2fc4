/** Stops at once when *we* made a mistake. Never for what a user, a file or a peer gave: that is a `Result`. */
export function invariant(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${what}`);
}

/** Makes a switch over a closed union exhaustive: a missing case does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable value: ${JSON.stringify(value)}`);
}
