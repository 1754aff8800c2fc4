/** When a vote carries: majorities, abstentions, ties and quorum. See SPEC.md, rules Q1–Q9. */
export {
  isPossibleCount,
  isUsableRule,
  usualRule,
  type Majority,
  type MajorityKind,
  type VoteCount,
  type VoteRule,
} from './rule';
export { ballotOf, contradicts, judgeVote, voteOutcomes, type Ballot, type Verdict, type VoteOutcome } from './verdict';
