import { expect } from 'vitest';
import type { TextChange } from '#shared/amendment/amendment';
import { amendmentId, blockId, type AmendmentId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import type { Revision } from '#shared/domain/revision';
import { performCommand, withOutcome } from '#shared/register/authority';
import type { DecisionMade, RegisterCommand } from '#shared/register/commands';
import { findRevision, foldRegister, type RegisterData } from '#shared/register/state';
import { chair, madeUpContent, steadyClock } from './madeUpRegister';

/** A register that can be asked for things one after the other, as a window does. */
export function ledger() {
  const context = { clock: steadyClock(), ids: countingIds('new-'), actor: chair };
  let register: RegisterData = { entries: [], revisions: [], baseline: null };
  const ask = (command: RegisterCommand) => performCommand(register, command, context);
  return {
    ask,
    /** The failure's code, or `null` where it went through; it is recorded then. */
    tell(command: RegisterCommand): string | null {
      const outcome = ask(command);
      if (!outcome.ok) return outcome.failure.code;
      register = withOutcome(register, outcome.value);
      return null;
    },
    get register() {
      return register;
    },
    get state() {
      return foldRegister(register.entries);
    },
    get newest(): Revision {
      const newest = findRevision(register, foldRegister(register.entries).newest);
      if (!newest) throw new Error('nothing frozen');
      return newest;
    },
  };
}

export function frozenLedger() {
  const book = ledger();
  expect(book.tell({ type: 'freeze', name: 'Høringsutkast', content: madeUpContent() })).toBeNull();
  return book;
}

export const F = (n: number): AmendmentId => amendmentId(`F${String(n)}`);
export const replacement = (block: string, text: string): TextChange => ({
  kind: 'replacement',
  block: blockId(block),
  text,
});
export const deletion = (block: string): TextChange => ({ kind: 'deletion', block: blockId(block) });
export const insertion = (after: string, text: string): TextChange => ({
  kind: 'insertion',
  after: blockId(after),
  blocks: [{ kind: 'point', level: null, marker: 'auto', text }],
});
export const decide = (...decisions: readonly (readonly [AmendmentId, DecisionMade['result']])[]): RegisterCommand => ({
  type: 'decide',
  decisions: decisions.map(([amendment, result]) => ({
    amendment,
    result,
    tally: { for: 9, against: 2, abstained: 1 },
  })),
});
export const texts = (revision: Revision) => revision.blocks.map((block) => block.text);
export const resultOf = (book: ReturnType<typeof ledger>, id: AmendmentId) => {
  const decision = book.state.amendments.get(id)?.decision;
  return decision ? [decision.result, decision.because] : null;
};
