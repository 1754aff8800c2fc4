import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { build } from 'esbuild';
import type { BlockId } from '#shared/core/ids';
import { writeProgramFile } from '#shared/schema/programFile';
import { frozenSample } from '../../tests/support/frozenSample';
import { makeProgramme, rollDice } from '../../tests/support/revisionGenerator';
import { shareFrom } from '../../tests/support/sharedWindows';
import { WorkspacePage } from '../../tests/support/workspacePage';
import { bareApplication, benchFolder, launchProgram, needWindow } from '../programWindow';
import { samples } from '../samples';
import { longTasks, untilAtRest, watchLongTasks } from '../windowAtRest';
import { traceKeys, type KeyCost } from './keyTrace';
import { otherWriter } from './otherWriters';

/**
 * Typing in the middle of 130, 1 300 and 13 000 blocks in a real Electron: our whole program (journal, comparison with the previous period, change bars on) against bare
 * ProseMirror, bare Lexical with `@lexical/yjs` and a contenteditable with no editor at all (the least that a frame can take here) in an empty sandboxed window, the same text
 * and the same keys, one every 60 ms; and ours once more while three others write in it. `script` is the processor time in JavaScript until the key is painted, `after` what follows it before the next key (Chromium's own trace); `frame` from the key to the
 * end of the frame that shows it.
 * Needs a display: `xvfb-run -a node bench/run.mjs typing [seed] [blocks]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const KEYS = 'alle skal ha rett til rask og god helsehjelp '.slice(0, 40);
const BATCHES = 3;
const BETWEEN_KEYS_MS = 60;
const BETWEEN_OTHERS_KEYS_MS = 150;
/** Where others write the window never rests: so long it is let be before what is traced. */
const SETTLED_MS = 2_000;
/** What has not happened by then is not on its way. */
const MOST_MS = 120_000;

interface Measured {
  readonly script: number;
  readonly after: number;
  readonly frame: readonly [median: number, p95: number];
  readonly longest: number;
  readonly heap: number;
  /** `null` where it was open before. */
  readonly open: number | null;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

const idle = (page: Page): Promise<void> => untilAtRest(page, 10);

async function type(
  app: ElectronApplication,
  page: Page,
  block: Locator,
  open: number | null,
  rest: (page: Page) => Promise<void> = idle,
): Promise<Measured> {
  const cdp = await page.context().newCDPSession(page);
  await block.scrollIntoViewIfNeeded();
  await block.click();
  await page.keyboard.press('End');
  await rest(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await watchLongTasks(page);
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { keyFrames: frames });
    const painted = new MessageChannel();
    let from = 0;
    painted.port1.onmessage = () => frames.push(performance.now() - from);
    document.addEventListener(
      'keydown',
      () => {
        from = performance.now();
        requestAnimationFrame(() => painted.port2.postMessage(null));
      },
      { capture: true },
    );
  });
  const press = async (): Promise<void> => {
    for (const key of KEYS) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(BETWEEN_KEYS_MS);
    }
    await rest(page);
  };
  const costs: KeyCost[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) costs.push(...(await traceKeys(app, press)));
  const frames = await page.evaluate(() => Reflect.get(window, 'keyFrames') as number[]);
  const sorted = [...frames].sort((one, other) => one - other);
  return {
    script: samples(costs.map(({ toPaint }) => toPaint)).median,
    after: samples(costs.map(({ afterwards }) => afterwards)).median,
    frame: [quantile(sorted, 0.5), quantile(sorted, 0.95)],
    longest: Math.max(0, ...(await longTasks(page))),
    heap: usedSize / 1e6,
    open,
  };
}

/** Runs `measure` in a program of its own with a folder of its own. */
async function inProgram<T>(
  args: readonly string[],
  measure: (page: Page, app: ElectronApplication) => Promise<T>,
): Promise<T> {
  const folder = benchFolder();
  const dialogs = join(folder, 'dialogs.json');
  writeFileSync(dialogs, JSON.stringify({ close: 'discard' }));
  const app = await launchProgram(folder, args, { PROGRAMREVISJON_TEST_DIALOGS: dialogs });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(MOST_MS);
    await page.waitForLoadState();
    return await measure(page, app);
  } finally {
    await app.close();
  }
}

