import { readFileSync } from 'node:fs';
import { blockKinds, type BlockKind } from '#shared/domain/block';
import { textHash, type JudgedBlock } from './importQuality';
import { sharedMaterial } from './sharedMaterial';

export const seedNames = [
  '000_d3fc95b251bbff35.txt',
  '001_ada0ed419569ea88.txt',
  '002_3184e2015275f363.txt',
  '003_ac36838eb8c602ae.txt',
  '004_4225d4e1362889c6.txt',
] as const;
type SeedName = (typeof seedNames)[number];

/** The truth in ../shared/gold holds the words; ours holds hashes of them. */
interface SharedGold {
  readonly blocks: readonly {
    readonly type: string;
    readonly level: number | null;
    readonly number: string | null;
    readonly text: string;
  }[];
}
interface OwnGold {
  readonly blocks: readonly {
    readonly kind: string;
    readonly level: number | null;
    readonly number: string | null;
    readonly lines: readonly [number, number];
    readonly hash: string;
  }[];
}

const kindOf = (name: string): BlockKind => {
  const wanted = name === 'leadin' ? 'leadIn' : name;
  const kind = blockKinds.find((one) => one === wanted);
  if (kind === undefined) throw new Error(`${name} is no kind of block`);
  return kind;
};

/** A seed with its truth, the texts as hashes; `null` where the shared material is missing. */
export function seedTruth(
  name: SeedName,
): { readonly bytes: Uint8Array; readonly truth: readonly JudgedBlock[] } | null {
  const bytes = sharedMaterial(`seeds/${name}`);
  if (bytes === null) return null;
  const shared = sharedMaterial(`gold/${name}.json`);
  if (shared !== null) {
    const gold = JSON.parse(new TextDecoder().decode(shared)) as SharedGold;
    const truth = gold.blocks.map(({ type, level, number, text }) => ({
      kind: kindOf(type),
      level,
      number,
      text: textHash(text),
    }));
    return { bytes, truth };
  }
  // From the root, where tests and benches run: a bench is bundled, and its own place is another.
  const file = `tests/golden/import/gold/${name}.json`;
  const gold = JSON.parse(readFileSync(file, 'utf8')) as OwnGold;
  const truth = gold.blocks.map(({ kind, level, number, hash }) => ({ kind: kindOf(kind), level, number, text: hash }));
  return { bytes, truth };
}
