import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf, layoutOverview, quietFindings, tellAccount } from '#shared/comparison';
import { alignBlocks, summarise, wordDiff, type Summary } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { heavyRevision, makeProgramme, revise, rollDice, scalePlan } from '../../support/revisionGenerator';

const seed = 20_270_528;
const check = <Given>(property: fc.IPropertyWithHooks<Given>, runs: number): void => {
  fc.assert(property, { seed, numRuns: runs });
};

const plainWords = 'fyr kai havn båt lykt mast tau bølge vind is led stein vakt los bro'.split(' ');
const words = fc.array(fc.constantFrom(...plainWords), { minLength: 3, maxLength: 24 });
const negation = fc.constantFrom('ikke', 'ingen', 'aldri', 'uten', 'verken', 'Ikke', 'ikkje');

/** Of a block that was kept, however little of it was. */
const findingsBetween = (before: string, after: string) => {
  const change = { kind: 'reworded', moved: false, retyped: false, base: [0], current: [0] } as const;
  return quietFindings({ ...change, tokens: wordDiff(before, after) }, 'nb');
};
const reasonsBetween = (before: string, after: string) =>
  findingsBetween(before, after).flatMap(({ reasons }) => reasons.map(({ reason }) => reason));

const inserted = (list: readonly string[], at: number, word: string): readonly string[] => {
  const place = at % (list.length + 1);
  return [...list.slice(0, place), word, ...list.slice(place)];
};

/** Programmes and their revisions, small and heavily changed. */
const revisions = fc.integer({ min: 1, max: 1_000_000 }).map((number) => {
  const dice = rollDice(number);
  const base = makeProgramme(dice, 1200 + dice.below(900));
  return { base, current: revise(dice, base, scalePlan(heavyRevision, dice.next() * 0.1)).current };
});

describe(`laws of what a comparison says (seed ${seed})`, () => {
  it('Q2 never misses a dropped negation, whatever else is changed', () => {
    check(
      fc.property(words, words, negation, fc.nat(), (kept, rewritten, word, at) => {
        const before = `Vi vil ${inserted(kept, at, word).join(' ')}.`;
        expect(reasonsBetween(before, `Vi vil ${kept.join(' ')}.`)).toContain('negationDropped');
        expect(reasonsBetween(before, `Vi vil ${rewritten.join(' ')}.`)).toContain('negationDropped');
      }),
      400,
    );
  });

  it('Q3 never misses a weaker obligation', () => {
    check(
      fc.property(
        words,
        fc.nat(),
        fc.constantFrom(['skal', 'bør'], ['må', 'bør'], ['skal', 'kan'], ['bør', 'kan'], ['må', 'kan']),
        (around, at, pair) => {
          const [strong = '', weak = ''] = pair;
          const before = `Vi ${inserted(around, at, strong).join(' ')}.`;
          expect(reasonsBetween(before, `Vi ${inserted(around, at, weak).join(' ')}.`)).toContain('obligationWeakened');
        },
      ),
      400,
    );
  });

  it('Q4 never misses another number', () => {
    check(
      fc.property(
        words,
        fc.nat(),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (around, at, a, b) => {
          fc.pre(a !== b);
          const before = `Vi ${inserted(around, at, String(a)).join(' ')}.`;
          expect(reasonsBetween(before, `Vi ${inserted(around, at, String(b)).join(' ')}.`)).toContain('numberChanged');
        },
      ),
      200,
    );
  });

  it('Q7 never misses a single word that is dropped', () => {
    check(
      fc.property(words, fc.nat(), (around, at) => {
        const before = `Vi vil ${inserted(around, at, 'rundskriv').join(' ')} nå.`;
        expect(findingsBetween(before, `Vi vil ${around.join(' ')} nå.`)).not.toEqual([]);
      }),
      300,
    );
  });

  it('Q1 an unchanged text has no findings', () => {
    check(
      fc.property(revisions, ({ base }) => {
        expect(alignBlocks(base, base).changes.flatMap((change) => quietFindings(change, 'nb'))).toEqual([]);
      }),
      5,
    );
  });

  it('A2 the counts of the chapters add up, A4 what goes comes, A7 every number is one of the account', () => {
    check(
      fc.property(revisions, ({ base, current }) => {
        const alignment = alignBlocks(base, current);
        const account = accountOf(base, current, alignment);
        const sum = (part: keyof Summary): number =>
          account.chapters.reduce((all, { summary }) => all + summary[part], 0);
        const whole = summarise(alignment);
        for (const part of Object.keys(whole) as (keyof Summary)[]) expect(sum(part)).toBe(whole[part]);
        const passing = (which: 'cameFrom' | 'wentTo'): number =>
          account.chapters.flatMap((chapter) => chapter[which]).reduce((all, { count }) => all + count, 0);
        expect(passing('cameFrom')).toBe(passing('wentTo'));
        for (const language of ['nb', 'nn', 'en'] as const)
          expect(tellAccount(account, language).chapters).toHaveLength(account.chapters.length);
      }),
      12,
    );
  });

  it('O1 O2 O4 every block stands in the picture, and leaves and arrives once', () => {
    const within = (blocks: readonly Block[], spans: readonly { top: number; bottom: number }[]): void => {
      expect(spans).toHaveLength(blocks.length);
      spans.forEach(({ top, bottom }, index) => {
        expect(bottom).toBeGreaterThan(top);
        expect(top).toBeGreaterThanOrEqual((spans[index - 1]?.bottom ?? 0) - 1e-6);
        expect(bottom).toBeLessThanOrEqual(700);
      });
    };
    check(
      fc.property(revisions, ({ base, current }) => {
        const alignment = alignBlocks(base, current);
        const periods = [
          { name: 'a', blocks: base },
          { name: 'b', blocks: current },
        ];
        const picture = layoutOverview(periods, [alignment], { width: 900, height: 700 });
        within(base, picture.strips[0]?.blocks ?? []);
        within(current, picture.strips[1]?.blocks ?? []);
        const [leaving, arriving] = (['base', 'current'] as const).map((on) => [
          ...new Set(picture.bands.flatMap((band) => band[on])),
        ]);
        const ending = picture.ends.filter(({ kind }) => kind === 'deleted').flatMap(({ blocks }) => blocks);
        const starting = picture.ends.filter(({ kind }) => kind === 'inserted').flatMap(({ blocks }) => blocks);
        const all = (count: number) => Array.from({ length: count }, (_, index) => index);
        const ascending = (indices: readonly number[]) => [...indices].sort((a, b) => a - b);
        expect(ascending([...(leaving ?? []), ...ending])).toEqual(all(base.length));
        expect(ascending([...(arriving ?? []), ...starting])).toEqual(all(current.length));
      }),
      12,
    );
  });
});
