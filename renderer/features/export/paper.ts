import type { Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision, type Revision } from '#shared/domain/revision';
import type { ExportInput, Format, Output, TypstBeginning, View } from '#shared/export';
import type { Platform } from '#shared/ipc/platform';
import { draftContent } from '#shared/schema/draft';
import { remarksByBlock } from '#shared/schema/remarks';
import { windowSources } from '../../app/sources';
import { newestIn, type ProgrammeSession, type SessionSnapshot } from '../../session';
import { takeApart } from '../../workers/paperTexts';
import { runTextTask } from '../../workers/runTask';

/**
 * The draft as a text, made when it is first asked for and once only: the same text is the same object, however many papers and settings of it are
 * looked at.
 */
export function draftText(session: ProgrammeSession, snapshot: SessionSnapshot, name: string): () => Revision {
  let made: Revision | null = null;
  return () => {
    if (made === null) {
      const content = draftContent(session.draft, newestIn(snapshot)?.lineSettings ?? defaultLineSettings);
      made = makeRevision(content, name, windowSources.clock.now());
    }
    return made;
  };
}

/** Which text the paper is of: the newest frozen one, and for the comparison the draft itself, which is what one works on. */
function textFor(
  view: View,
  snapshot: SessionSnapshot,
  draft: () => Revision,
): Pick<ExportInput, 'newest' | 'isDraft'> {
  const frozen = newestIn(snapshot);
  const wantsDraft = (view === 'tracked' || view === 'synopsis') && snapshot.register.phase === 'draft';
  return frozen === null || wantsDraft ? { newest: draft(), isDraft: true } : { newest: frozen, isDraft: false };
}

/** What a paper is made from, as the programme is now. */
export const inputOf = (
  view: View,
  session: ProgrammeSession,
  snapshot: SessionSnapshot,
  chosen: Pick<ExportInput, 'language' | 'template' | 'withLineNumbers'>,
  draft: () => Revision,
  author: string,
): ExportInput => ({
  ...chosen,
  ...textFor(view, snapshot, draft),
  baseline: snapshot.baseline,
  revisions: [...snapshot.revisions.values()],
  amendments: [...snapshot.register.amendments.values()],
  corrections: snapshot.register.corrections,
  votingOrder: snapshot.register.votingOrder,
  people: snapshot.people,
  remarks: remarksByBlock(session.draft),
  generatedAt: windowSources.clock.now(),
  author: snapshot.me.name === '' ? author : snapshot.me.name,
});

export interface MadePaper {
  readonly bytes: Uint8Array;
  /** Without a dot. */
  readonly extension: string;
}

/** A paper beside the window's thread, which is not sent a text twice. */
function write(view: View, format: Format, from: ExportInput): Promise<Result<Output, Failure>> {
  const { input, texts } = takeApart(from);
  return runTextTask('export', texts, { view, format, input });
}

function writeBeginning(view: View, from: ExportInput, pages: number): Promise<Result<TypstBeginning, Failure>> {
  const { input, texts } = takeApart(from);
  return runTextTask('beginning', texts, { view, input, pages });
}

/** Makes one paper beside the window's thread; a PDF is set by the host. */
export async function makePaper(
  view: View,
  format: Format,
  input: ExportInput,
  platform: Platform,
): Promise<Result<MadePaper, Failure>> {
  const output = await write(view, format, input);
  if (!output.ok) return fail(output.failure);
  if (output.value.kind === 'bytes') return ok({ bytes: output.value.bytes, extension: output.value.extension });
  const pdf = await platform.typeset(output.value.files, 'paper');
  return pdf.ok ? ok({ bytes: pdf.value, extension: 'pdf' }) : pdf;
}

export interface FirstPages {
  readonly pdf: Uint8Array;
  /** True where the paper has no more. */
  readonly isWhole: boolean;
}

/** A paper for the eye: its first pages, which are set at once, however long the paper is. */
export async function makeFirstPages(
  view: View,
  input: ExportInput,
  pages: number,
  platform: Platform,
): Promise<Result<FirstPages, Failure>> {
  const beginning = await writeBeginning(view, input, pages);
  if (!beginning.ok) return fail(beginning.failure);
  const { files, isWhole } = beginning.value;
  const pdf = await platform.typeset(files, 'glance');
  return pdf.ok ? ok({ pdf: pdf.value, isWhole }) : pdf;
}

/** A whole paper for the eye. */
export async function makePreview(
  view: View,
  input: ExportInput,
  platform: Platform,
): Promise<Result<Uint8Array, Failure>> {
  const output = await write(view, 'pdf', input);
  if (!output.ok) return fail(output.failure);
  if (output.value.kind === 'bytes') throw new Error('pages are set by the host');
  return platform.typeset(output.value.files, 'preview');
}

/** What a file name may hold on every system, and no more of it than there is room for. */
const inFileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/^[\s.]+/u, '')
    .slice(0, 80)
    .trim();

/** A file name that every system takes. */
export const fileNameOf = (title: string, paper: string, extension: string): string =>
  `${[title, paper]
    .map(inFileName)
    .filter((part) => part !== '')
    .join(' – ')}.${extension}`;
