import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { ballotOf, contradicts, isPossibleCount, isUsableRule, judgeVote, usualRule } from '#shared/voting';
import type { VoteCount, VoteOutcome, VoteRule } from '#shared/voting';

const count = (given: Partial<VoteCount>): VoteCount => ({
  for: 0,
  against: 0,
  abstained: 0,
  present: null,
  chairVote: null,
  ...given,
});
const rule = (given: Partial<VoteRule>): VoteRule => ({ ...usualRule, ...given });
const absolute = rule({ majority: { kind: 'absolute' } });
const twoThirds = rule({ majority: { kind: 'twoThirds' } });
const threeQuarters = rule({ majority: { kind: 'fraction', numerator: 3, denominator: 4 } });

type Case = readonly [
  name: string,
  rule: VoteRule,
  count: Partial<VoteCount>,
  outcome: VoteOutcome,
  needed: number | null,
];

const cases: readonly Case[] = [
  ['Q1 simple: one more for than against', usualRule, { for: 42, against: 41 }, 'carried', 42],
  ['Q1 simple: more against', usualRule, { for: 40, against: 41 }, 'lost', 42],
  ['Q1 simple: abstentions never count', usualRule, { for: 2, against: 1, abstained: 150 }, 'carried', 2],
  [
    'Q1 simple: nor where the rule counts them',
    rule({ abstentions: 'counted' }),
    { for: 2, against: 1, abstained: 9 },
    'carried',
    2,
  ],
  ['Q2 absolute: exactly half is not enough', absolute, { for: 50, against: 49, abstained: 1 }, 'carried', 50],
  [
    'Q2 absolute: of all votes with abstentions',
    rule({ ...absolute, abstentions: 'counted' }),
    { for: 50, against: 49, abstained: 1 },
    'lost',
    51,
  ],
  [
    'Q2 absolute: of all present',
    rule({ ...absolute, of: 'present' }),
    { for: 78, against: 10, present: 156 },
    'lost',
    79,
  ],
  [
    'Q2 absolute: one more than half of all present',
    rule({ ...absolute, of: 'present' }),
    { for: 79, against: 10, present: 156 },
    'carried',
    79,
  ],
  ['Q3 two thirds: exactly', twoThirds, { for: 2, against: 1 }, 'carried', 2],
  ['Q3 two thirds: one too few', twoThirds, { for: 91, against: 47 }, 'lost', 92],
  [
    'Q3 two thirds of those present',
    rule({ ...twoThirds, of: 'present' }),
    { for: 97, against: 41, present: 156 },
    'lost',
    104,
  ],
  [
    'Q3 two thirds with abstentions counted',
    rule({ ...twoThirds, abstentions: 'counted' }),
    { for: 66, against: 30, abstained: 4 },
    'lost',
    67,
  ],
  ['Q3 a fraction of one’s own', threeQuarters, { for: 75, against: 25 }, 'carried', 75],
  ['Q3 a fraction of one’s own, one too few', threeQuarters, { for: 74, against: 26 }, 'lost', 75],
  [
    'Q3 all of them',
    rule({ majority: { kind: 'fraction', numerator: 1, denominator: 1 } }),
    { for: 9, against: 1 },
    'lost',
    10,
  ],
  ['Q4 the base without abstentions', absolute, { for: 3, against: 2, abstained: 5 }, 'carried', 3],
  ['Q5 a tie is lost', usualRule, { for: 41, against: 41 }, 'lost', 42],
  ['Q5 a tie waits for the chair', rule({ tie: 'chair' }), { for: 41, against: 41 }, 'tied', 42],
  ['Q5 the chair votes for', rule({ tie: 'chair' }), { for: 41, against: 41, chairVote: 'for' }, 'carried', 42],
  ['Q5 the chair votes against', rule({ tie: 'chair' }), { for: 41, against: 41, chairVote: 'against' }, 'lost', 42],
  [
    'Q5 the chair decides no two thirds',
    rule({ ...twoThirds, tie: 'chair' }),
    { for: 41, against: 41, chairVote: 'for' },
    'lost',
    55,
  ],
  [
    'Q5 the chair decides nothing that is not equal',
    rule({ tie: 'chair' }),
    { for: 40, against: 41, chairVote: 'for' },
    'lost',
    42,
  ],
  ['Q6 too few present', rule({ quorum: 79 }), { for: 70, against: 0, present: 78 }, 'noQuorum', null],
  ['Q6 just enough present', rule({ quorum: 79 }), { for: 70, against: 0, present: 79 }, 'carried', 1],
  ['Q6 those who voted are present', rule({ quorum: 79 }), { for: 70, against: 5, abstained: 3 }, 'noQuorum', null],
  [
    'Q7 nobody counted the present',
    rule({ ...twoThirds, of: 'present' }),
    { for: 97, against: 41 },
    'incomplete',
    null,
  ],
  ['Q8 nobody voted', usualRule, {}, 'lost', 1],
  ['Q8 nobody voted, by two thirds', twoThirds, {}, 'lost', 1],
];

