import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { outline } from './importText';

const read = (source: string) =>
  importDocument(
    { name: 'program.rtf', bytes: Uint8Array.from(source, (sign) => sign.charCodeAt(0)) },
    countingIds('b'),
  );
const rows = (body: string): readonly string[] => {
  const imported = read(
    `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 Heading 1;}{\\s2 Title;}}${body}}`,
  );
  if (!imported.ok) throw new Error(imported.failure.code);
  return outline(imported.value);
};

describe('Rich text', () => {
  it('IK1 has headings by style, list numbers as printed, notes after their paragraph, and tables row by row', () => {
    expect(
      rows(
        [
          '{\\header Hagelaget\\par}\\pard\\s2 Plan for Hagelaget 2031\\endash 2033\\par',
          '\\pard\\s1{\\listtext 1.\\tab}Jord\\par',
          "\\pard Laget m\\'f8tes{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} Hver m\\u229?ned.} og graver.\\par",
          '\\pard Laget vil:\\par\\pard{\\listtext 1.\\tab}s\\u229?\\par{\\listtext 2.\\tab}vanne\\line om kvelden\\par',
          '\\trowd\\pard\\intbl Fr\\u248?\\cell 12\\cell\\row\\pard Slutt p\\u229? saken.\\par',
        ].join('\r\n'),
      ),
    ).toEqual([
      'title - | Plan for Hagelaget 2031–2033',
      'heading1 1 | Jord',
      'paragraph - | Laget møtes og graver.',
      'footnote 1 | Hver måned.',
      'leadIn - | Laget vil:',
      'point 1 | så',
      'point 2 | vanne om kvelden',
      'other - | Frø | 12',
      'paragraph - | Slutt på saken.',
    ]);
  });

  it('IK4 takes what stands in for a letter for no text, and no more than that', () => {
    expect(
      rows(
        "\\pard Laget vil s{\\u229}pent og {\\b \\u229}bent ha e\\u8209\\_post i 2031\\u8211\\endash 2033 p\\u229\\'e5 plass.\\par",
      ),
    ).toEqual(['paragraph - | Laget vil såpent og åbent ha e‑post i 2031–2033 på plass.']);
  });

  it('IK4 has the words of a text box after its paragraph, once, and those of one in a running head in the report', () => {
    const box = (words: string, end: string): string =>
      `{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard\\b ${words}${end}}}{\\shprslt{\\*\\do{\\dptxbxtext ${words}\\par}}}}`;
    const imported = read(
      `{\\rtf1\\ansi{\\header\\pard ${box('Hagelaget', '\\par')}\\par}\\pard Laget m\\u248?tes${box('Boksen er gr\\u248?nn.', '\\par')} i hagen.\\par\\pard Neste${box('Den andre er bl\\u229?.', '')} avsnitt.\\par}`,
    );
    if (!imported.ok) throw new Error(imported.failure.code);
    expect(outline(imported.value)).toEqual([
      'paragraph - | Laget møtes i hagen.',
      'paragraph - | Boksen er grønn.',
      'paragraph - | Neste avsnitt.',
      'paragraph - | Den andre er blå.',
    ]);
    expect(imported.value.report.map(({ params }) => params['text'])).toContain('Hagelaget');
  });

  it('IK4 divides words at a new page or column', () => {
    expect(rows('\\pard Laget vanner.\\page Laget graver.\\column Laget s\\u229?r.\\par')).toEqual([
      'paragraph - | Laget vanner. Laget graver. Laget sår.',
    ]);
  });

  it('IK3 carries both texts where it records changes, also of whole paragraphs', () => {
    const imported = read(
      '{\\rtf1\\ansi Laget vil {\\deleted grave}{\\revised s\\u229?} mer.\\par\\pard{\\listtext 1.\\tab}{\\deleted Str\\u248?ket.\\par}' +
        '\\pard{\\listtext 1.\\tab}Blir st\\u229?ende.\\par\\pard{\\revised Nytt avsnitt.\\par}\\pard Slutten.\\par}',
    );
    if (!imported.ok) throw new Error(imported.failure.code);
    expect(outline(imported.value)).toEqual([
      'paragraph - | Laget vil så mer.',
      'point 1 | Blir stående.',
      'paragraph - | Nytt avsnitt.',
      'paragraph - | Slutten.',
    ]);
    expect(imported.value.previous?.blocks.map(({ block }) => block.text)).toEqual([
      'Laget vil grave mer.',
      'Strøket.',
      'Blir stående.',
      'Slutten.',
    ]);
  });

  it('IK2 leaves out what is struck or hidden; damage and nesting without end are failures', () => {
    expect(rows('Laget {\\deleted graver}{\\revised s\\u229?r}.{\\v Skjult.}\\par')).toEqual([
      'paragraph - | Laget sår.',
    ]);
    const codeOf = (source: string) => {
      const imported = read(source);
      return imported.ok ? null : imported.failure.code;
    };
    expect(codeOf('{\\rtf1 ')).toBe('import-empty');
    expect(codeOf('{\\rtf1' + '{'.repeat(100_000))).toBe('import-damaged');
  });
});
