import { range, type Range } from '#shared/core/range';
import type { Block } from '#shared/domain/block';
import type { Gazetteer } from '#shared/domain/places';

export interface Hit {
  readonly block: Block;
  /** Index of the block in the text. */
  readonly index: number;
  /** UTF-16 code units into the block's text; empty for a hit on its number. */
  readonly rangeInText: Range;
}

/** Every place where the words stand, without regard to case; «3.2» finds point 2 of chapter 3 first. */
export function findInBlocks(blocks: readonly Block[], places: Gazetteer, words: string): readonly Hit[] {
  const wanted = words.trim().toLocaleLowerCase('nb');
  if (wanted === '') return [];
  const named = /^(\d+)\.(\d+)$/.exec(wanted);
  const point = named && places.findBlock({ chapter: named[1] ?? '', point: named[2] ?? '' });
  const pointBlock = point === null ? undefined : blocks[point];
  const hits: Hit[] =
    pointBlock && point !== null ? [{ block: pointBlock, index: point, rangeInText: range(0, 0) }] : [];
  blocks.forEach((block, index) => {
    const text = block.text.toLocaleLowerCase('nb');
    // A letter whose lower case has another length would shift every position after it: such a text is searched as it stands.
    const searched = text.length === block.text.length ? text : block.text;
    for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length)) {
      hits.push({ block, index, rangeInText: range(at, at + wanted.length) });
    }
  });
  return hits;
}
