import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { IdSource } from '../../../core/sources';
import type { Block } from '../../../domain/block';
import { entryMap, type NoteEmbed } from '../layout';
import { currentReader, type DraftReader } from '../reader';
import { gesture, restructure, setField } from '../writing';
import { deleteBlocks } from './deleting';
import { insertBlock } from './inserting';
import { keepRescued, setKind } from './kinds';
import { chapterIds, moveBlocks } from './moving';
import { callerOf, embedAt, removeMarkers } from './noting';
import { asDraftReads, bringWordsTo } from './rewording';
import { takeBack } from './takingBack';

/** A block as it was once, with the footnotes that were called in it. */
export type FormerBlock = Pick<
  Block,
  'id' | 'kind' | 'level' | 'marker' | 'text' | 'origins' | 'formats' | 'footnoteRefs'
>;

/** What was joined into another block stands by itself again, with its own words. */
export function standAlone(doc: Y.Doc, id: BlockId): void {
  const reader = currentReader(doc);
  if (reader.block(id) !== null || reader.entry(id).joinedInto === null) return;
  restructure(doc, () => {
    setField(reader, id, 'joinedInto', null);
    reader.settle();
  });
}

/** Brings one block to what it was; yields its id. One that was deleted comes back as itself, one that cannot gets a new id and the old lineage. */
function bringBack(doc: Y.Doc, former: FormerBlock, after: BlockId | null, ids: IdSource): BlockId {
  const reader = currentReader(doc);
  if (reader.block(former.id) === null && entryMap(doc, former.id)?.get('deleted') === true)
    keepRescued(doc, former.id);
  standAlone(doc, former.id);
  const shown = reader.block(former.id);
  if (shown === null) {
    const { kind, level, marker, text, origins, formats = [] } = former;
    return insertBlock(doc, after, { kind, level, marker, text, origins, formats }, ids);
  }
  bringWordsTo(doc, former);
  if (shown.kind !== former.kind || shown.level !== former.level || shown.marker !== former.marker)
    setKind(doc, [former.id], former);
  return former.id;
}

/** After which of the blocks that are `shown` a block stands that is brought back to where it stood in the text `then`; `null`: at the start. */
export function formerPlace(
  then: readonly Pick<Block, 'id'>[],
  block: BlockId,
  shown: (id: BlockId) => boolean,
): BlockId | null {
  const index = then.findIndex(({ id }) => id === block);
  return then.slice(0, Math.max(0, index)).findLast(({ id }) => shown(id))?.id ?? null;
}

/** The move of a block back to where it stood in the text `then`, a heading with what stands and stood under it. */
export function formerMove(
  reader: DraftReader,
  block: BlockId,
  then: readonly Pick<Block, 'id' | 'kind' | 'level'>[],
): { readonly ids: readonly BlockId[]; readonly after: BlockId | null } {
  const stoodUnder = new Set(chapterIds(then, block));
  const moving = new Set(chapterIds(reader.blocks, block).filter((id) => stoodUnder.has(id)));
  const isStaying = (id: BlockId): boolean => reader.block(id) !== null && !moving.has(id);
  return { ids: [...moving], after: formerPlace(then, block, isStaying) };
}

/** Moves a block back to where it stood in the text `then`. One step of undo. */
export function restorePlace(doc: Y.Doc, block: BlockId, then: readonly FormerBlock[]): void {
  gesture(doc, () => {
    const { ids, after } = formerMove(currentReader(doc), block, then);
    moveBlocks(doc, ids, after);
  });
}

/**
 * Puts the markers of footnotes where they were in a block: those that are nowhere now, and those that stand elsewhere in it (`also` elsewhere in the text, if
 * so). `idOf` tells what a former block is called.
 */
