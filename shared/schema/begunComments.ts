import * as v from 'valibot';
import { blockId, type BlockId } from '../core/ids';
import { anchorsSchema, carriedSchema, commentSchema } from './comments';
import type { WordsAnchor } from './draft/index';
import type { Answered } from './threads';

/** What a new comment is about from when it is begun. */
export interface Held {
  readonly block: BlockId;
  /** By anchors, so that they stay the same words whatever others write meanwhile; none where it is about the whole block. */
  readonly words: readonly WordsAnchor[];
  /** What the words said then. */
  readonly quote: string;
}

/** What was begun of a new comment. */
export interface BegunComment {
  readonly text: string;
  /** `null` without a proposal. */
  readonly suggestion: string | null;
}

/** An answer that was begun, and the thread as it was then: another may take that away. */
export interface BegunAnswer {
  readonly text: string;
  readonly answers: Answered;
}

/** A new comment as it is kept, and what it is about; `null`: the block in focus. */
export interface KeptComment extends BegunComment {
  /** Given when it was begun: each window of a programme may have one. */
  readonly id: string;
  readonly held: Held | null;
}

/** What one has begun to say and not sent. Rule CM14 of SPEC.md. */
export interface BegunComments {
  readonly comments: readonly KeptComment[];
  /** By the thread that is answered. */
  readonly answers: ReadonlyMap<string, BegunAnswer>;
}

const heldSchema = v.object({
  block: v.pipe(v.string(), v.transform(blockId)),
  words: anchorsSchema,
  quote: v.string(),
});
const newSchema = v.object({
  id: v.string(),
  held: v.fallback(v.nullable(heldSchema), null),
  text: v.string(),
  suggestion: v.nullable(v.string()),
});
const answerSchema = v.object({
  text: v.string(),
  answers: v.object({ first: commentSchema, answers: v.array(commentSchema), carried: v.array(carriedSchema) }),
});

export const isEmpty = ({ text, suggestion }: BegunComment): boolean => text === '' && suggestion === null;

/** Empty where nothing is written: what was only looked at, or asked to be answered, is not kept. */
export function writeBegun({ comments, answers }: BegunComments): string {
  const begun = comments.filter((comment) => !isEmpty(comment));
  const written = [...answers.values()]
    .filter(({ text }) => text !== '')
    .map(({ text, answers: { first, answers, carried } }) => ({ text, answers: { first, answers, carried } }));
  return begun.length + written.length === 0 ? '' : JSON.stringify({ comments: begun, answers: written });
}

function parsed(stored: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

/** Total: what is damaged is left out, and the rest is read. */
export function readBegun(stored: string): BegunComments {
  const { comments, answers } = parsed(stored);
  const all = <Schema extends v.GenericSchema>(schema: Schema, values: unknown): readonly v.InferOutput<Schema>[] =>
    (Array.isArray(values) ? values : []).flatMap((value: unknown) => {
      const read = v.safeParse(schema, value);
      return read.success ? [read.output] : [];
    });
  return {
    comments: all(newSchema, comments),
    answers: new Map(all(answerSchema, answers).map((answer) => [answer.answers.first.id, answer])),
  };
}
