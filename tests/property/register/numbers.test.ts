import fc from 'fast-check';
import { expect, it } from 'vitest';
import { personId } from '#shared/core/ids';
import { appendEvents, foldRegister, usualFilingRules, type RegisterCommand } from '#shared/register';
import { deletion, F, frozenLedger, insertion, replacement } from '../../unit/register/ledger';
import { submission } from '../../unit/register/madeUpRegister';

const seed = 20_270_528;
const changes = [
  replacement('p1', 'At alle bed vannes'),
  deletion('p2'),
  insertion('p3', 'At noe nytt'),
  replacement('t', 'Hageprogram'),
];

/** What three delegates and a secretariat do, each in an order of their own. */
const doing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('submit' as const), change: fc.nat(changes.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('withdraw' as const), at: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('takeOver' as const), at: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('rules' as const),
      prefix: fc.constantFrom('', 'F', 'F1-', '1'),
      numbering: fc.constantFrom('continuous', 'chapter'),
    }),
  },
);
type Doing = typeof doing extends fc.Arbitrary<infer One> ? One : never;

/** All that the queues hold, one after the other, as `turns` has it. */
function interleaved(queues: readonly (readonly Doing[])[], turns: readonly number[]): readonly Doing[] {
  const left = queues.map((queue) => [...queue]);
  const taken = turns.flatMap((turn) => left[turn % left.length]?.splice(0, 1) ?? []);
  return [...taken, ...left.flat()];
}

function played(all: readonly Doing[]) {
  const book = frozenLedger();
  const numbers: string[] = [];
  all.forEach((one, at) => {
    const named = 'at' in one ? F(one.at) : F(at);
    const change = one.what === 'submit' ? changes[one.change] : undefined;
    const command: RegisterCommand =
      one.what === 'submit' && change
        ? submission(named, book.newest, [change])
        : one.what === 'rules'
          ? { type: 'setFilingRules', rules: { ...usualFilingRules, prefix: one.prefix, numbering: one.numbering } }
          : one.what === 'withdraw'
            ? { type: 'withdraw', amendment: named }
            : { type: 'takeOver', amendment: named, proposer: { person: personId('ny'), member: true }, body: null };
    if (book.tell(command) === null && one.what === 'submit')
      numbers.push(book.state.amendments.get(named)?.number ?? '');
  });
  return { book, numbers };
}

const queues = fc.array(fc.array(doing, { maxLength: 8 }), { minLength: 3, maxLength: 3 });
const turns = fc.array(fc.nat(2), { maxLength: 24 });

it(`H10 H19 a number is given once, in whatever order several file and whatever the rules become meanwhile (seed ${seed})`, () => {
  fc.assert(
    fc.property(queues, turns, (all, order) => {
      const { book, numbers } = played(interleaved(all, order));
      expect(new Set(numbers).size).toBe(numbers.length);
      // And never altered afterwards.
      expect([...book.state.amendments.values()].map(({ number }) => number)).toEqual(numbers);
    }),
    { numRuns: 150, seed },
  );
}, 60_000);

it(`H6 events recorded in batches fold to what they fold to one by one (seed ${seed})`, () => {
  fc.assert(
    fc.property(queues, turns, fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 10 }), (all, order, sizes) => {
      const { entries } = played(interleaved(all, order)).book.register;
      const stamp = { at: '2027-05-28T08:00:00.000Z', actor: null };
      const events = entries.map(({ event }) => event);
      const single = events.reduce<readonly (typeof entries)[number][]>(
        (chain, event) => [...chain, ...appendEvents(chain, [event], stamp)],
        [],
      );
      let batched: typeof single = [];
      for (let at = 0, batch = 0; at < events.length; batch++) {
        const size = sizes[batch % Math.max(1, sizes.length)] ?? events.length;
        batched = [...batched, ...appendEvents(batched, events.slice(at, at + size), stamp)];
        at += size;
      }
      expect(batched).toEqual(single);
      expect(foldRegister(batched)).toEqual(foldRegister(single));
    }),
    { numRuns: 100, seed },
  );
}, 60_000);
