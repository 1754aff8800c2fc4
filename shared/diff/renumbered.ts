import { languages } from '../core/failure';
import type { BlockId } from '../core/ids';
import type { Block } from '../domain/block';
import { numberBlocks } from '../domain/numbering';
import { referenceNames, referencesIn, withReferenceNames } from '../domain/references';

/**
 * Whether some current blocks say what the base says but for the numbers of references that lead to the same block still: with each reference read as its
 * target was numbered in the base, by identity or by lineage, the texts are equal. Costs the base once, and only where the current blocks refer to any (D37).
 */
export function isOnlyRenumbered(
  base: readonly Block[],
  current: readonly Block[],
  group: { readonly current: readonly number[] },
  baseText: string,
): boolean {
  // Nearly nothing refers to anything: then nothing is made.
  if (!group.current.some((index) => current[index]?.formats !== undefined)) return false;
  const blocks = group.current.flatMap((index) => current[index] ?? []);
  const targets = new Set(blocks.flatMap(({ formats }) => referencesIn(formats).map(({ target }) => target)));
  if (targets.size === 0) return false;
  const stoodAs = new Map<BlockId, BlockId>();
  const known = new Set(base.map(({ id }) => id));
  for (const { id, origins } of current) {
    const origin = known.has(id) ? id : origins.find((one) => known.has(one));
    if (targets.has(id) && origin !== undefined) stoodAs.set(id, origin);
  }
  const numbers = numberBlocks(base);
  return languages.some((language) => {
    const names = referenceNames(base, numbers, new Set(stoodAs.values()), language);
    const nameOf = (target: BlockId): string | null => names.get(stoodAs.get(target) ?? target) ?? null;
    return blocks.map((block) => withReferenceNames(block, nameOf).text).join(' ') === baseText;
  });
}
