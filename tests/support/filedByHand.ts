import type { Locator } from '@playwright/test';
import type { Block } from '#shared/domain/block';
import { expect, type RunningApp } from './electronApp';
import type { ExpectedText } from './hearingRound';
import { WorkspacePage } from './workspacePage';

/** Puts the caret in a block of an editor, `offset` in UTF-16 units of its text; from `from` to `to`, that stretch is selected. */
async function selectIn(block: Locator, from: number, to = from): Promise<void> {
  await block.click();
  await block.evaluate(
    (element, [start, end]) => {
      const spotAt = (offset: number): readonly [Node, number] => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let left = offset;
        let last: Node = element;
        while (walker.nextNode()) {
          last = walker.currentNode;
          const length = last.textContent?.length ?? 0;
          if (left <= length) return [last, left];
          left -= length;
        }
        return [last, last.textContent?.length ?? 0];
      };
      const [anchor, anchorOffset] = spotAt(start);
      const [focus, focusOffset] = spotAt(end);
      getSelection()?.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
    },
    [from, to] as const,
  );
}

/** One amendment that a person writes in the window, and what it makes of the text. */
export interface HandEntry {
  readonly what: string;
  /** Words that the preview shows and the minutes tell. */
  readonly told: string;
  readonly apply: (text: ExpectedText) => void;
  /** Opens the dialog and writes. */
  readonly write: () => Promise<void>;
}

