import { amendmentId, blockId, programmeId, revisionId } from '#shared/core/ids';
import type { AmendmentFile } from '#shared/schema/amendmentFile';

/** An amendment as a delegate without a network sends it: one point struck, unless it is said otherwise. */
export const amendmentFileOf = (more: Partial<AmendmentFile> = {}): AmendmentFile => ({
  programme: programmeId('program'),
  amendment: amendmentId('fra-fil'),
  base: revisionId('f'.repeat(64)),
  changes: [{ kind: 'deletion', block: blockId('b') }],
  parent: null,
  alternativeTo: null,
  proposer: { name: 'Una Skarv', member: true },
  coProposers: [],
  body: null,
  rationale: '',
  writtenAt: '2027-01-01T10:00:00.000Z',
  ...more,
});
