import { alignBlocks, findMovedSentences } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { side } from './blocks';

const [one, two, three, four, wanderer] = [
  'Kysten skal ryddes for plast hver vår og høst.',
  'Skogen skal få stå urørt i alle nasjonalparkene våre.',
  'Byene skal bygge flere sykkelveier og brede fortau.',
  'Alle skoler skal ha et bibliotek med egen bibliotekar.',
  'Bøndene skal få betalt for alt det de legger ned av arbeid.',
];

const moved = (base: readonly string[], current: readonly string[]) => {
  const [before, after] = [side('a', base), side('b', current)];
  return findMovedSentences(alignBlocks(before, after), before, after).map(
    ({ base: from, current: to, rangeInBase, rangeInCurrent }) => [
      before[from]?.text.slice(rangeInBase.start, rangeInBase.end),
      after[to]?.text.slice(rangeInCurrent.start, rangeInCurrent.end),
      from,
      to,
    ],
  );
};

describe('findMovedSentences', () => {
  it('D32 finds a sentence that went from one larger paragraph into another', () => {
    expect(
      moved([`${one} ${wanderer} ${two}`, `${three} ${four}`], [`${one} ${two}`, `${three} ${wanderer} ${four}`]),
    ).toEqual([[wanderer, wanderer, 0, 1]]);
  });

  it('D32 at the end and at the beginning, too', () => {
    expect(
      moved([`${one} ${two} ${wanderer}`, `${three} ${four}`], [`${one} ${two}`, `${wanderer} ${three} ${four}`]),
    ).toEqual([[wanderer, wanderer, 0, 1]]);
  });

  it('D32 finds one that was reworded on the way, where no other comes near it', () => {
    const reworded = 'Bøndene bør få bedre betalt for alt det de legger ned av arbeid.';
    expect(
      moved([`${one} ${wanderer} ${two}`, `${three} ${four}`], [`${one} ${two}`, `${three} ${reworded} ${four}`]),
    ).toEqual([[wanderer, reworded, 0, 1]]);
    const twin = 'Fiskerne skal få betalt for alt det de legger ned av arbeid.';
    expect(
      moved(
        [`${one} ${wanderer} ${twin} ${two}`, `${three} ${four}`],
        [`${one} ${two}`, `${three} ${reworded.replace('Bøndene', 'Alle')} ${four}`],
      ),
    ).toEqual([]);
  });

  it('D32 a short sentence beside one that moved went with it, and stays where it stands elsewhere', () => {
    expect(
      moved(
        [`${one} Det haster. ${wanderer} Dette må endres. ${two}`, `${three} ${four}`],
        [`${one} Det haster. ${two}`, `${three} ${wanderer} Dette må endres. ${four}`],
      ).map(([sentence]) => sentence),
    ).toEqual([wanderer, 'Dette må endres.']);
  });

  it('D32 two that changed places are found, though both kept the full stop of the other', () => {
    const [five, six] = [
      'Fjellet skal være åpent for alle som vil gå der.',
      'Elvene skal ha laks igjen innen ti år er gått.',
    ];
    expect(
      moved(
        [`${one} ${five} ${wanderer}`, `${two} ${three} ${six}`],
        [`${one} ${five} ${two}`, `${wanderer} ${three} ${six}`],
      ),
    ).toEqual([
      [two, two, 1, 0],
      [wanderer, wanderer, 0, 1],
    ]);
  });

  it('D32 says nothing of what stays, of what is only struck or new, or of a few words', () => {
    expect(moved([`${one} ${two}`], [`${one} ${two}`])).toEqual([]);
    expect(moved([`${one} ${wanderer} ${two}`, three], [`${one} ${two}`, `${three} ${four}`])).toEqual([]);
    expect(
      moved([`${one} Slik er det. ${two}`, `${three} ${four}`], [`${one} ${two}`, `${three} Slik er det. ${four}`]),
    ).toEqual([]);
  });

  it('D32 tells of text that was redistributed over two paragraphs', () => {
    expect(
      moved([`${one} ${two} ${wanderer} ${three}`, four], [`${one} ${two} ${three}`, `${four} ${wanderer}`]).length,
    ).toBe(1);
  });
});
