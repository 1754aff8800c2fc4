import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type RunningApp } from '../support/electronApp';
import { expectedTexts, hearingRound } from '../support/hearingRound';
import { readProgramFile } from '#shared/schema/programFile';
import { WorkspacePage } from '../support/workspacePage';

const CHANGED = 'At dette står med innstillingens ord.';

async function exportPaper(running: RunningApp, paper: string, format: string, path: string): Promise<string> {
  const page = new WorkspacePage(running.window);
  await running.answerDialogs({ save: path });
  await running.window.getByRole('button', { name: 'Eksporter' }).click();
  await page.dialog.getByLabel('Papir').selectOption({ label: paper });
  await page.dialog.getByLabel('Format').selectOption({ label: format });
  await page.dialog.getByRole('button', { name: 'Lagre papiret' }).click();
  await expect(page.dialog.getByText('er lagret')).toBeVisible({ timeout: 60_000 });
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  return readFile(path, 'utf8');
}

test('a round of 60 amendments: recommended in private, voted on, finished, adopted; every word of it checked', async ({
  launchApp,
  workFolder,
}) => {
  test.setTimeout(240_000);
  const { bytes, texts, entries } = await hearingRound();
  const path = join(workFolder, 'høring.program');
  await writeFile(path, bytes);
  const running = await launchApp({ file: path });
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const section = (name: string | RegExp) =>
    window.getByRole('radiogroup', { name: 'Del av møtet' }).getByRole('radio', { name }).click();
  const item = (number: string) => page.text.getByRole('listitem', { name: `Forslag ${number}`, exact: true });
  const rivals = entries.filter(({ what }) => what === 'rival');
  const strikes = entries.filter(({ what }) => what === 'strike');
  const instructed = entries.find(({ what }) => what === 'instruct');
  const reworded = entries.find(({ what }) => what === 'reword');
  if (!instructed || !reworded) throw new Error('the round has all kinds');

  await test.step('recommend: all at once, some by themselves, and nothing is seen before it is published', async () => {
    await page.view('Votering');
    await expect(item('1')).toContainText('Åpent');
    await section('Innstillinger');
    await window.getByLabel('Velg alle').check();
    await window.getByRole('button', { name: 'Bruk på de valgte' }).click();
    for (const { number } of [...rivals, ...strikes])
      await item(number).getByLabel('Innstilling').first().selectOption({ label: 'Avvises' });
    await item(reworded.number).getByLabel('Innstilling').first().selectOption({ label: 'Vedtas med endret tekst' });
    await item(reworded.number).getByRole('textbox', { name: 'Endret tekst' }).fill(CHANGED);
    await section('Votering');
    await expect(item('1')).toContainText('Åpent');
    await section('Innstillinger');
    await window.getByRole('button', { name: 'Publiser innstillingene' }).click();
    await expect(window.getByText('60 innstillinger er publisert.')).toBeVisible();
    await section('Votering');
    await expect(item('2').locator('.tag').first()).toContainText('vedtas');
  });

  const withRecommended = entries.filter(({ what }) => what === 'reword' || what === 'insert');
  const inChangedWords = withRecommended.map((entry) => (entry === reworded ? { ...entry, text: CHANGED } : entry));

  await test.step('the programme as it would read when the recommendations are followed', async () => {
    await page.frozenView();
    await window.getByRole('radio', { name: 'Med innstillingen fulgt' }).click();
    await expect
      .poll(async () => (await page.blocks()).map(({ text }) => text))
      .toEqual(expectedTexts(texts, inChangedWords));
    await page.view('Votering');
  });

  const separate = entries[1];
  if (!separate) throw new Error('no second amendment');
  await test.step('en bloc: all that is recommended and that nobody asked to have voted on separately', async () => {
    await item(separate.number).getByRole('button', { name: 'Krev egen votering' }).click();
    await expect(item(separate.number)).toContainText('Egen votering krevd');
    const bloc = page.text.getByRole('region', { name: 'Samlet votering' });
    await bloc.getByLabel('For', { exact: true }).fill('97');
    await bloc.getByLabel('Mot', { exact: true }).fill('41');
    const adopted = withRecommended.length; // without the separate one, and with the instruction
    await bloc.getByRole('button', { name: `Vedta alle ${adopted} samlet` }).click();
    for (const { number } of rivals) await expect(item(number)).toHaveCount(0);
    await expect(item(separate.number)).toBeVisible();
  });

  await test.step('one by one: the rule judges the count, and the meeting decides', async () => {
    const [struck] = strikes;
    if (!struck) throw new Error('nothing to strike');
    await item(separate.number).getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
    await item(separate.number).getByLabel('For', { exact: true }).fill('60');
    await item(separate.number).getByLabel('Mot', { exact: true }).fill('78');
    await expect(item(separate.number).locator('output')).toContainText(
      'Ikke vedtatt etter opptellingen; trenger 79 for.',
    );
    await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
    await expect(window.getByRole('alert')).toHaveText(`Forslag ${separate.number}: Flere stemte mot enn for.`);
    await item(separate.number).getByLabel('For', { exact: true }).fill('80');
    for (const { number } of strikes) await item(number).getByLabel('Resultat').selectOption({ label: 'Falt' });
    await item(struck.number).getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
    await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
    await expect(window.getByText('Vedtakene er ført')).toBeVisible();
  });

  const [struck] = strikes;
  const expected = expectedTexts(texts, struck ? [...inChangedWords, struck] : inChangedWords);

  await test.step('what a person must finish is listed, and stands in the way of «vedtatt»', async () => {
    await section('Vedtatt tekst (1 gjenstår)');
    await window.getByRole('button', { name: 'Sett programmet til vedtatt' }).click();
    await expect(window.getByRole('alert')).toContainText('1 steder i teksten må ferdigstilles');
    await window.getByLabel('Hvorfor det kan stå').fill('Kort nok.');
    await window.getByRole('button', { name: 'Godta slik det står' }).click();
    await expect(window.getByText('Godtatt og ført.')).toBeVisible();
  });

  const corrected = await test.step('a typing error is put right, and the record keeps both', async () => {
    const last = expected.at(-1) ?? '';
    const index = expected.length - 1;
    await window.getByLabel('Sted i teksten').selectOption({ index: index + 1 });
    await window.getByLabel('Slik skal det stå').fill(`${last} (rettet)`);
    await window.getByRole('button', { name: 'Før rettelsen' }).click();
    await expect(window.getByText('Rettelsen er ført')).toBeVisible();
    await window.getByRole('button', { name: 'Sett programmet til vedtatt' }).click();
    await expect(window.getByText('Programmet er vedtatt.')).toBeVisible();
    return [...expected.slice(0, -1), `${last} (rettet)`];
  });

  await test.step('the adopted text, word by word', async () => {
    const json = await exportPaper(running, 'Vedtatt program', 'Data (.json)', join(workFolder, 'vedtatt.json'));
    const parsed = JSON.parse(json) as { blocks: { text: string }[] };
    expect(parsed.blocks.map(({ text }) => text)).toEqual(corrected);
  });

  await test.step('the minutes have every item, its words, its count and its result', async () => {
    const minutes = await exportPaper(running, 'Protokoll', 'Markdown (.md)', join(workFolder, 'protokoll.md'));
    for (const { number } of entries) expect(minutes).toMatch(new RegExp(`## Forslag ${number} · `));
    expect(minutes).toContain('97 for, 41 mot');
    expect(minutes).toContain('Vedtatt med endret tekst');
    expect(minutes.replaceAll(/[*_~+{}\\\[\]-]/g, '')).toContain('innstillingens');
    expect(minutes).toContain('(rettet)');
    expect(minutes).toContain('samlet votering');
  });

  await test.step('the adopted text is the basis of the next period', async () => {
    const next = join(workFolder, 'neste.program');
    await running.answerDialogs({ save: next });
    await window.getByRole('button', { name: 'Lag programmet for neste periode' }).click();
    await expect(window.getByText('for å begynne på neste periode')).toBeVisible();
    const file = readProgramFile(new Uint8Array(await readFile(next)));
    const baseline = file.ok ? file.value.revisions.find(({ id }) => id === file.value.baseline) : undefined;
    expect(baseline?.blocks.map(({ text }) => text)).toEqual(corrected);
    expect(file.ok && file.value.entries).toEqual([]);
  });
});
