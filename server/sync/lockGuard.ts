import type { Connection, Document } from '@hocuspocus/server';
import type { Transaction } from 'yjs';
import { personId, type PersonId, type ProgrammeId } from '#shared/core/ids';
import type { IdSource } from '#shared/core/sources';
import type { ChapterLock } from '#shared/domain/chapterLock';
import { draftReader, keepLocked, lockedDraft, type LockedDraft } from '#shared/schema/draft';
import { keptOutMessage } from '#shared/sync';
import type { Grant, Invitations } from '../storage/invitations';

/** Where a transaction came from, when it came from a client; Hocuspocus's own shape, read totally. */
function connectionOf(origin: unknown): Connection | null {
  if (typeof origin !== 'object' || origin === null || !('connection' in origin)) return null;
  return (origin as { readonly connection: Connection }).connection;
}

/** What a connection carries: its invitation, and who its window says to be. */
export interface RoomContext {
  readonly grant?: Grant;
  person?: PersonId;
}

const contextOf = (connection: Connection): RoomContext => connection.context as RoomContext;

const personOf = (connection: Connection): PersonId | null => contextOf(connection).person ?? null;

/** The person that a window's presence names; `null` where it names none. Total. */
export function personInPresence(state: unknown): PersonId | null {
  if (typeof state !== 'object' || state === null || !('user' in state)) return null;
  const { user } = state;
  if (typeof user !== 'object' || user === null || !('person' in user)) return null;
  return typeof user.person === 'string' ? personId(user.person) : null;
}

/**
 * Keeps locked chapters: what comes from nobody who may write there is taken out again at once, and its words are sent back to who wrote them (SY27). A
 * window says who writes in it; that it is a person of another's invitation is not believed. An update is never filtered: the others see it come and
 * go. Costs nothing while nothing is locked.
 */
export function keepLocks(document: Document, programme: ProgrammeId, invitations: Invitations, ids: IdSource): void {
  let before: LockedDraft | null = null;
  let isKeeping = false;
  const after = (transaction: Transaction): void => {
    const connection = connectionOf(transaction.origin);
    const grant = connection === null ? undefined : contextOf(connection).grant;
    if (before === null || connection === null || !grant || grant.role === 'secretariat' || isKeeping) return;
    const isTheirs = (person: PersonId): boolean => !invitations.isAnothers(programme, person, grant);
    const said = personOf(connection);
    const mayWrite = ({ by, people }: ChapterLock): boolean =>
      [by, ...people].some((person) => (said === null || said === person) && isTheirs(person));
    isKeeping = true;
    try {
      const refused = keepLocked(document, before, mayWrite, ids);
      if (refused.length > 0) connection.sendStateless(keptOutMessage(refused));
    } finally {
      isKeeping = false;
    }
  };
  let isWatching = false;
  document.on('beforeTransaction', () => {
    if (isKeeping) return;
    before = lockedDraft(document);
    if (before === null || isWatching) return;
    // After the reader, so that it has read what came.
    draftReader(document);
    document.on('afterTransaction', after);
    isWatching = true;
  });
}
