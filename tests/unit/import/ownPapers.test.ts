import { describe, expect, it } from 'vitest';
import type { Revision } from '#shared/domain/revision';
import { exportPaper } from '#shared/export';
import { importBytes, revisionOfImport, rowsOfImport, rowsOfRevision } from '../../support/importedPapers';
import { sharedMaterial } from '../../support/sharedMaterial';
import { meeting, sampleFile } from '../export/meeting';

const formats = ['docx', 'odt'] as const;
const views = ['text', 'tracked', 'decided'] as const;

function paper(view: (typeof views)[number], format: (typeof formats)[number], newest: Revision, baseline: Revision) {
  const output = exportPaper(view, format, { ...meeting(), amendments: [], newest, baseline });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}

const seed = (name: string): Revision | null => {
  const bytes = sharedMaterial(`seeds/${name}`);
  return bytes === null ? null : revisionOfImport(importBytes(name, bytes));
};

const sample = revisionOfImport(importBytes('arbeidsprogram.txt', sampleFile()));
const revised = meeting().newest;
const gold = seed('000_d3fc95b251bbff35.txt');
const later = seed('004_4225d4e1362889c6.txt');

for (const format of formats) {
  describe(`Our own papers as ${format}`, () => {
    for (const view of views) {
      it(`IO1 the sample as «${view}» comes back block for block`, () => {
        expect(rowsOfImport(importBytes(`p.${format}`, paper(view, format, sample, revised)))).toEqual(
          rowsOfRevision(sample),
        );
      });

      it.skipIf(gold === null || later === null)(
        `IO1 a seed as «${view}» comes back block for block (needs ../shared/seeds)`,
        () => {
          if (gold === null || later === null) return;
          for (const [newest, baseline] of [
            [gold, later],
            [later, gold],
          ] as const)
            expect(rowsOfImport(importBytes(`p.${format}`, paper(view, format, newest, baseline)))).toEqual(
              rowsOfRevision(newest),
            );
        },
      );
    }
  });
}
