import type { BlockId } from '../../core/ids';
import type { BlockKind, FootnoteRef } from '../../domain/block';
import type { FormatRun } from '../../domain/formats';
import { DOUBTFUL_BELOW, type Judgement } from '../doubts';
import type { ImportedDocument, SourceRow } from '../importDocument';

/** Lines of the source file, from 1, both inclusive. */
export interface LineSpan {
  readonly fromLine: number;
  readonly toLine: number;
}

/** One block as the import gave it or a person corrected it. */
export interface ReviewBlock {
  readonly id: BlockId;
  readonly kind: BlockKind;
  /** From 1; on headings only. */
  readonly level: number | null;
  /** As printed; on headings, points and footnotes only, but for what the import itself gave. */
  readonly number: string | null;
  /** Single-spaced, never empty. */
  readonly text: string;
  readonly footnoteRefs: readonly FootnoteRef[];
  /** What of the text is bold, italic or a link; empty where it is plain. */
  readonly formats: readonly FormatRun[];
  readonly source: LineSpan | null;
  readonly leftOut: boolean;
  /** How sure the import was; of parts that were put together, of the least sure one. */
  readonly judgement: Judgement;
  /** A person has looked at it, or touched it. */
  readonly looked: boolean;
}

/** A number that a person set in the place of another; `null` for none. */
export interface Renumbering {
  readonly line: number | null;
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** An import under correction. An immutable value: each correction gives a new one, sharing what did not change. */
export interface Review {
  readonly blocks: readonly ReviewBlock[];
  readonly rows: readonly SourceRow[];
  /** In the order in which they were done. */
  readonly renumberings: readonly Renumbering[];
}

/** The kinds that may carry a number. */
export const isNumbered = (kind: BlockKind): boolean => kind === 'heading' || kind === 'point' || kind === 'footnote';

/** Whether the import was in doubt about it, looked at or not. */
export const wasDoubtful = ({ judgement }: ReviewBlock): boolean =>
  judgement.doubt !== null && judgement.confidence < DOUBTFUL_BELOW;

/** Whether a person should look at it still. */
export const isDoubtful = (block: ReviewBlock): boolean => wasDoubtful(block) && !block.looked && !block.leftOut;

/** Yields the review in which nothing is corrected yet. Linear. */
export function beginReview(document: ImportedDocument): Review {
  return {
    blocks: document.blocks.map(({ block, number, source, judgement }) => ({
      id: block.id,
      kind: block.kind,
      level: block.level,
      number,
      text: block.text,
      footnoteRefs: block.footnoteRefs,
      formats: block.formats ?? [],
      source,
      leftOut: false,
      judgement,
      looked: false,
    })),
    rows: document.rows,
    renumberings: [],
  };
}
