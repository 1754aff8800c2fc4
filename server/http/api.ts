import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as Y from 'yjs';
import { failure, type Failure } from '#shared/core/failure';
import { personId, programmeId, type ProgrammeId } from '#shared/core/ids';
import { fail, ok, type Result } from '#shared/core/result';
import type { Clock, IdSource } from '#shared/core/sources';
import { performCommand, verifyChain, withOutcome, type RegisterData, type RegisterEntry } from '#shared/register';
import { bringsText, letDraftFollow } from '#shared/schema/draftFollows';
import { readProgramFile } from '#shared/schema/programFile';
import { erasePerson, isErased, personIn, readRegisterDoc, writeRegisterDoc } from '#shared/schema/registerDoc';
import {
  apiPaths,
  isProgrammeId,
  mayAddPeople,
  mayPerform,
  mayPutJointText,
  onlyOnOwn,
  parseCommand,
  readCommandRequest,
  readErasureRequest,
  readInviteRequest,
  readPersonRequest,
  readRevocationRequest,
  readTypesetRequest,
  type CommandAnswer,
  type Invitation,
  type IssuedInvitation,
  type Membership,
  type SharedProgramme,
} from '#shared/sync';
import type { Grant, Invitations } from '../storage/invitations';
import type { Programmes } from '../storage/programmes';
import { commentsRoom, draftRoom, opens, registerRoom, type Rooms } from '../sync/rooms';
import { readBody, readJsonBody } from './readBody';
import { sendBytes, sendFailure, sendJson } from './respond';

export interface ApiParts {
  readonly rooms: Rooms;
  readonly invitations: Invitations;
  readonly programmes: Programmes;
  readonly clock: Clock;
  readonly typesetPaper: (files: Readonly<Record<string, string>>) => Promise<Result<Uint8Array, Failure>>;
}

const MEGABYTE = 1024 * 1024;
const FILE_LIMIT = 64 * MEGABYTE;
/** A `freeze` carries the whole text: 13 000 blocks are about 5 MB. */
const COMMAND_LIMIT = 16 * MEGABYTE;
const TYPESET_LIMIT = 16 * MEGABYTE;
const SMALL_LIMIT = MEGABYTE / 16;

type Answer = Result<object, Failure>;
const notAllowed = fail(failure('not-allowed'));
const notUnderstood = (what: string) => fail(failure('request-invalid', { what }));

/** The body of a request in the shape that `read` expects; `what` names the part that is missing where it has another. */
async function readAsked<T>(
  request: IncomingMessage,
  limitBytes: number,
  read: (body: unknown) => T | null,
  what: string,
): Promise<Result<T, Failure>> {
  const body = await readJsonBody(request, limitBytes);
  if (!body.ok) return body;
  const asked = read(body.value);
  return asked === null ? notUnderstood(what) : ok(asked);
}

const ids: IdSource = { next: () => randomUUID() };

/** Only an administrator or the programme's own secretariat puts it here; SY15. */
async function shareProgramme(parts: ApiParts, grant: Grant, request: IncomingMessage): Promise<Answer> {
  if (grant.role !== 'secretariat') return notAllowed;
  const body = await readBody(request, FILE_LIMIT);
  if (!body.ok) return body;
  const opened = readProgramFile(body.value);
  if (!opened.ok) return opened;
  const file = opened.value;
  const { programme } = file;
  if (!isProgrammeId(programme)) return notUnderstood('programme');
  if (!opens(grant, programme)) return notAllowed;
  const chain = verifyChain(file.entries, file.revisions);
  if (!chain.ok) return chain;
  const drafts = [
    { room: draftRoom(programme), update: file.draft },
    { room: commentsRoom(programme), update: file.comments },
  ].filter(({ update }) => update.length > 0);
  for (const { update } of drafts) if (!isWholeUpdate(update)) return notUnderstood('draft');

  const registered = await parts.rooms.within(registerRoom(programme), (document): Result<null, Failure> => {
    const present = readRegisterDoc(document);
    const seq = firstDifference(present.entries, file.entries);
    if (seq !== null) return fail(failure('registers-differ', { seq }));
    const people = Object.fromEntries(Object.entries(file.people).filter(([id]) => !(id in present.people)));
    const { entries, revisions, baseline, importReport } = file;
    writeRegisterDoc(document, { entries, revisions, baseline, people, importReport }, { source: 'local' });
    return ok(null);
  });
  if (!registered.ok) return registered;
  for (const { room, update } of drafts)
    await parts.rooms.within(room, (document) => {
      Y.applyUpdate(document, update, { source: 'local' });
    });
  parts.programmes.add(programme);
  const invite = parts.invitations.create({ programme, role: 'secretariat' });
  return ok({ programme, invite } satisfies SharedProgramme);
}

