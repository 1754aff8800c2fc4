import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { importFailures } from '#shared/import';
import { axeFindings } from '../support/axe';
import { hostileFiles } from '../support/hostileFiles';
import { column, plainPdf } from '../support/plainPdf';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** Our own text, with what a machine cannot know: a heading that nothing marks, a date at the head of a line, a sentence over a line break. */
const unsure = `Hagelagets program 2031-2033

Jord og kompost
Laget vil ta vare på jorda. Alle medlemmer skal ha tilgang til
kompost.

Laget vil arbeide for:

1. At alle får vann.
2. Å dele ut frø hvert år. 3. At skolene får hager.
Side 1
`;

const clear = `# Hagelagets program 2031–2033

## Jord

Laget vil arbeide for:

1. At alle får **rent vann**.
2. At alle får [frø](https://hage.example/).
`;

/** The view in which an import is looked through, as the person at it sees it. */
class ImportPage {
  constructor(readonly window: Page) {}

  get use(): Locator {
    return this.window.getByRole('button', { name: 'Bruk som program' });
  }
  get parts(): Locator {
    return this.window.getByRole('listbox', { name: 'Det den blir til' }).getByRole('option');
  }
  get status(): Locator {
    return this.window.getByRole('status');
  }
  part(text: string): Locator {
    return this.parts.filter({ hasText: text });
  }
  line(text: string): Locator {
    return this.window.getByRole('region', { name: 'Filen' }).getByRole('listitem').filter({ hasText: text });
  }
  async texts(): Promise<readonly string[]> {
    return this.parts.locator('.part__text').allInnerTexts();
  }
}

test('the keyboard alone: what is doubtful comes first, is mended, undone, and used', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'hage.txt');
  await writeFile(path, unsure);
  const { window } = await launchApp({ file: path });
  const view = new ImportPage(window);
  await expect(view.use).toBeVisible();
  const press = (key: string) => window.keyboard.press(key);

  await test.step('the first doubtful part has the focus, with its reason', async () => {
    await expect(view.parts.first()).toBeFocused();
    await expect(view.parts.first()).toHaveAttribute('data-doubtful', 'true');
    await expect(view.parts.first().locator('.part__doubts')).not.toBeEmpty();
  });

  await test.step('the file shows the lines of the part in focus', async () => {
    const chosen = view.window.locator('.source__line[data-chosen]');
    await expect(chosen.first()).toBeVisible();
  });

  await test.step('Space says that it is right and goes on to the next doubtful one', async () => {
    const before = await window.locator('.import__doubts').innerText();
    await press('Space');
    await expect(window.locator('.import__doubts')).not.toHaveText(before);
  });

  await test.step('a split at the caret gives the second part the number at its head', async () => {
    await view.part('Å dele ut frø').click({ position: { x: 20, y: 8 } });
    for (let words = 0; words < 40; words += 1) {
      if ((await view.status.innerText()).includes('«3.»')) break;
      await press('ArrowRight');
    }
    await press('Enter');
    await expect(view.part('At skolene får hager.').locator('.part__number')).toHaveText('3.');
    await expect(view.part('Å dele ut frø')).not.toContainText('skolene');
  });

  await test.step('undo and redo are exact', async () => {
    const after = await view.texts();
    await press('Control+z');
    await expect(view.part('Å dele ut frø')).toContainText('skolene');
    await press('Control+y');
    await expect.poll(() => view.texts()).toEqual(after);
  });

  await test.step('kind, level, number, join and leaving out have a key each', async () => {
    await view.part('Jord og kompost').click();
    await press('2');
    await expect(view.part('Jord og kompost').locator('.part__kind')).toHaveText('Overskrift 2');
    await press('b');
    await expect(view.part('Jord og kompost').locator('.part__kind')).toHaveText('Brødtekst');
    await press('1');
    await press('n');
    await window.keyboard.type('7');
    await press('Enter');
    await expect(view.part('Jord og kompost').locator('.part__number')).toHaveText('7');
    await expect(view.part('Jord og kompost')).toBeFocused();
    await view.part('At skolene får hager.').focus();
    await press('Backspace');
    await expect(view.part('Å dele ut frø')).toContainText('3. At skolene får hager.');
    await press('Control+z');
    await view.part('Side 1').focus();
    await press('Delete');
    await expect(view.part('Side 1')).toContainText('Utelatt');
  });

  await test.step('what is used is what was shown, and the report tells what was done by hand', async () => {
    await press('Control+Enter');
    await expect(window.getByRole('button', { name: 'Bruk som program' })).toHaveCount(0);
    const page = new WorkspacePage(window);
    await page.ready();
    const blocks = await page.blocks();
    expect(blocks.map(({ text }) => text).join('\n')).toContain('At skolene får hager.');
    expect(blocks.map(({ text }) => text).join('\n')).not.toContain('Side 1');
    expect((await page.blockAt({ chapter: 1, point: 3 })).text).toBe('At skolene får hager.');
    await page.panelTab('Historikk');
    await expect(page.panel.getByText('Utelatt for hånd ved importen: «Side 1».')).toBeVisible();
  });
});

