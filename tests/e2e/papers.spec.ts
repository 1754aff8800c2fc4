import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { sha256Hex } from '#shared/core/hash';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** Opens the papers and waits for the first page to be drawn. */
async function openPapers(window: Page): Promise<{ readonly dialog: Locator; readonly canvas: Locator }> {
  const page = new WorkspacePage(window);
  await page.ready();
  await window.getByRole('button', { name: 'Eksporter' }).click();
  const canvas = page.dialog.locator('canvas');
  await expect(canvas).toHaveAttribute('data-page', '1', { timeout: 60_000 });
  return { dialog: page.dialog, canvas };
}

/** Share of the drawn pixels that are not white. */
const inkOf = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('a canvas expected');
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: [255] };
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) ink += 1;
    return (ink * 4) / data.length;
  });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages are shown beside the options, paged through and enlarged by keyboard (${colorScheme})`, async ({
    launchApp,
  }) => {
    test.setTimeout(180_000);
    const { window } = await launchApp();
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { dialog, canvas } = await openPapers(window);
    await expect(dialog.getByText(/^side 1 av \d+$/)).toBeVisible();
    expect(await inkOf(canvas)).toBeGreaterThan(0.001);

    await dialog.getByRole('group', { name: 'Siden' }).focus();
    await window.keyboard.press('PageDown');
    await expect(canvas).toHaveAttribute('data-page', '2');
    await expect(canvas).toHaveAccessibleName(/^Program, side 2 av/);
    const width = (await canvas.boundingBox())?.width ?? 0;
    await dialog.getByRole('button', { name: 'Større' }).press('Enter');
    await expect.poll(async () => (await canvas.boundingBox())?.width ?? 0).toBeGreaterThan(width);
    await dialog.getByRole('button', { name: 'Mindre' }).press('Enter');

    await dialog.getByLabel('Papir').selectOption({ label: 'Høringsbrev' });
    await expect(canvas).toHaveAccessibleName(/^Høringsbrev, side 1 av/, { timeout: 30_000 });
    expect(await axeFindings(window, '.dialog')).toEqual([]);
    await window.screenshot({ path: test.info().outputPath(`papers-${colorScheme}.png`) });
  });
}

test('what the secretariat changes in the template is on the page, kept, and refused with a reason where it cannot be', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { window } = await launchApp();
  const { dialog } = await openPapers(window);
  await dialog.getByLabel('Papir').selectOption({ label: 'Høringsbrev' });
  await dialog.getByText('Mal: tekster, farge og rekkefølge').click();
  await dialog.getByLabel('Organisasjonens navn').fill('Havnefogdforbundet');
  await dialog.getByLabel('Tekst i del 1').fill('Til alle {ukjent}');
  await dialog.getByLabel('Tekst i del 2').focus();
  await expect(dialog.getByRole('alert')).toContainText('{ukjent}');
  await dialog.getByLabel('Tekst i del 1').fill('Til alle i {organisasjon}');
  await dialog.getByLabel('Tittel').fill('Brev om høring');
  await dialog.getByLabel('Tekst i del 2').focus();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByLabel('Papir').locator('option:checked')).toHaveText('Brev om høring');
  await window.screenshot({ path: test.info().outputPath('template.png') });
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await window.getByRole('button', { name: 'Eksporter' }).click();
  await expect(dialog.getByLabel('Papir').locator('option', { hasText: 'Brev om høring' })).toHaveCount(1);
});

test('all papers are saved in one file with a list of names and hashes', async ({ launchApp }) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-papers-'));
  try {
    const running = await launchApp();
    const { dialog } = await openPapers(running.window);
    const path = join(folder, 'alle.zip');
    await running.answerDialogs({ save: path });
    await dialog.getByRole('button', { name: 'Lagre alle papirene' }).click();
    await expect(dialog.getByText(/Lager papir \d+ av \d+/)).toBeVisible();
    await expect(dialog.getByText('er lagret')).toBeVisible({ timeout: 240_000 });
    const files = unzipSync(new Uint8Array(await readFile(path)));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      papers: { name: string; sha256: string; bytes: number }[];
    };
    expect(manifest.papers.length).toBeGreaterThanOrEqual(20);
    for (const { name, sha256, bytes } of manifest.papers) {
      expect(files[name]?.length, name).toBe(bytes);
      expect(sha256Hex(files[name] ?? new Uint8Array()), name).toBe(sha256);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a paper is saved where the person says, and work that is stopped leaves nothing behind', async ({
  launchApp,
}) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-stopped-'));
  try {
    const running = await launchApp();
    const { dialog } = await openPapers(running.window);
    const pdf = join(folder, 'program.pdf');
    await running.answerDialogs({ save: pdf });
    await dialog.getByRole('button', { name: 'Lagre papiret' }).click();
    await expect(dialog.getByRole('status').filter({ hasText: 'program.pdf' })).toBeVisible({ timeout: 60_000 });
    expect((await readFile(pdf)).subarray(0, 5).toString('latin1')).toBe('%PDF-');

    await running.answerDialogs({ save: join(folder, 'alle.zip') });
    await dialog.getByRole('button', { name: 'Lagre alle papirene' }).click();
    await expect(dialog.getByText(/Lager papir \d+ av \d+/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Avbryt' }).press('Enter');
    await expect(dialog.getByText('Avbrutt. Ingenting er lagret.')).toBeVisible({ timeout: 60_000 });
    expect(await readdir(folder)).toEqual(['program.pdf']);
    await expect(dialog.getByRole('button', { name: 'Lagre alle papirene' })).toBeEnabled();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the print dialog gets every page of the paper as a sheet of its own', async ({ launchApp }) => {
  test.setTimeout(180_000);
  const { window } = await launchApp();
  const { dialog, canvas } = await openPapers(window);
  const pages = Number(/av (\d+)$/.exec((await canvas.getAttribute('aria-label')) ?? '')?.[1]);
  // There is no printer here: what is looked at is what stands ready at the moment the dialog is asked for.
  await window.evaluate(() => {
    globalThis.print = () => {
      const sheets = [...document.querySelectorAll<HTMLImageElement>('.print-sheets .print-sheet')];
      document.body.dataset['printed'] = sheets
        .map((sheet) => (sheet.naturalWidth > 1000 ? 'sharp' : 'coarse'))
        .join(' ');
    };
  });
  await dialog.getByRole('button', { name: 'Skriv ut' }).press('Enter');
  await expect(window.locator('body')).toHaveAttribute('data-printed', Array(pages).fill('sharp').join(' '), {
    timeout: 60_000,
  });
  await expect(window.locator('.print-sheets')).toHaveCount(0);
});
