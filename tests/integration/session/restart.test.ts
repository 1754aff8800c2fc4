import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import { failure } from '#shared/core/failure';
import { amendmentId, blockId, revisionId, type RevisionId } from '#shared/core/ids';
import { fail } from '#shared/core/result';
import { defaultLineSettings } from '#shared/domain/lines';
import { readProgramFile } from '#shared/schema/programFile';
import { insertText } from '#shared/schema/draft';
import type { ProgrammeSession, Role } from '../../../renderer/session';
import { memoryPlatform, type MemoryPlatform } from '../../support/memoryPlatform';
import { startServer, temporaryFolder, until } from '../server/support';
import { open, smallDocument, textsOf } from './support';

const [p1, p2, p3] = ['p1', 'p2', 'p3'].map(blockId) as [
  ReturnType<typeof blockId>,
  ReturnType<typeof blockId>,
  ReturnType<typeof blockId>,
];

/** The disk as a killed program leaves it: what it held at this moment, and nothing that comes later. */
function diskOf(platform: MemoryPlatform): MemoryPlatform {
  const copy = memoryPlatform(platform.kind);
  for (const [programme, entries] of platform.journal) copy.journal.set(programme, [...entries]);
  for (const [key, value] of platform.settings) copy.settings.set(key, value);
  return copy;
}

