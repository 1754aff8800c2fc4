import { describe, expect, it } from 'vitest';
import { blockId, personId } from '#shared/core/ids';
import { nothingBegun, readBegun, writeBegun, type BegunComments } from '#shared/schema/begunComments';
import type { Comment } from '#shared/schema/comments';

const comment = (id: string): Comment => ({
  id,
  block: blockId('b1'),
  author: personId('p1'),
  text: 'Er det så?',
  at: '2027-01-01T00:00:00.000Z',
  resolved: true,
  words: [{ host: 'b1', first: { item: { client: 1, clock: 2 } }, last: null }],
  quote: 'så',
  answers: null,
  suggestion: 'slik',
  outcome: 'declined',
  heard: ['c2'],
});

const begun: BegunComments = {
  held: { block: blockId('b2'), words: comment('c1').words, quote: 'ord' },
  comment: { text: 'Nei, «slik» \n', suggestion: '' },
  answers: new Map(
    ['c1', 'c3'].map((id) => [
      id,
      {
        text: `Om ${id}`,
        answers: {
          first: comment(id),
          answers: [{ ...comment('c2'), answers: id }],
          carried: [{ comment: id, block: blockId('b3'), words: [] }],
        },
      },
    ]),
  ),
};

describe('Comments that are begun', () => {
  it('CM14 reading what was kept gives the same', () => {
    expect(readBegun(writeBegun(begun))).toEqual(begun);
    expect(readBegun(writeBegun({ ...begun, held: null }))).toEqual({ ...begun, held: null });
    expect(writeBegun(nothingBegun)).toBe('');
    expect(readBegun('')).toEqual(nothingBegun);
  });

  it('CM14 what was only looked at, or asked to be answered, is not kept', () => {
    const [[id, answer] = ['', null]] = [...begun.answers];
    const looked = {
      ...begun,
      comment: { text: '', suggestion: null },
      answers: new Map(answer && [[id, { ...answer, text: '' }]]),
    };
    expect(writeBegun(looked)).toBe('');
  });

  it('CM14 the damaged is left out, and the rest is read', () => {
    const stored = JSON.parse(writeBegun(begun)) as { held: unknown; answers: unknown[] };
    const damaged = { ...stored, held: { block: 7 }, answers: [null, { text: 'a' }, ...stored.answers] };
    expect(readBegun(JSON.stringify(damaged))).toEqual({ ...begun, held: null });
    for (const odd of ['{', 'null', '7', '[]', '{}', writeBegun(begun).slice(0, -3)])
      expect(readBegun(odd)).toEqual(nothingBegun);
  });
});
