import * as v from 'valibot';
import { strFromU8, strToU8 } from 'fflate';
import type { TextChange } from '../amendment/amendment';
import { failure, type Failure, type Sentences } from '../core/failure';
import { canonicalJson, sha256Hex, type Json } from '../core/hash';
import {
  amendmentId,
  programmeId,
  revisionId,
  type AmendmentId,
  type PersonId,
  type ProgrammeId,
  type RevisionId,
} from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { Timestamp } from '../core/sources';
import type { RegisterCommand, RegisterEntry } from '../register';
import { changeSchema } from './programFileParts';

/** Someone as a file names them: the directory's ids are the programme's own. */
export interface NamedSignatory {
  readonly name: string;
  readonly member: boolean;
}

/** An amendment on its way to the secretariat, written by someone without a network. Rules AF1–AF4 of SPEC.md. */
export interface AmendmentFile {
  readonly programme: ProgrammeId;
  /** Given when it was written: the same file twice is one amendment. */
  readonly amendment: AmendmentId;
  readonly base: RevisionId;
  readonly changes: readonly TextChange[];
  readonly parent: AmendmentId | null;
  readonly alternativeTo: AmendmentId | null;
  readonly proposer: NamedSignatory;
  readonly coProposers: readonly NamedSignatory[];
  readonly body: string | null;
  readonly rationale: string;
  /** By the clock of whoever wrote it. It counts for nothing: in time is what the secretariat received in time. */
  readonly writtenAt: Timestamp;
}

const FORMAT = 'programrevisjon-forslag';
const VERSION = 1;

/** Above anything that can be filed: a handful of blocks of 100 000 units each. */
export const MOST_AMENDMENT_BYTES = 4 * 1024 * 1024;

export const amendmentFileFailures = {
  'amendment-file-unrecognised': {
    nb: 'Filen «{file}» er ikke et forslag fra Programrevisjon. Be om en fil som slutter på «.amendment».',
    nn: 'Fila «{file}» er ikkje eit framlegg frå Programrevisjon. Be om ei fil som sluttar på «.amendment».',
    en: 'The file “{file}” is not an amendment from Programrevisjon. Ask for a file that ends in “.amendment”.',
  },
  'amendment-file-newer': {
    nb: 'Forslaget i «{file}» er skrevet med en nyere utgave (format {version}). Oppdater Programrevisjon og åpne filen igjen.',
    nn: 'Framlegget i «{file}» er skrive med ei nyare utgåve (format {version}). Oppdater Programrevisjon og opne fila igjen.',
    en: 'The amendment in “{file}” was written with a newer release (format {version}). Update Programrevisjon and open it again.',
  },
  'amendment-file-damaged': {
    nb: 'Forslaget i «{file}» er ødelagt eller endret på veien. Be forslagsstilleren sende filen på nytt.',
    nn: 'Framlegget i «{file}» er øydelagt eller endra på vegen. Be forslagsstillaren sende fila på nytt.',
    en: 'The amendment in “{file}” is damaged or was changed on its way. Ask the proposer to send it again.',
  },
  'amendment-file-large': {
    nb: 'Filen «{file}» er større enn et forslag kan være ({mostMegabytes} MB), og blir ikke åpnet. Be forslagsstilleren dele det opp.',
    nn: 'Fila «{file}» er større enn eit framlegg kan vere ({mostMegabytes} MB), og blir ikkje opna. Be forslagsstillaren dele det opp.',
    en: 'The file “{file}” is larger than an amendment can be ({mostMegabytes} MB) and is not opened. Ask the proposer to divide it.',
  },
  'amendment-file-elsewhere': {
    nb: 'Forslaget i «{file}» gjelder et annet program enn det som er åpent. Åpne det programmet først.',
    nn: 'Framlegget i «{file}» gjeld eit anna program enn det som er ope. Opne det programmet først.',
    en: 'The amendment in “{file}” is about another programme than the one that is open. Open that programme first.',
  },
  'amendment-file-differs': {
    nb: 'Forslag {number} er alt mottatt, og filen «{file}» sier noe annet enn det som kom. Ingenting er endret; spør forslagsstilleren.',
    nn: 'Framlegg {number} er alt motteke, og fila «{file}» seier noko anna enn det som kom. Ingenting er endra; spør forslagsstillaren.',
    en: 'Amendment {number} was received already, and the file “{file}” says something else than what came. Nothing was changed; ask the proposer.',
  },
} as const satisfies Sentences<string>;

export type AmendmentFileFailureCode = keyof typeof amendmentFileFailures;
type FileFailure = Failure<AmendmentFileFailureCode>;