/** An amendment of every kind, written in the last chapters of the sample programme; where one is about another, it comes later in the list. */
export function handEntries(running: RunningApp, blocks: readonly Block[]): readonly HandEntry[] {
  const { window } = running;
  const page = new WorkspacePage(window);
  const { dialog, panel } = page;
  const headings = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []));
  const chapterAt = (chapter: number): number => headings[chapter - 1] ?? 0;
  const endOf = (chapter: number): number => (headings[chapter] ?? blocks.length) - 1;
  const pointAt = (chapter: number, point: number): number =>
    blocks.flatMap(({ kind }, at) => (kind === 'point' && at > chapterAt(chapter) ? [at] : []))[point - 1] ?? 0;
  const textAt = (at: number): string => blocks[at]?.text ?? '';
  const idAt = (at: number): string => blocks[at]?.id ?? '';

  const propose = async (at: number, kind: string): Promise<void> => {
    await page.block(idAt(at)).click();
    await page.block(idAt(at)).getByRole('button', { name: 'Foreslå endring' }).click();
    await dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: kind });
  };
  const copyOf = (at: number) => dialog.locator(`[data-block-id="${idAt(at)}"]`);
  /** Takes the words from `from` to `to` of a block in the copy, and types in their place. */
  const type = async (at: number, from: number, to: number, text: string): Promise<void> => {
    await selectIn(copyOf(at), from, to);
    if (text === '') await window.keyboard.press('Backspace');
    else await window.keyboard.type(text);
  };
  const write = async (at: number, from: number, to: number, text: string): Promise<void> => {
    await propose(at, 'Skrive i teksten');
    await type(at, from, to, text);
  };
  const append = (at: number, text: string) => write(at, textAt(at).length, textAt(at).length, text);
  const openInPanel = async (number: string): Promise<void> => {
    await page.panelTab('Forslag');
    await panel.getByRole('button', { name: new RegExp(`^Forslag ${number}\\b`) }).click();
  };
  const lastWord = (at: number): number => textAt(at).lastIndexOf(' ') + 1;

  const nine = (point: number): number => pointAt(9, point);
  const [reworded, second, third, added, shorter] = [nine(1), nine(2), nine(3), nine(4), nine(5)];
  const [gone, moving, divided, united, absorbed] = [nine(6), nine(8), nine(10), nine(11), nine(12)];
  const [parent, rival, unclear] = [pointAt(10, 2), pointAt(10, 3), pointAt(10, 5)];
  const leadIn = blocks.findIndex(({ kind }, index) => kind === 'leadIn' && index > chapterAt(10));
  const cut = textAt(divided).indexOf(' ', 12);
  const kept = textAt(shorter).split(' ').slice(0, -2).join(' ');

  return [
    {
      what: 'words',
      told: 'byttet.',
      apply: (text) => text.reword(reworded, `${textAt(reworded).slice(0, lastWord(reworded))}byttet.`),
      write: () => write(reworded, lastWord(reworded), textAt(reworded).length, 'byttet.'),
    },
    {
      what: 'words in two points',
      told: 'Her og.',
      apply: (text) => {
        text.reword(second, `${textAt(second)} Her.`);
        text.reword(third, `${textAt(third)} Her og.`);
      },
      write: async () => {
        await append(second, ' Her.');
        await type(third, textAt(third).length, textAt(third).length, ' Her og.');
      },
    },
    {
      what: 'a new point',
      told: 'At dette punktet er nytt.',
      apply: (text) => text.setIn(added, 'At dette punktet er nytt.'),
      write: async () => {
        await append(added, ' ');
        await window.keyboard.press('Backspace');
        await window.keyboard.press('Enter');
        await window.keyboard.type('At dette punktet er nytt.');
      },
    },
    {
      what: 'words struck',
      told: textAt(shorter).split(' ').at(-1) ?? '',
      apply: (text) => text.reword(shorter, kept),
      write: () => write(shorter, kept.length, textAt(shorter).length, ''),
    },
    {
      what: 'a point struck',
      told: textAt(gone).split(' ').at(-1) ?? '',
      apply: (text) => text.strike(gone),
      write: () => write(gone, 0, textAt(gone).length, ''),
    },
    {
      what: 'a point moved',
      told: 'flyttes',
      apply: (text) => text.moveBehind(moving, moving, moving + 1),
      write: async () => {
        await propose(moving, 'Skrive i teksten');
        await selectIn(copyOf(moving), 0);
        await window.keyboard.press('Alt+ArrowDown');
      },
    },
    {
      what: 'a point divided',
      told: 'deles',
      apply: (text) => {
        text.setIn(divided, textAt(divided).slice(cut + 1));
        text.reword(divided, textAt(divided).slice(0, cut));
      },
      write: async () => {
        await propose(divided, 'Skrive i teksten');
        await selectIn(copyOf(divided), cut, cut + 1);
        await window.keyboard.press('Enter');
      },
    },
    {
      what: 'two points joined',
      told: 'slås sammen',
      apply: (text) => {
        text.reword(united, `${textAt(united)} ${textAt(absorbed)}`);
        text.strike(absorbed);
      },
      write: async () => {
        await propose(absorbed, 'Skrive i teksten');
        await selectIn(copyOf(absorbed), 0);
        await window.keyboard.press('Backspace');
        await window.keyboard.type(' ');
      },
    },
    {
      what: 'a lead-in',
      told: 'i perioden:',
      apply: (text) => text.reword(leadIn, `${textAt(leadIn).slice(0, -1)} i perioden:`),
      write: () => write(leadIn, textAt(leadIn).length - 1, textAt(leadIn).length, ' i perioden:'),
    },
    {
      what: 'the heading of a chapter',
      told: 'og litt til',
      apply: (text) => text.reword(chapterAt(10), `${textAt(chapterAt(10))} og litt til`),
      write: () => append(chapterAt(10), ' og litt til'),
    },
    {
      what: 'the title',
      told: '(revidert)',
      apply: (text) => text.reword(0, `${textAt(0)} (revidert)`),
      write: () => append(0, ' (revidert)'),
    },
    {
      what: 'a chapter moved',
      told: 'flyttes',
      apply: (text) => text.moveBehind(chapterAt(11), endOf(11), endOf(9)),
      write: async () => {
        await propose(chapterAt(11), 'Flytte');
        await dialog.getByLabel('Flytt til etter').selectOption({ value: idAt(endOf(9)) });
      },
    },
    {
      what: 'an instruction',
      told: 'Skriv kortere.',
      apply: () => undefined,
      write: async () => {
        await propose(unclear, 'Be om redaksjonell bearbeiding');
        await dialog.getByLabel('Hva skal redaksjonskomiteen gjøre?').fill('Skriv kortere.');
      },
    },
    {
      what: 'the whole programme',
      told: 'Til høsten.',
      apply: () => undefined,
      write: async () => {
        await propose(unclear, 'Avgjøre hele programmet');
        await dialog.getByLabel('Hva skal skje med programmet?').selectOption({ label: 'Behandlingen utsettes' });
        await dialog.getByLabel('Nærmere om dette').fill('Til høsten.');
      },
    },
    {
      what: 'one that others amend',
      told: 'Hvert år.',
      apply: (text) => text.reword(parent, `${textAt(parent)} Hvert år.`),
      write: () => append(parent, ' Hvert år.'),
    },
    {
      what: 'an amendment to it',
      told: 'Uten unntak.',
      apply: (text) => text.reword(parent, `${textAt(parent)} Hvert år. Uten unntak.`),
      write: async () => {
        await openInPanel('15');
        await panel.getByRole('button', { name: 'Foreslå en endring i dette forslaget' }).click();
        await dialog.getByLabel('Hva vil du gjøre?').selectOption({ label: 'Skrive i teksten' });
        const end = `${textAt(parent)} Hvert år.`.length;
        await type(parent, end, end, ' Uten unntak.');
      },
    },
    {
      what: 'an alternative to it',
      told: 'I stedet.',
      apply: (text) => text.reword(rival, `${textAt(rival)} I stedet.`),
      write: async () => {
        await append(rival, ' I stedet.');
        await dialog.getByLabel('Alternativ til').selectOption({ label: 'Forslag 15' });
      },
    },
    {
      what: 'a joint text',
      told: 'forenet.',
      apply: (text) => text.reword(reworded, `${textAt(reworded).slice(0, lastWord(reworded))}forenet.`),
      write: async () => {
        await openInPanel('1');
        await panel.getByRole('button', { name: 'Skriv felles tekst' }).click();
        await expect(dialog.getByRole('checkbox', { name: /^Forslag 1\b/ })).toBeChecked();
        await dialog.locator('.proposal__text').fill(`${textAt(reworded).slice(0, lastWord(reworded))}forenet.`);
      },
    },
  ];
}

/** Files one by hand, and gives the number of its receipt. */
export async function fileByHand(running: RunningApp, entry: HandEntry): Promise<string> {
  const { dialog, panel } = new WorkspacePage(running.window);
  await entry.write();
  await expect(dialog.locator('.preview')).toContainText(entry.told);
  await dialog.getByLabel('Forslagsstiller', { exact: true }).fill('Una Skarv');
  await dialog.getByRole('button', { name: 'Lever forslaget' }).click();
  const number = await dialog.locator('.receipt__number').innerText();
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  const back = panel.getByRole('button', { name: 'Til listen' });
  if (await back.isVisible()) await back.click();
  return /nummer (\S+)\./.exec(number)?.[1] ?? '';
}
