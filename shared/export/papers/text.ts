import { applyAmendments, asAdopted } from '../../amendment';
import { countingIds } from '../../core/sources';
import type { Revision } from '../../domain/revision';
import { plain, type ExportBlock, type ExportDocument } from '../document';
import type { ExportInput } from '../input';
import { paperWords } from '../words';
import { framePaper } from './frame';
import { programmeParagraphs } from './programmeParagraphs';

export const hasTitleBlock = (revision: Revision): boolean => revision.blocks.some(({ kind }) => kind === 'title');

/** The programme as it reads, with its line numbers: «the paper sent out». */
export function textPaper(input: ExportInput): ExportDocument {
  const { newest, withLineNumbers = true } = input;
  return framePaper(
    'text',
    input,
    { programme: withLineNumbers ? numberedProgramme(input) : programmeParagraphs(newest, false) },
    { ownTitle: hasTitleBlock(newest), lineNumbers: withLineNumbers ? lineNumbersOf(newest) : null },
  );
}

export const lineNumbersOf = ({ lineSettings: { start, restart } }: Revision): ExportDocument['lineNumbers'] => ({
  start,
  restart,
});

/** The text with its line numbers, and what they are worth. */
export const numberedProgramme = ({ newest, language }: ExportInput): readonly ExportBlock[] => [
  ...programmeParagraphs(newest, true),
  { type: 'prose', role: 'note', runs: plain(paperWords[language].lineNote) },
];

/**
 * The revision that decisions have made: the newest one, with those adopted amendments that were decided against it and are not yet
 * part of it. Rule E6.
 */
export function decidedRevision({ newest, amendments }: Pick<ExportInput, 'newest' | 'amendments'>): Revision {
  const pending = amendments
    .filter(({ base, decision }) => base === newest.id && decision?.result === 'adopted')
    .map(asAdopted);
  if (pending.length === 0) return newest;
  return { ...newest, blocks: applyAmendments(newest, pending, countingIds('decided-')).blocks };
}

/** The adopted text: no line numbers, nothing marked. */
export function decidedPaper(input: ExportInput): ExportDocument {
  const revision = decidedRevision(input);
  return framePaper(
    'decided',
    input,
    { programme: programmeParagraphs(revision, false) },
    { ownTitle: hasTitleBlock(revision) },
  );
}
