import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import * as v from 'valibot';
import { failure, type Failure } from '../core/failure';
import { canonicalJson, sha256Hex, type Json } from '../core/hash';
import { programmeId, revisionId, type ProgrammeId, type RevisionId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Revision } from '../domain/revision';
import type { ReportEntry } from '../import';
import type { RegisterEntry } from '../register/events';
import { entrySchema, peopleSchema, reportSchema, revisionSchema } from './programFileParts';
import type { ProgrammeFileFailureCode } from './failures';

export const PROGRAM_FORMAT = 'programrevisjon';
export const PROGRAM_VERSION = 1;

/** Everything about one programme, in one file that a secretary can mail. */
export interface ProgrammeFile {
  readonly programme: ProgrammeId;
  /** Last period's text; one of `revisions`. */
  readonly baseline: RevisionId | null;
  readonly revisions: readonly Revision[];
  readonly entries: readonly RegisterEntry[];
  /** The directory, by person id. The only place in the file with names of persons who act; it can be emptied. */
  readonly people: Readonly<Record<string, { readonly name: string }>>;
  /** State of the draft as one Yjs V1 update. */
  readonly draft: Uint8Array;
  readonly comments: Uint8Array;
  readonly importReport: readonly ReportEntry[];
  /** Parts that this version does not know, by name: kept as they were. */
  readonly unknown: ReadonlyMap<string, Uint8Array>;
}

type FileFailure = Failure<ProgrammeFileFailureCode>;
type Parts = ReadonlyMap<string, Uint8Array>;

/** What a hostile or damaged file may unpack to. The annual report with a hundred revisions is about 60 MiB. */
const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
const MAX_PARTS = 10_000;

/** Noon, read as local time when written and never shown: the same bytes in every time zone. */
const FIXED_TIME = '1980-01-01T12:00:00';

const MANIFEST = 'manifest.json';
const PROGRAMME = 'programme.json';
const REGISTER = 'register.jsonl';
const PEOPLE = 'people.json';
const DRAFT = 'draft.yjs';
const COMMENTS = 'comments.yjs';
const IMPORT_REPORT = 'import-report.json';
const REVISIONS = 'revisions/';
const revisionPart = (id: string): string => `${REVISIONS}${id}.json`;

const manifestSchema = v.object({ format: v.literal(PROGRAM_FORMAT), version: v.number(), files: v.unknown() });
const manifestFilesSchema = v.record(v.string(), v.string());
const programmeSchema = v.object({
  programme: v.string(),
  baseline: v.nullable(v.string()),
  revisions: v.array(v.string()),
});

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Our own types are plain data all the way down; a copy through JSON says so to the compiler. */
const canonical = (value: unknown): Uint8Array => strToU8(canonicalJson(JSON.parse(JSON.stringify(value)) as Json));

function knownParts(file: ProgrammeFile): Map<string, Uint8Array> {
  const { programme, baseline, revisions } = file;
  const parts = new Map<string, Uint8Array>([
    [PROGRAMME, canonical({ programme, baseline, revisions: revisions.map(({ id }) => id) })],
    [
      REGISTER,
      strToU8(file.entries.map((entry) => `${canonicalJson(JSON.parse(JSON.stringify(entry)) as Json)}\n`).join('')),
    ],
    [PEOPLE, canonical(file.people)],
    [DRAFT, file.draft],
    [COMMENTS, file.comments],
    [IMPORT_REPORT, canonical(file.importReport)],
  ]);
  for (const revision of revisions) parts.set(revisionPart(revision.id), canonical(revision));
  return parts;
}

/** Names that no part can have: our own list, and the one that the zip library cannot hold. */
const notParts: ReadonlySet<string> = new Set([MANIFEST, '__proto__']);

/** The file as bytes: a zip with the manifest first, then the parts by name. The same content gives the same bytes. */
export function writeProgramFile(file: ProgrammeFile): Uint8Array {
  const parts = knownParts(file);
  for (const [name, content] of file.unknown) if (!parts.has(name) && !notParts.has(name)) parts.set(name, content);
  const names = [...parts.keys()].sort(byCodeUnits);
  const hashes = Object.fromEntries(names.map((name) => [name, sha256Hex(parts.get(name) ?? '')]));
  const manifest = canonicalJson({ format: PROGRAM_FORMAT, version: PROGRAM_VERSION, files: hashes });
  // The manifest lies unpacked, so that other programs can tell the file by its first bytes.
  const zip: Zippable = { [MANIFEST]: [strToU8(manifest), { level: 0 }] };
  for (const name of names) zip[name] = parts.get(name) ?? new Uint8Array();
  return zipSync(zip, { mtime: FIXED_TIME, level: 6 });
}

const startsLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

class TooLarge extends Error {}

/** Adds up what the wanted parts declare, without unpacking any of them. */
function checkSizes(bytes: Uint8Array, wanted: (name: string) => boolean): void {
  let count = 0;
  let total = 0;
  unzipSync(bytes, {
    filter: ({ name, size, originalSize }) => {
      count += 1;
      if (wanted(name)) total += Math.max(size, originalSize);
      if (count > MAX_PARTS || total > MAX_UNPACKED_BYTES) throw new TooLarge();
      return false;
    },
  });
}

/** Unpacks the parts that `wanted` names. All sizes are checked before anything is inflated, and nothing inflates past what it declared. */
function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Result<Parts, FileFailure> {
  if (!startsLikeZip(bytes)) return fail(failure('program-unrecognised'));
  try {
    checkSizes(bytes, wanted);
    return ok(new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted(name) }))));
  } catch (error) {
    return fail(failure(error instanceof TooLarge ? 'program-too-large' : 'program-unreadable'));
  }
}

