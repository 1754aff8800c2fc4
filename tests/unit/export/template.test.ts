import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#shared/core/failure';
import { exportPaper, views } from '#shared/export';
import { defaultTemplates, readTemplate, writeTemplate, type Template } from '#shared/export/template';
import { paperOf } from '#shared/export';
import { meeting } from './meeting';

const read = (given: unknown): Template => {
  const template = readTemplate(JSON.stringify(given), 'nb');
  if (!template.ok) throw new Error(JSON.stringify(template.failure));
  return template.value;
};

const failureOf = (given: unknown): string => {
  const template = readTemplate(typeof given === 'string' ? given : JSON.stringify(given), 'nb');
  return template.ok ? 'read' : template.failure.code;
};

const wordsOf = (template: Template, view: 'hearing' | 'innstilling' | 'amendments'): string => {
  const paper = paperOf(view, { ...meeting(), template }, 'docx');
  return paper.ok ? JSON.stringify(paper.value) : paper.failure.code;
};

describe('the template of the papers', () => {
  test.each(languages)('T1 the default of %s is read back as it was written', (language) => {
    const written = writeTemplate(defaultTemplates[language]);
    expect(readTemplate(written, language)).toEqual({ ok: true, value: defaultTemplates[language] });
  });

  test('T2 any JSON gives a template or a failure, and never an exception', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const template = readTemplate(json, 'nb');
        return template.ok || template.failure.code.startsWith('template-');
      }),
      { numRuns: 500 },
    );
  });

  test('T2 what a file does not say is as in the default', () => {
    const { organisation, papers } = read({ organisation: { name: 'Havnefogdforbundet' } });
    expect(organisation).toEqual({ name: 'Havnefogdforbundet', colour: '#7a1f2b', logo: null });
    expect(papers).toEqual(defaultTemplates.nb.papers);
  });

  test.each([
    ['{', 'template-unreadable'],
    [{ papers: { finnesIkke: {} } }, 'template-misshapen'],
    [{ organisation: { colour: 'rød' } }, 'template-misshapen'],
    [{ organisation: { colour: '#ffe080' } }, 'template-colour-pale'],
    [
      { papers: { hearing: { sections: [{ paragraphs: ['Fristen er {dato} og {ukjent}.'] }] } } },
      'template-unknown-placeholder',
    ],
    [{ papers: { amendments: { sections: [] } } }, 'template-part-missing'],
    [{ papers: { text: { sections: [{ part: 'programme' }, { part: 'members' }] } } }, 'template-part-foreign'],
  ])('T3 %j is refused as %s', (given, code) => {
    expect(failureOf(given)).toBe(code);
  });

  test.each([
    '<svg onload="alert(1)"></svg>',
    '<svg><script>1</script></svg>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<svg><a href="javascript:alert(1)"/></svg>',
    '<svg><style>@import "x"</style></svg>',
    '<svg><rect fill="url(https://example.org)"/></svg>',
    '<svg><foreignObject/></svg>',
    'ikke en tegning',
  ])('T3 a logo that does more than draw is refused: %s', (source) => {
    const logo = { data: { format: 'svg', source }, alternative: 'Merket', width: 20, height: 10 };
    expect(failureOf({ organisation: { logo } })).toBe('template-logo-active');
  });

  test("T4 placeholders are filled, the secretariat's own too, and a missing value is a gap to fill in", () => {
    const filled = wordsOf(
      read({ organisation: { name: 'Havnefogdforbundet' }, values: { frist: '1. mars 2027' } }),
      'hearing',
    );
    expect(filled).toContain('Havnefogdforbundet sender med dette utkast');
    expect(filled).toContain('Fristen er 1. mars 2027.');
    expect(wordsOf(read({}), 'hearing')).toContain('Fristen er [frist].');
  });

  test('T5 sections stand in the order of the template, and what it leaves out is not on the paper', () => {
    const sections = [
      { heading: 'Sist først', part: 'members' },
      { heading: 'Alle forslag', part: 'amendments' },
    ];
    const turned = wordsOf(read({ papers: { amendments: { sections } } }), 'amendments');
    expect(turned.indexOf('Sist først')).toBeLessThan(turned.indexOf('Alle forslag'));
    const without = read({ papers: { amendments: { sections: [{ part: 'amendments' }] } } });
    expect(wordsOf(without, 'amendments')).not.toContain('Forslag etter foreningsledd');
  });

  test('T5 the case paper asks for a decision', () => {
    expect(wordsOf(defaultTemplates.nb, 'innstilling')).toContain('Innstilling til vedtak:');
  });

  test.each(languages)('T5 every paper of %s can be made with its default', (language) => {
    for (const view of views) {
      const made = exportPaper(view, 'html', { ...meeting(), language });
      expect(made.ok || made.failure).toBe(true);
    }
  });
});
