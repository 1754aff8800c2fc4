/** How large a part of the votes is needed. `fraction`: at least `numerator / denominator`. */
export type Majority =
  | { readonly kind: 'simple' | 'absolute' | 'twoThirds' }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number };

export type MajorityKind = Majority['kind'];

/** When a vote carries. Rules Q1–Q9 of SPEC.md. */
export interface VoteRule {
  readonly majority: Majority;
  /** What the part is a part of: the votes that were cast, or everybody present. */
  readonly of: 'cast' | 'present';
  /** Whether an abstention is a vote that was cast. */
  readonly abstentions: 'counted' | 'ignored';
  /** Who decides where the votes are equal: nobody, and the proposal is lost; or the chair's vote. */
  readonly tie: 'lost' | 'chair';
  /** Fewest who must be present for a vote to count; `null` for any number. */
  readonly quorum: number | null;
}

/** Simple majority of the votes cast: what meetings do where nothing else is decided. */
export const usualRule: VoteRule = {
  majority: { kind: 'simple' },
  of: 'cast',
  abstentions: 'ignored',
  tie: 'lost',
  quorum: null,
};

/** What was counted. Whole numbers from zero up. */
export interface VoteCount {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
  /** How many were present; `null` where nobody counted them. */
  readonly present: number | null;
  /** How the chair voted where the votes were equal and the rule asks for it. */
  readonly chairVote: 'for' | 'against' | null;
}

/** True for a rule by which a vote can be carried at all and lost at all. */
export function isUsableRule({ majority, quorum }: VoteRule): boolean {
  if (quorum !== null && !(Number.isSafeInteger(quorum) && quorum >= 0)) return false;
  if (majority.kind !== 'fraction') return true;
  const { numerator, denominator } = majority;
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  return whole && numerator > 0 && numerator <= denominator && denominator <= 1000;
}

/** True for counts that a meeting can have given: whole numbers, and no more votes than people. */
export function isPossibleCount(count: VoteCount): boolean {
  const numbers = [count.for, count.against, count.abstained, count.present ?? 0];
  if (!numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  return count.present === null || count.for + count.against + count.abstained <= count.present;
}
