import { basename } from 'node:path';
import { sha256Hex } from '#shared/core/hash';
import type { RevisionId } from '#shared/core/ids';
import { ok, type Result } from '#shared/core/result';
import { countingIds } from '#shared/core/sources';
import { defaultLineSettings } from '#shared/domain/lines';
import { revisionIdOf, type Revision, type RevisionContent } from '#shared/domain/revision';
import { importAnyDocument, type ImportedDocument } from '#shared/import';
import {
  findRevision,
  foldRegister,
  underFrozenName,
  withOutcome,
  type CommandOutcome,
  type RegisterData,
  type RegisterState,
} from '#shared/register';
import { draftContent } from '#shared/schema/draft';
import { documentBytes, openDocument } from '#shared/schema/programFileDraft';
import { isProgramFile, readProgramFile, writeProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { readInput } from './files';
import { systemClock } from './machine';
import { sentence, unreadable, type FileToWrite, type Problem } from './outcome';

/** Bytes; a file of white space alone is shorter. */
const LONGEST_BLANK = 65_536;

type DraftDocument = Parameters<typeof draftContent>[0];

/** A `.program` file, open. Commands make a new one of these and write it; the old one is never altered in place. */
export interface OpenProgramme {
  readonly path: string;
  readonly file: ProgrammeFile;
  readonly draft: DraftDocument;
  readonly state: RegisterState;
  readonly newest: Revision | null;
}

const stateOf = (register: RegisterData) => {
  const state = foldRegister(register.entries);
  const newest = findRevision(register, state.newest);
  return { state, newest: newest && underFrozenName(newest, state.frozen) };
};

export async function openProgramme(path: string): Promise<Result<OpenProgramme, Problem>> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  return programmeFrom(path, bytes.value);
}

function programmeFrom(path: string, bytes: Uint8Array): Result<OpenProgramme, Problem> {
  const file = readProgramFile(bytes);
  if (!file.ok) return unreadable(path, sentence(file.failure));
  const draft = openDocument(file.value.draft, 'draft.yjs');
  if (!draft.ok) return unreadable(path, sentence(draft.failure));
  return ok({ path, file: file.value, draft: draft.value, ...stateOf(file.value) });
}

/** The programme after a command of the register. */
export function after(programme: OpenProgramme, outcome: CommandOutcome): OpenProgramme {
  const file = { ...programme.file, ...withOutcome(programme.file, outcome) };
  return { ...programme, file, ...stateOf(file) };
}

/** The file to write: in `out`, or where it came from. */
export const fileFor = (programme: OpenProgramme, out: string | undefined): FileToWrite => ({
  path: out ?? programme.path,
  bytes: writeProgramFile({ ...programme.file, draft: documentBytes(programme.draft) }),
});

export function revisionOf(content: RevisionContent, name: string): Revision {
  return { ...content, id: revisionIdOf(content), name, frozenAt: systemClock.now() };
}

export const draftOf = ({ draft, newest }: OpenProgramme): RevisionContent =>
  draftContent(draft, newest?.lineSettings ?? defaultLineSettings);

/** The text that counts: the newest revision, or the draft where none is frozen. */
export const currentText = (programme: OpenProgramme): Revision =>
  programme.newest ?? revisionOf(draftOf(programme), 'Utkast');

export const revisionNamed = (programme: OpenProgramme, id: RevisionId | null): Revision | null =>
  findRevision(programme.file, id);

/** Reads what is not a programme file. Ids follow from the bytes: the same file always gives the same ones, another file others. */
export async function importBytes(path: string, bytes: Uint8Array): Promise<Result<ImportedDocument, Problem>> {
  const ids = countingIds(`${sha256Hex(bytes).slice(0, 10)}-`);
  const document = await importAnyDocument({ name: basename(path), bytes }, ids);
  return document.ok ? document : unreadable(path, sentence(document.failure));
}

export function contentOfImport({ title, period, language, blocks }: ImportedDocument): RevisionContent {
  return { title, period, language, lineSettings: defaultLineSettings, blocks: blocks.map(({ block }) => block) };
}

export type Source =
  | { readonly kind: 'programme'; readonly programme: OpenProgramme }
  | { readonly kind: 'document'; readonly document: ImportedDocument; readonly bytes: Uint8Array };

/** Any file that has a text in it, recognised by content. */
export async function openSource(path: string): Promise<Result<Source, Problem>> {
  const bytes = await readInput(path);
  return bytes.ok ? sourceOf(path, bytes.value) : bytes;
}

async function sourceOf(path: string, bytes: Uint8Array): Promise<Result<Source, Problem>> {
  if (isProgramFile(bytes)) {
    const programme = programmeFrom(path, bytes);
    return programme.ok ? ok({ kind: 'programme', programme: programme.value }) : programme;
  }
  const document = await importBytes(path, bytes);
  return document.ok ? ok({ kind: 'document', document: document.value, bytes }) : document;
}

/** One of two texts that are compared. */
export interface ComparedText {
  readonly text: Revision;
  readonly isFrozen: boolean;
}

const emptyText = (name: string): RevisionContent => ({
  title: name,
  period: null,
  language: 'nb',
  lineSettings: defaultLineSettings,
  blocks: [],
});

/** A text to compare. What is empty is one too: against it everything is new, or struck. */
export async function openCompared(path: string): Promise<Result<ComparedText, Problem>> {
  const bytes = await readInput(path);
  if (!bytes.ok) return bytes;
  const name = basename(path);
  if (bytes.value.length < LONGEST_BLANK && new TextDecoder().decode(bytes.value).trim() === '')
    return ok({ text: revisionOf(emptyText(name), name), isFrozen: false });
  const source = await sourceOf(path, bytes.value);
  return source.ok ? ok({ text: textOf(source.value), isFrozen: isFrozen(source.value) }) : source;
}

/** True where the text of a source is a revision that was frozen; a draft and a document are not. */
const isFrozen = (source: Source): boolean => source.kind === 'programme' && source.programme.newest !== null;

/** The text of a source as a revision, to compare or to print. */
export const textOf = (source: Source): Revision =>
  source.kind === 'programme'
    ? currentText(source.programme)
    : revisionOf(contentOfImport(source.document), source.document.title);
