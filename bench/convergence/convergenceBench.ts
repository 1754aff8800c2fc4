import { runSchedule } from '../../tests/support/draftSchedule';
import { runLexicalSchedule, type PeerOutcome } from './lexicalPeers';

/**
 * What becomes of the characters when three to eight people write at once, partly without a network: ours against `@lexical/yjs`, the same seeds,
 * network and mix of edits (paste, range deletion, crash and late joiner ours alone). `node bench/run.mjs convergence [schedules] [first seed]`.
 */
const [schedules = 300, first = 1] = process.argv.slice(2).map(Number);

const total = { typed: 0, lost: 0, doubled: 0, misplaced: 0, divergent: 0 };
const [ours, theirs] = [{ ...total }, { ...total }];
let failed = 0;
const add = (sum: typeof total, outcome: PeerOutcome): void => {
  for (const name of Object.keys(sum) as (keyof typeof total)[]) sum[name] += outcome[name];
};
for (let seed = first; seed < first + schedules; seed += 1) {
  const { typed, lost, doubled, misplaced, divergent } = await runSchedule(seed);
  add(ours, {
    typed,
    lost: lost.length,
    doubled: doubled.length,
    misplaced: misplaced.length,
    divergent: divergent.length,
  });
  try {
    add(theirs, runLexicalSchedule(seed));
  } catch {
    // The binding threw in the middle of a schedule: what it would have lost is not counted.
    failed += 1;
  }
}
console.log(`${schedules} schedules from seed ${first}`);
for (const [name, sum] of [
  ['ours', ours],
  ['@lexical/yjs', theirs],
] as const)
  console.log(
    `${name.padEnd(14)} ${Object.entries(sum)
      .map(([what, count]) => `${what} ${count}`)
      .join(' · ')}`,
  );
if (failed > 0) console.log(`@lexical/yjs threw in ${failed} of them`);
