import { describeChange, groundOf, isUnanimous, programmeOutcomeOf } from '../../amendment';
import { decisionResults, type Amendment, type Decision, type TextChange } from '../../amendment/amendment';
import type { Language } from '../../core/failure';
import { wordDiff } from '../../diff';
import type { Revision } from '../../domain/revision';
import { contradicts } from '../../voting';
import { marksBySign, plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type PaperWords } from '../words';
import { describeRecommendation, inOrderOfText, standingsFor } from './amendmentBook';
import { amendedRevision, amendsOf, baseOf, describeProposer } from './amendmentBasis';
import { changeParagraphs } from './changeParagraphs';
import { cell } from './cell';
import { framePaper } from './frame';
import { keptOnOnePage } from './entry';
import { boxesToFill } from './hearing';

const labelled = (label: string, text: string): ExportBlock => ({
  type: 'prose',
  role: 'body',
  runs: [{ text: `${label}: `, mark: 'kept', strong: true }, ...plain(text)],
});

/** The changes as marked text, each under its line reference. An instruction is told in its own words. */
function changesAsBlocks(
  revision: Revision,
  changes: readonly TextChange[],
  language: Language,
): readonly ExportBlock[] {
  return changes.flatMap((change): readonly ExportBlock[] => {
    const instruction: ExportBlock = {
      type: 'prose',
      role: 'instruction',
      runs: plain(describeChange(revision, change, language)),
    };
    if (change.kind === 'editorial' || change.kind === 'programme')
      return [instruction, { type: 'prose', role: 'body', runs: plain(change.instruction) }];
    const paragraphs = changeParagraphs(revision, change);
    return paragraphs.length === 0 ? [instruction] : [instruction, { type: 'quotation', paragraphs }];
  });
}

/** The counts, the rule they were judged by, and whether the meeting decided otherwise. */
function describeVote({ tally, ballot, enBloc, result }: Decision, words: PaperWords): string {
  if (!tally) return '';
  const { for: yes, against, abstained } = tally;
  const present = ballot?.count.present ?? null;
  const parts = [
    words.counted(yes, against, abstained),
    ...(present === null ? [] : [words.present(present)]),
    ...(ballot ? [words.majority[ballot.rule.majority.kind]] : []),
    ...(enBloc ? [words.enBloc.toLowerCase()] : []),
  ];
  const isContradicted = ballot !== undefined && contradicts(result, ballot.outcome);
  return `${parts.join('; ')}.${isContradicted ? ` ${words.contradiction}` : ''}`;
}

/** One item in full: what was proposed and by whom, what was recommended, what was counted, and what was decided in which words. */
function entryOf(
  input: ExportInput,
  amendment: Amendment,
  decision: Decision,
  { place, result }: { readonly place: string; readonly result: string },
): readonly ExportBlock[] {
  const { language } = input;
  const words = paperWords[language];
  const filedBase = baseOf(input, amendment);
  const base = filedBase && groundOf(filedBase, amendment.parent);
  const { recommendation } = amendment;
  const vote = describeVote(decision, words);
  const amends = amendsOf(input, amendment);
  return keptOnOnePage([
    {
      type: 'heading',
      level: 2,
      text: `${words.amendment} ${amendment.number} · ${place}`,
      anchor: `protokoll-${amendment.number}`,
    },
    labelled(words.proposer, describeProposer(input, amendment)),
    ...(amends === null ? [] : [{ type: 'prose' as const, role: 'body' as const, runs: plain(amends) }]),
    ...(base ? changesAsBlocks(base, amendment.changes, language) : []),
    ...(recommendation === null || recommendation.kind === 'none'
      ? []
      : [labelled(words.recommendation, describeRecommendation(input, recommendation))]),
    ...(vote === '' ? [] : [labelled(words.counts, vote)]),
    labelled(words.decision, `${result}.`),
    ...(decision.changes && base
      ? [labelled(words.adoptedWording, ''), ...changesAsBlocks(base, decision.changes, language)]
      : []),
  ]);
}

/** What was put right in the adopted text afterwards: old and new words of each. */
function correctionsOf({ corrections = [], language }: ExportInput): readonly ExportBlock[] {
  if (corrections.length === 0) return [];
  return [
    { type: 'heading', level: 1, text: paperWords[language].corrections, anchor: 'rettelser' },
    ...corrections.map(({ before, after, note }): ExportBlock => ({
      type: 'prose',
      role: 'body',
      runs: [
        ...wordDiff(before, after).map(([sign, text]) => ({ text, mark: marksBySign[sign] })),
        ...plain(note === '' ? '' : ` (${note})`),
      ],
    })),
  ];
}

/** What was decided about each amendment: first all in one table, then each in full, and what was put right in the text afterwards. */
export function minutesPaper(input: ExportInput): ExportDocument {
  const { language } = input;
  const words = paperWords[language];
  const standings = standingsFor(input);
  const placeOf = ({ id }: Amendment): string => standings.get(id)?.place || words.unplaced;
  const decided = inOrderOfText(input, standings).flatMap((amendment) =>
    amendment.decision === null ? [] : [{ amendment, decision: amendment.decision }],
  );
  const numberOf = (id: Amendment['id']): string => input.amendments.find((other) => other.id === id)?.number ?? id;
  const resultOf = (decision: Decision): string => {
    const { result, because } = decision;
    const told = decision.changes ? words.adoptedChanged : words.results[result];
    const details = [
      isUnanimous(decision) ? words.unanimous : '',
      decision.enBloc ? words.enBloc : '',
      decision.despite ? `${words.despite}${decision.reason ? `: ${decision.reason}` : ''}` : '',
      because === null ? '' : `${words.because} ${numberOf(because)}`,
    ];
    const shown = details.filter((detail) => detail !== '').join(', ');
    return shown === '' ? told : `${told} (${shown.charAt(0).toLowerCase()}${shown.slice(1)})`;
  };
  const whole = decided.flatMap(({ amendment, decision }) => {
    const outcome = decision.result === 'adopted' ? programmeOutcomeOf(amendment) : null;
    return outcome === null
      ? []
      : [{ label: words.wholeProgramme.label, value: words.wholeProgramme.outcomes[outcome] }];
  });
  const counts = decisionResults.flatMap((result) => {
    const count = decided.filter(({ decision }) => decision.result === result).length;
    return count === 0 ? [] : [{ label: words.results[result], value: String(count) }];
  });
  const rows = decided.map(({ amendment, decision }) => {
    const { tally } = decision;
    return [
      cell(amendment.number),
      cell(placeOf(amendment), amendsOf(input, amendment) ?? ''),
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
      results: rows.length === 0 ? [] : [{ type: 'facts', rows: [...whole, ...counts] }],
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
              ...decided.flatMap(({ amendment, decision }) =>
                entryOf(input, amendment, decision, { place: placeOf(amendment), result: resultOf(decision) }),
              ),
              ...correctionsOf(input),
            ],
      signatures: rows.length === 0 ? [] : [boxesToFill([words.name, words.date, words.signature], 2)],
    },
  );
}
