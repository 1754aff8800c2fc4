import { describe, expect, it } from 'vitest';
import { faultsOf, runSchedule } from '../../support/draftSchedule';

const PER_TEST = 25;

async function converges(seed: number): Promise<void> {
  const outcome = await runSchedule(seed);
  expect(faultsOf(outcome), `seed ${seed}`).toEqual({});
  expect(outcome.edits).toBe(64);
  expect(outcome.typed).toBeGreaterThan(0);
  expect(outcome.anchored).toBeGreaterThan(0);
  // Yjs brings characters back once for each who deleted and undid them at the same time: SPEC, limit 1.
  expect(outcome.broughtBackTwice.length).toBeLessThan(10);
}

/** Runs the schedules of a stretch of seeds, both ends included; each must end with nothing wrong. */
export function convergesFrom(firstSeed: number, lastSeed: number): void {
  describe('schedules of three to eight peers', () => {
    for (let first = firstSeed; first <= lastSeed; first += PER_TEST) {
      it(`Y14 Y13 seeds ${first} to ${first + PER_TEST - 1}: nothing lost, doubled, misplaced, divergent or taken by undo; anchors hold their words`, async () => {
        for (let seed = first; seed < first + PER_TEST; seed += 1) await converges(seed);
      });
    }
  });
}

/** Runs the schedule of a seed that once went wrong. */
export function convergesAgain(seed: number, whatHolds: string): void {
  it(`Y14 Y13 seed ${seed}: ${whatHolds}`, () => converges(seed));
}
