import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { WorkspacePage } from '../support/workspacePage';

test('words are made bold, italic and a link, refer to another point and get a footnote, by keyboard', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id } = await page.blockAt({ chapter: 1, point: 1 });
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Se planen');
  await window.keyboard.press('Shift+Control+ArrowLeft');
  await window.keyboard.press('Control+b');
  await expect(window.getByRole('button', { name: 'Fet' })).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('Control+i');
  await window.keyboard.press('Control+Shift+K');
  const dialog = window.getByRole('dialog', { name: 'Lenke' });
  await expect(dialog.getByText('«planen» skal føre til')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('javascript:alert(1)');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText('Adressen må begynne med')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('www.eksempel.no/plan');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const words = page.block(id).locator('strong', { hasText: 'planen' });
  await expect(words).toHaveCSS('font-style', 'italic');
  await expect(words).toHaveCSS('text-decoration-line', 'underline');
  await window.keyboard.press('End');
  await window.keyboard.type('!');
  await expect(page.block(id)).toContainText('Se planen!');
  if (process.env['PICTURES']) await window.screenshot({ path: `${process.env['PICTURES']}/formats.png` });

  const target = await page.blockAt({ chapter: 3, point: 2 });
  await test.step('a reference is found by its number, follows its target, and is gone to', async () => {
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await window.keyboard.type(' Se pkt. 3.2');
    await window.keyboard.press('Control+Alt+r');
    await expect(page.dialog.getByText('Henvisningen settes inn i stedet for «pkt. 3.2».')).toBeVisible();
    await expect(page.dialog.getByRole('menuitem').first()).toContainText(target.text.slice(0, 20));
    expect(await axeFindings(window)).toEqual([]);
    await window.screenshot({ path: 'test-results/reference-dialog.png' });
    // The number that was typed is there to be written over.
    await window.keyboard.type('3.2');
    await expect(page.dialog.getByRole('menuitem').first()).toContainText(target.text.slice(0, 20));
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await expect(page.dialog).toHaveCount(0);
    const reference = page.block(id).locator('[style*="block%3A"]');
    await expect(reference).toHaveText('pkt. 3.2');
    await window.keyboard.type(' også.');
    await expect(page.block(id)).toContainText('Se pkt. 3.2 også.');
    await page.block(target.id).click();
    await window.keyboard.press('Alt+ArrowUp');
    await expect(reference).toHaveText('pkt. 3.1');
    await window.keyboard.press('Alt+ArrowDown');
    await expect(reference).toHaveText('pkt. 3.2');
    await reference.click();
    await expect(page.block(target.id)).toBeInViewport();
  });

  await test.step('a footnote is written, and gone back from', async () => {
    await page.caretAtEndOf({ chapter: 1, point: 1 });
    await page.runFromPalette('Fotnote');
    await window.keyboard.type('Vedtatt i 2023.');
    await window.keyboard.press('Enter');
    await window.keyboard.type(' Slutt.');
    await expect(page.block(id)).toContainText('også. Slutt.');
    const note = page.text.locator('[data-kind="footnote"]', { hasText: 'Vedtatt i 2023.' });
    await expect(note).toHaveAttribute('data-number', '1');
    await expect(page.block(id)).toHaveAttribute('aria-description', /fotnote 1/i);
    expect(await axeFindings(window)).toEqual([]);
  });

  await test.step('the tools stand in one row, in light and dark', async () => {
    for (const [width, scheme] of [
      [1360, 'dark'],
      [1360, 'light'],
      [1600, 'light'],
    ] as const) {
      await window.setViewportSize({ width, height: 900 });
      await window.emulateMedia({ colorScheme: scheme });
      // The page is laid out anew in the frame after.
      await expect
        .poll(() => window.getByRole('toolbar', { name: 'Utkast' }).evaluate((bar) => bar.clientHeight))
        .toBeLessThan(50);
      await window.screenshot({ path: `test-results/tools-${width}-${scheme}.png` });
    }
  });
});

test('spaces and dashes are corrected where one chooses, as one step of undo', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id } = await page.blockAt({ chapter: 1, point: 1 });
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Etter § 3 og 10 % i 2023-2025.');
  await expect(page.block(id)).toContainText('§ 3 og 10 % i 2023-2025.');
  const before = (await page.blocks()).map(({ text }) => text);
  await window.keyboard.press('Control+k');
  await window.keyboard.type('tankestrek');
  await expect(page.dialog.getByRole('menuitem')).toHaveCount(1);
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Mellomrom og tankestreker' });
  await expect(dialog.getByRole('checkbox', { name: /^Fra og til/u })).toBeChecked();
  await dialog.getByRole('checkbox', { name: /^Prosent/u }).uncheck();
  if (process.env['PICTURES']) await window.screenshot({ path: `${process.env['PICTURES']}/typography.png` });
  await dialog.getByRole('button', { name: /^Endre \d+ sted/u }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () => (await page.blocks()).find((block) => block.id === id)?.text)
    .toContain('§\u00a03 og 10 % i 2023–2025.');
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+z');
  await expect.poll(async () => (await page.blocks()).map(({ text }) => text)).toEqual(before);
});

