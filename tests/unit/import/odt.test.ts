import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument } from '#shared/import';
import { importBytes, rowsOfImport } from '../../support/importedPapers';
import { codesOf } from './importText';

const namespaces = [
  ...['office', 'style', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ');

function odt(body: string, { automatic = '', styles = '', manifest = '' } = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(
      `<?xml version="1.0"?><office:document-styles ${namespaces}><office:styles>${styles}</office:styles></office:document-styles>`,
    ),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

const p = (text: string): string => `<text:p>${text}</text:p>`;
const item = (inside: string, more = ''): string => `<text:list-item${more}>${inside}</text:list-item>`;
const list = (style: string, inside: string, more = ''): string =>
  `<text:list text:style-name="${style}"${more}>${inside}</text:list>`;
const numbered =
  '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
  '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>';

describe('OpenDocument texts', () => {
  it('ID1 have the numbers that are printed: of headings in the outline, of lists, nested, begun anew and gone on with', () => {
    const styles =
      '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    const h = (level: number, text: string, more = ''): string =>
      `<text:h text:outline-level="${String(level)}"${more}>${text}</text:h>`;
    const body = [
      h(1, 'Jord'),
      h(2, 'Muld'),
      list(
        'N',
        item(p('Laget vil grave dypere.') + list('N', item(p('Med spade.')) + item(p('Med greip.')))) +
          item(p('Laget vil så tidligere.')),
        ' xml:id="l1"',
      ),
      p('Noe står mellom punktene.'),
      list('N', item(p('Laget vil høste.')), ' text:continue-list="l1"'),
      h(2, 'Leire'),
      list('N', item(p('Laget vil drenere.')) + item(p('Laget vil hvile.'), ' text:start-value="5"')),
      h(1, 'Etterord', ' text:is-list-header="true"'),
      h(1, 'Vann'),
    ].join('');
    expect(rowsOfImport(importBytes('a.odt', odt(body, { automatic: numbered, styles })))).toEqual([
      'heading1 | 1 | Jord',
      'heading2 | 1.1 | Muld',
      'point | 1 | Laget vil grave dypere.',
      'point | a | Med spade.',
      'point | b | Med greip.',
      'point | 2 | Laget vil så tidligere.',
      'paragraph | - | Noe står mellom punktene.',
      'point | 3 | Laget vil høste.',
      'heading2 | 1.2 | Leire',
      'point | 1 | Laget vil drenere.',
      'point | 5 | Laget vil hvile.',
      'heading1 | - | Etterord',
      'heading1 | 2 | Vann',
    ]);
  });

  it('ID4 have their notes after the paragraph that calls them', () => {
    const note = (kind: string, sign: string, text: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>${sign}</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const body =
      p(`Laget vokser${note('footnote', '1', 'Se tabellen.')} hvert år.${note('endnote', 'i', 'Vedtatt av styret.')}`) +
      p('Det er bra.');
    expect(rowsOfImport(importBytes('a.odt', odt(body)))).toEqual([
      'paragraph | - | Laget vokser hvert år. ^1@12 ^i@22',
      'footnote | 1 | Se tabellen.',
      'paragraph | - | Det er bra.',
      'footnote | i | Vedtatt av styret.',
    ]);
  });

  it('ID5 are read as if all recorded changes were accepted, also where deleted text stands in its place', () => {
    const region = (id: string, kind: string): string =>
      `<text:changed-region text:id="${id}"><text:${kind}>${kind === 'deletion' ? p('Borte.') : ''}</text:${kind}></text:changed-region>`;
    const mark = (edge: 'start' | 'end', id: string): string => `<text:change-${edge} text:change-id="${id}"/>`;
    const body = [
      `<text:tracked-changes>${region('d', 'deletion')}${region('e', 'deletion')}${region('i', 'insertion')}</text:tracked-changes>`,
      p(`Laget vil ${mark('start', 'd')}grave${mark('end', 'd')}${mark('start', 'i')}så${mark('end', 'i')} mer.`),
      list('N', item(p(`${mark('start', 'e')}Strøket punkt.`))),
      list('N', item(p(`${mark('end', 'e')}Det som blir stående.`)), ' text:continue-numbering="true"'),
    ].join('');
    const document = importBytes('a.odt', odt(body, { automatic: numbered }));
    expect(rowsOfImport(document)).toEqual(['paragraph | - | Laget vil så mer.', 'point | 1 | Det som blir stående.']);
    expect(document.report.find(({ code }) => code === 'tracked-changes')?.params).toEqual({ text: '3' });
  });

  it('ID6 carry both texts where they record changes, and none but their own where they do not', () => {
    const region = (id: string, inside: string): string =>
      `<text:changed-region text:id="${id}">${inside}</text:changed-region>`;
    const who = '<office:change-info><dc:creator xmlns:dc="d">K</dc:creator></office:change-info>';
    const deletion = (inside: string): string => `<text:deletion>${who}${inside}</text:deletion>`;
    const insertion = `<text:insertion>${who}</text:insertion>`;
    const added = (id: string, text: string): string =>
      `<text:change-start text:change-id="${id}"/>${text}<text:change-end text:change-id="${id}"/>`;
    const gone = (id: string): string => `<text:change text:change-id="${id}"/>`;
    const h = (text: string): string => `<text:h text:outline-level="1">${text}</text:h>`;
    const changes = [
      region('word', deletion(p('grave'))),
      region('new', insertion),
      region('points', deletion(list('N', item(p('Strøket punkt.')) + item(p('Også strøket.')) + item(p(''))))),
      region('chapter', deletion(`${p('')}${h('Strøket kapittel')}${p('Tekst i strøket kapittel.')}`)),
      region('join', deletion(p('') + p(''))),
      region('never', insertion + deletion(p('kom og gikk'))),
      region('after', insertion),
    ].join('');
    const body = [
      `<text:tracked-changes>${changes}</text:tracked-changes>`,
      p(`Laget vil ${gone('word')}${added('new', 'så')} mer.${gone('chapter')}`),
      list('N', item(p(`${gone('points')}Det som blir stående.`)) + item(p('Det siste punktet.'))),
      p(`Første setning.${gone('join')} Andre setning${gone('never')}.`),
      h(`Jord<text:change-start text:change-id="after"/>`),
      p(`Skrevet etter overskriften.<text:change-end text:change-id="after"/>`),
      p('Slutten står der fremdeles.'),
    ].join('');
    const document = importBytes('a.odt', odt(body, { automatic: numbered }));
    expect(rowsOfImport(document)).toEqual([
      'paragraph | - | Laget vil så mer.',
      'point | 1 | Det som blir stående.',
      'point | 2 | Det siste punktet.',
      'paragraph | - | Første setning. Andre setning.',
      'heading1 | - | Jord',
      'paragraph | - | Skrevet etter overskriften.',
      'paragraph | - | Slutten står der fremdeles.',
    ]);
    expect(document.previous === null ? [] : rowsOfImport(document.previous)).toEqual([
      'paragraph | - | Laget vil grave mer.',
      'heading1 | - | Strøket kapittel',
      'paragraph | - | Tekst i strøket kapittel.',
      'point | 1 | Strøket punkt.',
      'point | 2 | Også strøket.',
      'point | 3 | Det som blir stående.',
      'point | 4 | Det siste punktet.',
      'paragraph | - | Første setning.',
      'paragraph | - | Andre setning.',
      'heading1 | - | Jord',
      'paragraph | - | Slutten står der fremdeles.',
    ]);
    expect(importBytes('a.odt', odt(p('Laget vil grave.'))).previous).toBeNull();
  });

  it('ID7 have the title of the document where a field shows it, and not the words that stand for a picture', () => {
    const named = '<svg:title xmlns:svg="s">Spade</svg:title><svg:desc xmlns:svg="s">En spade i jord</svg:desc>';
    const picture = `<draw:frame><draw:image/>${named}</draw:frame>`;
    expect(
      importBytes(
        'a.odt',
        odt(p(`Les <text:title>Hageplan</text:title>, ${picture}som laget graver etter.`)),
      ).blocks.map(({ block }) => block.text),
    ).toEqual(['Les Hageplan, som laget graver etter.']);
  });

  it('ID7 keep tables row by row, text boxes and remarks apart, and put a broken line together', () => {
    const row = (...cells: readonly string[]): string =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')}</table:table-row>`;
    const body = [
      `<table:table><table:table-header-rows>${row('År', 'Mål')}</table:table-header-rows>${row('2031', 'Ti kasser')}</table:table>`,
      p(
        `Laget<text:s text:c="3"/>møtes<text:line-break/>hver vår.<draw:frame><draw:text-box>${p('I rammen.')}</draw:text-box></draw:frame>` +
          `<office:annotation>${p('Er det sant?')}</office:annotation>`,
      ),
    ].join('');
    const document = importBytes('a.odt', odt(body));
    expect(rowsOfImport(document)).toEqual([
      'other | - | År | Mål',
      'other | - | 2031 | Ti kasser',
      'paragraph | - | Laget møtes hver vår.',
      'paragraph | - | I rammen.',
    ]);
    expect(codesOf(document)).toContain('comments-dropped@-');
  });

  it('ID9 with a password or damaged content have failures of their own', () => {
    const failureOf = (bytes: Uint8Array): string => {
      const imported = importDocument({ name: 'a.odt', bytes }, countingIds('b'));
      return imported.ok ? 'read' : imported.failure.code;
    };
    expect(failureOf(odt(p('x'), { manifest: '<manifest:encryption-data/>' }))).toBe('import-encrypted');
    expect(failureOf(odt('<text:p>'))).toBe('import-damaged');
    expect(failureOf(odt(''))).toBe('import-empty');
  });
});
