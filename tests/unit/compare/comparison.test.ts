import { expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { AUTOMATIC, type Block, type BlockKind } from '#shared/domain/block';
import { alignBlocks } from '#shared/diff';
import { sizeOf } from '../../../renderer/features/compare/changeSize';
import { anchorOf, viewComparison } from '../../../renderer/features/compare/comparison';

const block = (id: string, kind: BlockKind, text: string): Block => ({
  id: blockId(id),
  kind,
  level: kind === 'heading' ? 1 : null,
  marker: kind === 'point' || kind === 'heading' ? AUTOMATIC : null,
  text,
  origins: [blockId(id)],
  footnoteRefs: [],
});

const base = [
  block('a', 'heading', 'Om fyrene'),
  block('a1', 'point', 'At lyktene tennes hver kveld.'),
  block('a2', 'point', 'At glasset pusses én gang i uken.'),
  block('b', 'heading', 'Om båtene'),
  block('b1', 'point', 'At hver havn har en redningsskøyte.'),
];

const compareBlocks = (before: readonly Block[], after: readonly Block[]) => {
  const { changes, exact } = alignBlocks(before, after);
  return viewComparison(
    before,
    after,
    changes.map((change) => ({ change, size: sizeOf(change), quiet: [], sentences: [] })),
    exact,
  );
};

const anchorWithout = (id: string) => {
  const comparison = compareBlocks(
    base,
    base.filter((one) => one.id !== id),
  );
  const deletion = comparison.changes.find(({ kind }) => kind === 'deleted');
  return deletion && anchorOf(comparison, deletion);
};

test('what is struck within a chapter is shown at the block that now stands there', () => {
  expect(anchorWithout('a1')).toBe('a2');
});

test('what is struck at the end of a chapter is shown at the block before it, not in the next chapter', () => {
  expect(anchorWithout('a2')).toBe('a1');
});

test('what is struck at the end of the text is shown at its last block', () => {
  expect(anchorWithout('b1')).toBe('b');
});

test('struck texts stand before the block that follows them, and at the very end under no block', () => {
  const comparison = compareBlocks(base, base.slice(0, 2));
  expect(comparison.struckBefore.get(null)).toEqual(base.slice(2).map(({ text }) => text));
});
