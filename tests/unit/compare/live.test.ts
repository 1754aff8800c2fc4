import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { insertText, readDraft, seedDraft } from '#shared/schema/draft';
import { createComparer, type Answer, type Question } from '../../../renderer/features/compare/live/comparer';
import { applyEdit, editBetween, editInParts } from '../../../renderer/features/compare/live/listEdit';
import { LiveComparison, type ComparingWorker } from '../../../renderer/features/compare/live/liveComparison';
import { blockOf } from '../export/programmes';

const blocks = (lines: readonly string[]): readonly Block[] => lines.map((line, index) => blockOf(line, `b${index}`));
const base = blocks(['# Om fyrene', '1. At lyktene ikke slukkes.', '1. At glasset pusses.', '1. At trappene males.']);
const typed = (text: readonly Block[], at: number, words: string): readonly Block[] =>
  text.map((block, index) => (index === at ? { ...block, text: words } : block));

/** The comparer itself in the place of the worker: what is posted waits until `deliver`, and rest until `rest`. */
function workerInHand() {
  const questions: Question[] = [];
  const rests: (() => void)[] = [];
  let ended = 0;
  let worker: ComparingWorker | null = null;
  const start = (): ComparingWorker => {
    const answers: Answer[] = [];
    const ask = createComparer({
      answer: (answer) => answers.push(answer),
      now: () => 0,
      later: (act) => {
        rests.push(act);
        return () => rests.splice(rests.indexOf(act), 1);
      },
    });
    const own: ComparingWorker & { deliver: () => void } = {
      onmessage: null,
      onerror: null,
      postMessage: (question) => {
        questions.push(question);
        ask(question);
      },
      terminate: () => {
        ended += 1;
      },
      deliver: () => {
        for (const answer of answers.splice(0)) own.onmessage?.({ data: answer } as MessageEvent<Answer>);
      },
    };
    worker = own;
    return own;
  };
  return {
    start,
    questions,
    deliver: () => (worker as unknown as { deliver: () => void }).deliver(),
    rest: () => {
      for (const act of rests.splice(0)) act();
    },
    ended: () => ended,
  };
}

const follow = (live: LiveComparison, current: readonly Block[]): void =>
  live.follow({ base, current, language: 'nb' });

describe('the live comparison', () => {
  it('sends what was typed and nothing else', () => {
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    follow(live, base);
    expect(live.get()).toEqual({ state: 'working', comparison: null });
    hand.deliver();
    const before = live.get().comparison;
    follow(live, typed(base, 1, 'At lyktene slukkes.'));
    hand.deliver();
    expect(hand.questions[1]).toMatchObject({ kind: 'follow', edit: { kind: 'set', items: [[1, { id: 'b1' }]] } });
    const after = live.get().comparison;
    expect(after?.summary).toMatchObject({ unchanged: 3, reworded: 1 });
    expect(after?.told[1]?.quiet[0]?.reasons[0]?.reason).toBe('negationDropped');
    // What was not typed in is the same object as before.
    expect(after?.changes[2]).toBe(before?.changes[2]);
  });

  it('asks one question at a time, and then for all that was typed meanwhile', () => {
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    follow(live, base);
    follow(live, typed(base, 2, 'At glasset vaskes.'));
    const last = typed(typed(base, 2, 'At glasset byttes.'), 3, 'At trappene feies.');
    follow(live, last);
    expect(hand.questions).toHaveLength(1);
    hand.deliver();
    expect(hand.questions).toHaveLength(2);
    hand.deliver();
    expect(live.get().comparison?.current).toBe(last);
    expect(live.get().comparison?.summary.reworded).toBe(2);
  });

  it('thinks it over when the writer rests, and then says what the whole comparison says', () => {
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    const added = [...base, blockOf('1. Noe helt annet.', 'ny')];
    follow(live, added);
    hand.deliver();
    const now = typed(added, 4, 'At trappene males.');
    follow(live, now);
    hand.deliver();
    hand.rest();
    hand.deliver();
    expect(live.get().comparison?.changes).toEqual(alignBlocks(base, now).changes);
  });

  it('is stopped, stays stopped while one types, and goes on when asked', () => {
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    follow(live, base);
    live.stop();
    expect(live.get().state).toBe('stopped');
    expect(hand.ended()).toBe(1);
    follow(live, typed(base, 1, 'At lyktene tennes.'));
    expect(hand.questions).toHaveLength(1);
    live.resume();
    hand.deliver();
    expect(live.get().state).toBe('ready');
    expect(live.get().comparison?.summary.reworded).toBe(1);
  });

  it('begins anew with another text: what was told of the former one is not shown under its name', () => {
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    follow(live, base);
    hand.deliver();
    const other = ['# Om båtene', '1. At årene tjæres.'].map((line, index) => blockOf(line, `o${index}`));
    follow(live, other);
    expect(live.get()).toEqual({ state: 'working', comparison: null });
    hand.deliver();
    expect(live.get().comparison?.changes).toEqual(alignBlocks(base, other).changes);
  });

  it('says that there is nothing to compare with', () => {
    const live = new LiveComparison(workerInHand().start);
    live.follow(null);
    expect(live.get()).toEqual({ state: 'none', comparison: null });
  });

  it('keeps in step with three who write at once', () => {
    const docs = [0, 1, 2].map(() => new Y.Doc());
    const [own] = docs;
    if (own === undefined) throw new Error('no document');
    seedDraft(own, { title: 'Program', period: null, language: 'nb', blocks: base });
    for (const doc of docs.slice(1)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(own));
    for (const from of docs)
      from.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'wire') for (const to of docs) if (to !== from) Y.applyUpdate(to, update, 'wire');
      });
    const hand = workerInHand();
    const live = new LiveComparison(hand.start);
    follow(live, readDraft(own));
    hand.deliver();
    for (let key = 0; key < 30; key++) {
      docs.forEach((doc, writer) => insertText(doc, blockId(`b${writer + 1}`), key, 'x'));
      follow(live, readDraft(own));
      hand.deliver();
      // Behind by no more than the answer that is under way.
      expect(live.get().comparison?.current).toEqual(readDraft(own));
    }
    const edits = hand.questions.slice(1).map((question) => (question.kind === 'follow' ? question.edit : null));
    expect(edits.every((edit) => edit?.kind === 'set' && edit.items.length === 3)).toBe(true);
    hand.rest();
    hand.deliver();
    expect(live.get().comparison?.changes).toEqual(alignBlocks(base, readDraft(own)).changes);
  });

  it('an edit between two lists makes the one into the other', () => {
    const list = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(applyEdit(before, editBetween(before, after))).toEqual(after);
      }),
      { seed: 20_270_528 },
    );
  });

  it('whatever is done to the text, it ends at what the whole comparison says', () => {
    const text = fc.array(
      fc.constantFrom('At lyktene tennes.', 'At glasset pusses.', 'At trappene males rødt.', 'Nytt'),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (states) => {
        const hand = workerInHand();
        const live = new LiveComparison(hand.start);
        let current: readonly Block[] = [];
        for (const lines of states) {
          current = lines.map((line, index) => blockOf(`1. ${line}`, `c${index}`));
          follow(live, current);
          hand.deliver();
        }
        hand.rest();
        hand.deliver();
        expect(live.get().comparison?.changes).toEqual(alignBlocks(base, current).changes);
      }),
      { seed: 20_270_528, numRuns: 60 },
    );
  });
});

