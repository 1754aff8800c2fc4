import { describe, expect, test } from 'vitest';
import { amendmentId, revisionId } from '#shared/core/ids';
import { appendEvents, entryHash, GENESIS_HASH, strayRevision, verifyChain } from '#shared/register/chain';
import type { RegisterEntry, RegisterEvent } from '#shared/register/events';
import { chair, madeUpRevision, proposer } from './madeUpRegister';

const revision = madeUpRevision();
const at = '2027-05-28T08:00:00.000Z';

const events: readonly RegisterEvent[] = [
  { type: 'frozen', revision: revision.id, name: revision.name, lineSettings: revision.lineSettings },
  { type: 'phaseChanged', phase: 'amending' },
  {
    type: 'submitted',
    amendment: amendmentId('F1'),
    number: '1',
    base: revision.id,
    changes: [{ kind: 'deletion', block: revision.blocks[3]?.id ?? ('' as never) }],
    proposer,
    body: null,
    rationale: '',
  },
  { type: 'withdrawn', amendment: amendmentId('F1') },
];
const chain = appendEvents([], events, { at, actor: chair });

const brokenAt = (entries: readonly RegisterEntry[]) => {
  const verdict = verifyChain(entries, [revision]);
  return verdict.ok ? null : verdict.failure;
};

describe('the chain', () => {
  test('H1 entries are numbered from 1 and each holds the hash of the one before', () => {
    expect(chain.map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
    expect(chain.map((entry) => entry.previousHash)).toEqual([GENESIS_HASH, ...chain.slice(0, 3).map((e) => e.hash)]);
  });

  test('H1 appending in two steps gives the same chain as in one', () => {
    const first = appendEvents([], events.slice(0, 2), { at, actor: chair });
    expect([...first, ...appendEvents(first, events.slice(2), { at, actor: chair })]).toEqual(chain);
  });

  test('H2 the hash of the first entry is fixed for ever', () => {
    const entry = appendEvents([], [{ type: 'phaseChanged', phase: 'hearing' }], { at, actor: null })[0];
    expect(entry?.hash).toBe('4f8a81a42d0b2a4fd82e4a6622b1f11f22205ad2cc0dbe99eb1d524205a77e53');
    expect(entry && entryHash(entry)).toBe(entry?.hash);
  });

  test('H3 a whole chain holds, and so does none', () => {
    expect(brokenAt(chain)).toBeNull();
    expect(brokenAt([])).toBeNull();
  });

  const tampered: readonly (readonly [string, readonly RegisterEntry[], number])[] = [
    [
      'an altered event',
      chain.map((e) => (e.seq === 2 ? { ...e, event: { type: 'phaseChanged', phase: 'adopted' } } : e)),
      2,
    ],
    ['an altered time', chain.map((e) => (e.seq === 3 ? { ...e, at: '2026-01-01T00:00:00.000Z' } : e)), 3],
    ['a removed entry', chain.filter((e) => e.seq !== 3), 3],
    ['a removed first entry', chain.slice(1), 1],
    ['two entries exchanged', [chain[0], chain[2], chain[1], chain[3]].flatMap((e) => (e ? [e] : [])), 2],
    ['an entry told twice', chain.flatMap((e) => (e.seq === 4 ? [e, e] : [e])), 5],
    [
      'an altered entry with its own hash made anew',
      chain.map((e) => {
        const altered = { ...e, at: '2026-01-01T00:00:00.000Z' };
        return e.seq === 1 ? { ...altered, hash: entryHash(altered) } : e;
      }),
      2,
    ],
  ];
  test.each(tampered)('H3 %s is found', (_what, entries, seq) => {
    expect(brokenAt(entries)).toEqual({ code: 'chain-broken', params: { seq, of: entries.length } });
  });

  test('H4 a revision that an entry names must be there', () => {
    const verdict = verifyChain(chain, []);
    expect(verdict).toEqual({ ok: false, failure: { code: 'chain-revision-missing', params: { seq: 1 } } });
  });

  test('H4 the text of a revision cannot be altered unseen', () => {
    const altered = { ...revision, title: 'Program for kolonihagen' };
    const verdict = verifyChain(chain, [altered]);
    expect(verdict).toEqual({ ok: false, failure: { code: 'chain-revision-altered', params: { seq: 1 } } });
  });

  test('H4 nor can that of a revision which no entry names', () => {
    const baseline = { ...madeUpRevision('Forrige periode', { title: 'Eldre' }), id: revisionId('f'.repeat(64)) };
    const verdict = verifyChain(chain, [revision, baseline]);
    expect(verdict).toEqual({ ok: false, failure: { code: 'revision-altered', params: { name: 'Forrige periode' } } });
  });

  test('H18 the revision that a removed last entry made is named; the baseline and what entries name are not', () => {
    const baseline = madeUpRevision('Forrige periode', { title: 'Eldre' });
    const next = madeUpRevision('Versjon 2', { title: 'Nyere' });
    const revised: RegisterEvent = { type: 'revised', from: revision.id, to: next.id, cause: 'decisions' };
    const whole = appendEvents(chain, [revised], { at, actor: chair });
    const register = { revisions: [baseline, revision, next], baseline: baseline.id };
    expect(strayRevision({ ...register, entries: [...chain, ...whole] })).toBeNull();
    expect(verifyChain(chain, register.revisions).ok).toBe(true);
    expect(strayRevision({ ...register, entries: chain })?.name).toBe('Versjon 2');
  });
});
