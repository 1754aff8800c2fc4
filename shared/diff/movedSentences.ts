import { hasLetterOrDigit } from '../core/letters';
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
  /** Not word for word: most of its words went along. */
  readonly reworded: boolean;
}

/** Fewer words than this may stand anywhere. */
const TELLING_WORDS = 5;
/** Of a reworded sentence so many of its words and marks must be there to tell by, … */
const REWORDED_WORDS = 8;
/** … this share of both sentences' words the same, … */
const ALIKE = 0.6;
/** … and so much more than with any other sentence that came or went. */
const MARGIN = 0.12;
/** A pair is weighed where so many words that are not common ones are in both, and the likeliest of them only. */
const LEAST_SHARED = 3;
const LIKELIEST = 6;
/** A word in more of the struck sentences than this finds none of them. */
const COMMON = 40;

/** Where the last letter or digit of a text ends. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && !hasLetterOrDigit(text.charAt(end - 1))) end--;
  return end;
}

interface Sentence {
  readonly change: number;
  readonly block: number;
  readonly range: Range;
  /** In lower case. */
  readonly words: readonly string[];
}

/**
 * Sentences that were struck in one place and written in another, word for word or reworded, inside blocks that are otherwise told as reworded,
 * struck or new (D32). Of several equal ones, in order. Total; close to linear in the words of what changed. A note beside the alignment: its marks
 * stay as they are.
 */
export function findMovedSentences(
  { changes }: Alignment,
  base: readonly Block[],
  current: readonly Block[],
): readonly MovedSentence[] {
  const allStruck = markedSentences(changes, '-', base);
  const allAdded = markedSentences(changes, '+', current);
  const [struck, added] = [allStruck.filter(isTelling), allAdded.filter(isTelling)];
  const left = new Map<string, Sentence[]>();
  for (const sentence of struck) {
    const key = sentence.words.join(' ');
    const known = left.get(key);
    if (known === undefined) left.set(key, [sentence]);
    else known.push(sentence);
  }
  const origins = new Map<Sentence, Sentence>();
  for (const sentence of added) {
    const candidates = left.get(sentence.words.join(' ')) ?? [];
    const at = candidates.findIndex((candidate) => candidate.change !== sentence.change);
    const [origin] = at < 0 ? [] : candidates.splice(at, 1);
    if (origin !== undefined) origins.set(sentence, origin);
  }
  takeAlongShortOnes(origins, allStruck, allAdded);
  const gone = new Set(origins.values());
  const reworded = matchReworded(
    struck.filter((sentence) => !gone.has(sentence)),
    added.filter((sentence) => !origins.has(sentence)),
  );
  return allAdded.flatMap((sentence): readonly MovedSentence[] => {
    const same = origins.get(sentence);
    const origin = same ?? reworded.get(sentence);
    if (origin === undefined) return [];
    return [
      {
        from: origin.change,
        to: sentence.change,
        base: origin.block,
        current: sentence.block,
        rangeInBase: origin.range,
        rangeInCurrent: sentence.range,
        reworded: same === undefined,
      },
    ];
  });
}

const isTelling = ({ words }: Sentence): boolean => words.length >= TELLING_WORDS;

/** «Det haster.» right after a sentence that moved, on both sides, moved with it. */
function takeAlongShortOnes(
  origins: Map<Sentence, Sentence>,
  struck: readonly Sentence[],
  added: readonly Sentence[],
): void {
  const places = new Map(struck.map((sentence, at) => [sentence, at]));
  const taken = new Set(origins.values());
  const follow = (at: number, step: 1 | -1): void => {
    const [beside, sentence] = [added[at], added[at + step]];
    const origin = beside && origins.get(beside);
    const other = origin && struck[(places.get(origin) ?? 0) + step];
    if (sentence === undefined || other === undefined || isTelling(sentence) || origins.has(sentence)) return;
    const isSame = sentence.block === beside?.block && other.block === origin?.block;
    if (!isSame || taken.has(other) || sentence.words.join(' ') !== other.words.join(' ')) return;
    origins.set(sentence, other);
    taken.add(other);
  };
  for (let at = 0; at < added.length; at++) follow(at, 1);
  for (let at = added.length - 1; at > 0; at--) follow(at, -1);
}

/** Sentences that are struck, or new, from their first word to their last. */
function markedSentences(
  changes: readonly BlockChange[],
  sign: '-' | '+',
  blocks: readonly Block[],
): readonly Sentence[] {
  return changes.flatMap((change, index) => {
    if (change.tokens.every(([own]) => own !== sign)) return [];
    const marked = markedRanges(change, sign);
    let next = 0;
    let offset = 0;
    return (sign === '-' ? change.base : change.current).flatMap((block) => {
      const text = blocks[block]?.text ?? '';
      const start = offset;
      offset += text.length + 1;
      return sentencesOf(text).flatMap((range): readonly Sentence[] => {
        // Both are in order. Its full stop may be kept, as that of the sentence which took its place.
        const lastLetter = start + range.start + endOfWords(text.slice(range.start, range.end));
        while ((marked[next]?.end ?? Infinity) < lastLetter) next++;
        if ((marked[next]?.start ?? Infinity) > start + range.start) return [];
        const words = wordsOf(text.slice(range.start, range.end).toLowerCase()).words;
        return [{ change: index, block, range, words }];
      });
    });
  });
}

/** For sentences that came, those that they were made of: the likeliest first, and only where no other comes near. */
function matchReworded(struck: readonly Sentence[], added: readonly Sentence[]): ReadonlyMap<Sentence, Sentence> {
  const tellsEnough = ({ words }: Sentence): boolean => words.length >= REWORDED_WORDS;
  const withWord = new Map<string, Sentence[]>();
  for (const sentence of struck.filter(tellsEnough))
    for (const word of new Set(sentence.words)) {
      const known = withWord.get(word);
      if (known === undefined) withWord.set(word, [sentence]);
      else known.push(sentence);
    }
  const pairs = added.filter(tellsEnough).flatMap((sentence) => {
    const shared = new Map<Sentence, number>();
    for (const word of new Set(sentence.words)) {
      const others = withWord.get(word) ?? [];
      if (others.length <= COMMON) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .filter(([, count]) => count >= LEAST_SHARED)
      .sort(([, x], [, y]) => y - x)
      .slice(0, LIKELIEST)
      .flatMap(([origin]) => {
        const alike = likeness(origin.words, sentence.words);
        return alike < ALIKE - MARGIN ? [] : [{ origin, sentence, alike }];
      });
  });
  pairs.sort((x, y) => y.alike - x.alike);
  /** The likeliest two pairs of each sentence. */
  const likeliest = new Map<Sentence, (typeof pairs)[number][]>();
  for (const pair of pairs)
    for (const one of [pair.origin, pair.sentence]) {
      const known = likeliest.get(one);
      if (known === undefined) likeliest.set(one, [pair]);
      else if (known.length < 2) known.push(pair);
    }
  const nextBest = (pair: (typeof pairs)[number]): number =>
    Math.max(
      ...[pair.origin, pair.sentence].map((one) => likeliest.get(one)?.find((other) => other !== pair)?.alike ?? 0),
    );
  const found = new Map<Sentence, Sentence>();
  for (const pair of pairs) {
    const { origin, sentence, alike } = pair;
    if (alike < ALIKE) break;
    // What stayed in its own paragraph did not go anywhere.
    if (origin.change !== sentence.change && alike - nextBest(pair) >= MARGIN) found.set(sentence, origin);
  }
  return found;
}

/** Words in common over the mean number of words (Dice), each as often as it stands in both. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
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
