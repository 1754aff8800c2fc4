import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice } from '#shared/core/textSplice';
import { blockId } from '#shared/core/ids';
import {
  formatAt,
  formatsAfter,
  formatsInOrder,
  formatsWithin,
  safeLink,
  stretchesOf,
  withText,
  type FormatRun,
} from '#shared/domain/formats';
import { defaultLineSettings, layoutLines } from '#shared/domain/lines';
import { revisionIdOf } from '#shared/domain/revision';
import { madeBlock } from '../../support/revisionGenerator';

const bold = (start: number, end: number): FormatRun => ({ start, end, bold: true, italic: false, link: null });
const link = (start: number, end: number, address: string): FormatRun => ({
  start,
  end,
  bold: false,
  italic: false,
  link: address,
});

const anyRuns = fc.array(
  fc.record({
    start: fc.integer({ min: -3, max: 30 }),
    end: fc.integer({ min: -3, max: 30 }),
    bold: fc.boolean(),
    italic: fc.boolean(),
    link: fc.constantFrom(null, 'https://a.no', 'javascript:alert(1)'),
  }),
);

describe('formats', () => {
  it('FM1 any runs come into one form, and are that form already the second time', () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(25), (runs, length) => {
        const ordered = formatsInOrder(runs, length);
        expect(formatsInOrder(ordered, length)).toEqual(ordered);
        ordered.forEach((run, index) => {
          expect(run.start).toBeLessThan(run.end);
          expect(run.end).toBeLessThanOrEqual(length);
          expect(run.start).toBeGreaterThanOrEqual(ordered[index - 1]?.end ?? 0);
          expect(run.bold || run.italic || run.link === 'https://a.no').toBe(true);
        });
      }),
    );
  });

  it('FM1 a text without formats has the hash that it had before there were any', () => {
    const content = { title: 'T', period: null, language: 'nb' as const, lineSettings: defaultLineSettings };
    const block = madeBlock('a', 'paragraph', 'Ett to tre');
    const id = revisionIdOf({ ...content, blocks: [block] });
    // Computed before the field existed.
    expect(id).toBe('2b414b53386e24559965995d277a48a3830c07cebeb235f591f198870939b417');
    expect(revisionIdOf({ ...content, blocks: [{ ...block, formats: [bold(0, 3)] }] })).not.toBe(id);
  });

  it('FM2 the stretches of a text are the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), anyRuns, (text, runs) => {
        const formats = formatsInOrder(runs, text.length);
        const stretches = stretchesOf(text, formats, { start: 0, end: text.length });
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
        let offset = 0;
        for (const stretch of stretches) {
          expect(formatAt(formats, offset)).toEqual({ bold: stretch.bold, italic: stretch.italic, link: stretch.link });
          offset += stretch.text.length;
        }
      }),
    );
  });

  it.each([
    'https://www.legeforeningen.no/program?a=1&b=2#pkt-3',
    'http://eksempel.no',
    'https://eksempel.no/blåbær',
    'mailto:kari@eksempel.no',
    'mailto:kari@eksempel.no?subject=Innspill',
  ])('FM3 %s is a link', (address) => {
    expect(safeLink(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.no/1',
    '//eksempel.no',
    'eksempel.no',
    'https://',
    'https:eksempel.no',
    'https://bank.no@ond.no',
    'https://a.no/"><script>',
    'https://a.no/\u202egnp.exe',
    'mailto:',
    'mailto:a@b@c',
    `https://a.no/${'x'.repeat(3000)}`,
    42,
    null,
  ])('FM3 %s is none', (address) => {
    expect(safeLink(address)).toBeNull();
  });

  it('FM4 formats stay with the words that stay', () => {
    const formats = [bold(4, 6)];
    expect(formatsAfter(formats, { start: 0, end: 0, inserted: 'Null ' }, 15)).toEqual([bold(9, 11)]);
    expect(formatsAfter(formats, { start: 4, end: 6, inserted: 'fem' }, 11)).toEqual([bold(4, 7)]);
    expect(formatsAfter(formats, { start: 6, end: 6, inserted: 'x' }, 11)).toEqual([bold(4, 6)]);
    expect(formatsAfter(formats, { start: 5, end: 8, inserted: 'y' }, 8)).toEqual([bold(4, 5)]);
    expect(formatsAfter(formats, { start: 2, end: 5, inserted: 'z' }, 8)).toEqual([bold(3, 4)]);
    const block = { ...madeBlock('a', 'point', 'Ett to tre'), formats };
    expect(withText(block, 'Ett to og tre').formats).toEqual(formats);
    expect(withText(block, 'Ett tre')).not.toHaveProperty('formats');
  });

  it('FM4 every splice leaves formats in their form, on the letters they were on', () => {
    fc.assert(
      fc.property(anyRuns, fc.nat(20), fc.nat(20), fc.string({ maxLength: 4 }), (runs, a, b, inserted) => {
        const text = 'abcdefghijklmnopqrst';
        const formats = formatsInOrder(runs, text.length);
        const splice = { start: Math.min(a, b), end: Math.max(a, b), inserted };
        const after = applySplice(text, splice);
        const moved = formatsAfter(formats, splice, after.length);
        expect(moved).toEqual(formatsInOrder(moved, after.length));
        for (let at = 0; at < text.length; at += 1) {
          if (at >= splice.start && at < splice.end) continue;
          const now = at < splice.start ? at : at - (splice.end - splice.start) + inserted.length;
          expect(formatAt(moved, now)).toEqual(formatAt(formats, at));
        }
      }),
    );
  });

  it('FM5 lines are the same whatever is bold', () => {
    const text = 'Norske leger skal ha tid til pasientene og til forskning og utdanning, hver dag. '.repeat(4).trim();
    const plain = madeBlock('a', 'paragraph', text);
    const formatted = { ...plain, id: blockId('a'), formats: [bold(0, text.length)] };
    expect(layoutLines([formatted], defaultLineSettings)).toEqual(layoutLines([plain], defaultLineSettings));
  });

  it('FM2 a part of a text has its part of the formats', () => {
    expect(formatsWithin([bold(2, 6), link(6, 9, 'https://a.no')], { start: 4, end: 8 })).toEqual([
      bold(0, 2),
      link(2, 4, 'https://a.no'),
    ]);
  });
});
