import type { BlockId } from '../core/ids';
import type { IdSource } from '../core/sources';
import { blockId } from '../core/ids';
import { alignBlocks } from '../diff';
import type { Block } from '../domain/block';
import { unitedLineage } from '../domain/lineage';

interface Match {
  readonly id: BlockId | null;
  readonly lineage: ReturnType<typeof unitedLineage>;
}

/**
 * The blocks of a text written elsewhere, with the identity and lineage of those of `base` that they are (H17): the first
 * half of a divided block keeps its id, joined ones keep that of the first. What is new has an id from `ids`, and no lineage.
 */
export function matchBlocks(base: readonly Block[], written: readonly Block[], ids: IdSource): readonly Block[] {
  const matched = new Map<number, Match>();
  for (const change of alignBlocks(base, written).changes) {
    const former = change.base.flatMap((index) => base[index] ?? []);
    const lineage = unitedLineage(former);
    for (const [nth, index] of change.current.entries())
      matched.set(index, { id: nth === 0 ? (former[0]?.id ?? null) : null, lineage });
  }
  nameAnew(base, written, matched);
  return written.map((block, index) => {
    const match = matched.get(index);
    return { ...block, id: match?.id ?? blockId(ids.next()), ...(match?.lineage ?? { origins: [] }) };
  });
}

/** A chapter that is written anew is the same chapter, also where its new name shares no word with the former one. */
function nameAnew(base: readonly Block[], written: readonly Block[], matched: Map<number, Match>): void {
  const [former, name] = [base[0], written[0]];
  const isName = former?.kind === 'heading' && name?.kind === 'heading' && name.level === former.level;
  if (!isName || matched.get(0)?.id || [...matched.values()].some(({ id }) => id === former.id)) return;
  matched.set(0, { id: former.id, lineage: unitedLineage([former]) });
}
