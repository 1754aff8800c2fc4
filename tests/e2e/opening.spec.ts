import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readDraft } from '#shared/schema/draft';
import { readProgramFile, writeProgramFile } from '#shared/schema/programFile';
import { openDocument } from '#shared/schema/programFileDraft';
import { readWholeProgramme } from '#shared/schema/wholeProgramme';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { makeProgramme, rollDice } from '../support/revisionGenerator';
import { WorkspacePage } from '../support/workspacePage';

const unreadable = [
  { name: 'an empty file', file: 'tom.txt', bytes: new Uint8Array() },
  { name: 'a picture', file: 'bilde.txt', bytes: Uint8Array.from({ length: 4_000 }, (_, at) => (at * 193) % 251) },
  {
    name: 'a damaged programme file',
    file: 'ødelagt.program',
    bytes: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]),
  },
] as const;

test('a file that cannot be read gets a sentence and changes nothing', async ({ launchApp, workFolder }) => {
  const running = await launchApp();
  const page = new WorkspacePage(running.window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await running.window.keyboard.type(' Dette skal stå.');
  const before = (await page.blocks()).map(({ text }) => text);
  for (const { name, file, bytes } of unreadable) {
    await test.step(name, async () => {
      const path = join(workFolder, file);
      await writeFile(path, bytes);
      await running.answerDialogs({ open: path });
      await running.menu('file.open');
      const alert = running.window.getByRole('alert');
      await expect(alert).toContainText(/[a-zæøå]{3,}.*\./i);
      expect((await page.blocks()).map(({ text }) => text)).toEqual(before);
      await alert.getByRole('button', { name: 'Lukk' }).click();
    });
  }
});

test('the same file opened again shows what was written a moment ago', async ({ launchApp, workFolder }) => {
  const path = join(workFolder, 'program.txt');
  await writeFile(
    path,
    'Program 2025–2027\n\n1. Kapittel\n\nVi vil:\n\n 1. At det ene skjer.\n 2. At det andre skjer.\n',
  );
  const running = await launchApp({ file: path });
  const page = new WorkspacePage(running.window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 2 });
  await running.window.keyboard.type(' Og det tredje.');
  await running.answerDialogs({ open: path });
  await running.menu('file.open');
  await expect(running.window.getByText('Du fortsetter der du slapp')).toBeVisible();
  await page.ready();
  expect((await page.blockAt({ chapter: 1, point: 2 })).text).toContain('Og det tredje.');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await running.window.keyboard.type(' Straks.');
  await expect.poll(async () => (await page.blockAt({ chapter: 1, point: 1 })).text).toContain('Straks.');
});

test('SY35 of two who have one file open, none writes over what the other has saved: opened again, it has the text of both', async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'delt.program');
  const anna = await launchApp();
  const annas = new WorkspacePage(anna.window);
  await annas.ready();
  await anna.answerDialogs({ save: path, open: path });
  const saved = (window: Page) => expect(window.getByText('«delt.program» er lagret')).toBeVisible();
  await anna.menu('file.save');
  await saved(anna.window);
  await anna.window.getByRole('button', { name: 'Lukk' }).click();

  const berit = await launchApp({ file: path });
  const berits = new WorkspacePage(berit.window);
  await berits.ready();
  await berits.caretAtEndOf({ chapter: 1, point: 2 });
  await berit.window.keyboard.type(' Fra Berit.');
  await berit.menu('file.save');
  await saved(berit.window);

  await annas.caretAtEndOf({ chapter: 1, point: 1 });
  await anna.window.keyboard.type(' Fra Anna.');
  await anna.menu('file.save');
  await expect(anna.window.getByText(/Noen andre har lagret i «delt.program»/)).toBeVisible();
  await anna.menu('file.open');
  await expect.poll(async () => (await annas.blockAt({ chapter: 1, point: 2 })).text).toContain('Fra Berit.');
  expect((await annas.blockAt({ chapter: 1, point: 1 })).text).toContain('Fra Anna.');
  await anna.menu('file.save');
  await saved(anna.window);
  const file = readProgramFile(new Uint8Array(await readFile(path)));
  const text = file.ok ? new TextDecoder().decode(file.value.draft) : '';
  expect(text).toContain('Fra Anna.');
  expect(text).toContain('Fra Berit.');
});

