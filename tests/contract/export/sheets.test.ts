import { strFromU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportPaper, supported, views } from '#shared/export';
import { writeSheet } from '#shared/export/csv/sheet';
import { meeting } from '../../unit/export/meeting';

/** Reads what a spreadsheet would: RFC 4180 with semicolons. */
function readSheet(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    if (whole === '') continue;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replace(/""/g, '"'));
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const sheetViews = views.filter((view) => supported(view).includes('csv'));

function written(view: (typeof views)[number]): string {
  const output = exportPaper(view, 'csv', meeting(true));
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  // TextDecoder would swallow the byte order mark.
  expect([...output.value.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return `\ufeff${strFromU8(output.value.bytes.slice(3))}`;
}

describe('E43 sheets for those who count', () => {
  test.each(sheetViews)('E43 %s opens in a spreadsheet with as many cells in every row', (view) => {
    const [head = [], ...rows] = readSheet(written(view));
    expect(head.length).toBeGreaterThan(5);
    for (const row of rows) expect(row).toHaveLength(head.length);
  });

  test('E43 amendments: number, place, proposer, result and votes in cells of their own', () => {
    const [head = [], ...rows] = readSheet(written('amendments'));
    const cell = (row: readonly string[] | undefined, name: string): string => row?.[head.indexOf(name)] ?? '';
    const first = rows.find((row) => row[0] === '1');
    expect(rows).toHaveLength(6);
    expect(cell(first, 'Resultat') || cell(first, 'Vedtak')).toMatch(/vedtatt/i);
    expect(first).toContain('97');
    expect(first).toContain('41');
  });

  test('E43 no cell is computed, and every text comes back (fast-check)', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string(),
            fc.constantFrom('=1+1', '+4', '-2', '@SUM(A1)', '\t=1', '＝1', 'a;b', '"x"', 'to\nlinjer'),
          ),
        ),
        (cells) => {
          const csv = writeSheet({ head: ['a', 'b'], rows: cells });
          const [, ...rows] = readSheet(csv);
          expect(rows).toHaveLength(cells.length);
          for (const [at, row] of rows.entries()) {
            for (const [nth, text] of row.entries()) {
              expect(text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
              const meant = (cells[at]?.[nth] ?? '').replace(/\r\n?/g, '\n').replace(/\u0000/g, '');
              expect([meant, `'${meant}`]).toContain(text);
            }
          }
        },
      ),
      { seed: 41, numRuns: 300 },
    );
  });
});
