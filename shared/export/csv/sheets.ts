import { describeChange, readAlone, standingsOf, votingPlanOf, type Standing } from '../../amendment';
import type { Amendment } from '../../amendment/amendment';
import { layoutLines, lineSpan } from '../../domain/lines';
import type { Revision } from '../../domain/revision';
import type { ExportInput } from '../input';
import {
  amendedRevision,
  describeProposer,
  newTexts,
  recommendedFor,
  remarkOn,
  revisionNamed,
} from '../papers/amendmentBasis';
import { inOrderOfText } from '../papers/amendmentBook';
import { paperWords, printDate } from '../words';
import { sheetWords } from './sheetWords';
import type { Sheet } from './sheet';

/** First and last line of the block that an amendment begins with; two empty cells where it has none. */
function linesOf({ wording }: Standing, revision: Revision): readonly [number | null, number | null] {
  const [change] = wording.changes;
  if (change === undefined || change.kind === 'programme') return [null, null];
  const id = change.kind === 'insertion' ? change.after : change.block;
  const index = revision.blocks.findIndex((block) => block.id === id);
  const span = index < 0 ? null : lineSpan(layoutLines(revision.blocks, revision.lineSettings), index);
  return span === null ? [null, null] : [span.first, span.last];
}

/** «Bjørn Ø» and «Vestlandet havnelag» in cells of their own, so that they can be sorted by. */
const proposerOf = (input: ExportInput, amendment: Amendment): string =>
  describeProposer(input, { ...amendment, body: null });

/** Every amendment in one row, in the order of the text. */
export function amendmentSheet(input: ExportInput): Sheet {
  const { language } = input;
  const words = paperWords[language];
  const revision = amendedRevision(input);
  const standings = standingsOf(input.amendments, revision, revisionNamed(input), language);
  const rows = inOrderOfText(input).flatMap((amendment) => {
    const standing = standings.get(amendment.id);
    if (standing === undefined) return [];
    const { number, body, rationale, recommendation, decision, submittedAt } = amendment;
    const [first, last] = standing.revision === null ? [null, null] : linesOf(standing, standing.revision);
    const { changes } = standing.wording;
    const what = changes.map((change) => {
      if (change.kind === 'editorial' || change.kind === 'programme') return change.instruction;
      return standing.revision === null ? '' : describeChange(standing.revision, change, language).replace(/:$/, '');
    });
    const rewords = changes.length === 1 && changes[0]?.kind === 'replacement';
    return [
      [
        number,
        standing.place === '' ? words.unplaced : standing.place,
        first,
        last,
        proposerOf(input, amendment),
        body,
        printDate(submittedAt, language),
        what.filter((line) => line !== '').join('\n'),
        rewords && standing.revision !== null
          ? readAlone(standing.revision, standing.wording)
          : changes.flatMap(newTexts).join('\n'),
        rationale,
        recommendedFor(input, [amendment]),
        recommendation?.reason ?? null,
        decision === null ? null : words.results[decision.result],
        decision?.tally?.for ?? null,
        decision?.tally?.against ?? null,
        decision?.tally?.abstained ?? null,
      ],
    ];
  });
  const own = sheetWords[language];
  return {
    head: [
      ...[words.amendment, words.place, own.firstLine, own.lastLine, words.proposer, own.body, own.submitted],
      ...[own.change, words.wouldRead, words.rationale, words.recommendation, own.reason, words.decision],
      ...[words.votesFor, words.votesAgainst, words.abstained],
    ],
    rows,
  };
}

/** What is put to the vote, in order, with empty cells for the counts. */
export function votingSheet(input: ExportInput): Sheet {
  const { language } = input;
  const words = paperWords[language];
  const open = input.amendments.filter(({ decision }) => decision === null);
  const revision = open.length > 0 ? input.newest : amendedRevision(input);
  const standings = standingsOf(open, revision, revisionNamed(input), language);
  const byId = new Map(open.map((amendment) => [amendment.id, amendment]));
  const numbers = (ids: readonly Amendment['id'][]): string => ids.map((id) => byId.get(id)?.number ?? id).join(', ');
  const rows = votingPlanOf(revision, standings, input.votingOrder).items.map((item, at) => {
    const amendments = item.amendments.flatMap((id) => byId.get(id) ?? []);
    const [first] = item.amendments;
    const standing = first === undefined ? undefined : standings.get(first);
    return [
      at + 1,
      numbers(item.amendments),
      item.place === '' ? words.unplaced : item.place,
      amendments.map((amendment) => describeProposer(input, amendment)).join('\n'),
      numbers(item.against),
      numbers(item.fallsIf),
      recommendedFor(input, amendments),
      standing === undefined ? null : remarkOn(standing, words),
      null,
      null,
      null,
    ];
  });
  return {
    head: [
      ...[words.item, words.amendment, words.place, words.proposer, words.against, words.fallsIf],
      ...[words.recommendation, words.remark, words.votesFor, words.votesAgainst, words.abstained],
    ],
    rows,
  };
}
