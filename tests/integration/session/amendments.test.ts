import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/index';
import { amendmentId, blockId, personId, type AmendmentId } from '#shared/core/ids';
import { defaultLineSettings } from '#shared/domain/lines';
import { usualFilingRules, verifyChain, type RegisterCommand } from '#shared/register';
import { submissionOf } from '#shared/schema/amendmentFile';
import { usualRule } from '#shared/voting';
import type { ProgrammeSession, Role } from '../../../renderer/session';
import { amendmentFileOf } from '../../support/amendmentFiles';
import { startServer, temporaryFolder, until } from '../server/support';
import { open, smallDocument } from './support';

describe('amendments on a shared server', () => {
  const folder = temporaryFolder();
  let server: RunningServer;
  let host: ProgrammeSession;
  let sessions: ProgrammeSession[] = [];

  const join = async (role: Role): Promise<ProgrammeSession> => {
    const invitation = await host.createInvite(role);
    if (!invitation.ok) throw new Error(invitation.failure.code);
    const session = await open({ kind: 'room', ...invitation.value });
    sessions.push(session);
    await until(() => session.getSnapshot().register.newest !== null, 'the frozen text is there');
    return session;
  };
  const base = () => {
    const { newest } = host.getSnapshot().register;
    if (newest === null) throw new Error('nothing frozen');
    return newest;
  };
  const submit = (session: ProgrammeSession, amendment: AmendmentId, more: object = {}) =>
    session.perform({
      type: 'submit',
      amendment,
      base: base(),
      changes: [{ kind: 'deletion', block: blockId('p2') }],
      proposer: session.getSnapshot().me.person,
      body: null,
      rationale: '',
      ...more,
    });
  const codeOf = async (session: ProgrammeSession, command: RegisterCommand): Promise<string | null> => {
    const done = await session.perform(command);
    return done.ok ? null : done.failure.code;
  };
  const numbersIn = (session: ProgrammeSession) =>
    [...session.getSnapshot().register.amendments.values()].map(({ number }) => number);

  beforeEach(async () => {
    server = await startServer(folder.path);
    host = await open({ kind: 'import', document: smallDocument });
    sessions = [host];
    const frozen = await host.freezeDraft('Innstilling', defaultLineSettings);
    expect(frozen.ok).toBe(true);
    expect((await host.share(server)).ok).toBe(true);
  });
  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.dispose()));
    await server.close();
    folder.remove();
  });

  it('SY4 each role is refused what is not its own, and nothing else, command by command', async () => {
    const amendment = amendmentId('none');
    const recommendation = { kind: 'adopt', text: null, reason: '' } as const;
    const secretariats: readonly RegisterCommand[] = [
      { type: 'setFilingRules', rules: { ...usualFilingRules, prefix: 'F' } },
      { type: 'recommend', amendment, recommendation },
      { type: 'publishRecommendations', recommendations: [{ amendment, recommendation }] },
      { type: 'reorder', amendments: [amendment], reason: '' },
      { type: 'decide', decisions: [{ amendment, result: 'adopted', tally: null }] },
      { type: 'setVoteRule', rule: usualRule },
      { type: 'joinEnBloc', amendment },
      { type: 'openVote', amendments: [amendment], rule: null },
      { type: 'correctText', corrections: [], settles: [] },
      { type: 'acceptUnfinished', item: 'u1', note: '' },
      { type: 'takeBackDecisions', reason: '' },
      { type: 'setPhase', phase: 'amending' },
    ];
    const signatory = { person: personId('p'), member: true };
    const delegates: readonly RegisterCommand[] = [
      { type: 'support', amendment, supporter: signatory },
      { type: 'takeOver', amendment, proposer: signatory, body: null },
      { type: 'askSeparateVote', amendment },
    ];
    for (const role of ['reader', 'delegate', 'editor'] as const) {
      const session = await join(role);
      for (const command of secretariats)
        expect([role, command.type, await codeOf(session, command)]).toEqual([role, command.type, 'not-allowed']);
      for (const command of delegates)
        expect([role, command.type, await codeOf(session, command)]).toEqual([
          role,
          command.type,
          role === 'reader' ? 'not-allowed' : 'amendment-unknown',
        ]);
    }
    for (const command of secretariats) expect(await codeOf(host, command)).not.toBe('not-allowed');
    expect(verifyChain(host.getSnapshot().entries, [...host.getSnapshot().revisions.values()]).ok).toBe(true);
  });

  it('SY4 what concerns one’s own amendment, another cannot do; the secretariat can', async () => {
    const [una, odd] = [await join('delegate'), await join('delegate')];
    const id = amendmentId('unas');
    expect((await submit(una, id)).ok).toBe(true);
    const changes = [{ kind: 'deletion', block: blockId('p1') }] as const;
    const correct: RegisterCommand = { type: 'correct', amendment: id, changes, rationale: '', reason: 'Feil punkt.' };
    const settle: RegisterCommand = { type: 'settle', amendment: id, base: base(), changes };
    for (const command of [correct, settle, { type: 'withdraw', amendment: id } as const])
      expect([command.type, await codeOf(odd, command)]).toEqual([command.type, 'not-allowed']);
    expect(await codeOf(una, settle)).toBe('settle-no-conflict');
    expect(await codeOf(una, correct)).toBeNull();
    expect(await codeOf(host, { type: 'withdraw', amendment: id })).toBeNull();
    const { person } = odd.getSnapshot().me;
    expect(
      await codeOf(odd, { type: 'takeOver', amendment: id, proposer: { person, member: true }, body: null }),
    ).toBeNull();
    await until(
      () => una.getSnapshot().register.amendments.get(id)?.proposer === person,
      'the first one sees who has it now',
    );
  });

  it('H29 a conflict is settled by the proposer, or by the secretariat on their behalf, and which of them is recorded', async () => {
    const una = await join('delegate');
    const ids = [amendmentId('a1'), amendmentId('a2')];
    for (const id of ids)
      expect((await submit(una, id, { changes: [{ kind: 'replacement', block: 'p2', text: `${id}.` }] })).ok).toBe(
        true,
      );
    const newest = host.getSnapshot().revisions.get(base());
    if (!newest) throw new Error('no text');
    const { title, period, language, lineSettings } = newest;
    const blocks = newest.blocks.map((block) => (block.id === 'p2' ? { ...block, text: 'Skrevet på nytt.' } : block));
    expect(
      await codeOf(host, { type: 'revise', content: { title, period, language, lineSettings, blocks } }),
    ).toBeNull();
    await until(() => una.getSnapshot().register.newest === base(), 'the delegate has the new text');
    const settle = (id: AmendmentId): RegisterCommand => ({
      type: 'settle',
      amendment: id,
      base: base(),
      changes: [{ kind: 'replacement', block: blockId('p2'), text: `Skrevet på nytt, ${id}.` }],
    });
    const [own = amendmentId(''), other = amendmentId('')] = ids;
    expect([await codeOf(una, settle(own)), await codeOf(host, settle(other))]).toEqual([null, null]);
    await until(() => una.getSnapshot().entries.length === host.getSnapshot().entries.length, 'both have both');
    const settled = una.getSnapshot().entries.flatMap(({ event }) => (event.type === 'settled' ? [event] : []));
    expect(settled.map(({ amendment, onBehalf }) => [amendment, onBehalf])).toEqual([
      [own, false],
      [other, true],
    ]);
    expect(verifyChain(una.getSnapshot().entries, [...una.getSnapshot().revisions.values()]).ok).toBe(true);
  });

  it('SY4 a joint text is for those who write in the draft', async () => {
    const [delegate, editor] = [await join('delegate'), await join('editor')];
    expect((await submit(delegate, amendmentId('a1'))).ok).toBe(true);
    const joint = { jointOf: [amendmentId('a1')], changes: [{ kind: 'deletion', block: blockId('p1') }] };
    expect(await submit(delegate, amendmentId('a2'), joint)).toMatchObject({ failure: { code: 'not-allowed' } });
    expect((await submit(editor, amendmentId('a2'), joint)).ok).toBe(true);
    await until(() => delegate.getSnapshot().register.amendments.size === 2, 'the joint text is there');
    expect(delegate.getSnapshot().register.amendments.get(amendmentId('a1'))?.jointIn).toBe('a2');
  });

  it('H10 two who file at once never get the same number, and all see the same', async () => {
    const [una, odd] = [await join('delegate'), await join('delegate')];
    const filed = await Promise.all(
      Array.from({ length: 20 }, (_, at) => submit(at % 2 === 0 ? una : odd, amendmentId(`a${at}`))),
    );
    expect(filed.filter(({ ok }) => !ok)).toEqual([]);
    const expected = Array.from({ length: 20 }, (_, at) => String(at + 1));
    for (const session of [host, una, odd]) {
      await until(() => session.getSnapshot().register.amendments.size === 20, 'everyone has all');
      expect(numbersIn(session)).toEqual(expected);
    }
    expect(una.getSnapshot().entries).toEqual(host.getSnapshot().entries);
  });

  it('AF3 the same file opened on two machines at once is one amendment', async () => {
    const [una, odd] = [await join('delegate'), await join('delegate')];
    const file = amendmentFileOf({ base: base(), changes: [{ kind: 'deletion', block: blockId('p2') }] });
    const opened = [una, odd, una].map((session) =>
      session.perform(submissionOf(file, (name) => session.addPerson(name))),
    );
    const codes = (await Promise.all(opened)).map((done) => (done.ok ? null : done.failure.code));
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code !== null)).toEqual(['amendment-exists', 'amendment-exists']);
    await until(() => host.getSnapshot().register.amendments.size === 1, 'one is there');
    expect(numbersIn(host)).toEqual(['1']);
  });

  it('H20 what comes after the deadline is kept as late, also from two at once', async () => {
    const [una, odd] = [await join('delegate'), await join('delegate')];
    const { phase } = host.getSnapshot().register;
    const deadlines = { [phase]: '2000-01-01T00:00:00.000Z' };
    expect(await codeOf(host, { type: 'setFilingRules', rules: { ...usualFilingRules, deadlines } })).toBeNull();
    await Promise.all([submit(una, amendmentId('a1')), submit(odd, amendmentId('a2'))]);
    await until(() => host.getSnapshot().register.amendments.size === 2, 'both are there');
    expect([...host.getSnapshot().register.amendments.values()].map(({ isLate }) => isLate)).toEqual([true, true]);
  });
});
