import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { heldOutDocument } from '../../tests/support/heldOut/heldOut';
import { hashed, importQuality, judgedBlocks, meanQuality, qualityLine } from '../../tests/support/importQuality';
import { seedNames, seedTruth } from '../../tests/support/seedTruth';

/** `node bench/run.mjs importQuality [first seed]`: how well the seeds, and documents that nobody has seen, are read. */
const firstSeed = Number(process.argv[2] ?? 20_270_528);
const DOCUMENTS = 500;

const read = (name: string, bytes: Uint8Array) => {
  const imported = importDocument({ name, bytes }, countingIds('b'));
  return imported.ok ? judgedBlocks(imported.value) : [];
};

for (const name of seedNames) {
  const seed = seedTruth(name);
  if (seed === null) console.log(`${name}: not here`);
  else console.log(qualityLine(name.slice(0, 3), importQuality(seed.truth, hashed(read(name, seed.bytes)))));
}

const each = Array.from({ length: DOCUMENTS }, (_, at) => {
  const made = heldOutDocument(firstSeed + at);
  return { made, quality: importQuality(made.truth, read('program.txt', new TextEncoder().encode(made.text))) };
});
const qualities = each.map(({ quality }) => quality);
const isPaged = each.filter(({ made }) => made.style.pageLength !== null).map(({ quality }) => quality);
console.log(qualityLine(`${String(DOCUMENTS)} held out, from ${String(firstSeed)}`, meanQuality(qualities)));
console.log(qualityLine(`of these on pages: ${String(isPaged.length)}`, meanQuality(isPaged)));
for (const { made, quality } of each
  .toSorted((a, b) => a.quality.textF1 + a.quality.headingF1 - b.quality.textF1 - b.quality.headingF1)
  .slice(0, 5))
  console.log(qualityLine(`the worst: ${String(made.seed)}`, quality));
