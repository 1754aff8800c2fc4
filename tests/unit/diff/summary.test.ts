import { describeSummary, summarise, type Alignment } from '#shared/diff';
import { describe, expect, it } from 'vitest';

const summary = { unchanged: 71, reworded: 20, moved: 3, split: 1, joined: 1, inserted: 6, deleted: 4 };

describe('the summary', () => {
  it('D21 counts a moved change under its kind too', () => {
    const change = { retyped: false, base: [0], current: [0], tokens: [] } as const;
    const alignment: Alignment = {
      exact: true,
      changes: [
        { ...change, kind: 'reworded', moved: true },
        { ...change, kind: 'unchanged', moved: false },
      ],
    };
    expect(summarise(alignment)).toEqual({
      unchanged: 1,
      reworded: 1,
      moved: 1,
      split: 0,
      joined: 0,
      inserted: 0,
      deleted: 0,
    });
  });

  it.each([
    ['nb', '71 uendret, 20 omskrevet, 3 flyttet, 1 delt, 1 slått sammen, 6 nye, 4 strøket'],
    ['nn', '71 uendra, 20 omskrivne, 3 flytta, 1 delt, 1 slått saman, 6 nye, 4 strokne'],
    ['en', '71 unchanged, 20 reworded, 3 moved, 1 split, 1 joined, 6 new, 4 deleted'],
  ] as const)('D21 reads well in %s', (language, sentence) => {
    expect(describeSummary(summary, language)).toBe(sentence);
  });

  it('D21 leaves out what there is none of', () => {
    const none = { unchanged: 0, reworded: 0, moved: 0, split: 0, joined: 0, inserted: 1, deleted: 0 };
    expect(describeSummary(none, 'nb')).toBe('0 uendret, 1 ny');
  });
});
