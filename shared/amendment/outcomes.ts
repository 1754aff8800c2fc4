import type { Revision } from '../domain/revision';
import { countingIds } from '../core/sources';
import type { Amendment } from './amendment';
import type { Collision } from './collision';
import { applyAmendments } from './compose';
import { indexOfBlocks } from './effects';

/** How the blocks that a collision is about would read, block by block; empty where they are struck. */
export interface CollisionOutcomes {
  readonly now: readonly string[];
  /** With the first of the two alone, and with the second alone. */
  readonly withA: readonly string[];
  readonly withB: readonly string[];
  /** With everything of both that can be carried out together: the words that both change stay as they are. */
  readonly withBoth: readonly string[];
}

/** The blocks of `blocks` that come from the block at `index` of the revision, or stand in its place. */
function readingOf(revision: Revision, collision: Collision, amendments: readonly Amendment[]): readonly string[] {
  const { blocks, provenance } = applyAmendments(revision, amendments, countingIds('~'));
  return blocks.flatMap(({ id, text }) =>
    id === collision.block || provenance.get(id)?.base.includes(collision.block) === true ? [text] : [],
  );
}

/** What the text of the block becomes with one, with the other, and with what can be carried out of both. Rule G3 of SPEC.md. */
export function collisionOutcomes(
  revision: Revision,
  collision: Collision,
  amendments: readonly Amendment[],
): CollisionOutcomes {
  const [a, b] = [collision.a, collision.b].map((id) => amendments.filter((amendment) => amendment.id === id));
  const index = indexOfBlocks(revision.blocks).get(collision.block);
  const text = index === undefined ? undefined : revision.blocks[index]?.text;
  return {
    now: text === undefined ? [] : [text],
    withA: readingOf(revision, collision, a ?? []),
    withB: readingOf(revision, collision, b ?? []),
    withBoth: readingOf(revision, collision, [...(a ?? []), ...(b ?? [])]),
  };
}
