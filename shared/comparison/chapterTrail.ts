import type { BlockChange } from '../diff';
import type { Block } from '../domain/block';
import { chaptersOf } from '../domain/chapters';
import { numberBlocks } from '../domain/numbering';

/** A chapter on one side; `null` stands for what comes before the first chapter. */
export interface ChapterName {
  /** Index of the heading among the blocks. */
  readonly heading: number;
  /** As printed («3»), or counted where none is printed. */
  readonly number: string;
  readonly title: string;
}

/** The chapters of one text, and which of them each block belongs to. */
export interface ChapterMap {
  readonly chapters: readonly ChapterName[];
  /** Index among `chapters`; −1 before the first. */
  readonly chapterAt: (block: number) => number;
}

export function chapterMap(blocks: readonly Block[]): ChapterMap {
  const numbers = numberBlocks(blocks);
  const chapters = chaptersOf(blocks);
  const belongs = new Int32Array(blocks.length).fill(-1);
  chapters.forEach(({ heading, end }, index) => belongs.fill(index, heading, end));
  return {
    chapters: chapters.map(({ heading, ordinal }) => ({
      heading,
      number: numbers[heading] ?? String(ordinal),
      title: blocks[heading]?.text ?? '',
    })),
    chapterAt: (block) => belongs[block] ?? -1,
  };
}

/** For each chapter of the base the chapter of the current text that continues it, −1 where its heading is struck. */
export function chapterSuccessors(
  base: ChapterMap,
  current: ChapterMap,
  changes: readonly BlockChange[],
): readonly number[] {
  const successor = new Map<number, number>();
  for (const change of changes) {
    for (const index of change.base) {
      const to = change.current.find((at) => current.chapters[current.chapterAt(at)]?.heading === at);
      if (to !== undefined) successor.set(index, current.chapterAt(to));
    }
  }
  return base.chapters.map(({ heading }) => successor.get(heading) ?? -1);
}
