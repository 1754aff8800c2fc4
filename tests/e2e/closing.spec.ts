import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '#shared/ipc/platform';
import { readProgramFile } from '#shared/schema/programFile';
import { expect, test, type RunningApp } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** Closes the window while something is not on disk, as it is between a key and the disk's answer. */
async function closeUnsaved({ app, window }: RunningApp): Promise<void> {
  await window.evaluate(() => {
    const { desktop } = globalThis as unknown as { readonly desktop: Platform };
    desktop.setWindowState({ title: document.title, unsaved: true });
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('SY30 a window that is closed before all is on disk closes when it is in the file, and stays where one thinks better of it', async ({
  launchApp,
  workFolder,
}) => {
  const running = await launchApp();
  const page = new WorkspacePage(running.window);
  await page.ready();
  const path = join(workFolder, 'lukket.program');

  await test.step('saving is chosen, and then called off: one writes and saves, and the window stays', async () => {
    await running.answerDialogs({ close: 'save', save: null });
    await closeUnsaved(running);
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await running.window.keyboard.type(' Skrevet etterpå.');
    await page.saved();
    await running.answerDialogs({ save: path });
    await running.menu('file.save');
    await expect(running.window.getByText('lukket.program')).toBeVisible();
    expect((await page.blockAt({ chapter: 1, point: 1 })).text).toContain('Skrevet etterpå.');
  });

  await test.step('saving is chosen: the window closes, and the file has the last word', async () => {
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await running.window.keyboard.type(' Til slutt.');
    await page.saved();
    await running.answerDialogs({ close: 'save' });
    const closed = running.window.waitForEvent('close');
    await closeUnsaved(running);
    await closed;
    const file = readProgramFile(new Uint8Array(await readFile(path)));
    expect(file.ok && new TextDecoder().decode(file.value.draft)).toContain('Til slutt.');
  });
});

test('SY32 nothing takes the place of a programme of which words are on no disk, and it is said why', async ({
  launchApp,
  workFolder,
}) => {
  const running = await launchApp();
  const page = new WorkspacePage(running.window);
  await page.ready();
  await page.saved();
  const path = join(workFolder, 'annet.program');
  await running.answerDialogs({ save: path, open: path });
  await running.menu('file.save');
  await expect(running.window.getByText('«annet.program» er lagret')).toBeVisible();

  const journal = join(running.userData, 'journal');
  await rename(journal, `${journal}-aside`);
  await writeFile(journal, 'Her skulle mappen ha stått.');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await running.window.keyboard.type(' Bare her.');
  await expect(running.window.getByText('Ikke lagret: maskinen tok ikke imot endringen')).toBeVisible();
  const isThere = async (): Promise<void> => {
    await expect(running.window.getByText(/Det som er skrevet her, er ikke lagret på maskinen/)).toBeVisible();
    expect((await page.blockAt({ chapter: 1, point: 1 })).text).toContain('Bare her.');
  };

  await running.menu('file.open');
  await isThere();
  await running.menu('file.new');
  await isThere();

  await test.step('once the disk takes it, another one opens', async () => {
    await rm(journal);
    await rename(`${journal}-aside`, journal);
    await page.saved();
    await running.menu('file.new');
    await expect(running.window.getByRole('button', { name: /Åpne gjeldende program/ })).toBeVisible();
  });
});

test('SY33 SY34 what was never saved as a file is among the programmes at the doors, and one that is dropped there is saved where the person says', async ({
  launchApp,
  workFolder,
}) => {
  const running = await launchApp();
  const page = new WorkspacePage(running.window);
  await page.ready();
  await page.saved();
  const [dropped, saved] = ['sluppet.program', 'lagret.program'].map((name) => join(workFolder, name)) as [
    string,
    string,
  ];
  await running.answerDialogs({ save: dropped });
  await running.menu('file.save');
  await expect(running.window.getByText('«sluppet.program» er lagret')).toBeVisible();
  await running.window.evaluate(async () => {
    const { desktop } = globalThis as unknown as { readonly desktop: Platform };
    const settings = await desktop.readSettings();
    const [own] = JSON.parse((settings.ok && settings.value['recentProgrammes']) || '[]') as readonly object[];
    const others = Array.from({ length: 8 }, (_, nth) => ({ ...own, programme: `p${nth}`, title: `Plan ${nth}` }));
    await desktop.writeSetting('recentProgrammes', JSON.stringify([...others, own]));
  });
  await running.menu('file.new');
  const list = running.window.getByRole('region', { name: 'Fortsett der du slapp' });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await list.getByRole('button', { name: 'Vis alle 9' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(9);
  await running.window.screenshot({ path: 'test-results/doors-all-recent.png' });

  const bytes = [...(await readFile(dropped))];
  await running.window.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(content)], 'sluppet.program'));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('main')?.dispatchEvent(drop);
  }, bytes);
  await page.ready();
  await running.answerDialogs({ save: saved });
  await running.menu('file.save');
  await expect(running.window.getByText('«lagret.program» er lagret')).toBeVisible();
});
