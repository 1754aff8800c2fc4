/** A bucket that refills steadily: `burst` at once, `perSecond` in the long run. Times in milliseconds, given by the caller. */
export interface RateLimit {
  /** Takes one and yields `0`; where there is none, takes nothing and yields the milliseconds until there is one. */
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
      if (left < 1) return Math.ceil(((1 - left) * 1000) / perSecond);
      left -= 1;
      return 0;
    },
  };
}
