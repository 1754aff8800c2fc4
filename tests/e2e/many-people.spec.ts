import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { shareFrom } from '../support/sharedWindows';
import { WorkspacePage } from '../support/workspacePage';
import { call, enter } from '../integration/server/support';

const names = ['Kari', 'Kari', 'Ola Nordmann-Hansen av Fagutvalget for samfunnsmedisin i Troms og Finnmark', 'Åse'];
const everyone = [...names, 'Østen', 'Per', 'Pål', 'Espen', 'Liv', 'Siv', 'Tor', 'Unni'];

test('SY29 a whole committee in one chapter is told, and leaves the chapter its name; each can be followed', async ({
  launchApp,
}) => {
  const { window } = await launchApp();
  const anna = new WorkspacePage(window);
  await anna.ready();
  const invitation = new URL(await shareFrom(anna, 'Anna'));
  const token = invitation.hash.slice('#inv='.length);
  const { body } = await call(invitation.origin, '/api/me', { invite: token });
  const chapter = window.getByRole('navigation', { name: 'Innhold' }).getByRole('row').first();
  const widthOfName = () =>
    chapter.locator('.outline__text').evaluate((element) => element.getBoundingClientRect().width);
  const widthAlone = await widthOfName();
  await anna.caretAtEndOf({ chapter: 2, point: 1 });
  const [near, far] = [await anna.blockAt({ chapter: 1, point: 2 }), await anna.blockAt({ chapter: 9, point: 1 })];

  const peers = everyone.map((name, index) => {
    const peer = enter(invitation.origin, `programme/${String(body['programme'])}`, token);
    peer.provider.awareness?.setLocalStateField('user', { person: `p${index}`, name });
    peer.provider.awareness?.setLocalStateField('block', near.id);
    return peer;
  });
  for (const name of everyone) await expect(chapter).toContainText(name);
  await expect(chapter).toContainText('+11');
  expect(await widthOfName()).toBeGreaterThan(widthAlone - 70);

  const at = (name: string) => peers[everyone.indexOf(name)]?.provider.awareness;
  for (const name of ['Åse', 'Per']) at(name)?.setLocalStateField('writes', near.id);
  await expect(anna.block(near.id)).toHaveAttribute('aria-description', /(Åse og Per|Per og Åse) skriver her nå/);

  at('Unni')?.setLocalStateField('block', far.id);
  const face = window.getByRole('button', { name: 'Følg Unni' });
  const others = window.getByLabel('Følg en av de andre');
  await expect(others).toContainText('+8');
  await window.screenshot({ path: 'test-results/many-people.png' });
  const title = window.getByRole('banner').getByRole('heading');
  const size = window.viewportSize() ?? (await window.evaluate(() => ({ width: innerWidth, height: innerHeight })));
  for (const width of [size.width, 1280, 1200]) {
    await window.setViewportSize({ width, height: size.height });
    expect(await title.evaluate((element) => element.scrollWidth - element.clientWidth), `${width}`).toBe(0);
    await window.screenshot({ path: `test-results/many-people-${width}.png` });
  }
  await window.setViewportSize(size);
  // The handle that a pointer brings up in the margin makes the page look reachable to axe.
  await window.mouse.move(5, 5);
  await expect(window.locator('.editor__handle')).toBeHidden();
  expect(await axeFindings(window)).toEqual([]);
  if (await face.isVisible()) await face.click();
  else await others.selectOption({ label: 'Unni' });
  await expect(window.getByText('Du følger Unni.')).toBeVisible();
  await expect(anna.block(far.id)).toBeInViewport();
  for (const peer of peers) peer.leave();
  await expect(window.locator('.person')).toHaveCount(0);
});
