import * as Y from 'yjs';
import type { BlockId } from '../../core/ids';
import { joinedRanges, type Range } from '../../core/range';
import { textOf } from './layout';
import { currentReader, draftReader, type BlockRange } from './reader';
import type { Caret } from './operations/joining';
import { indexRanges, insertionIndex } from './segments';
import { safeOffset, spotAt } from './writing';

/** A place in the words themselves, as JSON: it goes where they go, through typing, moves, splits and joins. */
export interface TextAnchor {
  readonly host: string;
  readonly position: unknown;
}

/** The anchor of an offset in a shown block, bound to the character before it; `null` when the block is not shown. */
export function anchorAt(doc: Y.Doc, block: BlockId, offset: number): TextAnchor | null {
  const reader = currentReader(doc);
  const shown = reader.block(block);
  const spot = shown && spotAt(reader.piecesOf(block), safeOffset(shown.text, offset));
  const text = spot && textOf(doc, spot.segment.host);
  if (!spot || !text) return null;
  const position = Y.createRelativePositionFromTypeIndex(text, insertionIndex(spot.segment, spot.offset), -1);
  return { host: spot.segment.host, position: Y.relativePositionToJSON(position) as unknown };
}

/** Where an anchor is now; `null` when its words are not shown or when it is not an anchor (it may come from a peer). */
export function resolveAnchor(doc: Y.Doc, anchor: unknown): Caret | null {
  if (typeof anchor !== 'object' || anchor === null) return null;
  const { host, position } = anchor as Readonly<Record<string, unknown>>;
  const text = typeof host === 'string' ? textOf(doc, host) : null;
  if (text === null || typeof host !== 'string') return null;
  try {
    const relative = Y.createRelativePositionFromJSON(position);
    // A position that names a root type would create that type in our document; none of ours does.
    if (relative.tname !== null) return null;
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    return absolute?.type === text ? draftReader(doc).locate(host, absolute.index) : null;
  } catch {
    return null;
  }
}

/** Words in a host, from their first character to their last one, as JSON. */
export interface WordsAnchor {
  readonly host: string;
  readonly first: unknown;
  readonly last: unknown;
}

/** The anchors of a part of a shown block: one for each text that it is made of. None where nothing is shown there. */
export function anchorWords(doc: Y.Doc, { block, rangeInText }: BlockRange): readonly WordsAnchor[] {
  const reader = currentReader(doc);
  const anchors: WordsAnchor[] = [];
  let offset = 0;
  for (const segment of reader.piecesOf(block)) {
    const ranges = indexRanges(segment, rangeInText.start - offset, rangeInText.end - offset);
    const [from, to] = [ranges[0], ranges.at(-1)];
    const text = textOf(doc, segment.host);
    if (from && to && text) {
      const bound = (index: number, side: 0 | -1): unknown =>
        Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, side)) as unknown;
      anchors.push({ host: segment.host, first: bound(from.index, 0), last: bound(to.index + to.length, -1) });
    }
    offset += segment.text.length;
  }
  return anchors;
}

/** The index in its host that a position bound to a character has now, or `broughtBack`, where undo in this window put that character again; `null` for anything else. */
function indexNow(doc: Y.Doc, text: Y.Text, position: unknown, broughtBack: boolean): number | null {
  const relative = Y.createRelativePositionFromJSON(position);
  if (relative.tname !== null || relative.item === null) return null;
  const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc, broughtBack);
  return absolute?.type === text ? absolute.index : null;
}

/** Where anchored words are. */
export interface WordsPlace {
  /** In the order of the anchors: in one block, or in several after a split. Empty where no word is left. */
  readonly ranges: readonly BlockRange[];
  /** The shown block in which the first of them stands, or stood; `null` where there is none. */
  readonly block: BlockId | null;
}

/** Where anchored words stand now. Total: an anchor may come from a peer. Costs the hosts of the words, not the document. */
export function resolveWords(doc: Y.Doc, anchors: readonly WordsAnchor[]): WordsPlace {
  const reader = draftReader(doc);
  let block: BlockId | null = null;
  const ranges = anchors.flatMap(({ host, first, last }) => {
    const text = textOf(doc, host);
    if (text === null) return [];
    const between = (broughtBack: boolean): readonly Range[] => {
      const [start, end] = [indexNow(doc, text, first, broughtBack), indexNow(doc, text, last, broughtBack)];
      return start === null || end === null ? [] : [{ start, end }];
    };
    try {
      // What undo brought back may stand on the other side of what was left of the words.
      const places = [...between(true), ...between(false)];
      const [at] = places;
      if (at) block ??= reader.locate(host, at.start)?.block ?? null;
      return joinedRanges(places).flatMap(({ start, end }) => reader.rangesWithin(host, start, end));
    } catch {
      return [];
    }
  });
  return { ranges, block: ranges[0]?.block ?? block };
}
