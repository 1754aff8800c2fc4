import { useMemo } from 'react';
import type { Standing } from '#shared/amendment';
import type { Amendment } from '#shared/amendment/amendment';
import type { AmendmentId, BlockId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { useLanguage } from '../i18n/language';
import { useLiveComparison, type Comparing, type Comparison } from '../features/compare';
import { newestIn, type SessionSnapshot } from '../session';
import { useStandings } from './useStandings';

/** What the views of a programme show, derived from its state. */
export interface ProgrammeView {
  /** The draft against the previous period; it may lag a keystroke behind the typing, never the other way round. */
  readonly comparing: Comparing;
  readonly comparison: Comparison | null;
  /** Blocks of the draft at which a change is shown. */
  readonly changed: ReadonlySet<BlockId>;
  readonly newest: Revision | null;
  readonly amendments: readonly Amendment[];
  /** Where each amendment stands: open ones against `newest`. Of both it may be the state before for some tenths of a second, never of one only. */
  readonly standings: ReadonlyMap<AmendmentId, Standing>;
  /** Every frozen or decided revision of this programme, oldest first, each once. */
  readonly revisions: readonly Revision[];
}

const nowhere: ReadonlySet<BlockId> = new Set();

export function useProgrammeView(snapshot: SessionSnapshot): ProgrammeView {
  const { baseline, register, revisions } = snapshot;
  const language = useLanguage();
  const comparing = useLiveComparison(baseline?.blocks ?? null, snapshot.blocks, snapshot.language);
  const { comparison } = comparing;
  const amendments = useMemo(() => [...register.amendments.values()], [register]);
  const { newest, standings } = useStandings(amendments, newestIn(snapshot), revisions, language);
  const ownRevisions = useMemo(() => {
    const ids = new Set(register.frozen.map(({ revision }) => revision));
    if (newest) ids.add(newest.id);
    return [...ids].flatMap((id) => revisions.get(id) ?? []);
  }, [newest, register.frozen, revisions]);
  return {
    comparing,
    comparison,
    changed: comparison?.changed ?? nowhere,
    newest,
    amendments,
    standings,
    revisions: ownRevisions,
  };
}

/** The revision on the chair's list: the newest one while anything is open; when all are decided, the one they were filed against. */
export function revisionVotedOn({ amendments, newest, revisions }: ProgrammeView): Revision | null {
  if (amendments.some(({ decision }) => decision === null)) return newest;
  return revisions.find(({ id }) => id === amendments.at(-1)?.base) ?? newest;
}

/** The amendments to show at a revision, those that are withdrawn left out: at the newest one every open amendment, as it stands there. */
export function amendmentsOn(
  { amendments, newest, standings }: Pick<ProgrammeView, 'amendments' | 'newest' | 'standings'>,
  shown: Revision | null,
): readonly Amendment[] {
  return amendments.flatMap((amendment): readonly Amendment[] => {
    if (amendment.decision?.result === 'withdrawn') return [];
    if (amendment.decision === null && shown?.id === newest?.id)
      return [standings.get(amendment.id)?.carried ?? amendment];
    return amendment.base === shown?.id ? [amendment] : [];
  });
}

/** The ids of the open ones among amendments that are grouped by block. */
export const openAmongst = (
  byBlock: ReadonlyMap<BlockId, readonly Amendment[]>,
): ReadonlyMap<BlockId, readonly AmendmentId[]> =>
  new Map(
    [...byBlock].map(([block, all]) => [block, all.filter(({ decision }) => decision === null).map(({ id }) => id)]),
  );
