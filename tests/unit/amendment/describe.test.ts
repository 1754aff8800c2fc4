import { describe, expect, it } from 'vitest';
import type { TextChange } from '#shared/amendment/amendment';
import {
  amendmentMarks,
  amendmentPlace,
  checkChange,
  collisionsOf,
  describeChange,
  describeChangePlace,
  describeCollision,
  readAlone,
} from '#shared/amendment';
import { amendmentFailures, LONGEST_TEXT } from '#shared/amendment/failures';
import { blockId } from '#shared/core/ids';
import { spell } from '#shared/diff';
import { amendmentOf, insert, join, move, replaceText, revisionOf, split, strike } from '../../support/amendmentCases';

const long =
  'Havna skal være åpen hele året, og mannskapet skal ha hvile mellom vaktene slik at ingen trenger å være redd på jobb.';
// Lines: 1 title, 2 heading, 3–4 prose, 5 lead-in, 6 and 7 points, 8 heading, 9–10 point.
const revision = revisionOf(`
  = Program
  # Havn
  ${long}
  : Forbundet vil:
  - At fyrene lyser.
  - At losene sover.
  # Lønn
  - ${long}
`);

const editorial = (block: number | null): TextChange => ({
  kind: 'editorial',
  block: block === null ? null : blockId(`b${block}`),
  instruction: 'Bruk samme ord overalt.',
});

describe('in words', () => {
  it.each<readonly [TextChange, string]>([
    [replaceText(4, 'At fyrene blinker.'), 'I linje 6 endres:'],
    [replaceText(2, long.replace('hele', 'nesten hele')), 'I linje 3 endres:'],
    [replaceText(2, long.replace('hele', 'halve').replace('redd', 'engstelig')), 'I linje 3 til 4 endres:'],
    [replaceText(2, long.replace('redd', 'engstelig')), 'I linje 4 endres:'],
    [insert(5, 'At det blåser.'), 'Etter linje 7 settes inn:'],
    [insert(null, 'Forord'), 'Før linje 1 settes inn:'],
    [strike(4), 'Linje 6 strykes:'],
    [strike(2), 'Linje 3 til 4 strykes:'],
    [move(4, 7), 'Linje 6 flyttes til etter linje 10:'],
    [move(6, 0), 'Linje 8 til 10 flyttes til etter linje 1:'],
    [move(4, null), 'Linje 6 flyttes til før linje 1:'],
    [split(2, long.slice(0, 30), long.slice(31)), 'Linje 3 til 4 deles i 2:'],
    [join(4, 5), 'Linje 6 slås sammen med linje 7:'],
    [editorial(4), 'Redaksjonelt i linje 6:'],
    [editorial(null), 'Redaksjonelt:'],
  ])('T1 tells a change by its lines: %j', (change, expected) => {
    expect(describeChange(revision, change, 'nb')).toBe(expected);
  });

  it('T1 tells changes in English and nynorsk as well', () => {
    expect(describeChange(revision, strike(2), 'en')).toBe('Strike lines 3 to 4:');
    expect(describeChange(revision, insert(5, 'x'), 'nn')).toBe('Etter linje 7 blir sett inn:');
  });

  it.each<readonly [TextChange, string]>([
    [replaceText(7, 'x'), 'kap. 2 pkt. 1, linje 9–10'],
    [strike(2), 'kap. 1 avsnitt 1, linje 3–4'],
    [insert(7, 'x'), 'etter kap. 2 pkt. 1, linje 10'],
    [insert(null, 'x'), 'før linje 1'],
    [editorial(null), 'hele programmet'],
    [{ kind: 'deletion', block: blockId('borte') }, ''],
  ])('T2 tells the place of a change: %j', (change, expected) => {
    expect(describeChangePlace(revision, change, 'nb')).toBe(expected);
  });

  it('T2 tells the place of an amendment by its first change and how many more there are', () => {
    expect(amendmentPlace(revision, amendmentOf(revision, 1, strike(5), strike(4)), 'nb')).toBe(
      'kap. 1 pkt. 1, linje 6 og ett sted til',
    );
    expect(amendmentPlace(revision, amendmentOf(revision, 1, strike(5), replaceText(5, 'x')), 'nb')).toBe(
      'kap. 1 pkt. 2, linje 7',
    );
  });

  it.each<readonly [string, TextChange, TextChange, string]>([
    [
      'words',
      replaceText(4, 'At fyrene blinker.'),
      replaceText(4, 'At fyrene brenner.'),
      'Forslag 1 og forslag 2 endrer de samme ordene («lyser») i kap. 1 pkt. 1, linje 6.',
    ],
    [
      'deletion',
      strike(4),
      replaceText(4, 'At fyrene brenner.'),
      'Forslag 1 og forslag 2: det ene stryker, det andre endrer eller flytter kap. 1 pkt. 1, linje 6.',
    ],
    ['move', move(4, 7), move(4, 0), 'Forslag 1 og forslag 2 flytter kap. 1 pkt. 1, linje 6 til hvert sitt sted.'],
    [
      'structure',
      join(3, 4),
      join(3, 5),
      'Forslag 1 og forslag 2 deler, slår sammen eller flytter kap. 1 innledning til punkter, linje 5 på måter som ikke går sammen.',
    ],
  ])('T3 tells a collision in one sentence: %s', (_, first, second, expected) => {
    const amendments = [amendmentOf(revision, 1, first), amendmentOf(revision, 2, second)];
    const told = collisionsOf(revision, amendments).map((collision) =>
      describeCollision(collision, revision, amendments, 'nb'),
    );
    expect(told).toEqual([expected]);
  });

  it.each<readonly [TextChange, string, string]>([
    [replaceText(4, 'At fyrene blinker.'), 'At fyrene lyser.', 'At fyrene blinker.'],
    [insert(4, 'En', 'To'), '', 'En\nTo'],
    [strike(4), 'At fyrene lyser.', ''],
    [move(4, 7), 'At fyrene lyser.', 'At fyrene lyser.'],
    [split(4, 'At fyrene', 'lyser.'), 'At fyrene lyser.', 'At fyrene\nlyser.'],
    [join(4, 5), 'At fyrene lyser. At losene sover.', 'At fyrene lyser. At losene sover.'],
    [editorial(4), '', ''],
  ])('T4 marks spell the text before and after: %j', (change, before, after) => {
    const marks = amendmentMarks(revision, change);
    expect([spell(marks, 'base'), spell(marks, 'current')]).toEqual([before, after]);
  });

  it('T5 reads the target with the amendment alone', () => {
    const read = (...changes: readonly TextChange[]) => readAlone(revision, amendmentOf(revision, 1, ...changes));
    expect(read(replaceText(4, 'At fyrene blinker.'))).toBe('At fyrene blinker.');
    expect(read(join(4, 5))).toBe('At fyrene lyser. At losene sover.');
    expect([read(strike(4)), read(move(4, 7)), read(editorial(4))]).toEqual([null, null, null]);
    expect(readAlone(revision, amendmentOf(null, 1, replaceText(4, 'x')))).toBeNull();
  });
});

