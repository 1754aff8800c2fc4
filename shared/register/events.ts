import type { Decision, Recommendation, Signatory, TextChange } from '../amendment/amendment';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { LineSettings } from '../domain/lines';
import type { Phase } from '../domain/phases';
import type { FilingRules } from './filingRules';
import type { DecidingEvent } from './decidingEvents';

/** Everything formal that can happen. Opaque ids only: no event holds a person's name. */
export type RegisterEvent =
  | {
      readonly type: 'frozen';
      readonly revision: RevisionId;
      readonly name: string;
      readonly lineSettings: LineSettings;
    }
  | { readonly type: 'phaseChanged'; readonly phase: Phase }
  | {
      readonly type: 'submitted';
      readonly amendment: AmendmentId;
      readonly number: string;
      readonly base: RevisionId;
      readonly changes: readonly TextChange[];
      readonly proposer: PersonId;
      readonly body: string | null;
      readonly rationale: string;
      /** Absent: the proposer is a member, as in every entry from before this was asked. */
      readonly proposerIsMember?: boolean;
      readonly coProposers?: readonly Signatory[];
      readonly parent?: AmendmentId;
      readonly alternativeTo?: AmendmentId;
      /** After the deadline of the phase. */
      readonly late?: true;
    }
  | { readonly type: 'supported'; readonly amendment: AmendmentId; readonly supporter: Signatory }
  | { readonly type: 'withdrawn'; readonly amendment: AmendmentId }
  /** Another goes on with one that was withdrawn, under the same number: it is open again. */
  | {
      readonly type: 'takenOver';
      readonly amendment: AmendmentId;
      readonly proposer: Signatory;
      readonly body: string | null;
    }
  /** The proposer, or the secretariat on their behalf, puts what was filed right. */
  | {
      readonly type: 'corrected';
      readonly amendment: AmendmentId;
      readonly changes: readonly TextChange[];
      readonly rationale: string;
      readonly reason: string;
    }
  /** The joint text of the redaksjonskomité stands for these. */
  | { readonly type: 'grouped'; readonly amendment: AmendmentId; readonly members: readonly AmendmentId[] }
  /** A conflict with a newer text is settled: the amendment is from now on this one, against that text. */
  | {
      readonly type: 'settled';
      readonly amendment: AmendmentId;
      readonly base: RevisionId;
      readonly changes: readonly TextChange[];
      /** For an amendment to one that is still open: that one's changes against `base`. Absent: `changes` are about `base` itself. */
      readonly parentChanges?: readonly TextChange[];
      /** Whether someone else than the proposer settled it. */
      readonly onBehalf: boolean;
    }
  | { readonly type: 'filingRulesSet'; readonly rules: FilingRules }
  | { readonly type: 'recommended'; readonly amendment: AmendmentId; readonly recommendation: Recommendation }
  | { readonly type: 'ordered'; readonly amendments: readonly AmendmentId[]; readonly reason: string }
  | { readonly type: 'decided'; readonly amendment: AmendmentId; readonly decision: Omit<Decision, 'at' | 'ballot'> }
  | {
      readonly type: 'revised';
      readonly from: RevisionId;
      readonly to: RevisionId;
      readonly cause: 'decisions' | 'text';
    }
  | DecidingEvent;

/** One link of the history chain. `hash` = SHA-256 of the canonical JSON of all the other fields. */
export interface RegisterEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Timestamp;
  readonly actor: PersonId | null;
  readonly event: RegisterEvent;
  /** Hash of the entry before; for the first, 64 zeros. */
  readonly previousHash: string;
  readonly hash: string;
}
