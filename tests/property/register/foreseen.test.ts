import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consequencesAmong, relationsOf, standingsOf, textsOfStandings, votingPlanOf } from '#shared/amendment';
import { decisionResults, type TextChange } from '#shared/amendment/amendment';
import { amendmentId, blockId } from '#shared/core/ids';
import { findRevision, foreseeDecisions, openAmendments, type RegisterCommand } from '#shared/register';
import { F, frozenLedger } from '../../unit/register/ledger';
import { submission } from '../../unit/register/madeUpRegister';

type Submit = Extract<RegisterCommand, { type: 'submit' }>;

const block = fc.constantFrom('p1', 'p2', 'p3').map(blockId);
const change: fc.Arbitrary<TextChange> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(block, fc.constantFrom('At én.', 'At to ting.', 'At alle bed vannes'))
      .map(([at, text]): TextChange => ({ kind: 'replacement', block: at, text })),
  },
  { weight: 2, arbitrary: block.map((at): TextChange => ({ kind: 'deletion', block: at })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('reject', 'postpone', 'referBack' as const)
      .map((outcome): TextChange => ({ kind: 'programme', outcome, instruction: '' })),
  },
);
/** What each is to one filed before it, if anything. */
const tie = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('parent', 'alternativeTo', 'jointOf'), to: fc.nat(7) }) },
);
const results = decisionResults.filter((result) => result !== 'fallen' && result !== 'void');
const seed = 20_270_528;

/** A register with amendments that amend, replace and unite each other; what cannot be filed is left out. */
function tangled(filed: readonly { readonly change: TextChange; readonly tie: { what: string; to: number } | null }[]) {
  const book = frozenLedger();
  filed.forEach(({ change: own, tie: bond }, at) => {
    const other = F(((bond?.to ?? 0) % Math.max(1, at)) + 1);
    const more: Partial<Submit> =
      bond?.what === 'parent'
        ? { parent: other }
        : bond?.what === 'alternativeTo'
          ? { alternativeTo: other }
          : bond
            ? { jointOf: [other] }
            : {};
    book.tell({ ...submission(F(at + 1), book.newest, [own]), ...(at === 0 ? {} : more) });
  });
  return book;
}
const sets = fc.array(fc.record({ change, tie }), { minLength: 2, maxLength: 8 });

it(`V16 what the window foresees is what the authority records, or refuses for (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      sets,
      fc.array(fc.tuple(fc.nat(7), fc.constantFrom(...results)), { minLength: 1, maxLength: 3 }),
      (filed, wishes) => {
        const book = tangled(filed);
        const { register, state, newest } = book;
        const decisions = wishes.flatMap(([at, result]) => {
          const id = F((at % filed.length) + 1);
          return state.amendments.has(id) ? [{ amendment: id, result, tally: null }] : [];
        });
        fc.pre(new Set(decisions.map(({ amendment }) => amendment)).size === decisions.length);
        const foreseen = foreseeDecisions({ decisions }, newest, register, state);
        const refusal = book.tell({ type: 'decide', decisions });
        expect(foreseen.ok ? null : foreseen.failure.code).toBe(refusal);
        if (!foreseen.ok) return;
        for (const { amendment, result, because } of foreseen.value)
          expect(book.state.amendments.get(amendment)?.decision).toMatchObject({ result, because });
        const told = new Set([...decisions, ...foreseen.value].map(({ amendment }) => amendment));
        for (const { id, decision } of book.state.amendments.values())
          if (!told.has(id) && decision)
            expect(decision).toMatchObject({
              result: decisions.find(({ amendment }) => amendment === decision.because)?.result,
            });
      },
    ),
    { numRuns: 300, seed },
  );
}, 60_000);

it(`V16 what the drawing says falls with one, falls when the authority adopts it (seed ${seed})`, () => {
  fc.assert(
    fc.property(sets, fc.nat(7), (filed, chosen) => {
      const book = tangled(filed);
      const { register, state, newest } = book;
      const open = openAmendments(state);
      const standings = standingsOf(open, newest, (id) => findRevision(register, id));
      const plan = votingPlanOf(newest, standings, null);
      const carried = [...standings.values()].map((standing) => standing.carried);
      const relations = relationsOf(carried, textsOfStandings(newest, standings), plan);
      const first = plan.items[chosen % plan.items.length]?.amendments[0] ?? amendmentId('');
      const falls = relations.flatMap(({ kind, from, to }) =>
        from === first && ['falls', 'void', 'referred'].includes(kind) ? [to] : [],
      );
      if (book.tell({ type: 'decide', decisions: [{ amendment: first, result: 'adopted', tally: null }] }) !== null)
        return;
      for (const to of falls) expect(book.state.amendments.get(to)?.decision?.result).toMatch(/fallen|void|referred/);
    }),
    { numRuns: 300, seed },
  );
}, 60_000);

it('V16 nothing follows from nothing', () => {
  expect(consequencesAmong([], [])([])).toEqual({ follow: [], contradictions: [] });
});
