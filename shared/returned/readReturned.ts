import type { TextChange } from '../amendment/amendment';
import type { BlockId } from '../core/ids';
import { failure, type Failure } from '../core/failure';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import { alignBlocks } from '../diff';
import type { Revision } from '../domain/revision';
import { openReviewed, ownBlocks, type ImportFailureCode, type Reading, type ReviewedDocument } from '../import';
import type { ReturnedFailureCode } from './failures';
import { proposedChanges } from './proposedChanges';

/** One proposal against the revision that was sent out. */
export interface ReturnedProposal {
  /** As the word processor names its user. */
  readonly author: string;
  /** At least one; block ids are those of the revision. */
  readonly changes: readonly TextChange[];
  /** What the author says about the place in comments; empty where nothing is. */
  readonly rationale: string;
}

export interface ReturnedText {
  readonly proposals: readonly ReturnedProposal[];
  /** Places that were changed without being recorded, or that are not in the revision. Rule R6. */
  readonly unrecorded: number;
}

/** Below this share of blocks that are the same word for word, a file is another text. */
const fewestKnown = 0.5;

interface Base {
  readonly reading: Reading;
  /** Whose changes count as made in it: those that our own paper marks. */
  readonly made: ReadonlySet<string>;
  /** The revision's block for each of the file's; `null` where it is none. */
  readonly ids: readonly (BlockId | null)[];
  readonly known: number;
  readonly unrecorded: number;
}

function matchWith(revision: Revision, reading: Reading, made: ReadonlySet<string>): Base {
  const blocks = ownBlocks(reading.document, revision);
  const ids: (BlockId | null)[] = blocks.map(() => null);
  let known = 0;
  let unrecorded = 0;
  for (const { kind, moved, base, current } of alignBlocks(revision.blocks, blocks).changes) {
    if (kind === 'unchanged') known += 1;
    if (kind !== 'unchanged' || moved) unrecorded += 1;
    if (base.length !== 1 || current.length !== 1) continue;
    ids[current[0] ?? -1] = revision.blocks[base[0] ?? -1]?.id ?? null;
  }
  return { reading, made, ids, known, unrecorded };
}

/** The file as it was sent: rule R2. */
function baseOf(review: ReviewedDocument, revision: Revision): Result<Base, Failure<ImportFailureCode>> {
  const untouched = review.read(new Set());
  if (!untouched.ok) return untouched;
  const plain = matchWith(revision, untouched.value, new Set());
  if (!review.authors.includes(review.maker)) return ok(plain);
  const made = new Set([review.maker]);
  const ours = review.read(made);
  if (!ours.ok) return ok(plain);
  const tracked = matchWith(revision, ours.value, made);
  return ok(tracked.known > plain.known ? tracked : plain);
}

/**
 * The proposals in a Word document that came back, by author and in the order of the text. Total. Fails where the file cannot be read, records no
 * changes, or is another text than `revision`.
 */
export function readReturned(
  input: { readonly name: string; readonly bytes: Uint8Array },
  revision: Revision,
  ids: IdSource,
): Result<ReturnedText, Failure<ImportFailureCode | ReturnedFailureCode>> {
  const review = openReviewed(input, ids);
  if (!review.ok) return review;
  const base = baseOf(review.value, revision);
  if (!base.ok) return base;
  const { made, known, ids: identities } = base.value;
  const all = revision.blocks.length;
  if (known < fewestKnown * all) {
    return fail(failure('returned-other-text', { name: input.name, revision: revision.name, known, all }));
  }
  const authors = review.value.authors.filter((author) => !made.has(author));
  if (authors.length === 0) return fail(failure('returned-no-changes', { name: input.name }));
  const proposals: ReturnedProposal[] = [];
  let { unrecorded } = base.value;
  for (const author of authors) {
    const reading = review.value.read(new Set([...made, author]));
    if (!reading.ok) return reading;
    const { places, unplaced } = proposedChanges(
      ownBlocks(base.value.reading.document, revision),
      ownBlocks(reading.value.document, revision),
      (index) => identities[index] ?? null,
      revision.language,
    );
    unrecorded += unplaced;
    for (const { changes, blocks } of places) {
      const remarks = blocks
        .flatMap((index) => reading.value.comments[index] ?? [])
        .filter((comment) => comment.author === author);
      proposals.push({ author, changes, rationale: remarks.map(({ text }) => text).join('\n') });
    }
  }
  return ok({ proposals, unrecorded });
}
