import type { Block } from '../../domain/block';
import { numberWords, type NumberedWords } from '../numberedWords';
import type { Vocabulary } from '../vocabulary';

/** A side of the comparison as the aligner sees it: `words[i]` and `weight[i]` belong to `blocks[i]`. */
export interface Side {
  readonly blocks: readonly Block[];
  readonly words: readonly NumberedWords[];
  /** Sum of the weights of a block's words: how much it says. */
  readonly weights: Float64Array;
  /** The nearest heading at or above each block, as a block index; −1 before the first. */
  readonly chapters: Int32Array;
}

export interface Profile {
  readonly base: Side;
  readonly current: Side;
  /** By word number: how telling it is that two blocks share it; rare words tell most. */
  readonly wordWeights: Float64Array;
}

const PUNCTUATION_WEIGHT = 0.1;

/**
 * Numbers and weighs the words of both sides. Weight is the logarithm of rarity, over the blocks of both sides. Its lists are of one make at every call (pushed to, or typed):
 * what is made by `map` is not, and all that reads it would be compiled anew.
 */
export function profile(base: readonly Block[], current: readonly Block[], vocabulary: Vocabulary): Profile {
  const known = new Map<string, NumberedWords>();
  const baseWords: NumberedWords[] = [];
  for (const { text } of base) {
    const words = numberWords(text, vocabulary);
    baseWords.push(words);
    known.set(text, words);
  }
  // What stayed as it was has the words it had.
  const currentWords: NumberedWords[] = [];
  for (const { text } of current) currentWords.push(known.get(text) ?? numberWords(text, vocabulary));
  const blocks = base.length + current.length;
  const blocksWith = countBlocks([...baseWords, ...currentWords], vocabulary.size());
  const wordWeights = Float64Array.from(blocksWith, (count, word) =>
    vocabulary.letters[word] === 0 ? PUNCTUATION_WEIGHT : Math.log(1 + blocks / count),
  );
  return {
    base: side(base, baseWords, wordWeights),
    current: side(current, currentWords, wordWeights),
    wordWeights,
  };
}

/** By word number: in how many of some texts it stands. */
function countBlocks(texts: readonly NumberedWords[], vocabularySize: number): Int32Array {
  const blocksWith = new Int32Array(vocabularySize);
  const lastBlock = new Int32Array(vocabularySize).fill(-1);
  texts.forEach(({ numbers }, block) => {
    for (const word of numbers) {
      if (lastBlock[word] === block) continue;
      lastBlock[word] = block;
      blocksWith[word] = (blocksWith[word] ?? 0) + 1;
    }
  });
  return blocksWith;
}

function side(blocks: readonly Block[], words: readonly NumberedWords[], wordWeights: Float64Array): Side {
  const weights = new Float64Array(blocks.length);
  words.forEach(({ numbers }, index) => {
    let sum = 0;
    for (const word of numbers) sum += wordWeights[word] ?? 0;
    weights[index] = sum;
  });
  const chapters = new Int32Array(blocks.length);
  let heading = -1;
  blocks.forEach(({ kind }, index) => {
    if (kind === 'heading') heading = index;
    chapters[index] = heading;
  });
  return { blocks, words, weights, chapters };
}
