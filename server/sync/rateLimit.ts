/** A bucket that refills steadily: `burst` at once, `perSecond` in the long run. Times in milliseconds, given by the caller. */
export interface RateLimit {
  /** Takes one. `0` when there was one to take; else how many milliseconds until there is. */
  take(nowMs: number): number;
}

export interface RateLimitSettings {
  readonly perSecond: number;
  readonly burst: number;
}

export function createRateLimit({ perSecond, burst }: RateLimitSettings): RateLimit {
  let left = burst;
  let filledAtMs: number | null = null;
  return {
    take: (nowMs) => {
      if (filledAtMs !== null) left = Math.min(burst, left + ((nowMs - filledAtMs) * perSecond) / 1000);
      filledAtMs = nowMs;
      left -= 1;
      return left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond);
    },
  };
}
