import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { IdSource } from '../../../core/sources';
import { AUTOMATIC } from '../../../domain/block';
import type { FormatRun } from '../../../domain/formats';
import { textOf, type NoteEmbed, type ReferenceEmbed } from '../layout';
import { currentReader, type DraftReader } from '../reader';
import { insertionIndex } from '../segments';
import { deleteCharacters, gesture, restructure, safeOffset, setField, spotAt } from '../writing';
import { insertBlocks } from './inserting';
import type { Caret } from './joining';

/** Puts an embed at a place. Within a transaction. */
export function embedAt(reader: DraftReader, { block, offset }: Caret, embed: NoteEmbed | ReferenceEmbed): void {
  const shown = reader.block(block);
  const spot = shown && spotAt(reader.piecesOf(block), safeOffset(shown.text, offset));
  if (!spot) return;
  const { host } = spot.segment;
  textOf(reader.doc, host)?.insertEmbed(insertionIndex(spot.segment, spot.offset), embed);
  reader.touchText(host);
  reader.settle();
}

/** A footnote's own words. */
export interface NoteWords {
  readonly text: string;
  readonly formats?: readonly FormatRun[];
}

/**
 * Puts a footnote's marker at a place, and the footnote, which stands there too, after the block: numbered by its place from then on. Yields the
 * footnote's block; `null` within a footnote and where nothing is shown. One step of undo.
 */
export function insertNote(doc: Y.Doc, at: Caret, words: NoteWords, ids: IdSource): BlockId | null {
  const reader = currentReader(doc);
  const shown = reader.block(at.block);
  if (shown === null || shown.kind === 'footnote') return null;
  return gesture(doc, () => {
    const block = { kind: 'footnote', marker: AUTOMATIC, ...words } as const;
    const [note] = insertBlocks(doc, at.block, [block], ids);
    if (note === undefined) return null;
    restructure(doc, () => embedAt(reader, at, { note }));
    return note;
  });
}

/** Puts a reference to a block at a place: it reads as that block's number, whatever becomes of it. One step of undo. */
export function insertReference(doc: Y.Doc, at: Caret, target: BlockId): void {
  restructure(doc, (reader) => embedAt(reader, at, { ref: target }));
}

/** Where the marker of a footnote stands; `null` for what is no footnote, and one without a marker. */
export function callerOf(reader: DraftReader, note: BlockId): Caret | null {
  const block = reader.placed(note)?.calledBy ?? null;
  const caller = block === null ? null : reader.block(block);
  const mark = caller?.footnoteRefs.find((ref) => ref.note === note);
  return caller && mark ? { block: caller.id, offset: mark.offset } : null;
}

/** Takes the markers of a footnote out of the text. Within a transaction. */
export function removeMarkers(reader: DraftReader, note: BlockId): void {
  for (const { host, indexes } of reader.markersOf(note)) {
    for (const index of indexes.toReversed()) textOf(reader.doc, host)?.delete(index, 1);
    reader.touchText(host);
  }
  reader.settle();
}

/**
 * Deletes the footnotes that have no marker any more and had one before; what others write in them meanwhile is rescued as of any block. One in which the words that went
 * begin or end (`ends`) keeps its other words.
 */
export function removeUncalled(
  reader: DraftReader,
  formerlyCalled: readonly BlockId[],
  ends: readonly BlockId[] = [],
): void {
  if (formerlyCalled.length === 0) return;
  // One after the other: a footnote that goes may hold the marker of the next.
  for (const note of formerlyCalled) {
    if (ends.includes(note) || reader.block(note) === null || reader.markersOf(note).length > 0) continue;
    deleteCharacters(reader, note, 0, Infinity);
    setField(reader, note, 'deleted', true);
  }
  reader.settle();
}

/** Deletes a footnote with its marker. One step of undo. */
export function deleteNote(doc: Y.Doc, note: BlockId): void {
  restructure(doc, (reader) => {
    removeMarkers(reader, note);
    removeUncalled(reader, [note]);
  });
}
