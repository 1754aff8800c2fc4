import { describe, expect, test } from 'vitest';
import type { ProgrammeOutcome, Recommendation, TextChange } from '#shared/amendment/amendment';
import { blockId, type AmendmentId } from '#shared/core/ids';
import { verifyChain } from '#shared/register/chain';
import type { RegisterCommand } from '#shared/register/commands';
import { openUnfinished } from '#shared/register';
import { usualRule, type VoteCount } from '#shared/voting';
import { decide, deletion, F, frozenLedger, insertion, ledger, replacement, resultOf, texts } from './ledger';
import { madeUpContent, submission } from './madeUpRegister';

type Book = ReturnType<typeof frozenLedger>;

const count = (yes: number, no: number, abstained = 0): VoteCount => ({
  for: yes,
  against: no,
  abstained,
  present: null,
  chairVote: null,
});
const recommend = (amendment: AmendmentId, recommendation: Partial<Recommendation>): RegisterCommand => ({
  type: 'recommend',
  amendment,
  recommendation: { kind: 'adopt', text: null, reason: '', ...recommendation },
});
const adopt = (
  amendments: readonly AmendmentId[],
  more: Partial<Extract<RegisterCommand, { type: 'decide' }>['decisions'][number]> = {},
): RegisterCommand => ({
  type: 'decide',
  decisions: amendments.map((amendment) => ({ amendment, result: 'adopted', tally: null, ...more })),
});
const textOf = (book: Book, block: string) => book.newest.blocks.find(({ id }) => id === block)?.text;

/** Amendments with one change each, numbered from 1. */
function filedBook(...changes: readonly ReturnType<typeof replacement>[]): Book {
  const book = frozenLedger();
  changes.forEach((change, at) => {
    expect(book.tell(submission(F(at + 1), book.newest, [change]))).toBeNull();
  });
  return book;
}

describe('recommendations', () => {
  test('H30 come out together, and none of them when one cannot be made', () => {
    const book = filedBook(deletion('p1'), deletion('p2'));
    const publish = (...kinds: readonly Partial<Recommendation>[]): RegisterCommand => ({
      type: 'publishRecommendations',
      recommendations: kinds.map((one, at) => ({
        amendment: F(at + 1),
        recommendation: { kind: 'adopt', text: null, reason: '', ...one },
      })),
    });
    expect(book.tell(publish({}, { kind: 'coveredBy' }))).toBe('recommended-cover-missing');
    expect(book.state.amendments.get(F(1))?.recommendation).toBeNull();
    expect(book.tell(publish())).toBe('recommendations-none');
    expect(book.tell(publish({}, { kind: 'coveredBy', by: F(1), reason: 'Samme sak.' }))).toBeNull();
    expect(book.state.amendments.get(F(1))?.recommendation?.kind).toBe('adopt');
    expect(book.state.amendments.get(F(2))?.recommendation).toMatchObject({ kind: 'coveredBy', by: F(1) });
  });

  test('H30 a changed text is there, and is one that could have been filed', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    const kind = 'adoptWithChanges';
    expect(book.tell(recommend(F(1), { kind }))).toBe('recommended-text-missing');
    expect(book.tell(recommend(F(1), { kind, text: ' \n ' }))).toBe('recommended-text-missing');
    expect(book.tell(recommend(F(1), { kind, text: 'At alle bed vannes om kvelden' }))).toBe('change-text-same');
    const elsewhere = [replacement('nowhere', 'At')];
    expect(book.tell(recommend(F(1), { kind, text: null, changes: elsewhere }))).toBe('change-block-unknown');
    expect(book.tell(recommend(F(1), { kind: 'coveredBy', by: F(1) }))).toBe('recommended-cover-missing');
    expect(book.tell(recommend(F(1), { kind, text: 'At alle bed vannes om morgenen' }))).toBeNull();
  });
});

