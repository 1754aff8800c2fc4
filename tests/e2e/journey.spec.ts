import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processInLibreOffice } from '../support/libreOffice';
import { readFlatOdt } from '../support/flatOdt';
import { pdfLines } from '../support/pdfText';
import { sharedMaterial } from '../support/sharedMaterial';
import { expect, test } from '../support/electronApp';
import { exportPaper } from '../support/exportPaper';
import { WorkspacePage, type PageBlock } from '../support/workspacePage';

const SEED = 'seeds/000_d3fc95b251bbff35.txt';
const sample = await readFile(join(import.meta.dirname, '..', '..', 'resources', 'sample', 'arbeidsprogram.txt'));
const seed = sharedMaterial(SEED);

/** The texts of the blocks that stand on the page. */
const texts = (blocks: readonly PageBlock[]): readonly string[] => blocks.map(({ text }) => text);

/** The programme's blocks in a document that LibreOffice saved: what stands between the cover's last line and the closing note. */
function blocksIn(flatOdt: Uint8Array | undefined): readonly string[] {
  const paragraphs = readFlatOdt(flatOdt ?? new Uint8Array());
  const cover = paragraphs.findIndex(({ style }) => style === 'Cover facts');
  return paragraphs.slice(cover + 1, -1).map(({ text }) => text);
}

interface Filing {
  readonly chapter: number;
  readonly point: number;
  readonly kind: string;
  readonly text?: string;
}

/** Files one amendment as a delegate does, and gives the number of its receipt. */
async function file(page: WorkspacePage, { chapter, point, kind, text }: Filing): Promise<string> {
  const target = await page.blockAt({ chapter, point });
  await page.block(target.id).click();
  await page.block(target.id).getByRole('button', { name: 'Foreslå endring' }).click();
  await page.dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: kind });
  if (text !== undefined) await page.dialog.locator('.proposal__text').fill(text);
  await expect(page.dialog.locator('.preview__place')).toContainText(`kap. ${chapter} pkt. ${point}, linje`);
  await page.dialog.getByLabel('Begrunnelse').fill('Det blir bedre slik.');
  await page.dialog.getByLabel('Forslagsstiller').fill('Kari Prøve');
  await page.dialog.getByLabel('Foreningsledd').fill('Prøvelaget');
  await page.dialog.getByRole('button', { name: 'Lever forslaget' }).click();
  await expect(page.dialog.getByTestId('receipt')).toContainText('Kontrollsum');
  const number = /nummer (\S+)\./.exec(await page.dialog.locator('.receipt__number').innerText())?.[1] ?? '';
  await page.dialog.getByRole('button', { name: 'Lukk' }).click();
  return number;
}

async function recommend(page: WorkspacePage, number: string, recommendation: string): Promise<void> {
  await page.panelTab('Forslag');
  await page.panel.getByRole('button', { name: new RegExp(`^Forslag ${number}\\b`) }).click();
  await page.panel.getByLabel('Innstilling', { exact: true }).last().selectOption({ label: recommendation });
  await page.panel.getByLabel('Grunn').fill('Etter en samlet vurdering.');
  await page.panel.getByRole('button', { name: 'Registrer innstillingen' }).click();
  await expect(page.panel.locator('.tag').first()).toContainText('Innstilling');
  await page.panel.getByRole('button', { name: 'Til listen' }).click();
}

const programmes = [
  { name: 'the sample programme', bytes: sample as Uint8Array | null },
  { name: `the real programme (needs ../shared/${SEED})`, bytes: seed },
];

