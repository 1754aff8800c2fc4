import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId, personId } from '#shared/core/ids';
import { insertText, readDraft, readLocks, setLock } from '#shared/schema/draft';
import { readKeptOut, type KeptOutWords } from '#shared/sync';
import type { RunningServer } from '#server/index';
import { draftOf } from '../../support/drafts';
import { madeBlock } from '../../support/revisionGenerator';
import {
  acknowledged,
  call,
  enter,
  inviteFor,
  programmeFile,
  share,
  someProgramme,
  startServer,
  temporaryFolder,
  until,
  type Peer,
} from './support';

const id = blockId;

const draft = (): Y.Doc =>
  draftOf([
    madeBlock('h1', 'heading', 'Helse'),
    madeBlock('a', 'point', 'bedre vakt'),
    madeBlock('h2', 'heading', 'Arbeid'),
    madeBlock('b', 'point', 'gode vilkår'),
  ]);

const texts = ({ doc }: Peer): readonly string[] => readDraft(doc).map(({ text }) => text);

describe('a locked chapter on the server', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let secretariat: string;
  let peers: Peer[] = [];
  let told: KeptOutWords[] = [];

  /** Someone who comes with an invitation of their own, says who they are, and is in the directory. */
  const editor = async (person: string, token: string): Promise<Peer> => {
    await call(server.url, `/api/programmes/${someProgramme}/people`, {
      invite: token,
      body: { id: person, name: person },
    });
    const peer = enter(server.url, `programme/${someProgramme}`, token);
    peer.provider.awareness?.setLocalStateField('user', { person, name: person });
    peer.provider.on('stateless', ({ payload }: { payload: string }) => told.push(...(readKeptOut(payload) ?? [])));
    peers.push(peer);
    await acknowledged(peer);
    await until(() => texts(peer).length === 4, 'the programme arrives');
    return peer;
  };

  beforeEach(async () => {
    server = await startServer(folder.path);
    secretariat = await share(server, programmeFile('', { draft: Y.encodeStateAsUpdate(draft()) }));
    told = [];
  });
  afterEach(async () => {
    for (const each of peers) each.leave();
    peers = [];
    await server.close();
    folder.remove();
  });

  it('SY27 is written in by whoever may, and by nobody else, whatever their window lets through; the words go back to them', async () => {
    const kari = await editor('kari', await inviteFor(server, secretariat, 'editor'));
    const ola = await editor('ola', await inviteFor(server, secretariat, 'editor'));
    setLock(kari.doc, id('h1'), {
      by: personId('kari'),
      people: [],
      reason: 'Vi skriver',
      at: '2027-01-01T10:00:00.000Z',
    });
    await until(() => readLocks(ola.doc).size === 1, 'the lock arrives');

    insertText(ola.doc, id('a'), 0, 'MYE ');
    insertText(ola.doc, id('b'), 0, 'svært ');
    await until(() => texts(ola)[1] === 'bedre vakt', 'Ola has the chapter back');
    await until(() => texts(kari)[3] === 'svært gode vilkår', 'Kari sees what he wrote elsewhere');
    expect(texts(kari)).toEqual(['Helse', 'bedre vakt', 'Arbeid', 'svært gode vilkår']);
    await until(() => told.length > 0, 'Ola gets his words back');
    expect(told).toEqual([{ heading: 'h1', block: 'a', text: 'MYE ' }]);

    setLock(ola.doc, id('h1'), null);
    await until(() => readLocks(ola.doc).size === 1 && readLocks(kari.doc).size === 1, 'the lock stands');
    insertText(kari.doc, id('a'), 0, 'enda ');
    await until(() => texts(ola)[1] === 'enda bedre vakt', 'Kari writes there');
    // What is said to be another invitation's person is not believed.
    ola.provider.awareness?.setLocalStateField('user', { person: 'kari', name: 'kari' });
    await acknowledged(ola);
    insertText(ola.doc, id('a'), 0, 'IKKE ');
    await until(() => told.length > 1, 'Ola gets his words back again');
    expect(texts(kari)[1]).toBe('enda bedre vakt');
    // The secretariat opens it.
    const office = await editor('kontor', secretariat);
    setLock(office.doc, id('h1'), null);
    await until(() => readLocks(ola.doc).size === 0, 'the lock is gone');
    insertText(ola.doc, id('a'), 0, 'nå ');
    await until(() => texts(kari)[1] === 'nå enda bedre vakt', 'Ola writes there');
  });

  it('SY27 what somebody wrote offline before the lock reached them is taken out, and comes back to them; a new start reads the same', async () => {
    const kari = await editor('kari', await inviteFor(server, secretariat, 'editor'));
    const ola = await editor('ola', await inviteFor(server, secretariat, 'editor'));
    ola.socket.disconnect();
    await until(() => ola.socket.webSocket === null, 'Ola is away');
    setLock(kari.doc, id('h1'), { by: personId('kari'), people: [], reason: '', at: '2027-01-01T10:00:00.000Z' });
    await acknowledged(kari);
    insertText(ola.doc, id('a'), 10, ' for alle');
    insertText(ola.doc, id('b'), 11, ' her');
    await ola.socket.connect();
    await until(() => told.length > 0, 'his words come back');
    await until(() => texts(kari)[3] === 'gode vilkår her', 'the rest arrives');
    await until(() => texts(ola)[1] === 'bedre vakt', 'his window shows the locked text');
    expect(texts(kari)[1]).toBe('bedre vakt');
    expect(told).toEqual([{ heading: 'h1', block: 'a', text: ' for alle' }]);
    await server.close();
    server = await startServer(folder.path);
    const again = enter(server.url, `programme/${someProgramme}`, secretariat);
    peers.push(again);
    await until(() => texts(again).length === 4, 'the programme arrives');
    expect(texts(again)).toEqual(texts(kari));
  });
});
