import { describe, expect, it } from 'vitest';
import { DOUBTFUL_BELOW, describeDoubt, doubtCodes } from '#shared/import';
import { languages } from '#shared/core/failure';
import { importText } from './importText';

/** The doubtful blocks, «heading-guessed | Jord». */
const doubtsOf = (text: string, name?: string): readonly string[] =>
  importText(text, name).blocks.flatMap(({ block, judgement }) =>
    judgement.confidence < DOUBTFUL_BELOW ? [`${judgement.doubt ?? '?'} | ${block.text}`] : [],
  );

const programme = [
  'Arbeidsprogram for Hagelaget 2031–2033',
  '',
  '1. Jord',
  '',
  'Laget vil arbeide for:',
  '',
  '1. At jorda er god.',
  '2. At jorda er svart.',
  '3. At jorda er dyp.',
  '',
  '2. Vann',
  '',
  'Laget vil vanne om kvelden og samle regn hele året.',
];

describe('Confidence', () => {
  it('IC1 what the numbering and the marks settle is not doubtful', () => {
    expect(doubtsOf(programme.join('\n'))).toEqual([]);
    expect(doubtsOf('# Plan\n\n## Jord\n\nLaget graver.\n\n- dypt\n- bredt\n')).toEqual([]);
  });

  it('IC2 a number that two readings fit is less sure than the rest of its sequence', () => {
    const text = ['Plan 2031–2033', '', ...programme.slice(2), '', '3. Frø', '', '4. Redskap', ''].join('\n');
    const sure = importText(programme.join('\n')).blocks.find(({ block }) => block.text === 'Vann');
    const unsure = importText(text).blocks.find(({ block }) => block.text === 'Frø');
    expect(unsure?.judgement.doubt).toBe('number-otherwise');
    expect(unsure?.judgement.confidence).toBeLessThan(sure?.judgement.confidence ?? 0);
  });

  it('IC3 headings that nothing marks, sentences put together and texts without an end say so', () => {
    const text = [
      'Plan for Hagelaget 2031–2033',
      '',
      'Jord og muld',
      '',
      'Laget vil grave dypere enn før, og håper at det blir til glede for',
      '',
      'alle som bor i byen og har tid til overs. Laget vil også plante flere trær enn før.',
      '',
      'Dette har vi lært av naboene våre, som har holdt på lenge',
      '',
      'Andre har gjort det samme. Det gikk bra for dem alle sammen, og de fortsetter.',
      '',
    ].join('\n');
    expect(doubtsOf(text).map((row) => row.slice(0, 40))).toEqual([
      'heading-guessed | Jord og muld',
      'lines-joined | Laget vil grave dypere en',
      'heading-guessed | Dette har vi lært av n',
    ]);
  });

  it('IC4 every doubt has a sentence in each language', () => {
    for (const code of doubtCodes)
      for (const language of languages) expect(describeDoubt(code, language)).toMatch(/\.$/);
  });

  it('IC5 every line of the file stands in the rows, in order', () => {
    const { rows } = importText(programme.join('\n'));
    expect(rows.map(({ text }) => text)).toEqual(programme.filter((line) => line !== ''));
    expect(rows.map(({ line }) => programme[line - 1])).toEqual(rows.map(({ text }) => text));
  });
});
