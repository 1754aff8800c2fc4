import { describe, expect, it } from 'vitest';
import { amendedText, awaitsSupport, standingsOf, votingPlanOf, type Standing } from '#shared/amendment';
import { filedAlone, type Amendment, type TextChange } from '#shared/amendment/amendment';
import { blockId, personId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { amendmentOf, insert, replaceText, revisionOf, strike, textsOf } from '../../support/amendmentCases';

const base = revisionOf(`
  # Fag
  - At alle får tid til fag.
  - At taushet gjelder.
`);
const parent = amendmentOf(
  base,
  17,
  replaceText(1, 'At alle får tid til fag hver uke.'),
  insert(2, 'At kaffen er varm.'),
);
const child = (number: number, ...changes: readonly TextChange[]): Amendment => ({
  ...amendmentOf(base, number, ...changes),
  parent: { id: parent.id, changes: parent.changes },
});
const toParent = child(18, replaceText(1, 'At alle får rom til fag hver uke.'));
const newBlock = amendedText(base, parent.changes).blocks.at(-1);

function standing(amendments: readonly Amendment[], newest: Revision, of: Amendment): Standing {
  const found = standingsOf(amendments, newest, (id) => [base, newest].find((one) => one.id === id)).get(of.id);
  if (!found) throw new Error('no standing');
  return found;
}
const decided = (amendment: Amendment, result: 'adopted' | 'rejected'): Amendment => ({
  ...amendment,
  decision: { result, tally: null, because: null, at: amendment.submittedAt },
});

describe('an amendment to an amendment', () => {
  it('R1 is about the text with the parent, whose new blocks always have the same ids', () => {
    expect(textsOf(amendedText(base, parent.changes).blocks)).toEqual([
      'Fag',
      'At alle får tid til fag hver uke.',
      'At taushet gjelder.',
      'At kaffen er varm.',
    ]);
    expect(amendedText(base, [...parent.changes]).id).toBe(amendedText(base, parent.changes).id);
  });

  it('R3 stands untouched beside its parent, also on a block that only the parent has', () => {
    const onNew = child(19, {
      kind: 'replacement',
      block: newBlock?.id ?? blockId('none'),
      text: 'At kaffen er kald.',
    });
    const all = [parent, toParent, onNew];
    expect(standing(all, base, toParent)).toMatchObject({ state: 'untouched', amends: parent.id });
    expect(standing(all, base, onNew)).toMatchObject({ state: 'untouched', amends: parent.id });
    expect(standing(all, base, toParent).place).toBe(standing(all, base, parent).place);
  });

  it('R3 follows its parent to a new text', () => {
    const newest = revisionOf(`
      # Fag
      - At alle medlemmer får tid til fag.
      - At taushet gjelder.
    `);
    const { state, wording } = standing([parent, toParent], newest, toParent);
    expect([state, wording.changes]).toEqual([
      'carried',
      [replaceText(1, 'At alle medlemmer får rom til fag hver uke.')],
    ]);
  });

  it('R3 is in conflict where its parent is', () => {
    const newest = revisionOf(['- At noe helt annet står her nå.', '- At taushet gjelder.'].join('\n'), ['x', 'b2']);
    expect(standing([parent], newest, parent).state).toBe('conflict');
    expect(standing([parent, toParent], newest, toParent).state).toBe('conflict');
  });

  it('R4 is an amendment to the text once its parent is adopted', () => {
    const newest = amendedText(base, parent.changes);
    const here = standing([decided(parent, 'adopted'), toParent], newest, toParent);
    expect(here).toMatchObject({ state: 'untouched', amends: null });
    expect(here.carried.base).toBe(newest.id);
  });

  it('R5 has nothing to stand in when its parent is rejected', () => {
    expect(standing([decided(parent, 'rejected'), toParent], base, toParent)).toMatchObject({
      state: 'conflict',
      textNow: [],
    });
  });

  it('R6 is voted on right after its parent, and once', () => {
    const other = amendmentOf(base, 20, strike(2));
    const rival = child(21, replaceText(1, 'At alle får plass til fag hver uke.'));
    const all = [other, toParent, rival, parent];
    const standings = standingsOf(all, base, () => base);
    const plan = votingPlanOf(base, standings, [other.id, toParent.id, parent.id]);
    expect(plan.items.map(({ amendments }) => amendments)).toEqual([['F20'], ['F17'], ['F18'], ['F21']]);
    expect(plan.items.find(({ amendments }) => amendments[0] === toParent.id)?.against).toEqual([rival.id]);
    expect(plan.items.every(({ unplaced }) => !unplaced)).toBe(true);
  });
});

describe('support', () => {
  const outsider = { ...filedAlone, proposerIsMember: false };
  const member = { person: personId('m'), member: true };
  const guest = { person: personId('g'), member: false };

  it('R2 a proposal of someone who is no member waits for a member', () => {
    expect(awaitsSupport(outsider, true)).toBe(true);
    expect(awaitsSupport({ ...outsider, supporters: [guest] }, true)).toBe(true);
    expect(awaitsSupport({ ...outsider, supporters: [guest, member] }, true)).toBe(false);
    expect(awaitsSupport({ ...outsider, coProposers: [member] }, true)).toBe(false);
  });

  it('R2 nobody waits where the rule is off, and no member ever', () => {
    expect(awaitsSupport(outsider, false)).toBe(false);
    expect(awaitsSupport(filedAlone, true)).toBe(false);
  });
});
