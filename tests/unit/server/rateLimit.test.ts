import { describe, expect, it } from 'vitest';
import { createRateLimit } from '#server/sync/rateLimit';

describe('a rate limit', () => {
  it('SY12 gives a burst at once, then a steady rate', () => {
    const limit = createRateLimit({ perSecond: 10, burst: 3 });
    expect([0, 0, 0, 0].map((nowMs) => limit.take(nowMs))).toEqual([0, 0, 0, 100]);
    expect(limit.take(99)).toBe(1);
    expect(limit.take(100)).toBe(0);
    expect(limit.take(100)).toBe(100);
  });

  it('SY12 fills up again, and never above the burst', () => {
    const limit = createRateLimit({ perSecond: 10, burst: 3 });
    for (let taken = 0; taken < 3; taken++) limit.take(0);
    const later = [1, 2, 3, 4].map(() => limit.take(60_000));
    expect(later).toEqual([0, 0, 0, 100]);
  });

  it('SY12 over any ten seconds lets through at most the burst and ten seconds’ worth', () => {
    const limit = createRateLimit({ perSecond: 20, burst: 5 });
    let passed = 0;
    for (let nowMs = 0; nowMs < 10_000; nowMs += 7) if (limit.take(nowMs) === 0) passed += 1;
    expect(passed).toBeLessThanOrEqual(205);
    expect(passed).toBeGreaterThanOrEqual(200);
  });
});
