import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { numberBlocks } from '#shared/domain/numbering';
import { createBlockMarks } from '../../../renderer/app/blockMarks';
import { anchorOf, viewComparison, type Comparison } from '../../../renderer/features/compare/comparison';
import { createComparer, type Answer } from '../../../renderer/features/compare/live/comparer';
import { LiveComparison, type ComparingWorker } from '../../../renderer/features/compare/live/liveComparison';
import {
  makeProgramme,
  makeWord,
  ordinaryRevision,
  revise,
  rollDice,
  scalePlan,
} from '../../support/revisionGenerator';

const dice = rollDice(41);
const base = makeProgramme(dice, 1_200);
const { current: draft } = revise(dice, base, scalePlan(ordinaryRevision, 0.05));

/** A comparer that answers when it has been asked; what it thinks over at rest it tells when `rest` is called. */
function following() {
  const rests: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const deliver = (): void => {
    for (const answer of waiting.splice(0)) answer();
  };
  const start = (): ComparingWorker => {
    const worker: ComparingWorker = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (question) => ask(question),
    };
    const ask = createComparer({
      answer: (data) => waiting.push(() => worker.onmessage?.({ data } as MessageEvent<Answer>)),
      now: () => 0,
      later: (act) => {
        rests.push(act);
        return () => rests.splice(0);
      },
    });
    return worker;
  };
  const live = new LiveComparison(start);
  const follow = (current: readonly Block[]): Comparison => {
    live.follow({ base, current, language: 'nb' });
    deliver();
    const { comparison } = live.get();
    if (comparison === null) throw new Error('nothing is compared');
    return comparison;
  };
  const rest = (): void => {
    for (const act of rests.splice(0)) act();
    deliver();
  };
  return { follow, rest };
}

/** All that the views ask for, so that two comparisons can be held against each other. */
const viewed = (comparison: Comparison) => ({
  changes: comparison.changes,
  told: comparison.told,
  summary: comparison.summary,
  struckBefore: comparison.struckBefore,
  changed: [...comparison.changed].sort(),
  ofBlocks: comparison.current.map(({ id }) => comparison.changeOf.get(id)),
  anchors: comparison.changes.map((change) => anchorOf(comparison, change)),
  sentences: comparison.changes.map((change) => comparison.sentencesOf.get(change)),
  numbers: numberBlocks(comparison.outline),
});

const anew = ({ base: from, current, told, exact }: Comparison): Comparison =>
  viewComparison(from, current, told, exact);

type Key = { readonly at: number; readonly what: 'word' | 'undo' | 'empty' | 'kind' | 'heading' | 'gone' | 'link' };

function press(current: readonly Block[], { at, what }: Key): readonly Block[] {
  const index = at % current.length;
  const [block] = current.slice(index);
  if (!block) return current;
  const put = (next: Block): readonly Block[] => current.with(index, next);
  switch (what) {
    case 'word':
      return put({ ...block, text: `${makeWord(rollDice(at))} ${block.text}` });
    case 'undo':
      return put({ ...block, text: draft.find(({ id }) => id === block.id)?.text ?? block.text });
    case 'empty':
      return put({ ...block, text: '' });
    case 'kind':
      return put({ ...block, kind: block.kind === 'point' ? 'paragraph' : 'point', level: null });
    case 'heading':
      return put({ ...block, kind: 'heading', level: 1, text: `${block.text} x` });
    case 'gone':
      return current.length > 5 ? current.toSpliced(index, 1) : current;
    case 'link':
      return put({ ...block, links: [{ origin: blockId('base-5'), verdict: at % 2 === 0 ? 'linked' : 'unlinked' }] });
  }
}

it('what is followed key by key shows what a view made anew shows, and so do the marks in the margin', () => {
  const what = fc.constantFrom<Key['what'][]>(
    'word',
    'word',
    'word',
    'undo',
    'empty',
    'kind',
    'heading',
    'gone',
    'link',
  );
  // A deletion is told anew, at its place, and so is a block with a moved sentence.
  const toldAnew: Key[] = [
    { at: 986, what: 'link' },
    { at: 71, what: 'word' },
    { at: 0, what: 'word' },
  ];
  const keys = fc.array(fc.record({ at: fc.nat(1_000), what }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(keys, fc.boolean(), (pressed, rests) => {
      const { follow, rest } = following();
      const marks = createBlockMarks();
      let current = draft;
      const open = new Map();
      marks(follow(current), open, 'nb');
      for (const key of pressed) {
        current = press(current, key);
        const comparison = follow(current);
        expect(comparison.current).toBe(current);
        expect(viewed(comparison)).toEqual(viewed(anew(comparison)));
        expect([...marks(comparison, open, 'nb')]).toEqual([...createBlockMarks()(anew(comparison), open, 'nb')]);
        if (rests) rest();
      }
      rest();
      expect(follow(current).changes).toEqual(alignBlocks(base, current).changes);
    }),
    { seed: 20_270_528, numRuns: 60, examples: [[toldAnew, true]] },
  );
});

it('marks are right through more keys than lie above one another', () => {
  const { follow } = following();
  const marks = createBlockMarks();
  const open = new Map();
  let current = draft;
  let shown = marks(follow(current), open, 'nb');
  for (let at = 0; at < 90; at++) {
    current = press(current, { at, what: 'word' });
    shown = marks(follow(current), open, 'nb');
  }
  const whole = createBlockMarks()(anew(follow(current)), open, 'nb');
  expect([...shown]).toEqual([...whole]);
  for (const { id } of current) expect(shown.get(id)).toEqual(whole.get(id));
  expect(shown.size).toBe(whole.size);
});

it('D28 the whole is aligned anew when a link is said while one types', () => {
  const { follow } = following();
  follow(draft);
  const linked = press(draft, { at: 12, what: 'link' });
  expect(follow(linked).changes).toEqual(alignBlocks(base, linked).changes);
});

it('a word typed makes one change, one mark and one told change new; all else is the same object', () => {
  const { follow } = following();
  const marks = createBlockMarks();
  const open = new Map();
  const before = follow(draft);
  const marksBefore = marks(before, open, 'nb');
  const at = draft.findIndex(({ kind }) => kind === 'point');
  const after = follow(press(draft, { at, what: 'word' }));
  const marksAfter = marks(after, open, 'nb');
  expect(after.changes.filter((change) => !before.changes.includes(change))).toHaveLength(1);
  expect(after.told.filter((one) => !before.told.includes(one))).toHaveLength(1);
  expect([...marksAfter].filter(([id, mark]) => marksBefore.get(id) !== mark)).toHaveLength(1);
  expect(after.outline).toBe(before.outline);
  expect(after.struckBefore).toBe(before.struckBefore);
});
