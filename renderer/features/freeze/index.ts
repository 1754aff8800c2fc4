export { FreezeDialog } from './FreezeDialog';
