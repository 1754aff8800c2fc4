import type { AmendmentId, RevisionId } from '../core/ids';
import type { Block } from '../domain/block';
import { subtreeEnd } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import type { Amendment } from './amendment';
import type { Collision, CollisionReason } from './collision';
import { gatherEffects, type BlockEffects, type Insertion } from './effects';
import { mergeWords, type MergedPiece, type Overlap } from './mergeWords';
import { piecesOf, type Pieces } from './pieces';
import { inOrderOfSubmission, submissionRanks } from './submissionOrder';

interface PlannedMove {
  /** In order of submission. */
  readonly by: readonly AmendmentId[];
  readonly slot: number;
  /** Which change of the first amendment it is, from 0. */
  readonly order: number;
}

/** What becomes of one block, all questions left out. */
export interface BlockPlan {
  /** The block's words; more than one piece where it is split. */
  readonly pieces: readonly MergedPiece<AmendmentId>[];
  /** Everyone who has a part in the text. */
  readonly textBy: readonly AmendmentId[];
  readonly deletedBy: readonly AmendmentId[];
  readonly move: PlannedMove | null;
  /** Block indices whose words come to stand at the end of this one. */
  readonly absorbs: readonly { readonly index: number; readonly by: readonly AmendmentId[] }[];
}

export interface Plan {
  /** By block index; blocks without a plan stay as they are. */
  readonly blocks: ReadonlyMap<number, BlockPlan>;
  readonly insertions: readonly Insertion[];
  /** In order of the text, then of submission. */
  readonly collisions: readonly Collision[];
  readonly unplaced: readonly AmendmentId[];
}

type Ask = (
  block: number,
  reason: CollisionReason,
  pair: readonly [AmendmentId, AmendmentId],
  overlap?: Overlap<AmendmentId>,
) => void;

const distinct = (ids: readonly AmendmentId[]): readonly AmendmentId[] => [...new Set(ids)];

/** Each pair of different amendments, one of each side. */
const pairsBetween = (
  left: readonly AmendmentId[],
  right: readonly AmendmentId[],
): readonly (readonly [AmendmentId, AmendmentId])[] =>
  distinct(left).flatMap((a) => distinct(right).flatMap((b) => (a === b ? [] : [[a, b] as const])));

/** The pairs that a question is about. Who proposes both has one wish, and is not asked (A14). */
const questionsBetween = (
  left: readonly AmendmentId[],
  right: readonly AmendmentId[],
): readonly (readonly [AmendmentId, AmendmentId])[] =>
  pairsBetween(left, right).filter(([a, b]) => !right.includes(a) && !left.includes(b));

/** A join of two blocks with all who propose it. */
interface Join {
  readonly index: number;
  readonly absorbed: number;
  readonly by: readonly AmendmentId[];
}

function joinsOf(effects: ReadonlyMap<number, BlockEffects>): readonly Join[] {
  const joins = new Map<string, { index: number; absorbed: number; by: AmendmentId[] }>();
  for (const [index, { joins: own }] of effects) {
    for (const { by, absorbed } of own) {
      const key = `${index} ${absorbed}`;
      const known = joins.get(key);
      if (known === undefined) joins.set(key, { index, absorbed, by: [by] });
      else if (!known.by.includes(by)) known.by.push(by);
    }
  }
  return [...joins.values()].sort((a, b) => a.index - b.index || a.absorbed - b.absorbed);
}

/** Rule A8: joins that cannot all be made. Returns those that can. */
function settleJoins(joins: readonly Join[], effects: ReadonlyMap<number, BlockEffects>, ask: Ask): readonly Join[] {
  const held = new Set<Join>();
  joins.forEach((join, at) => {
    for (const other of joins.slice(at + 1)) {
      const competes = (other.index === join.index) !== (other.absorbed === join.absorbed);
      const opposite = other.index === join.absorbed && other.absorbed === join.index;
      const pairs = competes || opposite ? questionsBetween(join.by, other.by) : [];
      if (pairs.length === 0) continue;
      held.add(join).add(other);
      const block = other.absorbed === join.absorbed ? join.absorbed : join.index;
      for (const pair of pairs) ask(block, 'same-structure', pair);
    }
    const moved = effects.get(join.absorbed)?.moves ?? [];
    const pairs = pairsBetween(
      join.by,
      moved.map(({ by }) => by),
    ).filter(([, mover]) => !join.by.includes(mover));
    if (pairs.length > 0) held.add(join);
    for (const pair of pairs) ask(join.absorbed, 'same-structure', pair);
  });
  return withoutCycles(
    joins.filter((join) => !held.has(join)),
    ask,
  );
}

