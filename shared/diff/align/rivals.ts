import type { Candidate } from './candidates';

/** How alike the likeliest other candidate of either block is. */
export function createRivals(candidates: readonly Candidate[]): {
  next(base: number, current: number, similarity: number): number;
} {
  const ofBase = bestAndSecond(candidates, ({ base }) => base);
  const ofCurrent = bestAndSecond(candidates, ({ current }) => current);
  return {
    next: (base, current, similarity) =>
      Math.max(ofBase.withoutBest(base, similarity), ofCurrent.withoutBest(current, similarity)),
  };
}

function bestAndSecond(
  candidates: readonly Candidate[],
  keyOf: (candidate: Candidate) => number,
): { withoutBest(key: number, similarity: number): number } {
  const count = candidates.reduce((most, candidate) => Math.max(most, keyOf(candidate) + 1), 0);
  const best = new Float64Array(count);
  const second = new Float64Array(count);
  for (const candidate of candidates) {
    const key = keyOf(candidate);
    const top = best[key] ?? 0;
    if (candidate.similarity > top) {
      second[key] = top;
      best[key] = candidate.similarity;
    } else second[key] = Math.max(second[key] ?? 0, candidate.similarity);
  }
  // The likeness of the rival: the second for the best one, the best for every other.
  return { withoutBest: (key, similarity) => (similarity === best[key] ? second[key] : best[key]) ?? 0 };
}
