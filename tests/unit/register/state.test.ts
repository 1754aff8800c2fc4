import { describe, expect, test } from 'vitest';
import { amendmentId, blockId } from '#shared/core/ids';
import { appendEvents } from '#shared/register/chain';
import type { RegisterEvent } from '#shared/register/events';
import { findRevision, foldRegister, openAmendments } from '#shared/register/state';
import { usualFilingRules } from '#shared/register';
import { usualRule } from '#shared/voting';
import { chair, madeUpRevision, proposer } from './madeUpRegister';

const revision = madeUpRevision();
const next = madeUpRevision('Versjon 2', { title: 'Nytt program' });
const at = '2027-05-28T08:00:00.000Z';
const fold = (events: readonly RegisterEvent[]) => foldRegister(appendEvents([], events, { at, actor: chair }));

const submitted = (id: string, number: string): RegisterEvent => ({
  type: 'submitted',
  amendment: amendmentId(id),
  number,
  base: revision.id,
  changes: [{ kind: 'deletion', block: blockId('p1') }],
  proposer,
  body: null,
  rationale: '',
});
const frozen: RegisterEvent = {
  type: 'frozen',
  revision: revision.id,
  name: 'Høringsutkast',
  lineSettings: revision.lineSettings,
};

describe('the state', () => {
  test('H7 nothing has happened yet', () => {
    const nothing = { phase: 'draft', frozen: [], newest: null, amendments: new Map(), votingOrder: null };
    expect(fold([])).toMatchObject(nothing);
    expect(fold([])).toMatchObject({
      filingRules: usualFilingRules,
      voteRule: usualRule,
      separate: new Set(),
      opened: null,
      unfinished: [],
      corrections: [],
    });
  });

  test('H7 the newest revision is the last one frozen or made', () => {
    expect(fold([frozen]).newest).toBe(revision.id);
    const after = fold([frozen, { type: 'revised', from: revision.id, to: next.id, cause: 'text' }]);
    expect(after.newest).toBe(next.id);
    expect(after.frozen).toEqual([{ revision: revision.id, name: 'Høringsutkast', at }]);
  });

  test('H7 the phase is the last one set', () => {
    expect(
      fold([
        { type: 'phaseChanged', phase: 'hearing' },
        { type: 'phaseChanged', phase: 'voting' },
      ]).phase,
    ).toBe('voting');
  });

  test('H6 an event about an unknown amendment changes nothing', () => {
    expect(fold([{ type: 'withdrawn', amendment: amendmentId('F9') }]).amendments.size).toBe(0);
  });

  test('H6 a second submission under the same id changes nothing', () => {
    const state = fold([submitted('F1', '1'), submitted('F1', '2')]);
    expect([...state.amendments.values()].map(({ number }) => number)).toEqual(['1']);
  });

  test('H12 what is decided stays decided', () => {
    const decided: RegisterEvent = {
      type: 'decided',
      amendment: amendmentId('F1'),
      decision: { result: 'rejected', tally: { for: 3, against: 9, abstained: 0 }, because: null },
    };
    const state = fold([
      submitted('F1', '1'),
      submitted('F2', '2'),
      decided,
      { type: 'withdrawn', amendment: amendmentId('F1') },
    ]);
    expect(state.amendments.get(amendmentId('F1'))?.decision).toEqual({ ...decided.decision, at });
    expect(openAmendments(state).map(({ id }) => id)).toEqual(['F2']);
  });

  test('H7 the order is the last one set', () => {
    const order = (ids: readonly string[]): RegisterEvent => ({
      type: 'ordered',
      amendments: ids.map(amendmentId),
      reason: '',
    });
    expect(fold([order(['F1', 'F2']), order(['F2', 'F1'])]).votingOrder).toEqual(['F2', 'F1']);
  });

  test('H4 a revision is found by its id, and none by none', () => {
    expect(findRevision({ revisions: [revision, next] }, next.id)).toBe(next);
    expect(findRevision({ revisions: [revision] }, next.id)).toBeNull();
    expect(findRevision({ revisions: [revision] }, null)).toBeNull();
  });
});
