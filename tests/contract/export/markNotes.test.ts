import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportPaper, type Format, type View } from '#shared/export';
import { paperWords, type MarksAre } from '#shared/export/words';
import { meeting } from '../../unit/export/meeting';

function contentOf(view: View, format: Format): string {
  const output = exportPaper(view, format, meeting());
  if (!output.ok) throw new Error(output.failure.code);
  if (output.value.kind === 'typst') return Object.values(output.value.files).join('\n');
  const { bytes } = output.value;
  if (format === 'html' || format === 'md') return strFromU8(bytes);
  return strFromU8(unzipSync(bytes)[format === 'docx' ? 'word/document.xml' : 'content.xml'] ?? new Uint8Array());
}

/** How each format shows what is new and struck. */
const signs: Readonly<Record<string, RegExp>> = {
  'html bracketed': /del::before\{content:"\["\}[^]*<del[ >]/,
  'pdf bracketed': /#struck\("/,
  'md emphasised': /~~[^~]+~~/,
  'docx recorded': /<w:del /,
  'odt recorded': /<text:tracked-changes\b/,
  // In a table nothing is to be accepted or rejected: the marks are painted, with brackets as words.
  'docx bracketed': />\[[^<]/,
  'odt bracketed': />\[[^<]/,
};

const told: readonly (readonly [View, Format, MarksAre])[] = (
  ['tracked', 'proposal', 'amendments', 'synopsis'] as const
).flatMap((view) =>
  (['html', 'pdf', 'md', 'docx', 'odt'] as const).map((format) => {
    const isEdited = (format === 'docx' || format === 'odt') && view !== 'synopsis';
    return [view, format, format === 'md' ? 'emphasised' : isEdited ? 'recorded' : 'bracketed'] as const;
  }),
);

describe('E49 the note on marks', () => {
  test.each(told)('E49 %s as %s says that they are %s, and so they are', (view, format, marksAre) => {
    const content = contentOf(view, format);
    const words = content.replace(/\\([^A-Za-z])/g, '$1').replace(/<[^>]*>/g, '');
    for (const [kind, note] of Object.entries(paperWords.nb.markNotes))
      expect(words.includes(note), kind).toBe(kind === marksAre);
    expect(content).toMatch(signs[`${format} ${marksAre}`] ?? /never/);
  });
});
