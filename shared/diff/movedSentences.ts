import type { Range } from '../core/range';
import type { Block } from '../domain/block';
import { sentencesOf } from '../domain/sentences';
import type { Alignment, BlockChange } from './change';
import { wordsOf } from './words';

/** A sentence that left one change and came into another. */
export interface MovedSentence {
  /** Indices of the changes in the alignment. */
  readonly from: number;
  readonly to: number;
  /** Block indices. */
  readonly base: number;
  readonly current: number;
  /** UTF-16 code units of the block's text. */
  readonly rangeInBase: Range;
  readonly rangeInCurrent: Range;
}

/** Fewer words than this may stand anywhere. */
const TELLING_WORDS = 5;

interface Sentence {
  readonly change: number;
  readonly block: number;
  readonly range: Range;
}

/**
 * Sentences that were struck in one place and written word for word in another, inside blocks that are otherwise told as reworded, struck or
 * new (D32). Of several equal ones, in order. Total; linear in the words of what changed. A note beside the alignment: its marks stay as they are.
 */
export function findMovedSentences(
  { changes }: Alignment,
  base: readonly Block[],
  current: readonly Block[],
): readonly MovedSentence[] {
  const left = new Map<string, Sentence[]>();
  const gather = (sign: '-' | '+', visit: (key: string, sentence: Sentence) => void): void => {
    changes.forEach((change, index) => {
      if (change.tokens.every(([own]) => own !== sign)) return;
      const [blocks, indices] = sign === '-' ? [base, change.base] : [current, change.current];
      const marked = markedRanges(change, sign);
      let offset = 0;
      for (const block of indices) {
        const text = blocks[block]?.text ?? '';
        for (const range of sentencesOf(text)) {
          const words = wordsOf(text.slice(range.start, range.end)).words;
          const isMarked = marked.some(({ start, end }) => start <= offset + range.start && offset + range.end <= end);
          if (isMarked && words.length >= TELLING_WORDS) visit(words.join(' '), { change: index, block, range });
        }
        offset += text.length + 1;
      }
    });
  };
  gather('-', (key, sentence) => {
    const known = left.get(key);
    if (known === undefined) left.set(key, [sentence]);
    else known.push(sentence);
  });
  const moved: MovedSentence[] = [];
  gather('+', (key, { change, block, range }) => {
    const candidates = left.get(key) ?? [];
    const at = candidates.findIndex((candidate) => candidate.change !== change);
    const [origin] = at < 0 ? [] : candidates.splice(at, 1);
    if (origin === undefined) return;
    moved.push({
      from: origin.change,
      to: change,
      base: origin.block,
      current: block,
      rangeInBase: origin.range,
      rangeInCurrent: range,
    });
  });
  return moved;
}

/** Where a change's own side is marked, in UTF-16 units of its blocks' texts joined by one space. */
function markedRanges({ tokens }: BlockChange, sign: '-' | '+'): readonly Range[] {
  const ranges: Range[] = [];
  let offset = 0;
  for (const [own, text] of tokens) {
    if (own !== '=' && own !== sign) continue;
    // The white space around a sentence may be kept or marked with it: it says nothing.
    if (own === sign) ranges.push({ start: offset, end: offset + text.length });
    offset += text.length;
  }
  return ranges;
}
