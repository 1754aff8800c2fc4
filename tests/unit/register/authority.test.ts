import { describe, expect, test } from 'vitest';
import { revisionId, type AmendmentId } from '#shared/core/ids';
import { countingIds } from '#shared/core/sources';
import { performCommand } from '#shared/register/authority';
import { verifyChain } from '#shared/register/chain';
import type { RegisterCommand } from '#shared/register/commands';
import { describeReceipt, describeTimestamp } from '#shared/register/receipt';
import type { RegisterData } from '#shared/register/state';
import { readProgramFile, writeProgramFile } from '#shared/schema/programFile';
import { madeUpFile } from '../schema/madeUpFile';
import { decide, deletion, F, frozenLedger, insertion, ledger, replacement, resultOf, texts } from './ledger';
import { chair, madeUpBlock, madeUpContent, madeUpRevision, steadyClock, submission } from './madeUpRegister';

describe('freezing', () => {
  test('H9 a freeze records the revision, its name and its line settings', () => {
    const book = frozenLedger();
    expect(book.newest).toEqual({ ...madeUpRevision(), frozenAt: '2027-05-28T08:00:00.000Z' });
    expect(book.register.entries.map(({ event }) => event.type)).toEqual(['frozen']);
  });

  test('H9 the same text under the same name is refused; under a new name it is recorded once more', () => {
    const book = frozenLedger();
    expect(book.tell({ type: 'freeze', name: ' Høringsutkast ', content: madeUpContent() })).toBe('nothing-changed');
    expect(book.tell({ type: 'freeze', name: 'Innstilling', content: madeUpContent() })).toBeNull();
    expect(book.state.frozen.map(({ name }) => name)).toEqual(['Høringsutkast', 'Innstilling']);
    expect(book.register.revisions).toHaveLength(1);
    expect(verifyChain(book.register.entries, book.register.revisions).ok).toBe(true);
  });

  test('H9 neither a nameless revision nor an empty text is frozen', () => {
    const book = ledger();
    expect(book.tell({ type: 'freeze', name: ' ', content: madeUpContent() })).toBe('name-missing');
    const empty = madeUpContent({ blocks: [madeUpBlock('a', 'paragraph', '')] });
    expect(book.tell({ type: 'freeze', name: 'Utkast', content: empty })).toBe('text-empty');
  });
});

describe('submitting', () => {
  test('H10 numbers run on, whatever is withdrawn or decided', () => {
    const book = frozenLedger();
    for (const n of [1, 2]) expect(book.tell(submission(F(n), book.newest, [deletion('p1')]))).toBeNull();
    expect(book.tell({ type: 'withdraw', amendment: F(2) })).toBeNull();
    expect(book.tell(submission(F(3), book.newest, [deletion('p2')]))).toBeNull();
    expect([...book.state.amendments.values()].map(({ number }) => number)).toEqual(['1', '2', '3']);
  });

  test('H11 the base must be a revision of this programme', () => {
    const book = frozenLedger();
    const unknown = { ...madeUpRevision(), id: revisionId('0'.repeat(64)) };
    expect(book.tell(submission(F(1), unknown, [deletion('p1')]))).toBe('base-unknown');
  });

  test('H11 the baseline of the previous period takes no amendments', () => {
    const baseline = madeUpRevision('2025–2027', { title: 'Forrige program' });
    const register: RegisterData = { entries: [], revisions: [baseline], baseline: baseline.id };
    const context = { clock: steadyClock(), ids: countingIds('new-'), actor: chair };
    const outcome = performCommand(register, submission(F(1), baseline, [deletion('p1')]), context);
    expect(outcome.ok ? null : outcome.failure.code).toBe('base-unknown');
  });

  test('H11 an id is used once, and an amendment changes something that is there', () => {
    const book = frozenLedger();
    expect(book.tell(submission(F(1), book.newest, []))).toBe('amendment-empty');
    expect(book.tell(submission(F(1), book.newest, [deletion('nowhere')]))).not.toBeNull();
    expect(book.tell(submission(F(1), book.newest, [deletion('p1')]))).toBeNull();
    expect(book.tell(submission(F(1), book.newest, [deletion('p2')]))).toBe('amendment-exists');
  });

  test('H11 after the programme is adopted none is filed', () => {
    const book = frozenLedger();
    expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBeNull();
    expect(book.tell(submission(F(1), book.newest, [deletion('p1')]))).toBe('amendments-closed');
    expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBe('phase-same');
  });

  test('H11 the proposer gets a receipt with number, place, time and the hash of the entry', () => {
    const book = frozenLedger();
    const outcome = book.ask(submission(F(1), book.newest, [replacement('p2', 'At komposten er låst')]));
    if (!outcome.ok) throw new Error(outcome.failure.code);
    const [entry] = outcome.value.entries;
    const [receipt] = outcome.value.receipts;
    expect(receipt).toMatchObject({ amendment: 'F1', number: '1', hash: entry?.hash, at: entry?.at });
    const text = receipt ? describeReceipt(receipt, 'nb', '28. mai 2027 kl. 10.05') : '';
    expect(text).toContain('endringsforslag 1');
    expect(text).toContain('Mottatt 28. mai 2027 kl. 10.05\n');
    expect(text).toContain('kap. 1 pkt. 2, linje 5');
    expect(text).toContain(entry?.hash);
    expect(describeTimestamp('2027-05-28T08:05:00.000Z', 'nb')).toBe('28. mai 2027 kl. 08.05 (UTC)');
  });
});

