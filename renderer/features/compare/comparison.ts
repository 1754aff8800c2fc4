import type { SentenceMove } from '#shared/comparison';
import type { BlockId } from '#shared/core/ids';
import type { Block } from '#shared/domain/block';
import { summarise, type BlockChange, type Summary } from '#shared/diff';
import type { ToldChange } from './live/comparer';

/** How one text came out of another, ready for the views. Indices in `changes` are into `base` and `current`. */
export interface Comparison {
  readonly base: readonly Block[];
  readonly current: readonly Block[];
  /** `current` as it was when a heading or the kind or number of a block last changed: places and chapters are the same in both. */
  readonly outline: readonly Block[];
  readonly changes: readonly BlockChange[];
  /** `told[i]` belongs to `changes[i]`. */
  readonly told: readonly ToldChange[];
  readonly exact: boolean;
  readonly summary: Summary;
  /** Index of the change each block of `current` is part of. */
  readonly changeAt: ReadonlyMap<BlockId, number>;
  readonly changeOf: Lookup<BlockId, BlockChange>;
  /** Sentences that came from, or went to, other changes; changes without any are left out. */
  readonly sentencesOf: ReadonlyMap<BlockChange, readonly SentenceMove[]>;
  /** Texts of base blocks that were struck directly before a block of `current`; under `null` those at the very end. */
  readonly struckBefore: ReadonlyMap<BlockId | null, readonly string[]>;
  /** The block of `current` at which a deletion is shown. */
  readonly deletionsAt: ReadonlyMap<BlockChange, BlockId>;
  /** Blocks of `current` at which some change is shown. */
  readonly changed: ReadonlySet<BlockId>;
  /** The last of what this one was made from, newest last, each with the blocks whose changes became others after it; none where all may be. */
  readonly steps: readonly Step[];
  readonly edition: Edition;
}

interface Step {
  readonly from: Edition;
  readonly touched: readonly BlockId[];
}

/** So many editions back one can tell what was touched since. */
const STEPS = 32;

/** The blocks whose changes may be others since an edition; `null` where that may be all. */
export function touchedSince({ steps }: Comparison, edition: Edition | undefined): ReadonlySet<BlockId> | null {
  const first = steps.findIndex(({ from }) => from === edition);
  return first < 0 ? null : new Set(steps.slice(first).flatMap(({ touched }) => touched));
}

/** What can be asked for by key; not every one that is known must be listed. */
type Lookup<Key, Value> = Pick<ReadonlyMap<Key, Value>, 'get'>;

/** Tells one state of a comparison from every other. It holds nothing, so that no state keeps those before it. */
export type Edition = symbol;

export const isChange = (change: BlockChange): boolean => change.kind !== 'unchanged' || change.moved || change.retyped;

/**
 * A change is shown at its own first block. A deletion at the block that now stands there; at the end of a chapter at the one before it, so
 * that what was struck in a chapter is never counted in the next.
 */
function deletionsIn(current: readonly Block[], changes: readonly BlockChange[]): ReadonlyMap<BlockChange, BlockId> {
  const anchors = new Map<BlockChange, BlockId>();
  let next: Block | undefined;
  const nextAt = changes.map(() => next);
  for (let at = changes.length - 1; at >= 0; at--) {
    nextAt[at] = next;
    next = current[changes[at]?.current[0] ?? -1] ?? next;
  }
  let previous: Block | undefined;
  changes.forEach((change, at) => {
    const after = nextAt[at];
    const anchor = after && after.kind !== 'heading' ? after : (previous ?? after);
    if (change.current.length === 0 && anchor) anchors.set(change, anchor.id);
    previous = current[change.current.at(-1) ?? -1] ?? previous;
  });
  return anchors;
}

/** The block of `current` at which a change is shown; `null` for what is unchanged, and where there is none left. */
export const anchorOf = (
  { current, deletionsAt }: Pick<Comparison, 'current' | 'deletionsAt'>,
  change: BlockChange,
): BlockId | null =>
  (isChange(change) ? (current[change.current[0] ?? -1]?.id ?? deletionsAt.get(change)) : undefined) ?? null;

const lookIn = (
  changeAt: ReadonlyMap<BlockId, number>,
  changes: readonly BlockChange[],
): Lookup<BlockId, BlockChange> => ({ get: (block) => changes[changeAt.get(block) ?? -1] });

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Where each block of `current` is told, and what was struck right before it. */
function placesIn(base: readonly Block[], current: readonly Block[], changes: readonly BlockChange[]) {
  const changeAt = new Map<BlockId, number>();
  const struckBefore = new Map<BlockId | null, readonly string[]>();
  let waiting: string[] = [];
  changes.forEach((change, at) => {
    if (change.kind === 'deleted') waiting.push(...change.base.map((index) => base[index]?.text ?? ''));
    for (const index of change.current) {
      const block = current[index];
      if (!block) continue;
      changeAt.set(block.id, at);
      if (waiting.length > 0) struckBefore.set(block.id, waiting);
      waiting = [];
    }
  });
  if (waiting.length > 0) struckBefore.set(null, waiting);
  return { changeAt, struckBefore };
}

