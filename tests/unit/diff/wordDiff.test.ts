import { spell, wordDiff } from '#shared/diff';
import { describe, expect, it } from 'vitest';

/** Tokens in one line: `en [-to][+tre] fire`. */
const marked = (base: string, current: string): string =>
  wordDiff(base, current)
    .map(([sign, text]) => (sign === '=' ? text : `[${sign}${text}]`))
    .join('');

describe('wordDiff', () => {
  it.each<readonly [rule: string, base: string, current: string, marks: string]>([
    ['D1 equal texts are kept', 'Alt er likt.', 'Alt er likt.', 'Alt er likt.'],
    ['D1 nothing becomes something', '', 'Noe.', '[+Noe.]'],
    ['D1 something becomes nothing', 'Noe.', '', '[-Noe.]'],
    ['D1 a word at the end', 'en to', 'en', 'en[- to]'],
    ['D1 a word at the start', 'en to', 'to', '[-en ]to'],
    ['D1 a word in the middle', 'en to tre', 'en tre', 'en [-to ]tre'],
    ['D1 white space at the edges', ' en ', 'en', '[- ]en[- ]'],
    ['D3 a word is replaced whole', 'Vi skal gå nå', 'Vi skai gå nå', 'Vi [-skal][+skai] gå nå'],
    ['D3 short words too', 'den er på bordet', 'den er ved bordet', 'den er [-på][+ved] bordet'],
    ['D3 a number with its decimals', 'øke med 2,5 prosent', 'øke med 3,5 prosent', 'øke med [-2,5][+3,5] prosent'],
    ['D2 an emoji is one mark', 'hei 👩‍👧 der', 'hei 👩‍👦 der', 'hei [-👩‍👧][+👩‍👦] der'],
    ['D4 dash and hyphen', 'for 2023–2025 gjelder', 'for 2023-2025 gjelder', 'for 2023[-–][+-]2025 gjelder'],
    ['D4 double and single space', 'to  mellomrom her', 'to mellomrom her', 'to[-  ][+ ]mellomrom her'],
    ['D4 a changed number', 'minst 3 500 plasser', 'minst 4 500 plasser', 'minst [-3][+4] 500 plasser'],
    ['D4 a comma', 'ja og nei der', 'ja, og nei der', 'ja[+,] og nei der'],
    ['D5 the middle one of three', 'A. B. C.', 'A. C.', 'A. [-B. ]C.'],
    [
      'D5 sentences that begin alike',
      'Vi ber. Vi løper fort. Vi løper sakte.',
      'Vi ber. Vi løper sakte.',
      'Vi ber. [-Vi løper fort. ]Vi løper sakte.',
    ],
    [
      'D5 sentences that end alike',
      'Folk i nord får hjelp. Folk i sør får hjelp.',
      'Folk i nord får hjelp. Folk i vest får hjelp. Folk i sør får hjelp.',
      'Folk i nord får hjelp. [+Folk i vest får hjelp. ]Folk i sør får hjelp.',
    ],
    ['D5 the last sentence', 'Vi vil ha tid. Vi vil ha ro.', 'Vi vil ha tid.', 'Vi vil ha tid.[- Vi vil ha ro.]'],
    [
      'D5 one struck and the next one edited',
      'Først dette. Skolen skal være gratis for alle. Skolen skal være åpen for alle hele året.',
      'Først dette. Skolen skal være åpen for alle hele sommeren.',
      'Først dette. [-Skolen skal være gratis for alle. ]Skolen skal være åpen for alle hele [-året][+sommeren].',
    ],
    [
      'D5 a sentence divided in two is told by words',
      'Vi vil ha flere hender, og vi vil ha bedre tid.',
      'Vi vil ha flere hender. Vi vil ha bedre tid.',
      'Vi vil ha flere hender[-, og vi][+. Vi] vil ha bedre tid.',
    ],
    ['D5 clauses', 'nord, sør, øst', 'nord, øst', 'nord, [-sør, ]øst'],
    [
      'D5 a small word between rewritten phrases',
      'Vi krever flere leger på små sykehus nå.',
      'Vi krever bedre tid på store kontorer nå.',
      'Vi krever [-flere leger på små sykehus][+bedre tid på store kontorer] nå.',
    ],
    [
      'D6 too little kept',
      'Alle barn skal lære å svømme',
      'Ingen skal måtte betale bompenger',
      '[-Alle barn skal lære å svømme][+Ingen skal måtte betale bompenger]',
    ],
    [
      'D6 a sentence in the place of another, with small words in common',
      'Fjellet er åpent. Bøndene skal få betalt for alt det de gjør. Elva har laks.',
      'Fjellet er åpent. Skogen skal få stå urørt i alle parkene. Elva har laks.',
      'Fjellet er åpent. [-Bøndene skal få betalt for alt det de gjør.][+Skogen skal få stå urørt i alle parkene.] Elva har laks.',
    ],
    [
      'D6 what is only shortened is not replaced',
      'Vi vil ha skole, buss, bad, bibliotek, kino, park og lys.',
      'Vi vil ha lys.',
      'Vi vil ha [-skole, buss, bad, bibliotek, kino, park og ]lys.',
    ],
  ])('%s', (_, base, current, marks) => {
    expect(marked(base, current)).toBe(marks);
  });

  it('D7 is total on 300 000 words with nothing in common', () => {
    const base = Array.from({ length: 300_000 }, (_, index) => `a${index}`).join(' ');
    const current = Array.from({ length: 300_000 }, (_, index) => `b${index}`).join(' ');
    expect(wordDiff(base, current)).toEqual([
      ['-', base],
      ['+', current],
    ]);
  });

  it('D7 is total on 300 000 words with few kinds of words', () => {
    const words = (step: number): string => Array.from({ length: 300_000 }, (_, at) => `w${(at * step) % 7}`).join(' ');
    const tokens = wordDiff(words(3), words(5));
    expect(spell(tokens, 'base')).toBe(words(3));
    expect(spell(tokens, 'current')).toBe(words(5));
  });

  it('D7 finds single edits in 100 000 words', () => {
    const words = Array.from({ length: 100_000 }, (_, at) => `ord${at}`);
    const edited = words.map((word, at) => (at % 1_000 === 500 ? 'nytt' : word));
    const struck = wordDiff(words.join(' '), edited.join(' ')).filter(([sign]) => sign === '-');
    expect(struck.map(([, text]) => text)).toEqual(words.filter((_, at) => at % 1_000 === 500));
  });
});
