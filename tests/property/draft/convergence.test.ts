import { describe, expect, it } from 'vitest';
import { runSchedule } from '../../support/draftSchedule';

const SCHEDULES = 300;
const PER_TEST = 25;

describe('schedules of three to six peers', () => {
  for (let first = 1; first <= SCHEDULES; first += PER_TEST) {
    it(`Y14 seeds ${first} to ${first + PER_TEST - 1}: nothing lost, doubled, misplaced or divergent`, () => {
      for (let seed = first; seed < first + PER_TEST; seed += 1) {
        const { typed, edits, broughtBackTwice, ...wrong } = runSchedule(seed);
        expect(wrong).toEqual({
          seed,
          lost: [],
          doubled: [],
          divergent: [],
          misplaced: [],
          strayedAnchors: [],
          takenByUndo: [],
        });
        expect(edits).toBe(64);
        expect(typed).toBeGreaterThan(0);
        // Yjs brings characters back once for each who deleted and undid them at the same time: SPEC, limit 1.
        expect(broughtBackTwice.length).toBeLessThan(10);
      }
    });
  }
});
