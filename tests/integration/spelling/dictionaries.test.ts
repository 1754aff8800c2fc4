import { describe, expect, it } from 'vitest';
import { invariant } from '#shared/core/invariant';
import { loadSpeller } from '#server/spelling';

const speller = async (language: 'nb' | 'nn') => {
  const loaded = await loadSpeller(language);
  invariant(loaded.ok, 'the dictionary is installed');
  return loaded.value;
};

describe('the dictionaries', () => {
  it('know the words of bokmål and the ways it joins them, and not what is misspelled', async () => {
    const { unknown, suggestions } = await speller('nb');
    const right = 'Foreningen skal arbeide for gode arbeidsforhold og noen trygge helsetjenestetilbud'.split(' ');
    expect(unknown(right)).toEqual([]);
    expect(unknown(['arbedsprogram', 'helsetjeneseten', 'ikkje'])).toEqual([
      'arbedsprogram',
      'helsetjeneseten',
      'ikkje',
    ]);
    expect(suggestions('arbedsprogram')[0]).toBe('arbeidsprogram');
  });

  it('SP9 know what an s joins, where its parts are right', async () => {
    const { unknown } = await speller('nb');
    expect(unknown(['foreningsleddene', 'arbeidshverdagen', 'prioriteringskrav', 'driftsmessige'])).toEqual([]);
    const wrong = ['arbeidshvredagen', 'arbiedshverdag', 'legershverdag', 'oppgaverog'];
    expect(unknown(wrong)).toEqual(wrong);
  });

  it('know nynorsk as a language of its own', async () => {
    const { unknown } = await speller('nn');
    expect(unknown(['ikkje', 'noko', 'arbeidsprogram', 'ikke'])).toEqual(['ikke']);
  });

  it('answer for whatever they are asked, in letters of any script', async () => {
    const { unknown, suggestions } = await speller('nb');
    const odd = ['', 'x'.repeat(200), 'čđŋš', '漢字', '\u0000', '😀', 'a\nb'];
    expect(unknown(odd).every((word) => odd.includes(word))).toBe(true);
    for (const word of odd.slice(0, 4)) expect(suggestions(word).length).toBeLessThanOrEqual(8);
  });
});