test('cancelling goes back with nothing changed; nothing was saved', async ({ launchApp, workFolder }) => {
  const path = join(workFolder, 'hage.txt');
  await writeFile(path, unsure);
  const running = await launchApp();
  const page = new WorkspacePage(running.window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await running.window.keyboard.type(' Dette skal stå.');
  const before = await page.blocks();
  await running.answerDialogs({ open: path });
  await running.menu('file.open');
  const view = new ImportPage(running.window);
  await expect(view.use).toBeVisible();
  await view.parts.first().press('Delete');
  await running.window.getByRole('button', { name: 'Avbryt' }).click();
  await expect(running.window.locator('[contenteditable="true"]')).toBeVisible();
  expect(await page.blocks()).toEqual(before);
  await running.window.getByRole('button', { name: 'Til startsiden' }).click();
  await expect(running.window.getByRole('button', { name: 'Åpne gjeldende program' })).toBeVisible();
  await expect(running.window.getByText('Hagelagets program')).toHaveCount(0);
});

test('a clear document takes one key', async ({ launchApp, workFolder }) => {
  const path = join(workFolder, 'hage.md');
  await writeFile(path, clear);
  const { window } = await launchApp({ file: path });
  const view = new ImportPage(window);
  await expect(view.use).toBeFocused();
  // RV18: what is bold or a link is shown so here, and is so in the text.
  await expect(view.part('At alle får rent vann.').locator('strong')).toHaveText('rent vann');
  await expect(view.part('At alle får frø.').locator('.linked')).toHaveText('frø');
  await window.keyboard.press('Enter');
  // `ready` would press the button that is about to go.
  await expect(view.use).toBeHidden();
  await new WorkspacePage(window).ready();
  await expect(window.locator('[contenteditable] strong')).toHaveText('rent vann');
});

test('axe finds nothing, and pointing at a line shows its part', async ({ launchApp, workFolder }, info) => {
  const path = join(workFolder, 'hage.txt');
  await writeFile(path, unsure);
  const { window } = await launchApp({ file: path });
  const view = new ImportPage(window);
  await expect(view.use).toBeVisible();
  await view.line('At alle får vann').hover();
  await expect(view.part('At alle får vann')).toHaveAttribute('data-pointed', 'true');
  // What was pointed at before may still be scrolling its part into sight, away from under the pointer.
  await expect(async () => {
    await view.part('Laget vil arbeide for').hover();
    await expect(view.line('Laget vil arbeide for')).toHaveAttribute('data-pointed', 'true', { timeout: 1_000 });
  }).toPass();
  await info.attach('view', { body: await window.screenshot({ path: info.outputPath('view.png') }) });
  expect(await axeFindings(window)).toEqual([]);
  await window.getByText('Rapport fra importen').click();
  await view.part('Side 1').press('Delete');
  await window.screenshot({ path: info.outputPath('report.png') });
  expect(await axeFindings(window)).toEqual([]);
});

test('RV16 the page of a PDF stands beside what it becomes, and follows the part that is chosen', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'hage.pdf');
  await writeFile(
    path,
    plainPdf([
      [
        { text: 'Arbeidsprogram for Hagelaget 2031–2033', x: 72, y: 60, size: 20, font: 'bold' },
        ...column(['Jorda er det viktigste vi har, og den skal være god'], { y: 120 }),
        ...column(['Laget vil arbeide for', 'god jord'], { y: 160 }),
      ],
      [{ text: 'Vann', x: 72, y: 60, size: 14, font: 'bold' }, ...column(['Vannet skal være rent.'], { y: 90 })],
    ]),
  );
  const { window } = await launchApp({ file: path });
  const view = new ImportPage(window);
  await expect(view.use).toBeVisible();
  // The page follows the pointer, which may lie over any part.
  await window.mouse.move(0, 0);
  const picture = window.getByRole('img', { name: 'Side 1 slik den er trykt' });
  await expect(picture).toHaveAttribute('data-page', '1');
  await window.screenshot({ path: test.info().outputPath('page.png') });
  await view.part('Laget vil arbeide for').hover();
  const marks = window.locator('.page-mark');
  await expect(window.locator('.page-mark:not([data-chosen])')).toHaveCount(2);
  await window.screenshot({ path: test.info().outputPath('pointed.png') });
  await view.part('Vannet skal være rent.').click();
  const second = window.getByRole('img', { name: 'Side 2 slik den er trykt' });
  await expect(second).toHaveAttribute('data-page', '2');
  await window.mouse.move(0, 0);
  await expect(marks).toHaveCount(1);
  // Pointing at a place on the page shows what it becomes, and choosing it chooses that.
  const sheet = await second.boundingBox();
  if (sheet === null) throw new Error('no page');
  const heading = { x: sheet.width * (90 / 595), y: sheet.height * (56 / 842) };
  await second.hover({ position: heading, force: true });
  await expect(view.part('Vann').first()).toHaveAttribute('data-pointed', 'true');
  await second.click({ position: heading, force: true });
  await expect(view.part('Vann').first()).toBeFocused();
  await window.emulateMedia({ colorScheme: 'dark' });
  await window.screenshot({ path: test.info().outputPath('page-dark.png') });
  await window.emulateMedia({ colorScheme: 'light' });
  await window.getByRole('radio', { name: 'Linjer' }).click();
  await expect(view.line('Vannet skal være rent.')).toBeVisible();
  expect(await axeFindings(window)).toEqual([]);
});

