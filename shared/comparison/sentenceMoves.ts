import type { Language } from '../core/failure';
import { findMovedSentences, type Alignment } from '../diff';
import type { Block } from '../domain/block';

/** A sentence of one change that came from, or went to, another: inside larger blocks, where no block moved. */
export interface SentenceMove {
  readonly direction: 'came' | 'left';
  /** As it stands on this side. */
  readonly sentence: string;
  /** As it stands on the other side. */
  readonly otherSentence: string;
  /** Index of the block where it is on the other side: of the base text where it came from, of the current one where it went to. */
  readonly other: number;
  readonly reworded: boolean;
}

/** The sentences that went from one change into another, by the index of the change. Changes without any are left out. Rule M1. */
export function sentenceMovesOf(
  alignment: Alignment,
  base: readonly Block[],
  current: readonly Block[],
): ReadonlyMap<number, readonly SentenceMove[]> {
  const moves = new Map<number, SentenceMove[]>();
  const note = (change: number, move: SentenceMove): void => {
    const known = moves.get(change);
    if (known === undefined) moves.set(change, [move]);
    else known.push(move);
  };
  for (const moved of findMovedSentences(alignment, base, current)) {
    const { reworded, rangeInBase, rangeInCurrent } = moved;
    const before = base[moved.base]?.text.slice(rangeInBase.start, rangeInBase.end) ?? '';
    const now = current[moved.current]?.text.slice(rangeInCurrent.start, rangeInCurrent.end) ?? '';
    note(moved.from, { direction: 'left', sentence: before, otherSentence: now, other: moved.current, reworded });
    note(moved.to, { direction: 'came', sentence: now, otherSentence: before, other: moved.base, reworded });
  }
  return moves;
}

type Told = (place: string, sentence: string) => string;
const words: Readonly<Record<Language, Readonly<Record<SentenceMove['direction'], { same: Told; reworded: Told }>>>> = {
  nb: {
    came: {
      same: (place, sentence) => `Setning flyttet hit fra ${place}: «${sentence}»`,
      reworded: (place, sentence) => `Setning flyttet hit fra ${place} og omskrevet: «${sentence}»`,
    },
    left: {
      same: (place, sentence) => `Setning flyttet herfra til ${place}: «${sentence}»`,
      reworded: (place, sentence) => `Setning flyttet herfra til ${place} og omskrevet: «${sentence}»`,
    },
  },
  nn: {
    came: {
      same: (place, sentence) => `Setning flytta hit frå ${place}: «${sentence}»`,
      reworded: (place, sentence) => `Setning flytta hit frå ${place} og omskriven: «${sentence}»`,
    },
    left: {
      same: (place, sentence) => `Setning flytta herifrå til ${place}: «${sentence}»`,
      reworded: (place, sentence) => `Setning flytta herifrå til ${place} og omskriven: «${sentence}»`,
    },
  },
  en: {
    came: {
      same: (place, sentence) => `Sentence moved here from ${place}: “${sentence}”`,
      reworded: (place, sentence) => `Sentence moved here from ${place} and reworded: “${sentence}”`,
    },
    left: {
      same: (place, sentence) => `Sentence moved from here to ${place}: “${sentence}”`,
      reworded: (place, sentence) => `Sentence moved from here to ${place} and reworded: “${sentence}”`,
    },
  },
};

/** Enough of a sentence to know it by. */
const SHOWN_LETTERS = 60;
const beginning = (text: string): string =>
  text.length <= SHOWN_LETTERS ? text : `${text.slice(0, SHOWN_LETTERS).replace(/\s+\S*$/u, '')} …`;

/** The move in one sentence. `place`: the printed place of its `other`. */
export const describeSentenceMove = (
  { direction, reworded, sentence }: SentenceMove,
  place: string,
  language: Language,
): string => words[language][direction][reworded ? 'reworded' : 'same'](place, beginning(sentence));
