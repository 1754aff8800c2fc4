import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import { sha256Hex } from '#shared/core/hash';
import { amendmentId, blockId } from '#shared/core/ids';
import { defaultLineSettings } from '#shared/domain/lines';
import { exportPaper } from '#shared/export';
import { verifyChain } from '#shared/register';
import { insertText } from '#shared/schema/draft';
import { readProgramFile } from '#shared/schema/programFile';
import type { ProgrammeSession, Role } from '../../../renderer/session';
import { memoryPlatform } from '../../support/memoryPlatform';
import { startServer, temporaryFolder, until } from '../server/support';
import { open, smallDocument, textsOf } from './support';

const NAME = 'Ola Slettesen Prøve';

/** Whether the bytes of any file in the folder hold the name, as UTF-8. */
const isOnDisk = (folder: string, name: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(name));

/** Everything of a programme file that could hold a name. */
function readable(bytes: Uint8Array): string {
  const file = readProgramFile(bytes);
  if (!file.ok) throw new Error(file.failure.code);
  expect(verifyChain(file.value.entries, file.value.revisions).ok).toBe(true);
  const { entries, revisions, people } = file.value;
  return JSON.stringify({ entries, revisions, people });
}

/** The booklet of amendments: the paper that tells who proposed what. */
function booklet(session: ProgrammeSession): string {
  const { register, revisions, baseline, people } = session.getSnapshot();
  const newest = register.newest && revisions.get(register.newest);
  if (!newest) throw new Error('nothing is frozen');
  const paper = exportPaper('amendments', 'html', {
    newest,
    baseline,
    revisions: [...revisions.values()],
    amendments: [...register.amendments.values()],
    votingOrder: register.votingOrder,
    people,
    language: 'nb',
    isDraft: false,
    generatedAt: '2027-01-01T00:00:00.000Z',
    author: 'Sekretariatet',
  });
  if (!paper.ok || paper.value.kind !== 'bytes') throw new Error('no paper');
  return new TextDecoder().decode(paper.value.bytes);
}

async function propose(session: ProgrammeSession) {
  const frozen = await session.freezeDraft('Innstilling', defaultLineSettings);
  if (!frozen.ok) throw new Error(frozen.failure.code);
  const proposer = session.addPerson(NAME);
  const submitted = await session.perform({
    type: 'submit',
    amendment: amendmentId('a1'),
    base: frozen.value.id,
    changes: [{ kind: 'deletion', block: blockId('p2') }],
    proposer,
    body: null,
    rationale: '',
  });
  expect(submitted.ok).toBe(true);
  return proposer;
}

