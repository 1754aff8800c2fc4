import { expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { heldOutDocument } from '../../support/heldOut/heldOut';
import { importQuality, judgedBlocks, meanQuality, qualityLine } from '../../support/importQuality';

const FIRST_SEED = 20_270_528;
const DOCUMENTS = 200;

it(`IQ3 ${String(DOCUMENTS)} documents that nobody has tuned for are read: text F1 and heading F1 of 0.97 (seeds from ${String(FIRST_SEED)})`, () => {
  const each = Array.from({ length: DOCUMENTS }, (_, at) => {
    const { text, truth } = heldOutDocument(FIRST_SEED + at);
    const imported = importDocument({ name: 'program.txt', bytes: new TextEncoder().encode(text) }, countingIds('b'));
    return importQuality(truth, imported.ok ? judgedBlocks(imported.value) : []);
  });
  const mean = meanQuality(each);
  console.info(qualityLine(`${String(DOCUMENTS)} held-out documents`, mean));
  expect(mean.textF1).toBeGreaterThanOrEqual(0.97);
  expect(mean.headingF1).toBeGreaterThanOrEqual(0.97);
  expect(mean.kindAccuracy).toBeGreaterThanOrEqual(0.97);
});
