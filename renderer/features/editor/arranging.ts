import type { BlockId } from '#shared/core/ids';
import type { BlockKind } from '#shared/domain/block';
import { chapterIds, isAsKept, type DraftBlock, type DraftReader, type LockedBlock } from '#shared/schema/draft';
import { blocksWithin } from './selected';
import type { ModelSelection } from './selection';

/** A move, ready for `moveBlocks`. */
export interface Move {
  readonly ids: readonly BlockId[];
  /** `null`: to the start. */
  readonly after: BlockId | null;
}

const isHeading = (block: DraftBlock | undefined): boolean => block?.kind === 'heading';

/** What moves when this block is moved: a heading takes along everything under it. */
const movedWith = (blocks: readonly DraftBlock[], ids: readonly BlockId[]): readonly BlockId[] => {
  const first = blocks.find(({ id }) => id === ids[0]);
  return ids.length === 1 && first && isHeading(first) ? chapterIds(blocks, first.id) : ids;
};

/** The move one step up or down; `null` where there is nowhere to go. Nothing is moved above the title. */
export function stepMove(
  blocks: readonly DraftBlock[],
  selected: readonly BlockId[],
  direction: 'up' | 'down',
): Move | null {
  const ids = movedWith(blocks, selected);
  const start = blocks.findIndex(({ id }) => id === ids[0]);
  const end = blocks.findIndex(({ id }) => id === ids.at(-1)) + 1;
  const head = blocks[start];
  if (head === undefined || end < 1 || head.kind === 'title') return null;
  const wholeChapter = ids.length > 1 && selected.length === 1;
  const level = head.level ?? 1;
  const isSibling = (block: DraftBlock): boolean => block.kind === 'heading' && (block.level ?? 1) <= level;
  if (direction === 'up') {
    const target = wholeChapter || isHeading(head) ? blocks.slice(0, start).findLastIndex(isSibling) : start - 1;
    const before = blocks[target];
    if (before === undefined || before.kind === 'title') return null;
    return { ids, after: blocks[target - 1]?.id ?? null };
  }
  const next = blocks[end];
  if (next === undefined) return null;
  const after = wholeChapter || isHeading(head) ? (chapterIds(blocks, next.id).at(-1) ?? next.id) : next.id;
  return { ids, after };
}

/** The move that brings a block, or a heading with its chapter, before or after another; `null` when it would go into itself. */
export function moveTo(
  blocks: readonly DraftBlock[],
  moved: BlockId,
  target: BlockId,
  position: 'before' | 'after',
): Move | null {
  const ids = movedWith(blocks, [moved]);
  if (ids.includes(target)) return null;
  const rest = blocks.filter(({ id }) => !ids.includes(id));
  const at = rest.findIndex(({ id }) => id === target);
  if (at === -1) return null;
  if (position === 'after') return { ids, after: target };
  if (rest[at]?.kind === 'title') return null;
  return { ids, after: rest[at - 1]?.id ?? null };
}

/** The text without its footnotes, which go where their markers go. */
const withoutNotes = (reader: DraftReader, blocks: readonly DraftBlock[]): readonly DraftBlock[] =>
  blocks.filter(({ id }) => reader.placed(id)?.calledBy === null);

/** The move of what is selected one step up or down; `null` where there is nowhere to go. */
export const selectedStep = (reader: DraftReader, selection: ModelSelection, direction: 'up' | 'down'): Move | null =>
  stepMove(
    withoutNotes(reader, reader.blocks),
    withoutNotes(reader, blocksWithin(reader, selection)).map(({ id }) => id),
    direction,
  );

/** What stands before and behind the place after a block, which may be a footnote. */
function around(reader: DraftReader, after: BlockId | null): readonly [readonly DraftBlock[], readonly DraftBlock[]] {
  const place = after === null ? 0 : (reader.indexOf(after) ?? -1) + 1;
  return [withoutNotes(reader, reader.blocks.slice(0, place)), withoutNotes(reader, reader.blocks.slice(place))];
}

type IsLocked = (id: BlockId) => boolean;

type Shape = Pick<DraftBlock, 'id' | 'kind' | 'level'>;

