import { describe, expect, it } from 'vitest';
import { blockId } from '#shared/core/ids';
import type { Block, BlockKind } from '#shared/domain/block';
import { defaultLineSettings, layoutLines, lineSpan, lineSpanOfRange, measureOf } from '#shared/domain/lines';

const block = (text: string, kind: BlockKind = 'paragraph'): Block => ({
  id: blockId(text),
  kind,
  level: kind === 'heading' ? 1 : null,
  marker: null,
  text,
  origins: [],
  footnoteRefs: [],
});

const linesOf = (text: string, measure: number, kind: BlockKind = 'paragraph'): readonly string[] =>
  layoutLines([block(text, kind)], { ...defaultLineSettings, measure })
    .flat()
    .map(({ rangeInText }) => text.slice(rangeInText.start, rangeInText.end));

const numbersOf = (
  blocks: readonly Block[],
  settings: Partial<typeof defaultLineSettings>,
): readonly (readonly number[])[] =>
  layoutLines(blocks, { ...defaultLineSettings, ...settings }).map((lines) => lines.map(({ number }) => number));

describe('line numbering', () => {
  it('L1 alters nothing: the lines put together are the text', () => {
    const text = '  To  mellomrom,\tog  et ord som-er-delt   ';
    expect(linesOf(text, 7).join('')).toBe(text);
  });

  it('L2 gives headings three quarters and points four less, never below one', () => {
    expect([
      measureOf('paragraph', 80),
      measureOf('heading', 80),
      measureOf('title', 81),
      measureOf('point', 80),
    ]).toEqual([80, 60, 60, 76]);
    expect([measureOf('heading', 1), measureOf('point', 3)]).toEqual([1, 1]);
    expect(linesOf('aa bb cc', 8)).toEqual(['aa bb cc']);
    expect(linesOf('aa bb cc', 8, 'point')).toEqual(['aa ', 'bb ', 'cc']);
    expect(linesOf('aa bb cc', 8, 'heading')).toEqual(['aa bb ', 'cc']);
  });

  it.each([
    ['a text that fits', 'Kort tekst.', 11, ['Kort tekst.']],
    ['one character too many', 'Kort tekst.', 10, ['Kort ', 'tekst.']],
    ['a hyphen inside a compound', 'fag- og dagvakt', 8, ['fag- og ', 'dagvakt']],
    ['a hyphen between letters', 'nord-norge', 6, ['nord-', 'norge']],
    ['a leading minus', 'er -12 grader', 4, ['er ', '-12 ', 'grad', 'er']],
    ['a no-break space', 'ca. 15\u00a0000 kr', 8, ['ca. ', '15\u00a0000 ', 'kr']],
  ])('L3 breaks after a space or hyphen: %s', (_, text, measure, expected) => {
    expect(linesOf(text, measure)).toEqual(expected);
  });

  it('L4 lets spaces at the end of a line hang over the measure', () => {
    expect(linesOf('abcd   efgh  ', 4)).toEqual(['abcd   ', 'efgh  ']);
  });

  it('L5 cuts a word that is longer than the measure, from a line of its own', () => {
    expect(linesOf('en spesialisthelsetjeneste', 10)).toEqual(['en ', 'spesialist', 'helsetjene', 'ste']);
  });

  it('L5 never cuts inside a grapheme', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(linesOf(family.repeat(3), 2)).toEqual([family.repeat(2), family]);
    const combining = 'a\u030a';
    expect(linesOf(combining.repeat(3), 2)).toEqual([combining.repeat(2), combining]);
  });

  it('L6 gives an empty text no line', () => {
    expect(numbersOf([block('a'), block(''), block('b')], {})).toEqual([[1], [], [2]]);
  });

  it('L7 is continuous from the title on', () => {
    expect(numbersOf([block('aa bb', 'title'), block('cc')], { measure: 2 })).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('L8 restarts at chapters only, when asked to', () => {
    const sub: Block = { ...block('s', 'heading'), level: 2 };
    const text = [
      block('t', 'title'),
      block('k', 'heading'),
      block('a'),
      sub,
      block('b'),
      block('l', 'heading'),
      block('c'),
    ];
    expect(numbersOf(text, { restart: 'chapter' }).flat()).toEqual([1, 1, 2, 3, 4, 1, 2]);
    expect(numbersOf(text, {}).flat()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('L9 begins at the start number', () => {
    expect(numbersOf([block('a'), block('b')], { start: 100 }).flat()).toEqual([100, 101]);
  });

  it('tells the first and last line of a block, and of a range in it', () => {
    const layout = layoutLines([block('x'), block(''), block('aaa bbb ccc')], { ...defaultLineSettings, measure: 4 });
    expect(lineSpan(layout, 2)).toEqual({ first: 2, last: 4 });
    expect(lineSpan(layout, 1)).toBeNull();
    expect(lineSpan(layout, 9)).toBeNull();
    expect(lineSpanOfRange(layout, 2, { start: 5, end: 9 })).toEqual({ first: 3, last: 4 });
    expect(lineSpanOfRange(layout, 2, { start: 4, end: 4 })).toEqual({ first: 3, last: 3 });
    expect(lineSpanOfRange(layout, 2, { start: 11, end: 11 })).toEqual({ first: 4, last: 4 });
  });
});
