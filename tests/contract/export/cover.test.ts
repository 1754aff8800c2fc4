import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/core/failure';
import { exportPaper, supported, views, type Format, type View } from '#shared/export';
import type { ExportInput } from '#shared/export/input';
import { readTemplate, type Template } from '#shared/export/template';
import { paperWords } from '#shared/export/words';
import { meeting } from '../../unit/export/meeting';

const printed: readonly Format[] = ['docx', 'pdf', 'html', 'odt', 'md'];
const pairs = views.flatMap((view) =>
  supported(view)
    // Markdown of a text is the text alone: it is read back as it was (rule E8).
    .filter((format) => printed.includes(format) && !(format === 'md' && (view === 'text' || view === 'decided')))
    .map((format) => ({ view, format })),
);

/** What a paper says, as the words of its main part without mark-up; of a PDF the text that is set. */
function wordsOf(view: View, format: Format, input: ExportInput): string {
  const output = exportPaper(view, format, input);
  if (!output.ok) throw new Error(output.failure.code);
  if (output.value.kind === 'typst') return output.value.files['main.typ'] ?? '';
  const { bytes } = output.value;
  if (format === 'html' || format === 'md') return strFromU8(bytes);
  const part = format === 'docx' ? 'word/document.xml' : 'content.xml';
  return strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()).replace(/<[^>]*>/g, ' ');
}

const template = (given: unknown): Template => {
  const read = readTemplate(JSON.stringify(given), 'nb');
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};

describe('what stands at the head of a paper', () => {
  test.each(pairs)('E50 $view as $format of a draft does not say that it was frozen', ({ view, format }) => {
    const ofDraft = wordsOf(view, format, { ...meeting(true), isDraft: true });
    expect(ofDraft).toContain('Utkast per');
    expect(ofDraft).not.toMatch(/\bFryst\b/);
    // The hearing letter's own sentence shows what is missing.
    expect(ofDraft).not.toMatch(/fryst 15\. januar 2027/);
    const ofFrozen = wordsOf(view, format, meeting(true));
    expect(ofFrozen).toMatch(/\bFryst\b/);
    expect(ofFrozen).not.toContain('Utkast per');
  });

  test.each(languages)('E50 in %s, too', (language) => {
    const { frozenAt, draftAsOf } = paperWords[language];
    const html = wordsOf('text', 'html', { ...meeting(), isDraft: true, language });
    expect(html).toContain(draftAsOf);
    expect(html).not.toContain(`>${frozenAt}<`);
  });

  test('E50 Akoma Ntoso tells a draft from what was frozen', () => {
    const dated = (isDraft: boolean): string => {
      const output = exportPaper('text', 'akn', { ...meeting(), isDraft });
      if (!output.ok || output.value.kind !== 'bytes') throw new Error('bytes expected');
      return strFromU8(output.value.bytes);
    };
    expect(dated(true)).toContain('name="drafted"');
    expect(dated(true)).not.toContain('name="frozen"');
    expect(dated(false)).toContain('name="frozen"');
  });

  test.each(pairs)('T6 $view as $format has the facts of its template, those with a value', ({ view, format }) => {
    const facts = [
      { label: 'Møte', value: 'Landsmøtet {sted}' },
      { label: 'Frist', value: '{frist}' },
      { label: 'Skrevet ut', value: '{dato}' },
      { label: 'Referanse', value: '{referanse}' },
    ];
    const values = { sted: 'i Vardø', frist: '1. mars 2027', referanse: '' };
    const words = wordsOf(view, format, {
      ...meeting(true),
      template: template({ values, papers: { [view]: { facts } } }),
    });
    const letters = words.replace(/\s+/g, ' ');
    expect(letters).toContain('Landsmøtet i Vardø');
    expect(letters).toContain('1. mars 2027');
    expect(letters).toContain('10. februar 2027');
    expect(letters).not.toContain('Referanse');
    expect(letters.indexOf('Møte')).toBeLessThan(letters.indexOf('Frist'));
  });
});
