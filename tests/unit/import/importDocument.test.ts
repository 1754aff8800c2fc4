import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { languages } from '#shared/core/failure';
import { numberBlocks } from '#shared/domain/numbering';
import {
  describeReportEntry,
  importDocument,
  importFailures,
  LARGEST_IMPORT,
  reportCodes,
  toImportJson,
} from '#shared/import';
import { importText } from './importText';

const text = 'Blåbærlagets plan 2031–2032\n\nVi vil ikke bare plukke bær, vi vil også så.\n';
const utf8 = new TextEncoder().encode(text);
const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
  const units = Array.from(`${mark ? '\ufeff' : ''}${text}`).map((sign) => sign.charCodeAt(0));
  return new Uint8Array(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
const windows1252 = new Uint8Array(Array.from(text).map((sign) => (sign === '–' ? 0x96 : sign.charCodeAt(0))));
const read = (bytes: Uint8Array, name = 'plan.txt') => importDocument({ name, bytes }, countingIds('b'));

describe('Import of files', () => {
  it('IE1 UTF-8 with and without mark, UTF-16 of both orders with and without mark, and Windows-1252 give the same text', () => {
    for (const bytes of [
      utf8,
      new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]),
      utf16(true, true),
      utf16(false, true),
      utf16(true, false),
      utf16(false, false),
      windows1252,
    ]) {
      const imported = read(bytes);
      expect(imported.ok && imported.value.blocks.map(({ block }) => block.text)).toEqual([
        'Blåbærlagets plan 2031–2032',
        'Vi vil ikke bare plukke bær, vi vil også så.',
      ]);
    }
    const guessed = read(windows1252);
    expect(guessed.ok && guessed.value.report.map((entry) => entry.code)).toEqual(['encoding-guessed']);
  });

  it('IE2 a letter cut in two at the end is replaced and counted; the file stays UTF-8', () => {
    const cut = read(utf8.slice(0, utf8.lastIndexOf(0xc3) + 1));
    expect(cut.ok && cut.value.report[0]).toEqual({
      severity: 'warning',
      code: 'unreadable-letters',
      line: null,
      params: { count: 1 },
    });
    expect(cut.ok && cut.value.title).toBe('Blåbærlagets plan 2031-2032');
  });

  it('IE3 a letter written with a combining sign is the same letter', () => {
    const imported = read(new TextEncoder().encode(text.normalize('NFD')));
    expect(imported.ok && imported.value.title).toBe('Blåbærlagets plan 2031-2032');
  });

  it('IE4 empty, binary, foreign and too large files are failures that name the file', () => {
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [new Uint8Array(), 'import-empty'],
      [new TextEncoder().encode(' \n\t\r\n\u00a0'), 'import-empty'],
      [new Uint8Array([1, 0, 3, 0, 0, 200, 0, 7]), 'import-binary'],
      [new TextEncoder().encode('%PDF-1.7 …'), 'import-unsupported'],
      [new Uint8Array(LARGEST_IMPORT + 1).fill(97), 'import-too-large'],
    ];
    for (const [bytes, code] of cases) {
      const imported = read(bytes, 'fil.txt');
      expect(imported.ok ? null : imported.failure.code).toBe(code);
      expect(imported.ok ? null : imported.failure.params['name']).toBe('fil.txt');
    }
  });

  it('IE6 what is named as a programme file and is none is not read as a text', () => {
    for (const bytes of [
      utf8,
      new TextEncoder().encode('{"format":"x"}'),
      new Uint8Array([0x50, 0x4b, 3, 4, 9]),
      new Uint8Array(),
    ]) {
      const imported = read(bytes, 'Plan.program');
      expect(imported.ok ? null : imported.failure).toEqual({
        code: 'import-not-a-program-file',
        params: { name: 'Plan.program' },
      });
    }
    expect(read(utf8, 'Plan.program.txt').ok).toBe(true);
  });

  it('IE5 every failure and every report code has a sentence in each language, whose placeholders are filled', () => {
    for (const language of languages) {
      for (const sentences of Object.values(importFailures)) expect(sentences[language]).toContain('{name}');
      for (const code of reportCodes) {
        const params = {
          text: 'x',
          word: 'x',
          number: '1',
          from: '1',
          to: '2',
          expected: 1,
          found: 2,
          count: 3,
          encoding: 'utf-8',
        };
        expect(describeReportEntry({ severity: 'info', code, line: 1, params }, language)).not.toMatch(/[{}]/);
      }
    }
    expect(describeReportEntry({ severity: 'info', code: 'from-the-future', line: null, params: {} }, 'nb')).toBe(
      'from-the-future',
    );
  });

  it('IJ1 gives the shape that the command line prints', () => {
    const document = importText('Plan for laget 2031-2032\n\nHagelaget vil:\n\n1. Så frø.\n2. Vanne.\n');
    expect(toImportJson(document, 'nb')).toEqual({
      title: 'Plan for laget 2031-2032',
      organisation: null,
      outcome: null,
      period: { from: '2031', to: '2032' },
      language: 'nb',
      blocks: [
        {
          id: 'b1',
          kind: 'title',
          level: null,
          number: null,
          text: 'Plan for laget 2031-2032',
          footnoteRefs: [],
          source: { fromLine: 1, toLine: 1 },
        },
        {
          id: 'b2',
          kind: 'leadIn',
          level: null,
          number: null,
          text: 'Hagelaget vil:',
          footnoteRefs: [],
          source: { fromLine: 3, toLine: 3 },
        },
        {
          id: 'b3',
          kind: 'point',
          level: null,
          number: '1',
          text: 'Så frø.',
          footnoteRefs: [],
          source: { fromLine: 5, toLine: 5 },
        },
        {
          id: 'b4',
          kind: 'point',
          level: null,
          number: '2',
          text: 'Vanne.',
          footnoteRefs: [],
          source: { fromLine: 6, toLine: 6 },
        },
      ],
      report: [],
    });
  });

  it('IJ2 counting the imported blocks gives the numbers that were printed', () => {
    const document = importText(
      'Plan for laget\n\n1. Jord\n\nHer er jord. Den er god.\n\nLaget vil:\n\n1. Grave.\n3. Så.\n4. Vanne.\n\n2. Vann\n\nHer er vann. Det er vått.\n\nLaget vil:\n\n• Helle.\n',
    );
    expect(numberBlocks(document.blocks.map(({ block }) => block))).toEqual(
      document.blocks.map(({ number }) => number),
    );
  });
});
