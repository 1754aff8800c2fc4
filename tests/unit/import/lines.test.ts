import { describe, expect, it } from 'vitest';
import { codesOf, importText, outline, outlineOf } from './importText';

const wrappedParagraph =
  'Hagelaget er et fellesskap for alle som vil dyrke egen mat i byen, og som ønsker å\nlære av hverandre gjennom hele året. Medlemmene deler jord, vann og redskap, og de\nmøtes til dugnad hver måned fra april til oktober. Alle kan bli med.';

describe('Lines: what belongs together', () => {
  it('IW1 lines broken to a width are one paragraph, with LF, CRLF and CR', () => {
    const text = `Om Hagelaget\n\n${wrappedParagraph}\n\n${wrappedParagraph}\n`;
    for (const end of ['\n', '\r\n', '\r']) {
      const document = importText(text.replaceAll('\n', end));
      expect(outline(document)).toEqual([
        'title - | Om Hagelaget',
        `paragraph - | ${wrappedParagraph.replaceAll('\n', ' ')}`,
        `paragraph - | ${wrappedParagraph.replaceAll('\n', ' ')}`,
      ]);
      expect(document.blocks.map(({ source }) => source)).toEqual([
        { fromLine: 1, toLine: 1 },
        { fromLine: 3, toLine: 5 },
        { fromLine: 7, toLine: 9 },
      ]);
    }
  });

  it('IW2 a blank line after every wrapped line does not divide paragraphs; headings that nothing marks stand between them', () => {
    const paragraph = (text: string) => text.replaceAll('\n', ' \n\n');
    const text = `HAGEN SOM MØTEPLASS \n\n \n\nFelles jord gir felles glede \n${paragraph(wrappedParagraph)} \n \n\nGod mat for alle \n${paragraph(wrappedParagraph)} \n`;
    expect(outlineOf(text)).toEqual([
      'title - | HAGEN SOM MØTEPLASS',
      'heading1 - | Felles jord gir felles glede',
      `paragraph - | ${wrappedParagraph.replaceAll('\n', ' ')}`,
      'heading1 - | God mat for alle',
      `paragraph - | ${wrappedParagraph.replaceAll('\n', ' ')}`,
    ]);
  });

  it('IW3 in a text that is not wrapped each line is a paragraph, but a line end in mid-sentence is none, and is reported', () => {
    const document = importText(
      'Plan for laget\n\nJorda skal være god og levende, og det krever arbeid hele året av alle. Derfor kommer dugnader.\nVannet skal samles i tønner, og ingen skal bruke slange om dagen når det er tørt.\n\n' +
        'Frøene deles ut om våren etter en liste som styret lager på sitt første møte i januar. Det\ngjelder også løk. Alle får like mye.\n',
    );
    expect(outline(document).slice(1)).toEqual([
      'paragraph - | Jorda skal være god og levende, og det krever arbeid hele året av alle. Derfor kommer dugnader.',
      'paragraph - | Vannet skal samles i tønner, og ingen skal bruke slange om dagen når det er tørt.',
      'paragraph - | Frøene deles ut om våren etter en liste som styret lager på sitt første møte i januar. Det gjelder også løk. Alle får like mye.',
    ]);
    expect(codesOf(document)).toEqual(['newline-in-sentence@7']);
  });

  const longLine = 'Medlemmene i laget har gjennom mange år bygget opp en stor og vakker hage midt i byen,';
  const hyphenated = (first: string, second: string) =>
    importText(
      `Om hagen\n\n${longLine}\nog de har hele tiden lagt vekt på å dele det de kan med hverandre og med nye ${first}\n${second} når det er behov for det. Slik har hagen blitt et sted som alle i byen\nkjenner og setter pris på gjennom hele året.\n`,
    );
  const textOf = (first: string, second: string) => hyphenated(first, second).blocks[1]?.block.text ?? '';

  it('IW4 a hyphen that divides a word at a line end goes; one that belongs to the word stays; a suspended one keeps its space', () => {
    expect(textOf('sam-', 'arbeid')).toContain('nye samarbeid når');
    expect(textOf('IKT-', 'løsninger')).toContain('nye IKT-løsninger når');
    expect(textOf('bær-', 'og fruktdyrkere')).toContain('nye bær- og fruktdyrkere når');
    // As readers of PDF files give the hyphens that a typesetter puts in by himself.
    expect(textOf('sam\u00ad', 'arbeid')).toContain('nye samarbeid når');
    expect(textOf('sam\u2010', 'arbeid')).toContain('nye samarbeid når');
    expect(textOf('IKT\u2010', 'løsninger')).toContain('nye IKT-løsninger når');
    expect(textOf('sam\u00adar\u00adbeids', 'lyst')).toContain('nye samarbeids lyst når');
    expect(textOf('2030-', 'målene')).toContain('nye 2030-målene når');
    expect(textOf('Anne-', 'Marie')).toContain('nye Anne-Marie når');
    expect(textOf('og/', 'eller')).toContain('nye og/eller når');
  });

  it('IW5 what the document itself writes decides over a hyphen; three equal consonants become two, and that is reported', () => {
    const elsewhere = (word: string, first: string, second: string) =>
      importText(
        `Om ${word}\n\n${longLine}\nog de har hele tiden lagt vekt på å dele det de kan med hverandre og med nye ${first}\n${second} når det er behov for det. Slik har hagen blitt et sted som alle i byen\nkjenner og setter pris på gjennom hele året.\n`,
      ).blocks[1]?.block.text;
    expect(elsewhere('ikke-medlemmer', 'ikke-', 'medlemmer')).toContain('nye ikke-medlemmer når');
    expect(elsewhere('nabohager', 'nabo-', 'hager')).toContain('nye nabohager når');
    const document = hyphenated('takk-', 'komiteer');
    expect(document.blocks[1]?.block.text).toContain('nye takkomiteer når');
    expect(codesOf(document)).toContain('consonant-dropped@5');
  });

  it('IW6 spelling, odd spaces before commas and stray marks of the author stay; runs of spaces become one', () => {
    const text = 'Plan\n\nHagen er åpen , men   porten er lukka.  . Det  er rart * men sant_\u00a0nok , altså.\n';
    expect(outlineOf(text)[1]).toBe(
      'paragraph - | Hagen er åpen , men porten er lukka. . Det er rart * men sant_ nok , altså.',
    );
  });

  it('IW8 an ordinal at a line end does not end a sentence that goes on with a small letter', () => {
    expect(textOf('dyrkere, som 1.', 'amanuensis')).toContain('som 1. amanuensis når');
    expect(textOf('dyrkere i 2031.', 'Kraner')).toContain('i 2031. Kraner når');
  });

  it('IW9 an address divided at a line end within a sentence is whole again, with its hyphen; a hyphen before a stroke goes', () => {
    expect(textOf('https://hagelaget.example/jord-og-', 'vann')).toContain(
      'https://hagelaget.example/jord-og-vann når',
    );
    expect(textOf('utsådd-', '/oppdatert')).toContain('utsådd/oppdatert når');
  });

  it('IW10 a dash at a line end joins it with the next', () => {
    const text = `Om hagen\n\n${wrappedParagraph}\n\nFrø og jord i byen 2031 -\nen felles plan\n${wrappedParagraph}\n`;
    expect(outlineOf(text)[2]).toBe('heading1 - | Frø og jord i byen 2031 - en felles plan');
  });

  it('IW7 text beside a picture, set in a narrow column, is one paragraph', () => {
    const wide = `${longLine} og alle\ner velkomne til å komme innom når porten står åpen på dagtid eller om kvelden hver dag\nfra april og til sent på høsten, og det er alltid noen der som kan svare på spørsmål.`;
    const narrow =
      'I fjor bygde laget et nytt\ndrivhus ved den gamle muren,\nog det har gitt mye glede til\nHagelaget og til alle naboene\nsom kommer forbi på vei hjem\nfra jobb.';
    expect(outlineOf(`Om hagen\n\n${wide}\n\n${narrow}\n\n${wide}\n`)[2]).toBe(
      `paragraph - | ${narrow.replaceAll('\n', ' ')}`,
    );
  });
});
