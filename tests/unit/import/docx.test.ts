import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { importBytes, rowsOfImport } from '../../support/importedPapers';
import { level, listed, p, style, styled, wordFile, type WordParts } from '../../support/wordFile';
import { codesOf } from './importText';

const read = (parts: WordParts, changes?: 'accepted' | 'rejected') =>
  importBytes('program.docx', wordFile(parts), changes);
const rows = (parts: WordParts, changes: 'accepted' | 'rejected' = 'accepted') => rowsOfImport(read(parts, changes));

const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(of)}"/>${more}</w:num>`;

const headings =
  style('Tittel', 'Title') +
  style('Overskrift1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>') +
  style(
    'Overskrift2',
    'heading 2',
    '<w:basedOn w:val="Overskrift1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
  ) +
  style('Under', 'Egen overskrift', '<w:basedOn w:val="Overskrift2"/>');
const chapters =
  abstract(
    1,
    level(0, 'decimal', '%1', '<w:pStyle w:val="Overskrift1"/>') +
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Overskrift2"/>'),
  ) + abstract(2, level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'lowerRoman', '%1%2 %3.'));

describe('Word documents', () => {
  it('ID1 have the numbers that Word prints: by style and by list, with levels and restarts', () => {
    const numbering = `${chapters}${list(1, 1)}${list(2, 2)}${list(3, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}${list(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')}`;
    const body = [
      styled('Tittel', 'Arbeidsprogram for Hagelaget 2031–2033'),
      styled('Overskrift1', 'Jord'),
      styled('Overskrift2', 'Muld'),
      listed(2, 0, 'Laget vil grave dypere.'),
      listed(2, 1, 'Med spade.'),
      listed(2, 1, 'Med greip.'),
      listed(2, 0, 'Laget vil så tidligere.'),
      listed(2, 1, 'I vinduskarmen.'),
      styled('Under', 'Leire'),
      listed(3, 0, 'Laget vil drenere.'),
      styled('Overskrift1', 'Vann'),
      styled('Overskrift2', 'Regn'),
      listed(4, 0, 'Laget vil samle regn.'),
      listed(4, 0, 'Laget vil vanne om kvelden.'),
    ].join('');
    expect(rows({ body, styles: headings, numbering })).toEqual([
      'title | - | Arbeidsprogram for Hagelaget 2031–2033',
      'heading1 | 1 | Jord',
      'heading2 | 1.1 | Muld',
      'point | 1 | Laget vil grave dypere.',
      'point | a | Med spade.',
      'point | b | Med greip.',
      'point | 2 | Laget vil så tidligere.',
      'point | a | I vinduskarmen.',
      'heading2 | 1.2 | Leire',
      'point | 1 | Laget vil drenere.',
      'heading1 | 2 | Vann',
      'heading2 | 2.1 | Regn',
      'point | 7 | Laget vil samle regn.',
      'point | 8 | Laget vil vanne om kvelden.',
    ]);
  });

  it('ID2 go on counting lists that share a definition, restart a level as it says, and count in figures where it says so', () => {
    const numbering =
      abstract(
        1,
        level(0, 'upperRoman', '§ %1') +
          level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>') +
          level(2, 'decimal', '%1-%3', '<w:isLgl/>'),
      ) +
      list(1, 1) +
      list(2, 1);
    const body = [
      listed(1, 0, 'Først dette, som er en hel setning.'),
      listed(1, 1, 'Så dette, som er en hel setning.'),
      listed(2, 0, 'Så det neste, som er en hel setning.'),
      listed(2, 1, 'Og så dette, som er en hel setning.'),
      listed(2, 2, 'Til slutt dette, som er en hel setning.'),
    ].join('');
    expect(rows({ body, numbering }).map((row) => row.split(' | ')[1])).toEqual(['§ I', 'I.1', '§ II', 'II.2', '2-1']);
  });

  it('ID3 have bullets as they look, also those of symbol fonts', () => {
    const numbering =
      abstract(1, level(0, 'bullet', '\uf0b7') + level(1, 'bullet', 'o') + level(2, 'bullet', '\uf0a7')) +
      abstract(2, level(0, 'bullet', '–')) +
      list(1, 1) +
      list(2, 2);
    const body = [
      p('Laget vil:'),
      listed(1, 0, 'plante trær'),
      listed(1, 1, 'helst epler'),
      listed(1, 2, 'gjerne sure'),
      listed(2, 0, 'beskjære'),
      p('\uf0b7\tgjødsle'),
    ].join('');
    expect(rows({ body, numbering })).toEqual([
      'leadIn | - | Laget vil:',
      'point | • | plante trær',
      'point | o | helst epler',
      'point | ▪ | gjerne sure',
      'point | – | beskjære',
      'point | • | gjødsle',
    ]);
  });

  it('ID4 have their notes after the paragraph that calls them, numbered as printed', () => {
    const note = (id: number, text: string, more = ''): string =>
      `<w:footnote w:id="${String(id)}"${more}><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p></w:footnote>`;
    const call = (id: number): string => `<w:r><w:footnoteReference w:id="${String(id)}"/></w:r>`;
    const body =
      `<w:p><w:r><w:t>Laget vokser</w:t></w:r>${call(5)}<w:r><w:t xml:space="preserve"> hvert år.</w:t></w:r>${call(2)}</w:p>` +
      p('Det er bra.') +
      '<w:p><w:r><w:t>Slik blir det.</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>' +
      p('Til slutt noe mer.');
    const footnotes =
      note(-1, 'strek', ' w:type="separator"') + note(2, 'Rapporten for i fjor.') + note(5, 'Se tabellen.');
    const endnotes = note(1, 'Vedtatt av styret.').replaceAll('footnote', 'endnote');
    expect(rows({ body, footnotes, endnotes })).toEqual([
      'paragraph | - | Laget vokser hvert år. ^1@12 ^2@22',
      'footnote | 1 | Se tabellen.',
      'footnote | 2 | Rapporten for i fjor.',
      'paragraph | - | Det er bra.',
      'paragraph | - | Slik blir det. ^i@14',
      'paragraph | - | Til slutt noe mer.',
      'footnote | i | Vedtatt av styret.',
    ]);
  });

  const by = 'w:id="1" w:author="K" w:date="2031-01-01T00:00:00Z"';
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const added = (text: string): string => `<w:ins ${by}>${run(text)}</w:ins>`;
  const struck = (text: string): string =>
    `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
  const mark = (kind: 'ins' | 'del'): string => `<w:rPr><w:${kind} ${by}/></w:rPr>`;
  const changed = {
    numbering: abstract(1, level(0, 'decimal', '%1.')) + list(1, 1),
    body: [
      `<w:p>${run('Laget vil ')}${struck('grave')}${added('så')}${run(' mer.')}</w:p>`,
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${mark('del')}</w:pPr>${struck('Strøket punkt.')}</w:p>`,
      listed(1, 0, 'Det første som blir stående.'),
      `<w:p><w:pPr>${mark('ins')}</w:pPr>${run('Denne setningen står først. ')}</w:p>`,
      `<w:p>${run('Denne setningen sto i samme avsnitt.')}</w:p>`,
      `<w:p><w:pPr>${mark('del')}</w:pPr>${run('Første setning.')}</w:p>`,
      `<w:p>${run(' Andre setning.')}</w:p>`,
      `<w:p><w:moveFrom ${by}>${run('Flyttet.')}</w:moveFrom></w:p>`,
      `<w:p><w:moveTo ${by}>${run('Flyttet.')}</w:moveTo></w:p>`,
      `<w:tbl><w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${p('Gammel rad')}</w:tc></w:tr><w:tr><w:tc>${p('Rad')}</w:tc></w:tr></w:tbl>`,
    ].join(''),
  };

  it('ID5 are read as if all recorded changes were accepted, which the report counts', () => {
    const document = read(changed);
    expect(rowsOfImport(document)).toEqual([
      'paragraph | - | Laget vil så mer.',
      'point | 1 | Det første som blir stående.',
      'paragraph | - | Denne setningen står først.',
      'paragraph | - | Denne setningen sto i samme avsnitt.',
      'paragraph | - | Første setning. Andre setning.',
      'paragraph | - | Flyttet.',
      'other | - | Rad',
    ]);
    expect(document.report.find(({ code }) => code === 'tracked-changes')).toMatchObject({
      severity: 'warning',
      params: { text: '9' },
    });
  });

  it('ID6 carry both texts where they record changes, and none but their own where they do not', () => {
    const previous = read(changed).previous?.blocks.map(({ block }) => block.text);
    expect(previous).toEqual(read(changed, 'rejected').blocks.map(({ block }) => block.text));
    expect(read({ body: p('Laget vil grave.') }).previous).toBeNull();
  });

  it('ID6 are read as they were before the changes where that is asked for', () => {
    expect(rows(changed, 'rejected')).toEqual([
      'paragraph | - | Laget vil grave mer.',
      'point | 1 | Strøket punkt.',
      'point | 2 | Det første som blir stående.',
      'paragraph | - | Denne setningen står først. Denne setningen sto i samme avsnitt.',
      'paragraph | - | Første setning.',
      'paragraph | - | Andre setning.',
      'paragraph | - | Flyttet.',
      'other | - | Gammel rad',
      'other | - | Rad',
    ]);
  });

  it('ID7 have all signs of a run after a text box in it', () => {
    const box = `<w:pict><w:txbxContent>${p('I boksen.')}</w:txbxContent></w:pict>`;
    const body = `<w:p><w:r><w:t>Laget</w:t>${box}<w:tab/><w:t>sender e</w:t><w:noBreakHyphen/><w:t>post.</w:t></w:r></w:p>`;
    expect(importBytes('a.docx', wordFile({ body })).blocks.map(({ block }) => block.text)).toEqual([
      'Laget sender e-post.',
      'I boksen.',
    ]);
  });

  it('ID7 keep tables row by row, contents lists, text boxes once, and put a broken line together', () => {
    const box = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = [
      styled('Inn', 'Jord 3'),
      `<w:tbl><w:tr><w:tc>${p('År')}</w:tc><w:tc>${p('Mål')}</w:tc></w:tr><w:tr><w:tc>${p('2031')}</w:tc><w:tc>${p('Ti kasser')}${p('og en tønne')}</w:tc></w:tr></w:tbl>`,
      `<w:p>${run('Laget møtes')}<w:r><w:br/></w:r>${run('hver vår.')}<w:r><mc:AlternateContent><mc:Choice>${box('I rammen.')}</mc:Choice><mc:Fallback>${box('I rammen.')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      p('Dette er skjult.', '', '<w:vanish/>'),
      p('Dette er synlig.'),
    ].join('');
    const document = read({ body, styles: style('Inn', 'toc 1'), header: p('Utkast til høring') });
    expect(rowsOfImport(document)).toEqual([
      'other | - | Jord 3',
      'other | - | År | Mål',
      'other | - | 2031 | Ti kasser og en tønne',
      'paragraph | - | Laget møtes hver vår.',
      'paragraph | - | I rammen.',
      'paragraph | - | Dette er synlig.',
    ]);
    expect(codesOf(document)).toEqual(expect.arrayContaining(['page-frame-dropped@-', 'hidden-text-dropped@6']));
  });

  it('ID8 are recognised by their content, whatever their name', () => {
    expect(rowsOfImport(importBytes('program.txt', wordFile({ body: p('Laget møtes hver vår.') })))).toEqual([
      'paragraph | - | Laget møtes hver vår.',
    ]);
  });
});

const failureOf = (bytes: Uint8Array): string => {
  const imported = importDocument({ name: 'program.docx', bytes }, countingIds('b'));
  return imported.ok ? 'read' : imported.failure.code;
};

/** Name a file inside a compound file, as Word does for a document with a password. */
function compoundFile(name: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  Array.from(name).forEach((letter, i) => {
    bytes[1024 + 128 + 2 * i] = letter.charCodeAt(0);
  });
  return bytes;
}

describe('Hostile and broken Word documents', () => {
  it('ID9 with a password, of an old Word, or cut short have failures of their own', () => {
    expect(failureOf(compoundFile('EncryptedPackage'))).toBe('import-encrypted');
    expect(failureOf(compoundFile('WordDocument'))).toBe('import-unsupported');
    const whole = wordFile({ body: p('Laget møtes hver vår.') });
    for (const length of [4, 40, 200, whole.length - 30, whole.length - 1])
      expect(failureOf(whole.subarray(0, length))).toBe('import-damaged');
    expect(failureOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('import-unsupported');
  });

  it('IZ5 that unpack without end, declare too little, nest without end or define entities are refused within two seconds', () => {
    const bomb = wordFile({ body: p('a'.repeat(49 * 1024 * 1024)) });
    const refused: readonly (readonly [string, () => Uint8Array, string])[] = [
      ['bomb', () => bomb, 'import-unpacks-too-large'],
      ['lying bomb', () => understated(bomb), 'import-unpacks-too-large'],
      ['nesting', () => wordFile({ body: '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000) }), 'import-damaged'],
      ['entities', () => withDoctype('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>'), 'import-damaged'],
      ['outside', () => withDoctype('<!DOCTYPE a SYSTEM "file:///etc/passwd">'), 'import-damaged'],
    ];
    for (const [name, make, code] of refused) {
      const bytes = make();
      const start = process.cpuUsage();
      expect(failureOf(bytes), name).toBe(code);
      expect(process.cpuUsage(start).user / 1e6, name).toBeLessThan(2);
    }
  });
});

const withDoctype = (doctype: string): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?>${doctype}<document><body><p>&c;</p></body></document>`),
  });

/** The same file, whose directory says that every part is one byte long when unpacked. */
function understated(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1, true);
  }
  return copy;
}
