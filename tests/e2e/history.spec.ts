import { axeFindings } from '../support/axe';
import { cuttableLink, type CuttableLink } from '../support/cuttableLink';
import { expect, test } from '../support/electronApp';
import { twoWindows } from '../support/sharedWindows';
import { WorkspacePage } from '../support/workspacePage';

/** Keeps the text as it is under a name. */
async function keepVersion(page: WorkspacePage, name: string): Promise<void> {
  await page.panelTab('Historikk');
  await page.panel.getByLabel('Navn på en versjon').fill(name);
  await page.panel.getByRole('button', { name: 'Ta vare på' }).click();
  await expect(page.panel.getByRole('button', { name })).toBeVisible();
}

const ids = async (page: WorkspacePage): Promise<readonly string[]> => (await page.blocks()).map(({ id }) => id);

test('HI9 a point and a chapter that moved are told, and moved back one by one and with the whole', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  const before = await ids(page);
  await keepVersion(page, 'Før flyttingen');
  const point = await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Alt+ArrowDown');
  const heading = (await page.blocks()).filter(({ kind }) => kind === 'heading')[3];
  await page.block(heading?.id ?? '').click();
  await window.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => ids(page)).not.toEqual(before);
  const moved = await ids(page);
  await page.panel.getByRole('button', { name: 'Før flyttingen' }).click();
  const changes = page.dialog.getByRole('list', { name: 'Forskjeller' }).getByRole('listitem');
  await expect(changes).toHaveCount(2);
  await expect(changes.filter({ hasText: point.text })).toContainText('Flyttet.');
  await expect(changes.filter({ hasText: 'Flyttet, med det som står under.' })).toHaveCount(1);
  await window.screenshot({ path: 'test-results/history-moved.png' });
  expect(await axeFindings(window)).toEqual([]);
  await changes.filter({ hasText: point.text }).getByRole('button', { name: 'Flytt tilbake' }).focus();
  await window.keyboard.press('Enter');
  await expect(changes).toHaveCount(1);
  // The next one takes its place, and the focus.
  await expect(changes.first()).toBeFocused();
  await page.dialog.getByRole('button', { name: 'Hent tilbake hele teksten' }).click();
  await expect.poll(() => ids(page)).toEqual(before);
  await page.block(point.id).click();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect.poll(() => ids(page)).toEqual(moved);
  await page.panel.getByRole('button', { name: 'Før flyttingen' }).focus();
  const sittings = page.panel.getByRole('list', { name: 'Endringer og versjoner' });
  await expect(sittings).not.toContainText('0 punkter');
  await expect(sittings.getByRole('listitem').first()).toContainText('Du');
});

test('HI12 whoever splits a point is not told to have written what comes after', async ({ launchApp }) => {
  const { window } = await launchApp();
  const page = new WorkspacePage(window);
  await page.ready();
  await keepVersion(page, 'Før delingen');
  const point = await page.blockAt({ chapter: 1, point: 1 });
  await page.block(point.id).click();
  await page.block(point.id).evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    getSelection()?.setPosition(text, text?.nodeValue?.indexOf(' ', 6) ?? 0);
  });
  await window.keyboard.press('Enter');
  const life = page.panel.getByRole('list', { name: 'Hvem skrev dette, når' }).getByRole('listitem');
  await expect(life.first()).toContainText('Ord som ikke er merket, sto i et annet punkt');
  await expect(life.first().locator('ins, del')).toHaveCount(0);
  await expect(life.last()).toContainText(point.text);
  await expect(life.last()).toContainText('I et annet punkt eller avsnitt, der ordene sto da.');
  await expect(life.last().getByRole('button')).toHaveCount(0);
  await window.screenshot({ path: 'test-results/history-split.png' });
});