function bringMarkersBack(
  doc: Y.Doc,
  former: FormerBlock,
  idOf: (id: BlockId) => BlockId,
  also: 'in other blocks' | null = null,
): void {
  const reader = currentReader(doc);
  const block = idOf(former.id);
  let before: { readonly id: BlockId; readonly offset: number } | null = null;
  for (const { note, offset } of asDraftReads(doc, former).footnoteRefs) {
    const id = note === undefined ? null : idOf(note);
    if (id === null || reader.block(id)?.kind !== 'footnote') continue;
    const caller = callerOf(reader, id);
    const stands = reader.block(block)?.footnoteRefs.map((mark) => mark.note) ?? [];
    // Of several at one place each comes to stand behind the one before.
    const isInOrder: boolean = before?.offset !== offset || stands.indexOf(before.id) < stands.indexOf(id);
    before = { id, offset };
    const isThere = caller?.block === block && caller.offset === offset && isInOrder;
    const isElsewhere = caller !== null && caller.block !== block;
    if (isThere || (isElsewhere && also === null)) continue;
    restructure(doc, () => {
      removeMarkers(reader, id);
      embedAt(reader, { block, offset }, { note: id } satisfies NoteEmbed);
    });
  }
}

/**
 * Gives a block its former wording and kind again, where it stands; one that is gone comes back after `after`. Its footnotes come along, from `then`, the text
 * as it was; a footnote comes back with its marker. Words that went to another block since are taken back from there, where that may be changed. One step of undo.
 */
export function restoreBlock(
  doc: Y.Doc,
  former: FormerBlock,
  after: BlockId | null,
  ids: IdSource,
  then: readonly FormerBlock[] = [],
  mayChange: (id: BlockId) => boolean = () => true,
): BlockId {
  return gesture(doc, () => {
    const reader = currentReader(doc);
    const wasShown = reader.block(former.id) !== null;
    standAlone(doc, former.id);
    if (then.length > 0) takeBack(doc, former, then, mayChange);
    const id = bringBack(doc, former, after, ids);
    if (!wasShown) moveBlocks(doc, [id], after);
    const names = new Map([[former.id, id]]);
    for (const note of then)
      if (former.footnoteRefs.some((ref) => ref.note === note.id) && reader.block(note.id) === null)
        names.set(note.id, bringBack(doc, note, id, ids));
    const idOf = (one: BlockId): BlockId => names.get(one) ?? one;
    bringMarkersBack(doc, former, idOf);
    const caller = then.find(({ footnoteRefs }) => footnoteRefs.some(({ note }) => note === former.id));
    if (caller && reader.block(caller.id) !== null) bringMarkersBack(doc, caller, idOf);
    return id;
  });
}

/**
 * Brings the whole text to what it was, with as few edits as a person would need: a new change on top of all others, so that nothing of what
 * came after is lost to the history or to undo, and what others write meanwhile in words that stay, stays. One step of undo.
 */
export function restoreText(doc: Y.Doc, former: readonly FormerBlock[], ids: IdSource): void {
  gesture(doc, () => {
    const reader = currentReader(doc);
    const wanted = new Set(former.map(({ id }) => id));
    // First: what it is joined to may go, and its words could be taken for those of the other.
    for (const id of wanted) standAlone(doc, id);
    deleteBlocks(
      doc,
      reader.blocks.flatMap(({ id }) => (wanted.has(id) ? [] : [id])),
    );
    const names = new Map<BlockId, BlockId>();
    const idOf = (one: BlockId): BlockId => names.get(one) ?? one;
    const bringAllBack = (): void => {
      let previous: BlockId | null = null;
      for (const [index, block] of former.entries()) {
        const id = bringBack(doc, { ...block, id: idOf(block.id) }, previous, ids);
        names.set(block.id, id);
        if (reader.blocks[index]?.id !== id) moveBlocks(doc, [id], previous);
        previous = id;
      }
    };
    bringAllBack();
    // A footnote that was back has gone again with a marker that stood in the words of a later block.
    if (former.some(({ id }) => reader.block(idOf(id)) === null)) bringAllBack();
    for (const block of former) bringMarkersBack(doc, block, idOf, 'in other blocks');
    // The numbers that references read as are those of the text as it is now.
    for (const block of former) if (block.formats !== undefined) bringWordsTo(doc, { ...block, id: idOf(block.id) });
  });
}
