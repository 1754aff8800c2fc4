import { describeSummary, summarise, type Alignment } from '../../diff';
import type { Revision } from '../../domain/revision';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { shortHashOf } from '../../domain/blockBookmark';
import { alignmentOf } from './alignment';
import { titleWithPeriod } from './frame';

/** What a paper was compared with, and how much has changed. */
export function summaryFacts(
  { language }: Pick<ExportInput, 'language'>,
  baseline: Revision,
  alignment: Alignment,
): ExportDocument['cover']['facts'] {
  const words = paperWords[language];
  return [
    { label: words.comparedWith, value: `${titleWithPeriod(baseline)} (${shortHashOf(baseline)})` },
    { label: words.summary, value: describeSummary(summarise(alignment), language) },
  ];
}

/** The same as a part of a letter or a case. Says so where nothing is chosen to compare with. */
export function changeSummary(input: ExportInput): readonly ExportBlock[] {
  const { baseline, newest, language } = input;
  if (baseline === null) return [{ type: 'prose', role: 'body', runs: plain(paperWords[language].noPrevious) }];
  return [{ type: 'facts', rows: summaryFacts(input, baseline, alignmentOf(baseline.blocks, newest.blocks)) }];
}