test('HI10 HI11 what a restored text takes from another is in the history; into a locked chapter nothing is brought back', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const { anna, berit, end } = await twoWindows(launchApp);
  await keepVersion(anna, 'Før møtet');

  const point = await berit.caretAtEndOf({ chapter: 2, point: 1 });
  await berit.window.keyboard.type(' Berits ord.');
  await expect(anna.block(point.id)).toContainText('Berits ord.');
  await anna.panel.getByRole('button', { name: 'Før møtet' }).click();
  await anna.dialog.getByRole('button', { name: 'Hent tilbake hele teksten' }).click();
  await expect(berit.block(point.id)).toHaveText(point.text);
  await anna.block(point.id).click();
  const life = anna.panel.getByRole('list', { name: 'Hvem skrev dette, når' }).getByRole('listitem');
  await expect(life.filter({ hasText: 'Berits ord.' }).last()).toContainText('Berit ·');

  const gone = await anna.caretAtEndOf({ chapter: 1, point: 2 });
  await anna.selectAllOf(gone.id);
  await anna.window.keyboard.press('Delete');
  await anna.window.keyboard.press('Backspace');
  await expect(berit.block(gone.id)).toHaveCount(0);
  await anna.window.getByRole('button', { name: 'Lås kapittel 1', exact: true }).click();
  await anna.dialog.getByRole('button', { name: 'Lås kapitlet' }).click();
  await berit.panelTab('Historikk');
  await berit.panel.getByRole('button', { name: 'Før møtet' }).click();
  const change = berit.dialog.getByRole('listitem').filter({ hasText: gone.text });
  await expect(change).toHaveCount(1);
  await expect(berit.dialog.getByText('Kapitlet er låst av Anna')).toBeVisible();
  await expect(change.getByRole('button')).toHaveCount(0);
  await expect(berit.dialog.getByRole('button', { name: 'Hent tilbake hele teksten' })).toBeDisabled();
  await berit.dialog.getByRole('button', { name: 'Lukk' }).click();

  // The chapter after the locked one goes, and comes back from its end: the heading first, and what stood under it then.
  const before = await berit.blocks();
  const heads = before.flatMap(({ kind }, index) => (kind === 'heading' ? [index] : []));
  const chapter = before.slice(heads[1], heads[2]);
  const [heading, first] = [chapter[0], chapter[1]];
  const last = chapter.at(-1);
  if (!heading || !first || !last) throw new Error('The second chapter is empty.');
  await berit.block(heading.id).click();
  await berit.block(heading.id).evaluate((element, id) => {
    const end = document.querySelector(`main [data-block-id="${id}"]`);
    if (end) getSelection()?.setBaseAndExtent(element, 0, end, end.childNodes.length);
  }, last.id);
  await berit.window.keyboard.press('Delete');
  await berit.window.keyboard.press('Delete');
  await expect.poll(() => anna.blocks()).toEqual(before.filter((block) => !chapter.includes(block)));
  await berit.panel.getByRole('button', { name: 'Før møtet' }).click();
  const back = (text: string) => berit.dialog.getByRole('listitem').filter({ hasText: text });
  await expect(back(first.text).getByRole('button')).toHaveCount(0);
  await back(heading.text).getByRole('button', { name: 'Hent tilbake' }).click();
  await back(first.text).getByRole('button', { name: 'Hent tilbake' }).click();
  await expect.poll(() => anna.blocks()).toEqual(before.filter((block) => !chapter.slice(2).includes(block)));
  await expect.poll(() => berit.blocks()).toEqual(await anna.blocks());
  end();
});

test('HI14 whoever looks at an earlier moment goes on looking at it when older ones come from offline; of a long life the newest is shown first', async ({
  launchApp,
}) => {
  test.setTimeout(180_000);
  const links: CuttableLink[] = [];
  const { anna, berit, apps } = await twoWindows(launchApp, async (invitation) => {
    const link = await cuttableLink(new URL(invitation).origin);
    links.push(link);
    return invitation.replace(new URL(invitation).origin, link.url);
  });
  // Chromium reports every connection that the cut refused.
  apps[1].expectErrors();
  await keepVersion(anna, 'Først');
  links[0]?.cut();
  await expect(berit.window.locator('[data-connection]')).toHaveAttribute('data-connection', 'offline');
  await berit.caretAtEndOf({ chapter: 2, point: 1 });
  await berit.window.keyboard.type(' Uten nett.');
  await keepVersion(berit, 'Berits');
  const point = await anna.caretAtEndOf({ chapter: 3, point: 1 });
  await anna.window.keyboard.type(' Før møtet.');
  await keepVersion(anna, 'Før møtet');
  await anna.caretAtEndOf({ chapter: 3, point: 1 });
  await anna.window.keyboard.type(' Etter møtet.');
  await anna.panel.getByRole('button', { name: 'Før møtet' }).click();
  const time = anna.dialog.getByLabel('Tidspunkt');
  await expect(time).toHaveAttribute('aria-valuetext', /^Før møtet/);
  const moments = Number(await time.getAttribute('max'));
  links[0]?.mend();
  await expect.poll(async () => Number(await time.getAttribute('max'))).toBeGreaterThan(moments);
  await expect(time).toHaveAttribute('aria-valuetext', /^Før møtet/);
  await anna.window.keyboard.press('ArrowLeft');
  await expect(time).not.toHaveAttribute('aria-valuetext', /^Før møtet/);
  await anna.window.keyboard.press('Escape');

  const life = anna.panel.getByRole('list', { name: 'Hvem skrev dette, når' }).getByRole('listitem');
  for (let times = 1; times <= 6; times += 1) {
    await anna.caretAtEndOf({ chapter: 3, point: 1 });
    await anna.window.keyboard.type(` Gang ${times}.`);
    // Whoever looks sees what was written until now.
    await anna.caretAtEndOf({ chapter: 4, point: 1 });
  }
  await anna.block(point.id).click();
  await expect(life).toHaveCount(6);
  await expect(life.first()).toContainText('Gang 6.');
  await anna.panel
    .getByRole('button', { name: /^Vis alle/ })
    .first()
    .click();
  await expect(life.last()).toContainText(point.text);
  await expect.poll(() => life.count()).toBeGreaterThan(7);
  await links[0]?.close();
});
