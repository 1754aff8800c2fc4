import type { Standing } from '../../amendment';
import type { Amendment } from '../../amendment/amendment';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords, type MarksAre } from '../words';
import { amendedRevision, amendsOf, describeProposer } from './amendmentBasis';
import { describeRecommendation, toldOf, inOrderOfText, standingsFor } from './amendmentBook';
import { placeIndex } from './byChapter';
import { describedChanges } from './describedChanges';
import { framePaper } from './frame';
import { programmeParagraphs } from './programmeParagraphs';
import { hasTitleBlock, lineNumbersOf } from './text';

/** The proposal with every amendment set in under the block that it is about; the numbered text itself stays as it was sent out. */
export function proposalPaper(input: ExportInput, marksAre: MarksAre): ExportDocument {
  const { language } = input;
  const words = paperWords[language];
  const revision = amendedRevision(input);
  const standings = standingsFor(input);
  const setIn = (amendment: Amendment, standing: Standing): readonly ExportBlock[] => [
    {
      type: 'prose',
      role: 'lead',
      runs: [
        { text: `${words.amendment} ${amendment.number}`, mark: 'kept', strong: true },
        ...plain(` · ${[amendsOf(input, amendment), describeProposer(input, amendment)].filter(Boolean).join(' ')}`),
        ...plain(
          amendment.recommendation === null
            ? ''
            : ` · ${words.recommendation}: ${describeRecommendation(input, amendment.recommendation)}`,
        ),
      ],
    },
    ...describedChanges(standing, language, toldOf(input, amendment)),
  ];

  const byBlock = new Map<number | null, ExportBlock[]>();
  for (const amendment of inOrderOfText(input, standings)) {
    const standing = standings.get(amendment.id);
    if (standing === undefined) continue;
    const at = placeIndex(revision, amendment, standings);
    byBlock.set(at, [...(byBlock.get(at) ?? []), ...setIn(amendment, standing)]);
  }
  const paragraphs = programmeParagraphs(revision, true);
  const unplaced = byBlock.get(null) ?? [];
  return framePaper(
    'proposal',
    { ...input, newest: revision },
    {
      programme: [
        ...(byBlock.get(-1) ?? []),
        ...paragraphs.flatMap((paragraph, at) => [paragraph, ...(byBlock.get(at) ?? [])]),
        ...(unplaced.length === 0
          ? []
          : [{ type: 'heading' as const, level: 1, text: words.unplaced, anchor: null }, ...unplaced]),
        {
          type: 'prose',
          role: 'note',
          runs: plain(
            input.amendments.length === 0 ? words.nothingProposed : `${words.markNotes[marksAre]} ${words.lineNote}`,
          ),
        },
      ],
    },
    {
      tracked: 'quotations',
      ownTitle: hasTitleBlock(revision),
      lineNumbers: lineNumbersOf(revision),
      facts: [{ label: words.amendments, value: String(input.amendments.length) }],
    },
  );
}
