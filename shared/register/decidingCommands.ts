import type { Recommendation } from '../amendment/amendment';
import type { AmendmentId, BlockId } from '../core/ids';
import type { VoteCount, VoteRule } from '../voting';
import type { CorrectionKind } from './decidingEvents';

/** One count: of one item, or of several amendments en bloc. `rule: null` is the programme's own. */
export interface VoteMade {
  readonly amendments: readonly AmendmentId[];
  readonly rule: VoteRule | null;
  readonly count: VoteCount;
}

export interface CorrectionMade {
  readonly block: BlockId;
  readonly text: string;
  readonly kind: CorrectionKind;
  readonly note: string;
  /** `after`: the text becomes a block of its own behind this one, of the same kind. */
  readonly place: 'here' | 'after';
}

/** What is asked for from the recommendations to the adopted text. */
export type DecidingCommand =
  /** Recommendations that were drafted in private come out together, or none of them. */
  | {
      readonly type: 'publishRecommendations';
      readonly recommendations: readonly { readonly amendment: AmendmentId; readonly recommendation: Recommendation }[];
    }
  | { readonly type: 'setVoteRule'; readonly rule: VoteRule }
  | { readonly type: 'askSeparateVote'; readonly amendment: AmendmentId }
  | { readonly type: 'joinEnBloc'; readonly amendment: AmendmentId }
  | { readonly type: 'openVote'; readonly amendments: readonly AmendmentId[]; readonly rule: VoteRule | null }
  /** Words of the newest text put right after the decisions. `settles`: what was left unfinished, and is not any more. */
  | {
      readonly type: 'correctText';
      readonly corrections: readonly CorrectionMade[];
      readonly settles: readonly string[];
    }
  | { readonly type: 'acceptUnfinished'; readonly item: string; readonly note: string }
  | { readonly type: 'takeBackDecisions'; readonly reason: string };
