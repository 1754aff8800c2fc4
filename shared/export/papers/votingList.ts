import { describeChange, standingsOf, votingPlanOf, type Standing } from '../../amendment';
import type { Amendment } from '../../amendment/amendment';
import type { Language } from '../../core/failure';
import type { AmendmentId } from '../../core/ids';
import { plain, type CellBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { amendedRevision, describeProposer, remarkOn, revisionNamed } from './amendmentBasis';
import { framePaper } from './frame';

const cell = (...texts: readonly string[]): readonly CellBlock[] =>
  texts.filter((text) => text !== '').map((text) => ({ type: 'prose', role: 'body', runs: plain(text) }));

const warning = (text: string | null): readonly CellBlock[] =>
  text === null ? [] : [{ type: 'prose', role: 'body', runs: [{ text, mark: 'kept', strong: true }] }];

/** What is asked for, line by line: where in the text, and for an editorial amendment the instruction itself. */
function instructionsOf({ wording, revision }: Standing, language: Language): readonly string[] {
  return wording.changes.flatMap((change) => [
    ...(revision === null ? [] : [describeChange(revision, change, language).replace(/:$/, '.')]),
    ...(change.kind === 'editorial' ? [`«${change.instruction}»`] : []),
  ]);
}

/** The chair's list: what is put to the vote, in order, what depends on it, and room for the counts. */
export function votingList(input: ExportInput): ExportDocument {
  const { language, votingOrder: manual } = input;
  const words = paperWords[language];
  const open = input.amendments.filter(({ decision }) => decision === null);
  const revision = open.length > 0 ? input.newest : amendedRevision(input);
  const standings = standingsOf(open, revision, revisionNamed(input), language);
  const byId = new Map<AmendmentId, Amendment>(open.map((amendment) => [amendment.id, amendment]));
  const numbers = (ids: readonly AmendmentId[]): string => ids.map((id) => byId.get(id)?.number ?? id).join(', ');
  const { items } = votingPlanOf(revision, standings, manual);
  const rows = items.map((item, at) => {
    const amendments = item.amendments.flatMap((id) => byId.get(id) ?? []);
    const [first] = amendments;
    const standing = first && standings.get(first.id);
    const remark = standing ? remarkOn(standing, words) : null;
    return [
      cell(String(at + 1)),
      cell(numbers(item.amendments)),
      [
        ...cell(item.place === '' && remark === null ? words.unplaced : item.place),
        ...warning(remark),
        ...cell(...(standing ? instructionsOf(standing, language) : [])),
      ],
      cell(...amendments.map((amendment) => describeProposer(input, amendment))),
      cell(
        item.against.length === 0 ? '' : `${words.against} ${numbers(item.against)}`,
        item.fallsIf.length === 0 ? '' : `${words.fallsIf}: ${numbers(item.fallsIf)}`,
      ),
      cell(item.recommendation === null ? '' : words.recommendations[item.recommendation]),
      cell(),
      cell(),
      cell(),
    ];
  });
  return framePaper(
    'voting',
    { ...input, newest: revision },
    rows.length === 0
      ? [{ type: 'prose', role: 'body', runs: plain(words.nothingToVoteOn) }]
      : [
          {
            type: 'table',
            columns: [
              { label: words.item, share: 3 },
              { label: words.amendment, share: 6 },
              { label: words.place, share: 18 },
              { label: words.proposer, share: 15 },
              { label: words.against, share: 14 },
              { label: words.recommendation, share: 13 },
              { label: words.votesFor, share: 5, box: 'count' },
              { label: words.votesAgainst, share: 5, box: 'count' },
              { label: words.abstained, share: 5, box: 'count' },
            ],
            rows,
          },
          { type: 'prose', role: 'note', runs: plain(words.lineNote) },
        ],
    { landscape: true, facts: [{ label: words.items, value: String(rows.length) }] },
  );
}
