import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  typographyChanges,
  typographyChangesIn,
  typographyRules,
  withTypography,
  type TypographyRule,
} from '#shared/domain/typography';

const made = (text: string): string => withTypography(text, typographyChanges(text));

/** `_` stands for a no-break space. */
const cases: readonly (readonly [rule: TypographyRule, before: string, after: string])[] = [
  ['section', 'Etter § 3 og §§ 4 til 5.', 'Etter §_3 og §§_4 til 5.'],
  ['section', 'Se §3.', 'Se §_3.'],
  ['percent', 'Minst 10 % og 12% av 3 prosent.', 'Minst 10_% og 12_% av 3_prosent.'],
  ['money', 'Kontingenten er kr 500 eller 500 kroner.', 'Kontingenten er kr_500 eller 500_kroner.'],
  ['money', 'Over 3 millioner og 2 mrd. i støtte.', 'Over 3_millioner og 2_mrd. i støtte.'],
  ['date', 'Senest 1. mai og 17. november.', 'Senest 1._mai og 17._november.'],
  ['thousands', 'Alle 10 000 medlemmer og 1 234 567 andre.', 'Alle 10_000 medlemmer og 1_234_567 andre.'],
  ['reference', 'Se pkt. 3 og kap. 2, side 14.', 'Se pkt._3 og kap._2, side_14.'],
  [
    'span',
    'Programmet 2023-2025 og 2026 - 2028, fra 10-12 uker.',
    'Programmet 2023–2025 og 2026–2028, fra 10–12 uker.',
  ],
  ['dash', 'Alle - også de nye - skal med.', 'Alle_– også de nye_– skal med.'],
];

describe('typography on request', () => {
  it.each(cases)('TY1 %s: «%s»', (rule, before, after) => {
    expect(made(before).replaceAll('\u00a0', '_')).toBe(after);
    expect(typographyChanges(before).map((change) => change.rule)).toContain(rule);
  });

  it('TY1 every rule has a case', () => {
    expect([...new Set(cases.map(([rule]) => rule))]).toEqual([...typographyRules]);
  });

  it.each([
    'Ring 22-33-44 eller 815-49-300.',
    'Den 2025-01-15 er en dato.',
    'Se https://eksempel.no/2023-2025/§3 og kari-10-12@eksempel.no.',
    'E-post, A4-ark og COVID-19 har bindestrek.',
    'Fra 12-10 blir det færre, og versjon 1.2-3.',
    'Krav 3 og krone 5; sykepleier nr. tre.',
    'Medlemmer 2 og 300 av dem.',
  ])('TY2 nothing changes in «%s»', (text) => {
    expect(typographyChanges(text)).toEqual([]);
  });

  it('TY3 TY4 any text: only spaces and dashes change, and a second time there is nothing to do', () => {
    const piece = fc.constantFrom(
      ...'§ 3 10 % kr 500 1. mai 10 000 2023-2025 - – — pkt. 3 ord 12 å'.split(' '),
      ' ',
      '\u00a0',
      '-',
      '1',
      '000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ').replaceAll(/ +/gu, ' ');
        const once = made(text);
        expect(once.replaceAll(/[\s\u00a0–—-]/gu, '')).toBe(text.replaceAll(/[\s\u00a0–—-]/gu, ''));
        expect(typographyChanges(once)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('TY3 RF5 leaves a reference alone: it reads as its target is numbered, however often one asks', () => {
    const text = 'Se pkt. 1.2 og pkt. 3.';
    const reference = { start: 3, end: 11, bold: false, italic: false, link: 'block:b2' };
    const changes = typographyChangesIn({ text, formats: [reference] });
    expect(changes.map(({ rangeInText }) => rangeInText)).toEqual([{ start: 19, end: 20 }]);
    expect(typographyChangesIn({ text: withTypography(text, changes), formats: [reference] })).toEqual([]);
  });
});
