import { describe, expect, it } from 'vitest';
import type { Amendment } from '#shared/amendment/amendment';
import {
  amendmentMarks,
  gistOf,
  isOutvoted,
  isUnanimous,
  standingOf,
  standingsOf,
  votingPlanOf,
} from '#shared/amendment';
import type { RevisionId } from '#shared/core/ids';
import type { Revision } from '#shared/domain/revision';
import { amendmentOf, insert, move, replaceText, revisionOf, strike } from '../../support/amendmentCases';

const lines = [
  '= Arbeidsprogram',
  '# Fag',
  ': Foreningen vil arbeide for:',
  '- At alle får tid til fag hver uke.',
  '- At flere unge leger får god veiledning.',
  '- At forskning i praksis lønner seg.',
];
const [time, guidance, research] = [3, 4, 5];
const from = revisionOf(lines.join('\n'));

/** The first revision with some lines changed, struck (`null`) or set in; ids stay with their lines. */
function next(edit: (rows: (readonly [id: string, line: string])[]) => void): Revision {
  const rows = lines.map((line, index) => [`b${index}`, line] as const);
  edit(rows);
  return revisionOf(
    rows.map(([, line]) => line).join('\n'),
    rows.map(([id]) => id),
  );
}

const above = next((rows) => rows.splice(2, 0, ['n0', 'Et nytt avsnitt om noe annet.']));
const tight = 'At flere unge leger får tett veiledning.';
const known =
  (...revisions: readonly Revision[]) =>
  (id: RevisionId) =>
    revisions.find((revision) => revision.id === id);
const decided = (amendment: Amendment): Amendment => ({
  ...amendment,
  decision: { result: 'rejected', tally: null, because: null, at: '2027-05-28T12:00:00.000Z' },
});

describe('standing', () => {
  it('S1 tells the place and the marks in the newest revision', () => {
    const filed = amendmentOf(from, 1, replaceText(guidance, tight));
    const standing = standingOf(filed, from, above);
    expect(standing).toMatchObject({ state: 'untouched', textNow: null });
    expect(standing.revision).toBe(above);
    expect(standing.carried.base).toBe(above.id);
    expect(standingOf(filed, from, from).place).toBe('kap. 1 pkt. 2, linje 5');
    expect(standing.place).toBe('kap. 1 pkt. 2, linje 6');
    expect(standingOf(filed, from, above, 'en').place).not.toBe(standing.place);
  });

  it('S1 carries the words along where others were changed', () => {
    const edited = next((rows) =>
      rows.splice(guidance, 1, ['b4', '- At flere unge leger og studenter får god veiledning.']),
    );
    const { state, wording } = standingOf(amendmentOf(from, 1, replaceText(guidance, tight)), from, edited);
    expect(state).toBe('carried');
    const [change] = wording.changes;
    const marks = change ? amendmentMarks(edited, change) : [];
    expect(marks.flatMap(([sign, text]) => (sign === '+' ? [] : [text])).join('')).toBe(
      'At flere unge leger og studenter får god veiledning.',
    );
  });

  it('S2 one in conflict keeps its own text and says what stands there now', () => {
    const filed = amendmentOf(from, 1, replaceText(guidance, tight));
    const other = next((rows) => rows.splice(guidance, 1, ['b4', '- At flere unge leger får daglig veiledning.']));
    const changed = standingOf(filed, from, other);
    expect(changed).toMatchObject({ state: 'conflict', textNow: ['At flere unge leger får daglig veiledning.'] });
    expect(changed.revision).toBe(from);
    expect(changed.wording).toBe(filed);
    expect(changed.place).toBe('kap. 1 pkt. 2, linje 5');
    const gone = standingOf(
      filed,
      from,
      next((rows) => rows.splice(guidance, 1)),
    );
    expect(gone).toMatchObject({ state: 'conflict', textNow: [] });
  });

  it('S2 without its own revision at hand it is in conflict and has no place', () => {
    const filed = amendmentOf(from, 1, replaceText(guidance, tight));
    expect(standingOf(filed, null, above)).toMatchObject({ state: 'conflict', place: '', revision: null });
    expect(standingOf(filed, from, null).state).toBe('conflict');
  });

  it('S3 a covered one is told by its place now and reads as it was filed', () => {
    const filed = amendmentOf(from, 1, replaceText(guidance, tight));
    const same = next((rows) => {
      rows.splice(guidance, 1, ['b4', `- ${tight}`]);
      rows.splice(2, 0, ['n0', 'Nytt.']);
    });
    const standing = standingOf(filed, from, same);
    expect(standing.state).toBe('covered');
    expect(standing.carried.changes).toEqual([]);
    expect(standing.wording).toBe(filed);
    expect(standing.place).toBe('kap. 1 pkt. 2, linje 6');
  });

  it('S3 a decided one stays with the revision it was filed against', () => {
    const filed = decided(amendmentOf(from, 1, replaceText(guidance, tight)));
    const standing = standingsOf([filed], above, known(from, above)).get(filed.id);
    expect(standing?.carried).toBe(filed);
    expect(standing?.revision).toBe(from);
    expect(standing?.place).toBe('kap. 1 pkt. 2, linje 5');
  });

  it('S4 the plan has every open amendment once, whichever revision it was filed against', () => {
    const newest = next((rows) => {
      rows.splice(research, 1);
      rows.splice(2, 0, ['n0', 'Et nytt avsnitt om noe annet.']);
    });
    const amendments = [
      amendmentOf(from, 1, replaceText(research, 'At forskning lønner seg.')),
      amendmentOf(from, 2, replaceText(guidance, tight)),
      amendmentOf(newest, 3, strike(guidance)),
      amendmentOf(newest, 4, replaceText(time, 'At alle får rom til fag hver uke.')),
      decided(amendmentOf(from, 5, strike(time))),
    ];
    const plan = votingPlanOf(newest, standingsOf(amendments, newest, known(from, newest)), null);
    const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
    expect(plan.items.map((item) => item.amendments.map((id) => numbers.get(id)).join())).toEqual(['4', '3', '2', '1']);
    expect(plan.items.map(({ unplaced }) => unplaced)).toEqual([false, false, false, true]);
    expect(plan.items[1]?.against).toEqual([amendments[1]?.id]);
    expect(plan.items[3]?.place).toBe('kap. 1 pkt. 3, linje 6');
  });
});

