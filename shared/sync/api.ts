import * as v from 'valibot';
import type { Failure } from '../core/failure';
import { personId, programmeId, type ProgrammeId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import { roles, type Role } from './roles';

/**
 * What the window and the server say to each other beside the rooms. Every request carries `Authorization: Bearer <invitation>`.
 *
 * GET  /api/me                            → Membership
 * POST /api/programmes                    .program bytes (administrator) → SharedProgramme
 * POST /api/programmes/<id>/commands      {command, actor} → CommandAnswer
 * POST /api/programmes/<id>/invites       {role} (secretariat) → Invitation
 * GET  /api/programmes/<id>/invites       (secretariat) → Invitations
 * POST /api/programmes/<id>/revocations   {id} of an invitation (secretariat) → {id}
 * POST /api/programmes/<id>/people        {name, id?} → {id}
 * POST /api/programmes/<id>/erasures      {id} of a person (secretariat) → {id}
 * POST /api/typeset                       {files} → PDF bytes
 * Every failure is a `FailureAnswer` with a status of its own.
 */
export const apiPaths = {
  me: '/api/me',
  programmes: '/api/programmes',
  typeset: '/api/typeset',
  sync: '/sync',
  commands: (programme: ProgrammeId) => `/api/programmes/${programme}/commands`,
  invites: (programme: ProgrammeId) => `/api/programmes/${programme}/invites`,
  revocations: (programme: ProgrammeId) => `/api/programmes/${programme}/revocations`,
  people: (programme: ProgrammeId) => `/api/programmes/${programme}/people`,
  erasures: (programme: ProgrammeId) => `/api/programmes/${programme}/erasures`,
} as const;

export interface Membership {
  readonly role: Role;
  /** `null` for an administrator where no programme is shared yet. */
  readonly programme: ProgrammeId | null;
  readonly title: string;
}

export interface SharedProgramme {
  readonly programme: ProgrammeId;
  /** An invitation to the secretariat of this programme. */
  readonly invite: string;
}

export interface Invitation {
  readonly invite: string;
  readonly role: Role;
}

/** An invitation that was handed out, as the secretariat sees it: the token itself is not kept anywhere. */
export interface IssuedInvitation {
  /** SHA-256 of the token, in hex. Opens nothing. */
  readonly id: string;
  readonly role: Role;
  readonly createdAt: Timestamp;
  /** Whether it is the one that the list was asked for with. */
  readonly own: boolean;
}

/** The entries themselves reach the window through the register room, as everyone else's do. */
export interface CommandAnswer {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface FailureAnswer {
  readonly code: string;
  readonly params: Failure['params'];
  /** The sentence in Norwegian (bokmål), for whoever reads the answer without our program. */
  readonly message: string;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const person = v.pipe(id, v.transform(personId));
const programme = v.pipe(id, v.transform(programmeId));

const read =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (raw: unknown): v.InferOutput<Schema> | null => {
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : null;
  };

// Requests, as the server reads them.
export const readCommandRequest = read(v.strictObject({ command: v.unknown(), actor: v.nullable(person) }));
export const readInviteRequest = read(v.strictObject({ role: v.picklist(roles) }));
export const readPersonRequest = read(
  v.strictObject({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), id: v.optional(person) }),
);
export const readRevocationRequest = read(v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }));
export const readErasureRequest = read(v.strictObject({ id: person }));
export const readTypesetRequest = read(v.strictObject({ files: v.record(v.string(), v.string()) }));

// Answers, as the window reads them.
export const readMembership = read(
  v.object({ role: v.picklist(roles), programme: v.nullable(programme), title: v.string() }),
);
export const readSharedProgramme = read(v.object({ programme, invite: v.string() }));
export const readInvitation = read(v.object({ invite: v.string(), role: v.picklist(roles) }));
export const readIssuedInvitations = read(
  v.object({
    invitations: v.array(
      v.object({ id: v.string(), role: v.picklist(roles), createdAt: v.string(), own: v.boolean() }),
    ),
  }),
);
export const readRevocationAnswer = read(v.object({ id: v.string() }));
export const readPersonAnswer = read(v.object({ id: person }));
export const readCommandAnswer = read(v.object({ firstSeq: v.number(), lastSeq: v.number() }));
export const readFailureAnswer = read(
  v.object({ code: v.string(), params: v.record(v.string(), v.union([v.string(), v.number()])), message: v.string() }),
);