describe('names', () => {
  test('H5 no entry holds a name: what the directory holds can be erased, and the chain verifies as before', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    book.tell(decide([F(1), 'adopted']));
    const { entries, revisions, baseline } = book.register;
    const people = { 'person-chair': { name: 'Kari Bergsdal' }, 'person-proposer': { name: 'Åse Ødegård' } };
    const file = { ...madeUpFile(), entries, revisions, baseline };
    const withNames = writeProgramFile({ ...file, people });
    const erased = readProgramFile(writeProgramFile({ ...file, people: {} }));
    if (!erased.ok) throw new Error(erased.failure.code);
    expect(JSON.stringify(erased.value)).not.toMatch(/Bergsdal|Ødegård/);
    expect(withNames).not.toEqual(writeProgramFile(erased.value));
    expect(verifyChain(erased.value.entries, erased.value.revisions).ok).toBe(true);
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([chair]));
  });
});

describe('recommending, ordering, withdrawing', () => {
  test('H12 a recommendation can be changed while the amendment is open', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    for (const kind of ['adopt', 'reject'] as const)
      expect(
        book.tell({ type: 'recommend', amendment: F(1), recommendation: { kind, text: null, reason: '' } }),
      ).toBeNull();
    expect(book.state.amendments.get(F(1))?.recommendation?.kind).toBe('reject');
  });

  test('H12 what is decided takes no recommendation, no withdrawal and no second decision', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    expect(book.tell(decide([F(1), 'rejected']))).toBeNull();
    const recommendation = { kind: 'adopt', text: null, reason: '' } as const;
    expect(book.tell({ type: 'recommend', amendment: F(1), recommendation })).toBe('amendment-decided');
    expect(book.tell({ type: 'withdraw', amendment: F(1) })).toBe('amendment-decided');
    expect(book.tell(decide([F(1), 'adopted']))).toBe('amendment-decided');
  });

  test('H15 an order names known amendments, each once', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    book.tell(submission(F(2), book.newest, [deletion('p2')]));
    const order = (...amendments: readonly AmendmentId[]): RegisterCommand => ({
      type: 'reorder',
      amendments,
      reason: '',
    });
    expect(book.tell(order(F(2), F(9)))).toBe('amendment-unknown');
    expect(book.tell(order(F(2), F(2)))).toBe('amendment-repeated');
    expect(book.tell(order(F(2), F(1)))).toBeNull();
    expect(book.state.votingOrder).toEqual(['F2', 'F1']);
  });
});

