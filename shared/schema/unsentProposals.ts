import * as v from 'valibot';
import { changeKinds, programmeOutcomes, type ChangeKind, type ProgrammeOutcome } from '../amendment/amendment';
import { amendmentId, blockId, revisionId, type AmendmentId, type BlockId, type RevisionId } from '../core/ids';
import type { Timestamp } from '../core/sources';
import type { Block } from '../domain/block';
import { blockSchema } from './programFileParts';

/** What a proposer has written so far in the fields for one change, before it is a change. */
export interface ProposalDraft {
  readonly kind: ChangeKind;
  readonly text: string;
  readonly destination: BlockId | null;
  /** For one against the programme as a whole. */
  readonly outcome: ProgrammeOutcome;
}

/** How much of the text the proposer has before them. */
export type CopyScope = 'chapter' | 'all';

/** What an amendment is begun on: a block of a frozen text, another amendment to it, or those it is a joint text for. */
export interface ProposalPlace {
  readonly base: RevisionId;
  readonly block: BlockId;
  readonly parent: AmendmentId | null;
  readonly joint: AmendmentId | null;
}

/** An amendment that was begun and is not filed, field by field as it was left. Rules AF5–AF7 of SPEC.md. */
export interface UnsentProposal extends ProposalPlace {
  /** Given when it was begun: sent twice, it is one amendment. */
  readonly amendment: AmendmentId;
  /** `null`: written in the text itself. */
  readonly draft: ProposalDraft | null;
  /** The copy that is written in, and how much of the text it is of; `blocks` is `null` as long as nothing is written. */
  readonly copy: { readonly scope: CopyScope; readonly blocks: readonly Block[] | null };
  readonly rationale: string;
  readonly name: string;
  readonly isMember: boolean;
  /** One name to a line. */
  readonly others: string;
  readonly body: string;
  readonly alternativeTo: AmendmentId | null;
  readonly jointOf: readonly AmendmentId[];
  readonly writtenAt: Timestamp;
}

const text = v.string();
const block = v.pipe(text, v.transform(blockId));
const amendment = v.pipe(text, v.transform(amendmentId));

const proposalSchema = v.object({
  base: v.pipe(text, v.transform(revisionId)),
  block,
  parent: v.nullable(amendment),
  joint: v.nullable(amendment),
  amendment,
  draft: v.nullable(
    v.object({
      kind: v.picklist(changeKinds),
      text,
      destination: v.nullable(block),
      outcome: v.picklist(programmeOutcomes),
    }),
  ),
  copy: v.object({ scope: v.picklist(['chapter', 'all']), blocks: v.nullable(v.array(blockSchema)) }),
  rationale: text,
  name: text,
  isMember: v.boolean(),
  others: text,
  body: text,
  alternativeTo: v.nullable(amendment),
  jointOf: v.array(amendment),
  writtenAt: text,
});

export const writeUnsent = (all: readonly UnsentProposal[]): string => (all.length === 0 ? '' : JSON.stringify(all));

function parseList(stored: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(stored);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** Total: what is damaged is left out, and the others are read. */
export function readUnsent(stored: string): readonly UnsentProposal[] {
  return parseList(stored).flatMap((one) => {
    const parsed = v.safeParse(proposalSchema, one);
    return parsed.success ? [parsed.output] : [];
  });
}

export const isSamePlace = (a: ProposalPlace, b: ProposalPlace): boolean =>
  a.base === b.base && a.block === b.block && a.parent === b.parent && a.joint === b.joint;
