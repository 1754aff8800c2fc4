import type { Block } from './block';

/** A chapter: a heading of level 1 and everything until the next one. Deeper headings lie within. */
export interface Chapter {
  /** Index of the heading among the blocks. */
  readonly heading: number;
  /** From 1, counting chapters whether or not they have a printed number. */
  readonly ordinal: number;
  /** Index after the last block of the chapter (half-open). */
  readonly end: number;
}

/** Depth of a heading, from 1. A heading without a level is a chapter's. */
export const headingLevel = (block: Block): number => block.level ?? 1;

const isChapterHeading = (block: Block): boolean => block.kind === 'heading' && headingLevel(block) === 1;

/** The chapters in order. What stands before the first chapter (title, preface) belongs to none. */
export function chaptersOf(blocks: readonly Block[]): readonly Chapter[] {
  const headings = blocks.flatMap((block, index) => (isChapterHeading(block) ? [index] : []));
  return headings.map((heading, at) => ({ heading, ordinal: at + 1, end: headings[at + 1] ?? blocks.length }));
}

/** Index after the last block that goes along when the block at `index` is moved: a heading takes everything under it, others only themselves. */
export function subtreeEnd(blocks: readonly Block[], index: number): number {
  const root = blocks[index];
  if (root?.kind !== 'heading') return Math.min(index + 1, blocks.length);
  const level = headingLevel(root);
  const next = blocks.findIndex((block, at) => at > index && block.kind === 'heading' && headingLevel(block) <= level);
  return next === -1 ? blocks.length : next;
}
