import { lazyView } from '../../ui/lazyView';
import './voting.css';

export const VotingPage = lazyView(async () => (await import('./VotingPage')).VotingPage);
