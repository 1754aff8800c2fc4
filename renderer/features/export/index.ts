import { lazyView } from '../../ui/lazyView';

export const ExportDialog = lazyView(async () => (await import('./ExportDialog')).ExportDialog);
