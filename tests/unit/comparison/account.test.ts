import { describe, expect, it } from 'vitest';
import { accountOf, tellAccount } from '#shared/comparison';
import type { Language } from '#shared/core/failure';
import { alignBlocks } from '#shared/diff';
import type { Block } from '#shared/domain/block';
import { wordsOf } from '#shared/domain/wordCount';
import { blockOf } from '../export/programmes';

const blocks = (lines: readonly string[]): readonly Block[] => lines.map((line) => blockOf(line, line));

const base = blocks([
  '= Program for fyrvesenet',
  '# Om fyrene',
  '1. At lyktene tennes hver kveld i året.',
  '1. At glasset pusses én gang i uken av vakta.',
  '1. At trappene males når malingen flasser.',
  '# Om båtene',
  '1. At hver havn har en redningsskøyte klar.',
  '1. At motorene prøves hver eneste morgen.',
  '# Om kaiene',
  '1. At kaiene bygges brede nok til lasten.',
]);

const told = (current: readonly Block[], language: Language = 'nb') =>
  tellAccount(accountOf(base, current, alignBlocks(base, current)), language);

describe('the account', () => {
  it('A7 says that nothing changed, and no more than that and the size', () => {
    expect(told(base)).toEqual({
      whole: [
        'Ingenting er endret siden forrige periode.',
        'Programmet har 3 kapitler og 6 punkter, like mange som før.',
        'Teksten er omtrent like lang: 51 ord.',
      ],
      chapters: [
        { heading: null, state: 'kept', name: 'Før første kapittel', said: 'Uendret.', untouched: true },
        { heading: 1, state: 'kept', name: 'Kapittel 1 «Om fyrene»', said: 'Uendret.', untouched: true },
        { heading: 5, state: 'kept', name: 'Kapittel 2 «Om båtene»', said: 'Uendret.', untouched: true },
        { heading: 8, state: 'kept', name: 'Kapittel 3 «Om kaiene»', said: 'Uendret.', untouched: true },
      ],
    });
  });

  it('A6 counts the words as they are counted where one writes', () => {
    const current = blocks([
      '= Program 2025–2027',
      '# Om fyrene',
      '1. At rus- og/eller andre lyktene – alle – tennes.',
    ]);
    expect(accountOf(base, current, alignBlocks(base, current)).size.words).toEqual(
      [base, current].map((text) => text.reduce((sum, block) => sum + wordsOf(block), 0)),
    );
  });

  it('A1 A4 tells what was reworded, struck and new, and what went where', () => {
    const at = (...indices: readonly number[]): readonly Block[] => indices.flatMap((index) => base[index] ?? []);
    const current = [
      ...at(0, 1),
      ...at(2).map((lamps) => ({ ...lamps, text: 'At lyktene tennes hver kveld om vinteren.' })),
      ...at(4, 5, 6, 7, 3, 8, 9),
      blockOf('1. At pullertene rustbankes og smøres inn med fett.', 'ny'),
    ];
    const { whole, chapters } = told(current);
    expect(whole[0]).toBe('Av 11 steder i teksten står 9 uendret; 1 omskrevet, 1 nytt og 1 flyttet.');
    expect(chapters.map(({ name, said }) => `${name}: ${said}`)).toEqual([
      'Før første kapittel: Uendret.',
      'Kapittel 1 «Om fyrene»: 2 uendret og 1 omskrevet; 1 gikk til kapittel 2.',
      'Kapittel 2 «Om båtene»: 4 uendret og 1 flyttet; 1 kom fra kapittel 1.',
      'Kapittel 3 «Om kaiene»: 2 uendret og 1 nytt.',
    ]);
  });

  it('A3 A5 tells struck chapters where they stood, and new ones', () => {
    const current = [
      ...base.slice(0, 5),
      ...base.slice(8),
      ...blocks(['# Om isen', '1. At isbryterne ligger klare fra oktober av.']),
    ];
    const { whole, chapters } = told(current);
    expect(whole).toContain('Nytt er kapittel 3.');
    expect(whole).toContain('Strøket er det tidligere kapittel 2.');
    expect(chapters.map(({ name, state }) => `${state} ${name}`)).toEqual([
      'kept Før første kapittel',
      'kept Kapittel 1 «Om fyrene»',
      'struck Kapittel 2 «Om båtene»',
      'kept Kapittel 2 «Om kaiene»',
      'new Kapittel 3 «Om isen»',
    ]);
  });

  it('A3 a chapter under another heading is the same chapter', () => {
    const current = base.map((block) =>
      block.text === 'Om båtene' ? { ...block, text: 'Om båter og skøyter' } : block,
    );
    expect(told(current).chapters[2]?.said).toBe('Het før «Om båtene»; 2 uendret og 1 omskrevet.');
  });

  it('A8 says the same in nynorsk and English', () => {
    const current = base.slice(0, -1);
    expect(told(current, 'nn').whole[0]).toBe('Av 10 stader i teksten står 9 uendra; 1 stroken.');
    expect(told(current, 'en').whole[0]).toBe('Of 10 places in the text, 9 are unchanged; 1 struck.');
  });

  it('A9 tells how much longer the text is', () => {
    const current = [...base, blockOf(`1. ${'At det ryddes. '.repeat(10).trim()}`, 'ny')];
    expect(told(current).whole[2]).toBe('Teksten er 59 prosent lengre: fra 51 til 81 ord.');
  });
});
