import { describe, expect, test } from 'vitest';
import { amendedText } from '#shared/amendment';
import { personId, type AmendmentId } from '#shared/core/ids';
import { usualFilingRules, type FilingRules } from '#shared/register';
import { verifyChain } from '#shared/register/chain';
import type { RegisterCommand } from '#shared/register/commands';
import { readProgramFile, writeProgramFile } from '#shared/schema/programFile';
import { madeUpFile } from '../schema/madeUpFile';
import { decide, deletion, F, frozenLedger, insertion, replacement, resultOf, texts } from './ledger';
import { chair, madeUpBlock, madeUpContent, proposer, submission } from './madeUpRegister';

type Book = ReturnType<typeof frozenLedger>;
type Submission = Parameters<Book['tell']>[0] & { type: 'submit' };

const other = personId('person-other');
const evening = replacement('p1', 'At alle bed vannes om kvelden hver dag');
const submit = (book: Book, id: AmendmentId, more: Partial<Submission> = {}, change = evening): RegisterCommand => ({
  ...submission(id, book.newest, [change]),
  ...more,
});
const rules = (more: Partial<FilingRules>): RegisterCommand => ({
  type: 'setFilingRules',
  rules: { ...usualFilingRules, ...more },
});
const numbers = (book: Book) => [...book.state.amendments.values()].map(({ number }) => number);
const one = (book: Book, id: AmendmentId) => {
  const amendment = book.state.amendments.get(id);
  if (!amendment) throw new Error(`no ${id}`);
  return amendment;
};
const withdraw = (amendment: AmendmentId): RegisterCommand => ({ type: 'withdraw', amendment });

describe('numbers', () => {
  test('H19 within the chapter, with a prefix, and above all that was ever given', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell(rules({ numbering: 'chapter', prefix: 'F' }))).toBeNull();
    expect(book.tell(submit(book, F(2)))).toBeNull();
    expect(book.tell(submit(book, F(3), {}, deletion('p2')))).toBeNull();
    expect(book.tell(submit(book, F(4), {}, replacement('t', 'Hageprogram')))).toBeNull();
    expect(book.tell(withdraw(F(3)))).toBeNull();
    expect(book.tell(submit(book, F(5)))).toBeNull();
    expect(book.tell(rules({}))).toBeNull();
    expect(book.tell(submit(book, F(6)))).toBeNull();
    expect(numbers(book)).toEqual(['1', 'F1-1', 'F1-2', 'F0-1', 'F1-3', '2']);
  });

  test('H19 the prefix is short and printable', () => {
    const book = frozenLedger();
    expect(book.tell(rules({ prefix: 'F ' }))).toBe('rules-prefix');
    expect(book.tell(rules({ prefix: 'F'.repeat(13) }))).toBe('rules-prefix');
    expect(book.tell(rules({ deadlines: { amending: 'i morgen' } }))).toBe('rules-deadline');
    expect(book.tell(rules({}))).toBe('rules-same');
  });
});

test('H21 the rules hold for what is filed after they are set, and for nothing before', () => {
  const book = frozenLedger();
  expect(book.tell(submit(book, F(1), { proposerIsMember: false }))).toBeNull();
  expect(
    book.tell(rules({ prefix: 'F', deadlines: { draft: '2027-05-28T08:00:00.000Z' }, supportNeeded: false })),
  ).toBeNull();
  expect(book.tell(submit(book, F(2), { proposerIsMember: false }))).toBeNull();
  expect(book.state.filingRules).toMatchObject({ prefix: 'F', supportNeeded: false });
  expect([F(1), F(2)].map((id) => [one(book, id).number, one(book, id).isLate])).toEqual([
    ['1', false],
    ['F1', true],
  ]);
  expect(verifyChain(book.register.entries, book.register.revisions)).toEqual({ ok: true, value: null });
});

describe('deadlines', () => {
  test('H20 what comes late is kept as late, in the phase that has the deadline alone', () => {
    const book = frozenLedger();
    // The ledger's clock is a minute on with each command, from 08:00.
    expect(book.tell(rules({ deadlines: { amending: '2027-05-28T08:04:30.000Z' } }))).toBeNull();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell({ type: 'setPhase', phase: 'amending' })).toBeNull();
    expect(book.tell(submit(book, F(2)))).toBeNull();
    const late = book.ask(submit(book, F(3)));
    expect(late.ok && late.value.receipts.map(({ isLate }) => isLate)).toEqual([true]);
    expect(book.tell(submit(book, F(3)))).toBeNull();
    expect([F(1), F(2), F(3)].map((id) => one(book, id).isLate)).toEqual([false, false, true]);
  });
});

