import { beforeAll, describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importAnyDocument } from '#shared/import';
import { countLetters, wordsKept } from '../../support/letters';
import { processInLibreOffice } from '../../support/libreOffice';
import { seedNames } from '../../support/seedTruth';
import { sharedMaterial } from '../../support/sharedMaterial';
import { sampleFile } from '../../unit/export/meeting';

const sources: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  { name: 'arbeidsprogram.txt', bytes: sampleFile() },
  ...seedNames.flatMap((name) => {
    const bytes = sharedMaterial(`seeds/${name}`);
    return bytes === null ? [] : [{ name, bytes }];
  }),
];

const formats = ['pdf', 'html', 'rtf', 'docx', 'odt'] as const;

describe('Nothing is lost in any format (the seeds too where ../shared/seeds is)', () => {
  let files: readonly Uint8Array[] = [];

  beforeAll(async () => {
    files = await processInLibreOffice(
      sources.flatMap(({ bytes }) => formats.map((as) => ({ bytes, extension: 'txt', action: 'none' as const, as }))),
    );
  }, 300_000);

  for (const [at, as] of formats.entries())
    it(`IP5 every letter of a text that LibreOffice wrote as ${as} stands in a block, a number or the report`, async () => {
      for (const [i, { name, bytes }] of sources.entries()) {
        const file = files[i * formats.length + at] ?? new Uint8Array();
        const imported = await importAnyDocument({ name: `p.${as}`, bytes: file }, countingIds('b'));
        if (!imported.ok) throw new Error(imported.failure.code);
        const before = countLetters([new TextDecoder().decode(bytes)]);
        const after = countLetters(wordsKept(imported.value));
        const missing = [...before].filter(([letter, count]) => (after.get(letter) ?? 0) < count);
        expect.soft(missing, name).toEqual([]);
        const more = [...after].filter(([letter, count]) => (before.get(letter) ?? 0) < count);
        expect.soft(more, name).toEqual([]);
      }
    }, 60_000);
});
