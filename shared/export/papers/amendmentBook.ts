import { describeChange, readAlone, standingsOf, votingOrder, type Standing } from '../../amendment';
import type { Amendment, Recommendation } from '../../amendment/amendment';
import type { AmendmentId } from '../../core/ids';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type PaperWords } from '../words';
import { amendedRevision, describeProposer, remarkOn, revisionNamed } from './amendmentBasis';
import { changeParagraphs } from './changeParagraphs';
import { framePaper } from './frame';

const labelled = (label: string, text: string, role: 'body' | 'lead' = 'body'): ExportBlock => ({
  type: 'prose',
  role,
  runs: [{ text: `${label}: `, mark: 'kept', strong: true }, ...plain(text)],
});

const describeRecommendation = ({ kind, reason }: Recommendation, words: PaperWords): string =>
  reason === '' ? `${words.recommendations[kind]}.` : `${words.recommendations[kind]}. ${reason}`;

/** Everything about one amendment: what, where, by whom, why, and what is recommended. */
function entryOf(input: ExportInput, amendment: Amendment, standing: Standing): readonly ExportBlock[] {
  const { language } = input;
  const words = paperWords[language];
  const { revision, place, wording } = standing;
  const { number, rationale, recommendation, decision } = amendment;
  const { changes } = wording;
  const remark = revision === null ? null : remarkOn(standing, words);
  const marked = changes.flatMap((change): readonly ExportBlock[] => {
    if (change.kind === 'editorial') return [{ type: 'prose', role: 'body', runs: plain(change.instruction) }];
    if (revision === null) return [];
    if (change.kind === 'programme') {
      const words = [describeChange(revision, change, language), change.instruction].join(' ').trim();
      return [{ type: 'prose', role: 'body', runs: plain(words) }];
    }
    const paragraphs = changeParagraphs(revision, change);
    return [
      { type: 'prose', role: 'instruction', runs: plain(describeChange(revision, change, language)) },
      ...(paragraphs.length === 0 ? [] : [{ type: 'quotation' as const, paragraphs }]),
    ];
  });
  const rewords = changes.length === 1 && changes[0]?.kind === 'replacement';
  const reading = rewords && revision !== null ? readAlone(revision, wording) : null;
  return [
    {
      type: 'heading',
      level: 1,
      text: `${words.amendment} ${number} · ${place === '' ? words.unplaced : place}`,
      anchor: `forslag-${number}`,
    },
    labelled(words.proposer, describeProposer(input, amendment), 'lead'),
    ...(remark === null ? [] : [{ type: 'prose' as const, role: 'note' as const, runs: plain(remark) }]),
    ...marked,
    ...(reading === null ? [] : [labelled(words.wouldRead, reading)]),
    ...(rationale === '' ? [] : [labelled(words.rationale, rationale)]),
    ...(recommendation === null ? [] : [labelled(words.recommendation, describeRecommendation(recommendation, words))]),
    ...(recommendation?.text === undefined || recommendation.text === null
      ? []
      : [labelled(words.replacedText, recommendation.text)]),
    ...(decision === null ? [] : [labelled(words.decision, words.results[decision.result])]),
  ];
}

/** Where each amendment stands in the revision that the paper is about. */
const standingsFor = (input: ExportInput): ReadonlyMap<AmendmentId, Standing> =>
  standingsOf(input.amendments, amendedRevision(input), revisionNamed(input), input.language);

/** The amendments of a paper in order of the text. What has no place comes last and is named as such. */
export function inOrderOfText(input: ExportInput): readonly Amendment[] {
  const revision = amendedRevision(input);
  const here = [...standingsFor(input).values()]
    .map(({ carried }) => carried)
    .filter(({ base, changes }) => base === revision.id && changes.length > 0);
  const order = votingOrder(revision, here, null).items.flatMap(({ amendments }) => amendments);
  const rank = new Map(order.map((id, at) => [id, at]));
  const rankOf = ({ id }: Amendment): number => rank.get(id) ?? order.length;
  return [...input.amendments].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The book of amendments: every one that was submitted to the revision on the table, sorted by place. */
export function amendmentBook(input: ExportInput): ExportDocument {
  const words = paperWords[input.language];
  const revision = amendedRevision(input);
  const amendments = inOrderOfText(input);
  const standings = standingsFor(input);
  const entries = amendments.flatMap((amendment) => {
    const standing = standings.get(amendment.id);
    return standing ? entryOf(input, amendment, standing) : [];
  });
  return framePaper(
    'amendments',
    { ...input, newest: revision },
    amendments.length === 0
      ? [{ type: 'prose', role: 'body', runs: plain(words.noAmendments) }]
      : [...entries, { type: 'prose', role: 'note', runs: plain(`${words.markNote} ${words.lineNote}`) }],
    { contents: amendments.length > 0, facts: [{ label: words.amendments, value: String(amendments.length) }] },
  );
}
