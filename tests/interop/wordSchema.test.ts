import validate from '@ooxml-tools/validate';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportPaper, supported, views } from '#shared/export';
import { writeDocx } from '#shared/export/docx/package';
import type { ExportInput } from '#shared/export/input';
import { makeProgramme, rollDice } from '../support/revisionGenerator';
import { reviseHarshly, withFormats, withNotes } from '../support/harshRevision';
import { templateWithLogo } from '../support/logo';
import { commentedPaper } from '../unit/export/commentedPaper';
import { hostileMeeting } from '../unit/export/hostile';
import { meeting } from '../unit/export/meeting';
import { revisionWith } from '../unit/export/programmes';

/** What Microsoft's own validator (Open XML SDK) finds wrong with a file, as Word 365 would read it: empty where it opens without repair. */
async function faultsOf(docx: Uint8Array): Promise<readonly string[]> {
  const faults = await validate(docx, 'docx', 'Microsoft365');
  return faults.map(({ description, path }) => `${path.partUri}${path.xpath}: ${description}`);
}

function wordFile(view: (typeof views)[number], input: ExportInput): Uint8Array {
  const output = exportPaper(view, 'docx', input);
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

describe('E40 Word opens every paper without repair', () => {
  test('E40 the validator finds what is wrong', async () => {
    const docx = writeDocx(commentedPaper({ anchor: 'x'.repeat(60) }));
    expect(await faultsOf(docx)).toEqual([]);
    const parts = unzipSync(docx);
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    // The style stands first in a paragraph's properties; anywhere else Word calls the file damaged.
    const disordered = body.replace(/(<w:pStyle [^>]*>)(<w:numPr>.*?<\/w:numPr>)/, '$2$1');
    expect(disordered).not.toBe(body);
    expect(await faultsOf(zipSync({ ...parts, 'word/document.xml': strToU8(disordered) }))).toHaveLength(1);
  });

  test.each(views.filter((view) => supported(view).includes('docx')))('E40 %s', async (view) => {
    for (const input of [meeting(true), hostileMeeting()]) expect(await faultsOf(wordFile(view, input))).toEqual([]);
  });

  test.each(['svg', 'png'] as const)('E40 a logo as %s', async (format) => {
    const docx = wordFile('amendments', { ...meeting(), template: templateWithLogo(format) });
    expect(await faultsOf(docx)).toEqual([]);
  });

  test('E40 tracked changes of 12 harsh revisions with notes (seeds 9001–9012)', async () => {
    for (let seed = 9001; seed <= 9012; seed += 1) {
      const base = withNotes(makeProgramme(rollDice(seed), 400), seed);
      const current = reviseHarshly(base, seed, 4 + (seed % 20));
      const docx = wordFile('tracked', {
        ...meeting(),
        baseline: revisionWith(base),
        newest: revisionWith(current),
      });
      expect(await faultsOf(docx), `seed ${seed}`).toEqual([]);
    }
  });

  test('E46 E40 tracked changes and plain text with bold, italic and links in texts and notes (seeds 9101–9106)', async () => {
    for (let seed = 9101; seed <= 9106; seed += 1) {
      const base = withNotes(makeProgramme(rollDice(seed), 300), seed);
      const baseline = revisionWith(withFormats(base, seed));
      const newest = revisionWith(withFormats(reviseHarshly(base, seed, 12), seed + 1));
      for (const view of ['tracked', 'text', 'decided'] as const) {
        const docx = wordFile(view, { ...meeting(), baseline, newest, amendments: [] });
        expect(await faultsOf(docx), `${view}, seed ${seed}`).toEqual([]);
      }
    }
  });
});
