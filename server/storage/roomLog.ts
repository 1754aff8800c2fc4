import { failure, type Failure } from '#shared/core/failure';
import { fail, ok, type Result } from '#shared/core/result';
import { unwrapUpdate, wrapUpdate } from '#shared/schema/updateEnvelope';
import type { Storage } from './database';

/** The updates of every room in the order they came. Rules SY7–SY9. */
export interface RoomLog {
  /** On disk when it returns. Throws where it cannot be written: the caller must not acknowledge. */
  append(room: string, update: Uint8Array): void;
  /** Every update of the room, oldest first; a failure names the first record that does not hold. */
  read(room: string): Result<readonly Uint8Array[], Failure<'room-damaged'>>;
  /** How many updates `read` would give. */
  length(room: string): number;
  /** Puts `state`, which must contain everything appended so far, in the place of the whole log. */
  compact(room: string, state: Uint8Array): void;
  /** As `compact`, and nothing that only the former records held is left in the database's files. */
  forgetAllBut(room: string, state: Uint8Array): void;
  close(): void;
}

export function createRoomLog({ database, transaction }: Storage): RoomLog {
  const insert = database.prepare('INSERT INTO updates (room, sequence, envelope) VALUES (?, ?, ?)');
  const select = database.prepare('SELECT sequence, envelope FROM updates WHERE room = ? ORDER BY sequence');
  const tail = database.prepare('SELECT max(sequence) AS last, count(*) AS length FROM updates WHERE room = ?');
  const remove = database.prepare('DELETE FROM updates WHERE room = ? AND sequence < ?');
  /** Last sequence of each room in use, so that an append is one statement. */
  const lastSequences = new Map<string, number>();

  const measure = (room: string): { last: number; length: number } => {
    // Read to its end: a statement that stops at a row keeps the write-ahead log from being emptied.
    const [row] = tail.all([room]);
    return { last: Number(row?.last ?? 0), length: Number(row?.length ?? 0) };
  };
  const append = (room: string, update: Uint8Array): number => {
    const sequence = (lastSequences.get(room) ?? measure(room).last) + 1;
    insert.run([room, sequence, wrapUpdate({ sequence, update })]);
    lastSequences.set(room, sequence);
    return sequence;
  };

  const compact = (room: string, state: Uint8Array): void => {
    try {
      transaction(() => remove.run([room, append(room, state)]));
    } catch (error) {
      lastSequences.delete(room);
      throw error;
    }
  };

  return {
    append: (room, update) => {
      append(room, update);
    },
    read: (room) => {
      const updates: Uint8Array[] = [];
      for (const row of select.all([room])) {
        const seq = Number(row.sequence);
        const { envelope } = row;
        const unwrapped = envelope instanceof Uint8Array ? unwrapUpdate(envelope) : null;
        if (!unwrapped?.ok || unwrapped.value.sequence !== seq) return fail(failure('room-damaged', { room, seq }));
        updates.push(unwrapped.value.update);
      }
      return ok(updates);
    },
    length: (room) => measure(room).length,
    compact,
    forgetAllBut: (room, state) => {
      compact(room, state);
      // Pages that shrank may hold remnants behind their cells, and the write-ahead log every former state of a page.
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);');
    },
    close: () => {
      for (const statement of [insert, select, tail, remove]) statement.finalize();
    },
  };
}
