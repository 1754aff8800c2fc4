import type * as Y from 'yjs';
import type { BlockId } from '../core/ids';
import type { Comment } from './comments';
import { anchorAt, deleteText, draftReader, gesture, replaceText, resolveWords, type BlockRange } from './draft/index';
import { isTaken, takeDown } from './takes';

/** A comment with its answers, and where its words are now. */
export interface Thread {
  readonly first: Comment;
  /** Oldest first. */
  readonly answers: readonly Comment[];
  /** The words it is about: in one block, in several after a split, none for a remark on the block or when they are gone. */
  readonly ranges: readonly BlockRange[];
  /** The shown block it stands at; `null` when that is gone. */
  readonly block: BlockId | null;
  /** It was about words, and none of them is left. */
  readonly wordsGone: boolean;
}

type Answered = Pick<Thread, 'first' | 'answers'>;

/** The threads, by their first comments, oldest first. An answer to what is not there starts a thread itself: no remark is hidden. */
export function threadsOf(comments: readonly Comment[]): readonly Answered[] {
  const starts = new Set(comments.filter(({ answers }) => answers === null).map(({ id }) => id));
  const answersOf = new Map<string, Comment[]>();
  const firsts: Comment[] = [];
  for (const comment of comments) {
    const { answers } = comment;
    if (answers === null || !starts.has(answers)) firsts.push(comment);
    else answersOf.set(answers, [...(answersOf.get(answers) ?? []), comment]);
  }
  return firsts.map((first) => ({ first, answers: answersOf.get(first.id) ?? [] }));
}

/** The only place in a text where the words stand; `null` when they stand nowhere in it, or more than once. */
function onlyPlace(text: string, words: string): { start: number; end: number } | null {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 || text.indexOf(words, start + 1) >= 0 ? null : { start, end: start + words.length };
}

/**
 * Where a thread stands in the draft now. Words that were deleted and brought back by undo are new to Yjs: they are found again by what they
 * said, where they stood, if they stand there once (CM3).
 */
export function placeThread(draft: Y.Doc, { first, answers }: Answered): Thread {
  const reader = draftReader(draft);
  const { ranges, block } = resolveWords(draft, first.words);
  const holder = reader.structure.holderOf(first.block) as BlockId;
  const shownAt = block ?? (reader.block(holder) === null ? null : holder);
  if (ranges.length > 0 || first.words.length === 0 || shownAt === null)
    return { first, answers, ranges, block: shownAt, wordsGone: first.words.length > 0 && ranges.length === 0 };
  const again = onlyPlace(reader.block(shownAt)?.text ?? '', first.quote);
  return {
    first,
    answers,
    ranges: again ? [{ block: shownAt, rangeInText: again }] : [],
    block: shownAt,
    wordsGone: again === null,
  };
}

/** The words of a thread as they are now. */
export const wordsNow = (draft: Y.Doc, { ranges }: Pick<Thread, 'ranges'>): string =>
  ranges
    .map(({ block, rangeInText: { start, end } }) => draftReader(draft).block(block)?.text.slice(start, end) ?? '')
    .join(' ');

/**
 * Puts what a thread proposes in the place of its words, as one step of undo of the draft; yields whether it could: words that are gone cannot
 * be replaced. Words that a split has brought into several blocks are taken out of each, and the proposal stands where they begin. Who takes it
 * at the same moment as another puts it in once: `keepTakesSingle`.
 */
export function takeSuggestion(draft: Y.Doc, { first, ranges }: Thread): boolean {
  const { suggestion } = first;
  const [start, ...others] = ranges;
  if (suggestion === null || start === undefined || isTaken(draft, first.id)) return false;
  gesture(draft, () => {
    for (const { block, rangeInText } of others.toReversed()) deleteText(draft, block, rangeInText);
    const { block, rangeInText } = start;
    const host = anchorAt(draft, block, rangeInText.start)?.host ?? block;
    takeDown(draft, first.id, host, () => replaceText(draft, block, rangeInText, suggestion));
  });
  return true;
}
