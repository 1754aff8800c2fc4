/** What the window and the server agree on: rooms, roles, requests and their failures. See SPEC.md, rules SY1–SY26. */
export * from './api';
export type { SyncFailureCode } from './failures';
export { parseCommand } from './parseCommand';
export {
  isRole,
  mayAddPeople,
  mayDraftAdvice,
  mayPerform,
  mayPutJointText,
  mayWriteDraft,
  onlyOnOwn,
  roles,
  type Role,
} from './roles';
export { isProgrammeId, parseRoom, roomName, type Room, type RoomDocument } from './rooms';
export { keptOutMessage, readKeptOut, type KeptOutWords } from './keptOut';
