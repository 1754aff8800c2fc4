import { describeChange, standingsOf, votingPlanOf, type Standing, type VotingItem } from '../../amendment';
import type { Amendment, TextChange } from '../../amendment/amendment';
import type { Language } from '../../core/failure';
import type { AmendmentId } from '../../core/ids';
import type { Revision } from '../../domain/revision';
import { plain, type CellBlock, type ExportBlock, type ExportDocument, type Table } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type PaperWords } from '../words';
import { amendedRevision, amendsOf, describeProposer, recommendedFor, remarkOn, revisionNamed } from './amendmentBasis';
import { describeRecommendation } from './amendmentBook';
import { changeParagraphs } from './changeParagraphs';
import { cell } from './cell';
import { framePaper } from './frame';

const warning = (text: string | null): readonly CellBlock[] =>
  text === null ? [] : [{ type: 'prose', role: 'body', runs: [{ text, mark: 'kept', strong: true }] }];

/** What is asked for, line by line: where in the text, and for an editorial amendment the instruction itself. */
function instructionsOf({ wording, revision }: Standing, language: Language): readonly string[] {
  return wording.changes.flatMap((change) => [
    ...(revision === null ? [] : [describeChange(revision, change, language).replace(/:$/, '.')]),
    ...(change.kind === 'editorial' ? [`«${change.instruction}»`] : []),
  ]);
}

/** What the marked text alone does not tell: where a point is moved to, which are joined. */
const saysMore: ReadonlySet<TextChange['kind']> = new Set(['move', 'join', 'split']);

interface ItemOfVote {
  readonly item: VotingItem;
  readonly amendments: readonly Amendment[];
  readonly standing: Standing | null;
  /** Where in the text, and what stands in the way. */
  readonly where: readonly CellBlock[];
}

interface Vote {
  readonly revision: Revision;
  readonly items: readonly ItemOfVote[];
  readonly numbersOf: (ids: readonly AmendmentId[]) => string;
}

/** What is put to the vote, in order. */
function voteOf(input: ExportInput): Vote {
  const { language, votingOrder: manual } = input;
  const words = paperWords[language];
  const open = input.amendments.filter(({ decision }) => decision === null);
  const revision = open.length > 0 ? input.newest : amendedRevision(input);
  const standings = standingsOf(open, revision, revisionNamed(input), language);
  const byId = new Map<AmendmentId, Amendment>(open.map((amendment) => [amendment.id, amendment]));
  const items = votingPlanOf(revision, standings, manual).items.map((item): ItemOfVote => {
    const amendments = item.amendments.flatMap((id) => byId.get(id) ?? []);
    const [first] = amendments;
    const standing = (first && standings.get(first.id)) ?? null;
    const remark = standing === null ? null : remarkOn(standing, words);
    const amends = first ? amendsOf(input, first) : null;
    const where = [
      ...cell(item.place === '' && remark === null ? words.unplaced : item.place, amends ?? ''),
      ...warning(remark),
    ];
    return { item, amendments, standing, where };
  });
  return { revision, items, numbersOf: (ids) => ids.map((id) => byId.get(id)?.number ?? id).join(', ') };
}

/** The list as a table, or a sentence where nothing waits for a vote. */
const listOf = (columns: Table['columns'], rows: Table['rows'], words: PaperWords): readonly ExportBlock[] =>
  rows.length === 0
    ? [{ type: 'prose', role: 'body', runs: plain(words.nothingToVoteOn) }]
    : [
        { type: 'table', columns, rows },
        { type: 'prose', role: 'note', runs: plain(words.lineNote) },
      ];

/** The chair's list: what is put to the vote, in order, what depends on it, and room for the counts. */
export function votingList(input: ExportInput): ExportDocument {
  const { language } = input;
  const words = paperWords[language];
  const { revision, items, numbersOf } = voteOf(input);
  const rows = items.map(({ item, amendments, standing, where }, at) => [
    cell(String(at + 1)),
    cell(numbersOf(item.amendments)),
    [...where, ...cell(...(standing === null ? [] : instructionsOf(standing, language)))],
    cell(...amendments.map((amendment) => describeProposer(input, amendment))),
    cell(
      item.against.length === 0 ? '' : `${words.against} ${numbersOf(item.against)}`,
      item.fallsIf.length === 0 ? '' : `${words.fallsIf}: ${numbersOf(item.fallsIf)}`,
    ),
    cell(recommendedFor(input, amendments) ?? ''),
    [],
    [],
    [],
  ]);
  const columns: Table['columns'] = [
    { label: words.item, share: 3 },
    { label: words.amendment, share: 6 },
    { label: words.place, share: 18 },
    { label: words.proposer, share: 15 },
    { label: words.against, share: 14 },
    { label: words.recommendation, share: 13 },
    { label: words.votesFor, share: 5, box: 'count' },
    { label: words.votesAgainst, share: 5, box: 'count' },
    { label: words.abstained, share: 5, box: 'count' },
  ];
  return framePaper(
    'voting',
    { ...input, newest: revision },
    { list: listOf(columns, rows, words) },
    { landscape: true, facts: [{ label: words.items, value: String(rows.length) }] },
  );
}

/** What is recommended for amendments that are one item: once where it is the same for all, else each by its number. */
function recommendationsOf(input: ExportInput, amendments: readonly Amendment[]): readonly string[] {
  const each = amendments.flatMap(({ number, recommendation }) =>
    recommendation === null ? [] : [{ number, text: describeRecommendation(input, recommendation) }],
  );
  const texts = [...new Set(each.map(({ text }) => text))];
  if (texts.length <= 1) return texts;
  return texts.map((text) => {
    const numbers = each.filter((one) => one.text === text).map(({ number }) => number);
    return `${numbers.join(', ')}: ${text}`;
  });
}

/** The delegates' list: the same items in the same order, with the words that are at stake and room for a note. */
export function delegatesList(input: ExportInput): ExportDocument {
  const { language } = input;
  const words = paperWords[language];
  const { revision, items, numbersOf } = voteOf(input);
  const rows = items.map(({ item, amendments, standing, where }, at) => [
    cell(String(at + 1)),
    cell(numbersOf(item.amendments), ...amendments.map((amendment) => describeProposer(input, amendment))),
    [
      ...where,
      ...(standing?.wording.changes ?? []).flatMap((change): readonly CellBlock[] =>
        change.kind === 'editorial' || change.kind === 'programme'
          ? cell(change.instruction)
          : standing?.revision
            ? [
                ...(saysMore.has(change.kind) ? cell(describeChange(standing.revision, change, language)) : []),
                ...changeParagraphs(standing.revision, change),
              ]
            : [],
      ),
    ],
    cell(
      ...recommendationsOf(input, amendments),
      item.against.length === 0 ? '' : `${words.against} ${numbersOf(item.against)}`,
    ),
    [],
  ]);
  const columns: Table['columns'] = [
    { label: words.item, share: 2 },
    { label: words.amendment, share: 6 },
    { label: words.change, share: 15 },
    { label: words.recommendation, share: 8 },
    { label: words.myNotes, share: 6, box: 'answer' },
  ];
  return framePaper(
    'voting-delegates',
    { ...input, newest: revision },
    { list: listOf(columns, rows, words) },
    { landscape: true, facts: [{ label: words.items, value: String(rows.length) }] },
  );
}
