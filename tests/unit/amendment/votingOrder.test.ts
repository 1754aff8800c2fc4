import { describe, expect, it } from 'vitest';
import type { Amendment, TextChange } from '#shared/amendment/amendment';
import { consequencesAmong, identicalGroups, votingOrder } from '#shared/amendment';
import { amendmentId } from '#shared/core/ids';
import { amendmentOf, insert, move, replaceText, revisionOf, split, strike } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Havn
  Innledning til havna.
  - At fyrene lyser hele natten.
  - At losene sover godt om dagen.
  # Lønn
  - At lønna følger ansvaret.
  - At avtalene holdes.
`);
const [lights, pilots, wage, agreements] = [3, 4, 6, 7];

const filed = (...changes: readonly (TextChange | readonly TextChange[])[]): readonly Amendment[] =>
  changes.map((change, index) => amendmentOf(revision, index + 1, ...('kind' in change ? [change] : change)));
const order = (amendments: readonly Amendment[], manual: readonly string[] | null = null) =>
  votingOrder(revision, amendments, manual === null ? null : manual.map(amendmentId)).items.map((item) =>
    item.amendments.join('='),
  );

describe('voting order', () => {
  it('V1 goes by place in the text', () => {
    expect(
      order(filed(strike(agreements), replaceText(pilots, 'x'), insert(null, 'Forord'), strike(wage), strike(lights))),
    ).toEqual(['F3', 'F5', 'F2', 'F4', 'F1']);
  });

  it('V2 takes the most far-reaching first where several are about one place', () => {
    const text = 'At fyrene lyser hele natten.';
    const amendments = filed(
      replaceText(lights, text.replace('hele', 'halve')),
      replaceText(lights, 'Noe helt annet skal stå i dette punktet.'),
      move(lights, agreements),
      split(lights, 'At fyrene lyser', 'hele natten.'),
      strike(lights),
    );
    expect(order(amendments)).toEqual(['F5', 'F4', 'F3', 'F2', 'F1']);
  });

  it('V2 takes what strikes a whole chapter before all that is in it', () => {
    const amendments = filed(
      replaceText(5, 'Tariff'),
      strike(5),
      [strike(5), strike(wage), strike(agreements)],
      strike(wage),
    );
    expect(order(amendments)).toEqual(['F3', 'F2', 'F1', 'F4']);
  });

  it('V3 takes an insertion after all that is about the block it follows', () => {
    const amendments = filed(
      insert(lights, 'At nytt.'),
      strike(pilots),
      replaceText(lights, 'At fyrene blinker.'),
      insert(lights, 'At mer.'),
    );
    expect(order(amendments)).toEqual(['F3', 'F1', 'F4', 'F2']);
  });

  it('V4 makes identical amendments one item, in order of submission', () => {
    const amendments = filed(
      strike(pilots),
      replaceText(lights, 'x'),
      strike(pilots),
      [strike(wage), strike(pilots)],
      [strike(pilots), strike(wage)],
    );
    expect(identicalGroups(amendments.toReversed())).toEqual([['F1', 'F3'], ['F2'], ['F4', 'F5']]);
    const { items } = votingOrder(revision, amendments, null);
    expect(items.map((item) => [item.amendments, item.sameAs])).toEqual([
      [['F2'], []],
      [['F1', 'F3'], ['F3']],
      [['F4', 'F5'], ['F5']],
    ]);
  });

  it('V5 tells what each stands against and what it falls with', () => {
    const amendments = filed(
      replaceText(lights, 'At fyrene blinker hele natten.'),
      replaceText(lights, 'At fyrene brenner hele natten.'),
      strike(lights),
      insert(lights, 'At nytt.'),
    );
    const { items, collisions } = votingOrder(revision, amendments, null);
    expect(items.map(({ amendments: ids, against, fallsIf }) => [ids, against, fallsIf])).toEqual([
      [['F3'], ['F1', 'F2'], ['F1', 'F2']],
      [['F1'], ['F2', 'F3'], ['F2', 'F3']],
      [['F2'], ['F1', 'F3'], ['F1', 'F3']],
      [['F4'], [], []],
    ]);
    expect(collisions.map(({ a, b, reason }) => [a, b, reason])).toEqual([
      ['F1', 'F3', 'deleted-target'],
      ['F2', 'F3', 'deleted-target'],
      ['F1', 'F2', 'same-words'],
    ]);
  });

  it('V6 tells what falls and what becomes void when one is adopted', () => {
    const amendments = filed(
      replaceText(lights, 'At fyrene blinker hele natten.'),
      replaceText(lights, 'At fyrene brenner hele natten.'),
      strike(lights),
      strike(wage),
    );
    const draw = consequencesAmong(amendments, [{ revision, amendments }]);
    const after = (id: string) =>
      draw([{ amendment: amendmentId(id), result: 'adopted' }]).follow.map(({ amendment, result }) => ({
        amendment,
        result,
      }));
    expect(after('F1')).toEqual([
      { amendment: 'F2', result: 'fallen' },
      { amendment: 'F3', result: 'fallen' },
    ]);
    expect(after('F3')).toEqual([
      { amendment: 'F1', result: 'void' },
      { amendment: 'F2', result: 'void' },
    ]);
    expect(after('F4')).toEqual([]);
  });

  it('V7 shows what has no place as such, at the end, and leaves out what was withdrawn', () => {
    const lost = amendmentOf(null, 1, strike(lights));
    const withdrawn: Amendment = {
      ...amendmentOf(revision, 2, strike(lights)),
      decision: { result: 'withdrawn', tally: null, because: null, at: '' },
    };
    const recommended: Amendment = {
      ...amendmentOf(revision, 3, strike(agreements)),
      recommendation: { kind: 'adopt', text: null, reason: '' },
    };
    expect(votingOrder(revision, [lost, withdrawn, recommended], null).items).toMatchObject([
      {
        amendments: ['F3'],
        place: 'kap. 2 pkt. 2, linje 8',
        against: [],
        fallsIf: [],
        sameAs: [],
        recommendation: 'adopt',
        unplaced: false,
      },
      {
        amendments: ['F1'],
        place: '',
        against: [],
        fallsIf: [],
        sameAs: [],
        recommendation: null,
        unplaced: true,
      },
    ]);
  });

  it('V8 follows the order of the chair, and what is not named stays behind what it stood behind', () => {
    const amendments = filed(strike(lights), strike(pilots), strike(wage), strike(agreements));
    expect(order(amendments, ['F3', 'F1'])).toEqual(['F3', 'F4', 'F1', 'F2']);
    expect(order(amendments, ['F4', 'F4', 'ukjent'])).toEqual(['F1', 'F2', 'F3', 'F4']);
    expect(order(amendments, ['F4', 'F3', 'F2', 'F1'])).toEqual(['F4', 'F3', 'F2', 'F1']);
  });
});
