import { formatsShifted, formatsWithin, withFormats, type FormatRun } from '#shared/domain/formats';
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
    readonly notes?: readonly CopiedNote[];
    readonly remarks?: readonly Remark[];
  };

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
