import type { Locator } from '@playwright/test';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';

test('E24 one sees where the other is and writes, follows them, and is kept out of a chapter that they lock', async ({
  launchApp,
}) => {
  test.setTimeout(240_000);
  const { anna, berit, end } = await twoWindows(launchApp);
  const chapters = (page: typeof anna) => page.window.getByRole('navigation', { name: 'Innhold' }).getByRole('row');

  await test.step('Berit writes: Anna sees where, in the text and among the chapters', async () => {
    const block = await berit.caretAtEndOf({ chapter: 3, point: 1 });
    await berit.window.keyboard.type(' Skrevet av Berit.');
    await expect(anna.block(block.id)).toHaveAttribute('aria-description', /Berit skriver her nå/);
    await expect(chapters(anna).nth(2)).toContainText('Berit er her');
    await berit.window.keyboard.type(' Mer.');
    await expect(anna.block(block.id)).toHaveAttribute('aria-description', /Berit skriver her nå/);
    const sign = await anna.window.locator('.editor__note[data-kind="writes"]').boundingBox();
    const words = await anna.block(block.id).boundingBox();
    expect(sign?.x, 'the sign stands beside the text, not over it').toBeGreaterThan(
      (words?.x ?? 0) + (words?.width ?? 0),
    );
    await berit.caretAtEndOf({ chapter: 3, point: 2 });
    // Well before the seconds after the last word are over.
    await expect(anna.block(block.id)).not.toHaveAttribute('aria-description', /skriver her nå/, { timeout: 2_000 });
  });

  await test.step("E28 Berit's name stands at her cursor for a while, and where Anna points", async () => {
    const name = anna.window.locator('.editor__cursor-name');
    const { id } = await berit.caretAtEndOf({ chapter: 3, point: 2 });
    await expect(name).toBeVisible();
    await expect(name).toBeHidden();
    await anna.block(id).hover();
    await expect(name).toBeVisible();
    await anna.window.mouse.move(0, 0);
    await expect(name).toBeHidden();
    // Drawn anew with what Anna writes, it does not come back.
    await anna.caretAtEndOf({ chapter: 3, point: 1 });
    await anna.window.mouse.move(0, 0);
    await anna.window.keyboard.type(' Anna.');
    await expect(berit.block(id)).toBeVisible();
    await expect(name).toBeHidden({ timeout: 1_000 });
    await anna.window.keyboard.press('Control+z');
    await berit.window.keyboard.type('.');
    await expect(name).toBeVisible();
    await berit.window.keyboard.press('Control+z');
  });

  await test.step('SY29 Anna follows Berit until she types, clicks or scrolls', async () => {
    const face = anna.window.getByRole('button', { name: 'Følg Berit' });
    const following = anna.window.getByText('Du følger Berit.');
    await face.click();
    await expect(following).toBeVisible();
    const near = anna.block((await anna.blockAt({ chapter: 3, point: 1 })).id);
    await near.click();
    await expect(following, 'a click into the text').toHaveCount(0);
    await face.click();
    await expect(following).toBeVisible();
    await anna.window.mouse.wheel(0, 100);
    await expect(following, 'at the faces there is nothing to scroll').toBeVisible();
    await near.hover();
    await anna.window.mouse.wheel(0, 100);
    await expect(following, 'the wheel over the text').toHaveCount(0);
    await face.focus();
    await anna.window.keyboard.press('Enter');
    await expect(following).toBeVisible();
    await anna.window.keyboard.press('Enter');
    await expect(following, 'the face by key, a second time').toHaveCount(0);
    await face.click();
    await expect(following).toBeVisible();
    const far = await berit.caretAtEndOf({ chapter: 9, point: 1 });
    await expect(anna.block(far.id)).toBeInViewport();
    await anna.window.screenshot({ path: 'test-results/together-following.png' });
    await anna.window.keyboard.press('Escape');
    await expect(anna.window.getByText('Du følger Berit.')).toHaveCount(0);
    await berit.caretAtEndOf({ chapter: 1, point: 1 });
    await expect(chapters(anna).first()).toContainText('Berit er her');
    await expect(anna.block(far.id)).toBeInViewport();
  });

  await test.step('SY29 Anna follows Berit from another view, is told where else she is, and ends it by key', async () => {
    const face = anna.window.getByRole('button', { name: 'Følg Berit' });
    const following = anna.window.getByText('Du følger Berit.');
    await anna.view('Side ved side');
    const far = await berit.caretAtEndOf({ chapter: 9, point: 2 });
    await face.focus();
    await anna.window.keyboard.press('Enter');
    await expect(anna.viewChoice('Utkast')).toBeChecked();
    await expect(anna.block(far.id)).toBeInViewport();
    await expect(following).not.toContainText('ser på');
    await berit.view('Side ved side');
    await expect(following).toContainText('Berit ser på «Side ved side».');
    await anna.window.screenshot({ path: 'test-results/together-elsewhere.png' });
    await berit.view('Utkast');
    await expect(following).not.toContainText('ser på');
    await anna.window.getByRole('button', { name: 'Slutt (Esc)' }).focus();
    await anna.window.keyboard.press('Enter');
    await expect(following).toHaveCount(0);
    await expect(face).toBeFocused();
    await anna.window.keyboard.press('Enter');
    await expect(following).toBeVisible();
    await anna.view('Side ved side');
    await expect(following, 'another view is a way of one’s own').toHaveCount(0);
    await anna.view('Utkast');
    await berit.caretAtEndOf({ chapter: 1, point: 1 });
  });

  await test.step('Y18 Anna keeps the length that Berit planned while Anna wrote down who has the chapter', async () => {
    const plan = async (page: typeof anna) => {
      await chapters(page).nth(3).getByRole('button', { name: 'Plan for 4' }).click();
      await expect(page.dialog).toBeVisible();
    };
    await plan(anna);
    await plan(berit);
    await berit.dialog.getByLabel('Omtrent antall ord').fill('99');
    await berit.window.keyboard.press('Enter');
    await expect(chapters(anna).nth(3)).toContainText('av 99 ord');
    await anna.dialog.getByLabel('Ansvarlig').fill('Fagutvalget');
    await anna.window.keyboard.press('Enter');
    await expect(chapters(berit).nth(3)).toContainText('av 99 ord · Fagutvalget');
  });

  await test.step('Berit is in the chapter in which her point stands, when Anna moves it', async () => {
    const before = await anna.blocks();
    await anna.caretAtEndOf({ chapter: 1, point: 1 });
    // Past the four points after it, and the next heading.
    for (let step = 0; step < 5; step += 1) await anna.window.keyboard.press('Alt+ArrowDown');
    await expect(chapters(anna).nth(1)).toContainText('Berit er her');
    await expect(chapters(anna).first()).not.toContainText('Berit er her');
    for (let step = 0; step < 5; step += 1) await anna.window.keyboard.press('Control+z');
    await expect(chapters(anna).first()).toContainText('Berit er her');
    await expect.poll(() => berit.blocks()).toEqual(before);
  });

  const locked = await berit.blockAt({ chapter: 2, point: 1 });
  await test.step('Anna locks a chapter: Berit sees why, and whom to ask', async () => {
    // Berit was about to.
    await berit.caretAtEndOf({ chapter: 2, point: 1 });
    await berit.window.keyboard.type(' 10 %');
    await chapters(berit).nth(1).getByRole('button', { name: 'Lås kapittel 2' }).click();
    await chapters(anna).nth(1).getByRole('button', { name: 'Lås kapittel 2' }).click();
    await anna.dialog.getByLabel('Hvem låser det, og hvorfor').fill('Fagutvalget skriver ferdig til fredag.');
    await anna.window.screenshot({ path: 'test-results/together-lock-dialog.png' });
    await anna.dialog.getByRole('button', { name: 'Lås kapitlet' }).click();
    await expect(chapters(berit).nth(1)).toContainText('Låst av Anna: Fagutvalget skriver ferdig til fredag.');
    await expect(berit.dialog.getByRole('alert')).toContainText(
      'Kapitlet er låst av Anna. Fagutvalget skriver ferdig til fredag.',
    );
    await expect(berit.dialog.getByRole('button', { name: 'Lås kapitlet' })).toBeDisabled();
    await berit.window.screenshot({ path: 'test-results/together-lock-taken.png' });
    await berit.window.keyboard.press('Escape');
    await expect(chapters(berit).nth(1).getByRole('button', { name: 'Åpne kapittel 2 for alle' })).toBeDisabled();
  });

  await test.step('TY3 spaces in the locked chapter are not offered to Berit, but counted', async () => {
    await berit.window.keyboard.press('Control+k');
    await berit.window.keyboard.type('mellomrom');
    await expect(berit.dialog.getByRole('menuitem').first()).toBeVisible();
    await berit.window.keyboard.press('ArrowDown');
    await berit.window.keyboard.press('Enter');
    await expect(berit.dialog).toContainText('1 sted i kapitler som er låst for deg, blir stående som nå.');
    await expect(berit.dialog).not.toContainText('kap. 2');
    await berit.window.screenshot({ path: 'test-results/together-typography-locked.png' });
    await berit.window.keyboard.press('Escape');
    await expect(berit.dialog).toHaveCount(0);
    await anna.caretAtEndOf({ chapter: 2, point: 1 });
    for (const _ of ' 10 %') await anna.window.keyboard.press('Backspace');
    await expect(berit.block(locked.id)).toHaveText(locked.text);
  });

  await test.step('nothing that Berit does changes the chapter; she can still comment', async () => {
    const before = await anna.blocks();
    await berit.caretAtEndOf({ chapter: 2, point: 1 });
    for (const key of ['x', 'Enter', 'Backspace', 'Tab', 'Alt+ArrowDown', 'Control+v', 'Control+x'])
      await berit.window.keyboard.press(key);
    await expect(berit.window.getByRole('alert')).toContainText('Kapitlet er låst av Anna');
    await berit.window.screenshot({ path: 'test-results/together-locked.png' });
    expect(await axeFindings(berit.window)).toEqual([]);
    await berit.selectAllOf(locked.id);
    await berit.window.keyboard.press('Control+Alt+m');
    await expect(berit.panel.getByLabel('Kommentar til ordene')).toBeFocused();
    await berit.window.keyboard.type('Kan dette strammes inn?');
    await berit.window.keyboard.press('Control+Enter');
    await expect(anna.block(locked.id)).toHaveAttribute('aria-description', /1 kommentar/);
    expect(await anna.blocks()).toEqual(before);
    expect(await berit.blocks()).toEqual(before);
  });

  await test.step('Anna still writes there, and opens it for all', async () => {
    await anna.caretAtEndOf({ chapter: 2, point: 1 });
    await anna.window.keyboard.type(' Fra Anna.');
    await chapters(anna).nth(1).getByRole('button', { name: 'Åpne kapittel 2 for alle' }).click();
    await expect(chapters(berit).nth(1)).not.toContainText('Låst');
    await expect(berit.window.getByRole('alert')).toHaveCount(0);
    await berit.caretAtEndOf({ chapter: 2, point: 1 });
    await berit.window.keyboard.type(' Fra Berit.');
    await expect(anna.block(locked.id)).toHaveText(`${locked.text} Fra Anna. Fra Berit.`);
  });

  await test.step('the history tells who wrote what, and brings a wording and the whole text back', async () => {
    await berit.panelTab('Historikk');
    await anna.panelTab('Historikk');
    await anna.block(locked.id).click();
    const life = anna.panel.getByRole('list', { name: 'Hvem skrev dette, når' });
    await expect(life).toContainText('Anna');
    await expect(life).toContainText('Berit');
    await anna.panel.getByLabel('Navn på en versjon').fill('Før møtet');
    await anna.panel.getByRole('button', { name: 'Ta vare på' }).click();
    await anna.window.screenshot({ path: 'test-results/history-panel.png' });
    await anna.caretAtEndOf({ chapter: 4, point: 1 });
    await anna.window.keyboard.type(' Etter møtet.');
    await anna.panel.getByRole('button', { name: 'Før møtet' }).click();
    await expect(anna.dialog.getByText('1 punkt eller avsnitt er annerledes.')).toBeVisible();
    await anna.dialog.getByLabel('Tidspunkt').focus();
    await anna.window.keyboard.press('Home');
    await expect(anna.dialog.getByText(/[2-9] punkter og avsnitt er annerledes\./)).toBeVisible();
    await anna.window.screenshot({ path: 'test-results/history-dialog.png' });
    expect(await axeFindings(anna.window)).toEqual([]);
    await anna.dialog.getByRole('button', { name: 'Hent tilbake hele teksten' }).click();
    await expect(berit.block(locked.id)).toHaveText(locked.text);
    await anna.block(locked.id).click();
    await anna.window.keyboard.press('Control+z');
    await expect(berit.block(locked.id)).toHaveText(`${locked.text} Fra Anna. Fra Berit.`);
  });

  await test.step('all of it by keyboard alone: follow, comment, mention, take, lock and open, history, restore', async () => {
    const press = (key: string) => anna.window.keyboard.press(key);
    /** Goes on with Tab, and with F6 out of the text, until the element has the focus. */
    const reach = async (target: Locator): Promise<void> => {
      for (let stops = 0; stops < 90; stops += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        const inText = await anna.window.evaluate(
          () => (document.activeElement as HTMLElement | null)?.isContentEditable === true,
        );
        await press(inText ? 'F6' : 'Tab');
      }
      await expect(target).toBeFocused();
    };
    /** To a point by its words, through the palette. */
    const goTo = async (words: string): Promise<void> => {
      await press('Control+k');
      await anna.window.keyboard.type(words);
      await expect(anna.dialog.getByRole('menuitem').first()).toBeVisible();
      await press('ArrowDown');
      await press('Enter');
      await expect(anna.dialog).toHaveCount(0);
    };

    await reach(anna.window.getByRole('button', { name: 'Følg Berit' }));
    await press('Enter');
    await expect(anna.window.getByText('Du følger Berit.')).toBeVisible();
    await press('Escape');

    const point = await anna.blockAt({ chapter: 5, point: 1 });
    const words = point.text.slice(0, 40);
    await goTo(words);
    await press('Home');
    await press('Shift+End');
    await press('Control+Alt+m');
    await anna.window.keyboard.type('Kortere, @Ber');
    await expect(anna.panel.getByRole('option').first()).toBeVisible();
    await press('Enter');
    await press('Control+Enter');
    await expect(anna.block(point.id)).toHaveAttribute('aria-description', /1 kommentar/);
    await expect(berit.block(point.id)).toHaveAttribute('aria-description', /1 kommentar/);

    /** To a button in a row of the chapters, as the arrows go in it. */
    const reachInRow = async (name: RegExp): Promise<void> => {
      const button = chapters(anna).nth(4).getByRole('button', { name });
      await reach(chapters(anna).nth(4));
      for (let stops = 0; stops < 10; stops += 1) {
        await press('ArrowRight');
        if (await button.evaluate((one) => one === document.activeElement)) return;
      }
      await expect(button).toBeFocused();
    };
    // Tab comes to the row that was looked at last.
    const outlineRow = anna.window.locator('.outline [role="row"]:focus');
    for (let stops = 0; stops < 90 && (await outlineRow.count()) === 0; stops += 1)
      await press(stops === 0 ? 'F6' : 'Tab');
    await press('Home');
    for (let row = 0; row < 4; row += 1) await press('ArrowDown');
    await reachInRow(/^Lås kapittel 5/);
    await press('Enter');
    await anna.window.keyboard.type('Vi skriver.');
    await reach(anna.dialog.getByRole('button', { name: 'Lås kapitlet' }));
    await press('Enter');
    await expect(chapters(berit).nth(4)).toContainText('Låst av Anna');
    await reachInRow(/^Åpne kapittel 5/);
    await press('Enter');
    await expect(chapters(berit).nth(4)).not.toContainText('Låst');

    await goTo(words);
    await press('Home');
    await press('Shift+End');
    await press('Control+Alt+m');
    await expect(anna.panel.getByLabel('Kommentar til ordene')).toBeFocused();
    await reach(anna.panel.getByRole('button', { name: 'Foreslå annen tekst' }));
    await press('Enter');
    await expect(anna.panel.getByLabel('Teksten du foreslår')).toBeFocused();
    await press('Control+a');
    await anna.window.keyboard.type('Andre ord ');
    await press('Control+Enter');
    await goTo(words);
    await press('Home');
    await press('ArrowRight');
    await press('Alt+Enter');
    await expect(berit.block(point.id)).toContainText('Andre ord ');

    await reach(anna.panel.getByRole('tab', { selected: true }));
    for (let tabs = 0; tabs < 6; tabs += 1) {
      if (await anna.panel.getByRole('tab', { name: 'Historikk' }).evaluate((tab) => tab === document.activeElement))
        break;
      await press('ArrowRight');
    }
    await reach(anna.panel.getByRole('button', { name: 'Før møtet' }));
    await press('Enter');
    await expect(anna.dialog.getByLabel('Tidspunkt')).toBeFocused();
    await press('Home');
    await reach(anna.dialog.getByRole('button', { name: 'Hent tilbake hele teksten' }));
    await press('Enter');
    await expect(berit.block(point.id)).toHaveText(point.text);
    await anna.window.screenshot({ path: 'test-results/people-by-keyboard.png' });
    expect(await axeFindings(anna.window)).toEqual([]);
  });
  end();
});
