import type { BlockId } from '../core/ids';
import type { FormatRun } from './formats';
import type { HandLink } from './lineage';

export const blockKinds = ['title', 'heading', 'paragraph', 'leadIn', 'point', 'footnote', 'other'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** The marker of a block whose number is counted by its place; see `numberBlocks`. */
export const AUTOMATIC = 'auto';

/** Where a footnote's marker stands. */
export interface FootnoteRef {
  readonly number: string;
  /** UTF-16 code units into the block's `text`. */
  readonly offset: number;
  /** In a draft: the footnote's block, whose number it is. A frozen text goes by the number. */
  readonly note?: BlockId;
}

/** The smallest unit with an identity: a title, a heading, a paragraph, a lead-in, a point, … */
export interface Block {
  readonly id: BlockId;
  readonly kind: BlockKind;
  /** Depth of a heading, from 1. `null` for every other kind. */
  readonly level: number | null;
  /** `AUTOMATIC` when the number follows from the place; a literal («•», «7b») when it is printed as it stands; else `null`. */
  readonly marker: string | null;
  /** Without number, bullet, footnote marker and emphasis marks; one line, never altered by line numbering. */
  readonly text: string;
  /** Blocks of the previous period that this one comes from. Empty for what is new. */
  readonly origins: readonly BlockId[];
  readonly footnoteRefs: readonly FootnoteRef[];
  /** What people said of its origin, in order of their ids; absent where nobody has. Wins over `origins` and over all that is computed. */
  readonly links?: readonly HandLink[];
  /** Which words are bold, italic or links, as `formatsInOrder` has them; absent where none are. Lines and comparison do not know of them. */
  readonly formats?: readonly FormatRun[];
}
