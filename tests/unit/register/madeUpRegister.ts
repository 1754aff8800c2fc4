import { blockId, personId, type AmendmentId } from '#shared/core/ids';
import type { Clock } from '#shared/core/sources';
import type { Block, BlockKind } from '#shared/domain/block';
import { AUTOMATIC } from '#shared/domain/block';
import { defaultLineSettings } from '#shared/domain/lines';
import { revisionIdOf, type Revision, type RevisionContent } from '#shared/domain/revision';
import type { TextChange } from '#shared/amendment/amendment';
import type { RegisterCommand } from '#shared/register/commands';

/** A clock that moves one minute each time it is asked. */
export function steadyClock(): Clock {
  let minute = 0;
  return { now: () => `2027-05-28T08:${String(minute++).padStart(2, '0')}:00.000Z` };
}

export const chair = personId('person-chair');
export const proposer = personId('person-proposer');

export function madeUpBlock(id: string, kind: BlockKind, text: string): Block {
  const counts = kind === 'heading' || kind === 'point';
  return {
    id: blockId(id),
    kind,
    level: kind === 'heading' ? 1 : null,
    marker: counts ? AUTOMATIC : null,
    text,
    origins: [],
    footnoteRefs: [],
  };
}

export const madeUpContent = (overrides: Partial<RevisionContent> = {}): RevisionContent => ({
  title: 'Program for hagelaget',
  period: { from: '2027', to: '2029' },
  language: 'nb',
  lineSettings: defaultLineSettings,
  blocks: [
    madeUpBlock('t', 'title', 'Program for hagelaget'),
    madeUpBlock('h1', 'heading', 'Jord og vann'),
    madeUpBlock('l1', 'leadIn', 'Hagelaget vil arbeide for:'),
    madeUpBlock('p1', 'point', 'At alle bed vannes om kvelden'),
    madeUpBlock('p2', 'point', 'At komposten er åpen for alle'),
    madeUpBlock('p3', 'point', 'At redskap deles mellom medlemmene'),
  ],
  ...overrides,
});

export function madeUpRevision(name = 'Høringsutkast', overrides: Partial<RevisionContent> = {}): Revision {
  const content = madeUpContent(overrides);
  return { ...content, id: revisionIdOf(content), name, frozenAt: '2027-05-28T08:00:00.000Z' };
}

export const submission = (
  amendment: AmendmentId,
  base: Revision,
  changes: readonly TextChange[],
): Extract<RegisterCommand, { type: 'submit' }> => ({
  type: 'submit',
  amendment,
  base: base.id,
  changes,
  proposer,
  body: 'Nordre hagelag',
  rationale: 'Fordi det er bedre.',
});
