import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { buildServer, spawnServer } from './serverProcess';
import { acknowledged, call, enter, programmeFile, temporaryFolder } from './support';

describe('a server that is killed', () => {
  const folder = temporaryFolder();
  // Inside the repository, so that the compiled server finds its packages.
  const compiledFolder = fileURLToPath(new URL(`../../../build/test-server-${String(process.pid)}/`, import.meta.url));
  const compiled = `${compiledFolder}server.mjs`;
  beforeAll(() => {
    mkdirSync(compiledFolder, { recursive: true });
    buildServer(compiled);
  });
  afterAll(() => {
    rmSync(compiledFolder, { recursive: true, force: true });
    folder.remove();
  });

  it('SY7 has everything it acknowledged, four times over, and old invitations still open', async () => {
    let server = await spawnServer(compiled, join(folder.path, 'edits'));
    const shared = await call(server.url, '/api/programmes', { invite: server.adminInvite, body: programmeFile('') });
    const invite = String(shared.body.invite);
    let expected = '';
    for (let round = 0; round < 4; round++) {
      const peer = enter(server.url, 'programme/program-1', invite);
      await acknowledged(peer);
      expect(peer.doc.getText('words').toJSON()).toBe(expected);
      const words = peer.doc.getText('words');
      for (let key = 0; key < 40; key++) words.insert(words.length, `${String(round)}.${String(key)} `);
      expected = words.toJSON();
      await acknowledged(peer);
      await server.kill();
      peer.leave();
      server = await spawnServer(compiled, join(folder.path, 'edits'));
    }
    const late = enter(server.url, 'programme/program-1', invite, new Y.Doc());
    await acknowledged(late);
    expect(late.doc.getText('words').toJSON()).toBe(expected);
    late.leave();
    await server.kill();
  });

  it('SY7 has every command and name it answered', async () => {
    let server = await spawnServer(compiled, join(folder.path, 'commands'));
    const options = { invite: server.adminInvite };
    await call(server.url, '/api/programmes', { ...options, body: programmeFile('Tekst.') });
    const path = '/api/programmes/program-1';
    const phase = await call(server.url, `${path}/commands`, {
      ...options,
      body: { command: { type: 'setPhase', phase: 'hearing' }, actor: null },
    });
    const person = await call(server.url, `${path}/people`, { ...options, body: { name: 'Kari Prøve', id: 'p1' } });
    await server.kill();
    expect([phase.status, person.status]).toEqual([200, 200]);
    server = await spawnServer(compiled, join(folder.path, 'commands'));
    const again = await call(server.url, `${path}/commands`, {
      ...options,
      body: { command: { type: 'setPhase', phase: 'hearing' }, actor: null },
    });
    expect(again.body).toMatchObject({ code: 'phase-same' });
    const reader = enter(server.url, 'register/program-1', options.invite);
    await acknowledged(reader);
    expect(reader.doc.getMap('people').toJSON()).toEqual({ p1: { name: 'Kari Prøve' } });
    expect(reader.doc.getMap('entries').size).toBe(1);
    reader.leave();
    await server.kill();
  });
});