/** What the comparer found, as the views need it. Linear in blocks, and each part of it only when a view asks for it. */
export function viewComparison(
  base: readonly Block[],
  current: readonly Block[],
  told: readonly ToldChange[],
  exact: boolean,
): Comparison {
  const changes = told.map(({ change }) => change);
  const summary = once(() => summarise({ changes, exact }));
  const places = once(() => placesIn(base, current, changes));
  const changeOf = once(() => lookIn(places().changeAt, changes));
  const sentencesOf = once(
    () => new Map(told.flatMap(({ change, sentences }) => (sentences.length > 0 ? [[change, sentences]] : []))),
  );
  const deletionsAt = once(() => deletionsIn(current, changes));
  const changed = once(
    () => new Set(changes.flatMap((change) => anchorOf({ current, deletionsAt: deletionsAt() }, change) ?? [])),
  );
  return {
    base,
    current,
    outline: current,
    changes,
    told,
    exact,
    steps: [],
    edition: Symbol('edition'),
    get summary() {
      return summary();
    },
    get changeAt() {
      return places().changeAt;
    },
    get changeOf() {
      return changeOf();
    },
    get sentencesOf() {
      return sentencesOf();
    },
    get struckBefore() {
      return places().struckBefore;
    },
    get deletionsAt() {
      return deletionsAt();
    },
    get changed() {
      return changed();
    },
  };
}

/** What a key may do without moving anything: blocks of the same id, kind and number; a heading's words are part of what places are called. */
const keepsOutline = (before: readonly Block[], typed: Typed<Block>): boolean =>
  typed.every(([index, block]) => {
    const former = before[index];
    return (
      former?.id === block.id &&
      former.kind === block.kind &&
      former.level === block.level &&
      former.marker === block.marker &&
      (block.kind !== 'heading' || former.text === block.text)
    );
  });

const sameBlocks = (a: BlockChange, b: BlockChange): boolean =>
  a.moved === b.moved && a.base.join() === b.base.join() && a.current.join() === b.current.join();

/** The map with what is known of a change known of the one that has come in its place; the same map where nothing is. */
function handedOn<Value>(
  known: ReadonlyMap<BlockChange, Value>,
  before: BlockChange,
  change: BlockChange,
  value: Value | undefined,
): ReadonlyMap<BlockChange, Value> {
  if (value === undefined && !known.has(before)) return known;
  const next = new Map(known);
  next.delete(before);
  return value === undefined ? next : next.set(change, value);
}

/** Items with the index at which each stands. */
export type Typed<Item> = readonly (readonly [index: number, item: Item])[];

/**
 * The same as `viewComparison` of what was typed in since `former`, at the cost of that: what a key cannot change is shared with the state before.
 * `told` are the changes that are others now. `null` where blocks came, went, moved or became of another kind: then all is to be viewed anew.
 */
export function followComparison(
  former: Comparison,
  current: readonly Block[],
  typed: Typed<Block>,
  told: Typed<ToldChange>,
): Comparison | null {
  if (former.current.length !== current.length || !keepsOutline(former.current, typed)) return null;
  if (!told.every(([index, { change }]) => sameBlocks(change, former.changes[index] ?? change))) return null;
  const changes = [...former.changes];
  const allTold = [...former.told];
  const summary = { ...former.summary };
  const touched: BlockId[] = [];
  let { changed, deletionsAt, sentencesOf } = former;
  for (const [index, one] of told) {
    const before = former.changes[index];
    const { change } = one;
    if (before === undefined) return null;
    changes[index] = change;
    allTold[index] = one;
    summary[before.kind] -= 1;
    summary[change.kind] += 1;
    touched.push(...change.current.flatMap((at) => current[at]?.id ?? []));
    deletionsAt = handedOn(deletionsAt, before, change, deletionsAt.get(before));
    sentencesOf = handedOn(sentencesOf, before, change, one.sentences.length > 0 ? one.sentences : undefined);
    const own = current[change.current[0] ?? -1]?.id;
    if (own === undefined || isChange(before) === isChange(change)) continue;
    const next = new Set(changed);
    // What was struck before it may be shown there too.
    if (isChange(change)) next.add(own);
    else if (![...deletionsAt.values()].includes(own)) next.delete(own);
    changed = next;
  }
  return {
    ...former,
    current,
    changes,
    told: allTold,
    summary,
    deletionsAt,
    sentencesOf,
    changed,
    changeOf: lookIn(former.changeAt, changes),
    steps: [...former.steps.slice(1 - STEPS), { from: former.edition, touched }],
    edition: Symbol('edition'),
  };
}
