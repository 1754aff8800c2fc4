import { sha256Hex } from '#shared/core/hash';
import type { BlockKind } from '#shared/domain/block';
import type { ImportedDocument } from '#shared/import';

/** One block as it should be, or as it was found. `text` is whatever stands for its words: the words, or a hash of them. */
export interface JudgedBlock {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly number: string | null;
  readonly text: string;
}

/** How well an import agrees with a truth; each 0–1. Definitions in tests/golden/import/SPEC.md. */
export interface ImportQuality {
  readonly textF1: number;
  readonly kindAccuracy: number;
  readonly headingF1: number;
  readonly levelAccuracy: number;
  readonly numberAccuracy: number;
}

/** Letters, figures and signs as they stand, composed, with one space between words. */
export const normalisedText = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Stands for a text that is not ours to keep. */
export const textHash = (text: string): string => sha256Hex(normalisedText(text)).slice(0, 24);

export const judgedBlocks = (document: ImportedDocument): readonly JudgedBlock[] =>
  document.blocks.map(({ block, number }) => ({
    kind: block.kind,
    level: block.level,
    number,
    text: normalisedText(block.text),
  }));

export const hashed = (blocks: readonly JudgedBlock[]): readonly JudgedBlock[] =>
  blocks.map((block) => ({ ...block, text: textHash(block.text) }));

type Pair = readonly [truth: JudgedBlock, found: JudgedBlock];

/** Longest common subsequence of the texts, so that order counts; O(n·m) in time and memory. */
function pairsOf(truth: readonly JudgedBlock[], found: readonly JudgedBlock[]): readonly Pair[] {
  const width = found.length + 1;
  const lengths = new Uint16Array((truth.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = truth.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        truth[i]?.text === found[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < truth.length && j < found.length;) {
    const [a, b] = [truth[i], found[j]];
    if (a && b && a.text === b.text) {
      pairs.push([a, b]);
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** 2·common / (all of the truth + all that was found); 1 where there is nothing to find. */
const f1 = (common: number, truth: number, found: number): number =>
  truth + found === 0 ? 1 : (2 * common) / (truth + found);

const share = (pairs: readonly Pair[], agrees: (pair: Pair) => boolean): number =>
  pairs.length === 0 ? 1 : pairs.filter(agrees).length / pairs.length;

/** Compares block by block, in order. A block counts as found only when all of its words are there and no others. */
export function importQuality(truth: readonly JudgedBlock[], found: readonly JudgedBlock[]): ImportQuality {
  const pairs = pairsOf(truth, found);
  const isHeading = ({ kind }: JudgedBlock): boolean => kind === 'heading';
  const headings = pairs.filter(([a, b]) => isHeading(a) && isHeading(b));
  const numbered = pairs.filter(([a, b]) => a.number !== null || b.number !== null);
  return {
    textF1: f1(pairs.length, truth.length, found.length),
    kindAccuracy: share(pairs, ([a, b]) => a.kind === b.kind),
    headingF1: f1(headings.length, truth.filter(isHeading).length, found.filter(isHeading).length),
    levelAccuracy: share(headings, ([a, b]) => a.level === b.level),
    numberAccuracy: share(numbered, ([a, b]) => a.number === b.number),
  };
}

const percent = (value: number): string => value.toFixed(3);

/** One line of a report. */
export const qualityLine = (name: string, quality: ImportQuality): string =>
  `${name.padEnd(34)} text F1 ${percent(quality.textF1)}  kinds ${percent(quality.kindAccuracy)}  heading F1 ${percent(quality.headingF1)}  levels ${percent(quality.levelAccuracy)}  numbers ${percent(quality.numberAccuracy)}`;

/** The mean of each measure. */
export function meanQuality(qualities: readonly ImportQuality[]): ImportQuality {
  const mean = (measure: keyof ImportQuality): number =>
    qualities.reduce((sum, quality) => sum + quality[measure], 0) / Math.max(1, qualities.length);
  return {
    textF1: mean('textF1'),
    kindAccuracy: mean('kindAccuracy'),
    headingF1: mean('headingF1'),
    levelAccuracy: mean('levelAccuracy'),
    numberAccuracy: mean('numberAccuracy'),
  };
}
