/**
 * `npm run soak [schedules] [first seed] [workers]`: the seeded schedules, as many as one has time for, on all cores. Says on stderr how far it
 * has come and each seed that went wrong; the sum, as JSON on stdout, at the end. Interrupted (Ctrl+C, SIGTERM) it finishes what is begun,
 * which takes seconds, and the sum says from which seed to go on. Every schedule is the same whenever, wherever and beside whatever it runs.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { faultNames, faultsOf, runSchedule } from '../../support/draftSchedule';

const counts = ['edits', 'typed', 'anchored'] as const;
type Totals = Record<(typeof counts)[number] | (typeof faultNames)[number] | 'schedules' | 'broughtBackTwice', number>;

/** What a stretch of seeds showed. */
interface Stretch {
  readonly totals: Totals;
  /** A sentence for each seed that went wrong. */
  readonly wrong: readonly string[];
}

const nothingYet = (): Totals => ({
  schedules: 0,
  edits: 0,
  typed: 0,
  anchored: 0,
  lost: 0,
  doubled: 0,
  broughtBackTwice: 0,
  divergent: 0,
  misplaced: 0,
  strayedAnchors: 0,
  takenByUndo: 0,
});

async function runStretch(first: number, schedules: number): Promise<Stretch> {
  const totals = nothingYet();
  const wrong: string[] = [];
  for (let seed = first; seed < first + schedules; seed += 1) {
    totals.schedules += 1;
    try {
      const outcome = await runSchedule(seed);
      for (const name of counts) totals[name] += outcome[name];
      for (const name of faultNames) totals[name] += outcome[name].length;
      // Limit 1 of the SPEC: seen, and no fault.
      totals.broughtBackTwice += outcome.broughtBackTwice.length;
      const found = Object.entries(faultsOf(outcome));
      if (found.length > 0)
        wrong.push(`seed ${seed}: ${found.map(([name, characters]) => `${name} ${characters.length}`).join(', ')}`);
    } catch (failure) {
      wrong.push(
        `seed ${seed} threw: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`,
      );
    }
  }
  return { totals, wrong };
}

/** So short that whoever interrupts the run waits a few seconds only. */
const AT_A_TIME = 20;
const REPORT_EVERY_MS = 30_000;

async function soak(schedules: number, first: number, workers: number): Promise<void> {
  const totals = nothingYet();
  const wrong: string[] = [];
  const begun = performance.now();
  const end = first + schedules;
  let next = first;
  let isInterrupted = false;
  const perSecond = (): number => Math.round((totals.schedules * 10_000) / (performance.now() - begun)) / 10;
  const sum = (): string => JSON.stringify({ first, ...totals, wrong: wrong.length, perSecond: perSecond(), next });
  const interrupt = (): void => {
    isInterrupted = true;
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  // Of what is under way some may be done: from the seed that is told here on, the run can be resumed without a gap.
  const underWay = new Set<number>();
  const report = setInterval(() => {
    console.error(`${sum()} all done before seed ${Math.min(next, ...underWay)}`);
  }, REPORT_EVERY_MS);

  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url));
      let at = next;
      const takeNext = (): void => {
        underWay.delete(at);
        at = next;
        next = Math.min(end, at + AT_A_TIME);
        if (isInterrupted || at === next) {
          next = at;
          void worker.terminate().then(() => resolve());
          return;
        }
        underWay.add(at);
        worker.postMessage([at, next - at]);
      };
      worker.on('error', reject).on('message', (stretch: Stretch) => {
        for (const name of Object.keys(totals) as (keyof Totals)[]) totals[name] += stretch.totals[name];
        for (const sentence of stretch.wrong) console.error(sentence);
        wrong.push(...stretch.wrong);
        takeNext();
      });
      takeNext();
    });
  await Promise.all(Array.from({ length: workers }, work));
  clearInterval(report);
  console.log(sum());
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

if (isMainThread) {
  const [schedules = 1_000_000, first = 1, workers = availableParallelism()] = process.argv.slice(2).map(Number);
  await soak(schedules, first, workers);
} else {
  parentPort?.on('message', ([first, schedules]: [number, number]) => {
    void runStretch(first, schedules).then((stretch) => parentPort?.postMessage(stretch));
  });
}
