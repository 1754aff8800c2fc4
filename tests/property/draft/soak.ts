/** `npm run soak [schedules] [first seed]`: as many schedules as one has time for; prints what went wrong, and each seed that did. */
import { runSchedule } from '../../support/draftSchedule';

const [schedules = 1_000_000, first = 1] = process.argv.slice(2).map(Number);
const faults = [
  'lost',
  'doubled',
  'broughtBackTwice',
  'divergent',
  'misplaced',
  'strayedAnchors',
  'takenByUndo',
] as const;
const totals = new Map<string, number>(['schedules', 'edits', 'typed', 'anchored', ...faults].map((name) => [name, 0]));
const add = (name: string, count: number): void => {
  totals.set(name, (totals.get(name) ?? 0) + count);
};
const REPORT_EVERY = 1_000;

for (let seed = first; seed < first + schedules; seed += 1) {
  const outcome = runSchedule(seed);
  add('schedules', 1);
  for (const name of ['edits', 'typed', 'anchored'] as const) add(name, outcome[name]);
  for (const name of faults) {
    add(name, outcome[name].length);
    if (outcome[name].length > 0) console.log(`seed ${seed}: ${name} ${outcome[name].length}`);
  }
  if ((seed - first + 1) % REPORT_EVERY === 0) console.log(JSON.stringify(Object.fromEntries(totals)));
}
console.log(JSON.stringify({ first, ...Object.fromEntries(totals) }));
const wrong = ['lost', 'doubled', 'divergent', 'strayedAnchors', 'takenByUndo'].reduce(
  (sum, name) => sum + (totals.get(name) ?? 0),
  0,
);
process.exitCode = wrong === 0 ? 0 : 1;
