/** `npx vite-node tests/property/draft/soak.ts <schedules> <first seed>`: as many schedules as one has time for; prints what went wrong. */
import { runSchedule } from '../../support/draftSchedule';

const [schedules = 10_000, first = 1] = process.argv.slice(2).map(Number);
const totals = {
  schedules: 0,
  edits: 0,
  typed: 0,
  lost: 0,
  doubled: 0,
  broughtBackTwice: 0,
  divergent: 0,
  misplaced: 0,
  takenByUndo: 0,
};
const failing: number[] = [];
for (let seed = first; seed < first + schedules; seed += 1) {
  const outcome = runSchedule(seed);
  totals.schedules += 1;
  totals.edits += outcome.edits;
  totals.typed += outcome.typed;
  for (const name of ['lost', 'doubled', 'broughtBackTwice', 'divergent', 'misplaced', 'takenByUndo'] as const) {
    totals[name] += outcome[name].length;
    if (outcome[name].length > 0) failing.push(seed);
  }
}
console.log(JSON.stringify({ first, ...totals, failing: [...new Set(failing)].slice(0, 50) }));
process.exitCode = totals.lost + totals.doubled + totals.divergent === 0 ? 0 : 1;
