import { readAlone, standingsOf, votingOrder, type Standing } from '../../amendment';
import type { Amendment, Recommendation } from '../../amendment/amendment';
import type { AmendmentId } from '../../core/ids';
import { plain, type Authorship, type ExportBlock, type ExportDocument, type Run } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type MarksAre, type PaperWords } from '../words';
import { amendedRevision, amendsOf, describeProposer, recommendedAs, remarkOn, revisionNamed } from './amendmentBasis';
import { byChapter } from './byChapter';
import { describedChanges, type Told } from './describedChanges';
import { keptOnOnePage } from './entry';
import { framePaper } from './frame';

const labelled = (label: string, text: string, role: 'body' | 'lead' = 'body'): ExportBlock => ({
  type: 'prose',
  role,
  runs: [{ text: `${label}: `, mark: 'kept', strong: true }, ...plain(text)],
});

/** «Vedtas. Målet kan nås.», «Ivaretatt av forslag 12.» */
export function describeRecommendation(input: ExportInput, recommendation: Recommendation): string {
  const kind = recommendedAs(input, recommendation);
  return recommendation.reason === '' ? `${kind}.` : `${kind}. ${recommendation.reason}`;
}

/** Who changes what in a word processor, and what is said beside it: why it is proposed, and what is recommended. */
export function toldOf(input: ExportInput, amendment: Amendment): Told {
  const words = paperWords[input.language];
  const { rationale, recommendation, submittedAt } = amendment;
  const by: Authorship = { author: describeProposer(input, amendment), at: submittedAt };
  const recommended = [recommendation && describeRecommendation(input, recommendation), recommendation?.text];
  return {
    by,
    comments: [
      ...(rationale === '' ? [] : [{ ...by, label: words.rationale, text: rationale }]),
      ...(recommendation === null
        ? []
        : [
            {
              author: input.author,
              at: input.generatedAt,
              label: words.recommendation,
              text: recommended.filter((part) => typeof part === 'string').join('\n'),
            },
          ]),
    ],
  };
}

/** Where an amendment stands in the book, for links to it. */
const anchorOf = ({ number }: Amendment): string => `forslag-${number}`;

/** Everything about one amendment: what, where, by whom, why, and what is recommended. */
function entryOf(input: ExportInput, amendment: Amendment, standing: Standing): readonly ExportBlock[] {
  const { language } = input;
  const words = paperWords[language];
  const { revision, place, wording } = standing;
  const { number, rationale, recommendation, decision } = amendment;
  const { changes } = wording;
  const remark = revision === null ? null : remarkOn(standing, words);
  const amends = amendsOf(input, amendment);
  const rewords = changes.length === 1 && changes[0]?.kind === 'replacement';
  const reading = rewords && revision !== null ? readAlone(revision, wording) : null;
  return keptOnOnePage([
    {
      type: 'heading',
      level: 2,
      text: `${words.amendment} ${number} · ${place === '' ? words.unplaced : place}`,
      anchor: anchorOf(amendment),
    },
    labelled(words.proposer, describeProposer(input, amendment), 'lead'),
    ...(amends === null ? [] : [{ type: 'prose' as const, role: 'note' as const, runs: plain(amends) }]),
    ...(remark === null ? [] : [{ type: 'prose' as const, role: 'note' as const, runs: plain(remark) }]),
    ...describedChanges(standing, language, toldOf(input, amendment)),
    ...(reading === null ? [] : [labelled(words.wouldRead, reading)]),
    ...(rationale === '' ? [] : [labelled(words.rationale, rationale)]),
    ...(recommendation === null ? [] : [labelled(words.recommendation, describeRecommendation(input, recommendation))]),
    ...(recommendation?.text === undefined || recommendation.text === null
      ? []
      : [labelled(words.replacedText, recommendation.text)]),
    ...(decision === null ? [] : [labelled(words.decision, `${words.results[decision.result]}.`)]),
  ]);
}