describe('the adopted wording', () => {
  const changed = { kind: 'adoptWithChanges', text: 'At alle bed vannes om morgenen' } as const;

  test('H32 adopting what is recommended with changed text adopts the changed text', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    book.tell(recommend(F(1), changed));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle bed vannes om morgenen');
    const { decision, changes } = book.state.amendments.get(F(1)) ?? {};
    expect(decision?.changes).toEqual([replacement('p1', 'At alle bed vannes om morgenen')]);
    expect(changes).toEqual([replacement('p1', 'At alle bed vannes daglig')]);
  });

  test('H32 the meeting may adopt the text as it was filed', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    book.tell(recommend(F(1), changed));
    expect(book.tell(adopt([F(1)], { wording: 'filed' }))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle bed vannes daglig');
    expect(book.state.amendments.get(F(1))?.decision?.changes).toBeUndefined();
  });

  test('H32 who asked for the same shares the words that were adopted', () => {
    const same = replacement('p1', 'At alle bed vannes daglig');
    const book = filedBook(same, same);
    book.tell(recommend(F(1), changed));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle bed vannes om morgenen');
    expect(resultOf(book, F(2))).toEqual(['adopted', F(1)]);
  });

  test('H32 whoever asks for the same is adopted in the same words, whichever of them the changed text was recommended for', () => {
    const same = replacement('p1', 'At alle bed og krukker vannes daglig');
    for (const advisedOne of [F(1), F(2)])
      for (const text of ['At alle bed vannes daglig', 'At alle bed vannes om morgenen']) {
        const book = filedBook(same, same);
        book.tell(recommend(advisedOne, { kind: 'adoptWithChanges', text }));
        expect(book.tell(adopt([F(1), F(2)]))).toBeNull();
        expect(textOf(book, 'p1')).toBe(text);
        for (const one of [F(1), F(2)])
          expect(book.state.amendments.get(one)?.decision?.changes).toEqual([replacement('p1', text)]);
      }
  });

  test('H32 amendments to one amendment that ask for the same are adopted in the same words', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    const within = { ...submission(F(2), book.newest, [replacement('p1', 'At alle bed og krukker vannes daglig')]) };
    expect(book.tell({ ...within, parent: F(1) })).toBeNull();
    expect(book.tell({ ...within, amendment: F(3), parent: F(1) })).toBeNull();
    book.tell(recommend(F(2), { kind: 'adoptWithChanges', text: 'At alle krukker vannes daglig' }));
    expect(book.tell(adopt([F(1), F(2), F(3)]))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle krukker vannes daglig');
  });

  test('H23 what is recommended stays at the place it was written for when the amendment is corrected to be about another', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    book.tell(recommend(F(1), changed));
    const changes = [replacement('p2', 'At komposten er åpen for medlemmer')];
    expect(book.tell({ type: 'correct', amendment: F(1), changes, rationale: '', reason: 'Feil punkt.' })).toBeNull();
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(textOf(book, 'p1')).toBe(changed.text);
    expect(textOf(book, 'p2')).toBe('At komposten er åpen for alle');
  });

  test('H29 the changed text of the recommendation was about the words before, and is not adopted after the conflict is settled', () => {
    const book = filedBook(
      replacement('p1', 'At alle bed vannes daglig'),
      replacement('p1', 'At alle bed og krukker vannes om natten'),
    );
    book.tell(recommend(F(1), changed));
    expect(book.tell({ ...adopt([F(2)]), keepOpen: [F(1)] } as RegisterCommand)).toBeNull();
    const changes = [replacement('p1', 'At alle bed og krukker vannes daglig')];
    expect(book.tell({ type: 'settle', amendment: F(1), base: book.newest.id, changes })).toBeNull();
    expect(book.state.amendments.get(F(1))?.recommendation).toBeNull();
    expect(book.tell(adopt([F(1)]))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle bed og krukker vannes daglig');
  });

  test('H32 what collides is told by the words that are adopted', () => {
    const book = filedBook(
      replacement('p1', 'At få bed vannes om kvelden'),
      replacement('p1', 'At mange bed vannes om kvelden'),
    );
    book.tell(recommend(F(1), { kind: 'adoptWithChanges', text: 'At alle bed vannes om morgenen' }));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    // In the changed words the first one leaves alone what the second one changes.
    expect(resultOf(book, F(2))).toBeNull();
    expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At mange bed vannes om morgenen');
  });

  test('H32 a recommendation of old without its text is not adopted by guess', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'));
    expect(book.tell(adopt([F(1)], { wording: 'recommended' }))).toBe('recommended-text-missing');
  });
});

