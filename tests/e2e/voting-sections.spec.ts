import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextChange } from '#shared/amendment/amendment';
import { amendmentId } from '#shared/core/ids';
import { writeProgramFile } from '#shared/schema/programFile';
import { axeFindings } from '../support/axe';
import { expect, test } from '../support/electronApp';
import { frozenSample } from '../support/frozenSample';
import { WorkspacePage } from '../support/workspacePage';

/** Two that want the same words, one that strikes them, an amendment to the first, an alternative to it, and one against the whole programme. */
async function entangled(): Promise<Uint8Array> {
  const { points, submit, file } = await frozenSample();
  const [first, second] = points;
  if (!first || !second) throw new Error('no points');
  const words = first.text.split(' ');
  const worded = (last: string): TextChange => ({
    kind: 'replacement',
    block: first.id,
    text: [...words.slice(0, -1), last].join(' '),
  });
  submit(1, [worded('havnelag.')]);
  submit(2, [worded('landsdeler.')]);
  submit(3, [{ kind: 'deletion', block: first.id }]);
  submit(4, [worded('små havnelag.')], { parent: amendmentId('F1') });
  submit(5, [{ kind: 'replacement', block: second.id, text: 'Noe helt annet.' }], { alternativeTo: amendmentId('F1') });
  submit(6, [{ kind: 'programme', outcome: 'referBack', instruction: 'For mye på én gang.' }]);
  return writeProgramFile(file());
}

test('what follows is shown before it is recorded, a contradiction is overridden with a reason, and what is left is finished', async ({
  launchApp,
  workFolder,
}, info) => {
  test.setTimeout(240_000);
  const path = join(workFolder, 'program.program');
  await writeFile(path, await entangled());
  const { window } = await launchApp({ file: path });
  const page = new WorkspacePage(window);
  await page.ready();
  const item = (number: string) => page.text.getByRole('listitem', { name: `Forslag ${number}`, exact: true });
  const resultOf = (number: string, label: string) => item(number).getByLabel('Resultat').selectOption({ label });
  const section = (name: string | RegExp) =>
    window.getByRole('radiogroup', { name: 'Del av møtet' }).getByRole('radio', { name }).click();
  const look = async (name: string) => {
    await info.attach(name, { body: await window.screenshot(), contentType: 'image/png' });
    expect.soft(await axeFindings(window), name).toEqual([]);
  };
  await page.view('Votering');

  const places = () => page.text.locator('.voting__item').evaluateAll((rows) => rows.map((row) => row.ariaLabel));

  await test.step('the chair drags an item; what contradicts itself in that order is said, and its reason is recorded', async () => {
    const before = await places();
    // The system's own drag takes the pointer from the driver; these are the events that it sends to the page.
    const dragged = await window.evaluateHandle(() => new DataTransfer());
    const goal = item('1').getByRole('button', { name: 'Forslag 1', exact: true });
    await item('3').locator('.voting__grip').dispatchEvent('dragstart', { dataTransfer: dragged });
    const mayBeLetGo = await goal.evaluate(
      (element, dataTransfer) =>
        !element.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer })),
      dragged,
    );
    expect(mayBeLetGo).toBe(true);
    await goal.dispatchEvent('drop', { dataTransfer: dragged });
    const order = window.getByRole('group', { name: 'Rekkefølgen er endret' });
    await expect(item('1').locator('.voting__problem')).toHaveText(
      'Forslag 3 er mer vidtgående, men tas etter forslag 1 og faller uten votering hvis det vedtas.',
    );
    await look('contradicting order');
    await order.getByLabel('Begrunnelse').fill('Nordre lag først.');
    await order.getByRole('button', { name: 'Før rekkefølgen' }).click();
    await expect(item('3')).toContainText('Satt av dirigenten: Nordre lag først.');
    expect((await places()).indexOf('Forslag 3')).toBeGreaterThan(before.indexOf('Forslag 3'));
  });

  await test.step('the chair moves an item by key, and the order is recorded with its reason', async () => {
    const before = await places();
    await item('3').getByRole('button', { name: 'Forslag 3', exact: true }).focus();
    await window.keyboard.press('Alt+ArrowUp');
    const order = window.getByRole('group', { name: 'Rekkefølgen er endret' });
    await expect(order.getByRole('button', { name: 'Før rekkefølgen' })).toBeDisabled();
    await order.getByLabel('Begrunnelse').fill('Søndre lag må rekke båten.');
    await order.getByRole('button', { name: 'Før rekkefølgen' }).click();
    await expect(order).toHaveCount(0);
    await expect(item('3')).toContainText('Satt av dirigenten: Søndre lag må rekke båten.');
    expect((await places()).indexOf('Forslag 3')).toBeLessThan(before.indexOf('Forslag 3'));
  });

  await test.step('a majority of those present, with a quorum; a tie that the chair decides', async () => {
    const ruled = async (number: string, fill: () => Promise<void>) => {
      await item(number)
        .getByRole('button', { name: /^Flertall:/ })
        .click();
      await fill();
      await page.dialog.getByRole('button', { name: 'Bruk regelen' }).click();
    };
    const count = (number: string, label: string, votes: string) =>
      item(number).getByLabel(label, { exact: true }).fill(votes);
    await ruled('2', async () => {
      await page.dialog.getByLabel('Flertall').selectOption({ label: 'Absolutt flertall' });
      await page.dialog.getByLabel('Regnes av').selectOption({ label: 'alle som er til stede' });
      await page.dialog.getByLabel('Minst så mange må være til stede').fill('50');
    });
    const verdict = item('2').locator('output');
    await count('2', 'For', '30');
    await count('2', 'Mot', '10');
    await count('2', 'Til stede', '40');
    await expect(verdict).toHaveText('For få til stede til å vedta noe.');
    await count('2', 'Til stede', '60');
    await expect(verdict).toHaveText('Ikke vedtatt etter opptellingen; trenger 31 for.');
    await count('2', 'For', '31');
    await expect(verdict).toHaveText('Vedtatt etter opptellingen.');

    await ruled('5', async () => {
      await page.dialog.getByLabel('Flertall').selectOption({ label: 'Absolutt flertall' });
      await page.dialog.getByLabel('Avholdende teller som avgitte stemmer').check();
      await page.dialog.getByLabel('Dirigenten avgjør ved likt stemmetall').check();
    });
    const tie = item('5').locator('output');
    await count('5', 'For', '20');
    await count('5', 'Mot', '18');
    await count('5', 'Avholdende', '4');
    await expect(tie).toHaveText('Ikke vedtatt etter opptellingen; trenger 22 for.');
    await count('5', 'Mot', '20');
    await count('5', 'Avholdende', '0');
    await expect(tie).toHaveText('Likt stemmetall. Dirigenten avgjør.');
    await item('5').getByLabel('Dirigentens stemme').selectOption({ label: 'For' });
    await expect(tie).toHaveText('Vedtatt etter opptellingen.');
  });

  await test.step('the consequences of one result, and of another', async () => {
    const following = page.text.getByRole('group', { name: 'Når dette føres' });
    await resultOf('6', 'Vedtatt');
    for (const number of ['1', '2', '3', '4', '5'])
      await expect(following).toContainText(`Forslag ${number} oversendes sammen med forslag 6.`);
    await resultOf('6', 'Ikke avgjort');
    await resultOf('1', 'Falt');
    await expect(following).toContainText('Forslag 4 bortfaller');
    await resultOf('1', 'Vedtatt');
    for (const number of ['2', '5']) await expect(following).toContainText(`Forslag ${number} faller`);
    await expect(following).not.toContainText('Forslag 4');
    await look('consequences');
  });

  await test.step('two that do not go together are adopted only with a reason', async () => {
    await resultOf('2', 'Vedtatt');
    const refusal = window.getByRole('alert');
    await expect(refusal).toContainText('begge kan ikke vedtas');
    await expect(window.getByRole('button', { name: 'Registrer vedtakene' })).toBeDisabled();
    const override = refusal.getByRole('button', { name: /^Vedta forslag \d likevel$/ });
    await expect(override).toBeDisabled();
    await refusal.getByLabel('Hvorfor det vedtas likevel').fill('Komiteen skriver dem sammen.');
    await look('contradiction');
    await override.click();
    await expect(page.text.getByText('Vedtas likevel: Komiteen skriver dem sammen.')).toBeVisible();
    await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
    await expect(window.getByText('Vedtakene er ført')).toBeVisible();
  });

  await test.step('what ties the others together: what is about the whole programme is said once, and drawn apart', async () => {
    await section('Sammenheng');
    const band = page.text.getByRole('group', { name: 'Gjelder hele programmet' });
    await expect(band).toContainText('Vedtas det, oversendes alle forslagene til teksten.');
    await look('relations');
  });

  await test.step('the words that both change are written by a person', async () => {
    await section(/^Vedtatt tekst \(1 gjenstår\)/);
    await look('unfinished');
    const left = page.text.getByRole('listitem').filter({ hasText: 'endrer de samme ordene' });
    await left.getByLabel('Slik skal det stå').fill('Å være mange, i små havnelag og i alle landsdeler.');
    await left.getByRole('button', { name: 'Ferdigstill med denne teksten' }).click();
    await expect(window.getByText('Rettelsen er ført')).toBeVisible();
    await look('corrected');
    await page.view('Utkast');
    await expect(page.text.getByText('Å være mange, i små havnelag og i alle landsdeler.')).toBeVisible();
  });
});

