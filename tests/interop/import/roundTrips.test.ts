import { beforeAll, describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { numberBlocks } from '#shared/domain/numbering';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { importAnyDocument } from '#shared/import';
import { typeset } from '../../../server/typeset';
import { importBytes, revisionOfImport } from '../../support/importedPapers';
import {
  importQuality,
  judgedBlocks,
  normalisedText,
  qualityLine,
  type JudgedBlock,
} from '../../support/importQuality';
import { processInLibreOffice } from '../../support/libreOffice';
import { sharedMaterial } from '../../support/sharedMaterial';
import { meeting, sampleFile } from '../../unit/export/meeting';

const names = ['000_d3fc95b251bbff35.txt', '004_4225d4e1362889c6.txt'] as const;
const programmes: readonly Revision[] = [
  revisionOfImport(importBytes('arbeidsprogram.txt', sampleFile())),
  ...names.flatMap((name) => {
    const seed = sharedMaterial(`seeds/${name}`);
    return seed === null ? [] : [revisionOfImport(importBytes(name, seed))];
  }),
];

const writers = ['ours', 'LibreOffice'] as const;
const formats = ['docx', 'odt', 'html', 'pdf'] as const;
type Format = (typeof formats)[number];

async function ourPaper(newest: Revision, format: Format): Promise<Uint8Array> {
  const output = exportPaper('text', format, { ...meeting(), amendments: [], newest, baseline: newest });
  if (!output.ok) throw new Error(output.failure.code);
  if (output.value.kind === 'bytes') return output.value.bytes;
  const pdf = await typeset(output.value.files);
  if (!pdf.ok) throw new Error(pdf.failure.code);
  return pdf.value;
}

const truthOf = ({ blocks }: Revision): readonly JudgedBlock[] => {
  const numbers = numberBlocks(blocks);
  return blocks.map(({ kind, level, text }, i) => ({
    kind,
    level,
    number: numbers[i] ?? null,
    text: normalisedText(text),
  }));
};

describe('A programme written and read again (000 and 004 where ../shared/seeds is)', () => {
  const written = new Map<string, readonly Uint8Array[]>();

  beforeAll(async () => {
    for (const format of formats)
      written.set(`ours ${format}`, await Promise.all(programmes.map((one) => ourPaper(one, format))));
    const papers = written.get('ours docx') ?? [];
    const files = await processInLibreOffice(
      formats.flatMap((as) => papers.map((bytes) => ({ bytes, extension: 'docx', action: 'none' as const, as }))),
    );
    for (const [at, format] of formats.entries())
      written.set(`LibreOffice ${format}`, files.slice(at * papers.length, (at + 1) * papers.length));
  }, 300_000);

  for (const writer of writers)
    for (const format of formats)
      it(`IO3 as ${format} by ${writer}: text F1, kinds and headings of 0.99`, async () => {
        for (const [at, programme] of programmes.entries()) {
          const bytes = written.get(`${writer} ${format}`)?.[at] ?? new Uint8Array();
          const imported = await importAnyDocument({ name: `p.${format}`, bytes }, countingIds('b'));
          if (!imported.ok) throw new Error(imported.failure.code);
          const quality = importQuality(truthOf(programme), judgedBlocks(imported.value));
          console.info(qualityLine(`${writer} ${format} ${programme.title.slice(0, 12)}`, quality));
          expect.soft(quality.textF1, programme.title).toBeGreaterThanOrEqual(0.99);
          expect.soft(quality.kindAccuracy, programme.title).toBeGreaterThanOrEqual(0.99);
          expect.soft(quality.headingF1, programme.title).toBeGreaterThanOrEqual(0.99);
        }
      });
});
