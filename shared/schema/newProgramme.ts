import type { BlockId, ProgrammeId } from '../core/ids';
import { programmeId } from '../core/ids';
import type { Clock, IdSource } from '../core/sources';
import { alignBlocks } from '../diff/index';
import type { Block } from '../domain/block';
import { defaultLineSettings } from '../domain/lines';
import { revisionIdOf, type Revision, type RevisionContent } from '../domain/revision';
import type { ImportedDocument, ImportedText, ReportEntry } from '../import/index';
import { seedDraft } from './draft/index';
import type { ProgrammeFile } from './programFile';
import { documentBytes, emptyDocument, newDocument } from './programFileDraft';

const contentOf = ({ title, period, language, blocks }: ImportedText): RevisionContent => ({
  title,
  period,
  language,
  lineSettings: defaultLineSettings,
  blocks: blocks.map(({ block }) => block),
});

/** What last period's text is called in lists: its period, or its title where it names none. */
const baselineName = ({ period, title }: RevisionContent): string => (period ? `${period.from}–${period.to}` : title);

/** Of each block of the text the blocks of the previous text that it comes from, as the comparison finds them. */
function originsIn(previous: readonly Block[], blocks: readonly Block[]): readonly (readonly BlockId[])[] {
  const origins: (readonly BlockId[])[] = blocks.map(() => []);
  for (const { base, current } of alignBlocks(previous, blocks).changes)
    for (const at of current) origins[at] = base.flatMap((from) => previous[from]?.id ?? []);
  return origins;
}

/** The report stays with the programme, and with it whose programme it is; the outcome stands in it already. */
const reportOf = ({ organisation, report }: ImportedDocument): readonly ReportEntry[] =>
  organisation === null
    ? report
    : [{ severity: 'info', code: 'organisation', line: null, params: { text: organisation } }, ...report];

/**
 * A new programme from last period's text: that text is the baseline and the draft at once; each block of the draft comes from itself.
 * A file that records its changes brings both: what stood before them is the baseline, what they made of it the draft.
 */
export function newProgrammeFrom(
  document: ImportedDocument,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): ProgrammeFile {
  const content = contentOf(document.previous ?? document);
  const current = contentOf(document);
  const origins =
    document.previous === null ? current.blocks.map(({ id }) => [id]) : originsIn(content.blocks, current.blocks);
  const id = revisionIdOf(content);
  const baseline: Revision = { ...content, id, name: baselineName(content), frozenAt: clock.now() };
  const programme: ProgrammeId = programmeId(ids.next());
  const draft = newDocument((doc) => {
    seedDraft(doc, {
      ...current,
      blocks: current.blocks.map((block, i) => ({ ...block, origins: origins[i] ?? [] })),
    });
  });
  return {
    programme,
    baseline: id,
    revisions: [baseline],
    entries: [],
    people: {},
    draft: documentBytes(draft),
    comments: emptyDocument(),
    importReport: reportOf(document),
    unknown: new Map(),
  };
}
