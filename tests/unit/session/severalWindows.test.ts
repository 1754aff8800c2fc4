import { describe, expect, it } from 'vitest';
import { amendmentId, blockId, programmeId, revisionId } from '#shared/core/ids';
import type { UnsentProposal } from '#shared/schema/unsentProposals';
import { createAdviceDrafts } from '../../../renderer/session/adviceDrafts';
import { createKeptOutWords } from '../../../renderer/session/keptOutWords';
import { createUnsentComments } from '../../../renderer/session/unsentComments';
import { createUnsentProposals } from '../../../renderer/session/unsentProposals';
import { memoryPlatform } from '../../support/memoryPlatform';

const programme = programmeId('program');
const begun = (id: string, rationale = ''): UnsentProposal => ({
  base: revisionId('r1'),
  block: blockId(`b-${id}`),
  parent: null,
  joint: null,
  amendment: amendmentId(id),
  draft: null,
  copy: { scope: 'chapter', blocks: null },
  rationale,
  name: '',
  isMember: false,
  others: '',
  body: '',
  alternativeTo: null,
  jointOf: [],
  writtenAt: '2027-01-01T00:00:00.000Z',
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('several windows of one programme on one machine', () => {
  it('AF5 what was begun in one stays when another keeps or throws away its own', async () => {
    const platform = memoryPlatform();
    const open = () => createUnsentProposals(platform, programme, () => false);
    const before = open();
    before.keep(begun('a1'));
    before.keep(begun('a2'));
    await before.dispose();
    const [one, other] = [open(), open()];
    await turn();
    other.keep(begun('a3'));
    other.drop(amendmentId('a1'));
    await other.dispose();
    one.keep(begun('a2', 'Fordi'));
    one.keep(begun('a4'));
    await one.dispose();
    const after = open();
    await turn();
    expect(after.get().all).toEqual([begun('a2', 'Fordi'), begun('a3'), begun('a4')]);
    await after.dispose();
  });

  it('SY26 what is recommended in one stays when another writes its own', async () => {
    const platform = memoryPlatform();
    const [one, other] = [createAdviceDrafts(platform, programme), createAdviceDrafts(platform, programme)];
    await turn();
    const on = (id: string) => [{ id: amendmentId(id), recommendation: null }];
    other.advise(on('a1'), { kind: 'reject', reason: 'Dyrt' });
    await other.dispose();
    one.advise(on('a2'), { kind: 'adopt', reason: 'Godt' });
    await one.dispose();
    const after = createAdviceDrafts(platform, programme);
    await turn();
    expect([...after.get().drafts.values()].map(({ reason }) => reason).sort()).toEqual(['Dyrt', 'Godt']);
    await after.dispose();
  });

  it('SY27 words that one was refused stay when another is refused its own, and what was seen does not come back', async () => {
    const platform = memoryPlatform();
    const open = () => createKeptOutWords(platform, programme, () => undefined);
    const words = (block: string) => ({ heading: blockId('k1'), block: blockId(block), text: `Ord i ${block}` });
    const [one, other] = [open(), open()];
    await turn();
    one.add([words('p1'), words('p2')]);
    await one.settled();
    other.add([words('p3')]);
    await other.settled();
    expect(other.get().map(({ block }) => block)).toEqual(['p1', 'p2', 'p3']);
    for (const seen of one.get()) one.forget(seen);
    await one.settled();
    const after = open();
    await after.settled();
    expect(after.get().map(({ block }) => block)).toEqual(['p3']);
  });

  it('CM14 a comment that is begun in one stays when another begins its own, and one that was sent does not come back', async () => {
    const platform = memoryPlatform();
    let last = 0;
    const open = () => createUnsentComments(platform, programme, { next: () => `n${(last += 1)}` });
    const [one, other] = [open(), open()];
    await turn();
    one.begin({ text: 'Første', suggestion: null });
    await one.dispose();
    other.hold({ block: blockId('b1'), words: [], quote: '' });
    other.begin({ text: 'Andre', suggestion: 'ord' });
    await other.dispose();
    const sending = open();
    await turn();
    expect(sending.get().comment).toEqual({ text: 'Andre', suggestion: 'ord' });
    expect(sending.get().held?.block).toBe('b1');
    sending.begin(null);
    sending.hold(null);
    await sending.dispose();
    const after = open();
    await turn();
    expect(after.get().comment).toEqual({ text: 'Første', suggestion: null });
    await after.dispose();
  });
});
