import fc from 'fast-check';
import type * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { countingIds, type IdSource } from '#shared/core/sources';
import type { BlockKind } from '#shared/domain/block';
import {
  chapterIds,
  deleteBlocks,
  deleteRange,
  insertBlocks,
  insertNote,
  insertReference,
  insertText,
  joinBlocks,
  joinWithPrevious,
  moveBlocks,
  readDraft,
  replaceText,
  setFormat,
  setKind,
  splitBlock,
} from '#shared/schema/draft';
import { draftOf } from './drafts';
import { madeBlock } from './revisionGenerator';

/** Three chapters; in the second a footnote is called, and a point refers to one of the third. */
export function draftToEdit(): Y.Doc {
  const doc = draftOf([
    madeBlock('h1', 'heading', 'Helse'),
    madeBlock('a', 'point', 'bedre vakt'),
    madeBlock('h2', 'heading', 'Arbeid'),
    madeBlock('b', 'point', 'gode vilkår'),
    madeBlock('c', 'point', 'trygg vakt'),
    madeBlock('h3', 'heading', 'Lønn'),
    madeBlock('d', 'point', 'mer til alle'),
  ]);
  insertReference(doc, { block: blockId('b'), offset: 4 }, blockId('d'));
  insertNote(doc, { block: blockId('c'), offset: 5 }, { text: 'merk' }, countingIds('f'));
  return doc;
}

const kinds: readonly BlockKind[] = ['heading', 'point', 'paragraph', 'leadIn'];

/** An operation on a draft, with places given as shares, so that it means something in any draft. */
export const operation = fc.record({
  what: fc.constantFrom(
    'type',
    'replace',
    'range',
    'split',
    'join',
    'joinAny',
    'move',
    'insert',
    'delete',
    'kind',
    'format',
    'refer',
    'note',
  ),
  a: fc.nat(99),
  b: fc.nat(99),
  from: fc.nat(9),
  to: fc.nat(9),
  text: fc.string({ maxLength: 4 }),
});
export type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

/** Carries it out; in an empty draft it begins one. */
export function perform(doc: Y.Doc, { what, a, b, from, to, text }: Operation, ids: IdSource): void {
  const blocks = readDraft(doc);
  const block = blocks[a % Math.max(1, blocks.length)];
  const other = blocks[b % Math.max(1, blocks.length)];
  if (block === undefined || other === undefined) {
    insertBlocks(doc, null, [{ kind: 'paragraph', text }], ids);
    return;
  }
  const kind = kinds[b % kinds.length] ?? 'point';
  switch (what) {
    case 'type':
      insertText(doc, block.id, from, `x${text}`);
      break;
    case 'replace':
      replaceText(doc, block.id, { start: Math.min(from, to), end: Math.max(from, to) }, text);
      break;
    case 'range':
      deleteRange(doc, { block: block.id, offset: from }, { block: other.id, offset: to });
      break;
    case 'split':
      splitBlock(doc, block.id, from, ids);
      break;
    case 'join':
      joinWithPrevious(doc, block.id);
      break;
    case 'joinAny':
      joinBlocks(doc, block.id, other.id);
      break;
    case 'move':
      moveBlocks(doc, chapterIds(blocks, block.id), other.id);
      break;
    case 'insert':
      insertBlocks(
        doc,
        block.id,
        [
          { kind, text },
          { kind: 'point', text: `y${text}` },
        ],
        ids,
      );
      break;
    case 'delete':
      deleteBlocks(doc, [block.id, other.id]);
      break;
    case 'format': {
      const rangeInText = { start: Math.min(from, to), end: Math.max(from, to) };
      const change = { bold: b % 2 === 0, link: a % 3 === 0 ? 'https://a.no' : null };
      setFormat(doc, [{ block: block.id, rangeInText }], change);
      break;
    }
    case 'refer':
      insertReference(doc, { block: block.id, offset: from }, other.id);
      break;
    case 'note':
      insertNote(doc, { block: block.id, offset: from }, { text: 'merk' }, ids);
      break;
    case 'kind':
      setKind(doc, [block.id, other.id], { kind });
      break;
  }
}
