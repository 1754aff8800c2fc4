export { readInvitation } from './invitation';
export { ShareDialog } from './ShareDialog';
