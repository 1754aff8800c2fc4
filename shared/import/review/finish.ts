import { failure, type Failure } from '../../core/failure';
import type { BlockId } from '../../core/ids';
import { fail, ok, type Result } from '../../core/result';
import { markersFor } from '../../domain/numbering';
import { printedLabel } from '../../domain/label';
import type { ImportedBlock, ImportedDocument } from '../importDocument';
import { withFormats } from '../../domain/formats';
import { asHeadingsAreSet } from '../recognise/emphasis';
import { organisationOf, periodOf, titleOf } from '../metadata';
import type { ReportCode, ReportEntry } from '../report';
import type { ReviewFailureCode } from './failures';
import type { Review, ReviewBlock } from './review';

/**
 * The document as corrected, and a report that tells what was done by hand. `document` is the one that the review began with. A document that nobody
 * corrected comes back as it was. Linear. Rules RV11, RV13–RV15.
 */
export function finishReview(
  document: ImportedDocument,
  review: Review,
): Result<ImportedDocument, Failure<ReviewFailureCode>> {
  const kept = review.blocks.filter(({ leftOut }) => !leftOut);
  if (kept.length === 0) return fail(failure('review-nothing-left'));
  const markers = markersFor(kept);
  const former = new Map(document.blocks.map((imported) => [imported.block.id, imported]));
  return ok({
    ...document,
    title: titleOf(kept) ?? document.title,
    organisation: organisationOf(kept),
    period: periodOf(kept),
    blocks: kept.map(({ id, kind, level, number, text, footnoteRefs, formats, source, judgement }, i) => ({
      block: {
        id,
        kind,
        level,
        marker: markers[i] ?? null,
        text,
        origins: [],
        footnoteRefs,
        ...withFormats(asHeadingsAreSet(kind, text, formats)),
      },
      number,
      source,
      judgement,
    })),
    report: [...document.report, ...byHand(former, review)],
  });
}

/** What a person did, by the blocks as they stand now; the numbers as they were set. */
function byHand(former: ReadonlyMap<BlockId, ImportedBlock>, { blocks, renumberings }: Review): readonly ReportEntry[] {
  const set = renumberings.map(({ line, text, from, to }) =>
    entryOf('number-set-by-hand', line, { text: firstWords(text), from: from ?? '–', to: to ?? '–' }),
  );
  const touched = blocks.flatMap((block) => {
    const line = block.source?.fromLine ?? null;
    const label = printedLabel(block.kind, block.number);
    if (block.leftOut)
      return [entryOf('left-out-by-hand', line, { text: label === '' ? block.text : `${label} ${block.text}` })];
    return isAsImported(block, former.get(block.id))
      ? []
      : [entryOf('corrected-by-hand', line, { text: firstWords(block.text) })];
  });
  return [...set, ...touched].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const entryOf = (code: ReportCode, line: number | null, params: ReportEntry['params']): ReportEntry => ({
  severity: 'info',
  code,
  line,
  params,
});

/** Whether it is still what the import took it for; the number is told of by itself. */
const isAsImported = (block: ReviewBlock, imported: ImportedBlock | undefined): boolean =>
  imported !== undefined &&
  imported.block.kind === block.kind &&
  imported.block.level === block.level &&
  imported.block.text === block.text;

const firstWords = (text: string): string =>
  text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s\S*$/, '')} …`;
