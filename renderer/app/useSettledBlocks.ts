import type { Block } from '#shared/domain/block';
import { useSettled } from '../ui/useSettled';

const onlyWordsDiffer = (before: readonly Block[], after: readonly Block[]): boolean =>
  before.length === after.length &&
  before.every((block, index) => {
    const other = after[index];
    return (
      block === other ||
      (block.id === other?.id &&
        block.kind === other.kind &&
        block.level === other.level &&
        block.marker === other.marker)
    );
  });

/** The blocks for views of the whole text: words that are typed come when the writer pauses, everything else at once. */
export const useSettledBlocks = <B extends Block>(blocks: readonly B[]): readonly B[] =>
  useSettled(blocks, onlyWordsDiffer);