for (const programme of programmes) {
  test(`the whole path, on ${programme.name}`, async ({ launchApp, workFolder }) => {
    test.skip(programme.bytes === null, `../shared/${SEED} is not here`);
    test.setTimeout(240_000);
    const source = join(workFolder, 'forrige program.txt');
    await writeFile(source, programme.bytes ?? new Uint8Array());

    const running = await launchApp({ file: source });
    const { window } = running;
    const page = new WorkspacePage(window);
    await page.ready();
    const before = await page.blocks();
    const points = before.filter(({ kind }) => kind === 'point').length;

    await test.step('change 3.2, move 3.7, strike 5.8, add a point in chapter 4', async () => {
      await page.caretAtEndOf({ chapter: 3, point: 2 });
      await window.keyboard.type(' Dette gjelder i hele perioden.');
      const moved = await page.caretAtEndOf({ chapter: 3, point: 7 });
      for (let step = 0; step < 6; step += 1) await window.keyboard.press('Alt+ArrowUp');
      await expect.poll(async () => (await page.blockAt({ chapter: 3, point: 1 })).text).toBe(moved.text);
      const struck = await page.blockAt({ chapter: 5, point: 8 });
      await page.selectAllOf(struck.id);
      await window.keyboard.press('Delete');
      await window.keyboard.press('Backspace');
      await expect(page.block(struck.id)).toHaveCount(0);
      await page.caretAtEndOf({ chapter: 4, point: 6 });
      await window.getByRole('button', { name: 'Nytt punkt' }).click();
      await window.keyboard.type('At nye avtaler prøves ut før de innføres.');
      await expect.poll(async () => (await page.blockAt({ chapter: 4, point: 7 })).text).toContain('prøves ut');
    });

    await test.step('the panel says exactly that', async () => {
      await expect(page.summary).toHaveText(
        // What is moved is counted as moved and, since its words are the same, as unchanged.
        `${before.length - 2} uendret, 1 omskrevet, 1 flyttet, 1 ny, 1 strøket`,
      );
      const tags = await page.panel.locator('.card .tag').allInnerTexts();
      expect([...tags].sort()).toEqual(['Flyttet', 'Nytt', 'Omskrevet', 'Strøket']);
      await page.saved();
    });

    const draft = await page.blocks();
    expect(draft.filter(({ kind }) => kind === 'point')).toHaveLength(points);

    await test.step('freeze', async () => {
      await window.getByRole('button', { name: 'Frys versjon' }).first().click();
      await page.dialog.getByRole('button', { name: 'Frys som Innstilling' }).click();
      await expect(page.dialog.getByText('er fryst')).toBeVisible();
      await page.dialog.getByRole('button', { name: 'Lukk' }).click();
      expect(texts(await page.blocks())).toEqual(texts(draft));
    });

    const linesOnScreen = await page.text
      .locator('[data-line]')
      .evaluateAll((lines) =>
        lines.map((line) => [line.getAttribute('data-line') ?? '', line.textContent.trim()] as const),
      );
    const target = await page.blockAt({ chapter: 2, point: 2 });
    const [firstWord = ''] = target.text.split(' ');
    const withoutLast = `${target.text.split(' ').slice(0, -1).join(' ')} det beste.`;
    const otherLast = `${target.text.split(' ').slice(0, -1).join(' ')} det nest beste.`;

    const numbers = await test.step('three amendments, two of which collide', async () => [
      await file(page, { chapter: 2, point: 2, kind: 'Endre teksten', text: withoutLast }),
      await file(page, { chapter: 2, point: 2, kind: 'Endre teksten', text: otherLast }),
      await file(page, {
        chapter: 6,
        point: 1,
        kind: 'Sette inn et nytt punkt etter',
        text: `${firstWord} noe helt nytt kommer til.`,
      }),
    ]);
    expect(numbers).toEqual(['1', '2', '3']);
    await page.panelTab('Forslag');
    await expect(page.panel.locator('.card__collision')).toHaveCount(2);

    await test.step('recommend', async () => {
      await recommend(page, '1', 'Vedtas');
      await recommend(page, '2', 'Avvises');
      await recommend(page, '3', 'Vedtas');
    });

    await test.step('export: LibreOffice reads both texts out of the tracked document', async () => {
      const bytes = await exportPaper(
        running,
        'Endringer fra forrige periode',
        'Word (.docx)',
        join(workFolder, 'sporet.docx'),
      );
      const [rejected, accepted] = await processInLibreOffice([
        { bytes, extension: 'docx', action: 'reject', as: 'fodt' },
        { bytes, extension: 'docx', action: 'accept', as: 'fodt' },
      ]);
      expect(blocksIn(rejected)).toEqual(texts(before));
      expect(blocksIn(accepted)).toEqual(texts(draft));
    });

    await test.step('export: the PDF has the line numbers of the screen', async () => {
      const pdf = await exportPaper(running, 'Program', 'PDF', join(workFolder, 'program.pdf'));
      const printed = await pdfLines(pdf);
      for (const [number, text] of linesOnScreen) {
        const found = printed.some((line) => {
          // The number in the margin, then perhaps the number of the point or chapter, then the words.
          const [, margin, rest = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
          const words = [rest, rest.replace(/^\s*(\d+\.?|[•–-])\s+/, '')];
          return margin === number && words.some((one) => one.trim() === text);
        });
        expect(found, `line ${number} in the PDF: «${text}»`).toBe(true);
      }
      for (const format of ['PDF', 'Word (.docx)']) {
        const book = await exportPaper(running, 'Forslagshefte', format, join(workFolder, 'hefte'));
        expect(book.byteLength).toBeGreaterThan(5_000);
      }
    });

    await test.step('decide: one falls with the other', async () => {
      await page.view('Votering');
      for (const number of ['1', '3']) {
        const item = window.getByRole('listitem', { name: new RegExp(`^Forslag ${number}$`) });
        await item.getByLabel('Resultat').selectOption({ label: 'Vedtatt' });
        await item.getByLabel('For', { exact: true }).fill('97');
        await item.getByLabel('Mot', { exact: true }).fill('41');
        await item.getByLabel('Avholdende').fill('3');
      }
      await window.getByRole('button', { name: 'Registrer vedtakene' }).click();
      await expect(window.getByText('Vedtakene er ført')).toBeVisible();
      await expect(window.getByRole('listitem', { name: 'Forslag 2' }).locator('.tag')).toHaveText('Bortfalt');
    });

    const adopted = await test.step('the adopted text is right', async () => {
      const json = await exportPaper(running, 'Vedtatt program', 'Data (.json)', join(workFolder, 'vedtatt.json'));
      const parsed = JSON.parse(new TextDecoder().decode(json)) as { blocks: { text: string }[] };
      const at = draft.findIndex(({ id }) => id === target.id);
      const expected = texts(draft).map((text, index) => (index === at ? withoutLast : text));
      const six = draft.findIndex(
        ({ kind }, index) =>
          kind === 'point' && draft.slice(0, index).filter((one) => one.kind === 'heading').length === 6,
      );
      expected.splice(six + 1, 0, `${firstWord} noe helt nytt kommer til.`);
      expect(parsed.blocks.map(({ text }) => text)).toEqual(expected);
      return expected;
    });

    await test.step('close, kill, reopen: nothing lost', async () => {
      await page.saved();
      await running.kill();
      const again = await launchApp({ file: source, userData: running.userData });
      const reopened = new WorkspacePage(again.window);
      await reopened.ready();
      // Nobody wrote in the draft after it was frozen, so it has followed the decisions.
      expect(texts(await reopened.blocks())).toEqual(adopted);
      await reopened.frozenView();
      await reopened.panelTab('Forslag');
      await expect(reopened.panel.locator('.card')).toHaveCount(3);
      await expect.poll(async () => texts(await reopened.blocks())).toEqual(adopted);

      const saved = join(workFolder, 'lagret.program');
      await again.answerDialogs({ save: saved });
      await again.menu('file.saveAs');
      await expect(again.window.getByText('er lagret')).toBeVisible();
      await again.close();
      const fromFile = await launchApp({ file: saved });
      const third = new WorkspacePage(fromFile.window);
      await third.ready();
      expect(texts(await third.blocks())).toEqual(adopted);
    });
  });
}
