import { describePlace, placeOf } from '../../domain/places';
import type { Revision } from '../../domain/revision';
import type { ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type MarksAre } from '../words';
import { compareAsParagraphs } from './comparison';
import { alignmentWith } from './alignment';
import { summaryFacts } from './changeSummary';
import { comparisonFront } from './comparisonFront';
import { framePaper } from './frame';

/**
 * The newest text against the programme of the previous period, in one text with marks. `isRead`: it says in words and in a picture what became
 * of the text, too; a file whose changes are accepted or rejected holds the text and nothing else (E3).
 */
export function trackedPaper(
  input: ExportInput,
  baseline: Revision,
  isRead: boolean,
  marksAre: MarksAre,
): ExportDocument {
  const { newest, language } = input;
  const words = paperWords[language];
  const alignment = alignmentWith(baseline, newest);
  const describe = (revision: Revision, index: number): string =>
    describePlace(placeOf(revision.blocks, index), null, language);
  const paragraphs = compareAsParagraphs(baseline.blocks, newest.blocks, alignment, {
    movedAway: (current) => `${words.movedTo}: ${describe(newest, current)}`,
    movedHere: (base) => `${words.movedFrom}: ${describe(baseline, base)}`,
  });
  const names = [words.previous, words.proposed] as const;
  const { before, after } = isRead
    ? comparisonFront(baseline, newest, alignment, names, language)
    : { before: [], after: [] };
  return framePaper(
    'tracked',
    input,
    {
      comparison: [
        ...before,
        ...paragraphs,
        // The closing line also keeps a last paragraph that is new or struck apart from the end of the file, where no mark can stand.
        { type: 'prose', role: 'note', runs: [{ text: words.markNotes[marksAre], mark: 'kept' }] },
        ...after,
      ],
    },
    {
      tracked: 'text',
      ownTitle: newest.blocks.some(({ kind }) => kind === 'title'),
      facts: summaryFacts(input, baseline, alignment),
    },
  );
}
