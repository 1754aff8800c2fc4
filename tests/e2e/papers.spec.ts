import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { sha256Hex } from '#shared/core/hash';
import { readPaperTemplate } from '#shared/schema/paperTemplate';
import { readProgramFile } from '#shared/schema/programFile';
import { openDocument } from '#shared/schema/programFileDraft';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { askAboutPdf, pdfLines } from '../support/pdfText';
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

test('the pages are shown beside the options, paged through and enlarged by keyboard, and go to the print dialog as they are', async ({
  launchApp,
}) => {
  test.setTimeout(300_000);
  const { app, window } = await launchApp();
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

  // There is no printer here: what the window asks the system for is looked at in the main process, with the pages as they would be printed.
  const pages = Number(/av (\d+)$/.exec((await canvas.getAttribute('aria-label')) ?? '')?.[1]);
  const asked = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<{ readonly options: unknown; readonly pdf: string }>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        if (contents === undefined) throw new Error('a window expected');
        contents.print = (options, told) => {
          void contents.printToPDF({ printBackground: true, pageSize: 'A4' }).then((pdf) => {
            resolve({ options, pdf: pdf.toString('base64') });
            told?.(false, 'Print job canceled');
          });
        };
      }),
  );
  await dialog.getByRole('button', { name: 'Skriv ut' }).press('Enter');
  const { options, pdf } = await asked;
  expect(options).toEqual({ silent: false, printBackground: true, pageSize: 'A4' });
  const printed = new Uint8Array(Buffer.from(pdf, 'base64'));
  const about = await askAboutPdf(printed, 'pdfinfo', (file) => [file]);
  expect(about).toMatch(new RegExp(`Pages: +${pages}\\n`));
  expect(about).toContain('(A4)');
  // Each page is one sharp picture of a page, and nothing of the window.
  const pictures = await askAboutPdf(printed, 'pdfimages', (file) => ['-list', file]);
  const widths = [...pictures.matchAll(/^ *(\d+) +\d+ +image +(\d+)/gm)].map(([, page, across]) => [
    page,
    Number(across) > 1000,
  ]);
  expect(widths).toEqual(Array.from({ length: pages }, (_, at) => [String(at + 1), true]));
  expect((await pdfLines(printed)).join('').trim()).toBe('');
  await expect(dialog.getByText('Ingenting ble skrevet ut.')).toBeVisible();
  await expect(window.locator('.print-sheets')).toHaveCount(0);

  for (const label of ['Høringsbrev', 'Protokoll']) {
    await dialog.getByLabel('Papir').selectOption({ label });
    await expect(canvas).toHaveAccessibleName(new RegExp(`^${label}, side 1 av`), { timeout: 30_000 });
    expect(await axeFindings(window, '.dialog')).toEqual([]);
    await window.screenshot({ path: test.info().outputPath(`${label}.png`) });
  }
});

