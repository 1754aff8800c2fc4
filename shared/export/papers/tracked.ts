import type { Language } from '../../core/failure';
import { rememberedByPair } from '../../core/remembered';
import { findMovedSentences } from '../../diff';
import type { Block } from '../../domain/block';
import { describePlace, gazetteerOf } from '../../domain/places';
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
  const alignment = alignmentOf(previous, newest);
  const [formerPlaces, gazetteer] = [gazetteerOf(previous), gazetteerOf(newest)];
  const before = (index: number): string => describePlace(formerPlaces.placeOf(index), null, language);
  const now = (index: number): string => describePlace(gazetteer.placeOf(index), null, language);
  const [left, came] = [new Map<number, Set<string>>(), new Map<number, Set<string>>()];
  for (const { base, current } of findMovedSentences(alignment, previous, newest)) {
    left.set(base, (left.get(base) ?? new Set()).add(now(current)));
    came.set(current, (came.get(current) ?? new Set()).add(before(base)));
  }
  const told = (word: string, places: ReadonlySet<string> | undefined): string | null =>
    places === undefined ? null : `${word}: ${[...places].join(', ')}`;
  return compareAsParagraphs(previous, newest, alignment, {
    movedAway: (current) => `${words.movedTo}: ${now(current)}`,
    movedHere: (base) => `${words.movedFrom}: ${before(base)}`,
    sentencesAway: (base) => told(words.sentenceMovedTo, left.get(base)),
    sentencesHere: (current) => told(words.sentenceMovedFrom, came.get(current)),
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
