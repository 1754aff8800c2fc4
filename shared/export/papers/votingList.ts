import { describeChange, votingOrder } from '../../amendment';
import type { Amendment } from '../../amendment/amendment';
import type { AmendmentId } from '../../core/ids';
import { plain, type CellBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { amendedRevision, describeProposer } from './amendmentBasis';
import { framePaper } from './frame';

const cell = (...texts: readonly string[]): readonly CellBlock[] =>
  texts.filter((text) => text !== '').map((text) => ({ type: 'prose', role: 'body', runs: plain(text) }));

/** The chair's list: what is put to the vote, in order, what depends on it, and room for the counts. */
export function votingList(input: ExportInput): ExportDocument {
  const { language, votingOrder: manual } = input;
  const words = paperWords[language];
  const revision = amendedRevision(input);
  const open = input.amendments.filter(({ base, decision }) => base === revision.id && decision === null);
  const byId = new Map<AmendmentId, Amendment>(open.map((amendment) => [amendment.id, amendment]));
  const numbers = (ids: readonly AmendmentId[]): string => ids.map((id) => byId.get(id)?.number ?? id).join(', ');
  const { items } = votingOrder(revision, open, manual);
  const rows = items.map((item, at) => {
    const amendments = item.amendments.flatMap((id) => byId.get(id) ?? []);
    const [first] = amendments;
    const instructions = (first?.changes ?? []).map((change) => describeChange(revision, change, language));
    return [
      cell(String(at + 1)),
      cell(numbers(item.amendments)),
      cell(item.unplaced ? words.unplaced : item.place, ...instructions.map((told) => told.replace(/:$/, '.'))),
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
              { label: words.votesFor, share: 5, countBox: true },
              { label: words.votesAgainst, share: 5, countBox: true },
              { label: words.abstained, share: 5, countBox: true },
            ],
            rows,
          },
          { type: 'prose', role: 'note', runs: plain(words.lineNote) },
        ],
    { landscape: true, facts: [{ label: words.items, value: String(rows.length) }] },
  );
}