describe('gist', () => {
  it('T6 gives the first new words, else the struck ones, and cuts between words', () => {
    expect(gistOf(from, replaceText(guidance, tight))).toBe('tett');
    expect(gistOf(from, strike(research))).toBe('At forskning i praksis lønner seg.');
    expect(gistOf(from, move(time, research))).toBe('At alle får tid til fag hver uke.');
    expect(gistOf(from, { kind: 'editorial', block: null, instruction: 'Rett komma.' })).toBe('Rett komma.');
    expect(gistOf(from, insert(time, 'ord '.repeat(40)))).toBe(`${'ord '.repeat(16)}…`);
    expect(gistOf(above, insert(time, 'x'.repeat(200)))).toHaveLength(200);
  });
});

describe('counts', () => {
  const count = (
    result: 'adopted' | 'rejected',
    ...[forIt, against, abstained]: readonly [number, number, number]
  ) => ({
    result,
    tally: { for: forIt, against, abstained },
  });

  it('S5 adopted with more against than for is outvoted', () => {
    expect(isOutvoted(count('adopted', 40, 41, 0))).toBe(true);
    expect(isOutvoted(count('adopted', 41, 41, 0))).toBe(false);
    expect(isOutvoted(count('rejected', 40, 41, 0))).toBe(false);
    expect(isOutvoted({ result: 'adopted', tally: null })).toBe(false);
  });

  it('S6 unanimous takes several for, nobody against and nobody abstaining', () => {
    expect(isUnanimous(count('adopted', 141, 0, 0))).toBe(true);
    expect(isUnanimous(count('adopted', 1, 0, 0))).toBe(false);
    expect(isUnanimous(count('adopted', 140, 0, 1))).toBe(false);
    expect(isUnanimous(count('adopted', 140, 1, 0))).toBe(false);
    expect(isUnanimous(count('rejected', 141, 0, 0))).toBe(false);
  });
});
