import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import { startsLikeZip } from './detectFormat';
import type { ImportFailureCode } from './failures';
import { importDocument, type ImportedDocument, type ImportInput } from './importDocument';
import { isDocx, readDocx } from './readers/docx/readDocx';
import { readReviewers, type MarginComment } from './readers/docx/reviewers';
import { openArchive } from './readers/package/archive';

/** One reading of a reviewed document: the changes of some people made, those of all others not. */
export interface Reading {
  readonly document: ImportedDocument;
  /** The comments on each block: `comments[i]` belongs to `document.blocks[i]`. */
  readonly comments: readonly (readonly MarginComment[])[];
}

/** A Word document in which others recorded changes. */
export interface ReviewedDocument {
  /** Whose changes are recorded, in the order of the text. */
  readonly authors: readonly string[];
  /** Who made the file; empty where it does not say. */
  readonly maker: string;
  read(accepted: ReadonlySet<string>): Result<Reading, Failure<ImportFailureCode>>;
}

/** Opens a Word document as somebody else reviewed it. Fails as `importDocument` does, and for every other format, which names no authors we could read. */
export function openReviewed(input: ImportInput, ids: IdSource): Result<ReviewedDocument, Failure<ImportFailureCode>> {
  const { name, bytes } = input;
  const archive = startsLikeZip(bytes) ? openArchive(bytes) : null;
  if (archive === null || typeof archive === 'string' || !isDocx(archive)) {
    const plain = importDocument(input, ids);
    return plain.ok ? fail(failure('import-without-authors', { name })) : plain;
  }
  const { authors, maker, comments } = readReviewers(archive);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return ok({
    authors,
    maker,
    read(accepted) {
      const document = importDocument({ name, bytes, changes: accepted }, ids);
      if (!document.ok) return document;
      const read = readDocx(archive, accepted);
      const calls = read.ok ? (read.value.commentCalls ?? []) : [];
      const onBlock = document.value.blocks.map(({ source }) =>
        calls
          .filter(({ line }) => source !== null && source.fromLine <= line && line <= source.toLine)
          .flatMap(({ id }) => byId.get(id) ?? []),
      );
      return ok({ document: document.value, comments: onBlock });
    },
  });
}