/** A chain of joins that comes back to where it began has no first block: none of it is made. */
function withoutCycles(joins: readonly Join[], ask: Ask): readonly Join[] {
  const intoOf = new Map(joins.map((join) => [join.absorbed, join]));
  const inCycle = (start: Join): boolean => {
    let at: Join | undefined = intoOf.get(start.index);
    for (let steps = 0; at !== undefined && steps <= joins.length; steps++) {
      if (at === start) return true;
      at = intoOf.get(at.index);
    }
    return false;
  };
  const cyclic = joins.filter(inCycle);
  cyclic.forEach((join, at) => {
    for (const other of cyclic.slice(at + 1)) {
      for (const pair of questionsBetween(join.by, other.by)) ask(join.index, 'same-structure', pair);
    }
  });
  return joins.filter((join) => !cyclic.includes(join));
}

interface GroupMove {
  readonly index: number;
  readonly end: number;
  readonly move: PlannedMove;
}

/** Rule A9: headings that are moved into each other's chapters. Returns the indices of the moves that cannot be made. */
function movesIntoEachOther(
  blocks: readonly Block[],
  moves: ReadonlyMap<number, PlannedMove>,
  ask: Ask,
): ReadonlySet<number> {
  const groups: readonly GroupMove[] = [...moves]
    .flatMap(([index, move]) =>
      blocks[index]?.kind === 'heading' ? [{ index, end: subtreeEnd(blocks, index), move }] : [],
    )
    .sort((a, b) => a.index - b.index);
  /** The innermost moved chapter that holds the slot. */
  const holder = (slot: number): GroupMove | undefined =>
    groups
      .filter(({ index, end }) => index <= slot && slot < end)
      .reduce<GroupMove | undefined>(
        (inner, group) => (inner === undefined || group.index > inner.index ? group : inner),
        undefined,
      );
  const cyclic = groups.filter((start) => {
    let at = holder(start.move.slot);
    for (let steps = 0; at !== undefined && steps <= groups.length; steps++) {
      if (at === start) return true;
      at = holder(at.move.slot);
    }
    return false;
  });
  cyclic.forEach((group, at) => {
    for (const other of cyclic.slice(at + 1)) {
      for (const pair of questionsBetween(group.move.by, other.move.by)) ask(group.index, 'same-structure', pair);
    }
  });
  return new Set(cyclic.map(({ index }) => index));
}

type BlockMerge = ReturnType<typeof mergeWords<AmendmentId>>;

interface KnownMerge {
  readonly texts: BlockEffects['texts'];
  readonly merge: BlockMerge;
}

/** What was made of each block's words the last time: a plan that differs in one amendment merges the blocks of that one only. */
const merges = new WeakMap<readonly Block[], Map<number, KnownMerge>>();

const sameTexts = (a: BlockEffects['texts'], b: BlockEffects['texts']): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at];
    return (
      other?.by === one.by &&
      other.pieces.length === one.pieces.length &&
      one.pieces.every((piece, part) => piece === other.pieces[part])
    );
  });

function mergeBlock(blocks: readonly Block[], index: number, base: Pieces, texts: BlockEffects['texts']): BlockMerge {
  const ofRevision = merges.get(blocks) ?? new Map<number, KnownMerge>();
  merges.set(blocks, ofRevision);
  const known = ofRevision.get(index);
  if (known && sameTexts(known.texts, texts)) return known.merge;
  const merge = mergeWords(
    base,
    texts.map(({ by, pieces }) => ({ by, current: piecesOf(pieces) })),
  );
  ofRevision.set(index, { texts, merge });
  return merge;
}

/** Merges the words of each block for the plans that will be asked for, one block at a time, for whoever has something else to do in between. */
export function* mergesInTurns(revision: Revision, amendments: readonly Amendment[]): Generator<undefined, void> {
  const { blocks: effects } = gatherEffects(revision, inOrderOfSubmission(amendments));
  for (const [index, { texts }] of effects) {
    const block = revision.blocks[index];
    if (block === undefined || texts.length === 0) continue;
    mergeBlock(revision.blocks, index, piecesOf([block.text]), texts);
    yield;
  }
}

