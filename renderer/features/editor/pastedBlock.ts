import { formatsShifted, formatsWithin, withFormats, type FormatRun } from '#shared/domain/formats';
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

/** A block that is pasted, with the footnotes that are called in it. */
export type PastedBlock = NewBlock & Pasted & { readonly notes?: readonly CopiedNote[] };

/** Blocks as the words of one text, as a footnote has them: those of a footnote that is called in them stand in brackets at its place. */
export function inOneText(blocks: readonly PastedBlock[]): PastedBlock {
  let text = '';
  const runs: FormatRun[] = [];
  const add = (words: string, formats: readonly FormatRun[] = []): void => {
    runs.push(...formatsShifted(formats, text.length));
    text += words;
  };
  for (const block of blocks) {
    if (text !== '') add(' ');
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
  return { kind: 'paragraph', text, ...withFormats(runs) };
}
