import type { Language } from '../core/failure';
import type { AmendmentId, BlockId, RevisionId } from '../core/ids';
import { rememberedByPair } from '../core/remembered';
import { finished } from '../core/turns';
import type { Revision } from '../domain/revision';
import { amendedText, changesAlone, groundOf } from './amendedText';
import type { Amendment } from './amendment';
import type { Collision } from './collision';
import type { AmendmentsInText } from './consequences';
import { amendmentPlace } from './describe';
import { collisionsOf } from './compose';
import { indexOfBlocks } from './effects';
import { trailBetween } from './follow';
import { mergesInTurns } from './plan';
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
  /** The open amendment that this one amends; then `revision` is the text as it reads with that one, and `place` names its lines. Else `null`. */
  readonly amends: AmendmentId | null;
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
  return {
    state: 'untouched',
    carried: amendment,
    wording: amendment,
    revision: from,
    place,
    textNow: null,
    amends: null,
  };
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
  return standingIn(between(from, newest), amendment, language ?? '');
}

const between = rememberedByPair((from: Revision, newest: Revision) => ({ from, newest }));

type Between = ReturnType<typeof between>;

/** What one amendment stands like does not hang on the others: where one more is filed, the rest are looked up. */
const standingIn = rememberedByPair(
  ({ from, newest }: Between, amendment: Amendment, word: Language | ''): Standing => {
    const language = word === '' ? null : word;
    const filed = asFiled(amendment, from, language);
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
      amends: null,
    };
  },
);

/**
 * An amendment to another, `now` being where that one stands; `null` where it cannot be carried to the newest text. While the other is open, this one is about the text
 * as it reads with it; once it is adopted, about the text itself; and when it has come to nothing, so has what this one is about. Rules R1–R5.
 */
function standingWithin(
  amendment: Amendment,
  from: Revision | null,
  parent: Amendment | undefined,
  now: Standing | undefined,
  newest: Revision | null,
  language: Language | null,
): Standing {
  const text = from && groundOf(from, amendment.parent);
  const own = text ? { ...amendment, base: text.id } : amendment;
  const result = parent?.decision?.result ?? null;
  if (!parent || (result !== null && result !== 'adopted')) return standingOf(own, text, null, language);
  if (result === 'adopted') return standingOf(own, text, newest, language);
  const fits = newest && now && now.state !== 'conflict';
  const standing = standingOf(own, text, fits ? amendedText(newest, now.carried.changes) : null, language);
  // The lines of the other's text stand on no paper; those of its place do.
  return { ...standing, place: now?.place ?? standing.place, amends: parent.id };
}

type Standings = ReadonlyMap<AmendmentId, Standing>;

/** Where each stands: open ones against the newest revision; decided ones stay with the text they were filed against. */
export function standingsOf(
  amendments: Iterable<Amendment>,
  newest: Revision | null,
  revisionNamed: RevisionSource,
  language: Language | null = null,
): Standings {
  return finished(standingsInTurns(amendments, newest, revisionNamed, language));
}

/** The same, one amendment and then one block at a time, for whoever has something else to do in between. */
export function* standingsInTurns(
  amendments: Iterable<Amendment>,
  newest: Revision | null,
  revisionNamed: RevisionSource,
  language: Language | null = null,
): Generator<undefined, Standings> {
  const all = [...amendments];
  const standings = new Map<AmendmentId, Standing>();
  const byId = new Map(all.map((amendment) => [amendment.id, amendment]));
  const add = (amendment: Amendment, stand: (from: Revision | null) => Standing): void => {
    standings.set(amendment.id, stand(revisionNamed(amendment.base) ?? null));
  };
  // What became of each text, and where its lines are, is asked for by all of its amendments.
  for (const base of new Set(all.flatMap(({ base, decision }) => (decision ? [] : [base])))) {
    const from = revisionNamed(base);
    if (from && newest && from.id !== newest.id) trailBetween(from, newest);
    yield;
  }
  for (const amendment of all) {
    if (amendment.parent) continue;
    add(amendment, (from) =>
      amendment.decision ? asFiled(amendment, from, language) : standingOf(amendment, from, newest, language),
    );
    yield;
  }
  for (const amendment of all) {
    const { parent } = amendment;
    if (!parent) continue;
    add(amendment, (from) => {
      if (!amendment.decision)
        return standingWithin(amendment, from, byId.get(parent.id), standings.get(parent.id), newest, language);
      if (!from) return asFiled(amendment, from, language);
      const text = amendedText(from, parent.changes);
      const place = amendmentPlace(from, changesAlone(from, parent.changes), language ?? from.language);
      return { ...asFiled({ ...amendment, base: text.id }, text, language), place };
    });
    yield;
  }
  // In the order they came, whichever was worked out first.
  const inOrder = new Map(
    all.flatMap(({ id }) => {
      const standing = standings.get(id);
      return standing ? [[id, standing] as const] : [];
    }),
  );
  // Whoever asks where they stand asks next what collides.
  if (newest)
    for (const { revision, amendments: open } of textsOfStandings(newest, inOrder))
      yield* mergesInTurns(revision, open);
  return inOrder;
}

