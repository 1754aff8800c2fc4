import { alignBlocks, spell, tokenise, wordDiff } from '#shared/diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeProgramme, revise, rollDice, scalePlan, ordinaryRevision } from '../../support/revisionGenerator';
import { expectLawful, side } from '../../unit/diff/blocks';

/** Texts with few words, so that they often agree, and with all that is hard: white space, marks, emoji, combining. */
const wordy = fc
  .array(
    fc.constantFrom(
      'vi',
      'vil',
      'at',
      'ære',
      'må',
      '.',
      ',',
      '–',
      '-',
      ' ',
      '  ',
      ' ',
      '\n',
      '2,5',
      '👩‍👧',
      'e\u0301',
      '«',
      '»',
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  wordy,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const sentence = fc
  .array(fc.constantFrom('alle', 'barn', 'skal', 'få', 'lære', 'å', 'svømme', 'sykle', 'lese', 'nå'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => `${words.join(' ')}.`);
const blockTexts = fc.array(fc.oneof(sentence, fc.constantFrom('', 'Vi vil:', '# Natur', '# By'), anyText), {
  maxLength: 14,
});

const graphemeStarts = (text: string): ReadonlySet<number> =>
  new Set(
    [...new Intl.Segmenter('nb', { granularity: 'grapheme' }).segment(text)]
      .map(({ index }) => index)
      .concat(text.length),
  );

describe('laws of comparison', () => {
  it('D1 tokens spell both texts, alternate, and are never empty', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, current) => {
        const tokens = wordDiff(base, current);
        expect(spell(tokens, 'base')).toBe(base);
        expect(spell(tokens, 'current')).toBe(current);
        tokens.forEach(([sign, text], index) => {
          expect(text).not.toBe('');
          const before = tokens[index - 1]?.[0];
          expect(before === sign || (before === '+' && sign === '-')).toBe(false);
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('D1 a text has no marks against itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordDiff(text, text)).toEqual(text === '' ? [] : [['=', text]]);
      }),
    );
  });

  it('D2 neither words nor tokens divide a grapheme of their text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const starts = graphemeStarts(text);
        let at = 0;
        for (const token of tokenise(text)) {
          expect(starts.has(at)).toBe(true);
          at += token.length;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('D5 sentences that stay are never marked when others are struck', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.boolean()),
        (all, stream) => {
          const kept = all.filter(() => stream.next().value);
          fc.pre(kept.length > 0);
          const tokens = wordDiff(all.join(' '), kept.join(' '));
          expect(tokens.filter(([sign]) => sign === '+')).toEqual([]);
          const struck = tokens.filter(([sign]) => sign === '-').map(([, text]) => text.trim());
          expect(struck.join(' ')).toBe(all.filter((text) => !kept.includes(text)).join(' '));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('D10 every block of both sides is in one change, and its tokens spell it', () => {
    fc.assert(
      fc.property(blockTexts, blockTexts, (inBase, inCurrent) => {
        const [base, current] = [side('a', inBase), side('b', inCurrent)];
        expectLawful(alignBlocks(base, current), base, current);
      }),
      { numRuns: 500 },
    );
  });

  it('D10 D12 holds when ids and origins say anything at all', () => {
    fc.assert(
      fc.property(blockTexts, blockTexts, fc.infiniteStream(fc.nat(30)), (inBase, inCurrent, numbers) => {
        const base = side('a', inBase);
        const pick = () => base[numbers.next().value % Math.max(1, base.length)]?.id;
        const current = side('b', inCurrent).map((block) => ({
          ...block,
          id: (numbers.next().value % 3 === 0 ? pick() : undefined) ?? block.id,
          origins: [pick(), pick()].flatMap((id) => (id !== undefined && numbers.next().value % 2 === 0 ? [id] : [])),
        }));
        expectLawful(alignBlocks(base, current), base, current);
      }),
      { numRuns: 500 },
    );
  });

  it('D11 D17 current blocks come in order, and so do base blocks that did not move', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dice = rollDice(seed);
        const base = makeProgramme(dice, 1_500);
        const { current } = revise(dice, base, scalePlan(ordinaryRevision, 0.1));
        const { changes } = alignBlocks(base, current);
        expectLawful({ changes, exact: true }, base, current);
        const inCurrent = changes.flatMap((change) => change.current.slice(0, 1));
        expect(inCurrent).toEqual([...inCurrent].sort((x, y) => x - y));
        const staying = changes.flatMap((change) => (change.moved ? [] : change.base.slice(0, 1)));
        expect(staying).toEqual([...staying].sort((x, y) => x - y));
      }),
      { numRuns: 20 },
    );
  });

  it('D17 an unchanged text that is turned about says that all but one block moved at most', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 9 }), fc.nat(), (texts, seed) => {
        const dice = rollDice(seed);
        const shuffled = [...texts].sort(() => dice.next() - 0.5);
        const [base, current] = [side('a', texts), side('b', shuffled)];
        const moved = alignBlocks(base, current).changes.filter((change) => change.moved).length;
        expect(moved).toBe(texts.length - longestIncreasing(shuffled.map((text) => texts.indexOf(text))));
      }),
      { numRuns: 300 },
    );
  });
});

/** By the definition: quadratic, and nothing like the implementation. */
function longestIncreasing(values: readonly number[]): number {
  const lengths: number[] = [];
  values.forEach((value, index) => {
    const before = lengths.filter((_, earlier) => (values[earlier] ?? 0) < value);
    lengths[index] = 1 + Math.max(0, ...before);
  });
  return Math.max(0, ...lengths);
}
