import type { AmendmentId, BlockId, RevisionId } from '../core/ids';
import type { VoteCount, VoteOutcome, VoteRule } from '../voting';

/** Why a person must look at the adopted text. */
export const unfinishedReasons = ['overlap', 'unplaceable', 'instruction', 'sameSlot'] as const;
/**
 * `overlap`: two adopted amendments change the same words, and the text has neither. `unplaceable`: what was adopted has no place in the text.
 * `instruction`: an editorial amendment was adopted, and somebody has to do it. `sameSlot`: several set something in at one place; a person looks at their order.
 */
export type UnfinishedReason = (typeof unfinishedReasons)[number];

export const correctionKinds = ['number', 'reference', 'typing', 'finish'] as const;
/** `finish`: the words that settle what the decisions left open. */
export type CorrectionKind = (typeof correctionKinds)[number];

/** One block of the adopted text put right; all of its old and new words, so that the record can be read by itself. */
export interface Correction {
  readonly block: BlockId;
  readonly before: string;
  readonly after: string;
  readonly kind: CorrectionKind;
  readonly note: string;
}

/** What happens from the recommendations to the adopted text. */
export type DecidingEvent =
  /** The rule that votes are counted by where an item has none of its own. */
  | { readonly type: 'voteRuleSet'; readonly rule: VoteRule }
  /** A member asks for a vote of its own on an amendment (`separate`), or that is taken back. */
  | { readonly type: 'separated'; readonly amendment: AmendmentId; readonly separate: boolean }
  /** The chair puts these to the vote, as one. */
  | { readonly type: 'opened'; readonly amendments: readonly AmendmentId[]; readonly rule: VoteRule }
  | {
      readonly type: 'counted';
      readonly amendments: readonly AmendmentId[];
      readonly rule: VoteRule;
      readonly count: VoteCount;
      /** As the rule has it; what the meeting decided is told by `decided`. */
      readonly outcome: VoteOutcome;
    }
  /** Something in the adopted text that a person must finish. */
  | {
      readonly type: 'leftUnfinished';
      readonly item: string;
      readonly reason: UnfinishedReason;
      readonly amendments: readonly AmendmentId[];
      readonly block: BlockId | null;
    }
  | {
      readonly type: 'finished';
      readonly item: string;
      readonly how: 'corrected' | 'accepted';
      readonly note: string;
    }
  | {
      readonly type: 'textCorrected';
      readonly from: RevisionId;
      readonly to: RevisionId;
      readonly corrections: readonly Correction[];
    }
  /** The latest decisions were recorded by mistake: they are open again, and the text is the one before. */
  | {
      readonly type: 'takenBack';
      readonly amendments: readonly AmendmentId[];
      readonly to: RevisionId | null;
      readonly reason: string;
    };
