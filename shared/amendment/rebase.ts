import { unreachable } from '../core/invariant';
import { rememberedByPair } from '../core/remembered';
import type { BlockId } from '../core/ids';
import type { Block } from '../domain/block';
import { subtreeEnd } from '../domain/chapters';
import type { Revision } from '../domain/revision';
import type { Amendment, TextChange } from './amendment';
import { indexOfBlocks } from './effects';
import { trailBetween, type Trail, type Whereabouts } from './follow';
import { mergeWords, type MergedPiece } from './mergeWords';
import { piecesOf } from './pieces';

export type RebaseState = 'untouched' | 'carried' | 'covered' | 'conflict';

export interface Rebase {
  readonly state: RebaseState;
  /** Against the new revision. In a conflict: the changes as they were made. Where everything is covered: none. */
  readonly changes: readonly TextChange[];
}

const untouched = (change: TextChange): Rebase => ({ state: 'untouched', changes: [change] });
const carried = (...changes: readonly TextChange[]): Rebase => ({ state: 'carried', changes });
const covered: Rebase = { state: 'covered', changes: [] };
const conflict = (change: TextChange): Rebase => ({ state: 'conflict', changes: [change] });

type ChangeOf<Kind extends TextChange['kind']> = Extract<TextChange, { kind: Kind }>;

/** What one change is rebased with. */
interface Passage {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
  readonly trail: Trail;
  readonly fromIndex: ReadonlyMap<BlockId, number>;
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => text === b[at]);

const textsAt = (blocks: readonly Block[], indices: readonly number[]): readonly string[] =>
  indices.map((index) => blocks[index]?.text ?? '');

/** The one block where the words still stand by themselves, or `null` where they are gone, divided or joined with others. */
function soleBlock({ base, current }: Whereabouts, to: readonly Block[]): Block | null {
  const [only] = current;
  return base.length === 1 && current.length === 1 && only !== undefined ? (to[only] ?? null) : null;
}

type Side = 'base' | 'amendment';

