export { invitationLink, readInvitation } from './invitation';
export { ShareDialog } from './ShareDialog';
