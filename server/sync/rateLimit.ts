/** Lets through `burst` at once and `perSecond` in the long run. Times in milliseconds, given by the caller. */
export interface RateLimit {
  /** Takes one and yields `0`; where there is none, takes nothing and yields the milliseconds until there is one. */
  take(nowMs: number): number;
}

export interface RateLimitSettings {
  readonly perSecond: number;
  readonly burst: number;
}

/** The generic cell rate algorithm (ITU-T I.371): one number, the time at which everything taken would have come at a steady pace. */
export function createRateLimit({ perSecond, burst }: RateLimitSettings): RateLimit {
  const intervalMs = 1000 / perSecond;
  const toleranceMs = (burst - 1) * intervalMs;
  let steadyMs = -Infinity;
  return {
    take: (nowMs) => {
      const aheadMs = Math.max(steadyMs, nowMs) - nowMs;
      if (aheadMs > toleranceMs) return Math.ceil(aheadMs - toleranceMs);
      steadyMs = nowMs + aheadMs + intervalMs;
      return 0;
    },
  };
}
