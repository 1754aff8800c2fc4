import { amendmentPlace, isUnanimous } from '../../amendment';
import { decisionResults, type Amendment, type Decision } from '../../amendment/amendment';
import { plain, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { inOrderOfText } from './amendmentBook';
import { amendedRevision, baseOf, describeProposer } from './amendmentBasis';
import { cell } from './cell';
import { framePaper } from './frame';
import { boxesToFill } from './hearing';

/** What was decided about each amendment, with the counts where there were any. */
export function minutesPaper(input: ExportInput): ExportDocument {
  const { language } = input;
  const words = paperWords[language];
  const decided = inOrderOfText(input).flatMap((amendment) =>
    amendment.decision === null ? [] : [{ amendment, decision: amendment.decision }],
  );
  const numberOf = (id: Amendment['id']): string => input.amendments.find((other) => other.id === id)?.number ?? id;
  const resultOf = (decision: Decision): string => {
    const { result, because } = decision;
    const told = words.results[result];
    const details = [
      isUnanimous(decision) ? words.unanimous : '',
      because === null ? '' : `${words.because} ${numberOf(because)}`,
    ];
    const shown = details.filter((detail) => detail !== '').join(', ');
    return shown === '' ? told : `${told} (${shown.charAt(0).toLowerCase()}${shown.slice(1)})`;
  };
  const counts = decisionResults.flatMap((result) => {
    const count = decided.filter(({ decision }) => decision.result === result).length;
    return count === 0 ? [] : [{ label: words.results[result], value: String(count) }];
  });
  const rows = decided.map(({ amendment, decision }) => {
    const revision = baseOf(input, amendment);
    const { tally } = decision;
    return [
      cell(amendment.number),
      cell(revision === null ? words.unplaced : amendmentPlace(revision, amendment, language)),
      cell(describeProposer(input, amendment)),
      cell(resultOf(decision)),
      cell(tally === null ? '' : String(tally.for)),
      cell(tally === null ? '' : String(tally.against)),
      cell(tally === null ? '' : String(tally.abstained)),
    ];
  });
  return framePaper(
    'minutes',
    { ...input, newest: amendedRevision(input) },
    {
      results: rows.length === 0 ? [] : [{ type: 'facts', rows: counts }],
      decisions:
        rows.length === 0
          ? [{ type: 'prose', role: 'body', runs: plain(words.noDecisions) }]
          : [
              {
                type: 'table',
                columns: [
                  { label: words.amendment, share: 6 },
                  { label: words.place, share: 15 },
                  { label: words.proposer, share: 15 },
                  { label: words.decision, share: 15 },
                  { label: words.votesFor, share: 4 },
                  { label: words.votesAgainst, share: 4 },
                  { label: words.abstained, share: 4 },
                ],
                rows,
              },
            ],
      signatures: rows.length === 0 ? [] : [boxesToFill([words.name, words.date, words.signature], 2)],
    },
  );
}
