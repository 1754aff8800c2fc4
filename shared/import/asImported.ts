import { numberBlocks } from '../domain/numbering';
import type { RevisionContent } from '../domain/revision';
import { certain } from './doubts';
import type { ImportedDocument } from './importDocument';
import { organisationInTitle } from './organisation';
import { saidIn, type ReportEntry } from './report';

/** A text of ours in the shape of an import, for what prints both: its blocks stand in no file, and nothing about them is doubtful. */
export function asImported(
  { title, period, language, blocks }: Omit<RevisionContent, 'lineSettings'>,
  report: readonly ReportEntry[],
): ImportedDocument {
  const numbers = numberBlocks(blocks);
  return {
    previous: null,
    organisation: saidIn(report, 'organisation') ?? organisationInTitle(title),
    outcome: saidIn(report, 'outcome'),
    title,
    period,
    language,
    blocks: blocks.map((block, i) => ({ block, number: numbers[i] ?? null, source: null, judgement: certain })),
    report,
    rows: [],
  };
}
