import type { DecisionResult, Recommendation, Signatory, Tally, TextChange } from '../amendment/amendment';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import type { Phase } from '../domain/phases';
import type { RevisionContent } from '../domain/revision';
import type { FilingRules } from './filingRules';
import type { DecidingCommand, VoteMade } from './decidingCommands';

/** One thing that was decided about one amendment. `tally` is `null` where nothing was counted. */
export interface DecisionMade {
  readonly amendment: AmendmentId;
  readonly result: DecisionResult;
  readonly tally: Tally | null;
  /**
   * Which text is adopted: the one that was filed, or the changed one that is recommended. Left out, it is the recommended one where
   * there is one, for that is what is put to the vote.
   */
  readonly wording?: 'filed' | 'recommended';
  readonly enBloc?: true;
  /** Adopt it although it cannot be carried out as it stands; what a person must finish is recorded with it. */
  readonly despite?: true;
  /** Why it is adopted all the same. */
  readonly reason?: string;
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
      /** A member unless it is said otherwise. */
      readonly proposerIsMember?: boolean;
      readonly coProposers?: readonly Signatory[];
      /** The amendment that this one amends; then `changes` are about its text (`amendedText`), and `base` is that one's. */
      readonly parent?: AmendmentId;
      readonly alternativeTo?: AmendmentId;
      /** It is the joint text for these: the redaksjonskomité's. */
      readonly jointOf?: readonly AmendmentId[];
    }
  | { readonly type: 'support'; readonly amendment: AmendmentId; readonly supporter: Signatory }
  | { readonly type: 'withdraw'; readonly amendment: AmendmentId }
  | {
      readonly type: 'takeOver';
      readonly amendment: AmendmentId;
      readonly proposer: Signatory;
      readonly body: string | null;
    }
  | {
      readonly type: 'correct';
      readonly amendment: AmendmentId;
      readonly changes: readonly TextChange[];
      readonly rationale: string;
      readonly reason: string;
    }
  /** Settles a conflict: `changes` against the newest text, or against the parent's text as it reads there. */
  | {
      readonly type: 'settle';
      readonly amendment: AmendmentId;
      readonly base: RevisionId;
      readonly changes: readonly TextChange[];
    }
  | { readonly type: 'setFilingRules'; readonly rules: FilingRules }
  | { readonly type: 'recommend'; readonly amendment: AmendmentId; readonly recommendation: Recommendation }
  | { readonly type: 'reorder'; readonly amendments: readonly AmendmentId[]; readonly reason: string }
  | {
      readonly type: 'decide';
      readonly decisions: readonly DecisionMade[];
      /** What was counted; the tally of the decisions on these amendments. */
      readonly votes?: readonly VoteMade[];
      /** What would fall or become void, and is to be voted on all the same. */
      readonly keepOpen?: readonly AmendmentId[];
    }
  | DecidingCommand
  /** A text written elsewhere, its blocks already matched with those of the newest revision. */
  | { readonly type: 'revise'; readonly content: RevisionContent }
  | { readonly type: 'setPhase'; readonly phase: Phase };
