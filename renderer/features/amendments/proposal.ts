import type { ChangeKind, ProgrammeOutcome, TextChange } from '#shared/amendment/amendment';
import type { BlockId } from '#shared/core/ids';
import { AUTOMATIC, type Block } from '#shared/domain/block';

/** What a proposer has written so far, before it is a change. */
export interface ProposalDraft {
  readonly kind: ChangeKind;
  readonly text: string;
  readonly destination: BlockId | null;
  /** For one against the programme as a whole. */
  readonly outcome: ProgrammeOutcome;
}

export const emptyProposal = (kind: ChangeKind, block: Block): ProposalDraft => ({
  kind,
  text: kind === 'replacement' || kind === 'split' ? block.text : '',
  destination: null,
  outcome: 'reject',
});

const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A new block beside `sibling` takes its kind, so that a point is followed by a point. After a lead-in or a heading it is what comes there. */
function proposedBeside(sibling: Block, text: string) {
  const kind = sibling.kind === 'leadIn' ? 'point' : sibling.kind === 'point' ? 'point' : 'paragraph';
  const marker = kind === 'point' ? (sibling.kind === 'point' ? sibling.marker : AUTOMATIC) : null;
  return { kind, level: null, marker, text } as const;
}

/** The change that the draft amounts to. Whether it is a valid one is for `checkChange` to say. */
export function changeOf(draft: ProposalDraft, block: Block, next: Block | null): TextChange | null {
  switch (draft.kind) {
    case 'replacement':
      return { kind: 'replacement', block: block.id, text: singleSpaced(draft.text) };
    case 'insertion':
      return { kind: 'insertion', after: block.id, blocks: [proposedBeside(block, singleSpaced(draft.text))] };
    case 'deletion':
      return { kind: 'deletion', block: block.id };
    case 'move':
      return draft.destination === null ? null : { kind: 'move', block: block.id, after: draft.destination };
    case 'split':
      return { kind: 'split', block: block.id, texts: draft.text.split('\n').map(singleSpaced).filter(Boolean) };
    case 'join':
      return next && { kind: 'join', block: block.id, with: next.id };
    case 'programme':
      return { kind: 'programme', outcome: draft.outcome, instruction: singleSpaced(draft.text) };
    case 'editorial':
      return { kind: 'editorial', block: block.id, instruction: singleSpaced(draft.text) };
  }
}
