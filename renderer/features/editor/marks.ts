import type { BlockId } from '#shared/core/ids';
import type { Token } from '#shared/diff';
import type { Range } from '#shared/core/range';
import type { BlockRange } from '#shared/schema/draft';

export type BlockStatus = 'unchanged' | 'reworded' | 'moved' | 'split' | 'joined' | 'inserted' | 'retyped';

/** What a block's margin says about it, against the previous period. */
export interface BlockMark {
  readonly status: BlockStatus;
  /** Texts of the deleted blocks that stood right before this one. */
  readonly struckBefore: readonly string[];
  /** Texts of the deleted blocks that stood after it: only for the last block. */
  readonly struckAfter?: readonly string[];
  readonly tokens: readonly Token[];
  /** Where it stood before, when it moved: «kap. 2 pkt. 1». */
  readonly movedFrom: string | null;
  readonly openAmendments: number;
}

const sameList = <Item>(a: readonly Item[], b: readonly Item[], same: (one: Item, other: Item) => boolean): boolean =>
  a === b || (a.length === b.length && a.every((item, index) => same(item, b[index] as Item)));

/** Whether two marks show the same. A comparison makes new ones for all blocks after each key; only few of them say anything new. */
export const sameMark = (a: BlockMark | undefined, b: BlockMark | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.status === b.status &&
    a.openAmendments === b.openAmendments &&
    a.movedFrom === b.movedFrom &&
    sameList(a.struckBefore, b.struckBefore, Object.is) &&
    sameList(a.struckAfter ?? [], b.struckAfter ?? [], Object.is) &&
    sameList(a.tokens, b.tokens, (one, other) => one[0] === other[0] && one[1] === other[1]));

/** Looks at a block's former wording: while the pointer rests on its badge, or until it is put away. */
export type Peek = (block: BlockId | null, stays: boolean) => void;

export type ShownMarks = 'off' | 'bars' | 'words';

/** What of a block's text is new, and what was struck from it, in order. Empty when the tokens are of another text: it has been typed in since. */
export function wordMarks(
  mark: BlockMark | null,
  text: string,
): { readonly added: readonly Range[]; readonly struck: readonly string[] } {
  const added: Range[] = [];
  const struck: string[] = [];
  let offset = 0;
  let read = '';
  for (const [sign, words] of mark?.tokens ?? []) {
    if (sign === '-') {
      if (words.trim() !== '') struck.push(words.trim());
      continue;
    }
    if (sign === '+') added.push({ start: offset, end: offset + words.length });
    offset += words.length;
    read += words;
  }
  if (mark === null || !read.startsWith(text)) return { added: [], struck: [] };
  return {
    added: added
      .filter(({ start }) => start < text.length)
      .map(({ start, end }) => ({ start, end: Math.min(end, text.length) })),
    struck,
  };
}

/** What is said of one block beside its text. */
export interface BlockNote {
  readonly kind: 'lock' | 'writes';
  /** As short as the margin asks. */
  readonly text: string;
  /** A whole sentence. */
  readonly title: string;
}

/** Words that someone has said something about. */
export interface CommentedWords {
  /** What is asked for when its sign is pressed; `null` for words that are about to be commented on. */
  readonly id: string | null;
  /** The block at which the sign stands. */
  readonly block: BlockId;
  readonly ranges: readonly BlockRange[];
  readonly look: 'comment' | 'suggestion' | 'here';
}
