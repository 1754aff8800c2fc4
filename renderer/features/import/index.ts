import { lazyView } from '../../ui/lazyView';
import './import.css';

export { ReadingDialog } from './ReadingDialog';

export const ImportView = lazyView(async () => (await import('./ImportView')).ImportView);
