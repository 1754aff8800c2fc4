import type { Token } from './tokens';

export const changeKinds = ['unchanged', 'reworded', 'split', 'joined', 'inserted', 'deleted'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What became of some blocks. */
export interface BlockChange {
  readonly kind: ChangeKind;
  /** Stands in another order than what did not move. Of all ways to say what moved, the one with fewest moved blocks. */
  readonly moved: boolean;
  /** The kind or the level is another one. */
  readonly retyped: boolean;
  /** Ascending block indices. Empty for what was inserted. */
  readonly base: readonly number[];
  /** Ascending block indices. Empty for what was deleted. */
  readonly current: readonly number[];
  /** The words are the same, and other ones of them bold, italic or a link. That is no wording: the change is `unchanged` (D38). */
  readonly reformatted?: true;
  /** A person said that these belong together. */
  readonly byHand?: true;
  /** Spell the texts of `base`, and of `current`, joined by one space. */
  readonly tokens: readonly Token[];
}

/** What became of blocks of which there are some on both sides. More came of it: split. Fewer: joined. As many of each is one redistributed text, which is reworded where its words
 *  changed, and else only divided at other places. */
export function kindOf(base: readonly number[], current: readonly number[], equal: boolean): ChangeKind {
  if (current.length > base.length) return 'split';
  if (base.length > current.length) return 'joined';
  if (!equal) return 'reworded';
  return base.length === 1 ? 'unchanged' : 'split';
}

/** Every block of both sides in exactly one change, in the reading order of the current side; deletions where they stood. */
export interface Alignment {
  readonly changes: readonly BlockChange[];
  /** False where a text was too long and too unlike for a smallest set of marks. */
  readonly exact: boolean;
}
