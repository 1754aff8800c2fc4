import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { beginningOf, exportPaper, views } from '#shared/export';
import { pdfLines } from '../support/pdfText';
import { meeting } from '../unit/export/meeting';

async function pagesOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const pdf = await typeset(files, { purpose: 'glance' });
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
  return (await pdfLines(pdf.value)).join('\n').split('\f').slice(0, -1);
}

/** The words of a page without what is known of the whole alone: how many pages there are, and on which of them a later part stands. */
const known = (page: string): string =>
  page
    .replace(/(side \d+ av) (?:\d+|…)/g, '$1')
    // Numbers of pages in contents are joined to what leads to them.
    .replace(/ *(?:\u2060\d+|…)$/gm, '')
    .replace(/ \(s\. \d+\)/g, '')
    .replace(/\s+/g, ' ');

describe('E51 the first pages of a paper', () => {
  test.each(views)(
    'E51 of %s are as in the whole, with all of the contents',
    async (view) => {
      const input = meeting(view === 'minutes' || view === 'decided');
      const first = beginningOf(view, input, 2);
      const whole = exportPaper(view, 'pdf', input);
      if (!first.ok || !whole.ok || whole.value.kind !== 'typst') throw new Error('Typst expected');
      if (first.value.isWhole) {
        expect(first.value.files).toEqual(whole.value.files);
        return;
      }
      const [shown, all] = [await pagesOf(first.value.files), await pagesOf(whole.value.files)];
      expect(shown.length).toBeGreaterThanOrEqual(2);
      for (const page of [0, 1]) expect(known(shown[page] ?? ''), `page ${page + 1}`).toBe(known(all[page] ?? ''));
      if (all.length > shown.length) expect(shown[0]).not.toMatch(/side 1 av \d/);
    },
    60_000,
  );
});
