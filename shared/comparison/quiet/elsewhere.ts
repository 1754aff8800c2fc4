import { sentencesOf } from '../../domain/sentences';
import { spokenWords } from '../../diff';
import type { SentenceMove } from '../sentenceMoves';

/** Fewer words than this may stand anywhere (as in D32). */
const TELLING_WORDS = 5;

/** A stretch of a text without its sentences that stand, or stood, elsewhere. */
export interface Rest {
  readonly text: string;
  /** Whether any sentence is left out. */
  readonly isLess: boolean;
  /** Those of them that went into, or came from, other changes. */
  readonly moves: readonly SentenceMove[];
}

/** What of each stretch was not struck, and is not new, since it stands elsewhere word for word: in another change, or at another place of the same one. Ask for
 *  the stretches in order, once each: a sentence that is struck twice and stands once was dropped once. */
export interface Elsewhere {
  struck(stretch: string): Rest;
  added(stretch: string): Rest;
}

const isTelling = (text: string): boolean => spokenWords(text).length >= TELLING_WORDS;

/** Without its last mark, which another sentence may have kept. */
const bare = (sentence: string): string => sentence.replace(/[.!?…]$/u, '');
const sentencesIn = (text: string): readonly string[] =>
  sentencesOf(text).map(({ start, end }) => bare(text.slice(start, end)));

/** By sentence, the moves that it may be taken for; `null` for one within the change. */
type Known = Map<string, (SentenceMove | null)[]>;

const note = (known: Known, sentence: string, move: SentenceMove | null): void => {
  const list = known.get(sentence);
  if (list === undefined) known.set(sentence, [move]);
  else list.push(move);
};

export function createElsewhere(
  swaps: readonly { readonly struck: string; readonly added: string }[],
  moves: readonly SentenceMove[],
): Elsewhere {
  const left: Known = new Map();
  const came: Known = new Map();
  for (const move of moves) note(move.direction === 'left' ? left : came, bare(move.sentence), move);
  for (const sentence of turnedAbout(swaps)) {
    note(left, sentence, null);
    note(came, sentence, null);
  }
  const without =
    (known: Known) =>
    (text: string): Rest => {
      if (known.size === 0) return { text, isLess: false, moves: [] };
      const taken: SentenceMove[] = [];
      let rest = '';
      let from = 0;
      for (const { start, end } of sentencesOf(text)) {
        const move = known.get(bare(text.slice(start, end)))?.shift();
        if (move === undefined) continue;
        if (move !== null) taken.push(move);
        rest += text.slice(from, start);
        from = end;
      }
      return { text: rest + text.slice(from), isLess: from > 0, moves: taken };
    };
  return { struck: without(left), added: without(came) };
}

/** Sentences that were struck at one place of a change and stand at another; several in a row go together, the short ones among them too. */
function turnedAbout(swaps: readonly { readonly struck: string; readonly added: string }[]): readonly string[] {
  if (swaps.length < 2) return [];
  const waiting = new Map<string, number>();
  for (const { added } of swaps)
    for (const sentence of sentencesIn(added)) waiting.set(sentence, (waiting.get(sentence) ?? 0) + 1);
  if (waiting.size === 0) return [];
  const rows = new Set(swaps.map(({ added }) => bare(added.trim())));
  return swaps.flatMap(({ struck }) => {
    const isRow = isTelling(struck) && rows.has(bare(struck.trim()));
    return sentencesIn(struck).filter((sentence) => {
      const count = waiting.get(sentence) ?? 0;
      if (count === 0 || !(isRow || isTelling(sentence))) return false;
      waiting.set(sentence, count - 1);
      return true;
    });
  });
}
