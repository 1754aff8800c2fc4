import type { Language } from '../core/failure';
import type { AmendmentId, BlockId, RevisionId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { Amendment } from './amendment';
import { amendmentPlace } from './describe';
import { indexOfBlocks } from './effects';
import { trailBetween } from './follow';
import { rebaseAmendment, type RebaseState } from './rebase';
import { votingOrder, type VotingItem, type VotingPlan } from './votingOrder';

/** An amendment as it stands against the newest revision. Rules S1–S4 of SPEC.md. */
export interface Standing {
  readonly state: RebaseState;
  /** Against the newest revision, but for a conflict: then as it was filed. Without changes where the text has them already. */
  readonly carried: Amendment;
  /** The amendment to read: `carried`, and where that has no changes left, as it was filed. Its words are about `revision`. */
  readonly wording: Amendment;
  /** The text that `wording` is about; `null` where that revision is not at hand. */
  readonly revision: Revision | null;
  /** In the newest text where it has a place there, else in the one it was filed against. */
  readonly place: string;
  /** For a conflict: what stands now where the words were, block by block; empty where they are gone. Else `null`. */
  readonly textNow: readonly string[] | null;
}

export type RevisionSource = (id: RevisionId) => Revision | null | undefined;

const namedBlocks = ({ changes }: Amendment): readonly BlockId[] => [
  ...new Set(
    changes.flatMap((change): readonly BlockId[] => {
      if (change.kind === 'programme') return [];
      if (change.kind === 'insertion') return change.after === null ? [] : [change.after];
      if (change.kind === 'join') return [change.block, change.with];
      return change.block === null ? [] : [change.block];
    }),
  ),
];

/** What has become of the blocks that the amendment names. */
function wordsNow(amendment: Amendment, from: Revision, newest: Revision): readonly string[] {
  const trail = trailBetween(from, newest);
  const index = indexOfBlocks(from.blocks);
  const places = namedBlocks(amendment).flatMap((id) => {
    const at = index.get(id);
    return at === undefined ? [] : trail.whereabouts(at).current;
  });
  return [...new Set(places)].sort((a, b) => a - b).flatMap((at) => newest.blocks[at]?.text ?? []);
}

/** As it was filed, against its own revision. */
function asFiled(amendment: Amendment, from: Revision | null, language: Language | null): Standing {
  const place = from ? amendmentPlace(from, amendment, language ?? from.language) : '';
  return { state: 'untouched', carried: amendment, wording: amendment, revision: from, place, textNow: null };
}

/** Where one amendment stands. Total: without a text to stand in, or one it came from, it is a conflict. `language` is that of the place; the text's own by default. */
export function standingOf(
  amendment: Amendment,
  from: Revision | null,
  newest: Revision | null,
  language: Language | null = null,
): Standing {
  const filed = asFiled(amendment, from, language);
  if (!from || !newest) return { ...filed, state: 'conflict', textNow: [] };
  const { state, changes } = rebaseAmendment(amendment, from, newest);
  if (state === 'conflict') return { ...filed, state, textNow: wordsNow(amendment, from, newest) };
  const carried = { ...amendment, base: newest.id, changes };
  const hasChanges = changes.length > 0;
  const placed = hasChanges ? carried : { ...amendment, base: newest.id };
  return {
    state,
    carried,
    wording: hasChanges ? carried : amendment,
    revision: hasChanges ? newest : from,
    place: amendmentPlace(newest, placed, language ?? newest.language) || filed.place,
    textNow: null,
  };
}

/** Where each stands: open ones against the newest revision; decided ones stay with the text they were filed against. */
export function standingsOf(
  amendments: Iterable<Amendment>,
  newest: Revision | null,
  revisionNamed: RevisionSource,
  language: Language | null = null,
): ReadonlyMap<AmendmentId, Standing> {
  return new Map(
    [...amendments].map((amendment) => {
      const from = revisionNamed(amendment.base) ?? null;
      const standing = amendment.decision
        ? asFiled(amendment, from, language)
        : standingOf(amendment, from, newest, language);
      return [amendment.id, standing];
    }),
  );
}

/**
 * The order in which open amendments are voted on in the newest text. What has no place there is `unplaced`, and told by the place it was filed for.
 * Decided ones are left out.
 */
export function votingPlanOf(
  newest: Revision,
  standings: ReadonlyMap<AmendmentId, Standing>,
  manual: readonly AmendmentId[] | null,
): VotingPlan {
  const open = [...standings.values()].map(({ carried }) => carried).filter(({ decision }) => decision === null);
  const plan = votingOrder(newest, open, manual);
  const placed = plan.items.map((item): VotingItem => {
    const [first] = item.amendments;
    const place = (first === undefined ? null : standings.get(first)?.place) ?? item.place;
    return { ...item, place };
  });
  return { ...plan, items: placed };
}
