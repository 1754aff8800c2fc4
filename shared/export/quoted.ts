import { printedLabel } from '../domain/label';
import { isAdded, isStruck, type Mark, type ProgrammeParagraph, type Quotation, type Run } from './document';

/** The number that a quoted paragraph is printed with, as text: nothing is counted inside a quotation. Empty where there is none. */
export const quotedLabel = ({ shape }: ProgrammeParagraph): string => printedLabel(shape.kind, shape.number);

export const isStrongShape = ({ shape }: ProgrammeParagraph): boolean =>
  shape.kind === 'heading' || shape.kind === 'title';

const allAre = ({ runs, end }: ProgrammeParagraph, is: (mark: Mark) => boolean): boolean =>
  is(end) && runs.every(({ mark }) => is(mark));

/** What becomes of a paragraph's number: it comes and goes with the paragraph, and where two are joined only the first keeps its own. */
function markOfLabel(paragraph: ProgrammeParagraph, before: ProgrammeParagraph | undefined): Mark {
  if (allAre(paragraph, isAdded)) return 'inserted';
  if (allAre(paragraph, isStruck)) return 'deleted';
  if (before === undefined || allAre(before, isAdded) || allAre(before, isStruck)) return 'kept';
  return isStruck(before.end) ? 'deleted' : isAdded(before.end) ? 'inserted' : 'kept';
}

/**
 * A quotation whose changes can be accepted and rejected. The numbers are words of it, and its last end stays: whatever is decided, the place of the
 * quotation is not joined with what stands below it.
 */
export function trackedQuotation({ paragraphs }: Quotation): readonly ProgrammeParagraph[] {
  return paragraphs.map((paragraph, at) => {
    const mark = markOfLabel(paragraph, paragraphs[at - 1]);
    const label = quotedLabel(paragraph);
    const by = paragraph.endBy ?? paragraph.runs.find((run) => run.by !== undefined)?.by;
    const isStrong = isStrongShape(paragraph);
    const labelRuns: readonly Run[] =
      label === '' ? [] : [{ text: `${label} `, mark, ...(by === undefined ? {} : { by }) }];
    return {
      ...paragraph,
      runs: [...labelRuns, ...paragraph.runs].map((run) => (isStrong ? { ...run, strong: true } : run)),
      end: at === paragraphs.length - 1 ? 'kept' : paragraph.end,
    };
  });
}
