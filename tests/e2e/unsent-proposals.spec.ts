import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';
import { WorkspacePage } from '../support/workspacePage';

test('AF5 AF6 AF8 E27 what is begun on an amendment outlives its dialog and the program, is gone on with, put away and taken back', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const first = await launchApp();
  const page = new WorkspacePage(first.window);
  await page.ready();
  await first.window.getByRole('button', { name: 'Frys versjon' }).click();
  await page.dialog.getByRole('button', { name: /^Frys som/ }).click();
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();

  const target = await page.blockAt({ chapter: 3, point: 1 });
  const propose = async (on: WorkspacePage, id: string) => {
    await on.block(id).click();
    await on.block(id).getByRole('button', { name: 'Foreslå endring' }).click();
  };
  const fields = (on: WorkspacePage) => ({
    text: on.dialog.locator('.proposal__text'),
    reason: on.dialog.getByLabel('Begrunnelse'),
    proposer: on.dialog.getByLabel('Forslagsstiller', { exact: true }),
  });

  await test.step('left by Escape, it is there the next time', async () => {
    await propose(page, target.id);
    await fields(page).text.fill(`${target.text} Og mer.`);
    const choice = page.dialog.getByLabel('Hva vil du gjøre?');
    for (const other of ['Skrive i teksten', 'Stryke']) {
      await choice.selectOption({ label: other });
      await choice.selectOption({ label: 'Endre teksten' });
      await expect(fields(page).text).toHaveValue(`${target.text} Og mer.`);
    }
    await fields(page).reason.fill('Fordi det haster.');
    await fields(page).proposer.fill('Una Skarv');
    await first.window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    const begun = page.panel.getByRole('region', { name: 'Begynt, ikke levert' });
    await expect(begun).toContainText('Fordi det haster.');
    expect(await axeFindings(first.window)).toEqual([]);
    await first.window.screenshot({ path: 'test-results/unsent-list.png' });
    await propose(page, target.id);
    await expect(page.dialog).toContainText('Det er ikke levert');
    await expect(fields(page).text).toHaveValue(`${target.text} Og mer.`);
    await expect(fields(page).reason).toHaveValue('Fordi det haster.');
    await first.window.screenshot({ path: 'test-results/unsent-dialog.png' });
  });

  await test.step('started over, and taken back', async () => {
    await page.dialog.getByRole('button', { name: 'Begynn på nytt' }).click();
    await expect(fields(page).text).toHaveValue(target.text);
    await expect(fields(page).reason).toHaveValue('');
    // What was pressed is gone: the dialog is left by Escape all the same, also where the next frame is late.
    await first.window.evaluate(() => {
      const soon = { requestAnimationFrame, cancelAnimationFrame };
      Object.assign(globalThis, {
        // What is called off does not come later either.
        requestAnimationFrame: (draw: FrameRequestCallback) => setTimeout(() => draw(performance.now()), 1_000),
        cancelAnimationFrame: clearTimeout,
        soonAgain: () => Object.assign(globalThis, soon),
      });
    });
    await page.dialog.getByRole('button', { name: 'Angre' }).click();
    await expect(fields(page).text).toHaveValue(`${target.text} Og mer.`);
    await first.window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    // Left before it is taken back: it can be had back all the same, and what was begun instead is put aside then.
    await propose(page, target.id);
    await page.dialog.getByRole('button', { name: 'Begynn på nytt' }).click();
    await fields(page).reason.fill('En annen grunn.');
    await first.window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    const begun = page.panel.getByRole('region', { name: 'Begynt, ikke levert' });
    await expect(begun.getByRole('listitem')).toHaveText([/En annen grunn\./]);
    for (const reason of ['Fordi det haster.', 'En annen grunn.']) {
      await begun.getByRole('button', { name: 'Angre' }).click();
      await expect(begun.getByRole('listitem')).toHaveText([new RegExp(reason.replace('.', '\\.'))]);
    }
    await propose(page, target.id);
    await page.dialog.getByRole('button', { name: 'Angre' }).click();
    await expect(fields(page).reason).toHaveValue('Fordi det haster.');
    await first.window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    await first.window.evaluate(() => (Reflect.get(globalThis, 'soonAgain') as () => void)());
  });

  const other = await page.blockAt({ chapter: 2, point: 1 });
  await test.step('written in the text itself, too', async () => {
    await propose(page, other.id);
    await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    const copy = page.dialog.locator(`[data-block-id="${other.id}"]`);
    await copy.click();
    await first.window.keyboard.press('End');
    await first.window.keyboard.type(' Skrevet i kopien.');
    await expect(page.dialog.locator('.preview')).toContainText('Skrevet i kopien.');
    const stretch = page.dialog.getByLabel('Vis', { exact: true });
    for (const label of ['Hele programmet', 'Kapitlet']) {
      await stretch.selectOption({ label });
      await expect(copy).toContainText('Skrevet i kopien.');
      await expect(page.dialog.locator('.preview__changes')).toHaveText(/Skrevet i kopien\./);
    }
    await first.window.keyboard.press('Escape');
    await expect(page.panel.getByRole('region', { name: 'Begynt, ikke levert' }).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('it outlives the program', async () => {
    await expect.poll(() => readFile(join(first.userData, 'settings.json'), 'utf8')).toContain('Skrevet i kopien.');
    await first.kill();
  });

  const second = await launchApp({ userData: first.userData });
  const again = new WorkspacePage(second.window);
  await again.ready();
  await again.panelTab('Forslag');
  const begun = again.panel.getByRole('region', { name: 'Begynt, ikke levert' });
  await expect(begun.getByRole('listitem')).toHaveCount(2);

  await test.step('the copy reads as it was left', async () => {
    await begun.getByRole('listitem').nth(1).getByRole('button', { name: 'Skriv videre' }).click();
    await expect(again.dialog.locator(`[data-block-id="${other.id}"]`)).toContainText('Skrevet i kopien.');
    await expect(again.dialog.locator('.preview')).toContainText('Skrevet i kopien.');
    await second.window.keyboard.press('Escape');
  });

  await test.step('filed, it is begun no longer', async () => {
    await begun.getByRole('listitem').first().getByRole('button', { name: 'Skriv videre' }).click();
    await again.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(again.dialog.getByTestId('receipt')).toContainText('endringsforslag 1');
    await again.dialog.getByRole('button', { name: 'Lukk' }).click();
    await expect(begun.getByRole('listitem')).toHaveCount(1);
  });

  await test.step('thrown away, it can be had back', async () => {
    await begun.getByRole('button', { name: 'Slett' }).click();
    await expect(begun.getByRole('listitem')).toHaveCount(0);
    await begun.getByRole('button', { name: 'Angre' }).click();
    await expect(begun.getByRole('listitem')).toHaveCount(1);
    await begun.getByRole('button', { name: 'Slett' }).click();
    await expect
      .poll(() => readFile(join(second.userData, 'settings.json'), 'utf8'))
      .not.toContain('Skrevet i kopien.');
  });
});

const freeze = async ({ window, dialog }: WorkspacePage, name: string) => {
  await window.getByRole('button', { name: 'Frys versjon' }).click();
  await dialog.getByLabel('Navn').fill(name);
  await dialog.getByRole('button', { name: /^Frys som/ }).click();
  await dialog.getByRole('button', { name: 'Lukk' }).click();
};

test('AF9 who writes in the text of an amendment writes on where they were while another freezes theirs, and files what they wrote', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { anna, berit, end } = await twoWindows(launchApp);
  const { keyboard } = berit.window;
  await freeze(anna, 'Første');
  await berit.frozenView();
  const target = await berit.blockAt({ chapter: 2, point: 1 });
  const copy = berit.dialog.locator(`[data-block-id="${target.id}"]`);
  const begin = async () => {
    await berit.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
    await copy.click();
    await keyboard.press('End');
  };
  const freezeAnother = async (name: string) => {
    await anna.caretAtEndOf({ chapter: 3, point: 1 });
    await anna.window.keyboard.type(` ${name}.`);
    await freeze(anna, name);
    await expect(berit.window.getByText(name, { exact: true }).first()).toBeAttached();
  };

  await test.step('in the text that counted when it was begun', async () => {
    await berit.block(target.id).click();
    await berit.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
    await begin();
    await keyboard.type(' Før');
    await freezeAnother('Andre');
    await keyboard.type(' etter');
    await expect(copy).toHaveText(`${target.text} Før etter`);
    await keyboard.press('Control+z');
    await expect(copy).not.toContainText('etter');
    await keyboard.press('Control+y');
    await expect(copy).toHaveText(`${target.text} Før etter`);
    await berit.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
    await expect(berit.dialog.getByTestId('receipt')).toContainText('endringsforslag 1');
    await berit.dialog.getByRole('button', { name: 'Lukk' }).click();
    await anna.panelTab('Forslag');
    await expect(anna.panel).toContainText('Før etter');
  });

  await test.step('in the text of another amendment', async () => {
    await berit.panel.locator('.card').first().click();
    await berit.panel.getByRole('button', { name: 'Foreslå en endring i dette forslaget' }).click();
    await begin();
    await keyboard.type(' mer');
    await freezeAnother('Tredje');
    await keyboard.type(' ennå');
    await expect(copy).toHaveText(`${target.text} Før etter mer ennå`);
  });
  end();
});

test('AF10 the letter that was typed right before it was filed is filed, too', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await freeze(page, 'Første');
  const target = await page.blockAt({ chapter: 2, point: 1 });
  await page.block(target.id).click();
  await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
  await page.dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
  await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
  await page.dialog.locator(`[data-block-id="${target.id}"]`).click();
  await window.keyboard.press('End');
  await window.keyboard.type(' Siste bokstav');
  await expect(page.dialog.locator('.preview')).toContainText('Siste bokstav');
  const file = page.dialog.getByRole('button', { name: 'Lever forslaget' });
  await expect(file).toBeEnabled();
  // On a slow machine nothing has followed the letter when the button is pressed: what is drawn later is late here.
  await window.evaluate(() => {
    const post = Reflect.get(MessagePort.prototype, 'postMessage') as (this: MessagePort, message: unknown) => void;
    MessagePort.prototype.postMessage = function (message: unknown) {
      setTimeout(() => post.call(this, message), 2_000);
    };
    Object.assign(globalThis, { soonAgain: () => Object.assign(MessagePort.prototype, { postMessage: post }) });
  });
  await window.keyboard.type('X');
  await file.click();
  await window.evaluate(() => (Reflect.get(globalThis, 'soonAgain') as () => void)());
  await expect(page.dialog.getByTestId('receipt')).toContainText('endringsforslag 1');
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  await expect(page.panel).toContainText('Siste bokstavX');
});
