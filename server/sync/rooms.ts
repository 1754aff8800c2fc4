import { randomUUID } from 'node:crypto';
import { Hocuspocus, type Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { mayDraftAdvice, mayWriteDraft, parseRoom, roomName, type Role, type Room } from '#shared/sync';
import type { ProgrammeId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import type { Grant, Invitations } from '../storage/invitations';
import type { Programmes } from '../storage/programmes';
import type { RoomLog } from '../storage/roomLog';
import { keepLocks, personInPresence, type RoomContext } from './lockGuard';

export type RoomServer = Hocuspocus<RoomContext>;

export interface Rooms {
  readonly hocuspocus: RoomServer;
  /** Runs `work` on a room's document as the authority. What it writes is on disk when the promise resolves. */
  within<T>(room: string, work: (document: Y.Doc) => T): Promise<T>;
  /** Drops the history of a room: what was deleted in it is on no disk afterwards. Throws where it could not be written. */
  forgetHistory(room: string): Promise<void>;
  /** Closes every connection that came with the invitation, and lets no message of it through any more. */
  expel(tokenHash: string): void;
  close(): Promise<void>;
}

/** After so many updates a log is replaced by one: reading 1 000 updates takes about as long as reading the whole programme. */
const COMPACT_AFTER = 1_000;
const MOST_AWARENESS_CHARACTERS = 8_192;
const CLOSE_INTERNAL_ERROR = 1011;
const CLOSE_UNAUTHORISED = 4401;
const CLOSING_TIMEOUT_MS = 5_000;

/** Refuses without telling why or logging: Hocuspocus prints the message of an error, and tells `reason` to the client. */
const refusal = (): Error => Object.assign(new Error(''), { reason: 'invitation-invalid' });

const mayRead = (role: Role, room: Room): boolean => room.document !== 'advice' || mayDraftAdvice(role);

const mayWrite = (role: Role, room: Room): boolean => room.document !== 'register' && mayWriteDraft(role);

/** Whether the grant opens the programme at all; rule SY5. */
export const opens = (grant: Grant, programme: ProgrammeId): boolean =>
  grant.programme === null || grant.programme === programme;

export function createRooms(log: RoomLog, invitations: Invitations, programmes: Programmes): Rooms {
  const ids: IdSource = { next: () => randomUUID() };
  const appended = new Map<string, number>();
  /** Documents that hold what could not be stored: nobody may build on them, and they are not stored either. */
  const broken = new WeakSet<Y.Doc>();
  /** Invitations that were withdrawn while this server runs; the stored ones are gone already. */
  const expelled = new Set<string>();
  let closed = false;

  const compact = (document: Document): void => {
    if (closed || document.isDestroyed || broken.has(document)) return;
    try {
      log.compact(document.name, Y.encodeStateAsUpdate(document));
      appended.set(document.name, 1);
    } catch {
      // The log is as good uncompacted; a full disk is told to whoever writes next.
    }
  };

  /**
   * Writes every update down before anyone hears of it (SY7): it runs inside the transaction, the acknowledgement comes after. It must not
   * throw: Yjs would then never tell of another update. A closed socket gets no acknowledgement either.
   */
  const keep = (document: Document): void => {
    const room = document.name;
    document.on('update', (update: Uint8Array) => {
      try {
        if (!broken.has(document)) log.append(room, update);
      } catch {
        broken.add(document);
      }
      if (broken.has(document)) {
        // What is in memory now differs from what is on disk. Everyone comes back to what is stored.
        for (const connection of document.getConnections())
          connection.webSocket.close(CLOSE_INTERNAL_ERROR, 'not stored');
        return;
      }
      const count = (appended.get(room) ?? 0) + 1;
      appended.set(room, count);
      if (count === COMPACT_AFTER)
        setImmediate(() => {
          compact(document);
        });
    });
  };

  const hocuspocus: RoomServer = new Hocuspocus<RoomContext>({
    quiet: true,
    // Updates are stored as they come. The hook that would store them later is not used; its delay only keeps a room warm for
    // someone who comes back at once.
    debounce: 500,
    maxPendingDocuments: 8,
    maxUnauthenticatedQueueMessages: 2_000,
    maxUnauthenticatedQueueSize: 64 * 1024 * 1024,
    onAuthenticate: ({ documentName, token, connectionConfig }) => {
      const room = parseRoom(documentName);
      const grant = invitations.find(token);
      if (!room || !grant || !opens(grant, room.programme) || !programmes.has(room.programme))
        return Promise.reject(refusal());
      if (!mayRead(grant.role, room)) return Promise.reject(refusal());
      connectionConfig.readOnly = !mayWrite(grant.role, room);
      return Promise.resolve({ grant });
    },
    onLoadDocument: ({ document, documentName }) => {
      const stored = log.read(documentName);
      if (!stored.ok)
        return Promise.reject(new Error(`${stored.failure.code} ${JSON.stringify(stored.failure.params)}`));
      for (const update of stored.value) Y.applyUpdate(document, update);
      appended.set(documentName, stored.value.length);
      keep(document);
      const room = parseRoom(documentName);
      if (room?.document === 'programme') keepLocks(document, room.programme, invitations, ids);
      return Promise.resolve();
    },
    beforeHandleMessage: ({ document, connection, context }) => {
      if (context.grant && expelled.has(context.grant.tokenHash)) {
        connection.webSocket.close(CLOSE_UNAUTHORISED, 'invitation withdrawn');
        return Promise.reject(refusal());
      }
      // Someone who came in the moment the room was put away holds a document that nothing is written down from.
      if (!document.isDestroyed && !broken.has(document)) return Promise.resolve();
      connection.webSocket.close(CLOSE_INTERNAL_ERROR, 'come again');
      return Promise.reject(refusal());
    },
    beforeHandleAwareness: ({ documentName, states, context }) => {
      // Who is where is told in the draft's room alone, and shortly; the rest is dropped.
      const isShown = parseRoom(documentName)?.document === 'programme';
      for (const [client, state] of states)
        if (!isShown || JSON.stringify(state).length > MOST_AWARENESS_CHARACTERS) states.delete(client);
      for (const state of isShown ? states.values() : []) {
        const person = personInPresence(state);
        if (context && person !== null) context.person = person;
      }
      return Promise.resolve();
    },
    beforeUnloadDocument: ({ document, documentName }) => {
      if ((appended.get(documentName) ?? 0) > 1) compact(document);
      appended.delete(documentName);
      return Promise.resolve();
    },
  });

  const within = async <T>(room: string, work: (document: Y.Doc) => T): Promise<T> => {
    const connection = await hocuspocus.openDirectConnection(room);
    const { document } = connection;
    // The room was put away in the moment we came in; the next try opens it afresh.
    if (!document || document.isDestroyed) return within(room, work);
    try {
      const value = document.transact(() => work(document), { source: 'local' });
      if (broken.has(document)) throw new Error('not stored');
      return value;
    } finally {
      await connection.disconnect({ unloadImmediately: false });
    }
  };

  return {
    hocuspocus,
    within,
    forgetHistory: async (room) => {
      const connection = await hocuspocus.openDirectConnection(room);
      try {
        if (!connection.document) throw new Error('not open');
        log.forgetAllBut(room, Y.encodeStateAsUpdate(connection.document));
        appended.set(room, 1);
      } finally {
        await connection.disconnect({ unloadImmediately: false });
      }
    },
    expel: (tokenHash) => {
      expelled.add(tokenHash);
      for (const document of hocuspocus.documents.values())
        for (const connection of document.getConnections())
          if ((connection.context as RoomContext).grant?.tokenHash === tokenHash)
            connection.webSocket.close(CLOSE_UNAUTHORISED, 'invitation withdrawn');
    },
    close: async () => {
      const deadline = Date.now() + CLOSING_TIMEOUT_MS;
      while (hocuspocus.getDocumentsCount() > 0 && Date.now() < deadline) {
        hocuspocus.flushPendingStores();
        await Promise.all([...hocuspocus.documents.values()].map((document) => hocuspocus.unloadDocument(document)));
        await new Promise((resolve) => setImmediate(resolve));
      }
      closed = true;
      for (const document of hocuspocus.documents.values()) document.destroy();
    },
  };
}

export const registerRoom = (programme: ProgrammeId): string => roomName('register', programme);
export const draftRoom = (programme: ProgrammeId): string => roomName('programme', programme);
export const commentsRoom = (programme: ProgrammeId): string => roomName('comments', programme);
