import { blockId } from '#shared/core/ids';
import type { Block, BlockKind } from '#shared/domain/block';
import { spell, type Alignment } from '#shared/diff';
import { expect } from 'vitest';
import { madeBlock } from '../../support/revisionGenerator';

/** Blocks of the given texts, with ids that no other side has. `# ` makes a heading, `: ` a lead-in. */
export const side = (name: string, texts: readonly string[]): readonly Block[] =>
  texts.map((text, index) => {
    const kind: BlockKind = text.startsWith('# ') ? 'heading' : text.startsWith(': ') ? 'leadIn' : 'point';
    return madeBlock(`${name}-${index}`, kind, text.replace(/^[#:] /, ''));
  });

/** The same block continued under another text, with the base block as its origin. */
export const continued = (block: Block | undefined, id: string, text: string): Block => {
  if (block === undefined) throw new Error('continued: no such block');
  return { ...block, id: blockId(id), origins: [block.id], text };
};

/** Changes in short: «reworded 1>0», «moved unchanged 2>1,2», «deleted 3>». */
export const told = ({ changes }: Alignment): readonly string[] =>
  changes.map(
    ({ kind, moved, retyped, base, current }) =>
      `${moved ? 'moved ' : ''}${retyped ? 'retyped ' : ''}${kind} ${base.join()}>${current.join()}`,
  );

/** Laws D1 and D10. */
export function expectLawful({ changes }: Alignment, base: readonly Block[], current: readonly Block[]): void {
  const ascending = (indices: readonly number[]): readonly number[] => [...indices].sort((x, y) => x - y);
  expect(ascending(changes.flatMap((change) => change.base))).toEqual(base.map((_, index) => index));
  expect(ascending(changes.flatMap((change) => change.current))).toEqual(current.map((_, index) => index));
  for (const { tokens, base: inBase, current: inCurrent } of changes) {
    expect(spell(tokens, 'base')).toBe(inBase.map((index) => base[index]?.text).join(' '));
    expect(spell(tokens, 'current')).toBe(inCurrent.map((index) => current[index]?.text).join(' '));
  }
}
