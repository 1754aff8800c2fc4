import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import type { RegisterCommand } from '#shared/register';
import { mergedText, standAgainst } from '../../support/naiveWords';
import { F, frozenLedger, replacement } from '../../unit/register/ledger';
import { madeUpContent, submission } from '../../unit/register/madeUpRegister';

/**
 * An oracle for what decisions lead to. It knows each proposal as a line of words, asks about every pair until nothing more follows, and shares nothing with the
 * code but the words.
 */

const points = ['p1', 'p2', 'p3'];
const textOf = new Map<string, string>(madeUpContent().blocks.map(({ id, text }) => [id, text]));

type Result = 'adopted' | 'rejected' | 'referred';
interface Proposal {
  readonly rank: number;
  readonly block: string;
  /** What it is an amendment to the words of: the text, or its parent's. */
  readonly base: string;
  readonly text: string;
  readonly parent: number | null;
  readonly alternativeTo: number | null;
  readonly jointOf: number | null;
}

/** What is done at each word in turn; new words are the proposer's own, so that no two ask for the same by chance. */
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('keep') },
    { weight: 1, arbitrary: fc.constant('strike') },
    { weight: 1, arbitrary: fc.constant('change') },
    { weight: 1, arbitrary: fc.constant('add') },
  ),
  { minLength: 10, maxLength: 10 },
);
const reworded = (base: string, rank: number, own: readonly string[]): string =>
  base
    .split(' ')
    .flatMap((word, at) => {
      const step = own[at] ?? 'keep';
      const fresh = `ny${rank}ord${at}`;
      return step === 'strike' ? [] : step === 'change' ? [fresh] : step === 'add' ? [fresh, word] : [word];
    })
    .join(' ');

const wish = fc.record({
  block: fc.constantFrom(...points),
  steps,
  tie: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constantFrom('parent', 'alternativeTo', 'jointOf'), to: fc.nat(7) }),
    },
  ),
});
const sets = fc.array(wish, { minLength: 2, maxLength: 7 }).map((wishes) => {
  const all: Proposal[] = [];
  for (const { block, steps: own, tie } of wishes) {
    const rank = all.length;
    const to = tie && rank > 0 ? tie.to % rank : null;
    const other = to === null ? undefined : all[to];
    const parent = tie?.what === 'parent' && other?.parent === null ? other : null;
    const base = parent?.text ?? textOf.get(block) ?? '';
    const text = reworded(base, rank, own);
    const isNew = !all.some((one) => one.base === base && one.text === text);
    if (text === base || text === '' || !isNew) continue;
    all.push({
      rank,
      block: parent?.block ?? block,
      base,
      text,
      parent: parent?.rank ?? null,
      alternativeTo: tie?.what === 'alternativeTo' ? to : null,
      jointOf: tie?.what === 'jointOf' ? to : null,
    });
  }
  return all;
});
const results = fc.array(fc.tuple(fc.nat(6), fc.constantFrom<Result>('adopted', 'adopted', 'rejected', 'referred')), {
  minLength: 1,
  maxLength: 4,
});

interface Expected {
  readonly refusal: string | null;
  /** Who comes to nothing because of another. */
  readonly follows: ReadonlySet<number>;
  readonly texts: readonly string[];
}

function expectedOf(all: readonly Proposal[], decided: ReadonlyMap<number, Result>): Expected {
  const isAdopted = (rank: number): boolean => decided.get(rank) === 'adopted';
  /** With the adopted amendments to it taken in. */
  const effective = (one: Proposal): string =>
    isAdopted(one.rank)
      ? mergedText(
          one.text,
          all.filter(({ rank, parent }) => parent === one.rank && isAdopted(rank)).map(({ text }) => text),
        )
      : one.text;
  const jointIn = new Map(all.flatMap(({ rank, jointOf }) => (jointOf === null ? [] : [[jointOf, rank]])));
  const collide = (x: Proposal, y: Proposal): boolean =>
    x.parent === y.parent && x.block === y.block && standAgainst(x.base, effective(x), effective(y));
  /** Whether `y` cannot live beside an adopted `x`. */
  const fells = (x: Proposal, y: Proposal): boolean =>
    x !== y &&
    (collide(x, y) || x.alternativeTo === y.rank || y.alternativeTo === x.rank || jointIn.get(y.rank) === x.rank);

  const adopted = all.filter(({ rank }) => isAdopted(rank));
  const orphan = adopted.some(({ parent }) => parent !== null && !isAdopted(parent));
  const contradicts = adopted.some((x) => adopted.some((y) => fells(x, y)));
  const refusal = orphan ? 'parent-undecided' : contradicts ? 'decisions-contradict' : null;

  const follows = new Set<number>();
  for (let before = -1; before !== follows.size;) {
    before = follows.size;
    for (const y of all) {
      if (decided.has(y.rank)) continue;
      const cameToNothing = (rank: number): boolean =>
        follows.has(rank) || (decided.has(rank) && decided.get(rank) !== 'adopted');
      if (adopted.some((x) => fells(x, y)) || (y.parent !== null && cameToNothing(y.parent))) follows.add(y.rank);
    }
  }
  const texts = points.map((block) =>
    mergedText(
      textOf.get(block) ?? '',
      adopted.filter((one) => one.block === block && one.parent === null).map(effective),
    ),
  );
  return { refusal, follows, texts };
}

const numRuns = Number(process.env.AMENDMENT_SETS ?? 300);
const seed = Number(process.env.AMENDMENT_SEED ?? 20_270_528);

it(
  `H26 H27 H28 decisions lead to what a naive oracle makes of them: to amendments to amendments, alternatives, joint texts and the words (${numRuns} sets, seed ${seed})`,
  () => {
    fc.assert(
      fc.property(sets, results, (all, wishes) => {
        fc.pre(all.length > 0);
        const book = frozenLedger();
        for (const { rank, block, text, parent, alternativeTo, jointOf } of all) {
          const command: RegisterCommand = {
            ...submission(F(rank), book.newest, [replacement(block, text)]),
            ...(parent === null ? {} : { parent: F(parent) }),
            ...(alternativeTo === null ? {} : { alternativeTo: F(alternativeTo) }),
            ...(jointOf === null ? {} : { jointOf: [F(jointOf)] }),
          };
          expect(book.tell(command)).toBeNull();
        }
        const decided = new Map(wishes.map(([at, result]) => [at % all.length, result]));
        const expected = expectedOf(all, decided);
        const decisions = [...decided].map(([rank, result]) => ({ amendment: F(rank), result, tally: null }));
        expect(book.tell({ type: 'decide', decisions })).toBe(expected.refusal);
        if (expected.refusal !== null) return;
        const followed = all.flatMap(({ rank }) =>
          !decided.has(rank) && book.state.amendments.get(F(rank))?.decision ? [rank] : [],
        );
        expect(new Set(followed)).toEqual(expected.follows);
        const texts = points.map((id) => book.newest.blocks.find((block) => block.id === blockId(id))?.text);
        expect(texts).toEqual(expected.texts);
      }),
      { numRuns, seed },
    );
  },
  // Beside others on a small machine 10 000 sets have taken ten times as long as alone.
  60_000 + numRuns * 300,
);
