import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import type { TextChange } from '#shared/amendment/amendment';
import { exportPaper, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import { pdfLines } from '../support/pdfText';
import { amendmentOf, meeting } from '../unit/export/meeting';

async function pagesOf(view: View, input: ExportInput): Promise<readonly string[]> {
  const output = exportPaper(view, 'pdf', input);
  if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
  const pdf = await typeset(output.value.files, { purpose: 'preview' });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return (await pdfLines(pdf.value)).join('\n').split('\f').slice(0, -1);
}

/** Sixty amendments of different lengths, so that the feet of the pages fall everywhere. */
function sixty(): ExportInput {
  const input = meeting();
  const points = input.newest.blocks.filter(({ kind }) => kind === 'point');
  const amendments = points.slice(0, 60).map(({ id, text }, at) => {
    const change: TextChange = { kind: 'replacement', block: id, text: `${text} Og mer ${'til '.repeat(at % 23)}.` };
    return amendmentOf(input.newest, at + 1, [change], {
      rationale: `Grunn${at + 1}begynner. ${'Det haster for alle i havna. '.repeat(at % 7)}Grunn${at + 1}slutter.`,
      recommendation: { kind: 'reject', text: null, reason: `Råd${at + 1}.` },
    });
  });
  return { ...input, amendments };
}

describe('E48 what belongs together stands on one page', () => {
  test('E48 all that is said about one amendment', async () => {
    const pages = await pagesOf('amendments', sixty());
    expect(pages.length).toBeGreaterThan(10);
    for (let number = 1; number <= 60; number += 1) {
      const page = pages.findLast((text) => text.includes(`Forslag ${number} · kap.`));
      for (const words of [`Grunn${number}begynner`, `Grunn${number}slutter`, `Råd${number}.`])
        expect(page, `amendment ${number}`).toContain(words);
    }
  }, 60_000);

  test.each(['synopsis', 'answer-form'] as const)(
    'E48 in the table of %s no heading stands last on a page',
    async (view) => {
      const input = meeting();
      const headings = input.newest.blocks.filter(({ kind }) => kind === 'heading' || kind === 'leadIn');
      const pages = await pagesOf(view, input);
      expect(pages.length).toBeGreaterThan(4);
      for (const [at, page] of pages.entries()) {
        const rows = page.split('\n').filter((line) => line.trim() !== '');
        // The last line is the foot of the page.
        const last = rows.at(-2) ?? '';
        for (const { text } of headings) expect(last, `page ${at + 1}`).not.toContain(text);
      }
    },
    60_000,
  );
});
