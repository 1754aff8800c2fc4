import { describe, expect, it } from 'vitest';
import { codesOf, importText, outline, outlineOf } from './importText';

describe('Markdown', () => {
  it('IM1 is recognised by its content under any name, and by its name', () => {
    expect(outlineOf('# Hagelagets program\n\nHagen er **åpen** for alle.\n', 'program.txt')).toEqual([
      'title - | Hagelagets program',
      'paragraph - | Hagen er åpen for alle.',
    ]);
    expect(outlineOf('Hagen er *åpen* for alle som vil komme innom.\n', 'program.md')).toEqual([
      'paragraph - | Hagen er åpen for alle som vil komme innom.',
    ]);
    expect(outlineOf('Hagen er *åpen* for alle som vil komme innom.\n', 'program.txt')).toEqual([
      'paragraph - | Hagen er *åpen* for alle som vil komme innom.',
    ]);
  });

  it('IM2 headings become levels by the marks that occur; the same lead-in is one kind under any mark', () => {
    const document = importText(
      '# Program for laget\n\n## Jord\n\nJord er liv, og laget vil verne den.\n\n### **Laget skal jobbe for**\n\n- Mer kompost\n- Mindre gift\n\n## Vann\n\n#### Kraner\n\nDet trengs flere kraner i hagen.\n\n## Laget skal jobbe for\n\n- Tønner\n- Slanger\n',
    );
    expect(outline(document)).toEqual([
      'title - | Program for laget',
      'heading1 - | Jord',
      'paragraph - | Jord er liv, og laget vil verne den.',
      'leadIn - | Laget skal jobbe for',
      'point - | Mer kompost',
      'point - | Mindre gift',
      'heading1 - | Vann',
      'heading2 - | Kraner',
      'paragraph - | Det trengs flere kraner i hagen.',
      'leadIn - | Laget skal jobbe for',
      'point - | Tønner',
      'point - | Slanger',
    ]);
    expect(codesOf(document)).toEqual(['lead-in-marked-as-heading@7', 'lead-in-marked-as-heading@18']);
  });

  it('IM3 an item all in bold with no item after it is a heading; blank lines do not end a list', () => {
    expect(
      outlineOf(
        '# Program\n\n- **Jord**\n\n*Jord er liv.*\n\n#### **Laget skal jobbe for**\n\n- Kompost\n\n- Mindre gift\n\n- **Vann**\n\n*Vann er knapt, og det\n\ner ikke nok til alle.*\n\n## Laget skal jobbe for\n\n- Tønner\n',
      ),
    ).toEqual([
      'title - | Program',
      'heading1 - | Jord',
      'paragraph - | Jord er liv.',
      'leadIn - | Laget skal jobbe for',
      'point - | Kompost',
      'point - | Mindre gift',
      'heading1 - | Vann',
      'paragraph - | *Vann er knapt, og det er ikke nok til alle.*',
      'leadIn - | Laget skal jobbe for',
      'point - | Tønner',
    ]);
  });

  it('IM4 numbered lists, lazy lists, wrapped paragraphs, hard breaks, setext headings and rules', () => {
    expect(
      outlineOf(
        'Program for laget\n=================\n\nJord\n----\n\nJord er liv,\nog laget vil\\\nverne den.\n\n---\n\nLaget vil:\n\n1. Så.\n1. Vanne.\n1. Høste.\n\nStyret vil:\n\n1) Møtes.\n2) Skrive.\n',
        'a.md',
      ),
    ).toEqual([
      'title - | Program for laget',
      'heading1 - | Jord',
      'paragraph - | Jord er liv, og laget vil verne den.',
      'leadIn - | Laget vil:',
      'point 1 | Så.',
      'point 2 | Vanne.',
      'point 3 | Høste.',
      'leadIn - | Styret vil:',
      'point 1 | Møtes.',
      'point 2 | Skrive.',
    ]);
  });

  it('IM5 footnotes, links, images, tags and comments: the text stays, what goes is reported', () => {
    const document = importText(
      '# Program\n\nJord er [god](https://jord.example "Jord") her.[^a] Se <https://hage.example> og ![kart](kart.png), H<sub>2</sub>O. <!-- skjult -->\n\n[^a]: Målt av laget.\n',
    );
    expect(outline(document)).toEqual([
      'title - | Program',
      'paragraph - | Jord er god her. Se https://hage.example og kart, H2O.',
      'footnote a | Målt av laget.',
    ]);
    expect(document.blocks[1]?.block.footnoteRefs).toEqual([{ number: 'a', offset: 'Jord er god her.'.length }]);
    expect(document.report.map((entry) => entry.params['text'])).toEqual([
      '"Jord"',
      'kart.png',
      '<sub>',
      '</sub>',
      '<!-- skjult -->',
    ]);
  });

  it('IM6 tables and code are kept row by row as other text', () => {
    expect(outlineOf('# Program\n\n| Frø | Antall |\n|---|---:|\n| Løk | 12 |\n\n```\nx = 1\n```\n')).toEqual([
      'title - | Program',
      'other - | Frø | Antall',
      'other - | Løk | 12',
      'other - | x = 1',
    ]);
  });

  it('IM7 escapes, entities, snake_case and lone stars are text', () => {
    expect(outlineOf('# Program\n\n2 \\* 3 er 2 * 3, R&amp;D, fil_navn_her, 5 < 6 og [ikke lenke].\n')[1]).toBe(
      'paragraph - | 2 * 3 er 2 * 3, R&D, fil_navn_her, 5 < 6 og [ikke lenke].',
    );
  });

  it('IM9 quotations, paragraphs within items and rows of tables are blocks of their own', () => {
    expect(
      outlineOf(
        '# Plan\n\nVi vil:\n\n1. Grave\n2. Vanne\n\n   mer om vann.\n\n   Dette gjelder:\n\n   - kraner\n3. Høste\n\n> et sitat\n> over to linjer\n\netter sitatet.\n\n- Så\n\nmed omhu.\n\nfrø \\| 12\n\nløk \\| 13\n',
      ),
    ).toEqual([
      'title - | Plan',
      'leadIn - | Vi vil:',
      'point 1 | Grave',
      'point 2 | Vanne',
      'paragraph - | mer om vann.',
      'leadIn - | Dette gjelder:',
      'point - | kraner',
      'point 3 | Høste',
      'paragraph - | et sitat over to linjer',
      'paragraph - | etter sitatet.',
      'point - | Så',
      'paragraph - | med omhu.',
      'other - | frø | 12',
      'other - | løk | 13',
    ]);
    expect(
      outlineOf('> # Plan for laget\n>\n> ## Jord\n>\n> Jord er god.\n>\n> Vi vil:\n>\n> - Grave\n', 'a.md'),
    ).toEqual([
      'title - | Plan for laget',
      'heading1 - | Jord',
      'paragraph - | Jord er god.',
      'leadIn - | Vi vil:',
      'point - | Grave',
    ]);
  });

  it('IM10 a box to tick off is the sign of its point', () => {
    const document = importText('# Plan\n\n- [ ] Så\n- [x] Grave\n\n1. [x] Vanne\n\n- [nei] Luke\n');
    expect(outline(document).slice(1)).toEqual([
      'point ☐ | Så',
      'point ☑ | Grave',
      'point 1 | Vanne',
      'point - | [nei] Luke',
    ]);
    expect(codesOf(document)).toEqual(['markup-dropped@6']);
  });

  it('IM11 a list within an item counts by itself, lazily numbered or not', () => {
    const numbers = (text: string) => importText(text).blocks.flatMap(({ number }) => number ?? []);
    const nested = '# Plan\n\nVi vil:\n\n1. Grave\n   1. Dypt\n   2. Bredt\n2. Vanne\n3. Luke\n';
    expect(numbers(nested)).toEqual(['1', '1', '2', '2', '3']);
    expect(codesOf(importText(nested))).toEqual([]);
    expect(numbers('# Plan\n\nVi vil:\n\n1. Grave\n   1. dypt\n   1. bredt\n1. Vanne\n   - helle\n1. Luke\n')).toEqual([
      '1',
      '1',
      '2',
      '2',
      '-',
      '3',
    ]);
  });

  it('IM14 keeps sentences that only look like addresses of links, tags or code', () => {
    expect(
      outlineOf(
        '# Plan\n\n[Styret]: Vi foreslår at hagen vannes.\n\nDette mener [Styret] om <Hagelaget, Bærum>.\n\n```spade``` er et tegn i teksten.\n\n- Grave\n\nLes [boka][1] i dag.\n\n[1]: https://hage.example/ "Om hagen"\n',
        'plan.md',
      ),
    ).toEqual([
      'title - | Plan',
      'paragraph - | [Styret]: Vi foreslår at hagen vannes.',
      'paragraph - | Dette mener [Styret] om <Hagelaget, Bærum>.',
      'paragraph - | spade er et tegn i teksten.',
      'point - | Grave',
      'paragraph - | Les boka i dag.',
    ]);
  });

  it('IM4 a question over a double line is a heading, and the line no text', () => {
    expect(outlineOf('Hva vil laget?\n==============\n\nLaget vil grave i hagen.\n', 'plan.md')).toEqual([
      'title - | Hva vil laget?',
      'paragraph - | Laget vil grave i hagen.',
    ]);
  });

  it('IM7 reads every sign that has a name, and leaves names of none', () => {
    expect(outlineOf('# Plan\n\nR&ouml;d &times; &minus; &euro; &Afr; &ampx; &hage; &semi; her.\n', 'plan.md')).toEqual(
      ['title - | Plan', 'paragraph - | Röd × − € 𝔄 &ampx; &hage; ; her.'],
    );
  });
});
