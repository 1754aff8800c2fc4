import type { Block } from './block';

/** Words as a word processor counts them: what stands between white space. */
const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Characters as a word processor counts them, spaces too: an emoji of one sign is one. */
export const charactersOf = ({ text }: Block): number =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** Blocks are immutable: after a key, only the one that changed is counted again. */
const counted = new WeakMap<Block, number>();

export function wordsOf(block: Block): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const words = countWords(block.text);
  counted.set(block, words);
  return words;
}
