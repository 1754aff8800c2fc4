import { describeSentenceMove, sentenceMovesOf } from '#shared/comparison';
import { alignBlocks } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { side } from '../diff/blocks';

const [one, two, three, four, wanderer] = [
  'Kysten skal ryddes for plast hver vår og høst.',
  'Skogen skal få stå urørt i alle nasjonalparkene våre.',
  'Byene skal bygge flere sykkelveier og brede fortau.',
  'Alle skoler skal ha et bibliotek med egen bibliotekar.',
  'Bøndene skal få betalt for alt det de legger ned av arbeid.',
];

describe('sentences that moved', () => {
  it('M1 are told where they left and where they came, with the place on the other side', () => {
    const base = side('a', [`${one} ${wanderer} ${two}`, `${three} ${four}`]);
    const current = side('b', [`${one} ${two}`, `${three} ${wanderer} ${four}`]);
    const moves = sentenceMovesOf(alignBlocks(base, current), base, current);
    expect([...moves]).toEqual([
      [0, [{ direction: 'left', sentence: wanderer, otherSentence: wanderer, other: 1, reworded: false }]],
      [1, [{ direction: 'came', sentence: wanderer, otherSentence: wanderer, other: 0, reworded: false }]],
    ]);
    const [left] = moves.get(0) ?? [];
    expect(left && describeSentenceMove(left, 'avsnitt 2', 'nb')).toBe(
      'Setning flyttet herfra til avsnitt 2: «Bøndene skal få betalt for alt det de legger ned av arbeid.»',
    );
    const [came] = moves.get(1) ?? [];
    expect(came && describeSentenceMove({ ...came, reworded: true }, 'avsnitt 1', 'en')).toBe(
      'Sentence moved here from avsnitt 1 and reworded: “Bøndene skal få betalt for alt det de legger ned av arbeid.”',
    );
  });
});
