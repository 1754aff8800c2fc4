import { alignBlocks } from '../../diff';
import { describePlace, placeOf } from '../../domain/places';
import type { Revision } from '../../domain/revision';
import type { ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { compareAsParagraphs } from './comparison';
import { summaryFacts } from './changeSummary';
import { framePaper } from './frame';

/** The newest text against the programme of the previous period, in one text with marks. */
export function trackedPaper(input: ExportInput, baseline: Revision): ExportDocument {
  const { newest, language } = input;
  const words = paperWords[language];
  const alignment = alignBlocks(baseline.blocks, newest.blocks);
  const describe = (revision: Revision, index: number): string =>
    describePlace(placeOf(revision.blocks, index), null, language);
  const paragraphs = compareAsParagraphs(baseline.blocks, newest.blocks, alignment, {
    movedAway: (current) => `${words.movedTo}: ${describe(newest, current)}`,
    movedHere: (base) => `${words.movedFrom}: ${describe(baseline, base)}`,
  });
  return framePaper(
    'tracked',
    input,
    {
      comparison: [
        ...paragraphs,
        // The closing line also keeps a last paragraph that is new or struck apart from the end of the file, where no mark can stand.
        { type: 'prose', role: 'note', runs: [{ text: words.markNote, mark: 'kept' }] },
      ],
    },
    {
      ownTitle: newest.blocks.some(({ kind }) => kind === 'title'),
      facts: summaryFacts(input, baseline, alignment),
    },
  );
}
