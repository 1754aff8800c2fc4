import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignBlocks, type Alignment } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { readRuns, visibleRuns, type ProgrammeParagraph } from '#shared/export/document';
import { compareAsParagraphs, cutIntoParagraphs } from '#shared/export/papers/comparison';
import { makeProgramme, rollDice } from '../../support/revisionGenerator';
import { reviseHarshly } from '../../support/harshRevision';
import { blockOf, revisionOf } from './programmes';

const remarks = {
  movedAway: () => 'bort',
  movedHere: () => 'hit',
  sentencesAway: () => null,
  sentencesHere: () => null,
};

/** Reads one side of marked paragraphs as a word processor would: an end that is not on that side lets the next paragraph run on. */
function readSide(paragraphs: readonly ProgrammeParagraph[], side: 'previous' | 'current'): readonly string[] {
  const lost = side === 'previous' ? ['inserted', 'movedTo'] : ['deleted', 'movedFrom'];
  const texts: string[] = [];
  let open = '';
  for (const { runs, end } of paragraphs) {
    open += readRuns(runs, side);
    if (lost.includes(end)) continue;
    texts.push(open);
    open = '';
  }
  expect(open, 'text after the last end').toBe('');
  return texts;
}

const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.map(({ text }) => text);

const compare = (base: readonly Block[], current: readonly Block[]): readonly ProgrammeParagraph[] =>
  compareAsParagraphs(base, current, alignBlocks(base, current), remarks);

const shown = (before: readonly string[], after: readonly string[]): readonly string[] =>
  compare(revisionOf(before, { prefix: 'a' }).blocks, revisionOf(after, { prefix: 'b' }).blocks).map(
    ({ runs, end }) =>
      runs
        .map(
          ({ text, mark }) =>
            ({
              kept: text,
              inserted: `{+${text}+}`,
              deleted: `{-${text}-}`,
              movedFrom: `{<${text}<}`,
              movedTo: `{>${text}>}`,
            })[mark],
        )
        .join('') + { kept: '', inserted: ' +¶', deleted: ' -¶', movedFrom: ' <¶', movedTo: ' >¶' }[end],
  );

describe('E3 marked text', () => {
  test.each([
    {
      name: 'a changed word',
      before: ['1. At havna skal være åpen hele døgnet.'],
      after: ['1. At havna skal være stengt hele døgnet.'],
      marked: ['At havna skal være {-åpen-}{+stengt+} hele døgnet.'],
    },
    {
      name: 'a split',
      before: ['1. At losen møter til tiden og at båten er klar til å gå ut.'],
      after: ['1. At losen møter til tiden', '1. og at båten er klar til å gå ut.'],
      marked: ['At losen møter til tiden{- -} +¶', 'og at båten er klar til å gå ut.'],
    },
    {
      name: 'a join',
      before: ['1. At losen møter til tiden', '1. og at båten er klar til å gå ut.'],
      after: ['1. At losen møter til tiden og at båten er klar til å gå ut.'],
      marked: ['At losen møter til tiden{+ +} -¶', 'og at båten er klar til å gå ut.'],
    },
    {
      name: 'a struck and a new last paragraph',
      before: ['1. At fyret tennes hver kveld.', '1. At kaia males om våren.'],
      after: ['1. At fyret tennes hver kveld.', '1. Gode verktøy for alle som trenger dem.'],
      marked: [
        'At fyret tennes hver kveld.',
        '{-At kaia males om våren.-} -¶',
        '{+Gode verktøy for alle som trenger dem.+} +¶',
      ],
    },
  ])('E3 $name', ({ before, after, marked }) => {
    expect(shown(before, after)).toEqual(marked);
  });

  test('E3 both sides are read back from 300 harsh revisions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 30 }), (seed, operations) => {
        const base = makeProgramme(rollDice(seed), 150);
        const current = reviseHarshly(base, seed, operations);
        const paragraphs = compare(base, current);
        expect(readSide(paragraphs, 'previous')).toEqual(textsOf(base));
        expect(readSide(paragraphs, 'current')).toEqual(textsOf(current));
      }),
      { numRuns: 300 },
    );
  });

  test('E3 an alignment that pairs what does not belong together only marks too much', () => {
    const base = ['Først.', 'Så dette.', 'Til slutt.'].map((text, at) => blockOf(text, `a${at}`));
    const current = ['Til slutt.', 'Noe annet.', 'Først.'].map((text, at) => blockOf(text, `b${at}`));
    const crossed: Alignment = {
      exact: false,
      changes: [
        { kind: 'unchanged', moved: false, retyped: false, base: [2], current: [0], tokens: [['=', 'Til slutt.']] },
        { kind: 'inserted', moved: false, retyped: false, base: [], current: [1], tokens: [['+', 'Noe annet.']] },
        { kind: 'deleted', moved: false, retyped: false, base: [1], current: [], tokens: [['-', 'Så dette.']] },
        { kind: 'unchanged', moved: false, retyped: false, base: [0], current: [2], tokens: [['=', 'Først.']] },
      ],
    };
    const paragraphs = compareAsParagraphs(base, current, crossed, remarks);
    expect(readSide(paragraphs, 'previous')).toEqual(textsOf(base));
    expect(readSide(paragraphs, 'current')).toEqual(textsOf(current));
  });

  test('E3 a shape that changed keeps what it was', () => {
    const [paragraph] = compare([blockOf('1. At kaia males.', 'a0')], [blockOf('At kaia males.', 'a0')]);
    expect(paragraph?.shape.kind).toBe('paragraph');
    expect(paragraph?.previousShape?.kind).toBe('point');
  });

  test('E3 a sentence that left one paragraph for another is remarked on in both, beside the text', () => {
    const said = {
      ...remarks,
      sentencesAway: (index: number) => (index === 0 ? 'bort' : null),
      sentencesHere: (index: number) => (index > 0 ? `hit ${index}` : null),
    };
    const base = revisionOf(
      ['Fyrene tennes hver kveld året rundt. Så går dette videre.', 'Kaiene males om våren av mannskapet.'],
      { prefix: 'a' },
    ).blocks;
    const current = revisionOf(
      ['Fyrene tennes hver kveld året rundt.', 'Kaiene males om våren av mannskapet. Så går dette videre.', 'Nytt.'],
      { prefix: 'b' },
    ).blocks;
    const paragraphs = compareAsParagraphs(base, current, alignBlocks(base, current), said);
    expect(paragraphs.map(({ remark }) => remark)).toEqual(['bort', 'hit 1', 'hit 2']);
    expect(readSide(paragraphs, 'previous')).toEqual(textsOf(base));
    expect(readSide(paragraphs, 'current')).toEqual(textsOf(current));
  });

  test('E10 a division is shown by a sign, and a whole new paragraph needs none', () => {
    const [first, second] = cutIntoParagraphs(
      [['=', 'Del en. Del to.']],
      ['Del en. Del to.'],
      ['Del en.', 'Del to.'],
    ).map((piece): ProgrammeParagraph => ({
      type: 'programme',
      shape: { kind: 'paragraph', level: null, number: null, counted: false },
      previousShape: null,
      lines: null,
      anchor: null,
      remark: null,
      ...piece,
    }));
    expect(first && visibleRuns(first)).toEqual([
      { text: 'Del en.', mark: 'kept' },
      { text: '\u00a0¶', mark: 'inserted' },
    ]);
    expect(second && visibleRuns(second)).toEqual([{ text: 'Del to.', mark: 'kept' }]);
  });
});
