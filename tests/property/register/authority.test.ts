import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recommendations, type TextChange } from '#shared/amendment/amendment';
import { amendmentId, blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { phases } from '#shared/domain/phases';
import { performCommand, withOutcome } from '#shared/register/authority';
import { verifyChain } from '#shared/register/chain';
import type { RegisterCommand } from '#shared/register/commands';
import { findRevision, foldRegister, openAmendments, type RegisterData } from '#shared/register/state';
import { chair, madeUpContent, proposer, steadyClock } from '../../unit/register/madeUpRegister';

const blocks = ['t', 'h1', 'l1', 'p1', 'p2', 'p3', 'elsewhere'].map(blockId);
const anyBlock = fc.constantFrom(...blocks);
const anyId = fc.constantFrom(...[1, 2, 3, 4, 5, 6].map((n) => amendmentId(`F${String(n)}`)));
const words = fc.constantFrom('At alle bed vannes', 'At komposten er åpen', 'At grinden males blå', 'Noe helt annet');

const change: fc.Arbitrary<TextChange> = fc.oneof(
  fc.record({ kind: fc.constant('replacement' as const), block: anyBlock, text: words }),
  fc.record({ kind: fc.constant('deletion' as const), block: anyBlock }),
  fc.record({ kind: fc.constant('move' as const), block: anyBlock, after: fc.option(anyBlock) }),
  fc.record({
    kind: fc.constant('insertion' as const),
    after: fc.option(anyBlock),
    blocks: fc.array(
      words.map((text) => ({ kind: 'point' as const, level: null, marker: 'auto', text })),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

/** A command with the newest revision left open: it is known only when the command is given. */
type Step = (newest: RegisterData['revisions'][number]) => RegisterCommand;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ id: anyId, changes: fc.array(change, { maxLength: 2 }) })
      .map(({ id, changes }): Step => (newest) => ({
        type: 'submit',
        amendment: id,
        changes,
        base: newest.id,
        proposer,
        body: null,
        rationale: '',
      })),
  },
  { weight: 1, arbitrary: anyId.map((amendment): Step => () => ({ type: 'withdraw', amendment })) },
  {
    weight: 1,
    arbitrary: fc.tuple(anyId, fc.constantFrom(...recommendations)).map(([amendment, kind]): Step => () => ({
      type: 'recommend',
      amendment,
      recommendation: { kind, text: null, reason: '' },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(anyId, { maxLength: 4 })
      .map((amendments): Step => () => ({ type: 'reorder', amendments, reason: '' })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...phases.slice(0, 5)).map((phase): Step => () => ({ type: 'setPhase', phase })),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(anyId, fc.constantFrom('adopted', 'rejected', 'withdrawn', 'referred')), { maxLength: 3 })
      .map((rows): Step => () => ({
        type: 'decide',
        decisions: rows.map(([amendment, result]) => ({ amendment, result, tally: null })),
      })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat({ max: 5 }), words).map(([index, text]): Step => (newest) => ({
      type: 'revise',
      content: { ...newest, blocks: newest.blocks.map((block, at) => (at === index ? { ...block, text } : block)) },
    })),
  },
);

describe('the authority, whatever it is asked', () => {
  test('H1–H14 the chain holds, numbers run on, what is decided stays, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const context = { clock: steadyClock(), ids: countingIds('new-'), actor: chair };
        let register: RegisterData = { entries: [], revisions: [], baseline: null };
        const freeze = performCommand(register, { type: 'freeze', name: 'Utkast', content: madeUpContent() }, context);
        if (!freeze.ok) throw new Error(freeze.failure.code);
        register = withOutcome(register, freeze.value);
        for (const next of steps) {
          const before = foldRegister(register.entries);
          const newest = findRevision(register, before.newest);
          if (!newest) throw new Error('nothing frozen');
          const outcome = performCommand(register, next(newest), context);
          if (!outcome.ok) continue;
          register = withOutcome(register, outcome.value);
          const now = foldRegister(register.entries);
          // What is folded on from the former state is what is folded from the beginning.
          expect(now).toEqual(foldRegister(structuredClone(register.entries)));
          for (const [id, amendment] of before.amendments) {
            expect(now.amendments.get(id)?.number).toBe(amendment.number);
            if (amendment.decision) expect(now.amendments.get(id)?.decision).toEqual(amendment.decision);
          }
        }
        const state = foldRegister(register.entries);
        expect(verifyChain(register.entries, register.revisions)).toEqual({ ok: true, value: null });
        expect([...state.amendments.values()].map(({ number }) => number)).toEqual(
          [...state.amendments.keys()].map((_, index) => String(index + 1)),
        );
        expect(new Set(register.revisions.map(({ id }) => id)).size).toBe(register.revisions.length);
        const newest = findRevision(register, state.newest);
        const ids = newest?.blocks.map(({ id }) => id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
        expect(openAmendments(state).every(({ decision }) => decision === null)).toBe(true);
      }),
      { numRuns: 250 },
    );
  });
});
