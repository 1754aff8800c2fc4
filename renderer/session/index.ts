import type { Failure } from '#shared/core/failure';
import type { Result } from '#shared/core/result';
import type { RoomAddress, SharingInfo } from '#shared/ipc/platform';
import type { Role } from '#shared/sync';
import type { ProgrammeSession } from './types';

/** One open programme: its shared documents, and everything that keeps them, carries them and decides about them. Rules: shared/sync/SPEC.md. */
export { openSession, type SessionSurroundings } from './session';
export type { PresenceState } from './presence';
export type { ConnectionState, Peer, ProgrammeSession, SavingState, SessionSnapshot, SessionSource } from './types';
export type { Role } from '#shared/sync';

/** Puts the programme on the server that `info` tells of, and works there from now on. */
export const shareSession = (session: ProgrammeSession, info: SharingInfo): Promise<Result<null, Failure>> =>
  session.share(info);

/** A new invitation to the programme; only the secretariat may make one. */
export const createInvite = (session: ProgrammeSession, role: Role): Promise<Result<RoomAddress, Failure>> =>
  session.createInvite(role);
