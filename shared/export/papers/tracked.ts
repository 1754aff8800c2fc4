import type { Language } from '../../core/failure';
import { rememberedByPair } from '../../core/remembered';
import type { Block } from '../../domain/block';
import { describePlace, placeOf } from '../../domain/places';
import type { Revision } from '../../domain/revision';
import type { ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type MarksAre } from '../words';
import { compareAsParagraphs } from './comparison';
import { alignmentOf } from './alignment';
import { summaryFacts } from './changeSummary';
import { comparisonFront } from './comparisonFront';
import { framePaper } from './frame';

/** The text with its marks: the same whatever else a paper is told, so it is made once. */
const markedText = rememberedByPair((previous: readonly Block[], newest: readonly Block[], language: Language) => {
  const words = paperWords[language];
  const describe = (blocks: readonly Block[], index: number): string =>
    describePlace(placeOf(blocks, index), null, language);
  return compareAsParagraphs(previous, newest, alignmentOf(previous, newest), {
    movedAway: (current) => `${words.movedTo}: ${describe(newest, current)}`,
    movedHere: (base) => `${words.movedFrom}: ${describe(previous, base)}`,
  });
});

/** And so is what it says first, for each language that a text may be written in. */
const frontOf = (languageOfText: Language) =>
  rememberedByPair((previous: readonly Block[], newest: readonly Block[], language: Language) => {
    const words = paperWords[language];
    return comparisonFront(previous, newest, [words.previous, words.proposed], language, languageOfText);
  });
const fronts = { nb: frontOf('nb'), nn: frontOf('nn'), en: frontOf('en') };

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
  const paragraphs = markedText(baseline.blocks, newest.blocks, language);
  const { before, after } = isRead
    ? fronts[newest.language](baseline.blocks, newest.blocks, language)
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
      facts: summaryFacts(input, baseline, alignmentOf(baseline.blocks, newest.blocks)),
    },
  );
}
