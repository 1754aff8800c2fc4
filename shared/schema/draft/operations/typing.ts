import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { Range } from '../../../core/range';
import type { FormatRun } from '../../../domain/formats';
import { formatInPlaceOf, insertFormatted, throughout } from '../formatting';
import { textOf } from '../layout';
import type { DraftBlock, DraftReader } from '../reader';
import { referencesIn } from '../../../domain/references';
import type { Caret } from './joining';
import { removeUncalled } from './noting';
import { insertionIndex } from '../segments';
import { asOneLine, deleteCharacters, edit, safeOffset, spotAt } from '../writing';

export function insertCharacters(
  reader: DraftReader,
  block: BlockId,
  offset: number,
  text: string,
  formats: readonly FormatRun[],
): void {
  const clean = asOneLine(text);
  const shown = reader.block(block);
  if (shown === null || clean === '') return;
  const spot = spotAt(reader.piecesOf(block), safeOffset(shown.text, offset));
  const host = spot && textOf(reader.doc, spot.segment.host);
  if (!spot || !host) return;
  insertFormatted(host, insertionIndex(spot.segment, spot.offset), clean, formats);
  reader.touchText(spot.segment.host);
  reader.settle();
}

/** A range of a block's text with the references that it reaches into, as they go as a whole; an offset within one is after it. */
export function wholeReferences({ text, formats }: DraftBlock, rangeInText: Range): Range {
  const start = safeOffset(text, rangeInText.start);
  const end = Math.max(start, safeOffset(text, rangeInText.end));
  const around = (offset: number) => referencesIn(formats).find((ref) => ref.start < offset && offset < ref.end);
  const last = around(end)?.end ?? end;
  return { start: start === end ? last : (around(start)?.start ?? start), end: last };
}

/** Inserts text at an offset (UTF-16 code units of the block's shown text). Nothing happens where the block is not shown. */
export function insertText(doc: Y.Doc, block: BlockId, offset: number, text: string): void {
  replaceText(doc, block, { start: offset, end: offset }, text);
}

/** Deletes the characters of a range of the block's shown text. */
export function deleteText(doc: Y.Doc, block: BlockId, rangeInText: Range): void {
  replaceText(doc, block, rangeInText, '');
}

/**
 * Puts `text` in the place of a range of the block's shown text, and of the references that the range reaches into; yields where the new text ends.
 * `formats` are those of the new text; left out, it is written as the text that it replaces, or that it stands in (Y19).
 */
export function replaceText(
  doc: Y.Doc,
  block: BlockId,
  rangeInText: Range,
  text: string,
  formats?: readonly FormatRun[],
): Caret {
  return edit(doc, (reader) => {
    const shown = reader.block(block);
    if (shown === null) return { block, offset: rangeInText.start };
    const { start, end } = wholeReferences(shown, rangeInText);
    // First the new words, then the old ones away: a rescued block without words would be gone in between.
    const written = formats ?? throughout(formatInPlaceOf(shown.formats, { start, end }), asOneLine(text));
    insertCharacters(reader, block, start, text, written);
    const grown = (reader.block(block)?.text.length ?? shown.text.length) - shown.text.length;
    const after = { block, offset: start + grown };
    if (start >= end) return after;
    deleteCharacters(reader, block, start + grown, end + grown);
    const notes = shown.footnoteRefs.flatMap(({ note, offset }) =>
      note && start < offset && offset < end ? [note] : [],
    );
    removeUncalled(reader, notes, [block]);
    return after;
  });
}
