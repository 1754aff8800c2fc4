import type { Block } from '../domain/block';
import { profile } from './align/profile';
import { createLikeness } from './align/similarity';
import type { Alignment } from './change';
import { createVocabulary } from './vocabulary';

/** What speaks most for a suggestion. */
export const suggestionReasons = ['sameWords', 'samePlace', 'sameChapter'] as const;
export type SuggestionReason = (typeof suggestionReasons)[number];

export interface OriginSuggestion {
  /** Index of the base block. */
  readonly base: number;
  /** 0–1. */
  readonly score: number;
  readonly reason: SuggestionReason;
}

const WORDS = 0.75;
/** What was struck right where the new one stands may be what it replaced, though no word is the same. */
const PLACE = 0.2;
const CHAPTER = 0.05;
const LEAST = 0.12;
const MOST = 5;

/**
 * Base blocks that a current block may come from, best first, no more than five: for a person to choose from (D30). What became of nothing else
 * goes before what did; what a person said it does not come from is left out. Total. Linear in the words of both texts.
 */
export function suggestOrigins(
  base: readonly Block[],
  current: readonly Block[],
  { changes }: Alignment,
  inCurrent: number,
): readonly OriginSuggestion[] {
  const block = current[inCurrent];
  if (block === undefined) return [];
  const known = profile(base, current, createVocabulary());
  const likeness = createLikeness(known);
  const own = changes.findIndex((change) => change.current.includes(inCurrent));
  const taken = new Set(changes[own]?.base ?? []);
  const spoken = new Set((block.links ?? []).map(({ origin }) => origin));
  const struck = new Set(changes.flatMap(({ kind, base: indices }) => (kind === 'deleted' ? indices : [])));
  const chapterPartners = partnersOfChapter(known.current.chapters, known.base.chapters, changes, inCurrent);
  const besides = neighboursOf(changes, own);
  return base
    .flatMap(({ id, kind }, index): readonly OriginSuggestion[] => {
      if (taken.has(index) || spoken.has(id)) return [];
      const words = WORDS * likeness(index, inCurrent);
      const place = struck.has(index) && besides.has(index) && kind === block.kind ? PLACE : 0;
      const chapter = struck.has(index) && chapterPartners === known.base.chapters[index] ? CHAPTER : 0;
      const score = words + place + chapter;
      const reason = words >= place + chapter ? 'sameWords' : place > 0 ? 'samePlace' : 'sameChapter';
      return score < LEAST ? [] : [{ base: index, score, reason }];
    })
    .sort((a, b) => b.score - a.score || Number(struck.has(b.base)) - Number(struck.has(a.base)) || a.base - b.base)
    .slice(0, MOST);
}

/** Base blocks that were struck right beside a change, with nothing but what was struck and new between. */
function neighboursOf(changes: Alignment['changes'], own: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (const step of [1, -1] as const)
    for (let at = own + step; ; at += step) {
      const change = changes[at];
      if (change?.kind !== 'deleted' && change?.kind !== 'inserted') break;
      for (const index of change.base) found.add(index);
    }
  return found;
}

/** The base chapter that the current block's chapter is: where its heading comes from. −1 where that is new. */
function partnersOfChapter(
  chapters: Int32Array,
  baseChapters: Int32Array,
  changes: Alignment['changes'],
  inCurrent: number,
): number {
  const heading = chapters[inCurrent] ?? -1;
  const origin = changes.find(({ current }) => current.includes(heading))?.base[0];
  return origin === undefined ? -1 : (baseChapters[origin] ?? -1);
}
