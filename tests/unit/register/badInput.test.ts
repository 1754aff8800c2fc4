import { describe, expect, test } from 'vitest';
import type { TextChange } from '#shared/amendment/amendment';
import { personId, revisionId, type RevisionId } from '#shared/core/ids';
import { describeFailure } from '#shared/messages/describe';
import type { RegisterCommand } from '#shared/register';
import { mayPerform } from '#shared/sync';
import { deletion, F, frozenLedger, insertion, replacement } from './ledger';
import { submission } from './madeUpRegister';

/** One frozen text with one amendment; what is asked for then, and the sentence that comes back. The register is as it was. */
function told(command: (book: ReturnType<typeof frozenLedger>) => RegisterCommand): string {
  const book = frozenLedger();
  book.tell(submission(F(1), book.newest, [deletion('p3')]));
  const before = book.register;
  const outcome = book.ask(command(book));
  expect(book.register).toBe(before);
  return outcome.ok ? '' : describeFailure(outcome.failure, 'nb');
}
const file = (change: TextChange, more: object = {}) =>
  told((book) => ({ ...submission(F(2), book.newest, [change]), ...more }));

describe('H11 what cannot be filed gets a sentence that says what, where and what to do', () => {
  test.each<readonly [what: string, answer: () => string, sentence: string]>([
    [
      'against a revision that is not known',
      () => file(deletion('p1'), { base: revisionId('ukjent') satisfies RevisionId }),
      'Forslaget gjelder en versjon som ikke finnes i dette programmet. Åpne den versjonen som er sendt ut, og skriv forslaget mot den.',
    ],
    [
      'to a block that never existed',
      () => file(deletion('aldri')),
      'Forslaget gjelder en tekst som ikke finnes i «Høringsutkast». Velg stedet på nytt.',
    ],
    [
      'with the same text',
      () => file(replacement('p1', 'At alle bed vannes om kvelden')),
      'Teksten er den samme som før. Endre minst ett tegn.',
    ],
    [
      'empty',
      () => file(replacement('p1', ' \t ')),
      'Forslaget har ingen tekst. Skriv den nye teksten, eller velg å stryke.',
    ],
    [
      'without any change',
      () => told((book) => submission(F(2), book.newest, [])),
      'Forslaget endrer ingenting. Skriv hva som skal endres.',
    ],
    [
      '1 MB long',
      () => file(insertion('p1', 'x'.repeat(1_000_000))),
      'Teksten er på 1000000 tegn; det meste et forslag kan ha på ett sted, er 100000. Del den opp.',
    ],
    [
      'twice',
      () => told((book) => submission(F(1), book.newest, [deletion('p1')])),
      'Det finnes alt et forslag med kjennetegnet «F1». Gi det nye et annet.',
    ],
    ['to one that is not there', () => file(deletion('p1'), { parent: F(9) }), '«F9»'],
    [
      'by nobody known: support for what is not there',
      () => told(() => ({ type: 'support', amendment: F(9), supporter: { person: personId('p'), member: true } })),
      '«F9»',
    ],
  ])('%s', (_, answer, sentence) => {
    expect(answer()).toContain(sentence);
  });

  test('after the deadline it is kept, and marked as late', () => {
    const book = frozenLedger();
    book.tell({
      type: 'setFilingRules',
      rules: { ...book.state.filingRules, deadlines: { draft: '2000-01-01T00:00:00.000Z' } },
    });
    expect(book.tell(submission(F(1), book.newest, [deletion('p1')]))).toBeNull();
    expect(book.state.amendments.get(F(1))?.isLate).toBe(true);
  });

  test('by someone without the right: a reader files nothing', () => {
    expect(mayPerform('reader', 'submit')).toBe(false);
    expect(describeFailure({ code: 'not-allowed', params: {} }, 'nb')).toBe(
      'Invitasjonen din gir ikke rett til dette. Spør sekretariatet.',
    );
  });
});
