import { SaxesParser } from 'saxes';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportPaper, formats, supported, views, type Format, type Output, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import { typstString } from '#shared/export/typst/literal';
import { escapeXml } from '#shared/export/xml/escape';
import { templateWithLogo } from '../../support/logo';
import { hostileMeeting } from '../../unit/export/hostile';
import { meeting } from '../../unit/export/meeting';
import { revisionOf } from '../../unit/export/programmes';

const pairs = views.flatMap((view) => supported(view).map((format) => ({ view, format })));

function written(view: View, format: Format, input: ExportInput): Output {
  const result = exportPaper(view, format, input);
  if (!result.ok) throw new Error(`${view} as ${format}: ${result.failure.code}`);
  return result.value;
}

/** Everything a file says, as text: for a zip, all its parts. */
function contentOf(output: Output): string {
  if (output.kind === 'typst') return output.files['main.typ'] ?? '';
  if (output.extension !== 'docx' && output.extension !== 'odt') return strFromU8(output.bytes);
  return Object.entries(unzipSync(output.bytes))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n');
}

function expectWellFormed(xml: string, what: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Error(`${what}: ${error.message}`);
  });
  parser.write(xml).close();
}

const hostile = hostileMeeting();

describe('all writers', () => {
  test.each(pairs)('E1 $view is written as $format', ({ view, format }) => {
    const content = contentOf(written(view, format, meeting(view === 'minutes' || view === 'decided')));
    expect(content.length).toBeGreaterThan(200);
  });

  test('E1 every other pair fails and names those that are supported', () => {
    for (const view of views) {
      for (const format of formats.filter((other) => !supported(view).includes(other))) {
        const result = exportPaper(view, format, meeting());
        expect(!result.ok && result.failure.code).toBe('export-unsupported-pair');
        expect(!result.ok && result.failure.params['supported']).toBe(supported(view).join(', '));
      }
    }
  });

  test.each(['tracked', 'synopsis'] as const)('E1 %s without a previous programme says what is missing', (view) => {
    const result = exportPaper(view, 'docx', { ...meeting(), baseline: null });
    expect(!result.ok && result.failure.code).toBe('export-no-baseline');
  });

  test.each(pairs)('E2 $view as $format: the same input gives the same bytes', ({ view, format }) => {
    const twice = [written(view, format, meeting(true)), written(view, format, meeting(true))];
    expect(twice[0]).toEqual(twice[1]);
  });

  test.each(pairs.filter(({ format }) => format === 'docx' || format === 'odt'))(
    'E5 $view as $format: every part is well formed, whatever the text',
    ({ view, format }) => {
      const output = written(view, format, hostile);
      if (output.kind !== 'bytes') throw new Error('bytes expected');
      for (const [name, bytes] of Object.entries(unzipSync(output.bytes))) {
        if (name !== 'mimetype') expectWellFormed(strFromU8(bytes), name);
      }
    },
  );

  test('E5 every part of a Word document is declared and every relationship leads to a part', () => {
    const output = written('text', 'docx', meeting());
    if (output.kind !== 'bytes') throw new Error('bytes expected');
    const parts = unzipSync(output.bytes);
    const names = Object.keys(parts);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    for (const name of names.filter((part) => part.endsWith('.xml') && part !== '[Content_Types].xml')) {
      expect(types).toContain(`PartName="/${name}"`);
    }
    const targets = [
      ...strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).matchAll(/Target="([^"]+)"/g),
    ];
    expect(targets.length).toBeGreaterThan(4);
    for (const [, target = ''] of targets) expect(names).toContain(`word/${target}`);
  });

  test('E5 HTML holds no script and asks for nothing from elsewhere, whatever the text', () => {
    for (const view of views) {
      const html = contentOf(written(view, 'html', hostile));
      expect(html).not.toMatch(/<script|<link|<img(?! src="data:image\/)|<iframe|@import|url\(|https?:/i);
      expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nb">/);
    }
  });

  test('E4 HTML keeps line numbers out of the text', () => {
    const html = contentOf(written('text', 'html', meeting()));
    const lines = [...html.matchAll(/<span class="line" data-line="(\d+)">/g)].map(([, number]) => Number(number));
    expect(lines).toEqual(Array.from({ length: lines.length }, (_, at) => at + 1));
    expect(lines.length).toBeGreaterThan(100);
  });

  test('E5 a Typst string ends where it ends', () => {
    for (const text of ['"', '\\', '\\"', '"#panic()', 'a\nb', '\u2028', '\ud800', '#{1}']) {
      expect(typstString(text)).toMatch(/^"(?:[^"\\\n]|\\["\\])*"$/);
    }
  });

  test('E5 what XML cannot hold is left out', () => {
    expect(escapeXml('a\u0000b\ud800c\ufffed<&>"')).toBe('abcd&lt;&amp;&gt;&quot;');
    expect(escapeXml('👩‍⚕️')).toBe('👩‍⚕️');
  });

  test('E6 adopted amendments that are not in the newest revision yet are part of the decided text', () => {
    const input = meeting(true);
    const text = contentOf(written('decided', 'md', input));
    expect(text).toContain('nittifem prosent');
    expect(text).toContain('At alle havner får en leskur');
    expect(contentOf(written('decided', 'md', { ...input, amendments: [] }))).toContain('nitti prosent');
  });

  test('E7 an amendment whose revision is not at hand is shown as unplaced, and by its place once it is', () => {
    const input = meeting();
    const later = revisionOf(['= Et senere program', '# Kapittel', '1. At alt er nytt.'], { prefix: 'z' });
    const lost = contentOf(written('amendments', 'md', { ...input, newest: later }));
    expect(lost).toContain('Forslag 1 · Kan ikke plasseres i teksten');
    const found = contentOf(written('amendments', 'md', { ...input, newest: later, revisions: [input.newest] }));
    expect(found).toContain('Forslag 1 · kap. 1 pkt. 1, linje 8');
    expect(found).not.toContain('Kan ikke plasseres');
  });

  test.each(['svg', 'png'] as const)('E47 a logo as %s is in every paper that is printed, with its words', (format) => {
    const input = { ...meeting(), template: templateWithLogo(format) };
    for (const as of ['docx', 'odt', 'html', 'pdf'] as const) {
      const content = contentOf(written('amendments', as, input));
      expect(content, as).toContain('Forbundets merke');
      expect(content, as).toContain('Havnefogdforbundet');
    }
    const docx = written('amendments', 'docx', input);
    if (docx.kind !== 'bytes') throw new Error('bytes expected');
    const media = Object.keys(unzipSync(docx.bytes)).filter((name) => name.startsWith('word/media/'));
    expect(media).toEqual(
      format === 'svg' ? ['word/media/picture1.png', 'word/media/drawing1.svg'] : ['word/media/picture1.png'],
    );
  });

  test('E47 what stands in for a drawing where none can be shown is clear, and no colour', () => {
    const docx = written('amendments', 'docx', { ...meeting(), template: templateWithLogo('svg') });
    if (docx.kind !== 'bytes') throw new Error('bytes expected');
    const png = unzipSync(docx.bytes)['word/media/picture1.png'] ?? new Uint8Array();
    // The only chunk of data begins after the signature, the header chunk, and a length and a name of its own.
    const length = new DataView(png.buffer, png.byteOffset).getUint32(33);
    expect([...unzlibSync(png.subarray(41, 41 + length))]).toEqual([0, 0, 0, 0, 0]);
  });

  test('E13 in HTML contents, notes and the index are links, each to a place that is there', () => {
    for (const view of ['text', 'amendments', 'proposal'] as const) {
      const html = contentOf(written(view, 'html', meeting()));
      const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(links.length, view).toBeGreaterThan(5);
      for (const link of links) expect(places, view).toContain(link);
    }
  });
});
