export { VotingPage } from './VotingPage';
