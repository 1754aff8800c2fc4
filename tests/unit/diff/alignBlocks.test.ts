import { alignBlocks, spell, summarise } from '#shared/diff';
import { describe, expect, it } from 'vitest';
import { makeProgramme, makeWord, revise, rollDice, ordinaryRevision } from '../../support/revisionGenerator';
import { continued, expectLawful, side, told } from './blocks';

const sea = 'At kysten skal ryddes for plast hver vår og høst.';
const forest = 'At skogen skal få stå urørt i nasjonalparkene.';
const city = 'At byene skal bygge flere sykkelveier og fortau.';
const school = 'At alle skoler skal ha et bibliotek med en bibliotekar.';
const farm = 'At bøndene skal få igjen det de legger ned av arbeid.';

describe('alignBlocks', () => {
  it('D10 has nothing to tell of two empty texts', () => {
    expect(alignBlocks([], [])).toEqual({ changes: [], exact: true });
  });

  it('D10 tells of insertions and deletions where one side is empty', () => {
    const blocks = side('a', [sea, forest]);
    expect(told(alignBlocks(blocks, []))).toEqual(['deleted 0>', 'deleted 1>']);
    expect(told(alignBlocks([], blocks))).toEqual(['inserted >0', 'inserted >1']);
  });

  it('D20 tells of equal texts as unchanged', () => {
    const texts = [sea, forest, sea, '', ''];
    expect(told(alignBlocks(side('a', texts), side('b', texts)))).toEqual(
      texts.map((_, index) => `unchanged ${index}>${index}`),
    );
  });

  it('D15 tells of texts with nothing in common as deleted and inserted', () => {
    expect(told(alignBlocks(side('a', [sea]), side('b', ['Ingen bompenger.'])))).toEqual(['deleted 0>', 'inserted >0']);
  });

  it('D25 takes no heading for another that stands first in a text with nothing in common', () => {
    const { changes } = alignBlocks(side('a', ['# Om havet', sea]), side('b', ['# Til fjells', 'Ingen bompenger.']));
    expect(changes.map(({ kind }) => kind)).toEqual(['deleted', 'deleted', 'inserted', 'inserted']);
    const [renamed] = told(alignBlocks(side('a', ['# Om havet', sea]), side('b', ['# Langs stranda', sea])));
    expect(renamed).toBe('reworded 0>0');
  });

  it('D11 leaves deletions where they stood', () => {
    expect(told(alignBlocks(side('a', [sea, forest, city, school]), side('b', [sea, farm, school])))).toEqual([
      'unchanged 0>0',
      'deleted 1>',
      'deleted 2>',
      'inserted >1',
      'unchanged 3>2',
    ]);
  });

  it('D12 follows origins where no word is the same', () => {
    const base = side('a', [sea, forest, city]);
    const current = [
      continued(base[0], 'x', sea),
      continued(base[1], 'y', 'Null utslipp!'),
      continued(base[2], 'z', city),
    ];
    expect(told(alignBlocks(base, current))).toEqual(['unchanged 0>0', 'reworded 1>1', 'unchanged 2>2']);
  });

  it('D12 follows ids to another place', () => {
    const base = side('a', [sea, forest, city, school]);
    const [first, second, third, fourth] = base;
    const current = [first, third, fourth, second].flatMap((block) => block ?? []);
    expect(told(alignBlocks(base, current))).toEqual([
      'unchanged 0>0',
      'unchanged 2>1',
      'unchanged 3>2',
      'moved unchanged 1>3',
    ]);
  });

  it('D13 takes for parts of a split only those that hold its words', () => {
    const base = side('a', [sea, `${forest} ${city}`, school]);
    const current = [
      continued(base[0], 'p', sea),
      continued(base[1], 'q', forest),
      continued(base[1], 'r', city),
      continued(base[1], 's', 'Ingen bompenger, hverken her eller der.'),
      continued(base[2], 't', school),
    ];
    expect(told(alignBlocks(base, current))).toEqual(['unchanged 0>0', 'split 1>1,2', 'inserted >3', 'unchanged 2>4']);
  });

  it('D14 does not trust ids that were counted alike by accident', () => {
    const base = side('same', [sea, forest, city, school]);
    const current = side('same', [farm, sea, forest, city, school]);
    expect(told(alignBlocks(base, current))).toEqual([
      'inserted >0',
      'unchanged 0>1',
      'unchanged 1>2',
      'unchanged 2>3',
      'unchanged 3>4',
    ]);
  });

  it('D15 tells of nine deletions and one edit', () => {
    const point = (place: string): string => `At tilbudet til ungdom i ${place} skal bygges ut med flere ansatte.`;
    const places = ['Alta', 'Bodø', 'Dokka', 'Elverum', 'Florø', 'Gol', 'Hamar', 'Jessheim', 'Kirkenes', 'Lom'];
    const base = side('a', [sea, ...places.map(point), forest]);
    const current = side('b', [sea, point('Lom').replace('flere', 'mange'), forest]);
    expect(told(alignBlocks(base, current))).toEqual([
      'unchanged 0>0',
      ...Array.from({ length: 9 }, (_, index) => `deleted ${index + 1}>`),
      'reworded 10>1',
      'unchanged 11>2',
    ]);
  });

  it('D16 keeps the lead-in of a chapter in its chapter', () => {
    const leadIn = ': Vi vil arbeide for:';
    const base = side('a', ['# Natur', leadIn, sea, forest, '# By', leadIn, city, '# Skole', leadIn, school]);
    const current = side('b', ['# Natur', leadIn, sea, forest, '# Skole', leadIn, school]);
    expect(told(alignBlocks(base, current))).toEqual([
      'unchanged 0>0',
      'unchanged 1>1',
      'unchanged 2>2',
      'unchanged 3>3',
      'deleted 4>',
      'deleted 5>',
      'deleted 6>',
      'unchanged 7>4',
      'unchanged 8>5',
      'unchanged 9>6',
    ]);
  });

  it('D16 matches a new heading to the old one by what the chapter holds', () => {
    const base = side('a', ['# Natur', sea, forest, '# By', city]);
    const current = side('b', ['# Miljø', sea, forest, '# By', city]);
    expect(told(alignBlocks(base, current))[0]).toBe('reworded 0>0');
  });

  it('D17 says that one block moved, not those it passed', () => {
    expect(
      told(alignBlocks(side('a', [sea, forest, city, school, farm]), side('b', [sea, school, forest, city, farm]))),
    ).toEqual(['unchanged 0>0', 'moved unchanged 3>1', 'unchanged 1>2', 'unchanged 2>3', 'unchanged 4>4']);
  });

  it('D17 tells of a move that is reworded as both, with the words that changed', () => {
    const reworded = school.replace('bibliotekar', 'forfatter');
    const { changes } = alignBlocks(
      side('a', [sea, forest, city, school, farm]),
      side('b', [sea, reworded, forest, city, farm]),
    );
    const [, moved] = changes;
    expect(moved).toMatchObject({ kind: 'reworded', moved: true, base: [3], current: [1] });
    expect(moved?.tokens.filter(([sign]) => sign !== '=')).toEqual([
      ['-', 'bibliotekar'],
      ['+', 'forfatter'],
    ]);
  });

  it('D18 marks no word of a split', () => {
    const { changes } = alignBlocks(
      side('a', [sea, `${forest} ${city}`, school]),
      side('b', [sea, forest, city, school]),
    );
    expect(changes[1]).toEqual({
      kind: 'split',
      moved: false,
      retyped: false,
      base: [1],
      current: [1, 2],
      tokens: [['=', `${forest} ${city}`]],
    });
  });

  it('D18 finds a split between words', () => {
    const [first, second] = ['At bøndene skal få igjen det', 'de legger ned av arbeid.'];
    expect(told(alignBlocks(side('a', [sea, farm, city]), side('b', [sea, first, second, city])))).toEqual([
      'unchanged 0>0',
      'split 1>1,2',
      'unchanged 2>3',
    ]);
  });

  it('D18 marks no word of a join but the one that changed', () => {
    const joined = `${forest} ${city.replace('fortau', 'gater')}`;
    const { changes } = alignBlocks(side('a', [sea, forest, city, school]), side('b', [sea, joined, school]));
    expect(changes[1]).toMatchObject({ kind: 'joined', moved: false, base: [1, 2], current: [1] });
    expect(changes[1]?.tokens.filter(([sign]) => sign !== '=')).toEqual([
      ['-', 'fortau'],
      ['+', 'gater'],
    ]);
  });

  it('D34 finds the halves of a split by their order where few of their words are left', () => {
    const whole =
      'At fiskerne langs kysten og i fjordene skal få bedre kaier, lys i leia og trygge havner hele vinteren.';
    const [first, second] = [
      'At folk langs stranda og i fjordene må få nye',
      'lys ved sundet og gode havner gjennom vinteren.',
    ];
    const [base, current] = [side('a', [sea, whole, school]), side('b', [sea, first, second, school])];
    expect(told(alignBlocks(base, current))).toEqual(['unchanged 0>0', 'split 1>1,2', 'unchanged 2>3']);
    expect(told(alignBlocks(current, base))).toEqual(['unchanged 0>0', 'joined 1,2>1', 'unchanged 3>2']);
  });

  it('D34 an insertion beside a reworded block is no half of it', () => {
    const reworded = farm.replace('bøndene', 'gartnerne');
    const fresh = 'At legene skal få igjen det de ber om i år.';
    expect(told(alignBlocks(side('a', [sea, farm, school]), side('b', [sea, reworded, fresh, school])))).toEqual([
      'unchanged 0>0',
      'reworded 1>1',
      'inserted >2',
      'unchanged 2>3',
    ]);
  });

  it('D18 finds a join of three', () => {
    expect(
      told(
        alignBlocks(
          side('a', [sea, forest, city, school, farm]),
          side('b', [sea, `${forest} ${city} ${school}`, farm]),
        ),
      ),
    ).toEqual(['unchanged 0>0', 'joined 1,2,3>1', 'unchanged 4>2']);
  });

  it('D40 tells of text that was divided at other places as one split or join, without a mark', () => {
    const before = side('a', [`${sea} ${forest} ${city}`, school, farm]);
    const after = side('b', [sea, `${forest} ${city} ${school}`, farm]);
    for (const [base, current] of [
      [before, after],
      [after, before],
    ] as const) {
      const alignment = alignBlocks(base, current);
      expect(told(alignment)).toEqual(['split 0,1>0,1', 'unchanged 2>2']);
      expect(alignment.changes[0]?.tokens).toEqual([['=', `${sea} ${forest} ${city} ${school}`]]);
    }
  });

  it('D40 a block that was struck beside a split is none of it', () => {
    const base = side('a', [`${sea} ${forest}`, school, farm]);
    const current = side('b', [sea, `${forest} Også i nord.`, farm]);
    expect(told(alignBlocks(base, current))).toEqual(['split 0>0,1', 'deleted 1>', 'unchanged 2>2']);
  });

  it.each([
    ['the same lead-in', ['Vi vil:']],
    ['two texts', ['Ja.', 'Nei.']],
    ['empty blocks', ['']],
  ])('D39 %s a hundred times is the same as itself, and where two are gone two are struck', (_, texts) => {
    const many = (count: number) => Array.from({ length: count }, (__, index) => texts[index % texts.length] ?? '');
    const [base, same, fewer] = [side('a', many(100)), side('b', many(100)), side('c', many(98))];
    expect(summarise(alignBlocks(base, same))).toMatchObject({ unchanged: 100, moved: 0, inserted: 0, deleted: 0 });
    expect(summarise(alignBlocks(base, fewer))).toMatchObject({ unchanged: 98, moved: 0, inserted: 0, deleted: 2 });
  });

  it('D19 tells of another kind or level as retyped, not as moved or reworded', () => {
    const base = side('a', [sea, '# Natur', forest]);
    const current = base.map((block, index) => {
      if (index === 0) return { ...block, kind: 'paragraph' as const };
      return index === 1 ? { ...block, level: 2 } : block;
    });
    expect(told(alignBlocks(base, current))).toEqual([
      'retyped unchanged 0>0',
      'retyped unchanged 1>1',
      'unchanged 2>2',
    ]);
  });

  it('D1 D7 holds for one block of 50 000 words against its 2 000 sentences', () => {
    const dice = rollDice(7);
    const parts = makeProgramme(dice, 50_000).filter(({ kind }) => kind === 'point');
    const whole = side('a', [parts.map(({ text }) => text).join(' ')]);
    expectLawful(alignBlocks(whole, parts), whole, parts);
    expectLawful(alignBlocks(parts, whole), parts, whole);
  });

  it('D7 says where a smallest set of marks was not searched for, and only there; the marks spell both texts all the same', () => {
    const dice = rollDice(13);
    const words = Array.from({ length: 20_000 }, () => makeWord(dice));
    const rewritten = words.map((word, at) => (at % 5 === 0 ? makeWord(dice) : word));
    const [base, current] = [side('a', [words.join(' ')]), side('b', [rewritten.join(' ')])];
    const alignment = alignBlocks(base, current);
    expect(alignment.exact).toBe(false);
    expectLawful(alignment, base, current);
    const [before, after] = [
      side('a', [words.slice(0, 500).join(' ')]),
      side('b', [rewritten.slice(0, 500).join(' ')]),
    ];
    expect(alignBlocks(before, after).exact).toBe(true);
  });

  it('D7 D10 holds for 300 000 words', () => {
    const dice = rollDice(11);
    const base = makeProgramme(dice, 300_000);
    const { current } = revise(dice, base, ordinaryRevision);
    const { changes } = alignBlocks(base, current);
    expect(changes.flatMap((change) => change.base).length).toBe(base.length);
    expect(changes.flatMap((change) => change.current).length).toBe(current.length);
    for (const { tokens, base: inBase } of changes)
      expect(spell(tokens, 'base')).toBe(inBase.map((index) => base[index]?.text).join(' '));
  });
});