test("SY28 a long file is read and written beside the window's thread, and of two savings the last stays", async ({
  launchApp,
  workFolder,
}) => {
  const seed = 20_271_127;
  const { file } = await frozenSample(makeProgramme(rollDice(seed), 40_000));
  const whole = writeProgramFile(file());
  const damaged = whole.slice();
  damaged.fill(0, damaged.length / 2, damaged.length / 2 + 8);
  const [path, broken] = ['langt.program', 'ødelagt.program'].map((name) => join(workFolder, name));
  if (path === undefined || broken === undefined) throw new Error('no files');
  await writeFile(path, whole);
  await writeFile(broken, damaged);
  const running = await launchApp({ file: path });
  const page = new WorkspacePage(running.window);
  await page.ready();
  const kept = async () => {
    const read = readWholeProgramme(new Uint8Array(await readFile(path)));
    if (!read.ok) throw new Error(read.failure.code);
    const draft = openDocument(read.value.draft, 'draft.yjs');
    if (!draft.ok) throw new Error(draft.failure.code);
    return { revisions: read.value.revisions, texts: readDraft(draft.value).map(({ text }) => text) };
  };
  const before = await kept();
  const point = await page.caretAtEndOf({ chapter: 1, point: 1 });

  const beside = running.window.waitForEvent('worker', (worker) => worker.url().includes('programFile'));
  await running.window.keyboard.type(' Først.');
  await running.menu('file.save');
  await running.window.keyboard.type(' Sist.');
  await running.menu('file.save');
  await beside;
  await expect(running.window.getByText('«langt.program» er lagret.')).toBeVisible();
  await expect
    .poll(async () => (await kept()).texts.find((text) => text.endsWith(' Sist.')))
    .toBe(`${point.text} Først. Sist.`);
  expect((await kept()).revisions).toEqual(before.revisions);

  const shown = (await page.blocks()).map(({ text }) => text);
  await running.answerDialogs({ open: broken });
  await running.menu('file.open');
  await expect(running.window.getByRole('alert')).toContainText(/[a-zæøå]{3,}.*\./i);
  expect((await page.blocks()).map(({ text }) => text)).toEqual(shown);
});

/** How many updates the browser's copy of the draft is made of; 0 before there is one, which comes when the page is at rest. */
const keptInBrowser = (window: Page): Promise<number> =>
  window.evaluate(async () => {
    const name = (await indexedDB.databases()).find((database) => database.name?.includes('/programme/'))?.name;
    if (name === undefined) return 0;
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
      });
    const database = await answered(indexedDB.open(name));
    const count = await answered(database.transaction('updates').objectStore('updates').count());
    database.close();
    return count;
  });

test("SY17 what only the browser's copy has comes in when the file is opened again, each time, and the copy does not grow by being opened", async ({
  launchApp,
  workFolder,
}) => {
  const path = join(workFolder, 'program.program');
  const { file } = await frozenSample();
  await writeFile(path, writeProgramFile(file()));
  const sentences = ['Det første.', 'Det andre.', 'Det tredje.'];
  let userData: string | undefined;
  for (const [nth, sentence] of sentences.entries()) {
    const running = await launchApp({ file: path, ...(userData !== undefined && { userData }) });
    const page = new WorkspacePage(running.window);
    await page.ready();
    const words = async (): Promise<string> => (await page.blockAt({ chapter: 1, point: 1 })).text;
    for (const former of sentences.slice(0, nth)) await expect.poll(words).toContain(former);
    await expect.poll(() => keptInBrowser(running.window)).toBe(1);
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await running.window.keyboard.type(` ${sentence}`);
    await page.saved();
    await running.answerDialogs({ close: 'discard' });
    await running.close();
    // The journal is gone, as when a disk is put right: the copy alone knows what was written.
    await rm(join(running.userData, 'journal'), { recursive: true });
    userData = running.userData;
  }
});