/** Which merged pieces make up each block of the new revision; a piece that the amendment itself divides off stays with the one before. */
function piecesByBlock(pieces: readonly MergedPiece<Side>[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  pieces.forEach(({ text, dividedBy }, at) => {
    const onlyAmendment = dividedBy.includes('amendment') && !dividedBy.includes('base');
    if (at > 0 && onlyAmendment) groups.at(-1)?.push(text);
    else groups.push([text]);
  });
  return groups;
}

/**
 * Carries new words for the block at `index` over to where its words stand now. `pieces` are the block's texts as the amendment has them; none where it
 * strikes them. Three-way merge with the old text as the base; rules B3–B5.
 */
function rebaseWords(
  change: TextChange,
  index: number,
  pieces: readonly string[],
  { from, to, trail }: Passage,
): Rebase {
  const { base, current } = trail.whereabouts(index);
  if (current.length === 0) return conflict(change);
  const before = textsAt(
    from,
    base.filter((other) => other < index),
  );
  const after = textsAt(
    from,
    base.filter((other) => other > index),
  );
  const old = textsAt(from, base).join(' ');
  const theirs = textsAt(to, current);
  const own = pieces.map((text, at) =>
    [...(at === 0 ? before : []), text, ...(at === pieces.length - 1 ? after : [])].join(' '),
  );
  const ours = pieces.length === 0 ? [[...before, ...after].join(' ')] : own;
  if (sameTexts(ours, theirs)) return covered;

  const { pieces: merged, overlaps } = mergeWords<Side>(piecesOf([old]), [
    { by: 'base', current: piecesOf(theirs) },
    { by: 'amendment', current: piecesOf(ours) },
  ]);
  const texts = piecesByBlock(merged);
  if (overlaps.length > 0 || texts.length !== theirs.length) return conflict(change);
  const changes = texts.flatMap((own, at): readonly TextChange[] => {
    const block = to[current[at] ?? -1];
    if (block === undefined || sameTexts(own, [block.text])) return [];
    const [only] = own;
    return own.length === 1 && only !== undefined
      ? [{ kind: 'replacement', block: block.id, text: only }]
      : [{ kind: 'split', block: block.id, texts: own }];
  });
  return changes.length === 0 ? covered : carried(...changes);
}

function rebaseText(change: ChangeOf<'replacement' | 'split'>, passage: Passage): Rebase {
  const index = passage.fromIndex.get(change.block);
  if (index === undefined) return conflict(change);
  const place = passage.trail.whereabouts(index);
  const sole = soleBlock(place, passage.to);
  if (sole !== null && sole.text === passage.from[index]?.text) {
    return sole.id === change.block && !place.moved ? untouched(change) : carried({ ...change, block: sole.id });
  }
  return rebaseWords(change, index, change.kind === 'replacement' ? [change.text] : change.texts, passage);
}

function rebaseDeletion(change: ChangeOf<'deletion'>, passage: Passage): Rebase {
  const { from, to, trail, fromIndex } = passage;
  const index = fromIndex.get(change.block);
  if (index === undefined) return conflict(change);
  const place = trail.whereabouts(index);
  if (place.current.length === 0) return covered;
  if (place.base.length > 1) return rebaseWords(change, index, [], passage);
  if (textsAt(to, place.current).join(' ') !== from[index]?.text) return conflict(change);
  const sole = soleBlock(place, to);
  if (sole?.id === change.block && !place.moved) return untouched(change);
  return carried(
    ...place.current.flatMap((at) => {
      const block = to[at];
      return block === undefined ? [] : [{ kind: 'deletion', block: block.id } as const];
    }),
  );
}

const anchorAt = (slot: number, to: readonly Block[]): BlockId | null => to[slot]?.id ?? null;

/** Behind what has come to the slot of the same kind: of two new points at one place the one that was adopted first stands first. Rule B12. */
function behindLike(slot: number, kind: Block['kind'] | undefined, to: readonly Block[], trail: Trail): number {
  // A new heading opens a chapter of its own: what stands in that is nothing that came to this place.
  if (kind === 'heading') return slot;
  let at = slot;
  while (at + 1 < to.length && trail.isNew(at + 1) && to[at + 1]?.kind === kind) at += 1;
  return at;
}

function rebaseInsertion(change: ChangeOf<'insertion'>, { to, trail, fromIndex }: Passage): Rebase {
  const index = change.after === null ? -1 : fromIndex.get(change.after);
  if (index === undefined) return conflict(change);
  const slot = trail.slot(index);
  const standing: Block[] = [];
  for (let at = slot + 1; at < to.length && trail.isNew(at); at++) {
    const block = to[at];
    if (block !== undefined) standing.push(block);
  }
  const isStanding = change.blocks.every(({ kind, text }) =>
    standing.some((block) => block.kind === kind && block.text === text),
  );
  if (isStanding) return covered;
  const after = anchorAt(behindLike(slot, change.blocks[0]?.kind, to, trail), to);
  return after === change.after ? untouched(change) : carried({ ...change, after });
}

/**
 * Whether a chapter has swallowed the one behind it: the heading in between is gone, and what stood under that now stands under the chapter's own. Who wanted the chapter
 * to be moved has not asked for that to go along. Rule B13; `index` is the chapter's heading in the old text, `now` what it reaches over in the new.
 */
function takesMoreAlong(
  index: number,
  now: { readonly start: number; readonly end: number },
  from: readonly Block[],
  trail: Trail,
): boolean {
  if (from[index]?.kind !== 'heading') return false;
  const next = subtreeEnd(from, index);
  if (next >= from.length || trail.whereabouts(next).current.length > 0) return false;
  for (let under = next + 1; under < subtreeEnd(from, next); under++) {
    const { current, moved } = trail.whereabouts(under);
    if (!moved && current.some((at) => at > now.start && at < now.end)) return true;
  }
  return false;
}

function rebaseMove(change: ChangeOf<'move'>, { from, to, trail, fromIndex }: Passage): Rebase {
  const index = fromIndex.get(change.block);
  const destination = change.after === null ? -1 : fromIndex.get(change.after);
  if (index === undefined || destination === undefined) return conflict(change);
  const place = trail.whereabouts(index);
  const [first] = place.current;
  // Joined to another one before it, the block is no longer one that can be moved by itself.
  if (first === undefined || place.base[0] !== index) return conflict(change);
  const slot = trail.slot(destination);
  let before = first - 1;
  while (before > slot && trail.isNew(before)) before -= 1;
  const end = subtreeEnd(to, place.current.at(-1) ?? first);
  if (before === slot) return covered;
  if (place.moved || takesMoreAlong(index, { start: first, end }, from, trail)) return conflict(change);
  if (first <= slot && slot < end) return covered;
  const after = anchorAt(slot, to);
  const sole = soleBlock(place, to);
  const isSame = sole?.id === change.block && sole.text === from[index]?.text && after === change.after;
  if (isSame) return untouched(change);
  return carried(
    ...place.current.flatMap((at) => {
      const block = to[at];
      return block === undefined ? [] : [{ kind: 'move', block: block.id, after } as const];
    }),
  );
}

function rebaseJoin(change: ChangeOf<'join'>, { from, to, trail, fromIndex }: Passage): Rebase {
  const [index, other] = [fromIndex.get(change.block), fromIndex.get(change.with)];
  if (index === undefined || other === undefined) return conflict(change);
  const [place, otherPlace] = [trail.whereabouts(index), trail.whereabouts(other)];
  if (place.base.includes(other)) return covered;
  const block = to[place.current.at(-1) ?? -1];
  const second = to[otherPlace.current[0] ?? -1];
  if (block === undefined || second === undefined) return conflict(change);
  const isSame =
    block.id === change.block &&
    second.id === change.with &&
    block.text === from[index]?.text &&
    second.text === from[other]?.text;
  return isSame ? untouched(change) : carried({ kind: 'join', block: block.id, with: second.id });
}

function rebaseEditorial(change: ChangeOf<'editorial'>, { to, trail, fromIndex }: Passage): Rebase {
  if (change.block === null) return untouched(change);
  const index = fromIndex.get(change.block);
  const block = index === undefined ? undefined : to[trail.whereabouts(index).current[0] ?? -1];
  if (block === undefined) return conflict(change);
  return block.id === change.block ? untouched(change) : carried({ ...change, block: block.id });
}

function rebaseChange(change: TextChange, passage: Passage): Rebase {
  switch (change.kind) {
    case 'replacement':
    case 'split':
      return rebaseText(change, passage);
    case 'deletion':
      return rebaseDeletion(change, passage);
    case 'insertion':
      return rebaseInsertion(change, passage);
    case 'move':
      return rebaseMove(change, passage);
    case 'join':
      return rebaseJoin(change, passage);
    case 'editorial':
      return rebaseEditorial(change, passage);
    case 'programme':
      return untouched(change);
    default:
      return unreachable(change);
  }
}

/**
 * The amendment as it stands against another revision. Total. It follows its words by the identity of their block, and where that was divided, joined or given
 * a new identity, by the words themselves. A conflict in one change is a conflict of all: they are adopted together or not at all. Rules B1–B9 of SPEC.md.
 */
export const rebaseAmendment = ({ changes }: Amendment, from: Revision, to: Revision): Rebase =>
  from.id === to.id ? { state: 'untouched', changes } : rebaseChanges(passageBetween(from.blocks, to.blocks), changes);

/** The same for all amendments between the same two texts. */
const passageBetween = rememberedByPair((from: readonly Block[], to: readonly Block[]): Passage => ({
  from,
  to,
  trail: trailBetween({ blocks: from }, { blocks: to }),
  fromIndex: indexOfBlocks(from),
}));

/** Each is asked about by the list, the plan, the papers and the decisions. */
const rebaseChanges = rememberedByPair((passage: Passage, changes: readonly TextChange[]): Rebase => {
  const rebased = changes.map((change) => rebaseChange(change, passage));
  const every = (state: RebaseState): boolean => rebased.every((one) => one.state === state);
  if (rebased.some(({ state }) => state === 'conflict')) return { state: 'conflict', changes };
  if (every('untouched')) return { state: 'untouched', changes };
  if (every('covered')) return covered;
  return { state: 'carried', changes: rebased.flatMap((one) => one.changes) };
});