const style = 'body { font: 16px/1.6 serif; max-width: 45em; margin: auto } .ProseMirror { white-space: pre-wrap }';
const peersFolder = bareApplication(
  'typing-peers',
  `<style>${style}</style><body></body><script src="peers.js"></script>`,
);
const buildPeers = (): Promise<unknown> =>
  build({
    entryPoints: ['bench/typing/peers.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    outfile: join(peersFolder, 'peers.js'),
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
  });

needWindow('typing');
await buildPeers();
const peer = (name: 'bare' | 'proseMirror' | 'lexical', texts: readonly string[]): Promise<Measured> =>
  inProgram([peersFolder], async (page, app) => {
    const open = await page.evaluate(([which, all]) => window.mount(which, all), [name, texts] as const);
    return type(app, page, page.locator('p').nth(Math.floor(texts.length / 2)), open);
  });

/** The path of a file with that in it; gone when the bench ends. */
function stored(file: Uint8Array): string {
  const path = join(benchFolder(), 'stort.program');
  writeFileSync(path, file);
  return path;
}

async function ours(count: number, file: Uint8Array): Promise<Measured> {
  const path = stored(file);
  const start = performance.now();
  return inProgram(['.', path], async (page, app) => {
    await page.locator('[contenteditable="true"] [data-block-id]').first().waitFor();
    const open = performance.now() - start;
    const block = page.locator('[contenteditable="true"] [data-block-id]').nth(Math.floor(count / 2));
    await block.waitFor({ state: 'attached' });
    await idle(page);
    return type(app, page, block, open);
  });
}

/** The same while others write in the programme: one beside us on the screen, the rest elsewhere. */
async function together(count: number, file: Uint8Array, ids: readonly BlockId[]): Promise<Measured> {
  return inProgram(['.', stored(file)], async (page, app) => {
    const blocks = page.locator('[contenteditable="true"] [data-block-id]');
    await blocks.first().waitFor();
    const invitation = await shareFrom(new WorkspacePage(page), 'Anna');
    const middle = Math.floor(count / 2);
    const theirs = [middle + 2, ...[0.25, 0.75].map((share) => Math.floor(count * share))];
    const ends: (() => Promise<void>)[] = [];
    for (const index of theirs) {
      const id = ids[index];
      if (id !== undefined) ends.push(await otherWriter(invitation, id, KEYS, BETWEEN_OTHERS_KEYS_MS));
    }
    await page
      .locator('.person')
      .nth(theirs.length - 1)
      .waitFor();
    // The others never rest: what is waited for is that their words stand on the page.
    const measured = await type(app, page, blocks.nth(middle), null, (there) => there.waitForTimeout(SETTLED_MS));
    await Promise.all(ends.map((end) => end()));
    return measured;
  });
}

const row = (name: string, { script, after, frame, longest, heap, open }: Measured): void => {
  const task = longest === 0 ? 'none' : `${longest.toFixed(0)} ms`;
  console.log(
    `${name.padEnd(15)} script ${script.toFixed(2).padStart(6)} ms · after ${after.toFixed(2).padStart(6)} ms · frame ${frame[0].toFixed(1)} / p95 ${frame[1].toFixed(1)} ms · ` +
      `task over 50 ms: ${task} · heap ${heap.toFixed(0)} MB${open === null ? '' : ` · open ${open.toFixed(0)} ms`}`,
  );
};

console.log(`${BATCHES} × ${KEYS.length} keys, medians; seed ${seed}`);
const counts = process.argv[3] === undefined ? [130, 1_300, 13_000] : [Number(process.argv[3])];
for (const count of counts) {
  const blocks = makeProgramme(rollDice(seed), count * 30).slice(0, count);
  const texts = blocks.map(({ text }) => text);
  const { file } = await frozenSample(blocks);
  console.log(`\n${blocks.length} blocks`);
  const mine = await ours(blocks.length, writeProgramFile(file()));
  row('ours', mine);
  row(
    'with three',
    await together(
      blocks.length,
      writeProgramFile(file()),
      blocks.map(({ id }) => id),
    ),
  );
  const prose = await peer('proseMirror', texts);
  row('ProseMirror', prose);
  row('@lexical/yjs', await peer('lexical', texts));
  row('contenteditable', await peer('bare', texts));
  console.log(
    `script ${(mine.script / prose.script).toFixed(2)} and heap ${(mine.heap / prose.heap).toFixed(2)} of ProseMirror (our open is from the click, with the program's start)`,
  );
}
