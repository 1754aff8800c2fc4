import { describe, expect, it } from 'vitest';
import { defaultLineSettings } from '#shared/domain/lines';
import { makeRevision, type RevisionContent } from '#shared/domain/revision';

const content: RevisionContent = {
  title: 'Program',
  period: null,
  language: 'nb',
  lineSettings: defaultLineSettings,
  blocks: [],
};

describe('revision', () => {
  it('R1 has the same identity under another name and time', () => {
    const a = makeRevision(content, 'Høringsutkast', '2027-01-01T00:00:00.000Z');
    const b = makeRevision(content, 'Innstilling', '2027-02-01T00:00:00.000Z');
    expect(a.id).toMatch(/^[0-9a-f]{64}$/);
    expect(b.id).toBe(a.id);
    expect(b.name).toBe('Innstilling');
  });

  it('R1 has another identity with other line settings or another text', () => {
    const id = makeRevision(content, 'a', '').id;
    expect(makeRevision({ ...content, lineSettings: { ...defaultLineSettings, measure: 70 } }, 'a', '').id).not.toBe(
      id,
    );
    expect(makeRevision({ ...content, title: 'Annet' }, 'a', '').id).not.toBe(id);
  });

  it('R1 leaves out fields that are not content', () => {
    const revision = makeRevision(content, 'a', '');
    expect(makeRevision(revision, 'b', '').id).toBe(revision.id);
  });
});
