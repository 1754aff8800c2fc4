import type { Block } from '../domain/block';
import { kindOf, type Alignment, type BlockChange } from './change';
import { isOnlyRenumbered } from './renumbered';
import { reformattedOf } from './reformatted';
import type { Token } from './tokens';
import { wordDiff } from './wordDiff';

/** For each current block the index of the change it is in; made once, so that no key has to search. */
export function changesByBlock({ changes }: Alignment, blocks: number): Int32Array {
  const at = new Int32Array(blocks).fill(-1);
  changes.forEach(({ current }, index) => {
    for (const block of current) at[block] = index;
  });
  return at;
}

/**
 * The changes that are others after some blocks were typed in, by their index in the alignment: only these are compared again (D22). `typed` are indices of current blocks
 * whose text, kind or level is another one; the blocks themselves are the same, in the same order. What a block comes from is not reconsidered: an inserted
 * block stays inserted until the next `alignBlocks`. Its cost is that of the blocks typed in.
 */
export function recompareTyped(
  { changes }: Alignment,
  byBlock: Int32Array,
  base: readonly Block[],
  current: readonly Block[],
  typed: readonly number[],
): readonly (readonly [index: number, change: BlockChange])[] {
  return [...new Set(typed.map((block) => byBlock[block] ?? -1))].flatMap((index) => {
    const change = changes[index];
    return change === undefined ? [] : [[index, recompare(change, base, current)] as const];
  });
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
  const readsAlike = baseText === currentText || isOnlyRenumbered(base, current, change, baseText);
  const kind = kindOf(change.base, change.current, readsAlike);
  const { reformatted: _, ...rest } = change;
  const isPair = change.base.length === 1 && change.current.length === 1;
  return {
    ...rest,
    kind,
    retyped,
    ...(isPair ? reformattedOf(first, currentBlocks[0]) : {}),
    tokens: wordDiff(baseText, currentText),
  };
}
