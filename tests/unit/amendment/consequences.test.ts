import { describe, expect, test } from 'vitest';
import { consequencesAmong, standingsOf, textsOfStandings } from '#shared/amendment';
import type { Amendment, ProgrammeOutcome, TextChange } from '#shared/amendment/amendment';
import { amendmentId } from '#shared/core/ids';
import { amendmentOf, replaceText, revisionOf, strike } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Fag
  - At alle får god tid til fag hver uke.
  - At leger får veiledning.
`);
const F = (number: number) => amendmentId(`F${number}`);
const file = (number: number, ...changes: readonly TextChange[]) => amendmentOf(revision, number, ...changes);
const about = (number: number, outcome: ProgrammeOutcome) =>
  file(number, { kind: 'programme', outcome, instruction: '' });
const within = (parent: Amendment, number: number, text: string): Amendment => ({
  ...file(number, replaceText(2, text)),
  parent: { id: parent.id, changes: parent.changes },
});
const alternativeTo = (other: number, amendment: Amendment): Amendment => ({ ...amendment, alternativeTo: F(other) });

function following(
  amendments: readonly Amendment[],
  ...decided: readonly (readonly [number, 'adopted' | 'rejected' | 'withdrawn' | 'referred'])[]
) {
  const texts = textsOfStandings(
    revision,
    standingsOf(amendments, revision, () => revision),
  );
  const { follow, contradictions } = consequencesAmong(
    amendments,
    texts,
  )(decided.map(([number, result]) => ({ amendment: F(number), result })));
  const told = (all: typeof follow) => all.map(({ amendment, result, because }) => `${because}→${amendment} ${result}`);
  return { follow: told(follow), contradictions: told(contradictions) };
}

const far = file(1, replaceText(2, 'At alle får lang tid til fag hver uke.'));

describe('V12 amendments to an amendment', () => {
  const child = within(far, 2, 'At alle får svært lang tid til fag hver uke.');
  test('V12 come to nothing with it, are referred with it, and wait when it is withdrawn', () => {
    expect(following([far, child], [1, 'rejected']).follow).toEqual(['F1→F2 void']);
    expect(following([far, child], [1, 'referred']).follow).toEqual(['F1→F2 referred']);
    expect(following([far, child], [1, 'withdrawn']).follow).toEqual([]);
    expect(following([far, child], [1, 'adopted']).follow).toEqual([]);
  });

  test('V12 fall to each other in its text, which is not the newest one', () => {
    const day = within(far, 5, 'At alle får lang tid til fag hver dag.');
    const night = within(far, 6, 'At alle får lang tid til fag hver natt.');
    expect(following([far, day, night, child], [5, 'adopted']).follow).toEqual(['F5→F6 fallen']);
    expect(following([far, day, child], [1, 'adopted'], [5, 'adopted'])).toEqual({ follow: [], contradictions: [] });
  });

  test('V12 come to nothing when something else makes their parent fall', () => {
    const struck = file(9, strike(2));
    expect(following([far, child, struck], [9, 'adopted']).follow).toEqual(['F9→F1 void', 'F1→F2 void']);
  });
});

describe('V13 alternatives and joint texts', () => {
  const alternative = alternativeTo(1, file(2, replaceText(3, 'At leger får ro.')));
  test('V13 the alternative falls when the other is adopted, either way round, with what amends it', () => {
    const child = within(alternative, 3, 'At alle får tid.');
    expect(following([far, alternative, child], [1, 'adopted']).follow).toEqual(['F1→F2 fallen', 'F2→F3 void']);
    expect(following([far, alternative], [2, 'adopted']).follow).toEqual(['F2→F1 fallen']);
    expect(following([far, alternative], [1, 'rejected']).follow).toEqual([]);
  });

  test('V13 what a joint text stands for falls with its adoption, and not the other way round', () => {
    const member = { ...far, jointIn: F(5) };
    const joint = { ...file(5, replaceText(3, 'At leger får ro.')), jointOf: [F(1)] };
    expect(following([member, joint], [5, 'adopted']).follow).toEqual(['F5→F1 fallen']);
    expect(following([member, joint], [1, 'adopted']).follow).toEqual([]);
  });

  test('V13 both adopted at once contradict each other, once for each side', () => {
    expect(following([far, alternative], [1, 'adopted'], [2, 'adopted']).contradictions).toEqual([
      'F1→F2 fallen',
      'F2→F1 fallen',
    ]);
  });
});

describe('V14 the programme as a whole', () => {
  const all = [far, about(7, 'reject'), about(8, 'referBack'), about(9, 'postpone')];
  test('V14 rejected: everything falls; sent back: everything goes along; postponed: everything waits', () => {
    expect(following(all, [7, 'adopted']).follow).toEqual(['F7→F1 fallen', 'F7→F8 fallen', 'F7→F9 fallen']);
    expect(following(all, [8, 'adopted']).follow).toEqual(['F8→F1 referred', 'F8→F7 fallen', 'F8→F9 fallen']);
    expect(following(all, [9, 'adopted']).follow).toEqual(['F9→F7 fallen', 'F9→F8 fallen']);
    expect(following(all, [7, 'rejected'], [9, 'rejected']).follow).toEqual([]);
  });

  test('V14 two who ask for the same have one wish', () => {
    const twice = [about(7, 'reject'), about(8, 'reject'), far];
    expect(following(twice, [7, 'adopted'], [8, 'adopted'])).toEqual({
      follow: ['F7→F1 fallen'],
      contradictions: [],
    });
  });
});
