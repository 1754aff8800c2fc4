import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignBlocks } from '#shared/diff';
import { diffWords } from 'diff';
import { alignmentQuality } from '../../tests/support/alignmentQuality';
import { madeReuseQuality } from '../../tests/support/madeReuse';
import { reuseQuality } from '../../tests/support/reusePairs';
import {
  heavyRevision,
  makeProgramme,
  ordinaryRevision,
  revise,
  rollDice,
  scalePlan,
  type RevisionPlan,
} from '../../tests/support/revisionGenerator';
import { samples, shown, timed } from '../samples';

const seed = Number(process.argv[2] ?? 20_270_528);
const RUNS = 5;
/** Runs before the first sample of what is measured warm. */
const WARMING = 4;
const HELD_OUT_SEEDS = 20;

function made(words: number, plan: RevisionPlan) {
  const dice = rollDice(seed);
  const base = makeProgramme(dice, words);
  return { base, revision: revise(dice, base, plan) };
}

const asText = (blocks: readonly { readonly text: string }[]): string => blocks.map(({ text }) => text).join('\n');

function againstJsdiff(): void {
  const { base, revision } = made(28_650, ordinaryRevision);
  const ours: number[] = [];
  const theirs: number[] = [];
  const baseText = asText(base);
  const currentText = asText(revision.current);
  for (let run = 0; run < RUNS; run++) {
    theirs.push(timed(() => diffWords(baseText, currentText)));
    ours.push(timed(() => alignBlocks(base, revision.current)));
  }
  const [own, peer] = [samples(ours), samples(theirs)];
  console.log(`28 650 words, alignBlocks   ${shown(own)}`);
  console.log(`28 650 words, diffWords     ${shown(peer)}`);
  console.log(`ratio ${(own.median / peer.median).toFixed(4)} (goal ≤ 0.01)\n`);
}

