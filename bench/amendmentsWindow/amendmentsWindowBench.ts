import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { TextChange } from '#shared/amendment/amendment';
import { writeProgramFile } from '#shared/schema/programFile';
import { frozenSample } from '../../tests/support/frozenSample';
import { makeProgramme, makeWord, rollDice } from '../../tests/support/revisionGenerator';
import { benchFolder, launchProgram, needWindow } from '../programWindow';
import { longTasks, untilAtRest, watchLongTasks } from '../windowAtRest';

/**
 * A programme of 28 650 words with 500 open amendments in the real window: how long until each view stands, what filing and deciding one take, and the longest task,
 * during which no key is heard. Beside them what OpenSlides publishes for one view of the final text with as many (quality.md); its code is not run here. Needs
 * a display: `xvfb-run -a node bench/run.mjs amendmentsWindow [seed]`.
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

/**
 * Clicks, waits for what shall be seen and a frame more; the time, and the longest task meanwhile. What is looked for is named by its class: asking for the role and the
 * name of everything in a list of 500 takes Playwright seconds on the window's own thread, which would be counted.
 */
async function measure(page: Page, name: string, act: () => Promise<void>, seen: Locator): Promise<void> {
  await watchLongTasks(page);
  const start = performance.now();
  await act();
  await seen.waitFor();
  const took = performance.now() - start;
  // What the view still does when it stands counts as well: until the window has nothing to do.
  await untilAtRest(page, 5);
  const tasks = await longTasks(page);
  const longest = tasks.length === 0 ? 'under 50' : Math.max(...tasks).toFixed(0);
  console.log(
    `${name.padEnd(30)} ${took.toFixed(0).padStart(6)} ms   ratio ${(took / PUBLISHED_MS).toFixed(3)}   longest task ${longest} ms, ${tasks.length} of 50 ms or more`,
  );
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
  await measure(
    page,
    'the list of amendments',
    () => panel.getByRole('tab', { name: 'Forslag' }).click(),
    panel.locator('.card').first(),
  );
  await measure(page, 'the frozen text', () => view.nth(1).click(), main.locator('[data-block-id]').first());
  const point = main.locator('[data-kind="point"]').first();
  await point.click();
  await point.getByRole('button', { name: 'Foreslå endring' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.proposal__text').fill('At noe helt annet skal stå her.');
  await dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
  await measure(
    page,
    'filing one',
    () => dialog.getByRole('button', { name: 'Lever forslaget' }).click(),
    dialog.getByTestId('receipt'),
  );
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  const plan = main.locator('ol.voting').first();
  await measure(page, 'the order of votes', () => view.nth(3).click(), plan.locator('li').first());
  const item = plan.locator('li').first();
  const name = (await item.getAttribute('aria-label')) ?? '';
  await measure(
    page,
    'a result, with what follows',
    () =>
      item
        .locator('select')
        .first()
        .selectOption('adopted')
        .then(() => undefined),
    main.locator('.voting__foot .button--primary:not([disabled])'),
  );
  await measure(
    page,
    'deciding one',
    () => main.locator('.voting__foot .button--primary').click(),
    main.locator('.voting-page > .notice'),
  );
  console.log(`\ndecided: ${name}`);
} finally {
  await app.close();
}
