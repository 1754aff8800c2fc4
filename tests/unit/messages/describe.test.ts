import { describe, expect, test } from 'vitest';
import { failure, languages, type Sentences } from '#shared/core/failure';
import { areas, describeFailure, fillSentence } from '#shared/messages/describe';

const rows = Object.entries(areas).flatMap(([area, sentences]: [string, Sentences<string>]) =>
  Object.entries(sentences).map(([code, inLanguages]) => ({ area, code, inLanguages })),
);
const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('sentences for failures', () => {
  test('no code stands in two areas', () => {
    const codes = rows.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test.each(rows)(
    '$area/$code is one line, ends as a sentence, and names the same things in each language',
    ({ inLanguages }) => {
      for (const language of languages) {
        expect(inLanguages[language]).toMatch(/^[^\n]+[.…!?]$/u);
        expect(placeholders(inLanguages[language])).toEqual(placeholders(inLanguages.nb));
      }
    },
  );

  test('parameters are filled in, also where they look like placeholders', () => {
    const told = describeFailure(failure('program-part-damaged', { part: '{part}$&' }), 'nb');
    expect(told).toContain('«{part}$&»');
  });

  test('a placeholder without a value stays, so that the mistake is seen', () => {
    expect(fillSentence('{a} og {b} og {constructor}', { a: 1 })).toBe('1 og {b} og {constructor}');
  });

  test('an unknown code gives a sentence with the code', () => {
    expect(describeFailure(failure('from-the-future'), 'nb')).toContain('from-the-future');
    expect(describeFailure(failure('constructor'), 'en')).toContain('constructor');
  });
});
