/** One open programme: its shared documents, and everything that keeps them, carries them and decides about them. Rules: shared/sync/SPEC.md. */
export { openSession, type SessionSurroundings } from './session';
export { adviceOn, type AdviceDrafts } from './adviceDrafts';
export { newestIn } from './newest';
export type { UnsentComments } from './unsentComments';
export type { PresenceState } from './presence';
export type {
  ConnectionState,
  LinePattern,
  Peer,
  ProgrammeSession,
  Saving,
  SavingState,
  SessionSnapshot,
  SessionSource,
} from './types';
export type { Role } from '#shared/sync';
