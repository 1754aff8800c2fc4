import { lazyView } from '../../ui/lazyView';

export const VotingPage = lazyView(async () => (await import('./VotingPage')).VotingPage);
