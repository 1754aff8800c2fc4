import { describe, expect, test } from 'vitest';
import { typeset } from '#server/typeset';
import { exportPaper, supported, views } from '#shared/export';
import { pdfLines } from '../support/pdfText';
import { hostileMeeting } from '../unit/export/hostile';
import { revisionOf } from '../unit/export/programmes';
import { meeting } from '../unit/export/meeting';

describe('E5 typesetting', () => {
  test.each(views.filter((view) => supported(view).includes('pdf')))(
    'E5 %s is set whatever the text, and nothing in the text is read as source',
    async (view) => {
      for (const input of [meeting(view === 'minutes'), hostileMeeting()]) {
        const output = exportPaper(view, 'pdf', input);
        if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
        const pdf = await typeset(output.value.files);
        expect(pdf.ok || pdf.failure).toBe(true);
      }
    },
  );

  test.each(views)('E5 %s of an empty programme is written in every format', async (view) => {
    const nothing = revisionOf([], { name: '' });
    const input = { ...meeting(), newest: nothing, baseline: nothing, amendments: [], author: '' };
    for (const format of supported(view)) {
      const output = exportPaper(view, format, input);
      if (!output.ok) throw new Error(output.failure.code);
      const pdf = output.value.kind === 'typst' ? await typeset(output.value.files) : null;
      expect(pdf === null || pdf.ok || pdf.failure).toBe(true);
    }
  });

  test('E5 signs of the source language are printed as they stand', async () => {
    const output = exportPaper('text', 'pdf', hostileMeeting());
    if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
    const pdf = await typeset(output.value.files);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.failure));
    const print = (await pdfLines(pdf.value)).join(' ').replace(/\s+/g, ' ');
    expect(print).toContain('#eval(1)');
    expect(print).toContain('čđŋšŧž');
    expect(print).toContain('// kommentar /* slik */');
  });

  test('E2 the same source gives the same PDF', async () => {
    const output = exportPaper('text', 'pdf', meeting());
    if (!output.ok || output.value.kind !== 'typst') throw new Error('typst expected');
    const [once, again] = [await typeset(output.value.files), await typeset(output.value.files)];
    expect(once).toEqual(again);
  });

  test('E5 a source that cannot be set is a failure, not an exception', async () => {
    const pdf = await typeset({ 'main.typ': '#panic("nei")' });
    expect(!pdf.ok && pdf.failure.code).toBe('typesetting-failed');
  });

  test('E5 a paper cannot read files of the machine', async () => {
    const pdf = await typeset({ 'main.typ': '#read("/etc/hostname")' });
    expect(!pdf.ok && pdf.failure.code).toBe('typesetting-failed');
  });
});
