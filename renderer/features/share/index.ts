import { lazyView } from '../../ui/lazyView';

export { readInvitation } from './invitation';

export const ShareDialog = lazyView(async () => (await import('./ShareDialog')).ShareDialog);
