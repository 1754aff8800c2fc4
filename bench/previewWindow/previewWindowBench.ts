import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportPaper } from '#shared/export';
import { writeProgramFile } from '#shared/schema/programFile';
import { frozenSample } from '../../tests/support/frozenSample';
import { makeProgramme, rollDice } from '../../tests/support/revisionGenerator';
import { benchFolder, launchProgram, needWindow } from '../programWindow';
import { samples, shown } from '../samples';
import { untilAtRest } from '../windowAtRest';

/**
 * The preview of a programme of 60 pages in the real window: from the change of an option until the first page is drawn anew, and until all pages are there. Timed in the
 * window itself; beside it LibreOffice, which sets the same paper (2 348 ms where 300 ms are the goal). Needs a display: `xvfb-run -a node bench/run.mjs previewWindow [seed]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const WORDS = 22_500;
const RUNS = 5;
const GOAL = 300;
const GOAL_RATIO = 300 / 2_348;

needWindow('previewWindow');
const folder = benchFolder();
const path = join(folder, 'langt.program');
const { file } = await frozenSample(makeProgramme(rollDice(seed), WORDS));
const revision = file().revisions.at(-1);
if (revision === undefined) throw new Error('a frozen revision expected');
const odt = exportPaper('text', 'odt', {
  newest: revision,
  isDraft: false,
  baseline: null,
  amendments: [],
  votingOrder: null,
  people: {},
  language: 'nb',
  generatedAt: '2027-02-10T08:15:00.000Z',
  author: 'Sekretariatet',
});
if (!odt.ok || odt.value.kind !== 'bytes') throw new Error('bytes expected');
writeFileSync(join(folder, 'paper.odt'), odt.value.bytes);
function theirs(): number {
  const start = performance.now();
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.odt')],
    {
      stdio: 'ignore',
    },
  );
  return performance.now() - start;
}
theirs();
writeFileSync(path, writeProgramFile(file()));

interface Times {
  /** Until the first drawing after the change. */
  readonly first: number;
  /** Until the last one, when all pages are there. */
  readonly whole: number;
}

/** Changes something by a script in the window, so that only the window's own time is counted. */
async function timed(page: Page, change: string): Promise<Times> {
  await page.evaluate((script) => {
    performance.clearMarks('papers:drawn');
    const start = performance.now();
    Object.assign(window, { changedAt: start });
    (0, eval)(script);
  }, change);
  await page
    .locator('.sheet[aria-busy="true"]')
    .waitFor({ timeout: 2_000 })
    .catch(() => undefined);
  await page.locator('.sheet[aria-busy="false"]').waitFor({ timeout: 60_000 });
  await untilAtRest(page, 5);
  return page.evaluate(() => {
    const start = Reflect.get(window, 'changedAt') as number;
    const drawn = performance.getEntriesByName('papers:drawn').map(({ startTime }) => startTime - start);
    return { first: drawn[0] ?? Infinity, whole: drawn.at(-1) ?? Infinity };
  });
}

const app = await launchProgram(folder, ['.', path]);
try {
  const page = await app.firstWindow();
  await page.locator('[data-block-id]').first().waitFor();
  await page.getByRole('button', { name: 'Eksporter' }).click();
  await page.locator('.sheet canvas[data-page="1"]').waitFor({ timeout: 60_000 });
  await page.locator('.sheet[aria-busy="false"]').waitFor({ timeout: 60_000 });
  const pages = (await page.locator('.sheet [role="status"]').textContent()) ?? '';
  console.log(`previewWindow: ${pages} (about 60 pages), seed ${seed}, goal ${GOAL} ms to the first page`);
  const lineNumbers = `document.querySelector('.papers .check input').click()`;
  const choose = (view: string): string =>
    `{ const s = document.querySelector('.papers select'); Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(s, '${view}'); s.dispatchEvent(new Event('change', { bubbles: true })); }`;
  const changes: Readonly<Record<string, (run: number) => string>> = {
    'line numbers off and on': () => lineNumbers,
    'another paper and back': (run) => choose(run % 2 === 0 ? 'innstilling' : 'text'),
  };
  for (const [name, change] of Object.entries(changes)) {
    const all: Times[] = [];
    const peer: number[] = [];
    await timed(page, change(0));
    for (let run = 1; run <= RUNS; run += 1) {
      all.push(await timed(page, change(run)));
      peer.push(theirs());
    }
    const [first, beside] = [samples(all.map((one) => one.first)), samples(peer)];
    const ratio = first.median / beside.median;
    const isReached = first.median <= GOAL || ratio <= GOAL_RATIO;
    console.log(`  ${name}: first page ${shown(first)}`);
    console.log(`    all pages   ${shown(samples(all.map((one) => one.whole)))}`);
    console.log(`    LibreOffice ${shown(beside)}`);
    console.log(`    ratio ${ratio.toFixed(3)} (reach: ${GOAL_RATIO.toFixed(3)}): ${isReached ? 'ok' : 'TOO SLOW'}`);
    if (!isReached) process.exitCode = 1;
  }
} finally {
  await app.close();
}
