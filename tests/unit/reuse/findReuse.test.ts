import { findReuse, type Reuse } from '#shared/reuse';
import { describe, expect, it } from 'vitest';
import { madeReuseQuality } from '../../support/madeReuse';
import { reuseQuality } from '../../support/reusePairs';
import { madeBlock } from '../../support/revisionGenerator';

const text = (name: string, texts: readonly string[]) =>
  texts.map((one, index) => madeBlock(`${name}-${index}`, one.startsWith('# ') ? 'heading' : 'paragraph', one));

const others = [
  'Havnevesenet skal legge fram en plan for vedlikehold av alle moloer og kaier innen utgangen av året.',
  'Fyrene langs leia må holdes tent gjennom hele vinteren. Losene skal ha vaktrom i hver eneste havn.',
  'Småbåteiere bør få bedre opplæring i fortøyning og brannvern før de slipper til i gjestehavnene.',
];

/** «same 0:0>1:0»: reason, block:start of the sentence, and of its origin. */
const told = (found: readonly Reuse[]): readonly string[] =>
  found.map(
    ({ reason, current, origin }) =>
      `${reason} ${current.block}:${current.rangeInText.start}>${origin.block}:${origin.rangeInText.start}`,
  );

describe('findReuse', () => {
  it('RU1 RU2 tells of a sentence that stands in a source word for word, with its place in both texts', () => {
    const source = text('s', others);
    const current = text('c', ['Noe nytt står først her. Losene skal ha vaktrom i hver eneste havn.']);
    const [reuse] = findReuse([[], source], current);
    expect(reuse).toEqual({
      current: { block: 0, rangeInText: { start: 25, end: 67 } },
      source: 1,
      origin: { block: 1, rangeInText: { start: 56, end: 98 } },
      reason: 'same',
      score: 1,
    });
  });

  it.each([
    ['At fyrene langs leia holdes tent gjennom hele vinteren.', 'bokmål, passive'],
    ['Å holde fyrene langs leia tent gjennom hele vinteren.', 'bokmål, infinitive'],
    ['At fyrene langs leia skal holdes tent gjennom hele vinteren', 'bokmål, another modal'],
  ])('RU3 «%s» is the same in another mood (%s)', (point) => {
    expect(told(findReuse([text('s', others)], text('c', [point])))).toEqual(['mood 0:0>1:0']);
  });

  it('RU3 knows the mood of nynorsk', () => {
    const source = text('s', ['Kommunane må sikre trygge hamner og betre opplæring i brannvern.', ...others]);
    expect(
      told(findReuse([source], text('c', ['At kommunane sikrar trygge hamner og betre opplæring i brannvern.']))),
    ).toEqual(['mood 0:0>0:0']);
  });

  it('RU3 a negation is no mood', () => {
    const point = 'At fyrene langs leia ikke holdes tent gjennom hele vinteren.';
    expect(told(findReuse([text('s', others)], text('c', [point])))).toEqual(['reworded 0:0>1:0']);
  });

  it('RU4 tells of what is reworded, and of a telling phrase in a longer sentence', () => {
    const current = text('c', [
      'At småbåteiere får gratis opplæring i fortøyning og brannvern.',
      'Rederiene må etter hvert ta sin del av regningen for vedlikehold av alle moloer og kaier, slik lovverket nå krever av dem.',
    ]);
    expect(told(findReuse([text('s', others)], current))).toEqual(['reworded 0:0>2:0', 'phrase 1:0>0:0']);
  });

  it('RU4 says nothing of sentences that share common words only', () => {
    const plans = Array.from(
      { length: 12 },
      (_, index) => `Nemnd ${index} skal legge fram en plan for sitt arbeid nr ${index}.`,
    );
    const current = text('c', ['Hagelaget skal legge fram en plan for hvordan alle får bedre epler i hagen sin.']);
    expect(findReuse([text('s', [...others, ...plans])], current)).toEqual([]);
  });

  it('RU5 finds sentences in another order and in other kinds of blocks, and passes over headings', () => {
    const source = text('s', ['# Losene skal ha vaktrom i hver eneste havn', ...others]);
    const current = [
      madeBlock('p', 'point', 'Losene skal ha vaktrom i hver eneste havn'),
      madeBlock('q', 'point', others[0] ?? ''),
    ];
    expect(told(findReuse([source], current))).toEqual(['same 0:0>2:56', 'same 1:0>1:0']);
  });

  it('RU6 tells of origins in several sources, best first', () => {
    const near = 'Losene skal ha vaktrom og senger i hver eneste havn.';
    const found = findReuse(
      [text('a', [near, ...others.slice(2)]), text('b', others)],
      text('c', ['Losene skal ha vaktrom i hver eneste havn.']),
    );
    expect(found.map(({ source, reason }) => `${source} ${reason}`)).toEqual(['1 same', '0 reworded']);
  });

  it('RU7 has nothing to tell of empty texts, and tells the same twice', () => {
    const source = text('s', others);
    expect(findReuse([], source)).toEqual([]);
    expect(findReuse([source], [])).toEqual([]);
    expect(findReuse([text('e', ['', ' '])], text('e', ['', '.']))).toEqual([]);
    expect(findReuse([source], source)).toEqual(findReuse([source], source));
  });

  it('RU8 finds what was made of a text by rule, and little else, where nothing was tuned on it', () => {
    const measured = [1, 2, 3, 4].map(madeReuseQuality);
    const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    expect(mean(measured.map(({ precision }) => precision))).toBeGreaterThanOrEqual(0.95);
    expect(mean(measured.map(({ recall }) => recall))).toBeGreaterThanOrEqual(0.9);
    expect(mean(measured.map(({ recallByWay }) => recallByWay.spoken))).toBeGreaterThanOrEqual(0.95);
  });

  const quality = reuseQuality();
  it.skipIf(quality === null)(
    'RU8 finds what a reader finds in two texts of the association (../shared/seeds 000, 002)',
    () => {
      expect(quality?.isSameMaterial).toBe(true);
      expect(quality?.precision).toBeGreaterThanOrEqual(0.95);
      expect(quality?.recall).toBeGreaterThanOrEqual(0.9);
    },
  );
});
