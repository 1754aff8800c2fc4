import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from '@playwright/test';
import { bareApplication, benchFolder, launchProgram, needWindow, switchesFor } from '../programWindow';
import { samples, shown } from '../samples';

/**
 * From the click until a text that can be written in is painted: ours with the sample programme, against a sandboxed window with one editable paragraph. Each is started some
 * times before, as it usually has been: then Chromium has kept its scripts compiled. Nothing drives what is measured; the page itself tells afterwards when it was painted.
 * Needs a display and a build: `xvfb-run -a node bench/run.mjs start [starts]`.
 */
const STARTS = Number(process.argv[2] ?? 7);
const STARTS_BEFORE = 3;
/** Nobody looks at a window before then: looking takes time from what is measured. */
const LOOK_AFTER_MS = 3_000;
const GOAL = 1.3;

interface Program {
  readonly app: string;
  /** What it keeps between its starts. */
  readonly data: string;
}

/** The path of Electron, as the tests and the other benches start it. */
async function electronPath(app: string): Promise<string> {
  const running = await launchProgram(benchFolder(), [app]);
  const { spawnfile } = running.process();
  await running.close();
  return spawnfile;
}

/** When the page was painted with a text that can be written in, in milliseconds since 1970. */
async function paintedAt(browser: Browser): Promise<number> {
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error('no window');
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element; renderTime: number })[])
            if (entry.element?.closest('[contenteditable="true"]')) resolve(performance.timeOrigin + entry.renderTime);
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** Starts a program and ends it again; the milliseconds from the click. */
async function start(electron: string, { app, data }: Program): Promise<number> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const clicked = Date.now();
  const child = spawn(electron, [...asRoot, ...switchesFor(data), '--remote-debugging-port=0', app], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stderr })) {
    address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  child.stderr.resume();
  if (address === undefined) throw new Error(`${app} did not start`);
  await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
  const browser = await chromium.connectOverCDP(address);
  const took = (await paintedAt(browser)) - clicked;
  const session = await browser.newBrowserCDPSession();
  await Promise.race([session.send('Browser.close').catch(() => undefined), ended]);
  await ended;
  return took;
}

needWindow('start');
const ours: Program = { app: '.', data: join(benchFolder(), 'data') };
const empty: Program = {
  app: bareApplication('start-empty', '<body><p contenteditable="true">Her kan man skrive.</p></body>'),
  data: join(benchFolder(), 'data'),
};
const electron = await electronPath(empty.app);
for (const program of [empty, ours])
  for (let before = 0; before < STARTS_BEFORE; before++) await start(electron, program);
const times = { empty: [] as number[], ours: [] as number[] };
for (let run = 0; run < STARTS; run++) {
  times.empty.push(await start(electron, empty));
  times.ours.push(await start(electron, ours));
}
const [theirs, own] = [samples(times.empty), samples(times.ours)];
console.log(`an empty window   ${shown(theirs)}`);
console.log(`ours              ${shown(own)}`);
console.log(`ratio ${(own.median / theirs.median).toFixed(2)} (goal ${GOAL})`);
