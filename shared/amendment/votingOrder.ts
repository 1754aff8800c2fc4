import type { AmendmentId, BlockId } from '../core/ids';
import { chaptersOf } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import type { Amendment, RecommendationKind, TextChange } from './amendment';
import type { Collision } from './collision';
import { programmeOutcomeOf, resultOfRelation } from './consequences';
import { amendmentPlace, targetOf } from './describe';
import { identicalGroups } from './identical';
import { piecesOf } from './pieces';
import { planChanges } from './plan';
import { advisedOf } from './recommendedText';
import { indexRevision } from './revisionIndex';
import { submissionRanks } from './submissionOrder';
import { wordEdits } from './wordEdits';

/** One thing the chair puts to the vote. */
export interface VotingItem {
  /** Identical amendments are one item; in order of submission. */
  readonly amendments: readonly AmendmentId[];
  /** «kap. 3 pkt. 2, linje 96–98», in the language of the revision. Empty where it has no place. */
  readonly place: string;
  /** Amendments that cannot be carried together with this one. */
  readonly against: readonly AmendmentId[];
  /** Amendments whose adoption makes this one fall or void. */
  readonly fallsIf: readonly AmendmentId[];
  /** The amendments of this item besides the first. */
  readonly sameAs: readonly AmendmentId[];
  /** What is recommended for the first of the item's amendments that has a recommendation. */
  readonly recommendation: RecommendationKind | null;
  /** It has no place in this revision; it is shown as such and never guessed. */
  readonly unplaced: boolean;
  /** The block that it stands at in the order; `null` before the first block, and without a place. */
  readonly block: BlockId | null;
  readonly reach: Reach;
  /** From 0, the most far-reaching. */
  readonly reachRank: number;
  /** For changed words: their share of the text, 0 to 1. */
  readonly share: number;
  /** The open amendment that this one amends; it comes directly after it. */
  readonly parent: AmendmentId | null;
}

export interface VotingPlan {
  readonly items: readonly VotingItem[];
  /** Each pair once for each reason, in order of the text. */
  readonly collisions: readonly Collision[];
}

/** How much of the text an amendment goes for: from the most far-reaching to the least. */
const reaches = [
  'programme',
  'chapter',
  'deletion',
  'join',
  'split',
  'move',
  'replacement',
  'editorial',
  'insertion',
] as const;
export type Reach = (typeof reaches)[number];

interface Standing {
  /** Index of the first block that is changed; −1 before the first; infinite where there is none. */
  readonly block: number;
  readonly reach: Reach;
  /** For a replacement: share of the block's words that change, 0 to 1. */
  readonly share: number;
}

const nowhere: Standing = { block: Number.POSITIVE_INFINITY, reach: 'editorial', share: 0 };

const shares = new WeakMap<TextChange, { readonly text: string; readonly share: number }>();

/** Comparing 500 texts anew for every item that is decided would take longer than all the rest. */
function changedShare(text: string, change: Extract<TextChange, { kind: 'replacement' }>): number {
  const known = shares.get(change);
  if (known?.text === text) return known.share;
  const share = shareOfChanged(text, change.text);
  shares.set(change, { text, share });
  return share;
}

/** Share of the words of both texts that are not common to them. */
function shareOfChanged(text: string, replacement: string): number {
  const [base, current] = [piecesOf([text]), piecesOf([replacement])];
  const { ranges } = wordEdits(base, current);
  const changed = ranges.reduce((sum, { start, end, words }) => sum + (end - start) + words.length, 0);
  return changed / Math.max(1, base.words.length + current.words.length);
}

/** True when every block of some chapter is struck. */
function strikesChapter(revision: Revision, changes: readonly TextChange[]): boolean {
  const struck = new Set(changes.flatMap((change) => (change.kind === 'deletion' ? [change.block] : [])));
  if (struck.size < 2) return false;
  return chaptersOf(revision.blocks).some(({ heading, end }) =>
    revision.blocks.slice(heading, end).every(({ id }) => struck.has(id)),
  );
}

function standingOf(revision: Revision, { changes }: Amendment): Standing {
  const { indexOf } = indexRevision(revision);
  const indexAt = (change: TextChange): number => {
    const { block, after } = targetOf(change);
    if (change.kind === 'programme') return -1;
    if (block === null) return after ? -1 : Number.POSITIVE_INFINITY;
    return indexOf.get(block) ?? Number.POSITIVE_INFINITY;
  };
  const reachOf = (change: TextChange): Reach => change.kind;
  const rankOf = (change: TextChange): number => reaches.indexOf(reachOf(change));
  const [first] = [...changes].sort((a, b) => indexAt(a) - indexAt(b) || rankOf(a) - rankOf(b));
  if (first === undefined) return nowhere;
  const block = indexAt(first);
  const share = first.kind === 'replacement' ? changedShare(revision.blocks[block]?.text ?? '', first) : 0;
  return { block, reach: strikesChapter(revision, changes) ? 'chapter' : reachOf(first), share };
}

