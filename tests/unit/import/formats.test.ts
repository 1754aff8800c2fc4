import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportedText } from '#shared/import';
import { shownFormats } from '../../support/formattedProgramme';
import { importBytes } from '../../support/importedPapers';
import { p, style, styled, wordFile } from '../../support/wordFile';
import { importText } from './importText';

const shown = ({ blocks }: Pick<ImportedText, 'blocks'>): readonly string[] =>
  blocks.map(({ block }) => shownFormats(block));
const bold = '<w:b/>';
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;

describe('What is bold, italic or a link', () => {
  it('IX2 what the named style of a paragraph gives is no emphasis, and what a run takes back is none', () => {
    const styles = style('Sitat', 'Quote', '<w:rPr><w:i/></w:rPr>') + style('Sterk', 'Strong', '<w:rPr><w:b/></w:rPr>');
    const body =
      p('Laget graver.') +
      styled('Sitat', 'Det spirer i hagen.') +
      `<w:p><w:pPr><w:pStyle w:val="Sitat"/></w:pPr>${run('Jord er ')}${run('god', bold)}${run(' her.', '<w:i w:val="0"/>')}</w:p>`;
    expect(shown(importBytes('a.docx', wordFile({ body, styles })))).toEqual([
      'Laget graver.',
      'Det spirer i hagen.',
      'Jord er **god** her.',
    ]);
  });

  it('IX3 a heading has no weight, and a kind that is bold as a rule is none the more for it; one whole point among others is', () => {
    const list = (text: string): string => `<li>${text}</li>`;
    const page = `<h1>Plan</h1><h2><b>Jord</b> og <i>vann</i></h2><p><b>Laget vil arbeide for:</b></p><ul>${list('Å så.')}${list('<b>Å vanne.</b>')}${list('Å <b>høste</b>.')}</ul><h2>Lys</h2><p><b>Laget vil arbeide for:</b></p><ul>${list('Sol.')}</ul><h2>Luft</h2><p><b>Laget vil <i>også</i> arbeide for:</b></p><ul>${list('Vind.')}</ul>`;
    expect(shown(importText(page, 'a.html'))).toEqual([
      'Plan',
      'Jord og _vann_',
      'Laget vil arbeide for:',
      'Å så.',
      '**Å vanne.**',
      'Å **høste**.',
      'Lys',
      'Laget vil arbeide for:',
      'Sol.',
      'Luft',
      'Laget vil _også_ arbeide for:',
      'Vind.',
    ]);
  });

  it('IX1 links of Word: by relationship, with a place there, and as fields; places in the file are words', () => {
    const links =
      '<Relationship Id="l1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://hage.example/les" TargetMode="External"/>';
    const body =
      `<w:p>${run('Les ')}<w:hyperlink r:id="l1" w:anchor="frø">${run('om frø')}</w:hyperlink>${run('.')}</w:p>` +
      `<w:p>${run('Les ')}${field('begin')}<w:r><w:instrText> HYPERLINK "mailto:post@hage.example" </w:instrText></w:r>${field('separate')}${run('og skriv', bold)}${field('end')}${run('.')}</w:p>` +
      `<w:p>${run('Se ')}<w:hyperlink w:anchor="kap3">${run('kapittel 3')}</w:hyperlink>${run('.')}</w:p>` +
      `<w:p>${run('Se ')}<w:fldSimple w:instr=" HYPERLINK &quot;javascript:alert(1)&quot; ">${run('her')}</w:fldSimple>${run('.')}</w:p>`;
    const document = importBytes('a.docx', wordFile({ body, links }));
    expect(shown(document)).toEqual([
      'Les [om frø](https://hage.example/les#frø).',
      'Les [**og skriv**](mailto:post@hage.example).',
      'Se kapittel 3.',
      'Se her.',
    ]);
    expect(document.report.map(({ code, params }) => `${code} ${String(params['text'])}`)).toContain(
      'link-target-dropped javascript:alert(1)',
    );
  });

  it('IX1 those of rich text and of Markdown, by label too', () => {
    const rtf =
      '{\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}{\\s1\\b Sterk;}}\\pard Jord er {\\b god} og {\\field{\\*\\fldinst HYPERLINK "https://hage.example/"}{\\fldrslt {\\i her}}}.\\par\\pard\\s1\\b Alt er sterkt her.\\par}';
    expect(shown(importBytes('a.rtf', strToU8(rtf)))).toEqual([
      'Jord er **god** og [_her_](https://hage.example/).',
      'Alt er sterkt her.',
    ]);
    const text =
      '# Plan {#plan}\n\nJord er **god og\nvarm** og *lett*, [les **mer**][1] på <https://jord.example> nå.\n\n[1]: https://hage.example "Hage"\n[2]: https://annet.example\n';
    const markdown = importText(text, 'a.md');
    expect(shown(markdown)).toEqual([
      'Plan',
      'Jord er **god og varm** og _lett_, [les ](https://hage.example)[**mer**](https://hage.example) på [https://jord.example](https://jord.example) nå.',
    ]);
    expect(markdown.report.map(({ code, params }) => `${code} ${String(params['text'])}`)).toContain(
      'link-target-dropped [2]: https://annet.example',
    );
  });

  it('IX6 both sides of recorded changes have theirs', () => {
    const ins = (inside: string): string => `<w:ins w:id="1" w:author="A">${inside}</w:ins>`;
    const del = (text: string, properties: string): string =>
      `<w:del w:id="2" w:author="A"><w:r><w:rPr>${properties}</w:rPr><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
    const body = `<w:p>${run('Jord er ')}${del('god', bold)}${ins(run('varm', '<w:i/>'))}${run(' her.')}</w:p>`;
    const document = importBytes('a.docx', wordFile({ body }));
    expect(shown(document)).toEqual(['Jord er _varm_ her.']);
    expect(document.previous && shown(document.previous)).toEqual(['Jord er **god** her.']);
  });

  it('IX7 markers of notes and numbers that are taken out of the text take nothing with them', () => {
    const text = '**1. Å dyrke jord.1**\n\n1 Målt **av** laget.\n';
    expect(shown(importText(`# Plan\n\nLaget vil:\n\n${text}`, 'a.md')).slice(-2)).toEqual([
      '**Å dyrke jord.**',
      'Målt **av** laget.',
    ]);
  });
});
