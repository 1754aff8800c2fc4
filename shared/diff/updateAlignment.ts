import type { BlockId } from '../core/ids';
import type { Block } from '../domain/block';
import { sameLinks } from '../domain/lineage';
import { alignBlocks } from './alignBlocks';
import { kindOf, type Alignment, type BlockChange } from './change';
import type { Token } from './tokens';
import { wordDiff } from './wordDiff';

/** The alignment after some blocks were typed in: only their changes are compared again; all others stay the same objects.
 *  `changed` names current blocks whose text, kind or level is another one since `previous`. Where the blocks themselves are
 *  others than before (more, fewer, or in another order), everything is aligned anew. What a block comes from is not
 *  reconsidered: an inserted block stays inserted until the next `alignBlocks`. */
export function updateAlignment(
  previous: Alignment,
  base: readonly Block[],
  previousCurrent: readonly Block[],
  current: readonly Block[],
  changed: ReadonlySet<BlockId>,
): Alignment {
  const sameBlocks =
    previousCurrent.length === current.length &&
    current.every((block, index) => block.id === previousCurrent[index]?.id);
  const isSaidAlike =
    sameBlocks &&
    current.every((block, index) => !changed.has(block.id) || sameLinks(block.links, previousCurrent[index]?.links));
  if (!isSaidAlike) return alignBlocks(base, current);
  if (changed.size === 0) return previous;
  const isTouched = (change: BlockChange): boolean =>
    change.current.some((index) => {
      const block = current[index];
      return block !== undefined && changed.has(block.id);
    });
  const changes = previous.changes.map((change) => (isTouched(change) ? recompare(change, base, current) : change));
  return { changes, exact: previous.exact };
}

function recompare(change: BlockChange, base: readonly Block[], current: readonly Block[]): BlockChange {
  const baseBlocks = change.base.flatMap((index) => base[index] ?? []);
  const currentBlocks = change.current.flatMap((index) => current[index] ?? []);
  const baseText = baseBlocks.map(({ text }) => text).join(' ');
  const currentText = currentBlocks.map(({ text }) => text).join(' ');
  if (change.kind === 'inserted') {
    const tokens: readonly Token[] = currentText === '' ? [] : [['+', currentText]];
    return { ...change, tokens };
  }
  const [first] = baseBlocks;
  const retyped = currentBlocks.some(({ kind, level }) => kind !== first?.kind || level !== first.level);
  const kind = kindOf(change.base, change.current, baseText === currentText);
  return { ...change, kind, retyped, tokens: wordDiff(baseText, currentText) };
}
