import { standingsOf } from '../../amendment';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { amendsOf, describeProposer, remarkOn, revisionNamed } from './amendmentBasis';
import { describeRecommendation, inOrderOfText } from './amendmentBook';
import { changeSummary } from './changeSummary';
import { cell } from './cell';
import { framePaper } from './frame';
import { lineNumbersOf, numberedProgramme } from './text';

/** What is recommended on each amendment, in order of the text. */
function recommendationTable(input: ExportInput): readonly ExportBlock[] {
  const { language, newest } = input;
  const words = paperWords[language];
  const standings = standingsOf(input.amendments, newest, revisionNamed(input), language);
  const rows = inOrderOfText(input).map((amendment) => {
    const standing = standings.get(amendment.id);
    const { recommendation } = amendment;
    return [
      cell(amendment.number),
      cell(
        standing === undefined || standing.place === '' ? words.unplaced : standing.place,
        amendsOf(input, amendment) ?? '',
        (standing && remarkOn(standing, words)) ?? '',
      ),
      cell(describeProposer(input, amendment)),
      cell(
        recommendation === null ? words.recommendations.none : describeRecommendation(input, recommendation),
        recommendation?.text ? `${words.replacedText}: ${recommendation.text}` : '',
      ),
    ];
  });
  if (rows.length === 0) return [{ type: 'prose', role: 'body', runs: plain(words.noAmendments) }];
  return [
    {
      type: 'table',
      columns: [
        { label: words.amendment, share: 2 },
        { label: words.place, share: 5 },
        { label: words.proposer, share: 5 },
        { label: words.recommendation, share: 8 },
      ],
      rows,
    },
  ];
}

/** The case paper: what the board lays before the meeting, and what it asks the meeting to decide. */
export const innstillingPaper = (input: ExportInput): ExportDocument =>
  framePaper(
    'innstilling',
    input,
    {
      summary: changeSummary(input),
      recommendations: recommendationTable(input),
      programme: numberedProgramme(input),
    },
    { lineNumbers: lineNumbersOf(input.newest) },
  );
