import { namedMarks, wordDiff, type MarkName } from '#shared/diff';
import { describe, expect, it } from 'vitest';

describe('namedMarks', () => {
  it.each<readonly [name: MarkName, base: string, current: string]>([
    ['dash', 'for 2023–2025 gjelder', 'for 2023-2025 gjelder'],
    ['dash', 'lange – pauser', 'lange — pauser'],
    ['space', 'to  mellomrom her', 'to mellomrom her'],
    ['number', 'minst 3 000 plasser', 'minst 4 000 plasser'],
    ['number', 'øke med 2,5 prosent', 'øke med 3,5 prosent'],
    ['quotes', 'sa «ja» først', 'sa "ja» først'],
    ['case', 'for Staten der', 'for staten der'],
    ['punctuation', 'ja og nei der', 'ja, og nei der'],
    ['words', 'den er på bordet', 'den er ved bordet'],
    ['words', 'det er ikke bra', 'det er bra'],
    ['words', 'minst 3 plasser', 'minst mange plasser'],
  ])('D33 %s: «%s» → «%s»', (name, base, current) => {
    expect(namedMarks(wordDiff(base, current)).map((mark) => mark.name)).toEqual([name]);
  });

  it('D33 tells where each mark is, and has none for equal texts', () => {
    const tokens = wordDiff('En – to 3 fire', 'En - to 4 fire');
    expect(
      namedMarks(tokens).map(({ token, struck, added, name }) => [tokens[token]?.[1], struck, added, name]),
    ).toEqual([
      ['–', '–', '-', 'dash'],
      ['3', '3', '4', 'number'],
    ]);
    expect(namedMarks(wordDiff('a', 'a'))).toEqual([]);
  });
});
