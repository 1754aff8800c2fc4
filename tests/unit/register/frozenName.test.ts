import { expect, test } from 'vitest';
import { blockId } from '#shared/core/ids';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision } from '#shared/domain/revision';
import { underFrozenName } from '#shared/register';

const revision = makeRevision(
  {
    title: 'Program',
    period: null,
    language: 'nb',
    lineSettings: defaultLineSettings,
    blocks: [
      { id: blockId('a'), kind: 'title', level: null, marker: null, text: 'Program', origins: [], footnoteRefs: [] },
    ],
  },
  'Forrige periode',
  '2027-01-01T00:00:00.000Z',
);

test('the same text is shown under the name it was last frozen with', () => {
  const at = '2027-02-01T00:00:00.000Z';
  const frozen = [
    { revision: revision.id, name: 'Høringsutkast', at },
    { revision: revision.id, name: 'Innstilling', at },
  ];
  expect(underFrozenName(revision, frozen)).toEqual({ ...revision, name: 'Innstilling', frozenAt: at });
  expect(underFrozenName(revision, [])).toBe(revision);
});
