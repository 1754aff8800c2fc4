import type { Amendment } from '../amendment/amendment';
import type { Language } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { Revision } from '../domain/revision';
import type { Template } from './template';

/** Everything a paper is made from. Plain data: the same input always gives the same bytes. */
export interface ExportInput {
  /** The revision that is shown, or the draft, given as a revision. */
  readonly newest: Revision;
  /** True where `newest` is no frozen text: a draft, or a document as it was read. It has a day, but nothing was frozen on it. */
  readonly isDraft: boolean;
  /** The programme of the previous period. */
  readonly baseline: Revision | null;
  /** All amendments, whatever their base and state. */
  readonly amendments: readonly Amendment[];
  /** The chair's order; `null` for the computed one. */
  readonly votingOrder: readonly AmendmentId[] | null;
  /** Names by person id. Who is missing is printed without a name. */
  readonly people: Readonly<Record<string, { readonly name: string }>>;
  /** Language of the paper's own words; the programme has its own. */
  readonly language: Language;
  readonly generatedAt: Timestamp;
  /** Who is named as having made the paper, and as author of tracked changes against the previous period. */
  readonly author: string;
  /** Other revisions that amendments were made against; those that are neither here nor `newest` are shown as unplaced. */
  readonly revisions?: readonly Revision[];
  /** How the organisation's papers look and what they say; by default as in `template/defaults.ts`. */
  readonly template?: Template;
  /** False for the programme without its line numbers. Only `text` asks. */
  readonly withLineNumbers?: boolean;
  /** What was put right in the adopted text, for the minutes. */
  readonly corrections?: readonly { readonly before: string; readonly after: string; readonly note: string }[];
  /** What the secretariat remarks in the synopsis, by block: of the newest text, or of the baseline where it was struck. */
  readonly remarks?: Readonly<Record<string, string>>;
}
