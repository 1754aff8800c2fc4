import type { ExportBlock } from './document';

const levelOf = (block: ExportBlock): number | null => {
  if (block.type === 'heading') return block.level;
  return block.type === 'programme' && block.shape.kind === 'heading' ? Math.max(1, block.shape.level ?? 1) : null;
};

/**
 * The level of each heading in the table of contents: `result[i]` belongs to `blocks[i]` and is `null` for what is no heading.
 * No level is skipped on the way down, which assistive technology and PDF/UA-1 (7.4.2) ask for.
 */
export function outlineLevels(blocks: readonly ExportBlock[]): readonly (number | null)[] {
  const open: number[] = [];
  return blocks.map((block) => {
    const level = levelOf(block);
    if (level === null) return null;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return open.length;
  });
}
