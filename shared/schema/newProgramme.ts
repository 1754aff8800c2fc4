import type { ProgrammeId } from '../core/ids';
import { programmeId } from '../core/ids';
import type { Clock, IdSource } from '../core/sources';
import { defaultLineSettings } from '../domain/lines';
import { revisionIdOf, type Revision, type RevisionContent } from '../domain/revision';
import type { ImportedDocument } from '../import/index';
import { seedDraft } from './draft/index';
import type { ProgrammeFile } from './programFile';
import { documentBytes, emptyDocument, newDocument } from './programFileDraft';

/** What last period's text is called in lists: its period, or its title where it names none. */
const baselineName = ({ period, title }: RevisionContent): string => (period ? `${period.from}–${period.to}` : title);

/** A new programme from last period's text: that text is the baseline and the draft at once; each block of the draft comes from itself. */
export function newProgrammeFrom(
  document: ImportedDocument,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): ProgrammeFile {
  const { title, period, language } = document;
  const blocks = document.blocks.map(({ block }) => block);
  const content: RevisionContent = { title, period, language, lineSettings: defaultLineSettings, blocks };
  const id = revisionIdOf(content);
  const baseline: Revision = { ...content, id, name: baselineName(content), frozenAt: clock.now() };
  const programme: ProgrammeId = programmeId(ids.next());
  const draft = newDocument((doc) => {
    seedDraft(doc, { ...content, blocks: blocks.map((block) => ({ ...block, origins: [block.id] })) });
  });
  return {
    programme,
    baseline: id,
    revisions: [baseline],
    entries: [],
    people: {},
    draft: documentBytes(draft),
    comments: emptyDocument(),
    importReport: document.report,
    unknown: new Map(),
  };
}