describe('a programme that was shared, started again', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let machine: MemoryPlatform;
  let host: ProgrammeSession;
  let sessions: ProgrammeSession[] = [];

  const kept = async (session: ProgrammeSession): Promise<void> => {
    await Promise.resolve();
    await until(() => session.saving.get() === 'saved', 'it is on this machine');
  };
  const again = async (disk: MemoryPlatform): Promise<ProgrammeSession> => {
    const session = await open({ kind: 'journal', programme: host.programme }, disk);
    sessions.push(session);
    return session;
  };
  const joinFrom = async (platform: MemoryPlatform, role: Role): Promise<ProgrammeSession> => {
    const invitation = await host.createInvite(role);
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const session = await open({ kind: 'room', ...invitation.value }, platform);
    sessions.push(session);
    return session;
  };
  const freeze = async (session: ProgrammeSession, name: string): Promise<RevisionId> => {
    const frozen = await session.freezeDraft(name, defaultLineSettings);
    if (!frozen.ok) throw new Error(frozen.failure.code);
    return frozen.value.id;
  };
  const file = async (session: ProgrammeSession, id: string, base: RevisionId): Promise<void> => {
    const filed = await session.perform({
      type: 'submit',
      amendment: amendmentId(id),
      base,
      changes: [{ kind: 'deletion', block: p2 }],
      proposer: session.addPerson('Ola Test'),
      body: 'Lokallaget',
      rationale: 'Dekket av punkt 1.',
    });
    if (!filed.ok) throw new Error(filed.failure.code);
  };
  /** Everything a person is shown that has to be there again. */
  const shown = (session: ProgrammeSession) => {
    const { title, period, blocks, baseline, revisions, register, entries, people, importReport } =
      session.getSnapshot();
    return { title, period, blocks, baseline, revisions, register, entries, people, importReport };
  };
  const comment = (session: ProgrammeSession): string | undefined => session.comments.getMap<string>('notes').get('p1');

  beforeEach(async () => {
    server = await startServer(folder.path);
    machine = memoryPlatform();
    // Each test has a programme of its own: the ids of a window are never given twice.
    host = await open({ kind: 'import', document: smallDocument }, machine);
    sessions = [host];
    const shared = await host.share(server);
    if (!shared.ok) throw new Error(shared.failure.code);
  });
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.dispose()));
    await server.close();
    folder.remove();
  });

  it('SY25 the machine that shared it has everything after a kill: versions, amendments, names, comments', async () => {
    const base = await freeze(host, 'Innstilling');
    await file(host, 'a1', base);
    insertText(host.draft, p1, 0, 'Skrevet sammen. ');
    host.comments.getMap<string>('notes').set('p1', 'Er dette nok?');
    await kept(host);
    const before = shown(host);
    expect(before.register.amendments.size).toBe(1);

    const reopened = await again(diskOf(machine));
    expect(reopened.getSnapshot().connection).toBe('alone');
    expect(shown(reopened)).toEqual(before);
    expect(comment(reopened)).toBe('Er dette nok?');

    const saved = readProgramFile(await reopened.toProgramFile());
    if (!saved.ok) throw new Error(saved.failure.code);
    expect(saved.value.entries).toEqual(before.entries);
    expect(saved.value.revisions.map(({ id }) => id)).toContain(base);
    expect(Object.values(saved.value.people)).toContainEqual({ name: 'Ola Test' });
  });

  it('SY25 who joined and starts again without the network has everything, also what came after joining', async () => {
    const laptop = memoryPlatform();
    const guest = await joinFrom(laptop, 'delegate');
    const base = await freeze(host, 'Innstilling');
    await file(guest, 'a1', base);
    host.comments.getMap<string>('notes').set('p1', 'Er dette nok?');
    insertText(host.draft, p1, 0, 'Skrevet sammen. ');
    await until(() => comment(guest) !== undefined && textsOf(guest)[3] !== 'At alle får kompost.', 'it came over');
    await kept(guest);
    const before = shown(guest);
    expect(before.entries.length).toBe(2);
    await guest.dispose();
    await server.close();
    const reopened = await again(diskOf(laptop));
    expect(reopened.getSnapshot().connection).toBe('offline');
    expect(shown(reopened)).toEqual(before);
    expect(comment(reopened)).toBe('Er dette nok?');
    server = await startServer(folder.path);
  });

  it('SY25 a receipt is given when what it is for is on this machine, too', async () => {
    const base = await freeze(host, 'Innstilling');
    let release: () => void = () => undefined;
    machine.hold = new Promise((resolve) => {
      release = resolve;
    });
    let isGiven = false;
    const receipt = file(host, 'a1', base).then(() => {
      isGiven = true;
    });
    await until(() => host.getSnapshot().register.amendments.size === 1, 'the room has it');
    await Promise.resolve();
    expect(isGiven).toBe(false);
    machine.hold = null;
    release();
    await receipt;
    const reopened = await again(diskOf(machine));
    expect([...reopened.getSnapshot().register.amendments.keys()]).toEqual(['a1']);
  });

  it('SY25 where the journal cannot be put in order, the room’s register is appended to it', async () => {
    await freeze(host, 'Innstilling');
    await host.dispose();
    const inUse: MemoryPlatform = {
      ...machine,
      compactJournal: () => Promise.resolve(fail(failure('journal-in-use-elsewhere'))),
    };
    const second = await again(inUse);
    // A room of which nothing is in the journal yet.
    await server.close();
    const other = temporaryFolder();
    server = await startServer(other.path);
    expect((await second.share(server)).ok).toBe(true);
    await file(second, 'a1', second.getSnapshot().register.newest ?? revisionId(''));
    await kept(second);
    const before = shown(second);
    expect(shown(await again(diskOf(machine)))).toEqual(before);
    await second.dispose();
    await server.close();
    other.remove();
    server = await startServer(folder.path);
  });

  it('SY15 what was decided alone after a new start lengthens the room’s register when it is shared again', async () => {
    const base = await freeze(host, 'Innstilling');
    await kept(host);
    const disk = diskOf(machine);
    await host.dispose();
    await server.close();

    const reopened = await again(disk);
    await file(reopened, 'a1', base);
    insertText(reopened.draft, p3, 0, 'Alene. ');
    server = await startServer(folder.path);
    expect((await reopened.share(server)).ok).toBe(true);
    expect(reopened.getSnapshot()).toMatchObject({ connection: 'connected' });
    expect(reopened.getSnapshot().entries.length).toBe(2);
    expect(reopened.setAside()).toBeNull();
    await file(reopened, 'a2', base);
    await kept(reopened);
    const before = shown(reopened);
    expect([...before.register.amendments.keys()]).toEqual(['a1', 'a2']);
    expect(textsOf(reopened)).toContain('Alene. At redskap deles.');
    expect(shown(await again(diskOf(disk)))).toEqual(before);
  });

  it('SY22 where the room went on without it, what was decided alone is set aside when it is shared again', async () => {
    await freeze(host, 'Innstilling');
    await kept(host);
    const disk = diskOf(machine);
    // The room takes one more that this machine never hears of.
    await host.perform({ type: 'setPhase', phase: 'voting' });
    await host.dispose();

    const reopened = await again(disk);
    await reopened.perform({ type: 'setPhase', phase: 'hearing' });
    insertText(reopened.draft, p3, 0, 'Alene. ');
    expect((await reopened.share(server)).ok).toBe(true);
    expect(reopened.getSnapshot()).toMatchObject({ connection: 'connected', register: { phase: 'voting' } });
    expect(textsOf(reopened)).toContain('Alene. At redskap deles.');
    const copy = reopened.setAside();
    if (copy === null) throw new Error('nothing was set aside');
    const aside = await open({ kind: 'journal', programme: copy }, disk);
    sessions.push(aside);
    expect(aside.getSnapshot()).toMatchObject({ connection: 'alone', register: { phase: 'hearing' } });
  });

  it('SY22 a file whose register has parted from what this machine keeps is opened as it is, and the other set aside', async () => {
    await freeze(host, 'Innstilling');
    await kept(host);
    const elsewhere = await open({ kind: 'file', bytes: await host.toProgramFile() });
    sessions.push(elsewhere);
    await elsewhere.perform({ type: 'setPhase', phase: 'hearing' });
    const disk = diskOf(machine);
    const here = await again(disk);
    await here.perform({ type: 'setPhase', phase: 'voting' });
    await here.dispose();

    const opened = await open({ kind: 'file', bytes: await elsewhere.toProgramFile() }, disk);
    sessions.push(opened);
    expect(opened.getSnapshot().entries).toEqual(elsewhere.getSnapshot().entries);
    const copy = opened.setAside();
    if (copy === null) throw new Error('nothing was set aside');
    const aside = await open({ kind: 'journal', programme: copy }, disk);
    sessions.push(aside);
    expect(aside.getSnapshot().entries).toEqual(here.getSnapshot().entries);
  });

  it('SY21 disposed of once or twice, while being shared or not, nothing more is written or connected', async () => {
    const sharing = host.share(server);
    const [first, second] = [host.dispose(), host.dispose()];
    expect(second).toBe(first);
    await first;
    const disk = JSON.stringify([...(machine.journal.get(host.programme) ?? [])]);
    expect((await sharing).ok).toBe(false);
    expect(JSON.stringify([...(machine.journal.get(host.programme) ?? [])])).toBe(disk);
  });
});