describe('counting', () => {
  test('H31 a count is recorded with its rule and what it amounts to', () => {
    const book = filedBook(deletion('p1'));
    const twoThirds = { ...usualRule, majority: { kind: 'twoThirds' } } as const;
    expect(book.tell({ type: 'setVoteRule', rule: twoThirds })).toBeNull();
    expect(book.state.voteRule).toEqual(twoThirds);
    const votes = [{ amendments: [F(1)], rule: null, count: count(60, 40) }];
    expect(
      book.tell({ type: 'decide', decisions: [{ amendment: F(1), result: 'rejected', tally: null }], votes }),
    ).toBeNull();
    const decision = book.state.amendments.get(F(1))?.decision;
    expect(decision?.tally).toEqual({ for: 60, against: 40, abstained: 0 });
    expect(decision?.ballot).toEqual({ rule: twoThirds, count: count(60, 40), outcome: 'lost' });
  });

  test('H31 what was put to the vote by a rule of its own is counted by that, whatever the programme’s is', () => {
    const book = filedBook(deletion('p1'), deletion('p2'), deletion('p3'));
    const twoThirds = { ...usualRule, majority: { kind: 'twoThirds' } } as const;
    const voteOn = (...amendments: readonly AmendmentId[]): RegisterCommand => ({
      type: 'decide',
      decisions: amendments.map((amendment) => ({ amendment, result: 'rejected', tally: null })),
      votes: [{ amendments, rule: null, count: count(60, 50) }],
    });
    const outcomeOf = (id: AmendmentId) => book.state.amendments.get(id)?.decision?.ballot?.outcome;
    expect(book.tell({ type: 'openVote', amendments: [F(1), F(2)], rule: twoThirds })).toBeNull();
    expect(book.tell(voteOn(F(3)))).toBeNull();
    expect(outcomeOf(F(3))).toBe('carried');
    expect(book.tell(voteOn(F(1), F(2)))).toBeNull();
    expect([outcomeOf(F(1)), outcomeOf(F(2))]).toEqual(['lost', 'lost']);
  });

  test('H31 a rule by which nothing can be decided, and a count that cannot be, are refused', () => {
    const book = filedBook(deletion('p1'));
    const none = { ...usualRule, majority: { kind: 'fraction', numerator: 0, denominator: 3 } } as const;
    expect(book.tell({ type: 'setVoteRule', rule: none })).toBe('vote-rule-unusable');
    expect(book.tell({ type: 'openVote', amendments: [F(1)], rule: none })).toBe('vote-rule-unusable');
    const impossible = { ...count(9, 2), present: 10 };
    const votes = [{ amendments: [F(1)], rule: null, count: impossible }];
    expect(book.tell({ ...decide([F(1), 'adopted']), votes } as RegisterCommand)).toBe('tally-invalid');
    const unknown = [{ amendments: [F(7)], rule: null, count: count(1, 0) }];
    expect(book.tell({ ...decide([F(1), 'adopted']), votes: unknown } as RegisterCommand)).toBe('amendment-unknown');
  });

  test('H33 what is put to the vote stands there until it is decided; a vote of its own is asked for and given up', () => {
    const book = filedBook(deletion('p1'), deletion('p2'));
    expect(book.tell({ type: 'openVote', amendments: [], rule: null })).toBe('vote-empty');
    expect(book.tell({ type: 'openVote', amendments: [F(1), F(2)], rule: null })).toBeNull();
    expect(book.state.opened).toEqual({ amendments: [F(1), F(2)], rule: usualRule });
    expect(book.tell({ type: 'askSeparateVote', amendment: F(2) })).toBeNull();
    expect([...book.state.separate]).toEqual([F(2)]);
    expect(book.tell({ type: 'joinEnBloc', amendment: F(2) })).toBeNull();
    expect(book.state.separate.size).toBe(0);
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(book.state.opened).toBeNull();
    expect(book.tell({ type: 'askSeparateVote', amendment: F(1) })).toBe('amendment-decided');
    expect(book.tell({ type: 'openVote', amendments: [F(1)], rule: null })).toBe('amendment-decided');
  });
});