describe('what the secretariat can undo', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let host: ProgrammeSession;
  let sessions: ProgrammeSession[] = [];

  const join = async (role: Role) => {
    const invitation = await host.createInvite(role);
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const session = await open({ kind: 'room', ...invitation.value });
    sessions.push(session);
    return { session, ...invitation.value };
  };

  beforeEach(async () => {
    server = await startServer(folder.path);
    host = await open({ kind: 'import', document: smallDocument });
    sessions = [host];
    expect((await host.share(server)).ok).toBe(true);
  });
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.dispose()));
    await server.close();
    folder.remove();
  });

  it('SY26 what is recommended in private is with those who may publish it, comes out together, and does not come back', async () => {
    const { session: colleague } = await join('secretariat');
    const { session: delegate } = await join('delegate');
    await propose(host);
    const id = amendmentId('a1');
    const reject = { kind: 'reject', text: null, reason: 'Er alt' } as const;
    const advised = [{ id, recommendation: null }];
    host.advice.advise(advised, reject);
    await until(() => colleague.advice.get().drafts.get(id)?.reason === 'Er alt', 'the colleague reads it');

    // Both write in the reason at once, and both have it whole.
    host.advice.advise(advised, { reason: 'Er alt vedtatt' });
    colleague.advice.advise(advised, { reason: 'Dette er alt' });
    const both = (session: ProgrammeSession) => session.advice.get().drafts.get(id)?.reason ?? '';
    await until(() => both(host).length > 14 && both(host) === both(colleague), 'both have what both wrote');
    expect(both(host)).toContain('vedtatt');
    expect(both(host)).toContain('Dette');
    expect(delegate.advice.get().drafts.size).toBe(0);
    expect(JSON.stringify(delegate.getSnapshot().entries)).not.toContain('vedtatt');

    const recommendation = { ...reject, reason: both(host) };
    const published = await colleague.perform({
      type: 'publishRecommendations',
      recommendations: [{ amendment: id, recommendation }],
    });
    expect(published.ok).toBe(true);
    colleague.advice.dropRecommended(new Map([[id, recommendation]]));
    await until(() => host.advice.get().drafts.size === 0, 'it is no draft any more');
    await until(
      () => delegate.getSnapshot().register.amendments.get(id)?.recommendation?.kind === 'reject',
      'the delegate reads it',
    );
    expect((await delegate.perform({ type: 'publishRecommendations', recommendations: [] })).ok).toBe(false);
  });

  it('SY24 an erased name is in no room, no paper and no file of the server; the chain holds', async () => {
    const { session: delegate } = await join('delegate');
    const ola = await propose(host);
    const before = await host.toProgramFile();
    await until(() => delegate.getSnapshot().register.amendments.size === 1, 'the delegate has the amendment');
    expect(booklet(delegate)).toContain(NAME);
    expect(readable(before)).toContain(NAME);
    expect(isOnDisk(folder.path, NAME)).toBe(true);

    expect(await delegate.erasePerson(ola)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(await host.erasePerson(ola)).toMatchObject({ ok: true });
    expect(isOnDisk(folder.path, NAME)).toBe(false);
    await until(
      () => [host, delegate].every((session) => session.getSnapshot().people[ola] === undefined),
      'everyone has lost the name',
    );
    for (const session of [host, delegate]) {
      expect(readable(await session.toProgramFile())).not.toContain(NAME);
      expect(booklet(session)).not.toContain(NAME);
      expect(session.getSnapshot().register.amendments.get(amendmentId('a1'))?.proposer).toBe(ola);
    }

    // An old file that has the name does not bring it back.
    const old = await open({ kind: 'file', bytes: before });
    sessions.push(old);
    expect((await old.share(server)).ok).toBe(true);
    expect(old.getSnapshot().people[ola]).toBeUndefined();
    expect(isOnDisk(folder.path, NAME)).toBe(false);

    await server.close();
    expect(isOnDisk(folder.path, NAME)).toBe(false);
    server = await startServer(folder.path, { port: Number(new URL(server.url).port) });
    const { session: late } = await join('reader');
    expect(late.getSnapshot().entries).toEqual(host.getSnapshot().entries);
    expect(readable(await late.toProgramFile())).not.toContain(NAME);
  });

  it('SY24 alone, an erased name is not in this machine’s journal either', async () => {
    const platform = memoryPlatform();
    const alone = await open({ kind: 'import', document: smallDocument }, platform);
    sessions.push(alone);
    const ola = await propose(alone);
    const journal = () =>
      [...platform.journal.values()].flat().some(({ update }) => Buffer.from(update).includes(NAME));
    expect(journal()).toBe(true);
    expect((await alone.erasePerson(ola)).ok).toBe(true);
    expect(journal()).toBe(false);
    expect(readable(await alone.toProgramFile())).not.toContain(NAME);
    expect(booklet(alone)).not.toContain(NAME);
  });

  it('SY23 who came with a withdrawn invitation is out at once, and stays out', async () => {
    const guest = await join('editor');
    const other = await join('editor');
    const issued = await host.invitations();
    if (!issued.ok) throw new Error(issued.failure.code);
    expect(issued.value.map(({ role }) => role)).toEqual(['secretariat', 'editor', 'editor']);
    const own = issued.value.find((invitation) => invitation.own);
    expect(own && (await host.revokeInvite(own.id))).toMatchObject({ ok: false, failure: { code: 'invitation-own' } });
    expect(await other.session.invitations()).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(await other.session.revokeInvite(sha256Hex(guest.invite))).toMatchObject({
      ok: false,
      failure: { code: 'not-allowed' },
    });

    expect((await host.revokeInvite(sha256Hex(guest.invite))).ok).toBe(true);
    await until(() => guest.session.getSnapshot().connection === 'offline', 'the guest is out');
    expect(await host.revokeInvite(sha256Hex(guest.invite))).toMatchObject({
      ok: false,
      failure: { code: 'invitation-unknown' },
    });
    insertText(guest.session.draft, blockId('p1'), 0, 'Ulovlig. ');
    insertText(host.draft, blockId('p3'), 0, 'Lovlig. ');
    await until(() => textsOf(other.session).includes('Lovlig. At redskap deles.'), 'the others go on');
    expect(textsOf(other.session).join(' ')).not.toContain('Ulovlig');
    expect(textsOf(guest.session).join(' ')).not.toContain('Lovlig. At redskap');
    expect(guest.session.getSnapshot().connection).toBe('offline');
    expect(other.session.getSnapshot().connection).toBe('connected');
    await expect(open({ kind: 'room', url: guest.url, invite: guest.invite })).rejects.toThrow('invitation-invalid');
  });
});
