import type * as Y from 'yjs';
import type { BlockId } from '../../core/ids';
import type { IdSource } from '../../core/sources';
import { spliceBetween } from '../../core/textSplice';
import { wordDiff } from '../../diff/index';
import type { ChapterLock, Locks } from '../../domain/chapterLock';
import { sameFormats } from '../../domain/formats';
import { withReferenceNames } from '../../domain/references';
import { readLocks, setLock } from './locks';
import { deleteBlocks } from './operations/deleting';
import { chapterIds, moveBlocks } from './operations/moving';
import { restoreBlock, standAlone } from './operations/restoring';
import { draftReader, type DraftBlock, type DraftReader } from './reader';

/** Origin of what brings a locked chapter back. */
export const KEPT = Symbol('a locked chapter is kept');

/** A draft with locks on it, before somebody's change. */
export interface LockedDraft {
  readonly blocks: readonly DraftBlock[];
  readonly locks: Locks;
  readonly version: number;
}

/** What is to be kept, as it is now; `null` where nothing is locked. Costs nothing but the look at the locks. */
export function lockedDraft(doc: Y.Doc): LockedDraft | null {
  const locks = readLocks(doc);
  if (locks.size === 0) return null;
  const { blocks, version } = draftReader(doc);
  return { blocks, locks, version };
}

/** Words that were not taken in, to be offered back to who wrote them. */
export interface RefusedWords {
  /** The heading of the locked chapter. */
  readonly heading: BlockId;
  /** Where they were written. */
  readonly block: BlockId;
  /** With the spaces around them: the next letters may go on from there. Empty where nothing was written, and words that were taken away are back. */
  readonly text: string;
}

/** What a lock keeps of a block. */
export type LockedBlock = Pick<DraftBlock, 'id' | 'kind' | 'level' | 'marker' | 'text' | 'formats' | 'footnoteRefs'>;

/** With its references by what they lead to: the name that each has just now is no part of a block. */
const byTargets = (block: LockedBlock): LockedBlock => withReferenceNames(block, (target) => target);

const isSame = (a: LockedBlock, b: LockedBlock): boolean =>
  a.text === b.text &&
  a.kind === b.kind &&
  a.level === b.level &&
  a.marker === b.marker &&
  sameFormats(a.formats, b.formats) &&
  a.footnoteRefs.length === b.footnoteRefs.length;

/** Whether a block that is kept is as it was. */
export const isAsKept = (a: LockedBlock, b: LockedBlock | null): boolean =>
  b !== null && (isSame(a, b) || isSame(byTargets(a), byTargets(b)));

/** What was put in at one place, to the letter, or nothing where words were only taken away; `null` where more was done. */
function addedAtOnce(before: string, after: string): string | null {
  // From the end of the words that both begin with: what is typed on ends with the same sign as often as not.
  const splice = spliceBetween(before, after, after.length);
  if (splice === null) return '';
  return splice.start === splice.end || splice.inserted === '' ? splice.inserted : null;
}

/** What is in the one text and not in the other: to the letter where it was put in at one place, else the words that are others. */
const added = (before: string, after: string): string =>
  addedAtOnce(before, after) ??
  wordDiff(before, after)
    .flatMap(([sign, words]) => (sign === '+' ? [words.trim()] : []))
    .join(' … ');

/** What was split off from a block since, right after it. */
function splitOff(reader: DraftReader, id: BlockId, stoodIn: ReadonlySet<BlockId>): readonly DraftBlock[] {
  const hosts = new Set(reader.hostsOf(id));
  const behind = reader.blocks
    .slice((reader.indexOf(id) ?? 0) + 1)
    .filter((block) => !reader.placed(block.id)?.calledBy);
  const end = behind.findIndex(
    (block) => stoodIn.has(block.id) || !reader.hostsOf(block.id).some((host) => hosts.has(host)),
  );
  return end < 0 ? behind : behind.slice(0, end);
}

/** What a writer put into a block. Its halves are read as the one text that they were: a word that was cut in two is nobody's new words. */
function addedTo(
  before: string,
  shown: DraftBlock,
  halves: readonly DraftBlock[],
): readonly Pick<RefusedWords, 'block' | 'text'>[] {
  const all = [shown, ...halves];
  const atOnce = addedAtOnce(before, all.map(({ text }) => text).join(''));
  if (atOnce !== null) return [{ block: shown.id, text: atOnce }];
  return [
    { block: shown.id, text: added(before, shown.text) },
    ...halves.flatMap(({ id, text }) => (before.endsWith(text) ? [] : [{ block: id, text }])),
  ];
}