test.each(cases)('%s', (_, by, given, outcome, needed) => {
  const verdict = judgeVote(by, count(given));
  expect(verdict).toMatchObject({ outcome, needed });
});

const anyRule: fc.Arbitrary<VoteRule> = fc.record({
  majority: fc.oneof(
    fc.constantFrom({ kind: 'simple' as const }, { kind: 'absolute' as const }, { kind: 'twoThirds' as const }),
    fc
      .integer({ min: 1, max: 9 })
      .chain((denominator) =>
        fc
          .integer({ min: 1, max: denominator })
          .map((numerator) => ({ kind: 'fraction' as const, numerator, denominator })),
      ),
  ),
  of: fc.constantFrom('cast' as const, 'present' as const),
  abstentions: fc.constantFrom('counted' as const, 'ignored' as const),
  tie: fc.constantFrom('lost' as const, 'chair' as const),
  quorum: fc.option(fc.nat(200)),
});
const anyCount = fc
  .tuple(fc.nat(80), fc.nat(80), fc.nat(40), fc.nat(30))
  .map(([yes, no, abstained, silent]) =>
    count({ for: yes, against: no, abstained, present: yes + no + abstained + silent }),
  );

it('Q3 two more votes for never lose what was carried', () => {
  fc.assert(
    fc.property(anyRule, anyCount, (by, given) => {
      if (judgeVote(by, given).outcome !== 'carried') return;
      const more = { ...given, for: given.for + 2, present: (given.present ?? 0) + 2 };
      expect(judgeVote(by, more).outcome).toBe('carried');
    }),
    { numRuns: 2000 },
  );
});

it('Q2 what is needed is the fewest that carries', () => {
  fc.assert(
    fc.property(anyRule, anyCount, (by, given) => {
      const { outcome, needed } = judgeVote({ ...by, tie: 'lost' }, given);
      if (needed === null) return;
      expect(outcome).toBe(given.for >= needed ? 'carried' : 'lost');
    }),
    { numRuns: 2000 },
  );
});

test('Q9 a decision contradicts its count both ways, and nothing where nothing can be said', () => {
  expect(contradicts('adopted', 'lost')).toBe(true);
  expect(contradicts('adopted', 'tied')).toBe(true);
  expect(contradicts('adopted', 'noQuorum')).toBe(true);
  expect(contradicts('rejected', 'carried')).toBe(true);
  expect(contradicts('adopted', 'carried')).toBe(false);
  expect(contradicts('rejected', 'lost')).toBe(false);
  expect(contradicts('adopted', 'incomplete')).toBe(false);
  expect(contradicts('referred', 'carried')).toBe(false);
  expect(ballotOf({ for: 97, against: 41, abstained: 3 }).outcome).toBe('carried');
});

test('Q10 a part is more than nothing and at most all; a count is whole and fits into the room', () => {
  const fraction = (numerator: number, denominator: number) =>
    isUsableRule(rule({ majority: { kind: 'fraction', numerator, denominator } }));
  expect([fraction(3, 4), fraction(1, 1)]).toEqual([true, true]);
  expect([fraction(0, 4), fraction(5, 4), fraction(1, 0), fraction(1.5, 2)]).toEqual([false, false, false, false]);
  expect(isUsableRule(rule({ quorum: -1 }))).toBe(false);
  expect(isPossibleCount(count({ for: 3, against: 2, present: 5 }))).toBe(true);
  expect(isPossibleCount(count({ for: 3, against: 3, present: 5 }))).toBe(false);
  expect(isPossibleCount(count({ for: 0.5 }))).toBe(false);
  expect(isPossibleCount(count({ against: -1 }))).toBe(false);
});
