import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/electronApp';
import { exportPaper } from '../support/exportPaper';
import { fileByHand, handEntries } from '../support/filedByHand';
import { expectedText, hearingRound, senderOf, type ExpectedText } from '../support/hearingRound';
import { readProgramFile } from '#shared/schema/programFile';
import { WorkspacePage } from '../support/workspacePage';

const CHANGED = 'At dette står med innstillingens ord.';

/** Nothing but the words: marks of what is new and struck are taken out of Markdown. */
const plainWords = (markdown: string): string => markdown.replaceAll(/[*_~+{}\\[\]<>-]|<\/?\w+>/g, '');

/** Every word, whatever marks stand around it. */
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

test('a hearing and a meeting: 60 amendments written and received, recommended, voted on, finished, adopted; every word of it checked', async ({
  launchApp,
  workFolder,
}) => {
  test.setTimeout(300_000);
  const round = await hearingRound(42);
  const path = join(workFolder, 'høring.program');
  await writeFile(path, round.bytes);
  const running = await launchApp({ file: path });
  const { window } = running;
  const page = new WorkspacePage(window);
  await page.ready();
  const byHand = handEntries(running, round.blocks);
  const numbered = [
    ...byHand.map((entry) => ({ ...entry, file: null, told: [entry.told], from: { name: 'Una Skarv', body: '' } })),
    ...round.entries.map((entry) => ({ ...entry, from: senderOf(entry.nth) })),
  ].map((entry, at) => ({ ...entry, number: String(at + 1) }));
  const named = (what: string) => numbered.filter((entry) => entry.what === what);
  const section = (name: string | RegExp) =>
    window.getByRole('radiogroup', { name: 'Del av møtet' }).getByRole('radio', { name }).click();
  const item = (number: string) => page.text.getByRole('listitem', { name: `Forslag ${number}`, exact: true });

  await test.step('eighteen are written in the window, one of every kind', async () => {
    await page.frozenView();
    const numbers: string[] = [];
    for (const entry of byHand) numbers.push(await test.step(entry.what, () => fileByHand(running, entry)));
    expect(numbers).toEqual(byHand.map((_, at) => String(at + 1)));
  });

  await test.step('forty-two come as files, and the last of them twice', async () => {
    await page.panelTab('Forslag');
    const open = async (name: string, file: Uint8Array, said: string) => {
      await writeFile(join(workFolder, name), file);
      await running.answerDialogs({ open: join(workFolder, name) });
      await page.panel.getByRole('button', { name: 'Åpne forslag fra fil' }).click();
      await expect(page.panel.getByText(said)).toBeVisible();
    };
    for (const { number, file } of numbered)
      if (file) await open(`${number}.amendment`, file, `Forslaget er mottatt som nummer ${number}.`);
    const last = numbered.at(-1);
    if (last?.file) await open('igjen.amendment', last.file, `alt mottatt, som nummer ${last.number}`);
  });

  const rivals = named('rival');
  const strikes = named('strike');
  const [reworded, separate] = named('reword');
  const [child, member, programme] = ['an amendment to it', 'words', 'the whole programme'].map(
    (what) => named(what)[0],
  );
  if (!reworded || !separate || !child || !member || !programme) throw new Error('the round has all kinds');
  const rejected = [...rivals, ...strikes, programme, member, ...named('an alternative to it')];
  const adopted = numbered.filter((entry) => !rejected.includes(entry));
  const rewordedAt = round.blocks.findIndex(({ text }) => text.startsWith('Å holde organisasjonsgraden'));
  /** The text with these carried out; the first of those that came as files in the words of the recommendation. */
  const textWith = (entries: typeof numbered): readonly string[] => {
    const text: ExpectedText = expectedText(round.blocks.map((block) => block.text));
    for (const entry of entries) entry.apply(text);
    if (entries.includes(reworded)) text.reword(rewordedAt, CHANGED);
    return text.read();
  };

  await test.step('recommend: all at once, some by themselves, and nothing is seen before it is published', async () => {
    await page.view('Votering');
    await expect(item('1')).toContainText('Åpent');
    await section('Innstillinger');
    await window.getByLabel('Velg alle').check();
    await window.getByRole('button', { name: 'Bruk på de valgte' }).click();
    for (const { number } of rejected)
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

  await test.step('the programme as it would read when the recommendations are followed', async () => {
    await page.frozenView();
    await window.getByRole('radio', { name: 'Med innstillingen fulgt' }).click();
    await expect.poll(async () => (await page.blocks()).map(({ text }) => text)).toEqual(textWith(adopted));
    await page.view('Votering');
  });

  await test.step('filters: one member body, one chapter, only what must be voted on', async () => {
    const shown = () =>
      page.text.locator('.voting__item').evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? ''));
    const labels = (entries: typeof numbered) => entries.map(({ number }) => `Forslag ${number}`).sort();
    const isShown = (entries: typeof numbered) =>
      expect.poll(async () => [...(await shown())].sort()).toEqual(labels(entries));
    await page.text.getByLabel('Foreningsledd').selectOption('Søndre lag');
    await isShown(numbered.filter(({ from }) => from.body === 'Søndre lag'));
    await page.text.getByLabel('Foreningsledd').selectOption('Alle');
    await page.text.getByLabel('Kapittel').selectOption({ index: 10 });
    await expect(item(child.number)).toBeVisible();
    const places = await page.text.locator('.voting__item .card__head > .field__hint').allTextContents();
    expect(places.filter((place) => !/kap\. 10\b/.test(place))).toEqual([]);
    await page.text.getByLabel('Kapittel').selectOption('Alle kapitler');
    await page.text.getByLabel('Bare det som må avgjøres').check();
    await isShown([...rejected, child]);
    await page.text.getByLabel('Bare det som må avgjøres').uncheck();
    await isShown(numbered);
  });

  await test.step('en bloc: all that is recommended and that nobody asked to have voted on separately', async () => {
    await item(separate.number).getByRole('button', { name: 'Krev egen votering' }).click();
    await expect(item(separate.number)).toContainText('Egen votering krevd');
    const bloc = page.text.getByRole('region', { name: 'Samlet votering' });
    await bloc.getByLabel('For', { exact: true }).fill('97');
    await bloc.getByLabel('Mot', { exact: true }).fill('41');
    // Without the one to be voted on separately, and the one that amends another.
    await bloc.getByRole('button', { name: `Vedta alle ${adopted.length - 2} samlet` }).click();
    // The rivals, what the joint text stands for, and the alternative have fallen.
    for (const { number } of [...rivals, member]) await expect(item(number)).toHaveCount(0);
    await expect(item(separate.number)).toBeVisible();
  });

  const [struck, ...kept] = strikes;
  if (!struck) throw new Error('nothing to strike');
  await test.step('one by one: a rule of its own judges the count, and the meeting decides', async () => {
    const own = item(separate.number);
    await own.getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
    await own.getByLabel('For', { exact: true }).fill('80');
    await own.getByLabel('Mot', { exact: true }).fill('58');
    await own.getByRole('button', { name: /^Flertall:/ }).click();
    await page.dialog.getByLabel('Flertall').selectOption({ label: 'To tredels flertall' });
    await page.dialog.getByRole('button', { name: 'Bruk regelen' }).click();
    await expect(own.locator('output')).toContainText('Ikke vedtatt etter opptellingen; trenger 92 for.');
    await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
    await expect(window.getByRole('alert')).toContainText(`Forslag ${separate.number}`);
    await own.getByLabel('For', { exact: true }).fill('92');
    await own.getByLabel('Mot', { exact: true }).fill('46');
    for (const { number } of [...kept, programme])
      await item(number).getByLabel('Resultat').selectOption({ label: 'Falt' });
    for (const { number } of [struck, child])
      await item(number).getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
    await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
    await expect(window.getByText('Vedtakene er ført')).toBeVisible();
  });

  const carried = [...adopted, struck].sort((a, b) => Number(a.number) - Number(b.number));
  const expected = textWith(carried);

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
    const parsed = JSON.parse(new TextDecoder().decode(json)) as { blocks: { text: string }[] };
    expect(parsed.blocks.map(({ text }) => text)).toEqual(corrected);
  });

  await test.step('the minutes have every item, its words, its count and its result', async () => {
    const bytes = await exportPaper(running, 'Protokoll', 'Markdown (.md)', join(workFolder, 'protokoll.md'));
    const minutes = new TextDecoder().decode(bytes);
    const chapters = new Map(
      minutes
        .split(/^## Forslag /m)
        .slice(1)
        .map((chapter) => [chapter.slice(0, chapter.indexOf(' ')), chapter]),
    );
    expect([...chapters.keys()].sort()).toEqual(numbered.map(({ number }) => number).sort());
    const enBloc = adopted.filter((entry) => entry !== separate && entry !== child);
    for (const entry of numbered) {
      const { number, what, told, from } = entry;
      const chapter = plainWords(chapters.get(number) ?? '');
      const words = new Set(wordsIn(chapters.get(number) ?? ''));
      expect(
        told.flatMap(wordsIn).filter((word) => !words.has(word)),
        `${number} ${what}`,
      ).toEqual([]);
      expect(chapter, what).toContain(from.name);
      expect(chapter, what).toContain(from.body);
      expect(chapter, what).toMatch(
        rejected.includes(entry)
          ? /^Innstilling: Avvises/m
          : entry === reworded
            ? /^Innstilling: Vedtas med endringer\.$/m
            : /^Innstilling: Vedtas\.?$/m,
      );
      expect(chapter.includes('97 for, 41 mot'), `${number} ${what}`).toBe(enBloc.includes(entry));
      expect(chapter, what).toMatch(carried.includes(entry) ? /Vedtak: Vedtatt/ : /Vedtak: (Falt|Bortfalt)/);
    }
    expect(minutes).toContain('97 for, 41 mot');
    expect(plainWords(chapters.get(reworded.number) ?? '')).toContain('innstillingens');
    expect(chapters.get(separate.number)).toContain('92 for, 46 mot');
    expect(chapters.get(member.number)).toContain('som følge av forslag');
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
