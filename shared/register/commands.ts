import type { DecisionResult, Recommendation, Tally, TextChange } from '../amendment/amendment';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import type { Phase } from '../domain/phases';
import type { RevisionContent } from '../domain/revision';

/** One thing that was decided about one amendment. `tally` is `null` where nothing was counted. */
export interface DecisionMade {
  readonly amendment: AmendmentId;
  readonly result: DecisionResult;
  readonly tally: Tally | null;
}

/** What a person asks the authority for. */
export type RegisterCommand =
  | { readonly type: 'freeze'; readonly name: string; readonly content: RevisionContent }
  | {
      readonly type: 'submit';
      readonly amendment: AmendmentId;
      readonly changes: readonly TextChange[];
      readonly base: RevisionId;
      readonly proposer: PersonId;
      readonly body: string | null;
      readonly rationale: string;
    }
  | { readonly type: 'withdraw'; readonly amendment: AmendmentId }
  | { readonly type: 'recommend'; readonly amendment: AmendmentId; readonly recommendation: Recommendation }
  | { readonly type: 'reorder'; readonly amendments: readonly AmendmentId[]; readonly reason: string }
  | { readonly type: 'decide'; readonly decisions: readonly DecisionMade[] }
  /** A text written elsewhere, its blocks already matched with those of the newest revision. */
  | { readonly type: 'revise'; readonly content: RevisionContent }
  | { readonly type: 'setPhase'; readonly phase: Phase };
