import {
  formatAt,
  formatsInOrder,
  formatsShifted,
  formatsWithin,
  withFormats,
  type Format,
  type FormatRun,
} from '#shared/domain/formats';
import type { WordSpaces } from '#shared/domain/wordSpacing';
import type { Remark } from './remarks';
import type { NewBlock, NoteWords } from '#shared/schema/draft';

/** What is pasted, and what it was called where it was copied; absent where that says nothing, and for a part of a block. */
interface Pasted {
  readonly id?: string;
}

/** A footnote that is called in a copied text. */
export interface CopiedNote extends NoteWords, Pasted {
  /** UTF-16 code units of the copied text. */
  readonly offset: number;
}

/** A block that is pasted, with the footnotes that are called in it, and what was said about its words where they were cut. */
export type PastedBlock = NewBlock &
  Pasted & {
    /** Of our own text, and not all of its block: what was selected began or ended within it. */
    readonly isPart?: boolean;
    /** Of our own text, from one block, and no part of a word at its edges. */
    readonly isWords?: boolean;
    readonly notes?: readonly CopiedNote[];
    readonly remarks?: readonly Remark[];
  };

const inCommon = (one: Format, other: Format): Format => ({
  bold: one.bold && other.bold,
  italic: one.italic && other.italic,
  link: null,
});

/** Words with the spaces that they need where they go in, which look as what stands on both sides of them does. */
export function spaced(
  block: PastedBlock,
  { before, within, after }: WordSpaces,
  [lookBefore, lookAfter]: readonly [Format, Format],
): PastedBlock {
  const by = before.length - within.start;
  const end = within.end - within.start + before.length;
  const inside = (offset: number): number => Math.min(Math.max(offset + by, before.length), end);
  const text = before + block.text.slice(within.start, within.end) + after;
  const first = inCommon(lookBefore, formatAt(block.formats, within.start));
  const last = inCommon(formatAt(block.formats, within.end - 1), lookAfter);
  const formats = [
    { start: 0, end: before.length, ...first },
    ...formatsShifted(formatsWithin(block.formats, within), before.length),
    { start: end, end: text.length, ...last },
  ];
  return {
    ...block,
    text,
    formats: formatsInOrder(formats, text.length),
    notes: (block.notes ?? []).map((note) => ({ ...note, offset: inside(note.offset) })),
    remarks: (block.remarks ?? []).map(({ id, rangeInText }) => ({
      id,
      rangeInText: rangeInText && { start: inside(rangeInText.start), end: inside(rangeInText.end) },
    })),
  };
}

/** Blocks as the words of one text, as a footnote has them: those of a footnote that is called in them stand in brackets at its place. */
export function inOneText(blocks: readonly PastedBlock[]): PastedBlock {
  let text = '';
  const runs: FormatRun[] = [];
  const remarks: Remark[] = [];
  const add = (words: string, formats: readonly FormatRun[] = []): void => {
    runs.push(...formatsShifted(formats, text.length));
    text += words;
  };
  for (const block of blocks) {
    if (text !== '') add(' ');
    // What is said about the whole of a block is not said about the footnote.
    const before = text.length;
    for (const { id, rangeInText } of block.notes?.length ? [] : (block.remarks ?? []))
      if (rangeInText)
        remarks.push({ id, rangeInText: { start: rangeInText.start + before, end: rangeInText.end + before } });
    let start = 0;
    const addUpTo = (end: number): void => {
      add(block.text.slice(start, end), formatsWithin(block.formats, { start, end }));
      start = end;
    };
    for (const note of (block.notes ?? []).toSorted((a, b) => a.offset - b.offset)) {
      addUpTo(note.offset);
      add(' (');
      add(note.text, note.formats);
      add(')');
    }
    addUpTo(block.text.length);
  }
  return { kind: 'paragraph', text, ...withFormats(runs), remarks };
}
