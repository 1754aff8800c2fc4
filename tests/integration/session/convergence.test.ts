import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { insertText, joinWithPrevious, moveBlocks, readDraft, splitBlock } from '#shared/schema/draft';
import type { RoomAddress } from '#shared/ipc/platform';
import type { ProgrammeSession } from '../../../renderer/session';
import { memoryPlatform, type MemoryPlatform } from '../../support/memoryPlatform';
import { seededRandom } from '../../support/peers';
import { startServer, temporaryFolder, until } from '../server/support';
import { open, smallDocument } from './support';

interface Window {
  session: ProgrammeSession;
  platform: MemoryPlatform;
  readonly room: RoomAddress;
}

const read = (session: ProgrammeSession): string =>
  readDraft(session.draft)
    .map(({ id, kind, text }) => `${id} ${kind} ${text}`)
    .join('\n');

const ROUNDS = 5;
const EDITS = 12;

describe.each([1, 2, 3, 4])('SY18 three windows and a server that comes and goes, seed %i', (seed) => {
  it('SY18 every word is there once, in every window, on the server and in the journals', async () => {
    const random = seededRandom(seed);
    const below = (limit: number): number => Math.floor(random() * limit);
    const ids = countingIds(`s${String(seed)}-`);
    let code = 0x3400;
    const fresh = (): string => String.fromCharCode(code++);
    const typed: string[] = [];

    const folder = temporaryFolder();
    let server = await startServer(folder.path);
    const port = Number(new URL(server.url).port);
    const hostPlatform = memoryPlatform();
    const host = await open({ kind: 'import', document: smallDocument }, hostPlatform);
    expect((await host.share(server)).ok).toBe(true);
    const windows: Window[] = [];
    for (let guest = 0; guest < 3; guest++) {
      const invitation = await host.createInvite('editor');
      if (!invitation.ok) throw new Error(invitation.failure.code);
      const platform = memoryPlatform();
      const room = invitation.value;
      windows.push({ platform, room, session: await open({ kind: 'room', ...room }, platform) });
    }
    const all = (): ProgrammeSession[] => [host, ...windows.map(({ session }) => session)];

    const edit = ({ draft }: ProgrammeSession): void => {
      const blocks = readDraft(draft);
      const block = blocks[below(blocks.length)];
      const other = blocks[below(blocks.length)];
      if (!block || !other) throw new Error('an empty draft');
      const offset = below(block.text.length + 1);
      const choice = below(10);
      if (choice < 6) {
        const character = fresh();
        typed.push(character);
        insertText(draft, block.id, offset, character);
      } else if (choice < 7) splitBlock(draft, block.id, offset, ids);
      else if (choice < 8) joinWithPrevious(draft, block.id);
      else moveBlocks(draft, [block.id], other.id);
    };
    /** As if the process had died: only what its journal has acknowledged is left. */
    const kill = async (window: Window): Promise<void> => {
      // What was written in this turn is in the snapshot of the next.
      await Promise.resolve();
      await until(() => window.session.saving.get() === 'saved', 'the journal has it');
      const platform = memoryPlatform();
      for (const [programme, entries] of window.platform.journal) platform.journal.set(programme, [...entries]);
      for (const [key, value] of window.platform.settings) platform.settings.set(key, value);
      await window.session.dispose();
      window.platform = platform;
      window.session = await open({ kind: 'journal', programme: host.programme }, platform);
    };

    for (let round = 0; round < ROUNDS; round++) {
      for (let count = 0; count < EDITS; count++) edit(all()[below(4)] ?? host);
      if (random() < 0.5) await server.close();
      for (let count = 0; count < EDITS; count++) edit(all()[below(4)] ?? host);
      const unlucky = windows[below(windows.length)];
      if (unlucky && random() < 0.6) await kill(unlucky);
      await server.close();
      server = await startServer(folder.path, { port });
    }
    await Promise.resolve();
    await until(
      () =>
        all().every(
          (session) => session.getSnapshot().connection === 'connected' && session.getSnapshot().pendingUpdates === 0,
        ),
      'all are back and acknowledged',
      30_000,
    );
    await until(() => new Set(all().map(read)).size === 1, 'all read the same', 30_000);

    const text = readDraft(host.draft)
      .map((block) => block.text)
      .join('');
    const counts = typed.map((character) => text.split(character).length - 1);
    expect(counts).toEqual(typed.map(() => 1));
    const kept = Array.from(text)
      .filter((character) => !typed.includes(character))
      .sort();
    expect(kept).toEqual(Array.from(smallDocument.blocks.map(({ block }) => block.text).join('')).sort());
    const late = await open({ kind: 'room', ...(windows[0]?.room ?? { url: '', invite: '' }) });
    expect(read(late)).toBe(read(host));
    await until(() => all().every((session) => session.saving.get() === 'saved'), 'all journals have it');
    for (const { platform } of windows) {
      const copy = memoryPlatform();
      for (const [programme, entries] of platform.journal) copy.journal.set(programme, [...entries]);
      const reloaded = await open({ kind: 'journal', programme: host.programme }, copy);
      expect(read(reloaded)).toBe(read(host));
      await reloaded.dispose();
    }
    await Promise.all([...all(), late].map((session) => session.dispose()));
    await server.close();
    folder.remove();
  });
});
