import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';

/** A place in the text, in UTF-16 code units of the block's text. */
export interface SpelledPlace {
  readonly block: BlockId;
  readonly rangeInText: Range;
}

/** What the spelling check asks of the page. */
export interface SpelledPage {
  showMisspelled(block: BlockId, places: readonly Range[]): void;
  /** The marked word at a point of the window, in CSS pixels. */
  misspelledAt(x: number, y: number): SpelledPlace | null;
  showFound(places: readonly SpelledPlace[], current: number): void;
  /** Puts the text in all these places, as one step of undo. */
  replaceAt(places: readonly SpelledPlace[], text: string): void;
  selectPlace(place: SpelledPlace): void;
}
