import type { AmendmentId, BlockId, PersonId, RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { BlockKind } from '../domain/block';

/** A block that does not exist yet, as an amendment proposes it. */
export interface ProposedBlock {
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly marker: string | null;
  readonly text: string;
}

/** What one amendment does to one place of its base revision. Block ids are those of the base. `after: null` is before the first block. */
export type TextChange =
  | { readonly kind: 'replacement'; readonly block: BlockId; readonly text: string }
  | { readonly kind: 'insertion'; readonly after: BlockId | null; readonly blocks: readonly ProposedBlock[] }
  | { readonly kind: 'deletion'; readonly block: BlockId }
  | { readonly kind: 'move'; readonly block: BlockId; readonly after: BlockId | null }
  | { readonly kind: 'split'; readonly block: BlockId; readonly texts: readonly string[] }
  | { readonly kind: 'join'; readonly block: BlockId; readonly with: BlockId }
  | { readonly kind: 'editorial'; readonly block: BlockId | null; readonly instruction: string };

export type ChangeKind = TextChange['kind'];

export const recommendations = ['adopt', 'reject', 'adoptWithChanges', 'refer', 'none'] as const;
export type RecommendationKind = (typeof recommendations)[number];

export interface Recommendation {
  readonly kind: RecommendationKind;
  /** The changed text, for `adoptWithChanges`. */
  readonly text: string | null;
  readonly reason: string;
}

export const decisionResults = ['adopted', 'rejected', 'withdrawn', 'referred', 'fallen', 'void'] as const;
/** `fallen`: it fell because another was adopted; `void`: what it amended no longer exists. */
export type DecisionResult = (typeof decisionResults)[number];

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

export interface Decision {
  readonly result: DecisionResult;
  /** `null` where nothing was counted. */
  readonly tally: Tally | null;
  /** The amendment whose adoption made this one fall or void. */
  readonly because: AmendmentId | null;
  readonly at: Timestamp;
}

/** A formal proposal against one immutable revision. */
export interface Amendment {
  readonly id: AmendmentId;
  /** As printed on the papers, e.g. «17»; never reused. */
  readonly number: string;
  readonly base: RevisionId;
  /** At least one; all are adopted together or not at all. */
  readonly changes: readonly TextChange[];
  readonly proposer: PersonId;
  /** The member body (foreningsledd) on whose behalf it is made, or `null`. */
  readonly body: string | null;
  readonly rationale: string;
  readonly submittedAt: Timestamp;
  readonly recommendation: Recommendation | null;
  /** `null` while it is open. */
  readonly decision: Decision | null;
}
