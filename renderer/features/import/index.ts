export { ImportView } from './ImportView';
export { ReadingDialog } from './ReadingDialog';