/** Whether a lock that reaches to the first block, if any, ends where the other one begins. */
function endsLock<Some extends Shape>(
  blocks: readonly Some[],
  isLocked: IsLocked,
  locked: Some | undefined,
  next: Pick<Shape, 'kind' | 'level'> | undefined,
): boolean {
  if (locked === undefined || next === undefined || !isLocked(locked.id)) return true;
  if (next.kind !== 'heading') return false;
  const before = blocks.slice(0, blocks.indexOf(locked) + 1);
  const chapter = before.slice(before.findLastIndex(({ id }) => !isLocked(id)) + 1);
  const levels = chapter.flatMap(({ kind, level }) => (kind === 'heading' ? [level ?? 1] : []));
  return (next.level ?? 1) <= Math.min(...levels);
}

/** The locked block that a move would take along, part from its chapter or bring under its lock what others may write in; `null` where what is locked stays as it is. */
export function lockedInWay(reader: DraftReader, { ids, after }: Move, isLocked: IsLocked): BlockId | null {
  const moved = new Set(ids);
  const taken = ids.find(isLocked);
  if (taken !== undefined) return taken;
  const blocks = withoutNotes(reader, reader.blocks);
  const rest = blocks.filter(({ id }) => !moved.has(id));
  const ends = (locked: DraftBlock | undefined, next: DraftBlock | undefined): boolean =>
    endsLock(blocks, isLocked, locked, next);
  const [head] = around(reader, after);
  const place = head.filter(({ id }) => !moved.has(id)).length;
  const former = blocks.findIndex(({ id }) => moved.has(id));
  const behind = rest[place - 1];
  const left = rest[former - 1];
  if (behind && !(ends(behind, blocks[former]) && ends(behind, rest[place]))) return behind.id;
  return left && !ends(left, rest[former]) ? left.id : null;
}

/** The locked block before one whose lock would go on over it if it were of that kind; `null` where none would. */
export function lockedBefore(
  reader: DraftReader,
  id: BlockId,
  changed: Pick<Shape, 'kind' | 'level'>,
  isLocked: IsLocked,
): BlockId | null {
  const blocks = withoutNotes(reader, reader.blocks);
  const before = blocks[blocks.findIndex((block) => block.id === id) - 1];
  return before && !endsLock(blocks, isLocked, before, changed) ? before.id : null;
}

/** The locked block under whose lock a block would be that comes in after `after`, or that it would part from its chapter; `null` where none is. */
export function lockedAround(
  reader: DraftReader,
  coming: Pick<Shape, 'kind' | 'level'>,
  after: BlockId | null,
  isLocked: IsLocked,
): BlockId | null {
  const { blocks } = reader;
  const [before, [next]] = around(reader, after);
  const behind = before.at(-1);
  const isFree = endsLock(blocks, isLocked, behind, coming) && endsLock(blocks, isLocked, behind, next);
  return behind && !isFree ? behind.id : null;
}

/** The locked block that is another in the second text than in the first, is gone there, or has something else under its lock after it, or the locked heading that is there again; `null` where what is locked is as it was. */
export function changedUnderLock(
  before: readonly LockedBlock[],
  after: readonly LockedBlock[],
  isLocked: IsLocked,
): BlockId | null {
  const places = new Map(after.map(({ id }, index) => [id, index]));
  const followerOf = (blocks: readonly LockedBlock[], index: number): BlockId | null => {
    const next = blocks[index + 1];
    return next === undefined || endsLock(blocks, isLocked, blocks[index], next) ? null : next.id;
  };
  for (const [index, block] of before.entries()) {
    if (!isLocked(block.id)) continue;
    const place = places.get(block.id);
    const now = place === undefined ? undefined : after[place];
    if (place === undefined || now === undefined || !isAsKept(block, now)) return block.id;
    if (followerOf(before, index) !== followerOf(after, place)) return block.id;
  }
  const stood = new Set(before.map(({ id }) => id));
  return after.find(({ id }) => !stood.has(id) && isLocked(id))?.id ?? null;
}

/** What Tab (and Shift+Tab) makes of a block; `null` when it stays. */
export function indented(block: DraftBlock, outwards: boolean): { kind: BlockKind; level: number | null } | null {
  switch (block.kind) {
    case 'heading': {
      const level = Math.max(1, Math.min(4, (block.level ?? 1) + (outwards ? -1 : 1)));
      return level === block.level ? null : { kind: 'heading', level };
    }
    case 'paragraph':
    case 'other':
    case 'leadIn':
      return outwards
        ? block.kind === 'leadIn'
          ? { kind: 'paragraph', level: null }
          : null
        : { kind: 'point', level: null };
    case 'point':
      return outwards ? { kind: 'paragraph', level: null } : null;
    case 'title':
    case 'footnote':
      return null;
  }
}
