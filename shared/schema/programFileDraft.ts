import * as Y from 'yjs';
import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';
import { wordDiff } from '../diff';
import type { Block } from '../domain/block';
import { sameFormats, stretchesOf } from '../domain/formats';
import { deleteBlocks, insertBlocks, moveBlocks, readDraft, replaceText, setFormat, setKind } from './draft';
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

const bringFormatsTo = (doc: Y.Doc, { id, text, formats = [] }: Block): void => {
  if (sameFormats(readDraft(doc).find((block) => block.id === id)?.formats, formats)) return;
  let start = 0;
  for (const { text: words, ...format } of stretchesOf(text, formats, { start, end: text.length })) {
    setFormat(doc, [{ block: id, rangeInText: { start, end: start + words.length } }], format);
    start += words.length;
  }
};

function bringTextTo(doc: Y.Doc, shown: Block, text: string): void {
  let offset = 0;
  for (const [sign, words] of wordDiff(shown.text, text)) {
    if (sign === '+') replaceText(doc, shown.id, { start: offset, end: offset }, words);
    else if (sign === '-') replaceText(doc, shown.id, { start: offset, end: offset + words.length }, '');
    if (sign !== '-') offset += words.length;
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
  let previous: Block | null = null;
  for (const [index, block] of blocks.entries()) {
    const shown = readDraft(doc).find(({ id }) => id === block.id);
    if (!shown) {
      insertBlocks(doc, previous?.id ?? null, [block], { next: () => block.id });
    } else {
      if (readDraft(doc)[index]?.id !== block.id) moveBlocks(doc, [block.id], previous?.id ?? null);
      if (shown.text !== block.text) bringTextTo(doc, shown, block.text);
      bringFormatsTo(doc, block);
      if (shown.kind !== block.kind || shown.level !== block.level || shown.marker !== block.marker)
        setKind(doc, [block.id], block);
    }
    previous = block;
  }
}
