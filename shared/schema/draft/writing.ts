import * as Y from 'yjs';
import { hasLetterOrDigit } from '../../core/letters';
import { AUTOMATIC, type BlockKind } from '../../domain/block';
import type { LinkVerdict } from '../../domain/lineage';
import {
  CREATION,
  draftBlocks,
  draftPlans,
  draftRemarks,
  draftSourceMap,
  draftTexts,
  entryMap,
  linkKey,
  LOCAL,
  newEntry,
  textOf,
  type Entry,
  type NewEntry,
} from './layout';
import { currentReader, type DraftBlock, type DraftReader } from './reader';
import { indexRanges, type Segment } from './segments';
import { writeTyped } from './typed';

const undoManagers = new WeakMap<Y.Doc, Y.UndoManager>();

type Reversal = (direction: 'undo' | 'redo') => boolean;

const reversals = new WeakMap<Y.UndoManager, Reversal>();

/** Has a step taken back or done again only where `may` lets it; where not, it stays where it is. Yields what ends it. */
export function guardUndo(undo: Y.UndoManager, may: Reversal): () => void {
  reversals.set(undo, may);
  return () => reversals.delete(undo);
}

/** What was typed last is taken back first, also where the draft does not have it yet. */
class DraftUndo extends Y.UndoManager {
  override undo() {
    writeTyped(this.doc);
    return reversals.get(this)?.('undo') === false ? null : super.undo();
  }

  override redo() {
    writeTyped(this.doc);
    return reversals.get(this)?.('redo') === false ? null : super.redo();
  }
}

/** What this window's own edits can be taken back with; others' edits are never undone. One for each draft. */
export function createUndo(doc: Y.Doc): Y.UndoManager {
  const shared = [draftBlocks(doc), draftTexts(doc), draftSourceMap(doc), draftPlans(doc), draftRemarks(doc)];
  const undo = new DraftUndo(shared, {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: 700,
  });
  undoManagers.set(doc, undo);
  return undo;
}

/** Runs an edit of text as one transaction of this window; consecutive ones are one step of undo. */
export function edit<T>(doc: Y.Doc, act: (reader: DraftReader) => T): T {
  const reader = currentReader(doc);
  return doc.transact(() => act(reader), LOCAL);
}

/** The undo managers that are gathering a gesture. */
const gathering = new WeakSet<Y.UndoManager>();
/** What ends the step that is held open. */
const held = new WeakMap<Y.UndoManager, () => void>();

/**
 * Starts a gesture with `act` that goes on in time, as a composition does: `act` and all edits after it are one step of undo, until the
 * function it yields is called or another gesture starts. What was written before is a step of its own.
 */
export function openGesture(doc: Y.Doc, act: () => void): () => void {
  writeTyped(doc);
  const undo = undoManagers.get(doc);
  if (undo === undefined || gathering.has(undo)) {
    act();
    return () => undefined;
  }
  held.get(undo)?.();
  const usual = undo.captureTimeout;
  undo.stopCapturing();
  undo.captureTimeout = Infinity;
  const end = (): void => {
    if (held.get(undo) !== end) return;
    writeTyped(doc);
    held.delete(undo);
    undo.captureTimeout = usual;
    undo.stopCapturing();
  };
  held.set(undo, end);
  gathering.add(undo);
  try {
    act();
  } catch (failure) {
    end();
    throw failure;
  } finally {
    gathering.delete(undo);
  }
  return end;
}

/**
 * Runs all that one gesture of the writer does as one step of undo, however many operations it takes and whatever they create outside
 * of undo. A gesture within a gesture is a part of it.
 */
export function gesture<T>(doc: Y.Doc, act: () => T): T {
  const outcome: T[] = [];
  openGesture(doc, () => outcome.push(act()))();
  return outcome[0] as T;
}

/** Starts a gesture as `openGesture` does that typing goes on from: the letters that follow without a pause are of the same step, what was written before is not. */
export function openTyping(doc: Y.Doc, act: () => void): () => void {
  const undo = undoManagers.get(doc);
  const end = openGesture(doc, act);
  return () => {
    writeTyped(doc);
    const lastChange = undo?.lastChange ?? 0;
    end();
    // Yjs joins to the step what follows soon after its last change; the end of a gesture has it forget when that was.
    if (undo) undo.lastChange = lastChange;
  };
}

/** Runs a gesture that typing goes on from. */
export function beginTyping<T>(doc: Y.Doc, act: () => T): T {
  const outcome: T[] = [];
  openTyping(doc, () => outcome.push(act()))();
  return outcome[0] as T;
}

/** Runs a change of structure: a step of undo of its own, or a part of the gesture it belongs to. */
export const restructure = <T>(doc: Y.Doc, act: (reader: DraftReader) => T): T => gesture(doc, () => edit(doc, act));

/**
 * Writes the entry of a new block, still deleted, outside undo; `setField(…, 'deleted', false)` then brings it to life inside it.
 * Undoing the creation can so never take what others have written in the block.
 */
