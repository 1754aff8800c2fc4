import type * as Y from 'yjs';
import { blockId, personId, type BlockId, type PersonId } from '../core/ids';
import type { Timestamp } from '../core/sources';

/** A remark on one block, for those who draft. Its author's name stands in the directory. */
export interface Comment {
  readonly id: string;
  readonly block: BlockId;
  readonly author: PersonId;
  readonly text: string;
  readonly at: Timestamp;
  readonly resolved: boolean;
}

/** Longer remarks are cut: a comment is a remark, and a peer must not be able to fill everyone's memory with one. */
const LONGEST_COMMENT = 20_000;

const commentsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('comments');

function parseComment(id: string, raw: unknown): Comment | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const fields = new Map<string, unknown>(Object.entries(raw));
  const [block, author, text, at] = ['block', 'author', 'text', 'at'].map((name) => fields.get(name));
  if (typeof block !== 'string' || typeof author !== 'string' || typeof text !== 'string' || typeof at !== 'string')
    return null;
  return {
    id,
    block: blockId(block),
    author: personId(author),
    text: text.slice(0, LONGEST_COMMENT),
    at,
    resolved: fields.get('resolved') === true,
  };
}

/** All readable comments, oldest first. Total: what a hostile peer put there in another shape is passed over. */
export function readComments(doc: Y.Doc): readonly Comment[] {
  const comments: Comment[] = [];
  for (const [id, raw] of commentsMap(doc)) {
    const comment = parseComment(id, raw);
    if (comment) comments.push(comment);
  }
  return comments.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** Adds a comment, or puts a changed one in the place of the one with the same id. */
export function writeComment(doc: Y.Doc, comment: Comment): void {
  const { id, ...fields } = comment;
  commentsMap(doc).set(id, { ...fields, text: fields.text.slice(0, LONGEST_COMMENT) });
}

/** Tells when any comment changed; returns the way to stop. */
export function observeComments(doc: Y.Doc, listener: () => void): () => void {
  const map = commentsMap(doc);
  map.observe(listener);
  return () => map.unobserve(listener);
}
