import type { Decision, Recommendation, TextChange } from '../amendment/amendment';
import type { AmendmentId, PersonId, RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { LineSettings } from '../domain/lines';
import type { Phase } from '../domain/phases';

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
    }
  | { readonly type: 'withdrawn'; readonly amendment: AmendmentId }
  | { readonly type: 'recommended'; readonly amendment: AmendmentId; readonly recommendation: Recommendation }
  | { readonly type: 'ordered'; readonly amendments: readonly AmendmentId[]; readonly reason: string }
  | { readonly type: 'decided'; readonly amendment: AmendmentId; readonly decision: Omit<Decision, 'at'> }
  | {
      readonly type: 'revised';
      readonly from: RevisionId;
      readonly to: RevisionId;
      readonly cause: 'decisions' | 'text';
    };

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