test('E23 what stands beside the text follows while one writes on and on', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  let written = 0;
  // The first letter is followed at once: it may have been the only one.
  while (written < 500 && !(await page.panel.innerText()).includes('xxxxxxxxxx')) {
    await window.keyboard.press('x');
    written += 1;
  }
  expect(written).toBeLessThan(500);
});

test('E27 what is written right after a dialog is left is in the text, also where the next frame is late', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Control+k');
  await expect(page.dialog).toBeVisible();
  await window.keyboard.type('Fotnote');
  await window.keyboard.press('ArrowDown');
  await window.evaluate(() => {
    const soon = requestAnimationFrame;
    Object.assign(globalThis, {
      requestAnimationFrame: (draw: FrameRequestCallback) => setTimeout(() => soon(draw), 1_000),
    });
  });
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await window.keyboard.type('Vedtatt.');
  await expect(page.text.locator('[data-kind="footnote"]')).toHaveText('Vedtatt.');
});

test('E27 what is opened from the palette is left to where one was before it', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id, text } = await page.caretAtEndOf({ chapter: 1, point: 1 });
  for (const [command, added] of [
    ['Hurtigtaster', ' En'],
    ['Henvisning til', ' to'],
    ['Kilder', ' tre'],
    ['Eksporter', ' fire'],
  ] as const) {
    await page.runFromPalette(command);
    await expect(page.dialog).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(page.dialog).toHaveCount(0);
    await window.keyboard.type(added);
  }
  await expect(page.block(id)).toHaveText(`${text} En to tre fire`);
});

test('E27 what the palette does in the text leaves one there, from wherever it was opened; a view that it turns to has the focus', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id, text } = await page.caretAtEndOf({ chapter: 1, point: 1 });
  const draft = page.viewChoice('Utkast');
  for (const [command, kind] of [
    ['Fotnote', 'footnote'],
    ['Nytt kapittel', 'heading'],
  ] as const) {
    await draft.focus();
    await page.runFromPalette(command);
    await window.keyboard.type(`Skrevet i ${kind}`);
    await expect(page.text.locator(`[data-kind="${kind}"]`, { hasText: `Skrevet i ${kind}` })).toHaveCount(1);
  }

  await page.block(id).click();
  for (const choice of ['Fryst versjon', 'Side ved side', 'Votering']) {
    await page.runFromPalette(`Visning: ${choice}`);
    await expect(page.viewChoice(choice)).toBeChecked();
    await expect.poll(() => page.text.evaluate((stage) => stage.contains(document.activeElement))).toBe(true);
    // There is no caret here to put anything at.
    await window.keyboard.press('Control+k');
    await window.keyboard.type('Fotnote');
    await expect(page.dialog.getByRole('status')).not.toContainText('handling');
    await window.keyboard.press('Escape');
  }
  await page.runFromPalette('Visning: Utkast');
  await expect(draft).toBeChecked();
  await expect(page.text.locator('[contenteditable="true"]')).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.type(' Videre.');
  await expect(page.block(id)).toContainText('Videre.');
  await expect(page.block(id)).toContainText(text.slice(0, 20));
});

test('E20 Enter takes the place that was typed, and none that is called otherwise', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const { id } = await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Se pkt. 3.2');
  await window.keyboard.press('Control+Alt+r');
  await expect(page.dialog.getByRole('menuitem').first()).toContainText('pkt. 3.2');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  const references = page.block(id).locator('[style*="block%3A"]');
  await expect(references).toHaveText('pkt. 3.2');
  // Typed at once, before the list has told which of its rows is marked, it is taken once.
  await window.keyboard.type(' og ');
  await window.keyboard.press('Control+Alt+r');
  await expect(page.dialog.getByRole('menuitem').first()).toBeVisible();
  await window.keyboard.type('3.1');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toHaveCount(0);
  await expect(page.block(id)).toContainText(/Se pkt\. 3\.2 og pkt\. 3\.1$/u);
  // A point does not refer to itself, and 11.1 is another.
  await window.keyboard.type(' og pkt. 1.1');
  await window.keyboard.press('Control+Alt+r');
  await expect(page.dialog.getByRole('menuitem').first()).toContainText('11.1');
  await window.keyboard.press('Enter');
  await expect(page.dialog).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(page.block(id)).toContainText('Se pkt. 3.2 og pkt. 3.1 og pkt. 1.1');
  await expect(references).toHaveCount(2);
});

test('E20 that there is no caret for a reference is said until there is one', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const said = window.getByRole('alert').filter({ hasText: 'Sett markøren i teksten først.' });
  const insert = window.getByRole('button', { name: 'Henvisning til et punkt' });
  await insert.click();
  await expect(said).toBeVisible();
  await page.caretAtEndOf({ chapter: 2, point: 1 });
  await expect(said).toHaveCount(0);
  await insert.click();
  await expect(page.dialog).toBeVisible();
});
