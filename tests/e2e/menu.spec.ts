import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

/** Writes in the draft, and then begins a comment there, which has the focus. */
async function writeAndBeginComment(page: WorkspacePage) {
  const { keyboard } = page.window;
  await page.panelTab('Kommentarer');
  const { id } = await page.caretAtEndOf({ chapter: 2, point: 1 });
  await keyboard.type(' Skrevet her.');
  await keyboard.press('Control+Alt+m');
  const comment = page.panel.getByRole('textbox').first();
  await expect(comment).toBeFocused();
  await keyboard.type('Et?');
  return { id, comment };
}

test('E31 a field whose words are all taken back takes nothing back elsewhere', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id, comment } = await writeAndBeginComment(page);
  // The key as the browser understands it: what the driver sends is no command to it by itself.
  const keys = await window.context().newCDPSession(window);
  const undo = () =>
    keys.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'z',
      code: 'KeyZ',
      modifiers: 2,
      commands: ['undo'],
    });
  for (let step = 0; step < 6; step += 1) await undo();
  await expect(comment).toHaveValue('');
  await expect(comment).toBeFocused();
  await window.keyboard.press('Control+k');
  await expect(page.dialog).toBeVisible();
  for (let step = 0; step < 3; step += 1) await undo();
  await window.keyboard.press('Escape');
  await expect(comment).toBeFocused();
  await expect(page.block(id)).toContainText('Skrevet her.');
});

test('E31 undo is where one writes: in a field its words, in the draft where that is in sight', async ({
  launchApp,
}) => {
  const running = await launchApp();
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const { id, comment } = await writeAndBeginComment(page);
  for (let step = 0; step < 6; step += 1) await running.menu('edit.undo');
  await expect(comment).toHaveValue('');
  await expect(comment).toBeFocused();
  await expect(page.block(id)).toContainText('Skrevet her.');
  for (let step = 0; step < 6; step += 1) await running.menu('edit.redo');
  await expect(comment).toHaveValue('Et?');

  await window.keyboard.press('Control+k');
  await expect(page.dialog).toBeVisible();
  await running.menu('edit.undo');
  // What is over the page is not laid over by something else.
  await running.menu('programme.share');
  await window.keyboard.press('Escape');
  await expect(page.dialog).toHaveCount(0);
  await expect(comment).toBeFocused();
  await expect(page.block(id)).toContainText('Skrevet her.');

  await page.frozenView();
  await page.viewChoice('Fryst versjon').focus();
  await running.menu('edit.undo');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('Angre');
  await expect(page.dialog.getByRole('status')).toContainText('Ingen treff');
  await window.keyboard.press('Escape');
  await page.view('Utkast');
  await expect(page.block(id)).toContainText('Skrevet her.');

  // Where it is compared one sees what comes and goes.
  await page.view('Side ved side');
  await running.menu('edit.undo');
  await page.view('Utkast');
  await expect(page.block(id)).not.toContainText('Skrevet her.');
});
