import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { createBlockMarks } from '../../renderer/app/blockMarks';
import { createComparer, type Answer } from '../../renderer/features/compare/live/comparer';
import { LiveComparison, type ComparingWorker } from '../../renderer/features/compare/live/liveComparison';
import { makeProgramme, ordinaryRevision, revise, rollDice, scalePlan } from '../../tests/support/revisionGenerator';

/**
 * What one key costs the live comparison, in the worker and in the window, and what one round of three who write at once costs, against comparing all anew.
 * `node bench/run.mjs live [seed]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const KEYS = 101;
const WORKER_GOAL = 2;
const FRAME = 16.7;

const quantile = (raw: readonly number[], share: number): number =>
  [...raw].sort((x, y) => x - y)[Math.min(raw.length - 1, Math.floor(raw.length * share))] ?? NaN;
const shown = (raw: readonly number[]): string =>
  `${quantile(raw, 0.5).toFixed(2)} ms  (p95 ${quantile(raw, 0.95).toFixed(2)}, ${raw.length} keys)`;

function measure(words: number, writers: number): void {
  const dice = rollDice(seed);
  const base = makeProgramme(dice, words);
  let current: readonly Block[] = revise(dice, base, scalePlan(ordinaryRevision, words / 28_650)).current;
  const answers: Answer[] = [];
  const inWorker: number[] = [];
  const inWindow: number[] = [];
  let asking = 0;
  /** The real comparer in the place of the worker's thread; its time is told apart from the window's. */
  const worker: ComparingWorker = {
    onmessage: null,
    onerror: null,
    terminate: () => undefined,
    postMessage: (question) => {
      const start = performance.now();
      ask(question);
      asking = performance.now() - start;
    },
  };
  const ask = createComparer({
    answer: (answer) => answers.push(answer),
    now: () => performance.now(),
    later: () => () => undefined,
  });
  // The parts of a long text go after each other here: between them the window would be free.
  const live = new LiveComparison(
    () => worker,
    (act) => {
      act();
      return () => undefined;
    },
  );
  const marks = createBlockMarks();
  const open = new Map();
  const follow = (next: readonly Block[]): void => {
    const start = performance.now();
    asking = 0;
    live.follow({ base, current: next, language: 'nb' });
    for (const data of answers.splice(0)) worker.onmessage?.({ data } as MessageEvent<Answer>);
    marks(live.get().comparison, open, 'nb');
    inWorker.push(asking);
    inWindow.push(performance.now() - start - asking);
  };
  follow(current);
  if (live.get().comparison?.current !== current)
    throw new Error('the texts are not compared: there is nothing to measure');
  inWorker.length = inWindow.length = 0;
  for (let key = 0; key < KEYS; key++) {
    const typed = [...current];
    for (let writer = 0; writer < writers; writer++) {
      const at = dice.below(current.length);
      const block = current[at];
      if (block) typed[at] = { ...block, text: `${block.text} x` };
    }
    current = typed;
    follow(current);
  }
  const anew = Array.from({ length: 3 }, () => {
    const start = performance.now();
    alignBlocks(base, current);
    return performance.now() - start;
  });
  const [own, window] = [quantile(inWorker, 0.5), quantile(inWindow, 0.5)];
  console.log(`${current.length} blocks, ${writers === 1 ? 'one writes' : `${writers} write at once`}, seed ${seed}`);
  console.log(
    `  the touched blocks compared, in the worker   ${shown(inWorker)}  goal ≤ ${WORKER_GOAL} ms: ${own <= WORKER_GOAL ? 'yes' : 'NO'}`,
  );
  console.log(
    `  panel, summary and marks, in the window      ${shown(inWindow)}  goal ≤ ${FRAME} ms: ${window <= FRAME ? 'yes' : 'NO'}`,
  );
  console.log(
    `  alignBlocks, all anew                        ${quantile(anew, 0.5).toFixed(0)} ms; ratio 1/${(quantile(anew, 0.5) / (own + window)).toFixed(0)}\n`,
  );
}

for (const words of [2_500, 25_000, 250_000]) for (const writers of [1, 3]) measure(words, writers);