describe('people', () => {
  test('H22 stand behind an amendment once each', () => {
    const book = frozenLedger();
    const member = { person: other, member: true };
    const both = [member, { person: proposer, member: true }, member];
    expect(book.tell(submit(book, F(1), { coProposers: both, proposerIsMember: false }))).toBeNull();
    expect(one(book, F(1))).toMatchObject({ coProposers: [member], proposerIsMember: false });
    expect(book.tell({ type: 'support', amendment: F(1), supporter: member })).toBe('support-given');
    const guest = { person: personId('guest'), member: false };
    expect(book.tell({ type: 'support', amendment: F(1), supporter: guest })).toBeNull();
    expect(one(book, F(1)).supporters).toEqual([guest]);
    expect(book.tell({ type: 'support', amendment: F(9), supporter: guest })).toBe('amendment-unknown');
  });

  test('H24 only what is withdrawn is taken over, under its number', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1), { coProposers: [{ person: other, member: true }] }))).toBeNull();
    const takeOver: RegisterCommand = {
      type: 'takeOver',
      amendment: F(1),
      proposer: { person: other, member: true },
      body: null,
    };
    expect(book.tell(takeOver)).toBe('takeover-open');
    expect(book.tell(withdraw(F(1)))).toBeNull();
    expect(book.tell(takeOver)).toBeNull();
    expect(one(book, F(1))).toMatchObject({ number: '1', proposer: other, coProposers: [], decision: null });
    expect(book.tell(decide([F(1), 'rejected']))).toBeNull();
    expect(book.tell(takeOver)).toBe('amendment-decided');
  });

  test('H5 the entries hold ids alone', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1), { coProposers: [{ person: other, member: true }] }))).toBeNull();
    expect(JSON.stringify(book.register.entries.at(-1)?.event)).not.toMatch(/name/);
  });
});

describe('what is filed', () => {
  test('H23 is corrected where it was possible', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    const correct = (change: typeof evening): RegisterCommand => ({
      type: 'correct',
      amendment: F(1),
      changes: [change],
      rationale: 'Fordi det er bedre.',
      reason: 'Skrivefeil.',
    });
    expect(book.tell(correct(evening))).toBe('correction-empty');
    expect(book.tell(correct(replacement('nowhere', 'At ingenting')))).toBe('change-block-unknown');
    expect(book.tell(correct(replacement('p1', 'At bedene vannes')))).toBeNull();
    expect(one(book, F(1)).changes).toEqual([replacement('p1', 'At bedene vannes')]);
    expect(book.tell(withdraw(F(1)))).toBeNull();
    expect(book.tell(correct(evening))).toBe('amendment-decided');
  });

  test('H25 H28 a joint text stands for open ones; they fall when it is adopted', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell(submit(book, F(2), {}, insertion('p3', 'At porten males')))).toBeNull();
    const joint = { jointOf: [F(1), F(2)] };
    expect(book.tell(submit(book, F(3), { jointOf: [F(1), F(1)] }))).toBe('amendment-repeated');
    expect(book.tell(submit(book, F(3), { jointOf: [F(8)] }))).toBe('amendment-unknown');
    expect(book.tell(submit(book, F(3), joint, replacement('p1', 'At bedene vannes og porten males')))).toBeNull();
    expect(one(book, F(3)).jointOf).toEqual([F(1), F(2)]);
    expect([one(book, F(1)).jointIn, one(book, F(1)).decision]).toEqual([F(3), null]);
    expect(book.tell(decide([F(3), 'adopted']))).toBeNull();
    expect([resultOf(book, F(1)), resultOf(book, F(2))]).toEqual([
      ['fallen', F(3)],
      ['fallen', F(3)],
    ]);
  });

  test('H28 of two alternatives one falls when the other is adopted', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell(submit(book, F(2), { alternativeTo: F(7) }, deletion('p3')))).toBe('amendment-unknown');
    expect(book.tell(submit(book, F(2), { alternativeTo: F(1) }, deletion('p3')))).toBeNull();
    expect(book.tell(decide([F(1), 'adopted'], [F(2), 'adopted']))).toBe('decisions-contradict');
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(resultOf(book, F(2))).toEqual(['fallen', F(1)]);
  });
});

