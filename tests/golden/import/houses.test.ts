import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importAnyDocument } from '#shared/import/importAnyDocument';
import { importQuality, judgedBlocks, meanQuality, qualityLine, type JudgedBlock } from '../../support/importQuality';
import { formats, writtenAs, type FormatName } from '../../support/houses/formats';
import { houses, laidOut, type HouseName } from '../../support/houses/houses';

const FIRST_SEED = 20_310_101;
/** `HOUSE_DOCUMENTS` for more of each. */
const TEXTS = Number(process.env['HOUSE_DOCUMENTS'] ?? 12);
const FILES = Math.ceil(TEXTS / 3);

/** Running heads and numbers of pages are kept as `other` and are in no truth. */
const ofPage = ({ kind, text }: JudgedBlock): boolean =>
  kind === 'other' && (/^\d+$/.test(text) || text.includes(' | ') || text === 'Havnefogdforbundet');

async function qualityOf(name: string, bytes: Uint8Array, truth: readonly JudgedBlock[]) {
  const imported = await importAnyDocument({ name, bytes }, countingIds('b'));
  return importQuality(truth, imported.ok ? judgedBlocks(imported.value).filter((block) => !ofPage(block)) : []);
}

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => FIRST_SEED + at);

function expectGood(name: string, mean: Awaited<ReturnType<typeof qualityOf>>): void {
  console.info(qualityLine(name, mean));
  expect(mean.textF1).toBeGreaterThanOrEqual(0.95);
  expect(mean.headingF1).toBeGreaterThanOrEqual(0.95);
  expect(mean.kindAccuracy).toBeGreaterThanOrEqual(0.95);
  expect(mean.levelAccuracy).toBeGreaterThanOrEqual(0.95);
}

describe('Programmes as organisations lay them out', () => {
  for (const name of Object.keys(houses) as HouseName[])
    it(`IQ4 text of ${name} (${String(TEXTS)} from ${String(FIRST_SEED)}): text, headings, kinds and levels of 0.95`, async () => {
      const each = await Promise.all(
        seeds(TEXTS).map((seed) => {
          const { text, truth } = laidOut(name, seed);
          return qualityOf('program.txt', new TextEncoder().encode(text), truth);
        }),
      );
      expectGood(name, meanQuality(each));
    });

  for (const name of Object.keys(formats) as FormatName[])
    it(`IQ4 ${name} (${String(FILES)} from ${String(FIRST_SEED)}): text, headings, kinds and levels of 0.95`, async () => {
      const each: Awaited<ReturnType<typeof qualityOf>>[] = [];
      for (const seed of seeds(FILES)) {
        const { file, bytes, truth } = writtenAs(name, seed);
        each.push(await qualityOf(file, bytes, truth));
      }
      expectGood(name, meanQuality(each));
    });
});
