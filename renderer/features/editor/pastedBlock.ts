import type { NewBlock, NoteWords } from '#shared/schema/draft';

/** A footnote that is called in a copied text. */
export interface CopiedNote extends NoteWords {
  /** UTF-16 code units of the copied text. */
  readonly offset: number;
}

/** A block that is pasted, with the footnotes that are called in it. */
export type PastedBlock = NewBlock & { readonly notes?: readonly CopiedNote[] };