describe('an amendment to an amendment', () => {
  const daily = replacement('p1', 'At alle bed vannes og lukes om kvelden hver dag');
  function withChild(): Book {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell(submit(book, F(2), { parent: F(1) }, daily))).toBeNull();
    return book;
  }
  const text = (book: Book) => texts(book.newest)[3];

  test('H11 is possible in the text of its parent', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1), {}, insertion('p3', 'At porten males')))).toBeNull();
    const inserted = amendedText(book.newest, one(book, F(1)).changes).blocks.at(-1)?.id ?? '';
    expect(book.tell(submit(book, F(2), { parent: F(1) }, replacement(inserted, 'At porten males grønn')))).toBeNull();
    expect(book.tell(submit(book, F(3), {}, replacement(inserted, 'At porten males grønn')))).toBe(
      'change-block-unknown',
    );
    expect(book.tell(submit(book, F(3), { parent: F(2) }))).toBe('parent-nested');
    expect(book.tell(submit(book, F(3), { parent: F(9) }))).toBe('amendment-unknown');
  });

  test('H26 is adopted with its parent, which is then adopted as amended', () => {
    const book = withChild();
    expect(book.tell(decide([F(2), 'adopted']))).toBe('parent-undecided');
    expect(book.tell(decide([F(2), 'adopted'], [F(1), 'adopted']))).toBeNull();
    expect(text(book)).toBe('At alle bed vannes og lukes om kvelden hver dag');
    expect([resultOf(book, F(1)), resultOf(book, F(2))]).toEqual([
      ['adopted', null],
      ['adopted', null],
    ]);
  });

  test('H26 is adopted after its parent', () => {
    const book = withChild();
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect([text(book), one(book, F(2)).decision]).toEqual(['At alle bed vannes om kvelden hver dag', null]);
    expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
    expect(text(book)).toBe('At alle bed vannes og lukes om kvelden hver dag');
  });

  test('H26 one that is rejected leaves its parent as it was filed', () => {
    const book = withChild();
    expect(book.tell(decide([F(2), 'rejected'], [F(1), 'adopted']))).toBeNull();
    expect(text(book)).toBe('At alle bed vannes om kvelden hver dag');
  });

  test('H27 is void when its parent is rejected, and stays when that is withdrawn', () => {
    const rejected = withChild();
    expect(rejected.tell(decide([F(1), 'rejected']))).toBeNull();
    expect(resultOf(rejected, F(2))).toEqual(['void', F(1)]);
    const withdrawn = withChild();
    expect(withdrawn.tell(withdraw(F(1)))).toBeNull();
    expect(one(withdrawn, F(2)).decision).toBeNull();
  });
});

describe('conflicts', () => {
  const revise = (words: string): RegisterCommand => ({
    type: 'revise',
    content: madeUpContent({
      blocks: madeUpContent().blocks.map((block) => (block.id === 'p1' ? madeUpBlock('p1', 'point', words) : block)),
    }),
  });
  const settle = (book: Book, id: AmendmentId, words: string): RegisterCommand => ({
    type: 'settle',
    amendment: id,
    base: book.newest.id,
    changes: [replacement('p1', words)],
  });

  test('H29 what is in no conflict is not settled', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1)))).toBeNull();
    expect(book.tell(settle(book, F(1), 'At alt vannes'))).toBe('settle-no-conflict');
  });

  test('H29 what changed again must be looked at again, and the amendment keeps its number', () => {
    const book = frozenLedger();
    expect(book.tell(submit(book, F(1), {}, replacement('p1', 'At alle bed vannes om natten')))).toBeNull();
    const former = book.newest.id;
    expect(book.tell(revise('At alle bed vannes om morgenen'))).toBeNull();
    expect(book.tell({ ...settle(book, F(1), 'At alt vannes'), base: former } as RegisterCommand)).toBe(
      'settle-outdated',
    );
    expect(book.tell(settle(book, F(1), 'At alle bed vannes om morgenen'))).toBe('change-text-same');
    expect(book.tell(settle(book, F(1), 'At alle bed vannes om natten'))).toBeNull();
    expect(one(book, F(1))).toMatchObject({ number: '1', base: book.newest.id, decision: null });
    expect(book.register.entries.at(-1)?.event).toMatchObject({ type: 'settled', onBehalf: true });
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(texts(book.newest)[3]).toBe('At alle bed vannes om natten');
  });
});

test('H3 PF1 every event of filing holds in the chain and comes back from a file', () => {
  const book = frozenLedger();
  const commands = (): readonly RegisterCommand[] => [
    rules({ prefix: 'F', deadlines: { draft: '2027-05-28T08:01:00.000Z' } }),
    submit(book, F(1), { proposerIsMember: false, coProposers: [{ person: other, member: true }] }),
    submit(book, F(2), { parent: F(1) }, replacement('p1', 'At alle bed vannes om kvelden hver eneste dag')),
    submit(book, F(3), { alternativeTo: F(1) }, { kind: 'programme', outcome: 'postpone', instruction: '' } as never),
    submit(book, F(4), { jointOf: [F(1)] }, deletion('p3')),
    { type: 'support', amendment: F(1), supporter: { person: chair, member: true } },
    { type: 'correct', amendment: F(4), changes: [deletion('p2')], rationale: '', reason: 'Feil punkt.' },
    withdraw(F(4)),
    { type: 'takeOver', amendment: F(4), proposer: { person: other, member: false }, body: 'Østre hagelag' },
  ];
  for (const command of commands()) expect(book.tell(command)).toBeNull();
  const { entries, revisions } = book.register;
  expect(verifyChain(entries, revisions)).toEqual({ ok: true, value: null });
  const read = readProgramFile(writeProgramFile({ ...madeUpFile(), entries, revisions, baseline: null }));
  expect(read.ok && read.value.entries).toEqual(entries);
  expect(read.ok && verifyChain(read.value.entries, read.value.revisions).ok).toBe(true);
});
