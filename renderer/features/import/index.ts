import { lazyView } from '../../ui/lazyView';

export { ReadingDialog } from './ReadingDialog';

export const ImportView = lazyView(async () => (await import('./ImportView')).ImportView);