const text = v.string();
const id = v.pipe(text, v.minLength(1), v.maxLength(128));
const named = v.strictObject({ name: v.pipe(text, v.trim(), v.minLength(1), v.maxLength(200)), member: v.boolean() });
const contentSchema = v.strictObject({
  programme: v.pipe(id, v.transform(programmeId)),
  amendment: v.pipe(id, v.transform(amendmentId)),
  base: v.pipe(id, v.transform(revisionId)),
  changes: v.pipe(v.array(changeSchema), v.minLength(1), v.maxLength(10_000)),
  parent: v.nullable(v.pipe(id, v.transform(amendmentId))),
  alternativeTo: v.nullable(v.pipe(id, v.transform(amendmentId))),
  proposer: named,
  coProposers: v.pipe(v.array(named), v.maxLength(1000)),
  body: v.nullable(v.pipe(text, v.maxLength(1000))),
  rationale: v.pipe(text, v.maxLength(100_000)),
  writtenAt: text,
});
const envelopeSchema = v.object({ format: v.literal(FORMAT), version: v.number() });
const wholeSchema = v.object({ hash: text, content: v.unknown() });

/** Plain data all the way down; a copy through JSON says so to the compiler. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** The file's bytes: JSON that says what it is, with the hash of its content. The same amendment gives the same bytes. */
export function writeAmendmentFile(file: AmendmentFile): Uint8Array {
  const content = asJson(file);
  const hash = sha256Hex(canonicalJson(content));
  return strToU8(canonicalJson({ format: FORMAT, version: VERSION, hash, content }));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return null;
  }
}

/** Reads a file that anybody may have sent. Total: a file that is not whole and ours is a failure that names it (`name`). */
export function readAmendmentFile(bytes: Uint8Array, name: string): Result<AmendmentFile, FileFailure> {
  const refuse = (code: AmendmentFileFailureCode, params: Failure['params'] = {}) =>
    fail(failure(code, { file: name, ...params }));
  if (bytes.length > MOST_AMENDMENT_BYTES)
    return refuse('amendment-file-large', { mostMegabytes: MOST_AMENDMENT_BYTES / 1024 / 1024 });
  const raw = parseJson(bytes);
  const envelope = v.safeParse(envelopeSchema, raw);
  if (!envelope.success) return refuse('amendment-file-unrecognised');
  if (envelope.output.version > VERSION) return refuse('amendment-file-newer', { version: envelope.output.version });
  const whole = v.safeParse(wholeSchema, raw);
  if (!whole.success) return refuse('amendment-file-damaged');
  const { hash, content } = whole.output;
  // Of what was understood alone: anything beside it changes the hash, and nothing foreign is walked through.
  const parsed = v.safeParse(contentSchema, content);
  const holds = parsed.success && sha256Hex(canonicalJson(asJson(parsed.output))) === hash;
  return holds ? ok(parsed.output) : refuse('amendment-file-damaged');
}

const canonical = (value: unknown): string => canonicalJson(asJson(value));

/**
 * Whether the programme has received what the file holds: its number, or `null` where it is new. Fails for another programme's, and where
 * the programme received something else under the same id.
 */
export function findReceived(
  file: AmendmentFile,
  name: string,
  programme: ProgrammeId,
  entries: readonly RegisterEntry[],
): Result<string | null, FileFailure> {
  if (file.programme !== programme) return fail(failure('amendment-file-elsewhere', { file: name }));
  for (const { event } of entries) {
    if (event.type !== 'submitted' || event.amendment !== file.amendment) continue;
    const isSame = event.base === file.base && canonical(event.changes) === canonical(file.changes);
    const { number } = event;
    return isSame ? ok(number) : fail(failure('amendment-file-differs', { file: name, number }));
  }
  return ok(null);
}

/** The command that files it. `personOf` finds or adds a name in the directory. */
export function submissionOf(
  file: AmendmentFile,
  personOf: (name: string) => PersonId,
): Extract<RegisterCommand, { type: 'submit' }> {
  const { amendment, base, changes, parent, alternativeTo, proposer, coProposers, body, rationale } = file;
  return {
    type: 'submit',
    amendment,
    base,
    changes,
    proposer: personOf(proposer.name),
    proposerIsMember: proposer.member,
    coProposers: coProposers.map(({ name, member }) => ({ person: personOf(name), member })),
    body,
    rationale,
    ...(parent === null ? {} : { parent }),
    ...(alternativeTo === null ? {} : { alternativeTo }),
  };
}
