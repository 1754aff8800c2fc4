import type * as Y from 'yjs';
import type { Block } from '../domain/block';
import { blockOfLink, linkToBlock } from '../domain/blockLink';
import { revisionIdOf, type Period, type Revision, type RevisionContent } from '../domain/revision';
import { failure, type Failure } from '../core/failure';
import { blockId, programmeId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Clock, IdSource } from '../core/sources';
import { findRevision, foldRegister, type RegisterData } from '../register/index';
import { draftMetaOf, seedDraft } from './draft/index';
import type { ProgrammeFileFailureCode } from './failures';
import { copyPaperTemplate } from './paperTemplate';
import type { ProgrammeFile } from './programFile';
import { documentBytes, emptyDocument, newDocument, openDocument } from './programFileDraft';

const isYear = (text: string): boolean => /^\d{4}$/.test(text);

/** The period that follows, as long as the one before: 2025–2027 after 2023–2025. */
function periodAfter(period: Period | null): Period | null {
  if (!period || !isYear(period.from) || !isYear(period.to)) return null;
  const length = Math.max(1, Number(period.to) - Number(period.from));
  return { from: period.to, to: String(Number(period.to) + length) };
}

/** The years of one period in a text become those of the next: «Arbeidsprogram 2023–2025» is «Arbeidsprogram 2025–2027». */
function withYears(text: string, before: Period | null, after: Period | null): string {
  if (!before || !after) return text;
  return text.replace(new RegExp(`${before.from}(\\s*[-–—/]\\s*)${before.to}`, 'g'), `${after.from}$1${after.to}`);
}

/**
 * A new programme for the next period: the adopted text is its baseline, and its draft at once; each block of the draft is a new one that comes from one of
 * the baseline's, so that what was said of the old ones is not taken for something said of the new. Nothing of the old register goes along; how its
 * papers look does (`papers`: the old draft). Fails where the text is not adopted yet. Rule PF10.
 */
export function nextPeriodOf(
  register: RegisterData,
  { clock, ids, papers }: { readonly clock: Clock; readonly ids: IdSource; readonly papers?: Y.Doc },
): Result<ProgrammeFile, Failure<ProgrammeFileFailureCode>> {
  const state = foldRegister(register.entries);
  const adopted = findRevision(register, state.newest);
  if (!adopted || state.phase !== 'adopted') return fail(failure('not-adopted'));
  const { title, period, language, lineSettings, blocks } = adopted;
  const content: RevisionContent = { title, period, language, lineSettings, blocks };
  const next = periodAfter(period);
  const successors = new Map(blocks.map(({ id }) => [id, blockId(ids.next())]));
  const linkOfSuccessor = (link: string | null): string | null => {
    const target = blockOfLink(link);
    return target === null ? link : linkToBlock(successors.get(target) ?? target);
  };
  const successor = ({ links: _said, ...block }: Block): Block => ({
    ...block,
    id: successors.get(block.id) ?? block.id,
    ...(block.formats && { formats: block.formats.map((run) => ({ ...run, link: linkOfSuccessor(run.link) })) }),
    origins: [block.id],
    text: block.kind === 'title' ? withYears(block.text, period, next) : block.text,
  });
  const name = period ? `${period.from}–${period.to}` : title;
  const baseline: Revision = { ...content, id: revisionIdOf(content), name, frozenAt: clock.now() };
  const draft = newDocument((doc) => {
    seedDraft(doc, {
      ...content,
      title: withYears(title, period, next),
      period: next ?? period,
      blocks: blocks.map(successor),
    });
    if (papers !== undefined) copyPaperTemplate(papers, doc);
  });
  return ok({
    programme: programmeId(ids.next()),
    baseline: baseline.id,
    revisions: [baseline],
    entries: [],
    people: {},
    draft: documentBytes(draft),
    comments: emptyDocument(),
    importReport: [],
    unknown: new Map(),
  });
}

/** What tells it from the one before: its title, with its years where the title does not say them. Empty where neither is known. */
export function nameOfNext({ draft }: ProgrammeFile): string {
  const opened = openDocument(draft, 'draft.yjs');
  if (!opened.ok) return '';
  const { title, period } = draftMetaOf(opened.value);
  const years =
    period && !(title.includes(period.from) && title.includes(period.to)) ? `${period.from}–${period.to}` : '';
  return [title, years].filter(Boolean).join(' ');
}
