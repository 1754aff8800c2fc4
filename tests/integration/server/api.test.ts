import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import { programmeId } from '#shared/core/ids';
import { appendEvents, type RegisterEntry } from '#shared/register';
import { acknowledged, call, enter, inviteFor, programmeFile, share, startServer, temporaryFolder } from './support';

const at = '2027-05-28T08:15:00.000Z';
const path = '/api/programmes/program-1';

describe('requests', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let secretariat: string;
  beforeEach(async () => {
    server = await startServer(folder.path);
    secretariat = await share(server, programmeFile('Punkt.'));
  });
  afterEach(async () => {
    await server.close();
    folder.remove();
  });

  const setPhase = (phase: string) => ({ command: { type: 'setPhase', phase }, actor: null });

  it('SY1 without an invitation nothing is told, not even what exists', async () => {
    for (const invite of [undefined, '', 'x'.repeat(43), secretariat.slice(0, -1)]) {
      const given = invite === undefined ? {} : { invite };
      for (const where of ['/api/me', '/api/nothing', `${path}/people`])
        expect(await call(server.url, where, given)).toMatchObject({
          status: 401,
          body: { code: 'invitation-invalid' },
        });
    }
  });

  it('tells who holds an invitation what it opens', async () => {
    const editor = await inviteFor(server, secretariat, 'editor');
    expect((await call(server.url, '/api/me', { invite: editor })).body).toEqual({
      role: 'editor',
      programme: 'program-1',
      title: '',
    });
    expect((await call(server.url, '/api/me', { invite: server.adminInvite })).body).toMatchObject({
      role: 'secretariat',
      programme: 'program-1',
    });
  });

  it('SY4 only the secretariat commands and invites; only who may be named adds names', async () => {
    for (const role of ['editor', 'delegate', 'reader']) {
      const invite = await inviteFor(server, secretariat, role);
      expect((await call(server.url, `${path}/commands`, { invite, body: setPhase('hearing') })).status).toBe(403);
      expect((await call(server.url, `${path}/invites`, { invite, body: { role: 'reader' } })).status).toBe(403);
      expect((await call(server.url, '/api/programmes', { invite, body: programmeFile('') })).status).toBe(403);
      const named = await call(server.url, `${path}/people`, { invite, body: { name: 'Kari' } });
      expect([role, named.status]).toEqual([role, role === 'reader' ? 403 : 200]);
    }
    expect(
      (await call(server.url, `${path}/commands`, { invite: secretariat, body: setPhase('hearing') })).body,
    ).toEqual({
      firstSeq: 1,
      lastSeq: 1,
    });
    const again = await call(server.url, `${path}/commands`, { invite: secretariat, body: setPhase('hearing') });
    expect(again).toMatchObject({ status: 422, body: { code: 'phase-same' } });
    expect(again.body.message).toMatch(/^Programmet er alt/);
  });

  it('SY5 the secretariat of one programme has no say in another', async () => {
    const other = programmeFile('Annet.', { programme: programmeId('program-2') });
    await share(server, other);
    const elsewhere = '/api/programmes/program-2/invites';
    expect((await call(server.url, elsewhere, { invite: secretariat, body: { role: 'reader' } })).status).toBe(403);
    expect((await call(server.url, '/api/programmes', { invite: secretariat, body: other })).status).toBe(403);
    const unknown = await call(server.url, '/api/programmes/program-3/invites', {
      invite: server.adminInvite,
      body: { role: 'reader' },
    });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'programme-unknown' } });
  });

  it('a name may be corrected by whose invitation added it, and by the secretariat', async () => {
    const [mine, yours] = [
      await inviteFor(server, secretariat, 'delegate'),
      await inviteFor(server, secretariat, 'delegate'),
    ];
    const name = (invite: string, given: string) =>
      call(server.url, `${path}/people`, { invite, body: { id: 'p1', name: given } });
    expect((await name(mine, 'Kari')).status).toBe(200);
    expect((await name(yours, 'Kari')).status).toBe(200);
    expect(await name(yours, 'Ola')).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    expect((await name(mine, 'Kari P.')).status).toBe(200);
    expect((await name(secretariat, 'Kari Prøve')).status).toBe(200);
    const reader = enter(server.url, 'register/program-1', secretariat);
    await acknowledged(reader);
    expect(reader.doc.getMap('people').toJSON()).toEqual({ p1: { name: 'Kari Prøve' } });
    reader.leave();
  });

  it('SY15 a longer register lengthens the server’s; one that parts from it changes nothing', async () => {
    const started = appendEvents([], [{ type: 'phaseChanged', phase: 'hearing' }], { at, actor: null });
    const longer = [
      ...started,
      ...appendEvents(started, [{ type: 'phaseChanged', phase: 'voting' }], { at, actor: null }),
    ];
    const parted = appendEvents([], [{ type: 'phaseChanged', phase: 'adopted' }], { at, actor: null });
    const put = (entries: readonly RegisterEntry[], words: string) =>
      call(server.url, '/api/programmes', { invite: secretariat, body: programmeFile(words, { entries }) });
    expect((await put(started, '')).status).toBe(200);
    expect((await put(longer, '')).status).toBe(200);
    expect((await put(started, '')).status).toBe(200);
    expect(await put(parted, 'Skal ikke inn.')).toMatchObject({
      status: 409,
      body: { code: 'registers-differ', params: { seq: 1 } },
    });
    const forged = longer.map((entry) => ({ ...entry, at: '2020-01-01T00:00:00.000Z' }));
    expect(await put(forged, 'Skal ikke inn.')).toMatchObject({ status: 422, body: { code: 'chain-broken' } });
    const reader = enter(server.url, 'register/program-1', secretariat);
    const draft = enter(server.url, 'programme/program-1', secretariat);
    await Promise.all([acknowledged(reader), acknowledged(draft)]);
    expect(reader.doc.getMap('entries').size).toBe(2);
    expect(draft.doc.getText('words').toJSON()).not.toContain('Skal ikke inn');
    reader.leave();
    draft.leave();
  });

  it('SY6 invitations of a former start stay valid', async () => {
    const former = server.adminInvite;
    await server.close();
    server = await startServer(folder.path);
    expect(server.adminInvite).not.toBe(former);
    for (const invite of [former, server.adminInvite, secretariat])
      expect((await call(server.url, '/api/me', { invite })).body).toMatchObject({ programme: 'program-1' });
  });

  it('sets a paper as PDF', async () => {
    const response = await fetch(`${server.url}/api/typeset`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secretariat}` },
      body: JSON.stringify({
        files: { 'main.typ': '#set document(title: "Prøve")\n#set text(lang: "nb")\n= Prøve\nTekst.' },
      }),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 5))).toBe('%PDF-');
    const broken = await call(server.url, '/api/typeset', {
      invite: secretariat,
      body: { files: { 'main.typ': '#let' } },
    });
    expect(broken).toMatchObject({ status: 422, body: { code: 'typesetting-failed' } });
  });

  it('the desktop’s pages may ask across origins, others not', async () => {
    const ask = (origin: string) => fetch(`${server.url}/api/me`, { method: 'OPTIONS', headers: { Origin: origin } });
    const desktop = await ask('app://programrevisjon');
    expect([desktop.status, desktop.headers.get('access-control-allow-origin')]).toEqual([
      204,
      'app://programrevisjon',
    ]);
    const other = await ask('https://example.org');
    expect([other.status, other.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});