describe('checking a change', () => {
  it.each<readonly [string, TextChange]>([
    ['change-block-unknown', { kind: 'deletion', block: blockId('borte') }],
    ['change-block-unknown', { kind: 'insertion', after: blockId('borte'), blocks: [] }],
    ['change-block-unknown', { kind: 'move', block: blockId('b4'), after: blockId('borte') }],
    ['change-block-unknown', { kind: 'join', block: blockId('b4'), with: blockId('borte') }],
    ['change-text-empty', replaceText(4, '  ')],
    ['change-text-same', replaceText(4, 'At fyrene lyser.')],
    ['change-text-long', replaceText(4, 'x'.repeat(LONGEST_TEXT + 1))],
    ['change-text-lines', replaceText(4, 'a\nb')],
    ['change-insertion-empty', insert(4)],
    ['change-text-empty', insert(4, 'At nytt.', '')],
    ['change-move-nowhere', move(4, 3)],
    ['change-move-nowhere', move(4, 4)],
    ['change-move-nowhere', move(6, 7)],
    ['change-move-into-itself', move(1, 4)],
    ['change-split-single', split(4, 'At fyrene lyser.')],
    ['change-split-single', split(4, 'At fyrene lyser.', ' ')],
    ['change-join-itself', join(4, 4)],
    ['change-text-empty', { kind: 'editorial', block: null, instruction: '' }],
    ['change-split-rewords', split(4, 'At fyrene', 'blinker.')],
    ['change-split-rewords', split(4, 'At fyrene', 'lyser', 'langt.')],
    ['change-split-rewords', split(4, 'lyser.', 'At fyrene')],
    ['change-title-struck', strike(0)],
  ])('K1 K2 K3 refuses with %s: %j', (code, change) => {
    const checked = checkChange(revision, change);
    expect(checked.ok ? null : checked.failure.code).toBe(code);
    expect(amendmentFailures).toHaveProperty(code);
  });

  it.each([
    replaceText(4, 'At fyrene blinker.'),
    insert(null, 'Forord'),
    insert(4, 'a', 'b'),
    strike(4),
    move(4, 7),
    move(6, 0),
    split(4, 'At fyrene', 'lyser.'),
    join(4, 5),
    editorial(4),
    editorial(null),
  ])('K1 accepts what changes something: %j', (change) => {
    expect(checkChange(revision, change)).toEqual({ ok: true, value: null });
  });
});

it('T1 the same text frozen with other lines is told by those', () => {
  const wide = revisionOf(`
    = Program
    - At alle leger får tid til fag og til pasientene sine hver eneste uke i hele året.
    - At det er mange av dem.
  `);
  const narrow = { ...wide, lineSettings: { ...wide.lineSettings, measure: 30, start: 10 } };
  const change = strike(2);
  expect(describeChange(wide, change, 'nb')).not.toBe(describeChange(narrow, change, 'nb'));
  expect(describeChange(narrow, change, 'nb')).toBe(
    describeChange({ ...narrow, blocks: [...narrow.blocks] }, change, 'nb'),
  );
});
