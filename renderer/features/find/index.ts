export { FindDialog } from './FindDialog';
