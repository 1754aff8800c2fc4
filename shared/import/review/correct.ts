import { failure, type Failure } from '../../core/failure';
import type { BlockId } from '../../core/ids';
import { fail, ok, type Result } from '../../core/result';
import type { BlockKind } from '../../domain/block';
import { formatsWithin } from '../../domain/formats';
import { divideSource, unite } from './sourceSpans';
import { joinTexts } from './joinBlocks';
import type { ReviewFailureCode } from './failures';
import { withNumberInText, withNumberOutOfText } from './printedNumber';
import { isNumbered, type Review, type ReviewBlock } from './review';

/** Deepest heading that a person can ask for. */
export const DEEPEST_LEVEL = 6;
/** Longest number, in characters: «3.12.4», «§ 14-2», «viii)». */
export const LONGEST_NUMBER = 12;

/** One thing that a person does to a review. */
export type Correction =
  /** `level` counts for headings only; without it the block keeps its level, or stands at the first. */
  | { readonly type: 'kind'; readonly block: BlockId; readonly kind: BlockKind; readonly level?: number }
  | { readonly type: 'number'; readonly block: BlockId; readonly number: string | null }
  /** With what stands before it. */
  | { readonly type: 'join'; readonly block: BlockId }
  /** `offset` in UTF-16 code units of the text; `newBlock` is the id of the second part. */
  | { readonly type: 'split'; readonly block: BlockId; readonly offset: number; readonly newBlock: BlockId }
  | { readonly type: 'leaveOut'; readonly block: BlockId }
  | { readonly type: 'takeIn'; readonly block: BlockId }
  /** Looked at, and right as it is. */
  | { readonly type: 'look'; readonly block: BlockId };

type Corrected = Result<Review, Failure<ReviewFailureCode>>;

/** Applies one correction. Total: what cannot be done is a failure, and the review stays as it was. Rules RV1–RV8. */
export function correct(review: Review, correction: Correction): Corrected {
  const at = review.blocks.findIndex(({ id }) => id === correction.block);
  const block = review.blocks[at];
  if (block === undefined) return fail(failure('review-block-unknown'));
  switch (correction.type) {
    case 'kind':
      return ok(replace(review, at, 1, [asKind(block, correction.kind, correction.level)]));
    case 'number':
      return renumber(review, at, block, correction.number);
    case 'join':
      return join(review, at, block);
    case 'split':
      return split(review, at, block, correction.offset, correction.newBlock);
    case 'leaveOut':
    case 'takeIn':
      return ok(replace(review, at, 1, [{ ...block, leftOut: correction.type === 'leaveOut' }]));
    case 'look':
      return ok(replace(review, at, 1, [block]));
  }
}

/** Puts blocks in the place of others. Whatever a person has touched is looked at (RV8). */
const replace = (review: Review, from: number, count: number, blocks: readonly ReviewBlock[]): Review => ({
  ...review,
  blocks: review.blocks.toSpliced(from, count, ...blocks.map((block) => ({ ...block, looked: true }))),
});

const within = (level: number): number => Math.min(DEEPEST_LEVEL, Math.max(1, Math.trunc(level) || 1));

function asKind(block: ReviewBlock, kind: BlockKind, level: number | undefined): ReviewBlock {
  const numbered = isNumbered(kind) ? block : withNumberInText(block);
  return withNumberOutOfText({
    ...numbered,
    kind,
    level: kind === 'heading' ? within(level ?? block.level ?? 1) : null,
  });
}

function renumber(review: Review, at: number, block: ReviewBlock, number: string | null): Corrected {
  if (!isNumbered(block.kind)) return fail(failure('review-number-elsewhere'));
  const given = number?.replace(/\s+/g, ' ').trim() ?? '';
  if (given.length > LONGEST_NUMBER) return fail(failure('review-number-too-long', { most: LONGEST_NUMBER }));
  const to = given === '' ? null : given;
  if (to === block.number) return ok(replace(review, at, 1, [block]));
  const renumbering = { line: block.source?.fromLine ?? null, text: block.text, from: block.number, to };
  return ok({
    ...replace(review, at, 1, [{ ...block, number: to }]),
    renumberings: [...review.renumberings, renumbering],
  });
}

function join(review: Review, at: number, block: ReviewBlock): Corrected {
  const reachesOver = (between: ReviewBlock): boolean =>
    between.leftOut || (between.kind === 'footnote' && block.kind !== 'footnote');
  let before = at - 1;
  for (let other = review.blocks[before]; other && reachesOver(other); other = review.blocks[before]) before--;
  const first = review.blocks[before];
  if (first === undefined) return fail(failure('review-nothing-before'));
  const between = review.blocks.slice(before + 1, at);
  const joined = joinTexts(first, withNumberInText(block), review.blocks);
  const one = { ...joined, source: unite(first.source, block.source), leftOut: false };
  return ok({
    ...review,
    blocks: review.blocks.toSpliced(before, at - before + 1, { ...one, looked: true }, ...between),
  });
}

function split(review: Review, at: number, block: ReviewBlock, offset: number, newBlock: BlockId): Corrected {
  const head = block.text.slice(0, Math.max(0, offset)).trimEnd();
  const tail = block.text.slice(Math.max(0, offset)).trimStart();
  if (head === '' || tail === '') return fail(failure('review-nothing-to-split'));
  if (cutsCharacter(block.text, offset)) return fail(failure('review-nothing-to-split'));
  if (review.blocks.some(({ id }) => id === newBlock)) return fail(failure('review-block-unknown'));
  const tailStart = block.text.length - tail.length;
  const [headSource, tailSource] = divideSource(review.rows, block.source, `${block.number ?? ''}${head}`);
  const first: ReviewBlock = {
    ...block,
    text: head,
    formats: formatsWithin(block.formats, { start: 0, end: head.length }),
    footnoteRefs: block.footnoteRefs
      .filter((ref) => ref.offset < tailStart)
      .map((ref) => ({ ...ref, offset: Math.min(ref.offset, head.length) })),
    source: headSource,
  };
  const second = withNumberOutOfText({
    ...block,
    id: newBlock,
    kind: block.kind === 'point' || block.kind === 'other' ? block.kind : 'paragraph',
    level: null,
    number: null,
    text: tail,
    formats: formatsWithin(block.formats, { start: tailStart, end: block.text.length }),
    footnoteRefs: block.footnoteRefs
      .filter((ref) => ref.offset >= tailStart)
      .map((ref) => ({ ...ref, offset: ref.offset - tailStart })),
    source: tailSource,
  });
  return ok(replace(review, at, 1, [first, second]));
}

/** Between the two halves of one character there is no place to divide. */
const cutsCharacter = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
};