function makePlan(revision: Revision, amendments: readonly Amendment[]): Plan {
  const { blocks } = revision;
  const ranks = submissionRanks(amendments);
  const { blocks: effects, insertions, unplaced } = gatherEffects(revision, inOrderOfSubmission(amendments));

  const found: (Collision & { readonly index: number })[] = [];
  const ask: Ask = (index, reason, [first, second], overlap) => {
    const block = blocks[index];
    if (block === undefined) return;
    const inOrder = (ranks.get(first) ?? 0) <= (ranks.get(second) ?? 0);
    const [a, b] = inOrder ? [first, second] : [second, first];
    const rangeInBase = overlap === undefined ? null : { start: overlap.start, end: overlap.end };
    found.push({ a, b, reason, block: block.id, rangeInBase, index });
  };

  const allJoins = joinsOf(effects);
  const questionedDeletions = new Set<number>();
  for (const [index, { texts, deletions, moves }] of effects) {
    const others = [
      ...texts.map(({ by }) => by),
      ...moves.map(({ by }) => by),
      ...allJoins.filter((join) => join.index === index || join.absorbed === index).flatMap(({ by }) => by),
    ];
    // Who strikes the block as well has said what becomes of it in the end.
    const pairs = pairsBetween(deletions, others).filter(([, other]) => !deletions.includes(other));
    if (pairs.length > 0) questionedDeletions.add(index);
    for (const pair of pairs) ask(index, 'deleted-target', pair);
  }

  const isStruck = (index: number): boolean => (effects.get(index)?.deletions.length ?? 0) > 0;
  const joins = settleJoins(allJoins, effects, ask).filter(
    ({ index, absorbed }) => !isStruck(index) && !questionedDeletions.has(absorbed),
  );

  const moves = new Map<number, PlannedMove>();
  for (const [index, { moves: wishes }] of effects) {
    const [first] = wishes;
    if (first === undefined) continue;
    const pairs = wishes.flatMap((wish, at) =>
      wishes.slice(at + 1).flatMap((other) => (wish.slot === other.slot ? [] : [[wish.by, other.by] as const])),
    );
    for (const pair of pairs) ask(index, 'same-move', pair);
    const isAbsorbed = allJoins.some(({ absorbed }) => absorbed === index);
    if (pairs.length > 0 || isStruck(index) || isAbsorbed) continue;
    moves.set(index, { by: wishes.map(({ by }) => by), slot: first.slot, order: first.order });
  }
  for (const index of movesIntoEachOther(blocks, moves, ask)) moves.delete(index);

  const plans = new Map<number, BlockPlan>();
  for (const index of new Set([...effects.keys(), ...joins.map(({ index: into }) => into)])) {
    const block = blocks[index];
    if (block === undefined) continue;
    const { texts, deletions } = effects.get(index) ?? { texts: [], deletions: [] };
    const base = piecesOf([block.text]);
    const merge = mergeBlock(blocks, index, base, texts);
    for (const overlap of merge.overlaps) {
      ask(index, overlap.structural ? 'same-structure' : 'same-words', [overlap.a, overlap.b], overlap);
    }
    const keepsText = deletions.length > 0;
    plans.set(index, {
      pieces: keepsText ? mergeWords<AmendmentId>(base, []).pieces : merge.pieces,
      textBy: keepsText ? [] : distinct(texts.map(({ by }) => by)),
      deletedBy: questionedDeletions.has(index) ? [] : deletions,
      move: moves.get(index) ?? null,
      absorbs: joins.filter((join) => join.index === index).map(({ absorbed, by }) => ({ index: absorbed, by })),
    });
  }

  const rank = (id: AmendmentId): number => ranks.get(id) ?? 0;
  const collisions = found
    .sort(
      (x, y) =>
        x.index - y.index ||
        (x.rangeInBase?.start ?? -1) - (y.rangeInBase?.start ?? -1) ||
        rank(x.a) - rank(y.a) ||
        rank(x.b) - rank(y.b),
    )
    .map(({ a, b, reason, block, rangeInBase }) => ({ a, b, reason, block, rangeInBase }));
  return { blocks: plans, insertions, collisions, unplaced };
}

interface KnownPlan {
  readonly revision: RevisionId;
  readonly amendments: readonly Amendment[];
  readonly plan: Plan;
}

/**
 * The latest plans for each text, newest first: drawing the consequences of 100 decisions asks for the same one 100 times, at 25 ms each for 500 amendments. The list,
 * the meeting's plan and the decisions each ask about amendments of their own.
 */
const latest = new WeakMap<readonly Block[], readonly KnownPlan[]>();
const PLANS_KEPT = 3;

const isSame = (a: readonly Amendment[], b: readonly Amendment[]): boolean =>
  a.length === b.length && a.every((amendment, at) => amendment === b[at]);

/** Sorts out what can be done together and what must be asked about. Total; the order of `amendments` does not matter. Rules A1–A16. */
export function planChanges(revision: Revision, amendments: readonly Amendment[]): Plan {
  const kept = latest.get(revision.blocks) ?? [];
  const known = kept.find((one) => one.revision === revision.id && isSame(one.amendments, amendments));
  if (known !== undefined) return known.plan;
  const plan = makePlan(revision, amendments);
  const newest = { revision: revision.id, amendments: [...amendments], plan };
  latest.set(revision.blocks, [newest, ...kept].slice(0, PLANS_KEPT));
  return plan;
}