/**
 * Brings every locked chapter that the writer may not write in back to what it was in `before`, after one change of theirs; what they wrote elsewhere stays.
 * Yields the words that were not taken in. Writes nothing where nothing of a locked chapter was changed. Rule Y23.
 */
export function keepLocked(
  doc: Y.Doc,
  before: LockedDraft,
  mayWrite: (lock: ChapterLock) => boolean,
  ids: IdSource,
): readonly RefusedWords[] {
  const reader = draftReader(doc);
  const refused: RefusedWords[] = [];
  const change = reader.changedSince(before.version);
  const stoodIn = new Set(before.blocks.map(({ id }) => id));
  const now = readLocks(doc);
  doc.transact(() => {
    for (const [heading, lock] of before.locks) {
      if (mayWrite(lock)) continue;
      if (now.get(heading) !== lock) setLock(doc, heading, lock);
      const chapter = chapterIds(before.blocks, heading);
      const isTouched = change === null || change.order || chapter.some((id) => change.changed.has(id));
      if (isTouched) refused.push(...bringChapterBack(doc, before.blocks, chapter, stoodIn, heading, ids));
    }
  }, KEPT);
  return refused;
}

function bringChapterBack(
  doc: Y.Doc,
  before: readonly DraftBlock[],
  chapter: readonly BlockId[],
  stoodIn: ReadonlySet<BlockId>,
  heading: BlockId,
  ids: IdSource,
): readonly RefusedWords[] {
  const reader = draftReader(doc);
  const refused: RefusedWords[] = [];
  const told = new Set<BlockId>();
  const former = before.filter(({ id }) => chapter.includes(id));
  let previous: BlockId | null = null;
  for (const block of former) {
    standAlone(doc, block.id);
    const shown = reader.block(block.id);
    if (!isAsKept(block, shown)) {
      const named = withReferenceNames(block, (target) => reader.nameOf(target));
      const halves = splitOff(reader, block.id, stoodIn);
      if (shown === null) refused.push({ heading, block: block.id, text: '' });
      else if (shown.text !== named.text)
        for (const words of addedTo(named.text, shown, halves)) refused.push({ heading, ...words });
      for (const half of halves) told.add(half.id);
      restoreBlock(doc, block, previous, ids, former);
    }
    previous = block.id;
  }
  // In its order again, and nothing of another's between. What is new stands in nobody's way: it is taken out below.
  const isFormerText = (id: BlockId): boolean => stoodIn.has(id) && reader.placed(id)?.calledBy === null;
  let last: BlockId | null = null;
  for (const { id } of former) {
    if (!isFormerText(id)) continue;
    if (last !== null && nextOf(reader, last, isFormerText) !== id) moveBlocks(doc, [id], last);
    last = id;
  }
  const strangers = strangersIn(reader.blocks, heading, last, stoodIn);
  for (const id of strangers)
    if (!told.has(id)) refused.push({ heading, block: id, text: reader.block(id)?.text ?? '' });
  if (strangers.length > 0) deleteBlocks(doc, strangers);
  return refused;
}

/** The first of those blocks behind another. */
const nextOf = (reader: DraftReader, id: BlockId, isOne: (id: BlockId) => boolean): BlockId | undefined =>
  reader.blocks.slice((reader.indexOf(id) ?? 0) + 1).find((block) => isOne(block.id))?.id;

/** What is new in a chapter that reaches to `last` at least: a new heading before that does not end it, but is in it like any other new block. */
function strangersIn(
  blocks: readonly DraftBlock[],
  heading: BlockId,
  last: BlockId | null,
  stoodIn: ReadonlySet<BlockId>,
): readonly BlockId[] {
  const start = blocks.findIndex(({ id }) => id === heading);
  const end = blocks.findIndex(({ id }) => id === last);
  const isWithin = ({ id }: DraftBlock, index: number): boolean => index > start && index < end && !stoodIn.has(id);
  const others = blocks.filter((block, index) => !isWithin(block, index));
  return [
    ...blocks.filter(isWithin).map(({ id }) => id),
    ...chapterIds(others, heading).filter((id) => !stoodIn.has(id)),
  ];
}
