import { lazyView } from '../../ui/lazyView';

export const FreezeDialog = lazyView(async () => (await import('./FreezeDialog')).FreezeDialog);