test('RV17 corrections are not dropped for another file: it says so, and they stay', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'hage.txt');
  const other = join(workFolder, 'annet.md');
  await writeFile(path, unsure);
  await writeFile(other, clear);
  const running = await launchApp({ file: path });
  const view = new ImportPage(running.window);
  await expect(view.parts.first()).toBeFocused();
  await running.window.keyboard.press('Delete');
  const corrected = await view.texts();
  await running.answerDialogs({ open: other });
  await running.menu('file.open');
  await expect(running.window.getByRole('alert')).toContainText('annet.md');
  expect(await view.texts()).toEqual(corrected);
  await expect(running.window.getByRole('heading', { name: 'Se over «hage.txt»' })).toBeVisible();
});

test('IZ8 hostile and broken files are refused in the window in one sentence, a large one shows how far it has come and can be cancelled', async ({
  launchApp,
  workFolder,
}) => {
  test.setTimeout(300_000);
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const before = await page.blocks();
  const open = async (name: string, bytes: Uint8Array): Promise<void> => {
    const path = join(workFolder, name);
    await writeFile(path, bytes);
    await running.answerDialogs({ open: path });
    await running.menu('file.open');
  };

  for (const { name, bytes, code } of hostileFiles())
    await test.step(`${name}: ${code}`, async () => {
      await open(name, bytes);
      const [beginning = ''] = importFailures[code].nb.replace('{name}', name).split('{format}');
      await expect(window.getByRole('alert')).toContainText(beginning, { timeout: 15_000 });
      expect((await readdir(workFolder)).filter((other) => other !== name)).not.toContain('ute.txt');
    });
  expect(await page.blocks()).toEqual(before);
  const written = (await readdir(workFolder)).filter((name) => !name.startsWith('user-'));
  expect(written.sort()).toEqual(
    hostileFiles()
      .map(({ name }) => name)
      .sort(),
  );

  const pagesOf = (count: number): Uint8Array =>
    plainPdf(
      Array.from({ length: count }, (_, at) => [
        { text: `Hage ${String(at + 1)}`, x: 72, y: 60, size: 16, font: 'bold' as const },
        ...column(
          Array.from(
            { length: 40 },
            (_, nth) => `${nth + 1}. Å ta vare på jorda og vannet i hele perioden, og la alle bli med.`,
          ),
        ),
      ]),
    );
  await test.step('a large file: progress, cancel, and nothing is changed', async () => {
    // As many pages as are read: no machine has them before there is anything to see.
    await open('stor.pdf', pagesOf(1_000));
    const progress = window.getByRole('progressbar');
    await window.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0);
    await window.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    await expect(progress).toHaveCount(0);
    expect(await page.blocks()).toEqual(before);
  });
  await test.step('the window is alive: a smaller one is read to its end', async () => {
    await open('liten.pdf', pagesOf(100));
    const view = new ImportPage(window);
    await expect(view.use).toBeVisible({ timeout: 120_000 });
    await expect(view.parts.first()).toBeVisible({ timeout: 60_000 });
  });
});

test('a window that is small, or zoomed to 200 %, still shows the file and what it becomes', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'hage.txt');
  await writeFile(path, unsure);
  const { window } = await launchApp({ file: path });
  const view = new ImportPage(window);
  await expect(view.use).toBeVisible();
  // As large as a common laptop shows at 200 %.
  await window.setViewportSize({ width: 683, height: 384 });
  const panes = [
    window.getByRole('region', { name: 'Filen' }),
    window.getByRole('listbox', { name: 'Det den blir til' }),
  ];
  for (const pane of panes)
    await expect.poll(() => pane.evaluate((element) => element.getBoundingClientRect().height)).toBeGreaterThan(120);
  await window.keyboard.press('ArrowDown');
  await expect(view.parts.nth(1)).toBeFocused();
  await expect(view.parts.nth(1)).toBeInViewport();
});