/** Infinite places are equal; subtracting them is not a number. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const compareStandings = (a: Standing, b: Standing): number =>
  compareNumbers(a.block, b.block) ||
  compareNumbers(reaches.indexOf(a.reach), reaches.indexOf(b.reach)) ||
  compareNumbers(b.share, a.share);

/** One for each pair and reason: a list of questions, not of all the words they are about. */
function oncePerPair(collisions: readonly Collision[]): readonly Collision[] {
  const seen = new Set<string>();
  return collisions.filter(({ a, b, reason }) => {
    const key = `${reason} ${a} ${b}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The order in which amendments are put to the vote, and what depends on what. Withdrawn ones are left out. By place in the text; at one place the most
 * far-reaching first, insertions last; what cannot be placed at the end. `manual` is the chair's order: what it names comes in that order, and what it
 * does not name keeps its place after the one it follows by rule. Total, and the same for every order of `amendments`. Rules V1–V8 of SPEC.md.
 */
export function votingOrder(
  revision: Revision,
  amendments: readonly Amendment[],
  manual: readonly AmendmentId[] | null,
): VotingPlan {
  const inForce = amendments.filter(({ decision }) => decision?.result !== 'withdrawn');
  const ranks = submissionRanks(inForce);
  const rankOf = (id: AmendmentId): number => ranks.get(id) ?? 0;
  const byId = new Map(inForce.map((amendment) => [amendment.id, amendment]));
  const { collisions: found, unplaced } = planChanges(revision, inForce);
  const collisions = oncePerPair(found);
  const lost = new Set(unplaced);

  const partners = new Map<AmendmentId, { readonly against: Set<AmendmentId>; readonly fallsIf: Set<AmendmentId> }>();
  const partnersOf = (id: AmendmentId) => {
    const known = partners.get(id) ?? { against: new Set<AmendmentId>(), fallsIf: new Set<AmendmentId>() };
    partners.set(id, known);
    return known;
  };
  for (const collision of collisions) {
    partnersOf(collision.a).against.add(collision.b);
    partnersOf(collision.b).against.add(collision.a);
    partnersOf(collision.a).fallsIf.add(collision.b);
    partnersOf(collision.b).fallsIf.add(collision.a);
  }
  for (const amendment of inForce) {
    const { id, alternativeTo, jointIn } = amendment;
    const isAboutAll = programmeOutcomeOf(amendment) !== null;
    for (const other of isAboutAll ? inForce : [alternativeTo, jointIn].flatMap((link) => byId.get(link ?? id) ?? [])) {
      if (other.id === id) continue;
      const [falls, fells] = [
        resultOfRelation(amendment, other, 'adopted'),
        resultOfRelation(other, amendment, 'adopted'),
      ];
      if (falls === 'fallen') partnersOf(id).fallsIf.add(other.id);
      if (fells === 'fallen') partnersOf(other.id).fallsIf.add(id);
      // What falls with the whole programme does not stand against it: it is about the words, should the programme stand.
      if (isAboutAll && programmeOutcomeOf(other) === null) continue;
      partnersOf(id).against.add(other.id);
      partnersOf(other.id).against.add(id);
    }
  }
  const listed = (ids: readonly AmendmentId[], side: 'against' | 'fallsIf'): readonly AmendmentId[] =>
    [...new Set(ids.flatMap((id) => [...partnersOf(id)[side]]))].sort((a, b) => rankOf(a) - rankOf(b));

  const standingHere = (amendment: Amendment): Standing => {
    const here = standingOf(revision, amendment);
    // An alternative stands with what it is the alternative to, wherever its own words are.
    const other = amendment.alternativeTo === null ? undefined : byId.get(amendment.alternativeTo);
    const beside = other && !lost.has(other.id) ? standingOf(revision, other) : null;
    return beside === null ? here : { ...here, block: beside.block };
  };
  const placed = identicalGroups(inForce).flatMap((group) => {
    const [first] = group.flatMap((id) => byId.get(id) ?? []);
    if (first === undefined) return [];
    const isLost = lost.has(first.id);
    const advised = advisedOf(group.flatMap((id) => byId.get(id) ?? []));
    const standing = isLost ? nowhere : standingHere(first);
    const item: VotingItem = {
      amendments: group,
      place: isLost ? '' : amendmentPlace(revision, first, revision.language),
      against: listed(group, 'against'),
      fallsIf: listed(group, 'fallsIf'),
      sameAs: group.slice(1),
      recommendation: advised?.recommendation?.kind ?? null,
      unplaced: isLost,
      block: revision.blocks[standing.block]?.id ?? null,
      reach: standing.reach,
      reachRank: reaches.indexOf(standing.reach),
      share: standing.share,
      parent: null,
    };
    return [{ item, isLost, standing, rank: rankOf(first.id) }];
  });
  const items = placed
    .sort((a, b) => Number(a.isLost) - Number(b.isLost) || compareStandings(a.standing, b.standing) || a.rank - b.rank)
    .map(({ item }) => item);
  return { items: manual === null ? items : reordered(items, manual), collisions };
}

/** Rule V8. */
function reordered(items: readonly VotingItem[], manual: readonly AmendmentId[]): readonly VotingItem[] {
  const wish = new Map<AmendmentId, number>();
  manual.forEach((id, at) => {
    if (!wish.has(id)) wish.set(id, at);
  });
  const wishOf = (item: VotingItem): number | null => {
    const wishes = item.amendments.flatMap((id) => wish.get(id) ?? []);
    return wishes.length === 0 ? null : Math.min(...wishes);
  };
  /** What the chair did not name follows the named item that it stands behind by rule. */
  const followers = new Map<number, VotingItem[]>();
  const named: { item: VotingItem; at: number }[] = [];
  let behind = -1;
  for (const item of items) {
    const at = wishOf(item);
    if (at === null) {
      followers.set(behind, [...(followers.get(behind) ?? []), item]);
    } else {
      named.push({ item, at });
      behind = at;
    }
  }
  named.sort((a, b) => a.at - b.at);
  return [...(followers.get(-1) ?? []), ...named.flatMap(({ item, at }) => [item, ...(followers.get(at) ?? [])])];
}
