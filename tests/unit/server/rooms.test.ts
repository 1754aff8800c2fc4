import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStorage, type Storage } from '#server/storage/database';
import { createInvitations } from '#server/storage/invitations';
import { createProgrammes } from '#server/storage/programmes';
import { createRoomLog, type RoomLog } from '#server/storage/roomLog';
import { createRooms, type Rooms } from '#server/sync/rooms';
import { programmeId } from '#shared/core/ids';
import * as encoding from 'lib0/encoding';
import { writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** Numbers of Hocuspocus' messages. */
const SYNC = 0;
const AUTH = 2;

const clock = { now: () => '2027-01-01T00:00:00.000Z' };
const room = 'programme/p';

describe('rooms on a disk that fails', () => {
  let folder: string;
  let storage: Storage;
  let log: RoomLog;
  let rooms: Rooms;
  let failing = false;

  beforeEach(async () => {
    failing = false;
    folder = mkdtempSync(join(tmpdir(), 'programrevisjon-rooms-'));
    const opened = await openStorage(folder);
    if (!opened.ok) throw new Error(opened.failure.code);
    storage = opened.value;
    const sound = createRoomLog(storage);
    const orFail = (work: () => void) => {
      if (failing) throw new Error('disk full');
      work();
    };
    log = {
      ...sound,
      append: (name, update) => {
        orFail(() => {
          sound.append(name, update);
        });
      },
      compact: (name, state) => {
        orFail(() => {
          sound.compact(name, state);
        });
      },
    };
    rooms = createRooms(log, createInvitations(storage, clock), createProgrammes(storage, clock));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rooms.close();
    log.close();
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (text: string) =>
    rooms.within(room, (document) => {
      document.getText('words').insert(0, text);
    });
  const unloaded = () => vi.waitUntil(() => rooms.hocuspocus.getDocumentsCount() === 0, { timeout: 5_000 });

  it('SY7 what could not be stored is refused, and is not there afterwards', async () => {
    await write('lagret');
    failing = true;
    await expect(write('tapt ')).rejects.toThrow('not stored');
    failing = false;
    // The same document still holds the lost words: nothing may be added to it.
    await expect(write('mer ')).rejects.toThrow('not stored');
    await unloaded();
    expect(await rooms.within(room, (document) => document.getText('words').toJSON())).toBe('lagret');
    await write('igjen ');
    expect(log.read(room).ok).toBe(true);
  });

  it('SY7 what could not be stored is not acknowledged: the connection is closed, and the client still has it', async () => {
    await write('lagret');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const closed: number[] = [];
    const sent: Uint8Array[] = [];
    const socket = {
      readyState: 1,
      send: (data: unknown) => {
        if (data instanceof Uint8Array && socket.readyState === 1) sent.push(data);
      },
      close: (code?: number) => {
        socket.readyState = 2;
        closed.push(code ?? 0);
      },
    };
    const programmes = createProgrammes(storage, clock);
    programmes.add(programmeId('p'));
    const token = createInvitations(storage, clock).create({ programme: programmeId('p'), role: 'editor' });
    const client = rooms.hocuspocus.handleConnection(socket, new Request('http://localhost/'));
    const message = (type: number, write: (encoder: encoding.Encoder) => void) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, type);
      write(encoder);
      client.handleMessage(encoding.toUint8Array(encoder));
    };
    message(AUTH, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, token);
    });
    await vi.waitUntil(() => rooms.hocuspocus.documents.get(room)?.getConnections().length === 1);
    const edited = new Y.Doc();
    edited.getText('words').insert(0, 'tapt ');
    const update = (encoder: encoding.Encoder) => {
      writeUpdate(encoder, Y.encodeStateAsUpdate(edited));
    };
    failing = true;
    const before = sent.length;
    message(SYNC, update);
    message(SYNC, update);
    await vi.waitUntil(() => closed.length > 0);
    expect(closed[0]).toBe(1011);
    expect(sent.slice(before)).toEqual([]);
    failing = false;
    client.handleClose({ code: 1011, reason: '' });
    await unloaded();
    expect(await rooms.within(room, (document) => document.getText('words').toJSON())).toBe('lagret');
  });

  it('SY9 a room that is left is one update; where that fails, the log stays as it is', async () => {
    for (const text of ['c', 'b', 'a']) await write(text);
    expect(log.length(room)).toBe(3);
    failing = true;
    await unloaded();
    expect(log.length(room)).toBe(3);
    failing = false;
    await write('');
    await write('0');
    await unloaded();
    expect(log.length(room)).toBe(1);
    expect(await rooms.within(room, (document) => document.getText('words').toJSON())).toBe('0abc');
  });

  it('a damaged room is not opened, and stays as it is', async () => {
    await write('lagret');
    await unloaded();
    storage.database.exec("UPDATE updates SET envelope = x'00'");
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(write('x')).rejects.toThrow('room-damaged');
    expect(told).toHaveBeenCalled();
    expect(log.length(room)).toBe(1);
  });
});
