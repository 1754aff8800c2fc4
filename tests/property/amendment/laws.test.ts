import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import { applyAmendments, collisionsOf, rebaseAmendment, votingOrder, type Collision } from '#shared/amendment';
import { mergeWords } from '#shared/amendment/mergeWords';
import { piecesOf } from '#shared/amendment/pieces';
import { amendmentId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import {
  amendmentOf,
  insert,
  join,
  move,
  replaceText,
  revisionOf,
  split,
  strike,
  textsOf,
} from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Fag
  En to tre fire fem. Seks sju åtte.
  - At ni ti elleve tolv.
  - At tretten fjorten.
  # Lønn
  - At femten seksten sytten.
  - At atten.
`);
const count = revision.blocks.length;
const block = fc.nat(count - 1);
const slot = fc.option(block);

const wordsOf = (at: number): readonly string[] => (revision.blocks[at]?.text ?? '').split(' ');

/** The text of a block with some words struck, changed, or set in. */
const edited = (at: number) =>
  fc
    .array(fc.constantFrom('=', '=', '=', '-', 'x', 'y', 'x =', '= y', '= x.'), {
      minLength: wordsOf(at).length,
      maxLength: wordsOf(at).length,
    })
    .map((wishes) =>
      wishes
        .flatMap((wish, index) =>
          wish.split(' ').flatMap((part) => (part === '=' ? [wordsOf(at)[index] ?? ''] : part === '-' ? [] : [part])),
        )
        .join(' '),
    )
    .filter((text) => text !== '');

const replacement = block.chain((at) => edited(at).map((text) => replaceText(at, text)));
const division = block
  .filter((at) => wordsOf(at).length > 1)
  .chain((at) =>
    fc.integer({ min: 1, max: wordsOf(at).length - 1 }).map((cut) => {
      const words = wordsOf(at);
      return split(at, words.slice(0, cut).join(' '), words.slice(cut).join(' '));
    }),
  );
const change: fc.Arbitrary<TextChange> = fc.oneof(
  { weight: 6, arbitrary: replacement },
  {
    weight: 2,
    arbitrary: fc.tuple(slot, fc.constantFrom('Ny a.', 'Ny b.')).map(([after, text]) => insert(after, text)),
  },
  { weight: 2, arbitrary: block.map(strike) },
  { weight: 2, arbitrary: fc.tuple(block, slot).map(([at, after]) => move(at, after)) },
  { weight: 1, arbitrary: division },
  { weight: 1, arbitrary: fc.tuple(block, block).map(([at, other]) => join(at, other)) },
);
const amendments = fc
  .array(fc.array(change, { minLength: 1, maxLength: 2 }), { maxLength: 7 })
  .map((all) => all.map((changes, index) => amendmentOf(revision, index + 1, ...changes)));
const shuffled = amendments.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

const composed = (all: readonly Amendment[], base = revision) => applyAmendments(base, all, countingIds('ny'));
const pairKey = ({ a, b, reason, block: at, rangeInBase }: Collision) =>
  `${[a, b].sort().join(' ')} ${reason} ${at} ${rangeInBase?.start} ${rangeInBase?.end}`;
const runs = { numRuns: 200 };

it('M0 merging one version of a text gives that version exactly', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('a', 'b', ' ', '  ', '.', '\u00a0', '👍🏽'), maxLength: 16 }),
  );
  fc.assert(
    fc.property(text, text, (base, current) => {
      const merge = mergeWords(piecesOf([base]), [{ by: 'x', current: piecesOf([current]) }]);
      expect(merge.pieces.map((piece) => piece.text)).toEqual([current]);
      expect(merge.overlaps).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

it('A1 no amendment leaves the text as it is', () => {
  expect(composed([]).blocks).toEqual(revision.blocks);
});

it('A5 the result does not depend on the order of the list', () => {
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      expect(composed(mixed)).toEqual(composed(all));
    }),
    runs,
  );
});

it('A2 every id is there once, and nothing is there twice', () => {
  fc.assert(
    fc.property(amendments, (all) => {
      const ids = composed(all).blocks.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    runs,
  );
});

it('A15 a collision is about two: the other amendments do not matter', () => {
  const pairwise = amendments.filter((all) => !all.some(({ changes }) => changes.some(({ kind }) => kind === 'join')));
  fc.assert(
    fc.property(pairwise, (all) => {
      const pairs = all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const));
      const alone = pairs.flatMap((pair) => collisionsOf(revision, pair).map(pairKey));
      const inChaptersOfEachOther = (key: string) => key.includes('same-structure') && key.includes('undefined');
      expect(
        [...new Set(collisionsOf(revision, all).map(pairKey))].filter((key) => !inChaptersOfEachOther(key)).sort(),
      ).toEqual([...new Set(alone)].filter((key) => !inChaptersOfEachOther(key)).sort());
    }),
    runs,
  );
});

it('A15 a collision names the same two whichever was submitted first', () => {
  fc.assert(
    fc.property(change, change, (one, other) => {
      const [a, b] = [amendmentOf(revision, 1, one), amendmentOf(revision, 2, other)];
      const [c, d] = [amendmentOf(revision, 1, other), amendmentOf(revision, 2, one)];
      const told = (first: Amendment, second: Amendment) =>
        collisionsOf(revision, [first, second]).map(({ reason, block: at, rangeInBase }) => ({
          reason,
          at,
          rangeInBase,
        }));
      expect(told(c, d)).toEqual(told(a, b));
    }),
    runs,
  );
});

it('A16 an amendment never collides with an identical one', () => {
  fc.assert(
    fc.property(amendments, (all) => {
      const doubled = all.flatMap((amendment) => [
        amendment,
        { ...amendment, id: amendmentId(`${amendment.id}bis`), number: `${amendment.number}b` },
      ]);
      const collisions = collisionsOf(revision, doubled);
      expect(collisions.filter(({ a, b }) => a.replace('bis', '') === b.replace('bis', ''))).toEqual([]);
      const [texts, once] = [textsOf(composed(doubled).blocks), textsOf(composed(all).blocks)];
      expect(texts).toEqual(once);
    }),
    runs,
  );
});

it('B1 rebasing onto the same revision changes nothing', () => {
  fc.assert(
    fc.property(amendments, (all) => {
      for (const amendment of all) {
        expect(rebaseAmendment(amendment, revision, revision)).toEqual({
          state: 'untouched',
          changes: amendment.changes,
        });
      }
    }),
  );
});

it('V1 the voting order names every amendment once, the same for every order of the list', () => {
  fc.assert(
    fc.property(shuffled, ([all, mixed]) => {
      const plan = votingOrder(revision, all, null);
      expect(plan.items.flatMap((item) => item.amendments).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(votingOrder(revision, mixed, null)).toEqual(plan);
    }),
    runs,
  );
});
