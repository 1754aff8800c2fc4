import type { AmendmentId, BlockId, PersonId, RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { BlockKind } from '../domain/block';
import type { Ballot } from '../voting';

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
  | { readonly kind: 'editorial'; readonly block: BlockId | null; readonly instruction: string }
  /** Against the programme as a whole. `instruction` says what for, e.g. until when; it may be empty. */
  | { readonly kind: 'programme'; readonly outcome: ProgrammeOutcome; readonly instruction: string };

/** What becomes of the programme as a whole: it is not adopted, adopted later, or sent back to whoever laid it before the meeting. */
export const programmeOutcomes = ['reject', 'postpone', 'referBack'] as const;
export type ProgrammeOutcome = (typeof programmeOutcomes)[number];

export type ChangeKind = TextChange['kind'];

/** In the order in which they are offered. */
export const changeKinds = [
  'replacement',
  'insertion',
  'deletion',
  'move',
  'split',
  'join',
  'editorial',
  'programme',
] as const satisfies readonly ChangeKind[];

export const recommendations = ['adopt', 'reject', 'adoptWithChanges', 'refer', 'coveredBy', 'none'] as const;
/** `coveredBy`: what it asks for is taken care of by another amendment, which `by` names. */
export type RecommendationKind = (typeof recommendations)[number];

export interface Recommendation {
  readonly kind: RecommendationKind;
  /** The changed text, for `adoptWithChanges`; where the amendment has several texts, `changes` tells more. */
  readonly text: string | null;
  readonly reason: string;
  /** For `adoptWithChanges`: what is to be adopted, against the amendment's own base. */
  readonly changes?: readonly TextChange[];
  /** For `coveredBy`: the amendment that takes care of it. */
  readonly by?: AmendmentId;
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
  /** What was adopted where that is not what was filed; against the amendment's own base. */
  readonly changes?: readonly TextChange[];
  /** Decided together with others that nobody asked to have voted on separately. */
  readonly enBloc?: true;
  /** Adopted although it cannot be carried out as it stands; a person finishes the text. */
  readonly despite?: true;
  /** Why the meeting adopted it all the same. */
  readonly reason?: string;
  /** What it was counted with, where that was recorded. */
  readonly ballot?: Ballot;
}

/** Someone who stands behind an amendment. */
export interface Signatory {
  readonly person: PersonId;
  /** A member of landsstyret, whose support brings another's proposal to the vote. */
  readonly member: boolean;
}

/** The amendment that another one amends, with its changes as they were when that was filed. */
export interface ParentProposal {
  readonly id: AmendmentId;
  readonly changes: readonly TextChange[];
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
  /** Whether the proposer is a member of landsstyret. */
  readonly proposerIsMember: boolean;
  /** Who makes it together with the proposer, and who supports it without making it. Nobody stands twice. */
  readonly coProposers: readonly Signatory[];
  readonly supporters: readonly Signatory[];
  /** The member body (foreningsledd) on whose behalf it is made, or `null`. */
  readonly body: string | null;
  readonly rationale: string;
  readonly submittedAt: Timestamp;
  /** It came after the deadline of its phase. It is kept all the same. */
  readonly isLate: boolean;
  /** What this one amends; then `changes` are about the text as it reads with the parent's (`amendedText`), and `base` is the parent's. */
  readonly parent: ParentProposal | null;
  /** The amendment that this one is put as the alternative to. */
  readonly alternativeTo: AmendmentId | null;
  /** A joint text stands for these; empty for all others. */
  readonly jointOf: readonly AmendmentId[];
  /** The joint text that stands for this one. */
  readonly jointIn: AmendmentId | null;
  readonly recommendation: Recommendation | null;
  /** `null` while it is open. */
  readonly decision: Decision | null;
}

/** What an amendment is besides its words, where it was filed by one member alone, in time, and stands in no relation to another. */
export const filedAlone = {
  proposerIsMember: true,
  coProposers: [],
  supporters: [],
  isLate: false,
  parent: null,
  alternativeTo: null,
  jointOf: [],
  jointIn: null,
} as const satisfies Partial<Amendment>;
