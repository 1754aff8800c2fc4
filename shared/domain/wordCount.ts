import type { Block } from './block';

/** Words as a word processor counts them: what stands between white space. */
const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Blocks are immutable: after a key, only the one that changed is counted again. */
const counted = new WeakMap<Block, number>();

export function wordsOf(block: Block): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const words = countWords(block.text);
  counted.set(block, words);
  return words;
}