describe('a long answer', () => {
  it('comes in parts, of which nothing is shown before the last, and says what the whole comparison says', () => {
    const long = Array.from({ length: 2_500 }, (_, index) =>
      blockOf(`1. At lykt nummer ${index} tennes.`, `l${index}`),
    );
    const now = long
      .filter((_, index) => index !== 1_700)
      .map((block) => ({ ...block, text: `${block.text} Og slukkes.` }));
    const hand = workerInHand();
    const live = new LiveComparison(hand.start, (act) => {
      act();
      return () => undefined;
    });
    let shown = 0;
    live.subscribe(() => (shown += 1));
    live.follow({ base: long, current: long, language: 'nb' });
    hand.deliver();
    live.follow({ base: long, current: now, language: 'nb' });
    hand.deliver();
    // Each question went in parts too, and was answered once.
    expect(hand.questions.map(({ kind, isPart }) => [kind, isPart])).toEqual([
      ['start', true],
      ['more', true],
      ['more', false],
      ['follow', true],
      ['follow', true],
      ['follow', false],
    ]);
    // Working, all the same, all reworded.
    expect(shown).toBe(3);
    expect(live.get().comparison?.changes).toEqual(alignBlocks(long, now).changes);
  });

  it('is called off between the parts of the question', () => {
    const long = Array.from({ length: 2_500 }, (_, index) => blockOf(`1. Lykt ${index}`, `l${index}`));
    const hand = workerInHand();
    const waiting: (() => void)[] = [];
    const live = new LiveComparison(hand.start, (act) => {
      waiting.push(act);
      return () => waiting.splice(0);
    });
    live.follow({ base: long, current: long, language: 'nb' });
    live.stop();
    expect(waiting).toEqual([]);
    expect(hand.questions).toHaveLength(1);
    live.resume();
    for (let act = waiting.shift(); act; act = waiting.shift()) act();
    hand.deliver();
    expect(live.get().comparison?.summary.unchanged).toBe(2_500);
  });

  it('begins when it may, with what it was asked then, and not at all when it is called off before', () => {
    const hand = workerInHand();
    const waiting: (() => void)[] = [];
    const live = new LiveComparison(hand.start, undefined, (act) => {
      waiting.push(act);
      return () => waiting.splice(0);
    });
    follow(live, base);
    expect(live.get().state).toBe('working');
    live.stop();
    expect(waiting).toEqual([]);
    live.resume();
    follow(live, typed(base, 1, 'At lyktene slukkes.'));
    expect(hand.questions).toEqual([]);
    waiting.shift()?.();
    hand.deliver();
    // What was typed meanwhile is the next question.
    expect(hand.questions.map(({ kind }) => kind)).toEqual(['start', 'follow']);
    hand.deliver();
    expect(live.get().comparison?.summary).toMatchObject({ unchanged: 3, reworded: 1 });
  });

  it('any edit in parts is the edit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.array(fc.integer()),
        fc.integer({ min: 1, max: 4 }),
        (before, after, size) => {
          const parts = editInParts(editBetween(before, after), size);
          expect(parts.reduce<readonly number[]>((list, part) => applyEdit(list, part), before)).toEqual(after);
        },
      ),
    );
  });
});
