import { lazyView } from '../../ui/lazyView';
import './papers.css';

export const ExportDialog = lazyView(async () => (await import('./ExportDialog')).ExportDialog);