/** Text of one JSON part, checked. `null` when it is no JSON or not of the shape. */
function parse<Schema extends v.GenericSchema>(bytes: Uint8Array, schema: Schema): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(strFromU8(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** True for a file that says it is one of ours, whole or not, of whatever version. */
export function isProgramFile(bytes: Uint8Array): boolean {
  const unpacked = unzip(bytes, (name) => name === MANIFEST);
  const manifest = unpacked.ok ? unpacked.value.get(MANIFEST) : undefined;
  return manifest !== undefined && parse(manifest, manifestSchema) !== null;
}

interface Opened {
  readonly parts: Parts;
  readonly hashes: Readonly<Record<string, string>>;
}

function open(bytes: Uint8Array): Result<Opened, FileFailure> {
  const first = unzip(bytes, (name) => name === MANIFEST);
  if (!first.ok) return first;
  const content = first.value.get(MANIFEST);
  const manifest = content ? parse(content, manifestSchema) : null;
  if (!manifest) return fail(failure('program-unrecognised'));
  if (manifest.version > PROGRAM_VERSION) return fail(failure('program-newer', { version: manifest.version }));
  const hashes = v.safeParse(manifestFilesSchema, manifest.files);
  if (!hashes.success) return fail(failure('program-part-damaged', { part: MANIFEST }));
  const rest = unzip(bytes, (name) => name !== MANIFEST);
  return rest.ok ? ok({ parts: rest.value, hashes: hashes.output }) : rest;
}

/** Names of parts that are missing or not what the manifest says, in order. Parts that it does not name are nobody's promise. */
function alteredParts({ parts, hashes }: Opened): readonly string[] {
  return Object.entries(hashes)
    .filter(([name, hash]) => {
      const content = parts.get(name);
      return content === undefined || sha256Hex(content) !== hash;
    })
    .map(([name]) => name)
    .sort(byCodeUnits);
}

function parseLines<Schema extends v.GenericSchema>(bytes: Uint8Array, schema: Schema): v.InferOutput<Schema>[] | null {
  try {
    const lines = strFromU8(bytes)
      .split('\n')
      .filter((line) => line !== '');
    const parsed = v.safeParse(
      v.array(schema),
      lines.map((line): unknown => JSON.parse(line)),
    );
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function assemble({ parts, hashes }: Opened): Result<ProgrammeFile, FileFailure> {
  const damaged = (part: string) => fail(failure('program-part-damaged' as const, { part }));
  const part = (name: string): Uint8Array | null => (Object.hasOwn(hashes, name) ? parts.get(name) : undefined) ?? null;
  const read = <Schema extends v.GenericSchema>(name: string, schema: Schema): v.InferOutput<Schema> | null => {
    const content = part(name);
    return content && parse(content, schema);
  };

  const programme = read(PROGRAMME, programmeSchema);
  if (!programme) return damaged(PROGRAMME);
  const register = part(REGISTER);
  const entries: RegisterEntry[] | null = register && parseLines(register, entrySchema);
  if (!entries) return damaged(REGISTER);
  const people = read(PEOPLE, peopleSchema);
  if (!people) return damaged(PEOPLE);
  const importReport = read(IMPORT_REPORT, reportSchema);
  if (!importReport) return damaged(IMPORT_REPORT);
  const draft = part(DRAFT);
  if (!draft) return damaged(DRAFT);
  const comments = part(COMMENTS);
  if (!comments) return damaged(COMMENTS);
  const revisions: Revision[] = [];
  for (const id of programme.revisions) {
    const revision = read(revisionPart(id), revisionSchema);
    if (revision?.id !== id) return damaged(revisionPart(id));
    revisions.push(revision);
  }
  if (programme.baseline !== null && !programme.revisions.includes(programme.baseline)) return damaged(PROGRAMME);

  const file: Omit<ProgrammeFile, 'unknown'> = {
    programme: programmeId(programme.programme),
    baseline: programme.baseline === null ? null : revisionId(programme.baseline),
    revisions,
    entries,
    people,
    draft,
    comments,
    importReport,
  };
  const known = new Set([
    PROGRAMME,
    REGISTER,
    PEOPLE,
    DRAFT,
    COMMENTS,
    IMPORT_REPORT,
    ...programme.revisions.map(revisionPart),
  ]);
  return ok({ ...file, unknown: new Map([...parts].filter(([name]) => !known.has(name))) });
}

/** A file as it could be read although parts of it are not what the manifest says. */
export interface InspectedProgramme {
  readonly file: ProgrammeFile;
  /** Names of the parts whose hash does not hold; empty for a whole file. */
  readonly altered: readonly string[];
}

/** Reads a file that may have been tampered with, to say what is wrong with it. For `verify` only. */
export function inspectProgramFile(bytes: Uint8Array): Result<InspectedProgramme, FileFailure> {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  const file = assemble(opened.value);
  return file.ok ? ok({ file: file.value, altered: alteredParts(opened.value) }) : file;
}

/**
 * Opens a `.program` file. Law: writing what was read gives the same bytes. Fails for what is not one of ours, is newer than
 * we know, unpacks to more than it may, or has a part (named in `part`) that is missing or is not what the manifest says.
 */
export function readProgramFile(bytes: Uint8Array): Result<ProgrammeFile, FileFailure> {
  const opened = open(bytes);
  if (!opened.ok) return opened;
  const [part] = alteredParts(opened.value);
  return part === undefined ? assemble(opened.value) : fail(failure('program-part-damaged', { part }));
}
