import * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import { unitedLineage } from '../../../domain/lineage';
import { textOf } from '../layout';
import type { DraftBlock, DraftReader } from '../reader';
import { endIndex } from '../segments';
import { restructure, setField, setLink } from '../writing';

/** A place in the shown text; `offset` in UTF-16 code units of the block's text. */
export interface Caret {
  readonly block: BlockId;
  readonly offset: number;
}

/** Whether a block has nothing that a join would have to keep: the marker of a footnote is kept as words are. */
export const hasNothing = ({ text, footnoteRefs }: DraftBlock): boolean => text === '' && footnoteRefs.length === 0;

/** Joins within a transaction; yields where the two texts meet. */
export function joinInto(reader: DraftReader, first: BlockId, second: BlockId): Caret {
  const former = reader.block(first);
  const latter = reader.block(second);
  const meeting: Caret = { block: first, offset: former?.text.length ?? 0 };
  if (former === null || latter === null || first === second) return meeting;
  if (hasNothing(latter)) {
    setField(reader, second, 'deleted', true);
    reader.settle();
    return meeting;
  }
  if (hasNothing(former)) {
    setField(reader, first, 'deleted', true);
    reader.settle();
    return { block: second, offset: 0 };
  }
  const pieces = reader.piecesOf(first);
  const last = pieces.at(-1);
  const next = reader.piecesOf(second)[0];
  if (last === undefined || next === undefined) return meeting;
  // What was split off the end, in a joined piece, too: as if it had never been, wherever others split beside it meanwhile.
  const isHealed = last.host === next.host && last.to === next.splits[0] && last.includes.length === 0;
  const { host } = last;
  const text = textOf(reader.doc, host);
  if (isHealed) {
    for (const index of [...next.splits].sort((a, b) => b - a)) text?.delete(index, 1);
  } else {
    // Unique: this client writes at this clock only once.
    const key = `${reader.doc.clientID}:${Y.getState(reader.doc.store, reader.doc.clientID)}`;
    text?.insertEmbed(endIndex(last), { include: second, key });
    setField(reader, second, 'joinedInto', key);
  }
  reader.touchText(host);
  const { origins, links = [] } = unitedLineage([former, latter]);
  setField(reader, first, 'origins', origins);
  for (const { origin, verdict } of links) setLink(reader, first, origin, verdict);
  reader.settle();
  return meeting;
}

/**
 * Joins two shown blocks: the first keeps its identity and kind, and shows both texts. Where one of them is empty it is the one that goes.
 * Yields where the texts meet.
 */
export const joinBlocks = (doc: Y.Doc, first: BlockId, second: BlockId): Caret =>
  restructure(doc, (reader) => joinInto(reader, first, second));

/** Joins a block to the one shown before it; `null` when there is none. */
export function joinWithPrevious(doc: Y.Doc, block: BlockId): Caret | null {
  return restructure(doc, (reader) => {
    const index = reader.indexOf(block);
    const previous = index === null ? undefined : reader.blocks[index - 1];
    return previous === undefined ? null : joinInto(reader, previous.id, block);
  });
}
