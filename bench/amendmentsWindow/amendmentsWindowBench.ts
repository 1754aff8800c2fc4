import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TextChange } from '#shared/amendment/amendment';
import { writeProgramFile } from '#shared/schema/programFile';
import { frozenSample } from '../../tests/support/frozenSample';
import { makeProgramme, makeWord, rollDice } from '../../tests/support/revisionGenerator';
import { benchFolder, launchProgram, needWindow } from '../programWindow';
import { tasksDuring, type ThreadTask } from '../threadTasks';
import { longTasksSoFar, untilAtRest } from '../windowAtRest';

/**
 * A programme of 28 650 words with 500 open amendments in the real window: how long until each view stands, what filing and deciding one take, and the longest task,
 * during which no key is heard: how long it took, and how much of that was the window's own work. Beside them what OpenSlides publishes for one view of the final
 * text with as many (quality.md); its code is not run here. Needs a display: `xvfb-run -a node bench/run.mjs amendmentsWindow [seed]`.
 */
const seed = Number(process.argv[2] ?? 20_270_528);
const COUNT = 500;
const PUBLISHED_MS = 400 + (COUNT - 60) * 7;

async function madeFile(): Promise<Uint8Array> {
  const dice = rollDice(seed);
  const { points, submit, file } = await frozenSample(makeProgramme(dice, 28_650));
  for (let number = 1; number <= COUNT; number++) {
    const block = points[dice.below(points.length)];
    if (!block) throw new Error('a programme without points');
    const words = block.text.split(' ');
    words[dice.below(words.length)] = makeWord(dice);
    const what = dice.next();
    const change: TextChange =
      what < 0.1
        ? { kind: 'deletion', block: block.id }
        : what < 0.3
          ? {
              kind: 'insertion',
              after: block.id,
              blocks: [{ kind: 'point', level: null, marker: 'auto', text: `At ${makeWord(dice)}.` }],
            }
          : { kind: 'replacement', block: block.id, text: `${words.join(' ')} ${makeWord(dice)}.` };
    submit(number, [change]);
  }
  return writeProgramFile(file());
}

const LONG_MS = 50;

/** The longest of the tasks, and how many there were of 50 ms or more. */
function told(tasks: readonly ThreadTask[]): string {
  const { took, worked } = tasks.reduce((one, other) => (other.took > one.took ? other : one), { took: 0, worked: 0 });
  const long = (of: (task: ThreadTask) => number): number => tasks.filter((task) => of(task) >= LONG_MS).length;
  const most = Math.max(0, ...tasks.map((task) => task.worked));
  return `longest task ${took.toFixed(0)} ms (worked ${worked.toFixed(0)}), ${long((task) => task.took)} of ${LONG_MS} ms or more; longest work ${most.toFixed(0)} ms, ${long((task) => task.worked)} of ${LONG_MS} ms or more`;
}

/**
 * Acts in a window that is at rest, waits for what shall be seen, and then until the window has nothing to do. What is acted on was found before, and what is looked for is
 * named by its class: finding something by role and name in a list of 500 takes Playwright seconds on the window's own thread, which would be counted.
 */
async function measure(page: Page, name: string, act: () => Promise<unknown>, seen: Locator): Promise<void> {
  await untilAtRest(page, 10);
  let took = 0;
  const tasks = await tasksDuring(app, async () => {
    const start = performance.now();
    await act();
    await seen.waitFor();
    took = performance.now() - start;
    await untilAtRest(page, 5);
  });
  console.log(
    `${name.padEnd(30)} ${took.toFixed(0).padStart(6)} ms   ratio ${(took / PUBLISHED_MS).toFixed(3)}   ${told(tasks)}`,
  );
}

/** A click in the middle of what is found now. Rows that come into sight on the way to it are laid out first: they move it. */
async function clickOn(page: Page, found: Locator): Promise<() => Promise<void>> {
  for (let times = 0; times < 3; times++) {
    await found.scrollIntoViewIfNeeded();
    await untilAtRest(page, 10);
  }
  const box = await found.boundingBox();
  if (!box) throw new Error('nothing to click on');
  return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

needWindow('amendmentsWindow');
const folder = benchFolder();
const path = join(folder, 'mange.program');
writeFileSync(path, await madeFile());
const app = await launchProgram(folder, ['.', path]);
try {
  const page = await app.firstWindow();
  await page.locator('[data-block-id]').first().waitFor();
  const main = page.getByRole('main');
  const panel = page.getByRole('complementary');
  const view = page.getByRole('radiogroup', { name: 'Visning' }).getByRole('radio');
  console.log(`${COUNT} open amendments, seed ${seed}; OpenSlides, published: ${PUBLISHED_MS} ms\n`);
  await untilAtRest(page, 10);
  const opening = await longTasksSoFar(page);
  console.log(
    `opening the programme: longest task ${Math.max(0, ...opening).toFixed(0)} ms, ${opening.length} of ${LONG_MS} ms or more`,
  );
  await measure(
    page,
    'the list of amendments',
    await clickOn(page, panel.getByRole('tab', { name: 'Forslag' })),
    panel.locator('.card').first(),
  );
  await measure(page, 'the frozen text', await clickOn(page, view.nth(1)), main.locator('.frozen').first());
  const point = main.locator('[data-kind="point"]').first();
  await point.click();
  await point.getByRole('button', { name: 'Foreslå endring' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.proposal__text').fill('At noe helt annet skal stå her.');
  await dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
  await measure(
    page,
    'filing one',
    await clickOn(page, dialog.getByRole('button', { name: 'Lever forslaget' })),
    page.locator('[data-testid="receipt"]'),
  );
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  const plan = page.locator('ol.voting').first();
  await measure(page, 'the order of votes', await clickOn(page, view.nth(3)), plan.locator('li').first());
  const item = plan.locator('li').first();
  const name = (await item.getAttribute('aria-label')) ?? '';
  const result = await item.locator('select').first().elementHandle();
  const record = page.locator('.voting__foot .button--primary:not([disabled])');
  await measure(page, 'a result, with what follows', () => result.selectOption('adopted'), record);
  await measure(page, 'deciding one', await clickOn(page, record), page.locator('.voting-page > .notice'));
  console.log(`\ndecided: ${name}`);
} finally {
  await app.close();
}
