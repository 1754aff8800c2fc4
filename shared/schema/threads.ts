import type * as Y from 'yjs';
import type { BlockId } from '../core/ids';
import type { CarriedWords, Comment, SuggestionOutcome } from './comments';
import {
  anchorAt,
  deleteText,
  draftReader,
  gesture,
  replaceText,
  resolveWords,
  type BlockRange,
  type WordsAnchor,
} from './draft/index';
import { isTaken, takeDown } from './takes';

/** A comment with its answers, and where its words are now. */
export interface Thread {
  readonly first: Comment;
  /** Oldest first. */
  readonly answers: readonly Comment[];
  /** Where its words were carried to by cut and paste. */
  readonly carried: readonly CarriedWords[];
  /** The words it is about: in one block, in several after a split, none for a remark on the block or when they are gone. */
  readonly ranges: readonly BlockRange[];
  /** The shown block it stands at; `null` when that is gone. */
  readonly block: BlockId | null;
  /** It was about words, and none of them is left. */
  readonly wordsGone: boolean;
  /** It was taken, and most of it stands in the text: it cannot be taken once more. */
  readonly isInText: boolean;
}

type Said = Pick<Thread, 'first' | 'answers'>;
/** A thread, wherever it stands. */
export type Answered = Said & Pick<Thread, 'carried'>;

/** The threads, by their first comments, oldest first. An answer to what is not there starts a thread itself: no remark is hidden. */
export function threadsOf(
  comments: readonly Comment[],
  carried: ReadonlyMap<string, readonly CarriedWords[]> = new Map(),
): readonly Answered[] {
  const starts = new Set(comments.filter(({ answers }) => answers === null).map(({ id }) => id));
  const answersOf = new Map<string, Comment[]>();
  const firsts: Comment[] = [];
  for (const comment of comments) {
    const { answers } = comment;
    if (answers === null || !starts.has(answers)) firsts.push(comment);
    else answersOf.set(answers, [...(answersOf.get(answers) ?? []), comment]);
  }
  return firsts.map((first) => ({
    first,
    answers: answersOf.get(first.id) ?? [],
    carried: carried.get(first.id) ?? [],
  }));
}

/** Still to be talked about: nobody resolved it, or somebody answered what whoever did had not read. */
export const isOpen = ({ first: { resolved, heard }, answers }: Said): boolean =>
  !resolved || (heard !== null && answers.some(({ id }) => !heard.includes(id)));

/** Its first comment when it is resolved, with what became of what it proposes. */
export const resolvedAs = ({ first, answers }: Said, outcome: SuggestionOutcome | null): Comment => ({
  ...first,
  outcome,
  resolved: true,
  heard: answers.map(({ id }) => id),
});

/** Its first comment when it is opened again. */
export const openedAgain = ({ first }: Said): Comment => ({
  ...first,
  outcome: null,
  resolved: false,
  heard: null,
});

/** The only place in a text where the words stand; `null` when they stand nowhere in it, or more than once. */
function onlyPlace(text: string, words: string): { start: number; end: number } | null {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 || text.indexOf(words, start + 1) >= 0 ? null : { start, end: start + words.length };
}

const anchorsOf = ({ first, carried }: Pick<Thread, 'first' | 'carried'>): readonly WordsAnchor[] => [
  ...first.words,
  ...carried.flatMap(({ words }) => words),
];

/** Whether what a thread is about was cut out of the text, and stands nowhere in it: then it may be carried to where it is pasted. */
export function isCutOut(draft: Y.Doc, thread: Answered): boolean {
  const anchors = anchorsOf(thread);
  return anchors.length > 0
    ? resolveWords(draft, anchors).ranges.length === 0
    : placeThread(draft, thread).block === null;
}

/**
 * Where a thread stands in the draft now. Words that were deleted and brought back by undo are new to Yjs: they are found again by what they
 * said, where they stood, if they stand there once (CM3).
 */
export function placeThread(draft: Y.Doc, thread: Answered): Thread {
  const { first, answers, carried } = thread;
  const reader = draftReader(draft);
  const { ranges, block } = resolveWords(draft, anchorsOf(thread));
  const holders = [first, ...carried].map((one) => reader.structure.holderOf(one.block) as BlockId);
  const shownAt = block ?? holders.find((id) => reader.block(id) !== null) ?? null;
  const isInText = first.suggestion !== null && isTaken(draft, first.id, first.suggestion);
  if (ranges.length > 0 || first.words.length === 0 || shownAt === null)
    return { ...thread, ranges, block: shownAt, wordsGone: first.words.length > 0 && ranges.length === 0, isInText };
  const again = onlyPlace(reader.block(shownAt)?.text ?? '', first.quote);
  return {
    first,
    answers,
    carried,
    ranges: again ? [{ block: shownAt, rangeInText: again }] : [],
    block: shownAt,
    wordsGone: again === null,
    isInText,
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
  if (suggestion === null || start === undefined || isTaken(draft, first.id, suggestion)) return false;
  gesture(draft, () => {
    for (const { block, rangeInText } of others.toReversed()) deleteText(draft, block, rangeInText);
    const { block, rangeInText } = start;
    const host = anchorAt(draft, block, rangeInText.start)?.host ?? block;
    takeDown(draft, first.id, host, () => replaceText(draft, block, rangeInText, suggestion));
  });
  return true;
}
