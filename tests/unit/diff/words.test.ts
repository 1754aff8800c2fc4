import { tokenise } from '#shared/diff';
import { describe, expect, it } from 'vitest';

describe('tokenise', () => {
  it.each<readonly [string, readonly string[]]>([
    ['', []],
    ['Ærlig å være', ['Ærlig', ' ', 'å', ' ', 'være']],
    ['én, to.', ['én', ',', ' ', 'to', '.']],
    ['e-helse', ['e', '-', 'helse']],
    ['2023–2025', ['2023', '–', '2025']],
    ['2,5 og 1.000.000', ['2,5', ' ', 'og', ' ', '1.000.000']],
    ['kl. 12:30.', ['kl', '.', ' ', '12:30', '.']],
    ["don't ta’n", ["don't", ' ', 'ta’n']],
    ['a  b\tc', ['a', '  ', 'b', '\t', 'c']],
    ['«Ja!»', ['«', 'Ja', '!', '»']],
  ])('D2 D3 divides %j into words, marks and white space', (text, tokens) => {
    expect(tokenise(text)).toEqual(tokens);
  });

  it.each([
    ['👩‍👧', 'a family joined by zero-width joiners'],
    ['🇳🇴', 'a flag'],
    ['👍🏽', 'a skin tone'],
    ['e\u0301', 'a combining accent'],
    ['a\u030A', 'å as a and a ring'],
    ['1\uFE0F\u20E3', 'a keycap'],
  ])('D2 keeps %s whole: %s', (grapheme) => {
    expect(tokenise(`x ${grapheme} y`)).toEqual(['x', ' ', grapheme, ' ', 'y']);
  });

  it('D2 keeps letters with combining marks inside their word', () => {
    expect(tokenise('Ga\u030Ar de\u0301r')).toEqual(['Ga\u030Ar', ' ', 'de\u0301r']);
  });
});