test('PF10 what was adopted without an amendment goes on to the next period, too', async ({
  launchApp,
  workFolder,
}) => {
  const { file, tell } = await frozenSample();
  tell({ type: 'setPhase', phase: 'adopted' });
  const path = join(workFolder, 'vedtatt.program');
  await writeFile(path, writeProgramFile(file()));
  const app = await launchApp({ file: path });
  const { window } = app;
  const page = new WorkspacePage(window);
  await page.ready();
  await page.view('Votering');
  await app.answerDialogs({ save: join(workFolder, 'neste.program') });
  await window.getByRole('button', { name: 'Lag programmet for neste periode' }).click();
  await expect(page.text.getByText('«neste.program» er lagret.')).toBeVisible();

  const title = await window.getByRole('banner').getByRole('heading').innerText();
  await page.text.getByRole('button', { name: 'Åpne «neste.program»' }).click();
  await page.ready();
  const [from = '', to = ''] = /(\d{4})–(\d{4})/u.exec(title)?.slice(1) ?? [];
  const years = `${to}–${2 * Number(to) - Number(from)}`;
  await expect(window.getByRole('banner').getByRole('heading')).toContainText(years);
  // It goes on in the file that it came from.
  await page.caretAtEndOf({ chapter: 1, point: 1 });
  await window.keyboard.type(' Nytt.');
  await app.answerDialogs({ save: null });
  await window.keyboard.press('Control+s');
  await expect(window.getByText('«neste.program» er lagret')).toBeVisible();
});
