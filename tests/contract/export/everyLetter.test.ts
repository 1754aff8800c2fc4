import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportPaper, supported, type Format, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import type { Revision } from '#shared/domain/revision';
import { hostileMeeting } from '../../unit/export/hostile';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of mark-up: no tags, no style sheet, entities read. */
const wordsOfMarkup = (xml: string): string =>
  xml
    .replace(/<style>[^]*?<\/style>|<head>[^]*?<\/head>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** Everything a written paper says to its reader, in reading order. */
function wordsIn(view: View, format: Format, input: ExportInput): string {
  const output = exportPaper(view, format, input);
  if (!output.ok) throw new Error(output.failure.code);
  if (output.value.kind !== 'bytes') throw new Error('bytes expected');
  const { bytes } = output.value;
  const part = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
  switch (format) {
    case 'docx':
      return wordsOfMarkup(part('word/document.xml'));
    case 'odt':
      return wordsOfMarkup(part('content.xml'));
    case 'akn': {
      const names = [...strFromU8(bytes).matchAll(/ showAs="([^"]*)"/g)].map(([, name = '']) => wordsOfMarkup(name));
      return wordsOfMarkup(strFromU8(bytes)) + names.join('\n');
    }
    case 'html':
      return wordsOfMarkup(strFromU8(bytes));
    case 'md':
      return strFromU8(bytes).replace(/\\([^A-Za-z0-9\s])/g, '$1');
    case 'json': {
      const { blocks } = JSON.parse(strFromU8(bytes)) as { blocks: { text: string }[] };
      return blocks.map(({ text }) => text).join('\n');
    }
    case 'csv':
      return strFromU8(bytes).replace(/""/g, '"');
    case 'pdf':
      throw new Error('PDFs are read in tests/interop');
  }
}

/** What XML cannot hold goes (rule E5), and space is laid out anew by every format; every other letter must be there. */
const letters = (text: string): string =>
  text.replace(
    /[\s\u0000-\u001f\ufffd-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );

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