export function createEntry(doc: Y.Doc, id: string, fields: NewEntry, withText: boolean): void {
  doc.transact(() => {
    const entry = newEntry(fields);
    entry.set('deleted', true);
    if (withText) draftTexts(doc).set(id, new Y.Text());
    draftBlocks(doc).set(id, entry);
  }, CREATION);
}

/** Writes what a person said of a block's origin; `null` takes it back. Nothing for a block that has no entry. */
export function setLink(reader: DraftReader, id: string, origin: string, verdict: LinkVerdict | null): void {
  const entry = entryMap(reader.doc, id);
  if (verdict === null) entry?.delete(linkKey(origin));
  else entry?.set(linkKey(origin), verdict);
  reader.touchEntry(id);
}

export function setField<Field extends Exclude<keyof Entry, 'links'>>(
  reader: DraftReader,
  id: string,
  field: Field,
  value: Entry[Field],
): void {
  const known = entryMap(reader.doc, id);
  const stored = Array.isArray(value) ? [...(value as readonly unknown[])] : value;
  if (known) {
    known.set(field, stored);
  } else {
    const entry = new Y.Map<unknown>();
    entry.set('kind', 'other');
    entry.set(field, stored);
    draftBlocks(reader.doc).set(id, entry);
  }
  reader.touchEntry(id);
}

/** A place in the text of a shown block, in terms of the segment that holds it. */
export interface Spot {
  readonly segment: Segment;
  /** Which of the block's pieces it is. */
  readonly nth: number;
  /** Offset in the segment's text. */
  readonly offset: number;
}

/** Where an offset of a block's text lies: in the piece that has the character before it; in the first one for 0. */
export function spotAt(pieces: readonly Segment[], offset: number): Spot | null {
  let start = 0;
  for (const [nth, segment] of pieces.entries()) {
    const end = start + segment.text.length;
    if (offset <= end && (offset > start || start === 0)) {
      if (offset > start || nth === 0) return { segment, nth, offset: offset - start };
    }
    start = end;
  }
  const nth = pieces.length - 1;
  const segment = pieces[nth];
  return segment === undefined ? null : { segment, nth, offset: segment.text.length };
}

/** Moves an offset out of the middle of a surrogate pair, and into the text. */
export function safeOffset(text: string, offset: number): number {
  const within = Number.isFinite(offset) ? Math.max(0, Math.min(text.length, Math.trunc(offset))) : text.length;
  const before = text.charCodeAt(within - 1);
  const after = text.charCodeAt(within);
  const inPair = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return inPair ? within - 1 : within;
}

/** The characters `[start, end)` of a shown block. */
export interface Characters {
  readonly block: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Deletes characters of shown blocks, and nothing else: split and include embeds stay. A reference goes as a whole; the marks of footnotes that stand between
 * go too, and with an infinite `end` all that is left of the text. What was deleted is read again once, however many blocks it is of.
 */
export function deleteAllCharacters(reader: DraftReader, places: readonly Characters[]): void {
  const byHost = new Map<string, { index: number; length: number }[]>();
  for (const { block, start, end } of places) {
    let offset = 0;
    for (const segment of reader.piecesOf(block)) {
      // A mark at the end of this piece, or at the start of it, lies within what began in the piece before or goes on into the next.
      const ranges = byHost.get(segment.host) ?? [];
      ranges.push(...indexRanges(segment, start - offset, end - offset));
      byHost.set(segment.host, ranges);
      offset += segment.text.length;
    }
  }
  for (const [host, ranges] of byHost) {
    const text = textOf(reader.doc, host);
    for (const { index, length } of ranges.sort((a, b) => b.index - a.index)) text?.delete(index, length);
    reader.touchText(host);
  }
  reader.settle();
}

/** The same for one block. */
export const deleteCharacters = (reader: DraftReader, block: string, start: number, end: number): void =>
  deleteAllCharacters(reader, [{ block, start, end }]);

/** The marker a block of this kind gets at this place: as its neighbours have it. */
export function usualMarker(
  blocks: readonly DraftBlock[],
  index: number,
  kind: BlockKind,
  level: number | null,
): string | null {
  if (kind !== 'point' && kind !== 'heading') return null;
  const like = (block: DraftBlock): boolean => block.kind === kind && (kind === 'point' || block.level === level);
  const neighbour = blocks.slice(0, index).findLast(like) ?? blocks.slice(index).find(like);
  if (neighbour === undefined) return kind === 'point' ? AUTOMATIC : null;
  const { marker } = neighbour;
  const isBullet = marker !== null && marker !== AUTOMATIC && !hasLetterOrDigit(marker);
  if (isBullet) return marker;
  return marker === null && kind === 'heading' ? null : AUTOMATIC;
}

/** A text that one block can hold: line breaks become a space, halves of surrogate pairs the replacement character. */
export const asOneLine = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\n\r\u2028\u2029]+/gu, ' ');
