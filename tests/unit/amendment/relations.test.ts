import { expect, test } from 'vitest';
import {
  collisionOutcomes,
  collisionsOf,
  describeProblem,
  enBlocItems,
  explainItem,
  orderProblems,
  relationsOf,
  votingOrder,
} from '#shared/amendment';
import type { Amendment, RecommendationKind } from '#shared/amendment/amendment';
import { amendmentId, type AmendmentId } from '#shared/core/ids';
import { amendmentOf, insert, move, replaceText, revisionOf, strike } from '../../support/amendmentCases';

const revision = revisionOf(`
  = Program
  # Fag
  - At alle får god tid til fag hver uke.
  - At leger får veiledning.
  # Lønn
  - At lønn er rettferdig.
`);
const file = (number: number, ...changes: Parameters<typeof amendmentOf>[2][]) =>
  amendmentOf(revision, number, ...changes);
const advise = (amendment: Amendment, kind: RecommendationKind): Amendment => ({
  ...amendment,
  recommendation: { kind, text: null, reason: '' },
});
const F = (number: number): AmendmentId => amendmentId(`F${number}`);
const order = (amendments: readonly Amendment[], manual: readonly AmendmentId[] | null = null) =>
  votingOrder(revision, amendments, manual).items.map((item) => item.amendments.join('+'));
const explained = (amendments: readonly Amendment[], index: number, manual: string | null = null) =>
  explainItem(index, {
    items: votingOrder(revision, amendments, null).items,
    numberOf: (id) => id.slice(1),
    language: 'nb',
    manual,
  });

const relationsAmong = (amendments: readonly Amendment[]) =>
  relationsOf(amendments, [{ revision, amendments }], votingOrder(revision, amendments, null));

const small = file(1, replaceText(2, 'At alle får lang tid til fag hver uke.'));
const large = file(2, replaceText(2, 'At alle får lang tid til fag hver dag.'));
const other = file(3, replaceText(2, 'At alle får kort tid til fag hver uke.'));
const struck = file(4, strike(2));
const added = file(5, insert(2, 'At noe nytt kommer.'));

test('V9 an alternative stands beside what it is put against', () => {
  const alternative = { ...file(7, replaceText(5, 'At lønn er lik.')), alternativeTo: F(1) };
  const far = file(8, replaceText(3, 'At leger får tett veiledning.'));
  expect(order([small, far, alternative])).toEqual(['F7', 'F1', 'F8']);
});

test('V15 an alternative, a joint text and those to the whole programme stand against each other', () => {
  const against = (amendments: readonly Amendment[]) =>
    votingOrder(revision, amendments, null).items.map((item) => [item.amendments.join(), item.against, item.fallsIf]);
  const alternative = { ...file(7, replaceText(5, 'At lønn er lik.')), alternativeTo: F(1) };
  expect(against([small, alternative])).toEqual([
    ['F7', [F(1)], [F(1)]],
    ['F1', [F(7)], [F(7)]],
  ]);
  const joint = { ...file(7, replaceText(5, 'At lønn er lik.')), jointOf: [F(1)] };
  expect(against([{ ...small, jointIn: F(7) }, joint])).toEqual([
    ['F1', [F(7)], [F(7)]],
    ['F7', [F(1)], []],
  ]);
  const whole = (number: number, outcome: 'reject' | 'postpone') =>
    file(number, { kind: 'programme', outcome, instruction: '' });
  expect(against([small, whole(8, 'reject'), whole(9, 'postpone')])).toEqual([
    ['F8', [F(9)], [F(9)]],
    ['F9', [F(8)], [F(8)]],
    ['F1', [], [F(8)]],
  ]);
});

test('V10 every item says why it stands there', () => {
  expect(explained([small, struck], 0)).toBe(
    'Først strykning, så endring av ord (10 % av teksten) (1): det mest vidtgående tas først.',
  );
  expect(explained([small, struck], 1)).toContain('Først strykning (4), så endring av ord');
  expect(explained([added], 0)).toBe(
    'Innsettinger tas etter det punktet de kommer bak. Etter sted i teksten: etter kap. 1 pkt. 1, linje 3.',
  );
  expect(explained([small], 0)).toContain('Ingen andre gjelder det samme stedet: endring av ord');
  expect(explained([small], 0, 'Etter tema')).toBe('Satt av dirigenten: Etter tema');
  const lost = { ...small, base: amendmentOf(null, 9).base };
  expect(explained([lost], 0)).toBe('Forslag 1 har ingen plass i teksten og kan ikke ordnes.');
});