describe('the programme as a whole', () => {
  const about = (outcome: ProgrammeOutcome): TextChange => ({ kind: 'programme', outcome, instruction: '' });

  test.each([
    ['reject', ['fallen', F(2)]],
    ['referBack', ['referred', F(2)]],
    ['postpone', null],
  ] as const)(
    'H38 %s: what becomes of the rest is recorded, and the text is not adopted before a new one is laid',
    (outcome, rest) => {
      const book = filedBook(deletion('p1'), about(outcome));
      expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
      expect(resultOf(book, F(1))).toEqual(rest);
      expect(book.state.programme).toEqual({ outcome, by: F(2) });
      expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBe('programme-not-standing');
      const content = { ...madeUpContent(), title: 'Ny tekst' };
      expect(book.tell({ type: 'revise', content })).toBeNull();
      expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBeNull();
    },
  );

  test('H38 the decision is taken back, and the programme stands again', () => {
    const book = filedBook(deletion('p1'), about('reject'));
    book.tell(decide([F(2), 'adopted']));
    expect(book.tell({ type: 'takeBackDecisions', reason: 'Feil forslag.' })).toBeNull();
    expect(book.state.programme).toBeNull();
    expect(resultOf(book, F(1))).toBeNull();
  });

  test('V14 to adopt words of a programme that is rejected contradicts itself', () => {
    const book = filedBook(deletion('p1'), about('reject'));
    expect(book.tell(decide([F(1), 'adopted'], [F(2), 'adopted']))).toBe('decisions-contradict');
  });
});

