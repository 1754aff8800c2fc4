import type { BlockId } from '../core/ids';
import type { Revision } from '../domain/revision';
import type { TextChange } from './amendment';
import { piecesOf } from './pieces';
import { wordEdits } from './wordEdits';

/** Something that a change sets in where nothing is taken away. */
export interface SetIn {
  /** Equal for what is set in at one place of one text; says nothing else. */
  readonly slot: string;
  readonly words: string;
  /** At which block of the text it is; `null` before the first. */
  readonly block: BlockId | null;
}

/** Everything that the changes set in: new blocks, and new words inside of a block. Total: a block that `text` does not have has no words to stand among. */
export function setInBy(text: Revision, changes: readonly TextChange[]): readonly SetIn[] {
  return changes.flatMap((change): readonly SetIn[] => {
    if (change.kind === 'insertion') {
      const { after, blocks } = change;
      return [{ slot: `after ${after ?? ''}`, words: blocks.map((block) => block.text).join('\n'), block: after }];
    }
    const before = change.kind === 'replacement' && text.blocks.find(({ id }) => id === change.block);
    if (!before) return [];
    return wordEdits(piecesOf([before.text]), piecesOf([change.text])).ranges.flatMap(({ start, end, words }) =>
      start === end
        ? [{ slot: `in ${before.id} ${start}`, words: words.map((word) => word.text).join(' '), block: before.id }]
        : [],
    );
  });
}
