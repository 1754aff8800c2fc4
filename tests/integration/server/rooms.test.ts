import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import {
  acknowledged,
  enter,
  inviteFor,
  programmeFile,
  share,
  startServer,
  temporaryFolder,
  until,
  type Peer,
} from './support';

describe('rooms', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let secretariat: string;
  let peers: Peer[] = [];
  const room = 'programme/program-1';

  const peer = (name: string, token: string | null): Peer => {
    const entered = enter(server.url, name, token);
    peers.push(entered);
    return entered;
  };

  beforeEach(async () => {
    server = await startServer(folder.path);
    secretariat = await share(server, programmeFile('Punkt en.'));
  });
  afterEach(async () => {
    for (const each of peers) each.leave();
    peers = [];
    await server.close();
    folder.remove();
  });

  it('SY2 two editors see each other’s words', async () => {
    const kari = peer(room, secretariat);
    const ola = peer(room, await inviteFor(server, secretariat, 'editor'));
    expect(await kari.welcome).toBe('read-write');
    expect(await ola.welcome).toBe('read-write');
    await until(() => kari.doc.getText('words').toJSON() === 'Punkt en.', 'the programme arrives');
    kari.doc.getText('words').insert(9, ' Kari.');
    await until(() => ola.doc.getText('words').toJSON() === 'Punkt en. Kari.', 'Ola sees it');
    ola.doc.getText('words').insert(0, 'Ola. ');
    await until(() => kari.doc.getText('words').toJSON() === 'Ola. Punkt en. Kari.', 'Kari sees it');
  });

  it('SY18 what two write offline merges without a word lost or doubled', async () => {
    const kari = peer(room, secretariat);
    const ola = peer(room, secretariat);
    await Promise.all([acknowledged(kari), acknowledged(ola)]);
    ola.socket.disconnect();
    await until(() => ola.socket.webSocket === null, 'Ola is away');
    ola.doc.getText('words').insert(0, 'Ola. ');
    kari.doc.getText('words').insert(9, ' Kari.');
    await acknowledged(kari);
    await ola.socket.connect();
    await until(() => kari.doc.getText('words').toJSON() === 'Ola. Punkt en. Kari.', 'Kari has both');
    await until(() => ola.doc.getText('words').toJSON() === 'Ola. Punkt en. Kari.', 'Ola has both');
  });

  it.each([
    ['no invitation', null],
    ['a wrong one', 'x'.repeat(43)],
    ['the hash of one', 'f'.repeat(64)],
  ])('SY1 %s opens nothing', async (_what, token) => {
    const stranger = peer(room, token);
    expect(await stranger.welcome).toBe('refused');
    expect(stranger.doc.getText('words').toJSON()).toBe('');
  });

  it.each(['programme/program-2', 'workshop/program-1', 'programme/program-1/x', 'programme/'])(
    'SY5 an invitation does not open %s',
    async (name) => {
      expect(await peer(name, secretariat).welcome).toBe('refused');
    },
  );

  it.each(['delegate', 'reader'])('SY2 a %s reads the draft and cannot write it', async (role) => {
    const reader = peer(room, await inviteFor(server, secretariat, role));
    const editor = peer(room, secretariat);
    expect(await reader.welcome).toBe('readonly');
    await until(() => reader.doc.getText('words').toJSON() === 'Punkt en.', 'the reader reads');
    await acknowledged(editor);
    reader.doc.getText('words').insert(0, 'Ulovlig. ');
    editor.doc.getText('words').insert(9, ' Lovlig.');
    await until(() => reader.doc.getText('words').toJSON().endsWith('Lovlig.'), 'the server has dealt with both');
    expect(editor.doc.getText('words').toJSON()).toBe('Punkt en. Lovlig.');
    const late = peer(room, secretariat);
    await until(() => late.doc.getText('words').length > 0, 'someone new reads');
    expect(late.doc.getText('words').toJSON()).toBe('Punkt en. Lovlig.');
  });

  it.each(['editor', 'delegate', 'reader'])('SY26 a %s does not open what is recommended in private', async (role) => {
    const writer = peer('advice/program-1', secretariat);
    expect(await writer.welcome).toBe('read-write');
    writer.doc.getMap('kinds').set('F1', { kind: 'reject', by: null });
    await acknowledged(writer);
    const other = peer('advice/program-1', await inviteFor(server, secretariat, role));
    expect(await other.welcome).toBe('refused');
    expect(other.doc.getMap('kinds').size).toBe(0);
  });

  it.each(['secretariat', 'editor'])('SY3 not even the %s writes the register', async (role) => {
    const writer = peer('register/program-1', await inviteFor(server, secretariat, role));
    expect(await writer.welcome).toBe('readonly');
    writer.doc.getMap('entries').set('1', { seq: 1 });
    await until(() => writer.provider.synced, 'the server has answered');
    const other = peer('register/program-1', secretariat);
    await acknowledged(other);
    expect(other.doc.getMap('entries').size).toBe(0);
  });
});
