import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { DraftBlock, DraftReader } from '../reader';
import { deleteAllCharacters, deleteCharacters, edit, restructure, setField } from '../writing';
import { joinInto, type Caret } from './joining';
import { removeMarkers, removeUncalled } from './noting';
import { wholeReferences } from './typing';

/** The footnotes that are called from these blocks. */
const calledFrom = (reader: DraftReader, blocks: readonly BlockId[]): readonly BlockId[] =>
  blocks.flatMap((id) => reader.block(id)?.footnoteRefs.flatMap(({ note }) => note ?? []) ?? []);

/** The whole text of a block. */
const allOf = (block: BlockId) => ({ block, start: 0, end: Infinity });

/** Deletes blocks with their text and footnotes. What others write in them meanwhile is kept and shown as rescued. */
export function deleteBlocks(doc: Y.Doc, ids: readonly BlockId[]): void {
  restructure(doc, (reader) => {
    const shown = [...new Set(ids)].filter((id) => reader.block(id) !== null);
    const notes = calledFrom(reader, shown);
    const footnotes = shown.filter((id) => reader.block(id)?.kind === 'footnote');
    deleteAllCharacters(reader, shown.map(allOf));
    for (const id of shown) setField(reader, id, 'deleted', true);
    for (const id of footnotes) removeMarkers(reader, id);
    reader.settle();
    removeUncalled(reader, notes);
  });
}

/** Whether `a` stands before `b` in the shown text. */
function isBefore(reader: DraftReader, a: Caret, b: Caret): boolean {
  const [first, second] = [reader.indexOf(a.block) ?? -1, reader.indexOf(b.block) ?? -1];
  return first < second || (first === second && a.offset <= b.offset);
}

/** Where a deletion ends that begins at `start`: words that go to the last one take the markers along that stand right after them. */
const endWithin = ({ text }: DraftBlock, start: number, end: number): number =>
  start <= 0 && end >= text.length ? Infinity : end;

function removeRange(reader: DraftReader, a: Caret, b: Caret): Caret {
  const [from, to] = isBefore(reader, a, b) ? [a, b] : [b, a];
  const ending = reader.block(to.block);
  if (ending === null) return from;
  if (from.block === to.block) {
    const { start, end } = wholeReferences(ending, { start: from.offset, end: to.offset });
    const notes = calledFrom(reader, [from.block]);
    deleteCharacters(reader, from.block, start, endWithin(ending, start, end));
    removeUncalled(reader, notes, [from.block]);
    return { block: from.block, offset: start };
  }
  const [first, last] = [reader.indexOf(from.block), reader.indexOf(to.block)];
  if (first === null || last === null) return from;
  // A footnote that stands between stays, where its marker does.
  const between = reader.blocks.slice(first + 1, last).filter(({ id }) => reader.placed(id)?.calledBy === null);
  const notes = calledFrom(reader, [from.block, ...between.map(({ id }) => id), to.block]);
  deleteAllCharacters(reader, [
    { block: from.block, start: from.offset, end: Infinity },
    ...between.map(({ id }) => allOf(id)),
    { block: to.block, start: 0, end: endWithin(ending, 0, to.offset) },
  ]);
  for (const { id } of between) setField(reader, id, 'deleted', true);
  reader.settle();
  removeUncalled(reader, notes, [from.block, to.block]);
  return joinInto(reader, from.block, to.block);
}

/** Deletes what stands between two places, over several blocks too, and joins what is left; yields where that is. */
export const deleteRange = (doc: Y.Doc, from: Caret, to: Caret): Caret =>
  from.block === to.block
    ? edit(doc, (reader) => removeRange(reader, from, to))
    : restructure(doc, (reader) => removeRange(reader, from, to));

/**
 * Deletes what was cut out: what stands between two places, and the footnotes whose markers stand right after its last word, which were taken along. Yields where what
 * is left is joined. One step of undo.
 */
export const cutRange = (doc: Y.Doc, a: Caret, b: Caret): Caret =>
  restructure(doc, (reader) => {
    const [from, to] = isBefore(reader, a, b) ? [a, b] : [b, a];
    const first = from.block === to.block ? from.offset : 0;
    const atEnd = (reader.block(to.block)?.footnoteRefs ?? []).flatMap(({ note, offset }) =>
      note && first < offset && offset === to.offset ? [note] : [],
    );
    for (const note of atEnd) removeMarkers(reader, note);
    removeUncalled(reader, atEnd, [from.block, to.block]);
    return removeRange(reader, from, to);
  });
