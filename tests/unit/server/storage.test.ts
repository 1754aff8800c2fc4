import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programmeId } from '#shared/core/ids';
import { openStorage, type Storage } from '#server/storage/database';
import { createInvitations, hashToken } from '#server/storage/invitations';
import { createRoomLog } from '#server/storage/roomLog';

const bytes = (...values: number[]) => new Uint8Array(values);
const clock = { now: () => '2027-01-01T00:00:00.000Z' };

describe('storage', () => {
  let folder: string;
  let storage: Storage;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'programrevisjon-storage-'));
    const opened = await openStorage(folder);
    if (!opened.ok) throw new Error(opened.failure.code);
    storage = opened.value;
  });
  afterEach(async () => {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('SY8 a log gives back its updates in order, each room its own', () => {
    const log = createRoomLog(storage);
    log.append('programme/a', bytes(1));
    log.append('programme/b', bytes(9));
    log.append('programme/a', bytes(2, 3));
    expect(log.read('programme/a')).toEqual({ ok: true, value: [bytes(1), bytes(2, 3)] });
    expect(log.read('programme/b')).toEqual({ ok: true, value: [bytes(9)] });
    expect(log.read('programme/c')).toEqual({ ok: true, value: [] });
    log.close();
  });

  it.each([
    [
      'changed',
      "UPDATE updates SET envelope = CAST(x'01' || substr(envelope, 2, 18) || x'ff' AS BLOB) WHERE sequence = 2",
    ],
    ['renumbered', 'UPDATE updates SET sequence = 4 WHERE sequence = 2'],
    ['no envelope', "UPDATE updates SET envelope = 'tekst' WHERE sequence = 2"],
  ])('SY8 a record that is %s is refused by name', (_what, damage) => {
    const log = createRoomLog(storage);
    for (const value of [1, 2, 3]) log.append('programme/a', bytes(value));
    storage.database.exec(damage);
    expect(log.read('programme/a')).toMatchObject({
      ok: false,
      failure: { code: 'room-damaged', params: { room: 'programme/a' } },
    });
    log.close();
  });

  it('SY9 compaction leaves one update, and the log goes on after it', () => {
    const log = createRoomLog(storage);
    for (const value of [1, 2, 3]) log.append('programme/a', bytes(value));
    log.compact('programme/a', bytes(7, 7));
    log.append('programme/a', bytes(8));
    expect(log.length('programme/a')).toBe(2);
    log.close();
    const again = createRoomLog(storage);
    again.append('programme/a', bytes(9));
    expect(again.read('programme/a')).toEqual({ ok: true, value: [bytes(7, 7), bytes(8), bytes(9)] });
    again.close();
  });

  it('SY6 only the hash of an invitation is kept, and nothing else opens', () => {
    const invitations = createInvitations(storage, clock);
    const programme = programmeId('p');
    const token = invitations.create({ programme, role: 'delegate' });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(invitations.find(token)).toEqual({ tokenHash: hashToken(token), programme, role: 'delegate' });
    expect(JSON.stringify(storage.database.all('SELECT * FROM invitations'))).not.toContain(token);
    for (const wrong of ['', token.slice(1), `${token}x`, hashToken(token), token.toLowerCase().replace(/^./, '-')])
      expect(invitations.find(wrong)).toBeNull();
  });

  it('SY4 what an invitation made is its own; the first claim stays', () => {
    const invitations = createInvitations(storage, clock);
    const programme = programmeId('p');
    const [mine, yours] = [1, 2].map(() => invitations.find(invitations.create({ programme, role: 'delegate' })));
    if (!mine || !yours) throw new Error('no invitation');
    invitations.claim(programme, 'a1', mine);
    invitations.claim(programme, 'a1', yours);
    expect(invitations.owns(programme, 'a1', mine)).toBe(true);
    expect(invitations.owns(programme, 'a1', yours)).toBe(false);
    expect(invitations.owns(programmeId('q'), 'a1', mine)).toBe(false);
  });

  it('one process a folder', async () => {
    expect(await openStorage(folder)).toMatchObject({ ok: false, failure: { code: 'data-folder-in-use' } });
  });
});