function againstWdiff(): void {
  const { base, revision } = made(286_500, scalePlan(ordinaryRevision, 10));
  const folder = mkdtempSync(join(tmpdir(), 'compare-bench-'));
  const files = [join(folder, 'base.txt'), join(folder, 'current.txt')] as const;
  writeFileSync(files[0], asText(base));
  writeFileSync(files[1], asText(revision.current));
  const wdiff = (): void => {
    try {
      execFileSync('wdiff', files, { stdio: ['ignore', 'ignore', 'ignore'] });
    } catch (thrown) {
      // wdiff exits with 1 when the texts differ, which they do.
      if (!(thrown instanceof Error && 'status' in thrown && thrown.status === 1)) throw thrown;
    }
  };
  const isPresent = ((): boolean => {
    try {
      execFileSync('wdiff', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first runs are the engine's of JavaScript, that reads and compiles; they are told of by themselves.
  const first = Array.from({ length: WARMING }, () => timed(() => alignBlocks(base, revision.current)));
  for (let run = 0; run < RUNS; run++) {
    if (isPresent) theirs.push(timed(wdiff));
    ours.push(timed(() => alignBlocks(base, revision.current)));
  }
  rmSync(folder, { recursive: true });
  const own = samples(ours);
  console.log(
    `286 500 words, alignBlocks  first ${first.map((took) => took.toFixed(0)).join(', ')} ms, warm ${shown(own)}`,
  );
  if (!isPresent) console.log('wdiff is not installed (apt package wdiff): no ratio\n');
  else {
    const peer = samples(theirs);
    console.log(`286 500 words, GNU wdiff    ${shown(peer)}`);
    console.log(`ratio ${(own.median / peer.median).toFixed(3)} (goal ≤ 0.5)\n`);
  }
}

/** MediaWiki's engine, which also tells of moved lines (Debian php-wikidiff2). Its own time, without the start of PHP. */
function againstWikidiff2(): void {
  const { base, revision } = made(28_650, ordinaryRevision);
  const folder = mkdtempSync(join(tmpdir(), 'compare-bench-'));
  const files = [join(folder, 'base.txt'), join(folder, 'current.txt')] as const;
  writeFileSync(files[0], asText(base));
  writeFileSync(files[1], asText(revision.current));
  const ours: number[] = [];
  const theirs: number[] = [];
  let moved: readonly number[] = [];
  try {
    for (let run = 0; run < RUNS; run++) {
      const told: unknown = JSON.parse(
        execFileSync(
          'php',
          ['-d', 'wikidiff2.moved_paragraph_detection_cutoff=100000', 'bench/compare/wikidiff2.php', ...files],
          {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
          },
        ),
      );
      const answer = told as { readonly ms: number; readonly moved: readonly number[] };
      theirs.push(answer.ms);
      moved = answer.moved;
      ours.push(timed(() => alignBlocks(base, revision.current)));
    }
  } catch {
    console.log('wikidiff2 is not installed (apt packages php-cli and php-wikidiff2): no ratio\n');
    return;
  } finally {
    rmSync(folder, { recursive: true });
  }
  const hits = new Set(moved.filter((line) => revision.moved.has(line)));
  const [own, peer] = [samples(ours), samples(theirs)];
  console.log(`28 650 words, alignBlocks   ${shown(own)}`);
  console.log(`28 650 words, wikidiff2     ${shown(peer)}`);
  console.log(
    `ratio ${(own.median / peer.median).toFixed(3)}; moves told by wikidiff2: ` +
      `P ${(hits.size / Math.max(1, moved.length)).toFixed(3)} R ${(hits.size / revision.moved.size).toFixed(3)}\n`,
  );
}

function wholeProgramme(): void {
  const { base, revision } = made(2_900, scalePlan(ordinaryRevision, 0.1));
  for (let warm = 0; warm < 30; warm++) alignBlocks(base, revision.current);
  const own = samples(Array.from({ length: RUNS }, () => timed(() => alignBlocks(base, revision.current))));
  console.log(`${base.length} blocks, alignBlocks     ${shown(own)} (goal ≤ 5 ms)\n`);
}

function quality(): void {
  for (const [name, plan] of [
    ['10 % of words changed', ordinaryRevision],
    ['40 % of words changed', heavyRevision],
  ] as const)
    for (const offset of [0, 1, 2, 3, 4]) {
      const dice = rollDice(seed + offset);
      const base = makeProgramme(dice, 28_650);
      const revision = revise(dice, base, plan);
      const { moves, splits, tellableSplits, joins, blocks } = alignmentQuality(
        alignBlocks(base, revision.current),
        revision,
      );
      const percent = (share: number): string => share.toFixed(4);
      console.log(
        `seed ${seed + offset}, ${name}: moves P ${percent(moves.precision)} R ${percent(moves.recall)}, ` +
          `splits P ${percent(splits.precision)} R ${percent(splits.recall)} (of the ${revision.split.size - revision.splitBeyondTelling.size} that can be told ${percent(tellableSplits)}), ` +
          `joins P ${percent(joins.precision)} R ${percent(joins.recall)}, blocks ${percent(blocks)}`,
      );
    }
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** Seeds that were looked at when this was written have other numbers: on these nothing was tuned. */
function heldOutQuality(): void {
  const measured = Array.from({ length: HELD_OUT_SEEDS }, (_, offset) => {
    const dice = rollDice(seed + 1_000 + offset);
    const base = makeProgramme(dice, 28_650);
    const revision = revise(dice, base, heavyRevision);
    return alignmentQuality(alignBlocks(base, revision.current), revision);
  });
  const of = (pick: (quality: (typeof measured)[number]) => number): string => mean(measured.map(pick)).toFixed(4);
  console.log(
    `40 % of words changed, mean of ${HELD_OUT_SEEDS} other seeds: moves P ${of(({ moves }) => moves.precision)} R ${of(({ moves }) => moves.recall)}, ` +
      `splits P ${of(({ splits }) => splits.precision)} R ${of(({ splits }) => splits.recall)} (of what can be told ${of(({ tellableSplits }) => tellableSplits)}), ` +
      `joins P ${of(({ joins }) => joins.precision)} R ${of(({ joins }) => joins.recall)}, blocks ${of(({ blocks }) => blocks)}\n`,
  );
}

function madeReuse(): void {
  const measured = Array.from({ length: HELD_OUT_SEEDS }, (_, offset) => madeReuseQuality(seed + offset));
  const [first] = measured;
  const ways = Object.keys(first?.recallByWay ?? {}) as (keyof NonNullable<typeof first>['recallByWay'])[];
  console.log(
    `reuse, made of the sample by rule, mean of ${HELD_OUT_SEEDS} seeds: precision ${mean(measured.map(({ precision }) => precision)).toFixed(3)}, ` +
      `recall ${mean(measured.map(({ recall }) => recall)).toFixed(3)} (${ways
        .map((way) => `${way} ${mean(measured.map(({ recallByWay }) => recallByWay[way])).toFixed(2)}`)
        .join(', ')})\n`,
  );
}

function reuse(): void {
  const found = reuseQuality();
  console.log(
    found === null
      ? 'reuse: the material beside the repository is missing\n'
      : `reuse, 000 from 002: precision ${found.precision.toFixed(3)}, recall ${found.recall.toFixed(3)}; ` +
          `wrong: ${found.wrong.join(', ') || 'none'}; missed: ${found.missed.join(', ') || 'none'}\n`,
  );
}

console.log(`compare · seed ${seed} · median of ${RUNS}, raw samples in brackets\n`);
wholeProgramme();
againstWdiff();
againstWikidiff2();
quality();
heldOutQuality();
reuse();
madeReuse();
// Last: one run of the peer takes longer than all of the rest.
againstJsdiff();
