import { describe, expect, it } from 'vitest';
import { alignBlocks, changesByBlock, recompareTyped, summarise } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { noFormat, type FormatRun } from '#shared/domain/formats';
import { blockOf } from '../export/programmes';

const base = ['# Om fyrene', '1. At lyktene tennes hver kveld.', '1. At glasset pusses.'].map((line, index) =>
  blockOf(line, `b${index}`),
);
const run = (format: Partial<FormatRun>): FormatRun => ({ start: 3, end: 10, ...noFormat, ...format });
const withRun = (blocks: readonly Block[], format: Partial<FormatRun>, text?: string): readonly Block[] =>
  blocks.map((block, index) => (index === 1 ? { ...block, text: text ?? block.text, formats: [run(format)] } : block));

describe('bold, italic and links', () => {
  it('D38 of the same words are unchanged, in no count, and marked', () => {
    const current = withRun(base, { bold: true });
    const alignment = alignBlocks(base, current);
    expect(alignment.changes.map(({ kind, reformatted }) => [kind, reformatted])).toEqual([
      ['unchanged', undefined],
      ['unchanged', true],
      ['unchanged', undefined],
    ]);
    expect(summarise(alignment)).toMatchObject({ unchanged: 3, reworded: 0 });
    expect(alignBlocks(current, current).changes[1]).not.toHaveProperty('reformatted');
    expect(alignBlocks(current, base).changes[1]?.reformatted).toBe(true);
  });

  it('D38 are not told of words that are others, nor of a link within the text', () => {
    const reworded = withRun(base, { bold: true }, 'At lyktene tennes hver morgen.');
    expect(alignBlocks(base, reworded).changes[1]).toMatchObject({ kind: 'reworded' });
    expect(alignBlocks(base, reworded).changes[1]).not.toHaveProperty('reformatted');
    const [before, now] = [withRun(base, { link: 'block:b2' }), withRun(base, { link: 'block:x9' })];
    expect(alignBlocks(before, now).changes[1]).not.toHaveProperty('reformatted');
  });

  it('D38 come and go with a key', () => {
    const bold = withRun(base, { bold: true });
    const alignment = alignBlocks(base, base);
    const [made] = recompareTyped(alignment, changesByBlock(alignment, 3), base, bold, [1]);
    expect(made?.[1].reformatted).toBe(true);
    const marked = alignBlocks(base, bold);
    const [undone] = recompareTyped(marked, changesByBlock(marked, 3), base, base, [1]);
    expect(undone?.[1]).not.toHaveProperty('reformatted');
  });
});