test('what the secretariat changes in the template is on the page, in the programme file, and refused with a reason where it cannot be', async ({
  launchApp,
  workFolder,
}) => {
  test.setTimeout(180_000);
  // The template of a machine from before it was kept in the programme.
  const userData = await mkdtemp(join(workFolder, 'user-'));
  const former = JSON.stringify({ organisation: { name: 'Fyrvokternes forening', colour: '#2b5d34' } });
  await writeFile(join(userData, 'settings.json'), JSON.stringify({ 'papers.template': former }));
  const running = await launchApp({ userData });
  const { window } = running;
  const { dialog } = await openPapers(window);
  await dialog.getByLabel('Papir').selectOption({ label: 'Høringsbrev' });
  await dialog.getByText('Mal: tekster, farge og rekkefølge').click();
  await expect(dialog.getByLabel('Organisasjonens navn')).toHaveValue('Fyrvokternes forening');
  await dialog.getByLabel('Organisasjonens navn').fill('Havnefogdforbundet');
  await dialog.getByLabel('Tekst i del 1').fill('Til alle {ukjent}');
  await dialog.getByLabel('Tekst i del 2').focus();
  await expect(dialog.getByRole('alert')).toContainText('{ukjent}');
  await dialog.getByLabel('Tekst i del 1').fill('Til alle i {organisasjon}');
  await dialog.getByLabel('Opplysninger øverst').fill('Vår referanse: 2027/14');
  await dialog.getByLabel('Tittel').fill('Brev om høring');
  await dialog.getByLabel('Tekst i del 2').focus();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByLabel('Papir').locator('option:checked')).toHaveText('Brev om høring');
  await window.screenshot({ path: test.info().outputPath('template.png') });
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await window.getByRole('button', { name: 'Eksporter' }).click();
  await expect(dialog.getByLabel('Papir').locator('option', { hasText: 'Brev om høring' })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Lukk' }).click();

  const path = join(workFolder, 'med mal.program');
  await running.answerDialogs({ save: path });
  await running.menu('file.saveAs');
  await expect
    .poll(
      () =>
        readFile(path).then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  const file = readProgramFile(new Uint8Array(await readFile(path)));
  const draft = file.ok ? openDocument(file.value.draft, 'draft.yjs') : file;
  const template = draft.ok ? readPaperTemplate(draft.value, 'nb') : null;
  expect(template?.organisation).toMatchObject({ name: 'Havnefogdforbundet', colour: '#2b5d34' });
  expect(template?.papers.hearing).toMatchObject({
    title: 'Brev om høring',
    facts: [{ label: 'Vår referanse', value: '2027/14' }],
  });
});

test('papers are saved where the person says: one, all in a folder or in one file with a list of them; what is stopped leaves nothing behind', async ({
  launchApp,
}) => {
  test.setTimeout(600_000);
  const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-papers-'));
  try {
    const running = await launchApp();
    const { dialog } = await openPapers(running.window);
    const pdf = join(folder, 'program.pdf');
    await running.answerDialogs({ save: pdf, folder });
    await dialog.getByRole('button', { name: 'Lagre papiret' }).click();
    await expect(dialog.getByRole('status').filter({ hasText: 'program.pdf' })).toBeVisible({ timeout: 60_000 });
    expect((await readFile(pdf)).subarray(0, 5).toString('latin1')).toBe('%PDF-');

    await dialog.getByRole('button', { name: 'Lagre i en mappe' }).click();
    await expect(dialog.getByText(/Lager papir \d+ av \d+/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Avbryt' }).press('Enter');
    await expect(dialog.getByText('Avbrutt. Ingenting er lagret.')).toBeVisible({ timeout: 60_000 });
    expect(await readdir(folder)).toEqual(['program.pdf']);

    await dialog.getByRole('button', { name: 'Lagre i en mappe' }).click();
    await expect(dialog.getByText('er lagret')).toBeVisible({ timeout: 240_000 });
    const made = (await readdir(folder)).find((name) => name.endsWith('Alle papirene')) ?? '';
    const inFolder = new Map(
      await Promise.all(
        (await readdir(join(folder, made))).map(
          async (name) => [name, new Uint8Array(await readFile(join(folder, made, name)))] as const,
        ),
      ),
    );

    const zip = join(folder, 'alle.zip');
    await running.answerDialogs({ save: zip });
    await dialog.getByRole('button', { name: 'Lagre i én zip-fil' }).click();
    await expect(dialog.getByText('«alle.zip» er lagret')).toBeVisible({ timeout: 240_000 });
    const inZip = new Map(Object.entries(unzipSync(new Uint8Array(await readFile(zip)))));

    for (const files of [inFolder, inZip]) {
      const manifest = JSON.parse(strFromU8(files.get('manifest.json') ?? new Uint8Array())) as {
        papers: { name: string; sha256: string; bytes: number }[];
      };
      expect(manifest.papers.length).toBeGreaterThanOrEqual(20);
      expect(files.size).toBe(manifest.papers.length + 1);
      for (const { name, sha256, bytes } of manifest.papers) {
        expect(files.get(name)?.length, name).toBe(bytes);
        expect(sha256Hex(files.get(name) ?? new Uint8Array()), name).toBe(sha256);
      }
    }
    // Where it cannot be saved a sentence says why, and one can go on.
    await running.answerDialogs({ save: join(folder, 'finnes ikke', 'program.pdf') });
    await dialog.getByRole('button', { name: 'Lagre papiret' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Velg en annen mappe', { timeout: 60_000 });
    await expect(dialog.getByRole('button', { name: 'Lagre papiret' })).toBeEnabled();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