describe('deciding', () => {
  test('H13 H14 what is adopted makes the next revision; what is rejected does not', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    book.tell(submission(F(2), book.newest, [deletion('p2')]));
    expect(book.tell(decide([F(1), 'adopted'], [F(2), 'rejected']))).toBeNull();
    expect(texts(book.newest)[3]).toBe('At alle bed vannes om morgenen');
    expect(texts(book.newest)).toHaveLength(6);
    expect(book.register.entries.at(-1)?.event).toMatchObject({ type: 'revised', cause: 'decisions' });
    expect(book.newest.name).toBe('Versjon 2');
    expect(verifyChain(book.register.entries, book.register.revisions).ok).toBe(true);
  });

  test('H14 where nothing is adopted the text stands, and no revision is made', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    book.tell(decide([F(1), 'rejected']));
    expect(book.register.revisions).toHaveLength(1);
    expect(book.register.entries.map(({ event }) => event.type)).toEqual(['frozen', 'submitted', 'decided']);
  });

  test('H13 what collides with an adopted amendment falls, and says because of which', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    book.tell(submission(F(2), book.newest, [replacement('p1', 'At alle bed vannes ved midnatt')]));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(resultOf(book, F(2))?.[1]).toBe('F1');
    expect(['fallen', 'void']).toContain(resultOf(book, F(2))?.[0]);
  });

  test('H13 one command cannot adopt both sides of a collision', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    book.tell(submission(F(2), book.newest, [replacement('p1', 'At alle bed vannes ved midnatt')]));
    const before = book.register;
    expect(book.tell(decide([F(1), 'adopted'], [F(2), 'adopted']))).toBe('decisions-contradict');
    expect(book.register).toBe(before);
  });

  test('H13 what was rejected stays rejected although another was adopted', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    book.tell(submission(F(2), book.newest, [replacement('p1', 'At alle bed vannes ved midnatt')]));
    book.tell(decide([F(2), 'rejected'], [F(1), 'adopted']));
    expect(resultOf(book, F(2))).toEqual(['rejected', null]);
  });

  test.each(['adopted', 'rejected'] as const)('H13 identical amendments are %s together', (result) => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    book.tell(submission(F(2), book.newest, [replacement('p1', 'At alle bed vannes om morgenen')]));
    expect(book.tell(decide([F(1), result]))).toBeNull();
    expect(resultOf(book, F(1))).toEqual([result, null]);
    expect(resultOf(book, F(2))).toEqual([result, 'F1']);
    expect(texts(book.newest)).toHaveLength(6);
  });

  test('H13 withdrawing one of two identical amendments leaves the other', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    book.tell(submission(F(2), book.newest, [deletion('p1')]));
    book.tell(decide([F(1), 'withdrawn']));
    expect(resultOf(book, F(2))).toBeNull();
  });

  test('H14 an amendment against an older text is carried to the newest before it is adopted', () => {
    const book = frozenLedger();
    const first = book.newest;
    book.tell(submission(F(1), first, [insertion('l1', 'At grinden males')]));
    book.tell(submission(F(2), first, [replacement('p3', 'At redskap deles mellom naboene')]));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
    expect(texts(book.newest)).toEqual([
      'Program for hagelaget',
      'Jord og vann',
      'Hagelaget vil arbeide for:',
      'At grinden males',
      'At alle bed vannes om kvelden',
      'At komposten er åpen for alle',
      'At redskap deles mellom naboene',
    ]);
  });

  test('H14 one that cannot be carried cannot be adopted, but can be rejected', () => {
    const book = frozenLedger();
    const first = book.newest;
    expect(
      book.tell({ type: 'freeze', name: 'Innstilling', content: madeUpContent({ blocks: first.blocks.slice(0, 3) }) }),
    ).toBeNull();
    expect(book.tell(submission(F(1), first, [replacement('p3', 'At redskap deles mellom naboene')]))).toBeNull();
    expect(book.tell(decide([F(1), 'adopted']))).toBe('amendment-unplaceable');
    expect(book.tell(decide([F(1), 'rejected']))).toBeNull();
  });

  test('H14 an amended title is the title of the next revision', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [replacement('t', 'Program for hele hagelaget')]));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(book.newest.title).toBe('Program for hele hagelaget');
  });

  test('H8 H13 one wrong decision among many records none', () => {
    const book = frozenLedger();
    book.tell(submission(F(1), book.newest, [deletion('p1')]));
    const before = book.register;
    expect(book.tell(decide([F(1), 'adopted'], [F(7), 'adopted']))).toBe('amendment-unknown');
    expect(book.tell(decide([F(1), 'adopted'], [F(1), 'rejected']))).toBe('amendment-repeated');
    const tally = { for: -1, against: 0.5, abstained: 0 };
    expect(book.tell({ type: 'decide', decisions: [{ amendment: F(1), result: 'adopted', tally }] })).toBe(
      'tally-invalid',
    );
    expect(book.register).toBe(before);
  });

  test('H14 nothing is decided before anything is frozen', () => {
    expect(ledger().tell(decide([F(1), 'adopted']))).toBe('nothing-frozen');
  });
});

describe('revising', () => {
  test('H16 a text written elsewhere becomes the newest; the same text is refused', () => {
    const book = frozenLedger();
    const blocks = madeUpContent().blocks.map((block) =>
      block.id === 'p1' ? { ...block, text: 'At alle bed vannes' } : block,
    );
    expect(book.tell({ type: 'revise', content: madeUpContent({ blocks }) })).toBeNull();
    expect(book.newest.blocks[3]?.text).toBe('At alle bed vannes');
    expect(book.tell({ type: 'revise', content: madeUpContent({ blocks }) })).toBe('nothing-changed');
  });

  test('H16 a former text can come back', () => {
    const book = frozenLedger();
    const other = madeUpContent({ blocks: madeUpContent().blocks.slice(0, 5) });
    book.tell({ type: 'revise', content: other });
    expect(book.tell({ type: 'revise', content: madeUpContent() })).toBeNull();
    expect(book.newest.id).toBe(madeUpRevision().id);
    expect(book.register.revisions).toHaveLength(2);
  });
});
