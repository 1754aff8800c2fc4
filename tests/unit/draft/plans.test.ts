import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockId } from '#shared/core/ids';
import { isDay, noPlan, planFrom } from '#shared/domain/chapterPlan';
import { createUndo, LOCAL, readPlans, setPlan } from '#shared/schema/draft';

const heading = blockId('k1');
const plan = { responsible: 'Fagutvalget', due: '2027-02-28', wordTarget: 400 };

const exchange = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};

describe('The plans of chapters', () => {
  it('Y18 a plan is kept by its heading, and the same map is given until one changes', () => {
    const doc = new Y.Doc();
    expect(readPlans(doc).size).toBe(0);
    setPlan(doc, heading, plan);
    expect(readPlans(doc).get(heading)).toEqual(plan);
    expect(readPlans(doc)).toBe(readPlans(doc));
    setPlan(doc, heading, { due: null });
    expect(readPlans(doc).get(heading)).toEqual({ ...plan, due: null });
  });

  it('Y18 two people who plan different things about one chapter both have their way', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    setPlan(a, heading, { ...noPlan, responsible: 'Fagutvalget' });
    setPlan(b, heading, { ...noPlan, due: '2027-02-28' });
    exchange(a, b);
    for (const doc of [a, b]) expect(readPlans(doc).get(heading)).toEqual({ ...plan, wordTarget: null });
  });

  it('Y18 a plan is taken back in one step, and only one of one’s own', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    const undo = createUndo(a);
    setPlan(b, heading, { ...noPlan, responsible: 'Fagutvalget' });
    exchange(a, b);
    setPlan(a, heading, plan);
    undo.undo();
    expect(readPlans(a).get(heading)).toEqual({ ...noPlan, responsible: 'Fagutvalget' });
    undo.undo();
    expect(readPlans(a).get(heading)).toEqual({ ...noPlan, responsible: 'Fagutvalget' });
  });

  it('Y15 nonsense from a peer is as if it were not there', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      const plans = doc.getMap('plans');
      for (const key of ['', '/due', 'k1/', 'k1/__proto__', 'k1/constructor', 'k2/due/x']) plans.set(key, 'x');
      plans.set('k1/due', '2027-02-30');
      plans.set('k1/responsible', new Y.Map());
      plans.set('k1/wordTarget', -4);
    }, LOCAL);
    expect([...readPlans(doc)]).toEqual([[heading, noPlan]]);
  });

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2027-13-01', false],
    ['2027-04-31', false],
    ['2027-4-3', false],
    ['', false],
  ])('the calendar: %s', (day, expected) => expect(isDay(day)).toBe(expected));

  it('names are trimmed and cut, counts are whole and positive', () => {
    expect(planFrom({ responsible: `  ${'a'.repeat(500)}  `, wordTarget: 1.5 })).toEqual({
      ...noPlan,
      responsible: 'a'.repeat(120),
    });
    expect(planFrom({ responsible: '  ', due: 7, wordTarget: '400' })).toEqual(noPlan);
  });
});
