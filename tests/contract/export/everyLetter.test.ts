import { describe, expect, test } from 'vitest';
import { supported, type Format } from '#shared/export';
import type { Revision } from '#shared/domain/revision';
import { letters, wordsIn } from '../../support/paperWords';
import { hostileMeeting } from '../../unit/export/hostile';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const difficult: Readonly<Record<string, Revision>> = {
  'a plain text': meeting().newest,
  'hostile text': hostileMeeting().newest,
  'empty chapters': revisionOf([
    '= Program',
    '# Tomt',
    '# Også tomt',
    '## Tomt under',
    '# Til slutt',
    '1. At det står noe her.',
  ]),
  'letters of other scripts': revisionOf([
    '= Čáhci ja šaddu',
    '# Ŧ, ž og đ i Deatnu',
    '1. At eŋgelas, čađa, ŋuovvu og ŧuođđu skrives slik de skal.',
    '1. At שושן og محمد navngis fra høyre mot venstre, og 👩🏽‍⚕️ og 🇳🇴 blir hele.',
    '1. At a\u0301, å og a\u030a er de samme tegnene som ble skrevet.',
  ]),
  'very long words': revisionOf(['= Program', '# Kapittel', `1. At ${'loggbokføringspliktutvalg'.repeat(12)} deles.`]),
  'no chapters': revisionOf(['Bare ett avsnitt, og ikke noe mer.']),
};

/** What a PDF says is read from its pages, in tests/interop. */
const read = (format: Format): boolean => format !== 'pdf';

const textFormats = [...new Set([...supported('text'), ...supported('decided')])].filter(read);

describe.each(textFormats)('E41 %s has every letter of the text, in the order of the text', (format) => {
  test.each(Object.keys(difficult))('E41 %s', (name) => {
    const newest = difficult[name];
    if (newest === undefined) throw new Error(name);
    for (const view of ['text', 'decided'] as const) {
      if (!supported(view).includes(format)) continue;
      const written = letters(wordsIn(view, format, { ...meeting(), newest, amendments: [] }));
      let from = 0;
      for (const { text } of newest.blocks) {
        const found = written.indexOf(letters(text), from);
        expect(found, `${view}: «${text}»`).toBeGreaterThanOrEqual(0);
        from = found + letters(text).length;
      }
    }
  });
});

const bookFormats = supported('amendments').filter(read);

describe.each(bookFormats)('E41 amendments as %s', (format) => {
  test('E41 every proposer, body, reason and new text is in it', () => {
    const input = meeting();
    const written = letters(wordsIn('amendments', format, input));
    for (const { rationale, body, proposer, changes } of input.amendments) {
      expect(written).toContain(letters(rationale));
      expect(written).toContain(letters(input.people[proposer]?.name ?? ''));
      if (body !== null) expect(written).toContain(letters(body));
      for (const change of changes) {
        if (change.kind === 'insertion') for (const { text } of change.blocks) expect(written).toContain(letters(text));
        if (change.kind === 'editorial') expect(written).toContain(letters(change.instruction));
      }
    }
  });

  test('E41 without amendments it says so, or is empty', () => {
    expect(wordsIn('amendments', format, { ...meeting(), amendments: [] }).length).toBeGreaterThan(10);
  });
});
