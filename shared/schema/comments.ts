import * as v from 'valibot';
import type * as Y from 'yjs';
import { blockId, personId, type BlockId, type PersonId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { WordsAnchor } from './draft/index';

export const suggestionOutcomes = ['taken', 'declined'] as const;
export type SuggestionOutcome = (typeof suggestionOutcomes)[number];

/** A remark for those who draft. Names stand in the directory alone: the author and whom the text mentions are ids. Rules CM1–CM9. */
export interface Comment {
  readonly id: string;
  /** The block it was written at: where it is shown when its words are gone. */
  readonly block: BlockId;
  readonly author: PersonId;
  /** Mentions as `shared/domain/mentions.ts` writes them. */
  readonly text: string;
  readonly at: Timestamp;
  readonly resolved: boolean;
  /** The words it is about; none for a remark on the whole block, and for an answer. */
  readonly words: readonly WordsAnchor[];
  /** What these words were when it was written. */
  readonly quote: string;
  /** The comment that this one answers; `null` for one that starts a thread. */
  readonly answers: string | null;
  /** What is proposed in place of the words; `null` for a remark without a proposal. */
  readonly suggestion: string | null;
  readonly outcome: SuggestionOutcome | null;
  /** The answers that whoever resolved it knew; `null` where that was not written down. */
  readonly heard: readonly string[] | null;
}

/** Longer remarks are cut: a comment is a remark, and a peer must not be able to fill everyone's memory with one. */
const LONGEST_COMMENT = 20_000;
const MOST_ANCHORS = 200;

/** Where words stand by now that a comment is about, and that were cut and pasted. */
export interface CarriedWords {
  /** The comment. */
  readonly comment: string;
  readonly block: BlockId;
  /** None for a remark on the whole block. */
  readonly words: readonly WordsAnchor[];
}

const commentsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('comments');
/** Beside the comments: each is written whole, and whoever resolves one meanwhile would be overruled. */
const carriedMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('carried');

const text = v.pipe(
  v.string(),
  v.transform((whole) => whole.slice(0, LONGEST_COMMENT)),
);
export const anchorsSchema = v.pipe(
  v.array(v.object({ host: v.string(), first: v.unknown(), last: v.unknown() })),
  v.transform((all): readonly WordsAnchor[] => all.slice(0, MOST_ANCHORS)),
);
/** A field that is absent in older comments, or holds what no comment of ours does, counts as empty: the remark itself is not lost for it. */
const storedComment = v.object({
  block: v.pipe(v.string(), v.transform(blockId)),
  author: v.pipe(v.string(), v.transform(personId)),
  text,
  at: v.string(),
  resolved: v.fallback(v.boolean(), false),
  words: v.fallback(anchorsSchema, []),
  quote: v.fallback(text, ''),
  answers: v.fallback(v.nullable(v.string()), null),
  suggestion: v.fallback(v.nullable(text), null),
  outcome: v.fallback(v.nullable(v.picklist(suggestionOutcomes)), null),
  heard: v.fallback(v.nullable(v.array(v.string())), null),
});

/** A comment by itself, with its name. */
export const commentSchema = v.object({ id: v.string(), ...storedComment.entries });

export const carriedSchema = v.object({
  comment: v.string(),
  block: v.pipe(v.string(), v.transform(blockId)),
  words: anchorsSchema,
});

/** What was read of a stored value, by the value: a comment is checked once, however often all are read. */
const known = new WeakMap<object, Comment | null>();

function commentFrom(id: string, raw: unknown): Comment | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const read = known.get(raw);
  if (read !== undefined) return read;
  const parsed = v.safeParse(storedComment, raw);
  const comment = parsed.success ? { id, ...parsed.output } : null;
  known.set(raw, comment);
  return comment;
}

/** All readable comments, oldest first. Total: what a hostile peer put there in another shape is passed over. */
export function readComments(doc: Y.Doc): readonly Comment[] {
  const comments = [...commentsMap(doc)].flatMap(([id, raw]) => commentFrom(id, raw) ?? []);
  return comments.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}

/** By comment, where its words were carried to. Total: another shape is passed over. */
export function readCarried(doc: Y.Doc): ReadonlyMap<string, readonly CarriedWords[]> {
  const carried = new Map<string, CarriedWords[]>();
  for (const raw of carriedMap(doc).values()) {
    const parsed = v.safeParse(carriedSchema, raw);
    if (!parsed.success) continue;
    const all = carried.get(parsed.output.comment) ?? [];
    if (all.length < MOST_ANCHORS) carried.set(parsed.output.comment, [...all, parsed.output]);
  }
  return carried;
}

/** `key`: a new one. */
export function writeCarried(doc: Y.Doc, key: string, carried: CarriedWords): void {
  carriedMap(doc).set(key, { ...carried });
}

/** Adds a comment, or puts a changed one in the place of the one with the same id. */
export function writeComment(doc: Y.Doc, comment: Comment): void {
  const { id, ...fields } = comment;
  commentsMap(doc).set(id, {
    ...fields,
    text: fields.text.slice(0, LONGEST_COMMENT),
    heard: fields.heard && [...fields.heard],
  });
}

/** Takes a comment away, and with one that starts a thread the whole thread. */
export function removeComment(doc: Y.Doc, { id }: Comment): void {
  doc.transact(() => {
    for (const comment of readComments(doc))
      if (comment.id === id || comment.answers === id) commentsMap(doc).delete(comment.id);
  });
}

/** Tells when any comment changed, or what it is about was carried elsewhere; returns the way to stop. */
export function observeComments(doc: Y.Doc, listener: () => void): () => void {
  const maps = [commentsMap(doc), carriedMap(doc)];
  for (const map of maps) map.observe(listener);
  return () => {
    for (const map of maps) map.unobserve(listener);
  };
}
