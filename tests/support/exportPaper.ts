import { readFile } from 'node:fs/promises';
import { expect, type RunningApp } from './electronApp';
import { WorkspacePage } from './workspacePage';

/** Saves one paper through the window at `path`, and gives its bytes. */
export async function exportPaper(
  running: RunningApp,
  paper: string,
  format: string,
  path: string,
): Promise<Uint8Array> {
  const page = new WorkspacePage(running.window);
  await running.answerDialogs({ save: path });
  await running.window.getByRole('button', { name: 'Eksporter' }).click();
  await page.dialog.getByLabel('Papir').selectOption({ label: paper });
  await page.dialog.getByLabel('Format').selectOption({ label: format });
  await page.dialog.getByRole('button', { name: 'Lagre papiret' }).click();
  await expect(page.dialog.getByText('er lagret')).toBeVisible({ timeout: 60_000 });
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  return new Uint8Array(await readFile(path));
}
