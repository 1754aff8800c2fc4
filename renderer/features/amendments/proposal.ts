import type { ChangeKind, TextChange } from '#shared/amendment/amendment';
import { AUTOMATIC, type Block } from '#shared/domain/block';
import type { ProposalDraft, UnsentProposal } from '#shared/schema/unsentProposals';

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

/** Whether anything stands in the form that would be missed: another kind chosen is a click, no words. */
export function isBegun({ draft, copy, rationale, others, body }: UnsentProposal, block: Block): boolean {
  if ([rationale, others, body].some((words) => words.trim() !== '')) return true;
  if (draft === null) return copy.blocks !== null;
  return draft.text !== emptyProposal(draft.kind, block).text || draft.destination !== null;
}