test('V11 an order that contradicts itself is told', () => {
  const kindsOf = (amendments: readonly Amendment[], manual: readonly AmendmentId[] | null) =>
    orderProblems(votingOrder(revision, amendments, manual).items).map(({ kind, item, other: with_ }) => [
      kind,
      item,
      with_,
    ]);
  expect(kindsOf([small, struck], null)).toEqual([]);
  expect(kindsOf([small, struck], [F(1), F(4)])).toEqual([['narrowFirst', F(1), F(4)]]);
  const below = { ...file(6, replaceText(2, 'At alle får svært lang tid til fag hver uke.')) };
  const [first, second] = votingOrder(revision, [small, below], [F(6), F(1)]).items;
  const backwards = first && second ? [{ ...first, parent: F(1) }, second] : [];
  expect(orderProblems(backwards).map(({ kind }) => kind)).toContain('beforeParent');
  expect(kindsOf([advise(small, 'adopt'), advise(other, 'adopt')], null)).toEqual([['bothRecommended', F(1), F(3)]]);
  const lost = { ...small, base: amendmentOf(null, 9).base };
  expect(kindsOf([lost], null)).toEqual([['unplaced', F(1), null]]);
  const [problem] = orderProblems(votingOrder(revision, [small, struck], [F(1), F(4)]).items);
  expect(problem && describeProblem(problem, (id) => id.slice(1), 'nb')).toBe(
    'Forslag 4 er mer vidtgående, men tas etter forslag 1 og faller uten votering hvis det vedtas.',
  );
});

test('G1 what stands against what, what falls and what becomes void', () => {
  const all = [small, other, struck, added];
  const relations = relationsAmong(all);
  const of = (kind: string) => relations.filter((one) => one.kind === kind).map(({ from, to }) => `${from}→${to}`);
  expect(of('void')).toEqual(['F4→F1', 'F4→F3']);
  expect(of('falls').sort()).toEqual(['F1→F3', 'F1→F4', 'F3→F1', 'F3→F4']);
  expect(of('against').filter((one) => one.startsWith('F5'))).toEqual([]);
});

test('G2 an amendment that makes every change of another, and more, contains it', () => {
  const all = [small, large, other];
  const contains = relationsAmong(all).filter(({ kind }) => kind === 'contains');
  expect(contains).toEqual([{ kind: 'contains', from: F(2), to: F(1) }]);
  const both = file(8, replaceText(2, 'At alle får lang tid til fag hver uke.'), move(3, 5));
  const apart = [small, both];
  expect(relationsAmong(apart).filter(({ kind }) => kind === 'contains')).toEqual([
    { kind: 'contains', from: F(8), to: F(1) },
  ]);
});

test('G3 a collision shows the text with one, with the other, and with what can be carried out of both', () => {
  const a = file(1, replaceText(2, 'At alle får lang tid til fag hver dag.'));
  const b = file(2, replaceText(2, 'At noen får kort tid til fag hver uke.'));
  const [collision] = collisionsOf(revision, [a, b]);
  expect(collision && collisionOutcomes(revision, collision, [a, b])).toEqual({
    now: ['At alle får god tid til fag hver uke.'],
    withA: ['At alle får lang tid til fag hver dag.'],
    withB: ['At noen får kort tid til fag hver uke.'],
    withBoth: ['At noen får god tid til fag hver dag.'],
  });
  const [strikes] = collisionsOf(revision, [small, struck]);
  expect(strikes && collisionOutcomes(revision, strikes, [small, struck])).toMatchObject({
    withA: ['At alle får lang tid til fag hver uke.'],
    withB: [],
  });
});

test('G5 en bloc is all that is recommended, has a place, and nobody asks to have voted on separately', () => {
  const all = [advise(small, 'adopt'), advise(added, 'adopt'), advise(struck, 'reject'), file(9, strike(3))];
  const named = (id: AmendmentId) => all.find((one) => one.id === id);
  const bloc = (separate: readonly AmendmentId[]) =>
    enBlocItems(votingOrder(revision, all, null).items, named, new Set(separate), true).map((item) =>
      item.amendments.join(),
    );
  expect(bloc([])).toEqual(['F1', 'F5']);
  expect(bloc([F(5)])).toEqual(['F1']);
  const rivals = [advise(small, 'adopt'), advise(other, 'adopt')];
  const items = votingOrder(revision, rivals, null).items;
  expect(enBlocItems(items, (id) => rivals.find((one) => one.id === id), new Set(), true)).toEqual([]);
});

test('G5 nothing is adopted en bloc that nobody who may vote stands behind, where the programme asks for that', () => {
  const unsupported = { ...advise(small, 'adopt'), proposerIsMember: false };
  const bloc = (amendment: Amendment, supportNeeded: boolean) =>
    enBlocItems(votingOrder(revision, [amendment], null).items, () => amendment, new Set(), supportNeeded).length;
  expect(bloc(unsupported, true)).toBe(0);
  expect(bloc(unsupported, false)).toBe(1);
  expect(bloc({ ...unsupported, supporters: [{ person: unsupported.proposer, member: true }] }, true)).toBe(1);
});
