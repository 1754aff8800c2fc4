import { expect, test } from 'vitest';
import type { Amendment, Recommendation, RecommendationKind, TextChange } from '#shared/amendment/amendment';
import { advisedOf, amendedText, asAdopted, asRecommended, recommendedChanges, votingOrder } from '#shared/amendment';
import { countingIds } from '#shared/core/sources';
import {
  amendmentOf,
  insert,
  move,
  replaceText,
  revisionOf,
  split,
  strike,
  textsOf,
} from '../../support/amendmentCases';

const advised = (changes: readonly TextChange[], recommendation: Partial<Recommendation>) =>
  recommendedChanges({
    changes,
    recommendation: { kind: 'adoptWithChanges', text: null, reason: '', ...recommendation },
  });

test('F1 the changed text takes the place of the amendment’s own words', () => {
  expect(advised([replaceText(1, 'Gammelt')], { text: ' Nytt \n ord ' })).toEqual([replaceText(1, 'Nytt ord')]);
  expect(advised([strike(1)], { text: 'Ikke strøket' })).toEqual([replaceText(1, 'Ikke strøket')]);
  expect(advised([insert(1, 'En', 'To')], { text: 'Ett\nToo\nTre' })).toEqual([insert(1, 'Ett', 'Too', 'Tre')]);
  expect(advised([split(1, 'En', 'To')], { text: 'Ett\nTo' })).toEqual([split(1, 'Ett', 'To')]);
  expect(advised([split(1, 'En', 'To')], { text: 'Ett' })).toEqual([replaceText(1, 'Ett')]);
});

test('F1 a change without words stays beside the one that has them', () => {
  expect(advised([move(1, 3), replaceText(1, 'Gammelt')], { text: 'Nytt' })).toEqual([
    move(1, 3),
    replaceText(1, 'Nytt'),
  ]);
});

test('F1 where a text does not say which words it is, nothing is guessed; changes of their own always say it', () => {
  const both = [replaceText(1, 'En'), replaceText(2, 'To')];
  expect(advised(both, { text: 'Nytt' })).toBeNull();
  expect(advised([move(1, 3)], { text: 'Nytt' })).toBeNull();
  expect(advised(both, { text: '' })).toBeNull();
  expect(advised(both, { text: 'Nytt', changes: [replaceText(1, 'Nytt'), replaceText(2, 'To')] })).toEqual([
    replaceText(1, 'Nytt'),
    replaceText(2, 'To'),
  ]);
  expect(advised([replaceText(1, 'En')], { kind: 'adopt', text: 'Nytt' })).toBeNull();
});

test('F3 with the recommendations followed, an amendment reads with what is recommended to be changed in it', () => {
  const base = revisionOf('= Program\n- At alle får tid.\n- At noen får ro.');
  const advise = (amendment: Amendment, kind: RecommendationKind, text: string | null = null): Amendment => ({
    ...amendment,
    recommendation: { kind, text, reason: '' },
  });
  const parent = amendmentOf(base, 1, replaceText(1, 'At alle får god tid.'));
  const child: Amendment = {
    ...amendmentOf(amendedText(base, parent.changes), 2, replaceText(1, 'At alle får svært god tid.')),
    parent: { id: parent.id, changes: parent.changes },
  };
  const read = (...amendments: readonly Amendment[]) => textsOf(asRecommended(base, amendments, countingIds('n')));
  expect(read(advise(parent, 'adopt'), advise(child, 'adopt'))[1]).toBe('At alle får svært god tid.');
  expect(read(advise(parent, 'adopt'), advise(child, 'reject'))[1]).toBe('At alle får god tid.');
  expect(read(advise(parent, 'reject'), advise(child, 'adopt'))[1]).toBe('At alle får tid.');
  // What is recommended in other words is no longer what the amendment to it is about.
  const changed = advise(parent, 'adoptWithChanges', 'At alle får nok tid.');
  expect(read(changed, advise(child, 'adopt'))[1]).toBe('At alle får nok tid.');
});

test('F2 an amendment is read by the words it was adopted in', () => {
  const filed = amendmentOf(null, 1, replaceText(1, 'Gammelt'));
  expect(asAdopted(filed)).toBe(filed);
  const decision = { result: 'adopted', tally: null, because: null, at: '' } as const;
  expect(asAdopted({ ...filed, decision }).changes).toEqual(filed.changes);
  const changes = [replaceText(1, 'Nytt')];
  expect(asAdopted({ ...filed, decision: { ...decision, changes } }).changes).toEqual(changes);
});

test('F4 of those that ask for the same the first recommendation holds for all', () => {
  const revision = revisionOf(`
    = Program
    - At alle får tid.
  `);
  const same = [1, 2, 3].map((number) => amendmentOf(revision, number, strike(1)));
  const [first, second, third] = same;
  const told = (amendment: Amendment | undefined, kind: RecommendationKind) =>
    amendment ? [{ ...amendment, recommendation: { kind, text: null, reason: '' } }] : [];
  const all = [...(first ? [first] : []), ...told(second, 'reject'), ...told(third, 'adopt')];
  expect(advisedOf(all)?.id).toBe(second?.id);
  expect(votingOrder(revision, all, null).items.map(({ recommendation }) => recommendation)).toEqual(['reject']);
  expect(advisedOf(same)).toBeNull();
});
