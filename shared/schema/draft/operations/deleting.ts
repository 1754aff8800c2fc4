import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { DraftBlock, DraftReader } from '../reader';
import { deleteAllCharacters, deleteCharacters, edit, restructure, setField, type Characters } from '../writing';
import { hasNothing, joinInto, type Caret } from './joining';
import { callerOf, removeMarkers, removeUncalled } from './noting';
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

function removeWithin(reader: DraftReader, { block: id, offset }: Caret, to: number): Caret {
  const block = reader.block(id);
  if (block === null) return { block: id, offset };
  const { start, end } = wholeReferences(block, { start: offset, end: to });
  const notes = calledFrom(reader, [id]);
  deleteCharacters(reader, id, start, endWithin(block, start, end));
  removeUncalled(reader, notes, [id]);
  return { block: id, offset: start };
}

/** The block that calls a footnote, where it stands in the range that begins at `from`. */
function callerWithin(reader: DraftReader, from: Caret, note: BlockId): DraftBlock | null {
  const caller = reader.block(callerOf(reader, note)?.block ?? '');
  return caller && (reader.indexOf(caller.id) ?? 0) >= (reader.indexOf(from.block) ?? 0) ? caller : null;
}

/** What a range takes of the block that it ends in; where that is a footnote called within the range, of the block that calls it, and of the footnote. */
interface RangeEnd {
  readonly block: DraftBlock;
  readonly places: readonly Characters[];
  /** The footnote in which it ends, where that keeps other words. */
  readonly kept: readonly BlockId[];
}

function endOfRange(reader: DraftReader, from: Caret, to: Caret): RangeEnd | null {
  const block = reader.block(to.block);
  if (block === null) return null;
  const caller = callerWithin(reader, from, block.id);
  if (caller === null) {
    return { block, places: [{ block: block.id, start: 0, end: endWithin(block, 0, to.offset) }], kept: [] };
  }
  const start = caller.id === from.block ? from.offset : 0;
  const { length } = caller.text;
  const words = { block: block.id, start: 0, end: to.offset };
  if (to.offset <= 0 || to.offset >= block.text.length) {
    // Past its last word the marker is within the range.
    const end = to.offset <= 0 ? endWithin(caller, start, length) : Infinity;
    return { block: caller, places: [{ block: caller.id, start, end }, words], kept: [] };
  }
  // What has words left keeps its marker, as at the edge of deleted words.
  const edge = Math.max(start, callerOf(reader, block.id)?.offset ?? 0);
  const beside = [
    { block: caller.id, start, end: edge },
    { block: caller.id, start: edge, end: edge === 0 ? length : Infinity },
  ];
  return { block: caller, places: [...beside, words], kept: [block.id] };
}

/** Words of a footnote are never joined with the text: what begins or ends there takes words only. */
function removeAcross(reader: DraftReader, from: Caret, to: Caret): Caret {
  const ending = endOfRange(reader, from, to);
  const [first, last] = [reader.indexOf(from.block), ending && reader.indexOf(ending.block.id)];
  if (ending === null || first === null || last === null) return from;
  const { block: end, places, kept } = ending;
  const callerAt = (id: BlockId): number | null => reader.indexOf(reader.placed(id)?.calledBy ?? '');
  const between = reader.blocks.slice(first + 1, last);
  const texts = between.filter(({ id }) => callerAt(id) === null);
  // A footnote that stands between stays where its marker does; one that is called from before the range is there for its words alone.
  const notesOnly = between.filter(({ id }) => (callerAt(id) ?? first) < first);
  const beginsInNote = callerAt(from.block) !== null;
  const endsInText = callerAt(end.id) === null;
  const notes = calledFrom(reader, [from.block, ...texts.map(({ id }) => id), end.id]);
  deleteAllCharacters(reader, [
    ...(end.id === from.block ? [] : [{ block: from.block, start: from.offset, end: Infinity }]),
    ...[...texts, ...notesOnly].map(({ id }) => allOf(id)),
    ...places,
  ]);
  for (const { id } of texts) setField(reader, id, 'deleted', true);
  reader.settle();
  removeUncalled(reader, notes, [from.block, end.id, ...kept]);
  const left = reader.block(end.id);
  if (!beginsInNote && end.id !== from.block) return joinInto(reader, from.block, end.id);
  if (beginsInNote && endsInText && left && hasNothing(left)) setField(reader, end.id, 'deleted', true);
  reader.settle();
  return { block: from.block, offset: reader.block(from.block)?.text.length ?? 0 };
}

function removeRange(reader: DraftReader, a: Caret, b: Caret): Caret {
  const [from, to] = isBefore(reader, a, b) ? [a, b] : [b, a];
  return from.block === to.block ? removeWithin(reader, from, to.offset) : removeAcross(reader, from, to);
}

/** Deletes what stands between two places, over several blocks too, and joins what is left; yields where that is. */
export const deleteRange = (doc: Y.Doc, from: Caret, to: Caret): Caret =>
  from.block === to.block
    ? edit(doc, (reader) => removeRange(reader, from, to))
    : restructure(doc, (reader) => removeRange(reader, from, to));

/**
 * Deletes what was cut out: what stands between two places, and all of the footnotes that were taken along: that in which it ends, and those whose markers stand right
 * after its last word. Yields where what is left is joined. One step of undo.
 */
export const cutRange = (doc: Y.Doc, a: Caret, b: Caret): Caret =>
  restructure(doc, (reader) => {
    const [from, last] = isBefore(reader, a, b) ? [a, b] : [b, a];
    const caller = callerWithin(reader, from, last.block);
    const to = caller && from.block !== last.block ? { block: caller.id, offset: caller.text.length } : last;
    const first = from.block === to.block ? from.offset : 0;
    const atEnd = (reader.block(to.block)?.footnoteRefs ?? []).flatMap(({ note, offset }) =>
      note && first < offset && offset === to.offset ? [note] : [],
    );
    for (const note of atEnd) removeMarkers(reader, note);
    removeUncalled(reader, atEnd, [from.block, to.block]);
    return removeRange(reader, from, to);
  });
