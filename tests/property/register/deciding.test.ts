import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextChange } from '#shared/amendment/amendment';
import { collisionsOf } from '#shared/amendment';
import { amendmentId, blockId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { performCommand, withOutcome } from '#shared/register/authority';
import { verifyChain } from '#shared/register/chain';
import type { RegisterCommand } from '#shared/register/commands';
import { findRevision, foldRegister, type RegisterData } from '#shared/register/state';
import { chair, madeUpContent, steadyClock, submission } from '../../unit/register/madeUpRegister';
import { amendmentOf } from '../../support/amendmentCases';

const points = ['p1', 'p2', 'p3'].map(blockId);
const point = fc.constantFrom(...points);
const textOf = new Map(madeUpContent().blocks.map(({ id, text }) => [id, text]));

/** Another word in the place of one, or a word set in. */
const reworded = point.chain((block) => {
  const words = (textOf.get(block) ?? '').split(' ');
  return fc
    .tuple(fc.nat(words.length - 1), fc.constantFrom('rosa', 'grønne'), fc.boolean())
    .map(([at, word, isNew]): TextChange => ({
      kind: 'replacement',
      block,
      text: words.toSpliced(at, isNew ? 0 : 1, word).join(' '),
    }));
});
const change: fc.Arbitrary<TextChange> = fc.oneof(
  { weight: 4, arbitrary: reworded },
  { weight: 1, arbitrary: point.map((block): TextChange => ({ kind: 'deletion', block })) },
  {
    weight: 1,
    arbitrary: fc.tuple(point, fc.constantFrom('At noe nytt', 'At noe annet')).map(([after, text]): TextChange => ({
      kind: 'insertion',
      after,
      blocks: [{ kind: 'point', level: null, marker: 'auto', text }],
    })),
  },
);

/** A register with one amendment for each of the changes. */
function filed(changes: readonly TextChange[]) {
  const context = { clock: steadyClock(), ids: countingIds('n'), actor: chair };
  let register: RegisterData = { entries: [], revisions: [], baseline: null };
  const tell = (command: RegisterCommand): string | null => {
    const outcome = performCommand(register, command, context);
    if (!outcome.ok) return outcome.failure.code;
    register = withOutcome(register, outcome.value);
    return null;
  };
  const newest = () => {
    const found = findRevision(register, foldRegister(register.entries).newest);
    if (!found) throw new Error('nothing frozen');
    return found;
  };
  tell({ type: 'freeze', name: 'Høringsutkast', content: madeUpContent() });
  const base = newest();
  changes.forEach((one, at) => tell(submission(amendmentId(`F${at + 1}`), base, [one])));
  const adopt = (number: number): string | null =>
    tell({ type: 'decide', decisions: [{ amendment: amendmentId(`F${number}`), result: 'adopted', tally: null }] });
  const texts = (): readonly string[] => newest().blocks.map(({ text }) => text);
  return { base, tell, adopt, texts, newest, register: () => register };
}

/** Sets words in and takes none away: what comes to one place one after the other stands there in the order of adoption (known limit of the SPEC). */
const onlyAdds = (one: TextChange): boolean =>
  one.kind === 'insertion' ||
  (one.kind === 'replacement' && one.text.split(' ').length > (textOf.get(one.block) ?? '').split(' ').length);

it('H14 two that do not collide give the same text whichever is adopted first', () => {
  fc.assert(
    fc.property(change, change, (one, other) => {
      fc.pre(!(onlyAdds(one) && onlyAdds(other)));
      const [first, second] = [filed([one, other]), filed([one, other])];
      const pair = [one, other].map((each, at) => amendmentOf(first.base, at + 1, each));
      fc.pre(collisionsOf(first.base, pair).length === 0);
      first.adopt(1);
      first.adopt(2);
      second.adopt(2);
      second.adopt(1);
      expect(first.texts()).toEqual(second.texts());
    }),
    { numRuns: 300 },
  );
});

it('H37 adopting and taking back gives the text before, the same open amendments, and a chain that holds', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const book = filed(changes);
      const before = book.newest();
      const openBefore = [...foldRegister(book.register().entries).amendments.values()].map(({ decision }) => decision);
      if (book.adopt(1) !== null) return;
      expect(book.tell({ type: 'takeBackDecisions', reason: 'Feil.' })).toBeNull();
      expect(book.newest()).toEqual(before);
      const { entries, revisions } = book.register();
      expect([...foldRegister(entries).amendments.values()].map(({ decision }) => decision)).toEqual(openBefore);
      expect(verifyChain(entries, revisions)).toEqual({ ok: true, value: null });
    }),
    { numRuns: 300 },
  );
});