/** Tries the bytes on a document that is thrown away: a broken update leaves half of itself behind. */
function isWholeUpdate(update: Uint8Array): boolean {
  const scratch = new Y.Doc();
  try {
    Y.applyUpdate(scratch, update);
    return true;
  } catch {
    return false;
  } finally {
    scratch.destroy();
  }
}

/** Sequence of the first entry that both have and that differs; `null` when one chain begins with the other. */
function firstDifference(a: readonly RegisterEntry[], b: readonly RegisterEntry[]): number | null {
  const both = Math.min(a.length, b.length);
  for (let index = 0; index < both; index++) if (a[index]?.hash !== b[index]?.hash) return index + 1;
  return null;
}

/** The register before and after a command, and what is new in it. */
interface Recorded {
  readonly before: RegisterData;
  readonly now: RegisterData;
  readonly entries: readonly RegisterEntry[];
}

async function giveCommand(
  parts: ApiParts,
  grant: Grant,
  programme: ProgrammeId,
  request: IncomingMessage,
): Promise<Answer> {
  const body = await readJsonBody(request, COMMAND_LIMIT);
  if (!body.ok) return body;
  const asked = readCommandRequest(body.value);
  const command = asked && parseCommand(asked.command);
  if (!asked || !command) return notUnderstood('command');
  const { actor } = asked;
  if (!mayPerform(grant.role, command.type)) return notAllowed;
  if (command.type === 'submit' && command.jointOf && !mayPutJointText(grant.role)) return notAllowed;
  const own = onlyOnOwn(grant.role, command);
  if (own !== null && !parts.invitations.owns(programme, own, grant)) return notAllowed;

  const done = await parts.rooms.within(registerRoom(programme), (document): Result<Recorded, Failure> => {
    const before = readRegisterDoc(document);
    const outcome = performCommand(before, command, { clock: parts.clock, ids, actor });
    if (!outcome.ok) return outcome;
    const { entries, revisions } = outcome.value;
    writeRegisterDoc(document, { entries, revisions }, { source: 'local' });
    if (command.type === 'takeOver') parts.invitations.handOver(programme, command.amendment, grant);
    if (command.type === 'submit') parts.invitations.claim(programme, command.amendment, grant);
    return ok({ before, now: withOutcome(before, outcome.value), entries });
  });
  if (!done.ok) return done;
  const { before, now, entries } = done.value;
  if (bringsText(command))
    await parts.rooms.within(draftRoom(programme), (draft) => letDraftFollow(draft, before, now, { source: 'local' }));
  return ok({ firstSeq: entries.at(0)?.seq ?? 0, lastSeq: entries.at(-1)?.seq ?? 0 } satisfies CommandAnswer);
}

async function invite(
  parts: ApiParts,
  grant: Grant,
  programme: ProgrammeId,
  request: IncomingMessage,
): Promise<Answer> {
  if (grant.role !== 'secretariat') return notAllowed;
  const body = await readAsked(request, SMALL_LIMIT, readInviteRequest, 'role');
  if (!body.ok) return body;
  const asked = body.value;
  const { role } = asked;
  return ok({ invite: parts.invitations.create({ programme, role }), role } satisfies Invitation);
}

/** Adds a name, or corrects one: the secretariat any, others what their own invitation added. */
async function addPerson(
  parts: ApiParts,
  grant: Grant,
  programme: ProgrammeId,
  request: IncomingMessage,
): Promise<Answer> {
  if (!mayAddPeople(grant.role)) return notAllowed;
  const body = await readAsked(request, SMALL_LIMIT, readPersonRequest, 'name');
  if (!body.ok) return body;
  const asked = body.value;
  const id = asked.id ?? personId(ids.next());
  return parts.rooms.within(registerRoom(programme), (document): Answer => {
    if (isErased(document, id)) return fail(failure('person-erased'));
    const present = personIn(document, id);
    const mayCorrect = grant.role === 'secretariat' || parts.invitations.owns(programme, id, grant);
    if (present && present.name !== asked.name && !mayCorrect) return fail(failure('name-taken'));
    writeRegisterDoc(document, { people: { [id]: { name: asked.name } } }, { source: 'local' });
    if (!present) parts.invitations.claim(programme, id, grant);
    return ok({ id });
  });
}

