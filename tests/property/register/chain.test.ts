import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amendmentId } from '#shared/core/ids';
import { phases } from '#shared/domain/phases';
import { appendEvents, verifyChain } from '#shared/register/chain';
import type { RegisterEntry, RegisterEvent } from '#shared/register/events';
import { foldRegister } from '#shared/register/state';
import { chair, madeUpRevision } from '../../unit/register/madeUpRegister';

const revision = madeUpRevision();
const anyId = fc.constantFrom('F1', 'F2', 'F3').map(amendmentId);
const event: fc.Arbitrary<RegisterEvent> = fc.oneof(
  fc.constantFrom(...phases).map((phase) => ({ type: 'phaseChanged' as const, phase })),
  anyId.map((amendment) => ({ type: 'withdrawn' as const, amendment })),
  fc.array(anyId).map((amendments) => ({ type: 'ordered' as const, amendments, reason: 'Etter ønske' })),
  fc
    .string()
    .map((name) => ({ type: 'frozen' as const, revision: revision.id, name, lineSettings: revision.lineSettings })),
);
const chains = fc
  .array(event, { minLength: 1, maxLength: 12 })
  .map((events) => appendEvents([], events, { at: '2027-05-28T08:00:00.000Z', actor: chair }));

/** Every string and number inside an entry, as a path to it. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function alterAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${String(value)}x`;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? alterAt(item, rest) : item));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: alterAt(record[key], rest) };
}

const verdict = (entries: readonly RegisterEntry[]) => {
  const verified = verifyChain(entries, [revision]);
  return verified.ok ? null : verified.failure.params.seq;
};

describe('the chain', () => {
  test('H1 H2 every chain that was appended holds, in whatever steps it was appended', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, at) => {
        expect(verdict(chain)).toBeNull();
        const cut = at % chain.length;
        const context = { at: '2027-05-28T08:00:00.000Z', actor: chair };
        const first = chain.slice(0, cut);
        const rest = chain.slice(cut).map((entry) => entry.event);
        expect([...first, ...appendEvents(first, rest, context)]).toEqual(chain);
      }),
    );
  });

  test('H3 a change of any one field of any one entry is found, at that entry', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (chain, which, where) => {
        const index = which % chain.length;
        const paths = leaves(chain[index]);
        const path = paths[where % paths.length] ?? [];
        const altered = chain.map((entry, at) => (at === index ? (alterAt(entry, path) as RegisterEntry) : entry));
        expect(verdict(altered)).toBe(index + 1);
      }),
      { numRuns: 400 },
    );
  });

  test('H3 an entry left out anywhere but at the end is found', () => {
    fc.assert(
      fc.property(
        chains.filter((chain) => chain.length > 1),
        fc.nat(),
        (chain, which) => {
          const index = which % (chain.length - 1);
          expect(verdict(chain.filter((_, at) => at !== index))).toBe(index + 1);
        },
      ),
    );
  });

  test('H6 the fold never throws, whatever the order of events', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const state = foldRegister(appendEvents([], events, { at: '2027-05-28T08:00:00.000Z', actor: null }));
        expect(state.amendments.size).toBe(0);
      }),
    );
  });
});
