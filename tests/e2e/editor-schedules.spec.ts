import { faultsOf } from '../support/draftSchedule';
import { expect, test } from '../support/editorPage';

/** `npm run soak:page` runs more of them; both are told in its environment. */
const schedules = Number(process.env['PAGE_SCHEDULES'] ?? 60);
const first = Number(process.env['FIRST_SEED'] ?? 1);

test(`Y14 Y24 B8 seeds ${first} to ${first + schedules - 1}: of what is written on the page while others write nothing is lost, doubled, misplaced or taken by undo, and it shows the draft`, async ({
  editor,
}) => {
  test.setTimeout(60_000 + schedules * 5_000);
  const page = await editor.open('p:');
  for (let seed = first; seed < first + schedules; seed += 1) {
    const outcome = await page.evaluate((which) => window.harness.schedule(which), seed);
    expect(faultsOf(outcome), `seed ${seed}`).toEqual({});
    expect(outcome.edits).toBe(64);
    expect(outcome.typed).toBeGreaterThan(0);
    expect(outcome.broughtBackTwice.length).toBeLessThan(10);
  }
});
