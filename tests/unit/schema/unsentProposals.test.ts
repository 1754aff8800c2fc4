import { describe, expect, it } from 'vitest';
import { amendmentId, blockId, revisionId } from '#shared/core/ids';
import { readUnsent, writeUnsent, type UnsentProposal } from '#shared/schema/unsentProposals';

const begun = (id: string): UnsentProposal => ({
  base: revisionId('r1'),
  block: blockId('b1'),
  parent: null,
  joint: null,
  amendment: amendmentId(id),
  draft: { kind: 'replacement', text: 'Ordene «slik», og så… \n', destination: null, outcome: 'reject' },
  copy: {
    scope: 'all',
    blocks: [{ id: blockId('b1'), kind: 'point', level: null, marker: '1', text: 'Å', origins: [], footnoteRefs: [] }],
  },
  rationale: 'Fordi',
  name: 'Una Skarv',
  isMember: false,
  others: 'En\nTo',
  body: '',
  alternativeTo: amendmentId('a9'),
  jointOf: [amendmentId('a8')],
  writtenAt: '2027-01-01T00:00:00.000Z',
});

describe('Amendments that are begun', () => {
  it('AF5 reading what was kept gives the same', () => {
    const all = [begun('a1'), { ...begun('a2'), draft: null, copy: { scope: 'chapter' as const, blocks: null } }];
    expect(readUnsent(writeUnsent(all))).toEqual(all);
    expect(readUnsent(writeUnsent([]))).toEqual([]);
  });

  it('AF7 the damaged is left out, and the others are read', () => {
    const { rationale, ...damaged } = begun('a1');
    expect(rationale).toBe('Fordi');
    expect(readUnsent(JSON.stringify([damaged, begun('a2'), null, 7]))).toEqual([begun('a2')]);
    for (const stored of ['', '{', '{}', 'null', '[[[', writeUnsent([begun('a1')]).slice(0, -3)])
      expect(readUnsent(stored)).toEqual([]);
  });
});
