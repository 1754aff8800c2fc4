import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { countingIds } from '#shared/core/sources';
import { alignBlocks, describeSummary, summarise } from '#shared/diff';
import { importDocument } from '#shared/import';
import { asMarkdown } from '../../tests/support/asMarkdown';
import { makeProgramme, ordinaryRevision, revise, rollDice, scalePlan } from '../../tests/support/revisionGenerator';
import { benchFolder, launchProgram, needWindow } from '../programWindow';
import { tasksDuring } from '../threadTasks';

/**
 * Two programmes of 300 000 words in the real window, and texts at the edges: whether the answer is that of the engine, how long until each view stands, and the longest
 * task, during which no key is heard. Needs a display: `xvfb-run -a node bench/run.mjs compareWindow [seed]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const WORDS = 300_000;
const GOAL = 100;

needWindow('compareWindow');
const folder = benchFolder();
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
  let took = 0;
  const tasks = await tasksDuring(app, async () => {
    const start = performance.now();
    await act();
    // An option of a choice that is closed is there, and not to be seen.
    await seen.waitFor({ timeout: 600_000, state: 'attached' });
    took = performance.now() - start;
    await page.evaluate(
      () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 200), { timeout: 5_000 })),
    );
  });
  const longest = Math.max(0, ...tasks.map(({ worked }) => worked));
  const clock = Math.max(0, ...tasks.map((task) => task.took));
  console.log(
    `${name.padEnd(44)} ${took.toFixed(0).padStart(6)} ms   longest task ${longest.toFixed(0).padStart(4)} ms of work (${clock.toFixed(0)} by the clock)  goal ≤ ${GOAL}: ${longest <= GOAL ? 'yes' : 'NO'}`,
  );
}

/** As one who drags the bar of a long page: to thirty places of it, with a frame at each. */
const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    let scroller = document.querySelector('.synopsis');
    while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
    for (let step = 1; step <= 30; step++) {
      if (scroller) scroller.scrollTop = (scroller.scrollHeight * step) / 30;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    if (scroller) scroller.scrollTop = 0;
  });

const app = await launchProgram(folder, ['.'], { PROGRAMREVISJON_TEST_DIALOGS: dialogs });
try {
  const page = await app.firstWindow();
  await page.locator('[data-block-id]').first().waitFor();
  await page.getByRole('radiogroup', { name: 'Visning' }).getByRole('radio', { name: 'Side ved side' }).click();
  // Found by their classes: a search by role looks at every element of the page, in the window's own time.
  const choice = (side: 'Fra' | 'Til') => page.locator('.compare-page__choice select').nth(side === 'Fra' ? 0 : 1);
  const summary = page.locator('.compare-page .changes__summary');
  const working = page.locator('.comparing progress');
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
  const rows = page.locator('.synopsis [data-row]');
  const see = (view: string) => page.locator('.compare-page__head .toggle').filter({ hasText: view }).first().click();
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
    await measure(page, `${from} → ${to}, scrolled through`, () => scrollThrough(page), rows.first());
    for (const [view, shown] of [
      ['Oversiktsbilde', '.overview svg'],
      ['Oppsummering', '.account__whole'],
      ['Stille strykninger', '.quiet'],
      ['Synopse', '.synopsis'],
    ] as const)
      await measure(page, `${from} → ${to}, ${view}`, () => see(view), page.locator(shown).first());
  }
  await pick('lang.md', 'lengre.md');
  await summary.filter({ hasText: 'omskrevet' }).waitFor({ timeout: 600_000 });
  const filter = page.locator('.filters select');
  for (const [nth, value] of [
    [0, 'moved'],
    [1, '7'],
    [2, 'small'],
  ] as const) {
    await measure(
      page,
      `list of changes narrowed to «${value}»`,
      () => filter.nth(nth).selectOption(value),
      page.locator('.filters'),
    );
    await filter.nth(nth).selectOption('');
  }
  await measure(
    page,
    'only what is changed',
    () => page.locator('.stage input[type=checkbox]').first().check(),
    rows.first(),
  );
  await see('Oversiktsbilde');
  await page.locator('.overview svg').waitFor({ timeout: 600_000 });
  await measure(
    page,
    'the picture as a table',
    () => page.locator('.overview__table summary').click(),
    page.locator('.overview__table tr').nth(1),
  );
  await see('Synopse');
  await choice('Til').selectOption(keys.get('lang.md') ?? '');
  await measure(
    page,
    'the same on both sides',
    () => choice('Fra').selectOption(keys.get('lang.md') ?? ''),
    page.locator('.compare-page .empty'),
  );
  await pick('annen.md', 'lengre.md');
  await working.first().waitFor();
  await measure(
    page,
    'calling it off',
    () => page.locator('.compare-page .comparing button').first().click(),
    page.locator('.compare-page .comparing button'),
  );
} finally {
  await app.close();
}
