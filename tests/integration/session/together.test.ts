import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import { amendmentId, blockId } from '#shared/core/ids';
import { defaultLineSettings } from '#shared/domain/lines';
import { holdTyped, insertText, moveBlocks, readDraft, replaceText, setLock } from '#shared/schema/draft';
import { lifeOfBlock } from '#shared/schema/blockLife';
import { readMoments } from '#shared/schema/moments';
import type { ProgrammeSession, Role } from '../../../renderer/session';
import { cuttableLink } from '../../support/cuttableLink';
import { memoryPlatform } from '../../support/memoryPlatform';
import { startServer, temporaryFolder, until } from '../server/support';
import { open, smallDocument, textsOf } from './support';

const [p1, p2, p3, i1] = ['p1', 'p2', 'p3', 'i1'].map(blockId) as [
  ReturnType<typeof blockId>,
  ReturnType<typeof blockId>,
  ReturnType<typeof blockId>,
  ReturnType<typeof blockId>,
];

describe('sessions in a room', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let host: ProgrammeSession;
  let sessions: ProgrammeSession[] = [];

  const join = async (role: Role): Promise<ProgrammeSession> => {
    const invitation = await host.createInvite(role);
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const session = await open({ kind: 'room', ...invitation.value });
    sessions.push(session);
    return session;
  };
  const inStep = async (...all: ProgrammeSession[]): Promise<void> => {
    // What was written in this turn is in the snapshots of the next.
    await Promise.resolve();
    await until(() => {
      const texts = all.map((session) => textsOf(session).join('\n'));
      const settled = all.every((session) => session.getSnapshot().pendingUpdates === 0);
      return settled && texts.every((text) => text === texts[0]);
    }, 'all have the same');
  };

  beforeEach(async () => {
    server = await startServer(folder.path);
    host = await open({ kind: 'import', document: smallDocument });
    sessions = [host];
    const shared = await host.share(server);
    if (!shared.ok) throw new Error(shared.failure.code);
  });
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.dispose()));
    await server.close();
    folder.remove();
  });

  it('sharing keeps the text and the baseline; who joins has the same', async () => {
    const guest = await join('editor');
    expect(host.getSnapshot().connection).toBe('connected');
    expect(guest.getSnapshot().connection).toBe('connected');
    expect(guest.getSnapshot().me.role).toBe('editor');
    expect(guest.getSnapshot().blocks).toEqual(host.getSnapshot().blocks);
    expect(guest.getSnapshot().baseline).toEqual(host.getSnapshot().baseline);
    expect(guest.programme).toBe(host.programme);
  });

  it('SY18 three edit and move, one of them offline: every word is there once', async () => {
    const guest = await join('editor');
    const third = await join('secretariat');
    insertText(host.draft, p1, 0, 'Vert. ');
    insertText(guest.draft, p1, 'At alle får kompost.'.length, ' Gjest.');
    moveBlocks(third.draft, [p3], i1);
    await inStep(host, guest, third);
    expect(textsOf(host)).toContain('Vert. At alle får kompost. Gjest.');

    const port = Number(new URL(server.url).port);
    await server.close();
    await until(() => sessions.every((session) => session.getSnapshot().connection === 'offline'), 'all are offline');
    insertText(guest.draft, p2, 0, 'Frakoblet gjest. ');
    moveBlocks(guest.draft, [p2], i1);
    insertText(host.draft, p2, 'At vannet samles opp.'.length, ' Frakoblet vert.');
    await until(() => guest.getSnapshot().pendingUpdates > 0, 'something waits');
    server = await startServer(folder.path, { port });
    await until(() => sessions.every((session) => session.getSnapshot().connection === 'connected'), 'all are back');
    await inStep(host, guest, third);
    expect(textsOf(third)).toEqual([
      'Plan for hagelaget',
      'Jord og vann',
      'Hagelaget vil arbeide for:',
      'Frakoblet gjest. At vannet samles opp. Frakoblet vert.',
      'At redskap deles.',
      'Vert. At alle får kompost. Gjest.',
    ]);
  });

  it('HI2 what two wrote in one block while the line was cut stands in the history, and is not told of whoever writes next', async () => {
    const guest = await join('editor');
    host.nameMyself('Vert');
    const port = Number(new URL(server.url).port);
    await server.close();
    await until(() => sessions.every((session) => session.getSnapshot().connection === 'offline'), 'both are offline');
    for (const [session, words] of [
      [host, 'Vert. '],
      [guest, 'Gjest. '],
    ] as const) {
      insertText(session.draft, p2, 0, words);
      session.writeHistory();
    }
    server = await startServer(folder.path, { port });
    await until(() => sessions.every((session) => session.getSnapshot().connection === 'connected'), 'both are back');
    await inStep(host, guest);
    insertText(host.draft, p2, 0, 'Nå. ');
    host.writeHistory();
    const moments = readMoments(host.comments);
    const text = readDraft(host.draft).find(({ id }) => id === p2)?.text;
    const steps = lifeOfBlock(moments, p2).map(({ moment, after }) => [moment.person, after?.text] as const);
    expect(steps.at(-1)).toEqual([host.getSnapshot().me.person, text]);
    expect(steps.at(-2)).toEqual([null, text?.slice('Nå. '.length)]);
  });

  it('SY18 SY27 what was typed while the line was cut goes as one: words that a lock keeps out come back whole', async () => {
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const link = await cuttableLink(server.url);
    const machine = memoryPlatform();
    const guest = await open({ kind: 'room', url: link.url, invite: invitation.value.invite }, machine);
    link.cut();
    await until(() => guest.getSnapshot().connection === 'offline', 'the guest is offline');
    const heading = blockId('k1');
    setLock(host.draft, heading, { by: host.getSnapshot().me.person, people: [], reason: '', at: '2027-01-01' });
    const end = 'At alle får kompost.'.length;
    for (const [index, letter] of Array.from(' Også de nye.').entries())
      insertText(guest.draft, p1, end + index, letter);
    await until(() => host.getSnapshot().pendingUpdates === 0, 'the lock is set');
    link.mend();
    await until(() => guest.getSnapshot().connection === 'connected', 'the guest is back');
    await inStep(host, guest);
    await until(() => guest.getSnapshot().keptOut.length > 0, 'the words come back');
    expect(textsOf(guest)).toContain('At alle får kompost.');
    const kept = [{ heading, block: p1, text: ' Også de nye.' }];
    expect(guest.getSnapshot().keptOut).toEqual(kept);
    await guest.dispose();
    for (const expected of [kept, []]) {
      const again = await open({ kind: 'journal', programme: host.programme }, machine);
      await until(() => again.getSnapshot().keptOut.length === expected.length, 'what was not seen is there');
      expect(again.getSnapshot().keptOut).toEqual(expected);
      for (const words of again.getSnapshot().keptOut) again.forgetKeptOut(words);
      await again.dispose();
    }
    await link.close();
  });

  it('Y25 what was replaced while the line was cut and came back under a lock stands once, when that is undone', async () => {
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const link = await cuttableLink(server.url);
    const guest = await open({ kind: 'room', url: link.url, invite: invitation.value.invite });
    const before = textsOf(guest);
    link.cut();
    await until(() => guest.getSnapshot().connection === 'offline', 'the guest is offline');
    const heading = blockId('k1');
    setLock(host.draft, heading, { by: host.getSnapshot().me.person, people: [], reason: '', at: '2027-01-01' });
    replaceText(guest.draft, p1, { start: 9, end: 12 }, 'tar');
    await until(() => host.getSnapshot().pendingUpdates === 0, 'the lock is set');
    link.mend();
    await until(() => guest.getSnapshot().keptOut.length > 0, 'the words come back');
    await inStep(host, guest);
    expect(textsOf(guest)).toEqual(before);
    setLock(host.draft, heading, null);
    await until(() => guest.getSnapshot().locks.size === 0, 'the lock is gone');
    guest.undo.undo();
    expect(textsOf(guest)).toEqual(before);
    await guest.dispose();
    await link.close();
  });

  it('SY27 letters that a lock keeps out one by one are the words that they were', async () => {
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const guest = await open({ kind: 'room', url: server.url, invite: invitation.value.invite });
    const heading = blockId('k1');
    setLock(host.draft, heading, { by: host.getSnapshot().me.person, people: [], reason: '', at: '2027-01-01' });
    await until(() => guest.getSnapshot().locks.size === 1, 'the lock is there');
    const end = 'At alle får kompost.'.length;
    // As from a window that the lock has not reached: each letter is on its way before the one before it comes back.
    for (const [index, letter] of Array.from(' Også de.').entries()) {
      insertText(guest.draft, p1, end + index, letter);
      if (index % 3 === 2) await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => textsOf(guest).includes('At alle får kompost.'), 'the letters are taken out');
    await until(() => guest.getSnapshot().keptOut[0]?.text === ' Også de.', 'the words come back');
    expect(guest.getSnapshot().keptOut).toEqual([{ heading, block: p1, text: ' Også de.' }]);
    await guest.dispose();
  });

  it.each(['delegate', 'editor'] as const)(
    'SY4 the %s submits, everyone sees it, and only its own can it withdraw',
    async (role) => {
      const frozen = await host.freezeDraft('Innstilling', defaultLineSettings);
      if (!frozen.ok) throw new Error(frozen.failure.code);
      const delegate = await join(role);
      const other = await join(role);
      const submitted = await delegate.perform({
        type: 'submit',
        amendment: amendmentId('a1'),
        base: frozen.value.id,
        changes: [{ kind: 'deletion', block: p2 }],
        proposer: delegate.addPerson('Ola Test'),
        body: 'Lokallaget',
        rationale: 'Dekket av punkt 1.',
      });
      expect(submitted.ok && submitted.value.entries.length).toBe(1);
      await until(() => host.getSnapshot().register.amendments.size === 1, 'the secretariat sees it');
      await until(() => other.getSnapshot().register.amendments.size === 1, 'the other delegate sees it');
      const { proposer, number } = host.getSnapshot().register.amendments.get(amendmentId('a1')) ?? {};
      expect(number).toBe('1');
      expect(host.getSnapshot().people[proposer ?? '']).toEqual({ name: 'Ola Test' });

      const withdraw = { type: 'withdraw', amendment: amendmentId('a1') } as const;
      expect(await other.perform(withdraw)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
      expect(await delegate.perform({ type: 'setPhase', phase: 'voting' })).toMatchObject({
        ok: false,
        failure: { code: 'not-allowed' },
      });
      expect((await delegate.perform(withdraw)).ok).toBe(true);
      await until(() => host.getSnapshot().entries.length === 3, 'the withdrawal arrives');
      expect(delegate.getSnapshot().entries).toEqual(host.getSnapshot().entries);
    },
  );

  it('SY31 who comes with a new invitation and another name files all the same, under the name that the directory has', async () => {
    const frozen = await host.freezeDraft('Innstilling', defaultLineSettings);
    if (!frozen.ok) throw new Error(frozen.failure.code);
    const platform = memoryPlatform();
    const comeAs = async (name: string): Promise<ProgrammeSession> => {
      const invitation = await host.createInvite('delegate');
      if (!invitation.ok) throw new Error(invitation.failure.code);
      const session = await open({ kind: 'room', ...invitation.value }, platform);
      session.nameMyself(name);
      return session;
    };
    const before = await comeAs('Una');
    await until(() => host.getSnapshot().people[before.getSnapshot().me.person]?.name === 'Una', 'the name is there');
    await before.dispose();
    const now = await comeAs('Una Skarv');
    sessions.push(now);
    const { person } = now.getSnapshot().me;
    const changes = [{ kind: 'deletion', block: p2 }] as const;
    const filed = await now.perform({
      type: 'submit',
      amendment: amendmentId('a1'),
      base: frozen.value.id,
      changes,
      proposer: person,
      body: '',
      rationale: '',
    });
    expect(filed).toMatchObject({ ok: true });
    expect(now.getSnapshot().people[person]).toEqual({ name: 'Una' });
  });

  it('SY2 what a delegate writes in the draft reaches nobody', async () => {
    const delegate = await join('delegate');
    insertText(delegate.draft, p1, 0, 'Ulovlig. ');
    const reader = await join('reader');
    insertText(host.draft, p2, 0, 'Lovlig. ');
    await until(() => textsOf(reader).some((text) => text.startsWith('Lovlig.')), 'the reader follows');
    expect(textsOf(reader).join(' ')).not.toContain('Ulovlig');
    expect(textsOf(host).join(' ')).not.toContain('Ulovlig');
    expect(delegate.getSnapshot().pendingUpdates).toBe(1);
    expect((await delegate.createInvite('secretariat')).ok).toBe(false);
  });

  it('PF9 after a decision the draft follows in every window; what somebody has written since is left to them', async () => {
    const guest = await join('editor');
    const decide = async (id: string, text: string) => {
      const { register } = host.getSnapshot();
      if (!register.newest) throw new Error('nothing is frozen');
      const amendment = amendmentId(id);
      const base = register.newest;
      const changes = [{ kind: 'replacement', block: p1, text }] as const;
      const proposer = host.addPerson('Ola Test');
      await host.perform({ type: 'submit', amendment, base, changes, proposer, body: null, rationale: '' });
      const decisions = [{ amendment, result: 'adopted', tally: null }] as const;
      expect((await host.perform({ type: 'decide', decisions })).ok).toBe(true);
    };
    await host.freezeDraft('Innstilling', defaultLineSettings);
    await decide('a1', 'At alle får god kompost.');
    await until(() => textsOf(host).includes('At alle får god kompost.'), 'the host’s draft follows');
    await inStep(host, guest);

    insertText(guest.draft, p3, 0, 'Nytt. ');
    await inStep(host, guest);
    await decide('a2', 'At alle får svært god kompost.');
    insertText(host.draft, p2, 0, 'Sist. ');
    await until(() => textsOf(guest).includes('Sist. At vannet samles opp.'), 'what came after the decision');
    await inStep(host, guest);
    expect(textsOf(guest)).toContain('At alle får god kompost.');
    expect(textsOf(guest)).toContain('Nytt. At redskap deles.');
  });

  it('each sees who else is there and where', async () => {
    const guest = await join('editor');
    guest.nameMyself('Kari Prøve');
    guest.awareness.setLocalStateField('block', 'p2');
    await until(() => host.getSnapshot().peers.some(({ block }) => block === p2), 'the host sees the guest');
    const [peer] = host.getSnapshot().peers;
    expect(peer).toMatchObject({ name: 'Kari Prøve', block: 'p2', clientId: guest.awareness.clientID });
    await until(() => Object.values(host.getSnapshot().people).some(({ name }) => name === 'Kari Prøve'), 'the name');
    await guest.dispose();
    await until(() => host.getSnapshot().peers.length === 0, 'the guest is gone');
  });

  it('SY29 whoever comes back after a cut sees at once who is there, though nobody stirs', async () => {
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const link = await cuttableLink(server.url);
    const guest = await open({ kind: 'room', url: link.url, invite: invitation.value.invite });
    sessions.push(guest);
    host.nameMyself('Vert');
    await until(() => guest.getSnapshot().peers[0]?.name === 'Vert', 'the guest sees the host');
    link.cut();
    await until(() => guest.getSnapshot().peers.length === 0, 'the guest is alone');
    link.mend();
    await until(() => guest.getSnapshot().connection === 'connected', 'the guest is back');
    // Well before the host would tell of itself again.
    await until(() => guest.getSnapshot().peers.length === 1, 'the guest sees the host again', 2_000);
    await guest.dispose();
    await link.close();
  });

  it('SY15 a programme opened alone meanwhile and shared again merges; the server’s register is the one that counts', async () => {
    await host.freezeDraft('Første', defaultLineSettings);
    const file = await host.toProgramFile();
    const alone = await open({ kind: 'file', bytes: file });
    sessions.push(alone);
    insertText(alone.draft, p3, 0, 'Alene. ');
    insertText(host.draft, p1, 0, 'Sammen. ');
    expect((await alone.share(server)).ok).toBe(true);
    await inStep(host, alone);
    expect(textsOf(alone)).toContain('Alene. At redskap deles.');
    expect(textsOf(alone)).toContain('Sammen. At alle får kompost.');
    expect(alone.getSnapshot().entries).toEqual(host.getSnapshot().entries);

    const parted = await open({ kind: 'file', bytes: file });
    sessions.push(parted);
    await parted.perform({ type: 'setPhase', phase: 'hearing' });
    await host.perform({ type: 'setPhase', phase: 'voting' });
    insertText(parted.draft, p3, 0, 'Skilt. ');
    expect(await parted.share(server)).toMatchObject({
      ok: false,
      failure: { code: 'registers-differ', params: { seq: 2 } },
    });
    expect(parted.getSnapshot().connection).toBe('alone');
    expect(textsOf(host).join(' ')).not.toContain('Skilt');
  });

  it('SY18 Y24 what comes from another meets what was typed before it came', async () => {
    const guest = await join('editor');
    const draftText = (): string | undefined => readDraft(host.draft).find(({ id }) => id === p1)?.text;
    let met: string | undefined;
    holdTyped(host.draft, () => {
      met = draftText();
      insertText(host.draft, p1, 0, 'Vert. ');
    });
    insertText(guest.draft, p1, 'At alle får kompost.'.length, ' Gjest.');
    await until(() => draftText()?.includes('Gjest.') === true, 'the message has come');
    expect(met).toBe('At alle får kompost.');
    expect(draftText()).toBe('Vert. At alle får kompost. Gjest.');
    await inStep(host, guest);
  });

  it('SY7 a window that is killed in a room and comes back through the room lost nothing', async () => {
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const platform = memoryPlatform();
    const first = await open({ kind: 'room', ...invitation.value }, platform);
    const port = Number(new URL(server.url).port);
    await server.close();
    insertText(first.draft, p1, 0, 'Skrevet frakoblet. ');
    await until(() => first.saving.get() === 'saved', 'it is on this machine');
    await first.dispose();
    server = await startServer(folder.path, { port });
    const again = await open({ kind: 'room', ...invitation.value }, platform);
    sessions.push(again);
    await until(() => host.getSnapshot().connection === 'connected', 'the host is back');
    await inStep(host, again);
    expect(textsOf(host)).toContain('Skrevet frakoblet. At alle får kompost.');
  });

  it('SY20 who joined and comes back without the network goes on in the room, and decides nothing alone', async () => {
    const frozen = await host.freezeDraft('Innstilling', defaultLineSettings);
    if (!frozen.ok) throw new Error(frozen.failure.code);
    const invitation = await host.createInvite('delegate');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const platform = memoryPlatform();
    const first = await open({ kind: 'room', ...invitation.value }, platform);
    await first.dispose();
    const port = Number(new URL(server.url).port);
    await server.close();
    const again = await open({ kind: 'journal', programme: host.programme }, platform);
    sessions.push(again);
    expect(again.getSnapshot()).toMatchObject({ connection: 'offline', me: { role: 'delegate' } });
    expect(again.getSnapshot().entries).toEqual(host.getSnapshot().entries);
    const submission = {
      type: 'submit',
      amendment: amendmentId('a1'),
      base: frozen.value.id,
      changes: [{ kind: 'deletion', block: p2 }],
      proposer: again.addPerson('Ola Test'),
      body: null,
      rationale: '',
    } as const;
    expect(await again.perform(submission)).toMatchObject({ ok: false, failure: { code: 'server-unreachable' } });
    expect(again.getSnapshot().entries.length).toBe(1);
    server = await startServer(folder.path, { port });
    await until(() => again.getSnapshot().connection === 'connected', 'the room answers');
    expect((await again.perform(submission)).ok).toBe(true);
    await until(() => host.getSnapshot().entries.length === 2, 'the host has it');
    expect(host.getSnapshot().people[submission.proposer]).toEqual({ name: 'Ola Test' });
    expect(again.getSnapshot().entries).toEqual(host.getSnapshot().entries);
  });

  it('SY22 what was decided alone is set aside when the room’s register takes its place', async () => {
    const platform = memoryPlatform();
    const alone = await open({ kind: 'file', bytes: await host.toProgramFile() }, platform);
    await alone.perform({ type: 'setPhase', phase: 'hearing' });
    await alone.dispose();
    await host.perform({ type: 'setPhase', phase: 'voting' });
    const invitation = await host.createInvite('editor');
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const guest = await open({ kind: 'room', ...invitation.value }, platform);
    sessions.push(guest);
    expect(guest.getSnapshot().register.phase).toBe('voting');
    const copy = guest.setAside();
    if (copy === null) throw new Error('nothing was set aside');
    const kept = await open({ kind: 'journal', programme: copy }, platform);
    sessions.push(kept);
    expect(kept.getSnapshot()).toMatchObject({ connection: 'alone', register: { phase: 'hearing' } });
    expect(textsOf(kept)).toEqual(textsOf(guest));
    expect(host.setAside()).toBeNull();
  });
});