describe('what a person must finish', () => {
  const colliding = () =>
    filedBook(replacement('p1', 'At få bed vannes om kvelden'), replacement('p1', 'At mange bed vannes om kvelden'));

  test('H34 what would fall is kept open, and adopted although it has no place any more', () => {
    const book = colliding();
    expect(book.tell({ ...decide([F(1), 'adopted']), keepOpen: [F(2)] } as RegisterCommand)).toBeNull();
    expect(resultOf(book, F(2))).toBeNull();
    expect(book.tell(decide([F(2), 'adopted']))).toBe('amendment-unplaceable');
    expect(book.tell(adopt([F(2)], { despite: true, reason: 'Møtet vil ha begge.' }))).toBeNull();
    expect(book.state.amendments.get(F(2))?.decision).toMatchObject({ despite: true, reason: 'Møtet vil ha begge.' });
    expect(openUnfinished(book.state)).toMatchObject([{ item: 'u1', reason: 'unplaceable', amendments: [F(2)] }]);
  });

  test('H34 two that change the same words are both adopted only when that is said', () => {
    const book = colliding();
    expect(book.tell(adopt([F(1), F(2)]))).toBe('decisions-contradict');
    expect(book.tell(adopt([F(1), F(2)], { despite: true, reason: ' ' }))).toBe('override-reason-missing');
    expect(book.tell(adopt([F(1), F(2)], { despite: true, reason: 'Møtet vil ha begge.' }))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At alle bed vannes om kvelden');
    expect(openUnfinished(book.state)).toMatchObject([
      { reason: 'overlap', amendments: [F(1), F(2)], block: 'p1', settled: null },
    ]);
  });

  test('H35 the programme is not adopted before each is finished or accepted', () => {
    const book = colliding();
    book.tell(adopt([F(1), F(2)], { despite: true, reason: 'Møtet vil ha begge.' }));
    expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBe('text-unfinished');
    const correction = {
      block: blockId('p1'),
      text: 'At noen bed vannes om kvelden',
      kind: 'finish',
      note: '',
    } as const;
    expect(book.tell({ type: 'correctText', corrections: [{ ...correction, place: 'here' }], settles: ['u7'] })).toBe(
      'unfinished-unknown',
    );
    expect(
      book.tell({ type: 'correctText', corrections: [{ ...correction, place: 'here' }], settles: ['u1'] }),
    ).toBeNull();
    expect(textOf(book, 'p1')).toBe('At noen bed vannes om kvelden');
    expect(book.state.unfinished).toMatchObject([{ item: 'u1', settled: { how: 'corrected' } }]);
    expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBeNull();
    expect(verifyChain(book.register.entries, book.register.revisions)).toEqual({ ok: true, value: null });
  });

  test('H35 what is adopted is not changed by another who decides at the same time; the phase goes back first', () => {
    const book = filedBook(replacement('p1', 'At alle bed vannes daglig'), deletion('p2'));
    expect(book.tell(decide([F(1), 'adopted']))).toBeNull();
    expect(book.tell({ type: 'setPhase', phase: 'adopted' })).toBeNull();
    const adopted = book.newest.id;
    expect(book.tell(decide([F(2), 'adopted']))).toBe('decisions-closed');
    expect(book.newest.id).toBe(adopted);
    expect(book.tell({ type: 'setPhase', phase: 'voting' })).toBeNull();
    expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
  });

  test('H35 an instruction, and two insertions at one place, are left for a person; each is accepted by name', () => {
    const book = filedBook(
      { kind: 'editorial', block: blockId('p1'), instruction: 'Skriv kortere.' },
      insertion('p1', 'At porten males'),
      insertion('p1', 'At benken settes ut'),
    );
    expect(book.tell(adopt([F(1)]))).toBeNull();
    expect(book.tell(adopt([F(2)]))).toBeNull();
    expect(book.tell(adopt([F(3)]))).toBeNull();
    expect(openUnfinished(book.state).map(({ reason, amendments }) => [reason, amendments])).toEqual([
      ['instruction', [F(1)]],
      ['sameSlot', [F(2), F(3)]],
    ]);
    expect(book.tell({ type: 'acceptUnfinished', item: 'u1', note: 'Gjort.' })).toBeNull();
    expect(book.tell({ type: 'acceptUnfinished', item: 'u1', note: '' })).toBe('unfinished-unknown');
    expect(openUnfinished(book.state)).toHaveLength(1);
  });

  test('H35 so are words that two set in at one place of a block, in whatever order they are adopted; the same words are one', () => {
    const book = filedBook(
      replacement('p1', 'At alle bed og krukker vannes om kvelden'),
      replacement('p1', 'At alle bed og kasser vannes om kvelden'),
      replacement('p1', 'At alle bed og krukker vannes om kvelden hver dag'),
    );
    expect(book.tell(adopt([F(2)]))).toBeNull();
    expect(book.tell(adopt([F(1)]))).toBeNull();
    expect(openUnfinished(book.state).map(({ reason, amendments, block }) => [reason, amendments, block])).toEqual([
      ['sameSlot', [F(2), F(1)], 'p1'],
    ]);
    expect(book.tell({ type: 'acceptUnfinished', item: 'u1', note: 'Rekkefølgen er likegyldig.' })).toBeNull();
    expect(book.tell(adopt([F(3)]))).toBeNull();
    expect(openUnfinished(book.state)).toEqual([]);
  });
});

describe('corrections', () => {
  test.each([
    ['At alle bed vannes om kvelden', 'At nesten alle bed vannes om kvelden', 'bed'],
    ['At alle bed vannes om kvelden', 'At bed vannes om kvelden', 'bed'],
    ['At alle bed vannes om kvelden', 'At alle bedene vannes om kvelden', 'bedene'],
    ['At alle bed vannes om kvelden', 'At alle bed og busker vannes om kvelden', 'bed'],
    ['At alle bed vannes om kvelden', 'At alle bud vannes om kvelden', 'bud'],
  ])('H36 in «%s» made «%s» the footnote stays behind «%s»', (before, text, word) => {
    const book = ledger();
    const footnoteRefs = [{ number: '1', offset: 'At alle bed'.length }];
    const content = madeUpContent();
    const blocks = content.blocks.map((block) => (block.text === before ? { ...block, footnoteRefs } : block));
    book.tell({ type: 'freeze', name: 'Utkast', content: { ...content, blocks } });
    book.tell(submission(F(1), book.newest, [deletion('p2')]));
    book.tell(decide([F(1), 'rejected']));
    const correction = { block: blockId('p1'), text, kind: 'typing', note: '', place: 'here' } as const;
    expect(book.tell({ type: 'correctText', corrections: [correction], settles: [] })).toBeNull();
    const [ref] = book.newest.blocks.find(({ id }) => id === 'p1')?.footnoteRefs ?? [];
    expect(text.slice(0, ref?.offset)).toBe(text.slice(0, text.indexOf(word) + word.length));
  });

  test('H36 hold the old and the new words, and make the next revision', () => {
    const book = filedBook(deletion('p2'));
    const correct = (text: string, place: 'here' | 'after' = 'here'): RegisterCommand => ({
      type: 'correctText',
      corrections: [{ block: blockId('p1'), text, kind: 'typing', note: 'Skrivefeil.', place }],
      settles: [],
    });
    expect(book.tell(correct('At alle bed vannes'))).toBe('nothing-decided');
    book.tell(decide([F(1), 'adopted']));
    const before = book.newest;
    expect(book.tell(correct(' '))).toBe('change-text-empty');
    expect(book.tell(correct('At alle bed vannes om kvelden'))).toBe('change-text-same');
    expect(book.tell(correct('At alle bed vannes om kvelden.'))).toBeNull();
    expect(book.newest.id).not.toBe(before.id);
    expect(book.state.corrections).toMatchObject([
      { block: 'p1', before: 'At alle bed vannes om kvelden', after: 'At alle bed vannes om kvelden.', kind: 'typing' },
    ]);
    expect(book.tell(correct('At porten males', 'after'))).toBeNull();
    expect(texts(book.newest).slice(3, 5)).toEqual(['At alle bed vannes om kvelden.', 'At porten males']);
    expect(book.tell({ type: 'correctText', corrections: [], settles: [] })).toBe('text-correction-empty');
    expect(verifyChain(book.register.entries, book.register.revisions)).toEqual({ ok: true, value: null });
  });
});

describe('taking back', () => {
  test('H37 the latest decisions are open again, and the text is the one before', () => {
    const book = filedBook(
      replacement('p1', 'At få bed vannes'),
      replacement('p1', 'At ingen bed vannes'),
      deletion('p2'),
    );
    const before = book.newest;
    const entriesBefore = book.register.entries.length;
    book.tell(decide([F(1), 'adopted']));
    expect(resultOf(book, F(2))).toEqual(['fallen', F(1)]);
    expect(book.tell({ type: 'takeBackDecisions', reason: 'Feil tall.' })).toBeNull();
    expect(book.newest.id).toBe(before.id);
    expect([resultOf(book, F(1)), resultOf(book, F(2))]).toEqual([null, null]);
    expect(book.register.entries.length).toBeGreaterThan(entriesBefore + 1);
    expect(verifyChain(book.register.entries, book.register.revisions)).toEqual({ ok: true, value: null });
    expect(book.tell({ type: 'takeBackDecisions', reason: '' })).toBe('take-back-late');
    expect(book.tell(decide([F(2), 'adopted']))).toBeNull();
    expect(textOf(book, 'p1')).toBe('At ingen bed vannes');
  });

  test('H37 only the latest ones, and not when something was built on them', () => {
    const book = filedBook(deletion('p1'), deletion('p2'));
    expect(book.tell({ type: 'takeBackDecisions', reason: '' })).toBe('take-back-late');
    book.tell(decide([F(1), 'adopted']));
    book.tell(decide([F(2), 'rejected']));
    expect(book.tell({ type: 'takeBackDecisions', reason: '' })).toBeNull();
    expect([resultOf(book, F(1)), resultOf(book, F(2))]).toEqual([['adopted', null], null]);
    expect(texts(book.newest)).not.toContain('At alle bed vannes om kvelden');
    const again = frozenLedger();
    again.tell(submission(F(1), again.newest, [deletion('p1')]));
    again.tell(decide([F(1), 'adopted']));
    again.tell({ type: 'freeze', name: 'Ny', content: madeUpContent() });
    expect(again.tell({ type: 'takeBackDecisions', reason: '' })).toBe('take-back-late');
  });

  test('H37 what was left to finish goes with the decisions', () => {
    const book = filedBook({ kind: 'editorial', block: null, instruction: 'Rett komma.' });
    book.tell(adopt([F(1)]));
    expect(openUnfinished(book.state)).toHaveLength(1);
    book.tell({ type: 'takeBackDecisions', reason: '' });
    expect(openUnfinished(book.state)).toHaveLength(0);
    book.tell(adopt([F(1)]));
    expect(openUnfinished(book.state)).toHaveLength(1);
  });
});
