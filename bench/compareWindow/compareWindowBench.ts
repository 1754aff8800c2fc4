import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Locator, type Page } from '@playwright/test';
import { countingIds } from '#shared/core/sources';
import { alignBlocks, describeSummary, summarise } from '#shared/diff';
import { importDocument } from '#shared/import';
import { asMarkdown } from '../../tests/support/asMarkdown';
import prepare from '../../tests/support/electronRuntime';
import { makeProgramme, ordinaryRevision, revise, rollDice, scalePlan } from '../../tests/support/revisionGenerator';
import { longTasks, watchLongTasks } from '../windowAtRest';

/**
 * Two programmes of 300 000 words in the real window, and texts at the edges: whether the answer is that of the engine, how long until each view stands, and the longest
 * task, during which no key is heard. Needs a display: `xvfb-run -a node bench/run.mjs compareWindow [seed]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const WORDS = 300_000;
const GOAL = 100;

if (process.platform === 'linux' && process.env.DISPLAY === undefined) {
  console.log('compareWindow: no display, so no window to measure. Run it with xvfb-run.');
  process.exit(0);
}
prepare();
const folder = mkdtempSync(join(tmpdir(), 'programrevisjon-bench-'));
const dialogs = join(folder, 'dialogs.json');
const dice = rollDice(seed);
const programme = makeProgramme(dice, WORDS);
const texts = {
  'lang.md': asMarkdown(programme),
  'lengre.md': asMarkdown(revise(dice, programme, scalePlan(ordinaryRevision, WORDS / 28_650)).current),
  'annen.md': asMarkdown(makeProgramme(rollDice(seed + 1), WORDS)),
  'tom.md': '# Tomt program\n',
} as const;
type Name = keyof typeof texts;
for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);

const blocksOf = (name: Name) => {
  const read = importDocument({ name, bytes: new TextEncoder().encode(texts[name]) }, countingIds(`${name}-`));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return read.value.blocks.map(({ block }) => block);
};

/** Acts, waits for what shall be seen; the time, and the longest task until the window is at rest. */
async function measure(page: Page, name: string, act: () => Promise<unknown>, seen: Locator): Promise<void> {
  await watchLongTasks(page);
  const start = performance.now();
  await act();
  // An option of a choice that is closed is there, and not to be seen.
  await seen.waitFor({ timeout: 600_000, state: 'attached' });
  const took = performance.now() - start;
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 200), { timeout: 5_000 })),
  );
  const tasks = await longTasks(page);
  const longest = Math.max(0, ...tasks);
  console.log(
    `${name.padEnd(44)} ${took.toFixed(0).padStart(6)} ms   longest task ${longest === 0 ? 'under 50' : longest.toFixed(0)} ms  goal ≤ ${GOAL}: ${longest <= GOAL ? 'yes' : 'NO'}`,
  );
}

const app = await _electron.launch({
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--log-level=3', '--lang=nb', `--user-data-dir=${join(folder, 'data')}`, '.'],
  env: { ...process.env, PROGRAMREVISJON_TEST_DIALOGS: dialogs },
});
try {
  const page = await app.firstWindow();
  const main = page.getByRole('main');
  await page.locator('[data-block-id]').first().waitFor();
  await page.getByRole('radiogroup', { name: 'Visning' }).getByRole('radio', { name: 'Side ved side' }).click();
  const choice = (side: 'Fra' | 'Til') => page.getByRole('combobox', { name: side, exact: true });
  const summary = main.locator('.changes__summary');
  const working = main.getByText('Sammenligner …');
  let known = await choice('Fra').locator('option').count();
  const keys = new Map<Name, string>();
  const names = Object.keys(texts) as Name[];
  for (const name of names) {
    writeFileSync(dialogs, JSON.stringify({ open: join(folder, name) }));
    const before = await choice('Fra').inputValue();
    await measure(
      page,
      `opening «${name}»`,
      () => page.getByRole('button', { name: 'Åpne et annet program' }).click(),
      choice('Fra').locator('option').nth(known),
    );
    known += 1;
    await page.waitForFunction(
      ([former]) => document.querySelector<HTMLSelectElement>('.compare-page__choice select')?.value !== former,
      [before],
    );
    keys.set(name, await choice('Fra').inputValue());
  }
  const pick = async (from: Name, to: Name): Promise<void> => {
    await choice('Til').selectOption(keys.get(to) ?? '');
    await choice('Fra').selectOption(keys.get(from) ?? '');
  };
  const pairs: readonly (readonly [Name, Name])[] = [
    ['lang.md', 'lengre.md'],
    ['lang.md', 'annen.md'],
    ['lang.md', 'tom.md'],
    ['tom.md', 'lang.md'],
  ];
  for (const [from, to] of pairs) {
    const expected = describeSummary(summarise(alignBlocks(blocksOf(from), blocksOf(to))), 'nb');
    await measure(page, `${from} → ${to}, row by row`, () => pick(from, to), summary.filter({ hasText: expected }));
    for (const view of ['Oversiktsbilde', 'Oppsummering', 'Stille strykninger', 'Synopse'])
      await measure(
        page,
        `${from} → ${to}, ${view}`,
        () => page.getByRole('radiogroup', { name: 'Vis som' }).getByRole('radio', { name: view }).click(),
        main.locator('.overview, .account, .quiet, .synopsis').first(),
      );
  }
  await choice('Til').selectOption(keys.get('lang.md') ?? '');
  await measure(
    page,
    'the same on both sides',
    () => choice('Fra').selectOption(keys.get('lang.md') ?? ''),
    main.getByText('Velg to ulike tekster.'),
  );
  await pick('annen.md', 'lengre.md');
  await working.first().waitFor();
  await measure(
    page,
    'calling it off',
    () => main.getByRole('button', { name: 'Avbryt sammenligningen' }).click(),
    main.getByText('Sammenligningen er avbrutt.'),
  );
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
