import { describe, expect, it } from 'vitest';
import { blockId, personId } from '#shared/core/ids';
import { readBegun, writeBegun, type BegunComments } from '#shared/schema/begunComments';
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
  comments: [
    {
      id: 'n1',
      held: { block: blockId('b2'), words: comment('c1').words, quote: 'ord' },
      text: 'Nei, «slik» \n',
      suggestion: '',
    },
    { id: 'n2', held: null, text: 'Om hele punktet', suggestion: null },
  ],
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

const nothing: BegunComments = { comments: [], answers: new Map() };

describe('Comments that are begun', () => {
  it('CM14 reading what was kept gives the same', () => {
    expect(readBegun(writeBegun(begun))).toEqual(begun);
    expect(writeBegun(nothing)).toBe('');
    expect(readBegun('')).toEqual(nothing);
  });

  it('CM14 what was only looked at, or asked to be answered, is not kept', () => {
    const looked: BegunComments = {
      comments: begun.comments.map((one) => ({ ...one, text: '', suggestion: null })),
      answers: new Map([...begun.answers].map(([id, answer]) => [id, { ...answer, text: '' }])),
    };
    expect(writeBegun(looked)).toBe('');
  });

  it('CM14 the damaged is left out, and the rest is read', () => {
    const stored = JSON.parse(writeBegun(begun)) as { comments: object[]; answers: object[] };
    const damaged = {
      comments: [...stored.comments.map((one) => ({ ...one, held: { block: 7 } })), { id: 7 }],
      answers: [null, { text: 'a' }, ...stored.answers],
    };
    const left = { ...begun, comments: begun.comments.map((one) => ({ ...one, held: null })) };
    expect(readBegun(JSON.stringify(damaged))).toEqual(left);
    for (const odd of ['{', 'null', '7', '[]', '{}', writeBegun(begun).slice(0, -3)])
      expect(readBegun(odd)).toEqual(nothing);
  });
});
