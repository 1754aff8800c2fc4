import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { countingIds } from '#shared/core/sources';
import type { FormatRun } from '#shared/domain/formats';
import type { Revision } from '#shared/domain/revision';
import { exportPaper, type Format, type View } from '#shared/export';
import { importDocument } from '#shared/import';
import { meeting } from '../../unit/export/meeting';
import { blockOf, revisionWith } from '../../unit/export/programmes';
import { formatRun } from '../../support/drafts';

const address = 'https://eksempel.no/plan?a=1&b=2';
const blocks = [
  '= Program',
  '# Kapittel',
  '1. Fet og skrå, se planen og <b>.',
  '1. Alt er fett her, fra først til sist, over flere linjer på arket, for det er langt.',
].map((line, index) => blockOf(line, `b${index}`));
const formats: readonly (readonly FormatRun[])[] = [
  [],
  [formatRun(0, 3, { italic: true })],
  [
    formatRun(0, 3, { bold: true }),
    formatRun(7, 11, { bold: true, italic: true }),
    formatRun(16, 22, { link: address }),
  ],
  [formatRun(0, 200, { bold: true })],
];
const formatted = revisionWith(
  blocks.map((block, index) => {
    const own = (formats[index] ?? []).map((one) => ({ ...one, end: Math.min(one.end, block.text.length) }));
    return own.length > 0 ? { ...block, formats: own } : block;
  }),
);

function bytesOf(
  view: View,
  format: Format,
  newest: Revision = formatted,
  baseline: Revision | null = null,
): Uint8Array {
  const output = exportPaper(view, format, { ...meeting(), newest, baseline, amendments: [] });
  if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
  return output.value.bytes;
}
const textOf = (view: View, format: Format): string => strFromU8(bytesOf(view, format));
const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

describe('E46 bold, italic and links on paper', () => {
  test('E46 in HTML', () => {
    const html = textOf('decided', 'html');
    expect(html).toContain(
      '<strong>Fet</strong> og <strong><em>skrå</em></strong>, se <a href="https://eksempel.no/plan?a=1&amp;b=2" rel="noreferrer">planen</a> og &lt;b&gt;.',
    );
  });

  test('E46 in Markdown, which is read back as the same words', () => {
    const bytes = bytesOf('decided', 'md');
    expect(strFromU8(bytes)).toContain(`**Fet** og ***skrå***, se [planen](<${address}>) og \\<b\\>.`);
    const read = importDocument({ name: 'p.md', bytes }, countingIds('i'));
    expect(read.ok && read.value.blocks.map(({ block }) => block.text)).toEqual(blocks.map(({ text }) => text));
  });

  test('E46 in Word, with the address among the relationships', () => {
    const docx = bytesOf('decided', 'docx');
    const body = partOf(docx, 'word/document.xml');
    expect(body).toMatch(/<w:rStyle w:val="Strong"\/><\/w:rPr><w:t[^>]*>Fet</u);
    expect(body).toMatch(/<w:b\/><w:bCs\/><w:i\/><w:iCs\/><\/w:rPr><w:t[^>]*>skrå</u);
    expect(body).toMatch(/<w:hyperlink r:id="address1"[^>]*><w:r>.*?planen<\/w:t><\/w:r><\/w:hyperlink>/u);
    expect(partOf(docx, 'word/_rels/document.xml.rels')).toContain(
      'Id="address1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://eksempel.no/plan?a=1&amp;b=2" TargetMode="External"',
    );
  });

  test('E46 in OpenDocument', () => {
    const content = partOf(bytesOf('decided', 'odt'), 'content.xml');
    expect(content).toContain('<text:span text:style-name="Strong">Fet</text:span>');
    expect(content).toContain(
      '<text:span text:style-name="Strong"><text:span text:style-name="Emphasis">skrå</text:span></text:span>',
    );
    expect(content).toMatch(
      /<text:a [^>]*xlink:href="https:\/\/eksempel\.no\/plan\?a=1&amp;b=2"[^>]*>planen<\/text:a>/u,
    );
  });

  test('E46 in Akoma Ntoso', () => {
    expect(textOf('text', 'akn')).toContain(
      '<b>Fet</b> og <b><i>skrå</i></b>, se <a href="https://eksempel.no/plan?a=1&amp;b=2">planen</a>',
    );
  });

  test('E46 E4 numbered lines hold the same words as without formats, and a line of bold letters is set narrower in Word', () => {
    const plain = revisionWith(blocks);
    const linesOf = (html: string): string[] =>
      [
        ...html
          .replace(/<span class="number">.*?<\/span>/gu, '')
          .matchAll(/<span class="line" data-line="\d+">(.*?)<\/span>(?=<|$)/gu),
      ].map(([, words = '']) => words.replace(/<[^>]*>/gu, ''));
    const own = linesOf(textOf('text', 'html'));
    expect(own.length).toBeGreaterThan(4);
    expect(own).toEqual(linesOf(strFromU8(bytesOf('text', 'html', plain))));
    const narrow = (revision: Revision): number =>
      (partOf(bytesOf('text', 'docx', revision), 'word/document.xml').match(/<w:w w:val/gu) ?? []).length;
    expect(narrow(plain)).toBeLessThanOrEqual(narrow(formatted));
  });

  test('E46 E3 in a comparison what was kept looks as it does now, and what was struck as it did', () => {
    const words = 'Fet og skrå, se planen nå.';
    const newest = revisionWith(
      formatted.blocks.map((block, index) =>
        index === 2 ? { ...block, text: words, formats: [formatRun(7, 11, { italic: true })] } : block,
      ),
    );
    const html = strFromU8(bytesOf('tracked', 'html', newest, formatted));
    expect(html).toContain('Fet og <em>skrå</em>, se planen');
    const docx = partOf(bytesOf('tracked', 'docx', newest, formatted), 'word/document.xml');
    expect(docx).toContain('<w:ins');
  });

  test('E46 a reference is its words, which lead to the block on the screen, and nowhere outside of the paper', () => {
    const referring = revisionWith(
      blocks.map((block, index) =>
        index === 2 ? { ...block, text: 'Se pkt. 1.2 her.', formats: [formatRun(3, 11, { link: 'block:b3' })] } : block,
      ),
    );
    const html = strFromU8(bytesOf('decided', 'html', referring));
    expect(html).toContain('Se <a href="#b3">pkt. 1.2</a> her.');
    expect(html).toContain('id="b3"');
    const word = bytesOf('decided', 'docx', referring);
    expect(partOf(word, 'word/document.xml')).toMatch(/<w:hyperlink w:anchor="[^"]+"[^>]*>.*pkt\. 1\.2/u);
    const read = importDocument({ name: 'p.docx', bytes: word }, countingIds('i'));
    expect(read.ok && read.value.blocks.map(({ block }) => block.text)).toContain('Se pkt. 1.2 her.');
    for (const format of ['odt', 'md', 'akn'] as const)
      expect(
        strFromU8(bytesOf('decided', format, referring)) + partOf(bytesOf('decided', 'odt', referring), 'content.xml'),
      ).not.toContain('block:b3');
  });
});
