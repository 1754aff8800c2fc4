import type { BlockId } from '#shared/core/ids';
import type { Range } from '#shared/core/range';

/** Something that is said about words, or about the whole block. */
export interface Remark {
  readonly id: string;
  /** UTF-16 code units of the text; `null` for the whole block. */
  readonly rangeInText: Range | null;
}

/** What is said about the text, which goes along with what is cut out of it and pasted. */
export interface Remarks {
  /** By block, as it is now. */
  readonly all: () => ReadonlyMap<BlockId, readonly Remark[]>;
  /** Where the words are now that these were about, if they stand nowhere else in the text. */
  readonly carry: (pasted: readonly (Remark & { readonly block: BlockId })[]) => void;
}

export const noRemarks: Remarks = { all: () => new Map(), carry: () => undefined };

/** Of what is said about a text, that about a part of it, as it stands in the part; that about the whole is said of all of it alone. */
export const remarksWithin = (remarks: readonly Remark[], part: Range, isWhole: boolean): readonly Remark[] =>
  remarks.flatMap(({ id, rangeInText }): readonly Remark[] => {
    if (rangeInText === null) return isWhole ? [{ id, rangeInText }] : [];
    const [start, end] = [Math.max(rangeInText.start, part.start), Math.min(rangeInText.end, part.end)];
    return start < end ? [{ id, rangeInText: { start: start - part.start, end: end - part.start } }] : [];
  });
