/** Chance that is the same for the same seed. */
export interface Chance {
  /** 0 ≤ n < limit. */
  below(limit: number): number;
  /** True in that share of cases. */
  hits(share: number): boolean;
  from<T>(list: readonly [T, ...T[]]): T;
}

/** Mulberry32: 32 bits of state are plenty for a document. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, hits: (share) => next() < share, from: (list) => list[below(list.length)] ?? list[0] };
}
