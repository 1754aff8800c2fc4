import type { Range } from '../core/range';
import type { Block } from './block';

/** How lines are counted. All of it belongs to a frozen revision: the numbers on paper never change. */
export interface LineSettings {
  /** Characters (graphemes) a line holds in running text. */
  readonly measure: number;
  /** Number of the first line. */
  readonly start: number;
  readonly restart: 'never' | 'chapter';
}

export const defaultLineSettings: LineSettings = { measure: 80, start: 1, restart: 'never' };

/** One numbered line of one block. */
export interface Line {
  readonly number: number;
  /** Half-open, in UTF-16 code units of the block's text; trailing spaces belong to the line that they end. */
  readonly rangeInText: Range;
}

/** The lines of every block, in order: `result[i]` belongs to `blocks[i]` and is empty for an empty text. */
export type LineLayout = readonly (readonly Line[])[];

/** Lays out a whole text. Implemented in this file by the owner of `shared/domain`; see SPEC.md, rules L1–L9. */
export declare function layoutLines(blocks: readonly Block[], settings: LineSettings): LineLayout;
