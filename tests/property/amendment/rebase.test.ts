import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import {
  applyAmendments,
  collisionsAmong,
  collisionsOf,
  rebaseAmendment,
  standingsOf,
  votingPlanOf,
} from '#shared/amendment';
import { countingIds } from '#shared/core/sources';
import type { Revision } from '#shared/domain/revision';
import {
  amendmentOf,
  blocksOf,
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
  = Program for havna
  # Fag og fyr
  Fyrene skal lyse hele natten. Losene må få sove om dagen, og båtene ligge trygt.
  - At hver havn har sin egen fogd.
  - At skipene får plass uten å vente lenge.
  # Lønn og vilkår
  - At lønna følger ansvaret som vaktene krever.
  - At avtalene gjelder for alle som arbeider her.
`);
const block = fc.nat(revision.blocks.length - 1);
const wordsOf = (at: number): readonly string[] => (revision.blocks[at]?.text ?? '').split(' ');

/** One or two words of a block changed, struck or set in. */
const smallAt = (at: number) =>
  fc
    .tuple(fc.nat(wordsOf(at).length - 1), fc.constantFrom('nytt', 'annet'), fc.constantFrom('swap', 'add', 'strike'))
    .map(([where, word, how]) => {
      const words = [...wordsOf(at)];
      words.splice(where, how === 'add' ? 0 : 1, ...(how === 'strike' && words.length > 1 ? [] : [word]));
      return replaceText(at, words.join(' '));
    });
const small = block.chain(smallAt);
const division = fc.constantFrom(2, 6).chain((at) =>
  fc.integer({ min: 3, max: wordsOf(at).length - 3 }).map((cut) => {
    const words = wordsOf(at);
    return split(at, words.slice(0, cut).join(' '), words.slice(cut).join(' '));
  }),
);
const change: fc.Arbitrary<TextChange> = fc.oneof(
  { weight: 4, arbitrary: small },
  { weight: 2, arbitrary: fc.option(block).map((after) => insert(after, 'At noe ganske nytt kommer til.')) },
  { weight: 2, arbitrary: block.map(strike) },
  { weight: 1, arbitrary: fc.tuple(block, fc.option(block)).map(([at, after]) => move(at, after)) },
  { weight: 1, arbitrary: division },
  { weight: 1, arbitrary: fc.constantFrom(3, 6).map((at) => join(at, at + 1)) },
);

const composed = (base: Revision, all: readonly Amendment[], prefix: string) =>
  applyAmendments(base, all, countingIds(prefix));
/** Where something moved comes to the slot of another, their order is that of adoption; and which of two moved blocks moved is not to be seen afterwards. */
const comeToOneSlot = (one: TextChange, other: TextChange): boolean =>
  [one, other].every(({ kind }) => kind === 'move' || kind === 'insertion') &&
  [one, other].some(({ kind }) => kind === 'move');

const isHeading = (id: string): boolean =>
  revision.blocks.some((candidate) => candidate.id === id && candidate.kind === 'heading');

/** Without its heading a chapter belongs to the one before, which then reaches further than whoever moves it has asked for. */
const changesExtent = (one: TextChange, other: TextChange): boolean =>
  one.kind === 'deletion' && isHeading(one.block) && other.kind === 'move' && isHeading(other.block);

it('B10 B12 B13 adopting one and carrying the other over gives the text of both together', () => {
  fc.assert(
    fc.property(change, change, (one, other) => {
      fc.pre(!comeToOneSlot(one, other));
      const [a, b] = [amendmentOf(revision, 1, one), amendmentOf(revision, 2, other)];
      const together = composed(revision, [a, b], 'x');
      fc.pre(collisionsOf(revision, [a, b]).length === 0 && together.unplaced.length === 0);
      const adopted = revisionOf(composed(revision, [a], 'y').blocks);
      const { state, changes } = rebaseAmendment(b, revision, adopted);
      if (changesExtent(one, other) && state === 'conflict') return;
      expect(state).not.toBe('conflict');
      const after = composed(adopted, [{ ...b, base: adopted.id, changes }], 'z');
      expect(after.unplaced).toEqual([]);
      expect(textsOf(after.blocks)).toEqual(textsOf(together.blocks));
    }),
    { numRuns: 500 },
  );
});

/** Some neighbouring words of a block put in the place of others, or struck. */
const stretchOf = (at: number) =>
  fc
    .tuple(fc.nat(wordsOf(at).length - 1), fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'nytt', 'annet'))
    .map(([where, length, word]) => {
      const words = [...wordsOf(at)];
      words.splice(where, length, ...(word === '' && words.length > length ? [] : [word || 'nytt']));
      return replaceText(at, words.join(' '));
    });

it('B11 what changes the same words as an adopted one is in conflict, never silently carried', () => {
  const pairs = block.chain((at) => fc.tuple(stretchOf(at), stretchOf(at)));
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const [a, b] = [amendmentOf(revision, 1, one), amendmentOf(revision, 2, other)];
      const isCollision = collisionsOf(revision, [a, b]).some(({ reason }) => reason === 'same-words');
      const adopted = revisionOf(composed(revision, [a], 'y').blocks);
      const rebased = rebaseAmendment(b, revision, adopted);
      if (isCollision) expect(rebased).toEqual({ state: 'conflict', changes: b.changes });
      else expect(rebased.state).not.toBe('conflict');
    }),
    { numRuns: 500 },
  );
});

it('S7 what is remembered while amendments come and go is what is worked out from nothing', () => {
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 2, maxLength: 5 }),
      fc.array(change, { maxLength: 2 }),
      (filed, revised) => {
        const newest = revisionOf(
          composed(
            revision,
            revised.map((one, at) => amendmentOf(revision, 90 + at, one)),
            'n',
          ).blocks,
        );
        const all = filed.map((one, at) => amendmentOf(revision, at + 1, one));
        const worked = (amendments: readonly Amendment[], from: Revision, to: Revision) => {
          const standings = standingsOf(amendments, to, () => from, 'nb');
          return { standings, plan: votingPlanOf(to, standings, null), collisions: collisionsAmong(to, standings) };
        };
        // One more each time, and then each of them taken away.
        for (const some of [...all.map((_, at) => all.slice(0, at + 1)), ...all.map((_, at) => all.toSpliced(at, 1))])
          expect(worked(some, revision, newest)).toEqual(
            worked(structuredClone(some), structuredClone(revision), structuredClone(newest)),
          );
      },
    ),
    { numRuns: 60 },
  );
});

it('B2 what is the same before and behind takes no part: an amendment is carried alike in a short text and in the middle of a long one', () => {
  const filler = (name: string) =>
    blocksOf(
      Array.from({ length: 12 }, (_, at) => `- At ${name} nummer ${at} holder stand i ${at + 3} år.`).join('\n'),
      Array.from({ length: 12 }, (_, at) => `${name}${at}`),
    );
  const within = ({ blocks: own }: Pick<Revision, 'blocks'>) =>
    revisionOf([...filler('mur'), ...own, ...filler('kai')]);
  fc.assert(
    fc.property(change, fc.array(change, { minLength: 1, maxLength: 3 }), (filed, revised) => {
      fc.pre([filed, ...revised].every((one) => !('after' in one) || one.after !== null));
      const adopted = revised.map((one, at) => amendmentOf(revision, 90 + at, one));
      const newest = revisionOf(composed(revision, adopted, 'n').blocks);
      const amendment = amendmentOf(revision, 1, filed);
      const [longFrom, longTo] = [within(revision), within(newest)];
      const long = rebaseAmendment({ ...amendment, base: longFrom.id }, longFrom, longTo);
      // What comes first in the short text comes behind the filler in the long one.
      const changes = long.changes.map((one) =>
        'after' in one && one.after === 'mur11' ? { ...one, after: null } : one,
      );
      expect({ ...long, changes }).toEqual(rebaseAmendment(amendment, revision, newest));
    }),
    { numRuns: 300 },
  );
});