/** Where each amendment stands in the revision that the paper is about. */
export const standingsFor = (input: ExportInput): ReadonlyMap<AmendmentId, Standing> =>
  standingsOf(input.amendments, amendedRevision(input), revisionNamed(input), input.language);

/** The amendments of a paper in order of the text, each with those to it right behind. What has no place comes last and is named as such. */
export function inOrderOfText(input: ExportInput, standings = standingsFor(input)): readonly Amendment[] {
  const revision = amendedRevision(input);
  const here = [...standings.values()]
    .map(({ carried }) => carried)
    .filter(({ base, changes }) => base === revision.id && changes.length > 0);
  const order = votingOrder(revision, here, null).items.flatMap(({ amendments }) => amendments);
  const rank = new Map(order.map((id, at) => [id, at]));
  const rankOf = ({ id }: Amendment): number => rank.get(id) ?? order.length;
  const amendedIn = ({ parent }: Amendment): Amendment | undefined =>
    parent === null ? undefined : input.amendments.find(({ id }) => id === parent.id);
  return input.amendments
    .filter((amendment) => amendedIn(amendment) === undefined)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((amendment) => [amendment, ...input.amendments.filter((other) => amendedIn(other) === amendment)]);
}

/** Rule E13: every amendment stands once in the index, under its member body, as a link to its entry. */
function memberIndex(amendments: readonly Amendment[], words: PaperWords): readonly ExportBlock[] {
  if (amendments.length === 0) return [];
  const bodies = new Map<string, Amendment[]>();
  for (const amendment of amendments) {
    const body = amendment.body ?? '';
    bodies.set(body, [...(bodies.get(body) ?? []), amendment]);
  }
  const inOrder = [...bodies].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'nb')));
  const linksTo = (filed: readonly Amendment[]): readonly Run[] =>
    filed.flatMap((amendment, at): readonly Run[] => [
      ...plain(at === 0 ? '' : ', '),
      { text: amendment.number, mark: 'kept', link: anchorOf(amendment) },
    ]);
  return [
    {
      type: 'table',
      columns: [
        { label: words.organisation, share: 2 },
        { label: words.amendment, share: 3 },
      ],
      rows: inOrder.map(([body, filed]) => [
        [{ type: 'prose', role: 'body', runs: plain(body === '' ? words.noBody : body) }],
        [{ type: 'prose', role: 'body', runs: linksTo(filed) }],
      ]),
    },
  ];
}

/** The book of amendments: every one that was submitted to the revision on the table, sorted by place. */
export function amendmentBook(input: ExportInput, marksAre: MarksAre): ExportDocument {
  const words = paperWords[input.language];
  const revision = amendedRevision(input);
  const standings = standingsFor(input);
  const amendments = inOrderOfText(input, standings);
  const entries = byChapter(revision, amendments, standings, words).flatMap(
    ({ heading, thumb, amendments: here }, at) => [
      ...(heading === null
        ? []
        : [
            {
              type: 'heading' as const,
              level: 1,
              text: heading,
              anchor: `kapittel-${at + 1}`,
              ...(thumb === null ? {} : { thumb }),
            },
          ]),
      ...here.flatMap((amendment) => {
        const standing = standings.get(amendment.id);
        return standing ? entryOf(input, amendment, standing) : [];
      }),
    ],
  );
  return framePaper(
    'amendments',
    { ...input, newest: revision },
    {
      amendments:
        amendments.length === 0
          ? [{ type: 'prose', role: 'body', runs: plain(words.noAmendments) }]
          : [
              ...entries,
              { type: 'prose', role: 'note', runs: plain(`${words.markNotes[marksAre]} ${words.lineNote}`) },
            ],
      members: memberIndex(amendments, words),
    },
    { tracked: 'quotations', facts: [{ label: words.amendments, value: String(amendments.length) }] },
  );
}
