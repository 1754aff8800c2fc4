import { shortHashOf } from '../domain/blockBookmark';
import type { Block } from '../domain/block';
import type { Revision } from '../domain/revision';
import type { ImportedDocument } from './importDocument';

/**
 * The blocks of a document that was printed from `revision` and came back, with the ids of the revision's blocks where the file still says which they are,
 * however much their words were changed. What stands twice has the id once; every other block keeps its fresh id.
 */
export function ownBlocks({ blocks }: ImportedDocument, revision: Pick<Revision, 'id' | 'blocks'>): readonly Block[] {
  const taken = new Set<string>();
  const hash = shortHashOf(revision);
  return blocks.map(({ block, bookmark }) => {
    if (bookmark?.shortHash !== hash) return block;
    const id = revision.blocks[bookmark.index]?.id;
    if (id === undefined || taken.has(id)) return block;
    taken.add(id);
    return { ...block, id };
  });
}
