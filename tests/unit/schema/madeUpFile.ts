import { personId, programmeId } from '#shared/core/ids';
import { appendEvents } from '#shared/register/chain';
import type { ProgrammeFile } from '#shared/schema/programFile';
import { madeUpRevision } from '../register/madeUpRegister';

export function madeUpFile(overrides: Partial<ProgrammeFile> = {}): ProgrammeFile {
  const baseline = madeUpRevision('Forrige periode', { period: { from: '2025', to: '2027' } });
  const revision = madeUpRevision();
  const { id, name, lineSettings } = revision;
  return {
    programme: programmeId('hagelaget'),
    baseline: baseline.id,
    revisions: [baseline, revision],
    entries: appendEvents([], [{ type: 'frozen', revision: id, name, lineSettings }], {
      at: '2027-05-28T08:00:00.000Z',
      actor: personId('p-1'),
    }),
    people: { 'p-2': { name: 'Åse Ødegård' }, 'p-1': { name: 'Kari Bergsdal' } },
    draft: Uint8Array.from([0, 0, 255, 7]),
    comments: new Uint8Array(),
    importReport: [],
    unknown: new Map(),
    ...overrides,
  };
}