/**
 * The order in which open amendments are voted on in the newest text. What has no place there is `unplaced`, and told by the place it was filed for.
 * Decided ones are left out.
 */
export const votingPlanOf = (
  newest: Revision,
  standings: Standings,
  manual: readonly AmendmentId[] | null,
): VotingPlan => (manual === null ? planByRule(newest, standings) : planWith(newest, standings, manual));

/** Each section of the meeting asks for it. */
const planByRule = rememberedByPair((newest: Revision, standings: Standings) => planWith(newest, standings, null));

function planWith(newest: Revision, standings: Standings, manual: readonly AmendmentId[] | null): VotingPlan {
  const all = [...standings.values()].filter(({ carried }) => carried.decision === null);
  const isWithin = ({ amends, state }: Standing): boolean => amends !== null && state !== 'conflict';
  const open = all.filter((standing) => !isWithin(standing)).map(({ carried }) => carried);
  const plan = votingOrder(newest, open, manual);
  const plansWithin = new Map(
    [...within(all)].map(([parent, { revision, amendments }]) => [parent, votingOrder(revision, amendments, null)]),
  );
  const placeIn = (item: VotingItem): VotingItem => {
    const [first] = item.amendments;
    const place = (first === undefined ? null : standings.get(first)?.place) ?? item.place;
    return { ...item, place };
  };
  const itemsWithin = (item: VotingItem): readonly VotingItem[] =>
    item.amendments.flatMap((parent) =>
      (plansWithin.get(parent)?.items ?? []).map((child) => ({ ...child, parent, block: item.block })),
    );
  const items = plan.items.flatMap((item) => [item, ...itemsWithin(item)]);
  return {
    ...plan,
    items: items.map(placeIn),
    collisions: [
      ...plan.collisions,
      ...[...plansWithin.values()].flatMap(({ collisions }) => collisions.map(inOtherText)),
    ],
  };
}

/** The pairs of open amendments that cannot both be carried in the newest text, each as often as there are places where they meet. */
export const collisionsAmong = (newest: Revision, standings: Standings): readonly Collision[] =>
  textsOfStandings(newest, standings).flatMap(({ revision, amendments }) => collisionsOf(revision, amendments));

/** The range counts in the text of an amendment, which is not the one that the plan is of. */
const inOtherText = (collision: Collision): Collision => ({ ...collision, rangeInBase: null });

/** The amendments to each open amendment, in that one's text. */
function within(standings: Iterable<Standing>): ReadonlyMap<AmendmentId, AmendmentsInText> {
  const byParent = new Map<AmendmentId, Standing[]>();
  for (const standing of standings) {
    const { amends, state, carried } = standing;
    if (amends === null || state === 'conflict' || carried.decision !== null) continue;
    byParent.set(amends, [...(byParent.get(amends) ?? []), standing]);
  }
  return new Map(
    [...byParent].flatMap(([parent, own]) => {
      // Covered ones have nothing left to place, and are told by the parent's text all the same.
      const revision = own.find(({ carried }) => carried.changes.length > 0)?.revision ?? own[0]?.revision;
      return revision ? [[parent, { revision, amendments: own.map(({ carried }) => carried) }] as const] : [];
    }),
  );
}

/** Every text that open amendments stand in, with those amendments: the newest one, and that of each amendment that others amend. */
export function textsOfStandings(
  newest: Revision,
  standings: ReadonlyMap<AmendmentId, Standing>,
): readonly AmendmentsInText[] {
  const inNewest = [...standings.values()].flatMap(({ carried, amends }) =>
    carried.decision === null && amends === null ? [carried] : [],
  );
  return [{ revision: newest, amendments: inNewest }, ...within(standings.values()).values()];
}
