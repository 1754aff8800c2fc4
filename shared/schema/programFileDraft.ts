import * as Y from 'yjs';
import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';
import type { Block } from '../domain/block';
import { referencesIn } from '../domain/references';
import { bringWordsTo, deleteBlocks, draftReader, insertBlocks, moveBlocks, readDraft, setKind } from './draft';
import type { ProgrammeFileFailureCode } from './failures';

/** A document without anything in it, as bytes: the comments of a programme that nobody has commented. */
export const emptyDocument = (): Uint8Array => Y.encodeStateAsUpdate(new Y.Doc());

/** A new document that `fill` writes into. */
export function newDocument(fill: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  fill(doc);
  return doc;
}

export const documentBytes = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

/** The document that a part of a programme file holds. Yjs throws on most damaged updates; that comes back as the part's failure. */
export function openDocument(bytes: Uint8Array, part: string): Result<Y.Doc, Failure<ProgrammeFileFailureCode>> {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    return ok(doc);
  } catch {
    return fail(failure('program-part-damaged', { part }));
  }
}

/**
 * Edits the draft until it reads as `blocks`, with as few edits as a person would need: what others do meanwhile in words that stay,
 * stays. Footnote marks and lineage of blocks that are there already are left as they are.
 */
export function bringDraftTo(doc: Y.Doc, blocks: readonly Block[]): void {
  const wanted = new Set(blocks.map(({ id }) => id));
  deleteBlocks(
    doc,
    readDraft(doc).flatMap(({ id }) => (wanted.has(id) ? [] : [id])),
  );
  const reader = draftReader(doc);
  let previous: Block | null = null;
  for (const [index, block] of blocks.entries()) {
    const before = reader.block(block.id);
    if (!before) {
      insertBlocks(doc, previous?.id ?? null, [block], { next: () => block.id });
    } else {
      if (reader.indexOf(block.id) !== index) moveBlocks(doc, [block.id], previous?.id ?? null);
      bringWordsTo(doc, block);
      if (before.kind !== block.kind || before.level !== block.level || before.marker !== block.marker)
        setKind(doc, [block.id], block);
    }
    previous = block;
  }
  // The numbers that references read as are those of the text as it is now.
  for (const block of blocks) if (referencesIn(block.formats).length > 0) bringWordsTo(doc, block);
}
