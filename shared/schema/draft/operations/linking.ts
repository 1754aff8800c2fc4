import type * as Y from 'yjs';
import type { BlockId } from '../../../core/ids';
import type { LinkVerdict } from '../../../domain/lineage';
import { restructure, setLink } from '../writing';

/**
 * Writes what a person says of a shown block and a block of the previous period: that it comes from there, that it does not, or (`null`)
 * nothing any more, so that the words count again. Carried by typing, moving, splitting and joining. One step of undo.
 */
export function sayOrigin(doc: Y.Doc, id: BlockId, origin: BlockId, verdict: LinkVerdict | null): void {
  restructure(doc, (reader) => {
    if (reader.indexOf(id) === null) return;
    setLink(reader, id, origin, verdict);
    reader.settle();
  });
}