/** The name is in no file of this server when it answers; the register goes on holding the id, and its chain holds. */
async function eraseName(
  parts: ApiParts,
  grant: Grant,
  programme: ProgrammeId,
  request: IncomingMessage,
): Promise<Answer> {
  if (grant.role !== 'secretariat') return notAllowed;
  const body = await readAsked(request, SMALL_LIMIT, readErasureRequest, 'id');
  if (!body.ok) return body;
  const asked = body.value;
  const room = registerRoom(programme);
  await parts.rooms.within(room, (document) => {
    erasePerson(document, asked.id, { source: 'local' });
  });
  await parts.rooms.forgetHistory(room);
  return ok(asked);
}

function listInvitations(parts: ApiParts, grant: Grant, programme: ProgrammeId): Answer {
  if (grant.role !== 'secretariat') return notAllowed;
  const issued = parts.invitations.issuedFor(programme);
  const invitations: readonly IssuedInvitation[] = issued.map(({ tokenHash, role, createdAt }) => {
    return { id: tokenHash, role, createdAt, own: tokenHash === grant.tokenHash };
  });
  return ok({ invitations });
}

/** Who came with the invitation is out when it answers. */
async function revokeInvitation(
  parts: ApiParts,
  grant: Grant,
  programme: ProgrammeId,
  request: IncomingMessage,
): Promise<Answer> {
  if (grant.role !== 'secretariat') return notAllowed;
  const body = await readAsked(request, SMALL_LIMIT, readRevocationRequest, 'id');
  if (!body.ok) return body;
  const asked = body.value;
  if (asked.id === grant.tokenHash) return fail(failure('invitation-own'));
  if (!parts.invitations.revoke(programme, asked.id)) return fail(failure('invitation-unknown'));
  parts.rooms.expel(asked.id);
  return ok(asked);
}

async function describeMembership(parts: ApiParts, grant: Grant): Promise<Answer> {
  const programme = grant.programme ?? parts.programmes.newest();
  const title = programme ? await parts.rooms.within(draftRoom(programme), titleOf) : '';
  return ok({ role: grant.role, programme, title } satisfies Membership);
}

function titleOf(draft: Y.Doc): string {
  const title: unknown = draft.getMap('meta').get('title');
  return typeof title === 'string' ? title : '';
}

async function setPages(parts: ApiParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await readAsked(request, TYPESET_LIMIT, readTypesetRequest, 'files');
  if (!asked.ok) {
    sendFailure(response, asked.failure);
    return;
  }
  const pdf = await parts.typesetPaper(asked.value.files);
  if (pdf.ok) sendBytes(response, 200, 'application/pdf', pdf.value);
  else sendFailure(response, pdf.failure);
}

const programmePath = /^\/api\/programmes\/([^/]+)\/(commands|invites|revocations|people|erasures)$/;

function grantOf(parts: ApiParts, request: IncomingMessage): Grant | null {
  const { authorization } = request.headers;
  return authorization?.startsWith('Bearer ') ? parts.invitations.find(authorization.slice('Bearer '.length)) : null;
}

/** Answers every request under `/api/`. */
export async function answerApi(
  parts: ApiParts,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const grant = grantOf(parts, request);
  if (!grant) {
    sendFailure(response, failure('invitation-invalid'));
    return;
  }
  if (request.method === 'POST' && pathname === apiPaths.typeset) {
    await setPages(parts, request, response);
    return;
  }
  const answer = await route(parts, grant, pathname, request);
  if (answer.ok) sendJson(response, 200, answer.value);
  else sendFailure(response, answer.failure);
}

async function route(parts: ApiParts, grant: Grant, pathname: string, request: IncomingMessage): Promise<Answer> {
  const unknown = fail(failure('address-unknown'));
  if (request.method === 'GET' && pathname === apiPaths.me) return describeMembership(parts, grant);
  if (request.method === 'POST' && pathname === apiPaths.programmes) return shareProgramme(parts, grant, request);
  const [, id, action] = programmePath.exec(pathname) ?? [];
  if (id === undefined || !isProgrammeId(id)) return unknown;
  if (request.method !== 'POST' && !(request.method === 'GET' && action === 'invites')) return unknown;
  const programme = programmeId(id);
  if (!opens(grant, programme)) return notAllowed;
  if (!parts.programmes.has(programme)) return fail(failure('programme-unknown'));
  switch (action) {
    case 'commands':
      return giveCommand(parts, grant, programme, request);
    case 'invites':
      if (request.method === 'GET') return listInvitations(parts, grant, programme);
      return invite(parts, grant, programme, request);
    case 'revocations':
      return revokeInvitation(parts, grant, programme, request);
    case 'erasures':
      return eraseName(parts, grant, programme, request);
    default:
      return addPerson(parts, grant, programme, request);
  }
}
