import { usualRule, type VoteCount, type VoteRule } from './rule';

export const voteOutcomes = ['carried', 'lost', 'tied', 'noQuorum', 'incomplete'] as const;
/** `tied`: the chair's vote is still wanting. `incomplete`: the rule asks for the number present, which nobody counted. */
export type VoteOutcome = (typeof voteOutcomes)[number];

export interface Verdict {
  readonly outcome: VoteOutcome;
  /** Fewest votes for that would carry, given all else; `null` where that cannot be said. */
  readonly needed: number | null;
  /** The number that the part is counted of; `null` for a simple majority, which compares for with against. */
  readonly base: number | null;
}

type Threshold = { readonly numerator: number; readonly denominator: number; readonly orMore: boolean };

function thresholdOf({ majority }: VoteRule): Threshold {
  switch (majority.kind) {
    case 'simple':
    case 'absolute':
      return { numerator: 1, denominator: 2, orMore: false };
    case 'twoThirds':
      return { numerator: 2, denominator: 3, orMore: true };
    case 'fraction':
      return { numerator: majority.numerator, denominator: majority.denominator, orMore: true };
  }
}

/** The number that the part is counted of; `null` where it is not known. */
function baseOf(rule: VoteRule, count: VoteCount): number | null {
  if (rule.of === 'present') return count.present;
  return count.for + count.against + (rule.abstentions === 'counted' ? count.abstained : 0);
}

/** Fewest votes that are the part of `base` that is asked for. In whole numbers: shares of a vote do not round. */
function fewest({ numerator, denominator, orMore }: Threshold, base: number): number {
  const exact = Math.ceil((numerator * base) / denominator);
  return orMore ? exact : Math.floor((numerator * base) / denominator) + 1;
}

/** What the count amounts to by the rule. Total: every count has an outcome. Rules Q1–Q8 of SPEC.md. */
export function judgeVote(rule: VoteRule, count: VoteCount): Verdict {
  const given = count.for + count.against + count.abstained;
  if (rule.quorum !== null && (count.present ?? given) < rule.quorum)
    return { outcome: 'noQuorum', needed: null, base: count.present ?? given };

  const isSimple = rule.majority.kind === 'simple';
  const base = isSimple ? count.for + count.against : baseOf(rule, count);
  if (base === null) return { outcome: 'incomplete', needed: null, base: null };
  const needed = isSimple ? count.against + 1 : Math.max(1, fewest(thresholdOf(rule), base));
  const told = { needed, base: isSimple ? null : base };
  if (count.for >= needed) return { outcome: 'carried', ...told };
  const isTie = count.for === count.against && count.for > 0 && count.for + 1 >= needed;
  if (!isTie || rule.tie === 'lost') return { outcome: 'lost', ...told };
  if (count.chairVote === null) return { outcome: 'tied', ...told };
  return { outcome: count.chairVote === 'for' ? 'carried' : 'lost', ...told };
}

/** What a decision was counted with: the rule that held, and what was counted. */
export interface Ballot {
  readonly rule: VoteRule;
  readonly count: VoteCount;
  readonly outcome: VoteOutcome;
}

/** Counts without a rule of their own are judged by the usual one. */
export const ballotOf = (
  tally: { readonly for: number; readonly against: number; readonly abstained: number },
  rule: VoteRule = usualRule,
): Ballot => {
  const count: VoteCount = { ...tally, present: null, chairVote: null };
  return { rule, count, outcome: judgeVote(rule, count).outcome };
};

/** Whether what the meeting decided is something else than what the counts say. What cannot be said contradicts nothing. Rule Q9. */
export function contradicts(result: string, outcome: VoteOutcome): boolean {
  if (outcome === 'incomplete') return false;
  if (result === 'adopted') return outcome !== 'carried';
  if (result === 'rejected') return outcome === 'carried';
  return false;
}
