import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import {
  createComparer,
  type Answer,
  type Question,
  type ToldChange,
} from '../../renderer/features/compare/live/comparer';
import { applyEdit, editBetween } from '../../renderer/features/compare/live/listEdit';
import { viewComparison } from '../../renderer/features/compare/comparison';
import { makeProgramme, ordinaryRevision, revise, rollDice, scalePlan } from '../../tests/support/revisionGenerator';

/** What one key costs the live comparison, in the worker and in the window, against comparing all anew. `node bench/run.mjs live [seed]`. */
const seed = Number(process.argv[2] ?? 20_270_528);
const KEYS = 41;

const median = (raw: readonly number[]): number => [...raw].sort((x, y) => x - y)[Math.floor(raw.length / 2)] ?? NaN;
const shown = (raw: readonly number[]): string =>
  `${median(raw).toFixed(2)} ms  [${Math.min(...raw).toFixed(2)} … ${Math.max(...raw).toFixed(2)}]`;

function measure(words: number): void {
  const dice = rollDice(seed);
  const base = makeProgramme(dice, words);
  let current: readonly Block[] = revise(dice, base, scalePlan(ordinaryRevision, words / 28_650)).current;
  const answers: Answer[] = [];
  const ask = createComparer({
    answer: (answer) => answers.push(answer),
    now: () => performance.now(),
    later: () => () => undefined,
  });
  ask({ kind: 'start', turn: 0, base, current, language: 'nb' });
  let told: readonly ToldChange[] = [];
  const hear = (): void => {
    for (const { edit } of answers.splice(0)) told = applyEdit(told, edit);
  };
  hear();
  const inWorker: number[] = [];
  const inWindow: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const at = dice.below(current.length);
    const next = current.map((block, index) => (index === at ? { ...block, text: `${block.text} x` } : block));
    let start = performance.now();
    const edit = editBetween(current, next);
    const asking = performance.now() - start;
    const question: Question = { kind: 'follow', turn: key + 1, edit };
    start = performance.now();
    ask(question);
    inWorker.push(performance.now() - start);
    start = performance.now();
    hear();
    viewComparison(base, next, told, true);
    inWindow.push(asking + performance.now() - start);
    current = next;
  }
  const anew = Array.from({ length: 5 }, () => {
    const start = performance.now();
    alignBlocks(base, current);
    return performance.now() - start;
  });
  console.log(`${current.length} blocks, seed ${seed}`);
  console.log(`  one key, in the worker   ${shown(inWorker)}`);
  console.log(`  one key, in the window   ${shown(inWindow)}`);
  console.log(`  alignBlocks, all anew    ${shown(anew)}`);
  console.log(`  ratio                    1/${(median(anew) / (median(inWorker) + median(inWindow))).toFixed(0)}`);
}

for (const words of [28_650, 286_500]) measure(words);
