import { useDeferredValue, useMemo } from 'react';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { anchorOf, compareBlocks, isChange, type Comparison } from '../features/compare';
import type { SessionSnapshot } from '../session';

/** What the views of a programme show, derived from its state. */
export interface ProgrammeView {
  readonly comparison: Comparison | null;
  /** Blocks of the draft at which a change is shown. */
  readonly changed: ReadonlySet<BlockId>;
  readonly newest: Revision | null;
  readonly amendments: readonly Amendment[];
  /** Every frozen or decided revision of this programme, oldest first, each once. */
  readonly revisions: readonly Revision[];
}

export function useProgrammeView(snapshot: SessionSnapshot): ProgrammeView {
  const { baseline, register, revisions } = snapshot;
  // Comparing may lag a keystroke behind the typing, never the other way round.
  const blocks = useDeferredValue(snapshot.blocks);
  const comparison = useMemo(() => baseline && compareBlocks(baseline.blocks, blocks), [baseline, blocks]);
  const changed = useMemo(
    () => new Set(comparison?.changes.filter(isChange).flatMap((change) => anchorOf(comparison, change) ?? []) ?? []),
    [comparison],
  );
  const amendments = useMemo(() => [...register.amendments.values()], [register]);
  const newest = register.newest === null ? null : (revisions.get(register.newest) ?? null);
  const ownRevisions = useMemo(() => {
    const ids = new Set(register.frozen.map(({ revision }) => revision));
    if (newest) ids.add(newest.id);
    return [...ids].flatMap((id) => revisions.get(id) ?? []);
  }, [newest, register.frozen, revisions]);
  return { comparison, changed, newest, amendments, revisions: ownRevisions };
}

/** The revision that is voted on: the one open amendments were filed against; when all are decided, the newest one that had any. */
export function revisionVotedOn({ amendments, newest, revisions }: ProgrammeView): Revision | null {
  const filed = amendments.findLast(({ decision }) => decision === null) ?? amendments.at(-1);
  return revisions.find(({ id }) => id === filed?.base) ?? newest;
}

/** The ids of the open ones among amendments that are grouped by block. */
export const openAmongst = (
  byBlock: ReadonlyMap<BlockId, readonly Amendment[]>,
): ReadonlyMap<BlockId, readonly AmendmentId[]> =>
  new Map(
    [...byBlock].map(([block, all]) => [block, all.filter(({ decision }) => decision === null).map(({ id }) => id)]),
  );
