import { describe, expect, it } from 'vitest';
import { codesOf, importText, outlineOf } from './importText';

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>Hagelaget</title></head><body>${body}</body></html>`;

describe('Web pages', () => {
  it('IL1 have the numbers that a browser prints, headings by their depth, and lead-ins before their lists', () => {
    const html = page(
      `<h1>Arbeidsprogram for Hagelaget 2031–2033</h1><h2>Jord</h2><p>Laget vil:</p><ol start="3"><li>grave<li value=7><p>så</p><ul><li>tett</ul></ol>
      <h2>Vann</h2><p>Laget samler
        regn   hele året.</p><ol type="a"><li>i tønner</li></ol>`,
    );
    expect(outlineOf(html, 'program.html')).toEqual([
      'title - | Arbeidsprogram for Hagelaget 2031–2033',
      'heading1 - | Jord',
      'leadIn - | Laget vil:',
      'point 3 | grave',
      'point 7 | så',
      'point • | tett',
      'heading1 - | Vann',
      'paragraph - | Laget samler regn hele året.',
      'point a | i tønner',
    ]);
  });

  it('IL6 have both sides of what was put in and struck, and never the words of both in a row', () => {
    const html = page(
      '<h1>Program</h1><p>Laget skal <del>grave</del><ins>så</ins> i vår.</p><ins><p>Og høste.</p></ins><del><p>Og hvile.</p></del>',
    );
    const document = importText(html, 'program.html');
    expect(document.blocks.map(({ block }) => block.text)).toEqual(['Program', 'Laget skal så i vår.', 'Og høste.']);
    expect(document.previous?.blocks.map(({ block }) => block.text)).toEqual([
      ...['Program', 'Laget skal grave i vår.', 'Og hvile.'],
    ]);
    expect(codesOf(document)).toContain('tracked-changes@-');
  });

  it('IL2 are recognised by their content, whole or in part, under any name; text that only mentions a tag is text', () => {
    expect(outlineOf('<p>Laget møtes.</p><p>Det er bra.</p>', 'klipp.txt')).toEqual([
      'paragraph - | Laget møtes.',
      'paragraph - | Det er bra.',
    ]);
    expect(outlineOf('Skriv <p> foran avsnittet.\n', 'a.txt')).toEqual(['paragraph - | Skriv <p> foran avsnittet.']);
  });

  it('IL3 lose what stands round the text, what is hidden and what runs, each told in the report with its words', () => {
    const document = importText(
      page(
        '<nav>Hjem Om oss</nav><main><h1>Plan</h1><p hidden>Hemmelig.</p><script>var tekst = "nei";</script><p>Laget <a href="https://hage.example/les">leser</a><a href="https://hage.example/kart"><img src="k.png"></a>.</p></main><footer>Postboks 1</footer>',
      ),
      'plan.html',
    );
    expect(document.blocks.map(({ block }) => block.text)).toEqual(['Plan', 'Laget leser.']);
    expect(document.report.map(({ code, params }) => `${code} ${String(params['text'])}`)).toEqual([
      'page-frame-dropped Hagelaget Hjem Om oss Postboks 1',
      'hidden-text-dropped Hemmelig.',
      'link-target-dropped https://hage.example/kart',
    ]);
  });

  it('IL3 read a page that its server put into one form, and not the form of a search beside the text', () => {
    const text = '<h1>Plan</h1><p>Laget graver i hagen.</p>';
    const rows = ['title - | Plan', 'paragraph - | Laget graver i hagen.'];
    expect(outlineOf(page(`<form id="side"><div>${text}</div></form>`), 'plan.html')).toEqual(rows);
    expect(outlineOf(page(`<form><main>${text}</main></form>`), 'plan.html')).toEqual(rows);
    expect(outlineOf(page(`<form>Søk</form>${text}<form>Meld deg på</form>`), 'plan.html')).toEqual(rows);
  });

  it('IL4 keep tables row by row, unless the table only lays out the page; a break inside a paragraph is no new one', () => {
    const html = page(
      '<table><tr><th>Frø</th><th>Antall</th></tr><tr><td>Reddik</td><td>12</td></tr></table><table><tr><td><h2>Jord</h2><p>Laget<br>graver.</p></td></tr></table>',
    );
    expect(outlineOf(html).slice(-4)).toEqual([
      'other - | Frø | Antall',
      'other - | Reddik | 12',
      'title - | Jord',
      'paragraph - | Laget graver.',
    ]);
  });

  it('IL5 have raised figures as markers of notes', () => {
    const document = importText(
      page('<h1>Plan</h1><p>Byen har tusen hager.<sup>1</sup> De er i bruk.</p><p><sup>1</sup> Tall fra kommunen.</p>'),
    );
    expect(document.blocks.map(({ block, number }) => `${block.kind} ${number ?? '-'} ${block.text}`)).toEqual([
      'title - Plan',
      'paragraph - Byen har tusen hager. De er i bruk.',
      'footnote 1 Tall fra kommunen.',
    ]);
    expect(codesOf(document)).not.toContain('footnote-without-marker');
  });
});
