import { range, type Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import type { Gazetteer } from '#shared/domain/places';
import type { Caret } from '#shared/schema/draft';
import { occurrences, type FindOptions } from './occurrences';

export interface Hit {
  readonly block: Block;
  /** Index of the block in the text. */
  readonly index: number;
  /** UTF-16 code units into the block's text; empty for a hit on its number. */
  readonly rangeInText: Range;
}

const anywhere: FindOptions = { wholeWord: false, matchCase: false };

/** Every place where the words stand. */
export const hitsInBlocks = (blocks: readonly Block[], words: string, options: FindOptions): readonly Hit[] =>
  blocks.flatMap((block, index) =>
    occurrences(block.text, words, options).map((rangeInText) => ({ block, index, rangeInText })),
  );

/** Which of the hits is the first at the place or after it, by its index; after the last one the text begins anew. -1 where there are none. */
export function hitFrom(blocks: readonly Block[], hits: readonly Hit[], place: Caret | null): number {
  if (hits.length === 0) return -1;
  const line = blocks.findIndex(({ id }) => id === place?.block);
  const next = hits.findIndex(
    ({ index, rangeInText: { start } }) => index > line || (index === line && start >= (place?.offset ?? 0)),
  );
  return Math.max(next, 0);
}

/** Every place where the words stand, without regard to case; «3.2» finds point 2 of chapter 3 first. */
export function findInBlocks(blocks: readonly Block[], places: Gazetteer, words: string): readonly Hit[] {
  const wanted = words.trim();
  const named = /^(\d+)\.(\d+)$/u.exec(wanted);
  const index = named && places.findBlock({ chapter: named[1] ?? '', point: named[2] ?? '' });
  const block = index === null ? undefined : blocks[index];
  const hits = hitsInBlocks(blocks, wanted, anywhere);
  return block && index !== null ? [{ block, index, rangeInText: range(0, 0) }, ...hits] : hits;
}
