import { describe, expect, it } from 'vitest';
import { importText, outlineOf, codesOf } from './importText';

/** Shapes that programmes and statutes on the web have, in words of our own. */
describe('Texts as organisations publish them', () => {
  it('IH11 a label in bold or in capitals over text in the same paragraph is a heading, in Markdown, web pages and Word', () => {
    expect(
      outlineOf(
        '# Vedtekter\n\n**Formål**  \nLaget skal dyrke jord.\n\n**Lov**\n1. Grav dypt\n2. Vann ofte\n\nJORDA FØRST  \nVi mener at jorda kommer først. Resten kommer etter.\n',
        'a.md',
      ),
    ).toEqual([
      'title - | Vedtekter',
      'heading1 - | Formål',
      'paragraph - | Laget skal dyrke jord.',
      'heading1 - | Lov',
      'point 1 | Grav dypt',
      'point 2 | Vann ofte',
      'heading1 - | JORDA FØRST',
      'paragraph - | Vi mener at jorda kommer først. Resten kommer etter.',
    ]);
    expect(
      outlineOf(
        '<h1>Plan</h1><p><strong>Vann</strong><br>Laget samler regn på taket.</p><p>Laget <b>vanner</b><br>om kvelden.</p>',
        'a.html',
      ),
    ).toEqual([
      'title - | Plan',
      'heading1 - | Vann',
      'paragraph - | Laget samler regn på taket.',
      'paragraph - | Laget vanner om kvelden.',
    ]);
  });

  it('IR8 a list of contents that nothing calls so: rows that all come again farther down, with text between', () => {
    const rows = ['Verdier', 'Frø og jord', 'Hva slags hage vil vi ha?', 'Vann'];
    const text = `Hopp til hovedinnhold\n\nPrinsipprogram 2033\n\n${rows.map((row, at) => ` ${at + 1}. ${row}`).join('\n')}\n\n${rows.map((row, at) => `${at + 1}. ${row}\n\nLaget mener noe om dette. Det er viktig.`).join('\n\n')}\n`;
    const document = importText(text);
    expect(outlineOf(text)).toEqual([
      'title - | Prinsipprogram 2033',
      ...rows.map((row, at) => `other - | ${at + 1}. ${row}`),
      ...rows.flatMap((row, at) => [
        `heading1 ${at + 1} | ${row}`,
        'paragraph - | Laget mener noe om dette. Det er viktig.',
      ]),
    ]);
    expect(codesOf(document)).toContain('page-frame-dropped@1');
    // The same list twice in a row is no contents.
    const twice = `Plan\n\nStyret er:\n\n- Leder\n- Sekretær\n- Kasserer\n- Vara\n\nValgt er:\n\n- Leder\n- Sekretær\n- Kasserer\n- Vara\n`;
    expect(outlineOf(twice).filter((row) => row.startsWith('point'))).toHaveLength(8);
    // Nor are the broken lines of a running text, whose words come again in the same order.
    const lines = [
      ['Laget graver', 'jord', 'på alle', 'våre', 'åkrer', 'og enger.'],
      ['Så dyrkes', 'jord', 'med spade', 'på alle', 'kanter av', 'våre', 'mange små', 'åkrer', 'hver vår.'],
    ];
    expect(outlineOf(lines.map((paragraph) => `<p>${paragraph.join('<br>')}</p>`).join(''), 'a.html')).toEqual(
      lines.map((paragraph) => `paragraph - | ${paragraph.join(' ')}`),
    );
  });

  it('IM12 what stands between two rules before a text is about it, and has its title where the text has none', () => {
    const front = '---\ntitle: Vedtekter\nlayout: post\n---\n\n';
    const document = importText(`${front}## Navn\n\nLaget heter Hagelaget.\n`, 'a.md');
    expect(document.title).toBe('Vedtekter');
    expect(document.report.filter(({ code }) => code === 'markup-dropped').map(({ params }) => params['text'])).toEqual(
      ['layout: post'],
    );
    expect(outlineOf(`${front}# Lover\n\nLaget heter Hagelaget.\n`, 'a.md')).toEqual([
      'title - | Lover',
      'paragraph - | Laget heter Hagelaget.',
    ]);
    expect(outlineOf('---\n\nLaget graver.\n\n---\n\nLaget sår.\n', 'a.md')).toEqual([
      'paragraph - | Laget graver.',
      'paragraph - | Laget sår.',
    ]);
  });

  it('IM13 rows that each say one thing stay apart; a paragraph that was wrapped does not', () => {
    const things = [
      'Samle regn på alle tak',
      'Bruke tønner',
      'Stanse sløsing',
      'Dele ut slanger',
      'Male kranene',
      'Holde kurs',
    ];
    expect(outlineOf(`# Vann\n${things.join('\n')}\n`, 'a.md')).toEqual([
      'title - | Vann',
      ...things.map((thing) => `paragraph - | ${thing}`),
    ]);
    const wrapped =
      'Laget vil samle regn på alle tak i byen og dele det ut til\nalle som trenger vann, og til Øya og Bakken, som har lite av\ndet om sommeren.';
    expect(outlineOf(`# Vann\n\n${wrapped}\n`, 'a.md')).toEqual([
      'title - | Vann',
      `paragraph - | ${wrapped.replaceAll('\n', ' ')}`,
    ]);
  });

  it('IH12 numbers without a mark take their level from those with one; IB8 the same lead-in over a heading is one; IN14 points count on under the next heading', () => {
    const text =
      '# Program\n\n**1. Løsninger**\n\n## 1.1 Jord\n\nLaget vil:\n\n### Mål\n\n1. Grave dypt.\n\n2. Så tidlig.\n\n### Midler\n\n3. Kjøpe spader.\n\n## 1.2 Vann {#1.2-vann-på-tak}\n\nLaget vil:\n\n1. Samle regn.\n\n**2. Folk**\n\n## 2.1 Barn\n\nLaget vil:\n\n1. Lære bort.\n';
    expect(outlineOf(text, 'a.md')).toEqual([
      'title - | Program',
      'heading1 1 | Løsninger',
      'heading2 1.1 | Jord',
      'leadIn - | Laget vil:',
      'heading3 - | Mål',
      'point 1 | Grave dypt.',
      'point 2 | Så tidlig.',
      'heading3 - | Midler',
      'point 3 | Kjøpe spader.',
      'heading2 1.2 | Vann',
      'leadIn - | Laget vil:',
      'point 1 | Samle regn.',
      'heading1 2 | Folk',
      'heading2 2.1 | Barn',
      'leadIn - | Laget vil:',
      'point 1 | Lære bort.',
    ]);
    expect(codesOf(importText(text, 'a.md')).filter((code) => code.startsWith('numbering'))).toEqual([]);
  });

  it('IT7 «Verdigrunnlag» and «Forslag» are no organisations', () => {
    expect(
      importText('Prinsipprogram 2032-2035\n\nVerdigrunnlag\n\nFrihet er bra. Det mener vi.\n').organisation,
    ).toBeNull();
  });
});
