import * as Y from 'yjs';
import type { BlockId } from '../../core/ids';
import { textOf } from './layout';
import { draftReader } from './reader';
import type { Caret } from './operations/joining';
import { insertionIndex } from './segments';
import { safeOffset, spotAt } from './writing';

/** A place in the words themselves, as JSON: it goes where they go, through typing, moves, splits and joins. */
export interface TextAnchor {
  readonly host: string;
  readonly position: unknown;
}

/** The anchor of an offset in a shown block, bound to the character before it; `null` when the block is not shown. */
export function anchorAt(doc: Y.Doc, block: BlockId, offset: number): TextAnchor | null {
  const reader = draftReader(doc);
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
