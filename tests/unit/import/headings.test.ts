import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { asImported, toImportJson } from '#shared/import';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import { readProgramFile, writeProgramFile } from '#shared/schema/programFile';
import { codesOf, importText, outline, outlineOf } from './importText';

describe('Headings, title, period, outcome', () => {
  it('IH1 short lines without a full stop before running text are headings, also where the text begins with the same words', () => {
    const document = importText(
      'HAGEN I VÅRE HJERTER\n\nBier er viktige\nBier er viktige for frukt og bær. Uten dem blir det lite mat på bordet til høsten.\n\nHvor går veien?\nVeien går mot flere hager i byen. Det er plass til mange, og det er mye å gjøre.\n',
    );
    expect(outline(document)).toEqual([
      'title - | HAGEN I VÅRE HJERTER',
      'heading1 - | Bier er viktige',
      'paragraph - | Bier er viktige for frukt og bær. Uten dem blir det lite mat på bordet til høsten.',
      'heading1 - | Hvor går veien?',
      'paragraph - | Veien går mot flere hager i byen. Det er plass til mange, og det er mye å gjøre.',
    ]);
    expect(codesOf(document)).toEqual(['heading-guessed@3', 'heading-guessed@6']);
  });

  it('IH2 words divided by tabs are a heading', () => {
    const text =
      'Innspill til plan\n\nHagelaget takker for muligheten til å komme med innspill til planen for byens grønne\nområder, og vil særlig peke på behovet for mer jord.\n Generelle\tinnspill\tom\tjord\t\nJord er grunnlaget for alt liv i hagen. Den må vernes mot nedbygging og forurensning.\n\nVann\t\nVann trengs hver dag. Laget ber om flere kraner.\n';
    expect(outlineOf(text).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 - | Generelle innspill om jord',
      'heading1 - | Vann',
    ]);
  });

  it('IH3 names and addresses in a row of short lines are no headings', () => {
    const text =
      'Brev fra laget\n\nHagelaget i byen\nStorgata 4\nPostboks 12\nKari Nordmann\n\nVi ber om flere kraner i hagen. Det haster, for sommeren er tørr og lang.\n';
    expect(outlineOf(text).some((line) => line.startsWith('heading'))).toBe(false);
  });

  it('IT1 the title is the first short line; its period is read and set without spaces', () => {
    for (const [printed, title] of [
      ['Arbeidsprogram for Hagelaget 2031 -2033', 'Arbeidsprogram for Hagelaget 2031-2033'],
      ['Arbeidsprogram for Hagelaget 2031–2033', 'Arbeidsprogram for Hagelaget 2031-2033'],
      ['Arbeidsprogram 2031/33 for Hagelaget', 'Arbeidsprogram 2031-2033 for Hagelaget'],
    ] as const) {
      const document = importText(`${printed}\n\nHagelaget er et lag for alle. Alle kan bli med i laget.\n`);
      expect(document.title).toBe(title);
      expect(document.period).toEqual({ from: '2031', to: '2033' });
      expect(document.blocks[0]?.block).toMatchObject({ kind: 'title', text: printed });
    }
  });

  it('IT2 a period on a line of its own is kept as other text, and read', () => {
    const document = importText(
      'Hagelagets program\n\n2031 – 2032\n\nHagelaget er et lag for alle. Alle kan bli med.\n',
    );
    expect(outline(document).slice(0, 2)).toEqual(['title - | Hagelagets program', 'other - | 2031 – 2032']);
    expect(document.period).toEqual({ from: '2031', to: '2032' });
  });

  it('IT3 without a title the name of the file stands in, and that is reported', () => {
    const document = importText(
      'Hagelaget er et lag for alle som vil dyrke mat. Alle kan bli med i laget når de vil.\n',
      'om hagen.txt',
    );
    expect(document.title).toBe('om hagen');
    expect(document.period).toBeNull();
    expect(codesOf(document)).toEqual(['title-missing@-']);
  });

  it('IT4 the outcome is a field of its own', () => {
    const text =
      'Hagelagets program\n\nHagelaget er et lag for alle. Alle kan bli med i laget.\n\nEnstemmig vedtatt.\n';
    expect(importText(text)).toMatchObject({ outcome: 'Enstemmig vedtatt.', organisation: 'Hagelaget' });
  });

  it('IT4 the outcome at the end is reported and is no part of the text', () => {
    const document = importText(
      'Prinsipper for laget\n\nJord er liv. Laget vil verne all jord som kan dyrkes.\n\nEnstemmig vedtatt.\n',
    );
    expect(outline(document)).toHaveLength(2);
    expect(document.report).toEqual([
      { severity: 'info', code: 'outcome', line: 5, params: { text: 'Enstemmig vedtatt.' } },
    ]);
  });

  it('IT7 whose programme it is stands in the title', () => {
    for (const [title, organisation] of [
      ['Arbeidsprogram for Hagelaget 2031–2033', 'Hagelaget'],
      ['Hagelagets arbeidsprogram 2031-2033', 'Hagelaget'],
      ['Arbeidsprogram 2031–2033 for Den norske hageforening', 'Den norske hageforening'],
      ['Den norske hageforenings nye politiske plattform', 'Den norske hageforening'],
      ['Norges hagelags prinsipp- og handlingsprogram (2031/33)', 'Norges hagelag'],
      ['NHLs strategiplan 2031–2035', 'NHL'],
      ['NHL arbeidsprogram 2031–2033', 'NHL'],
      ['Høringsutkast til Hagelagets arbeidsprogram 2031–2033', 'Hagelaget'],
      ['Politisk program for Norsk hagelag', 'Norsk hagelag'],
      ['Program for Hagelaget i perioden 2031–2033, vedtatt på årsmøtet', 'Hagelaget'],
      ['Norsk hagelag – arbeidsprogram 2031–2033', 'Norsk hagelag'],
      ['Arbeidsprogram: Unge dyrkeres forbund', 'Unge dyrkeres forbund'],
      ['Hagelagets innspill til nasjonal jordvernplan', 'Hagelaget'],
      ['Arbeidsprogram for Noregs hagelag 2031–2033', 'Noregs hagelag'],
      ['Noregs hagelag sitt arbeidsprogram 2031-2033', 'Noregs hagelag'],
      ['Handlingsplanen til Ungdomslaget', 'Ungdomslaget'],
      ['Work programme of the Garden Society 2031–2033', 'The Garden Society'],
      ['The Garden Society’s work programme 2031–2033', 'The Garden Society'],
      ["The Garden Society's Strategic Plan 2031-2035", 'The Garden Society'],
      ['Strategic plan for Growers United', 'Growers United'],
      ['Jord og vann for alle', null],
      ['Program for likestilling 2031–2033', null],
      ['Vårt arbeidsprogram 2031–2033', null],
      ['Strategisk plan 2031–2035', null],
    ] as const)
      expect(importText(`${title}\n\nHagelaget er et lag for alle. Alle kan bli med i laget.\n`).organisation).toBe(
        organisation,
      );
    const body = 'Hagelaget er et lag for alle. Alle kan bli med i laget.\n';
    expect(importText(`Norges hagelag\nArbeidsprogram\n2031–2033\n\n${body}`).organisation).toBe('Norges hagelag');
  });

  it('IT7 it stays with the programme, as the outcome does', () => {
    const document = importText(
      'Hagelagets program\n\nHagelaget er et lag for alle. Alle kan bli med i laget.\n\nEnstemmig vedtatt.\n',
    );
    const said = { organisation: 'Hagelaget', outcome: 'Enstemmig vedtatt.' };
    expect(toImportJson(document, 'nb')).toMatchObject(said);
    const programme = newProgrammeFrom(document, {
      clock: { now: () => '2031-01-01T00:00:00.000Z' },
      ids: countingIds('p'),
    });
    const read = readProgramFile(writeProgramFile(programme));
    const [revision] = programme.revisions;
    if (!read.ok || revision === undefined) throw new Error('a programme expected');
    expect(toImportJson(asImported(revision, read.value.importReport), 'nb')).toMatchObject(said);
  });

  it('IH8 where nothing else tells, headings that begin a page and open as chapters do are chapters', () => {
    const tabbed = (name: string): string => `${name.replaceAll(' ', '\t')}\t\n`;
    const chapter = (name: string, under: string) =>
      `\f${tabbed(name)}Laget mener:\n\n• God jord er viktig.\n• Rent vann er viktig.\n\nAlle skal få dyrke sin egen mat i byen.\n\n${tabbed(under)}Her er det mye som kan gjøres, og laget vil gjøre det.\n`;
    const text = `Hagelagets innspill\n\nLaget takker for at det kan si sin mening.\n${chapter('Jord og kompost', 'Kompost')}${chapter('Vann og regn', 'Tørre somre')}${chapter('Frø og planter', 'Gamle sorter')}\f${tabbed('Nye sorter')}Nye sorter tåler tørke bedre enn de gamle.\n`;
    expect(outlineOf(text).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 - | Jord og kompost',
      'heading2 - | Kompost',
      'heading1 - | Vann og regn',
      'heading2 - | Tørre somre',
      'heading1 - | Frø og planter',
      'heading2 - | Gamle sorter',
      'heading2 - | Nye sorter',
    ]);
  });

  it('IT5 the language is told by its small words', () => {
    expect(
      importText('Plan\n\nVi vil ikke bare dyrke mat, vi vil også lære av hverandre og være sammen.\n').language,
    ).toBe('nb');
    expect(
      importText('Plan\n\nVi vil ikkje berre dyrke mat, vi vil òg lære av kvarandre og vere saman i ein hage.\n')
        .language,
    ).toBe('nn');
    expect(
      importText(
        'Plan\n\nThe garden is for all of us, and we will share the water and the tools with our neighbours.\n',
      ).language,
    ).toBe('en');
  });

  it('IT5 a short text is Norwegian, Bokmål where little tells, and a word that English has too tells nothing', () => {
    const languageOf = (text: string) => importText(text).language;
    expect(languageOf('Program 2031–2033\n\n1. Kap\nVi vil:\n1. At to ting skjer.\n')).toBe('nb');
    expect(languageOf('To hager\n')).toBe('nb');
    expect(
      languageOf(
        'Plan\n\nVi støtter «The Garden of Eden and the Fall» i år. Det er gøy. Vi skal ha det på plakaten.\n',
      ),
    ).toBe('nb');
    expect(languageOf('Plan\n\n1. Eit betre lag\nLaget vil:\n1. At alle får vere med\n')).toBe('nn');
    expect(languageOf('Plan\n\nWe will share the tools with all of our members.\n')).toBe('en');
  });

  it('IR1 a document that ends in mid-sentence is reported with its last line', () => {
    const document = importText(
      'Plan for laget\n\nHagelaget vil:\n\n1. Så frø tidlig.\n2. Vanne ofte.\n3. Høste sent.\n4. Dele maten med alle som bor i\n',
    );
    expect(document.report).toEqual([
      { severity: 'warning', code: 'truncated-ending', line: 8, params: { text: 'alle som bor i' } },
    ]);
    expect(codesOf(importText('Plan for laget\n\nHagelaget vil:\n\n- Så frø\n- Vanne ofte\n- Høste sent\n'))).toEqual(
      [],
    );
  });

  it('IR2 page numbers, addresses, captions, contents and rows of tables are kept as other text', () => {
    const text =
      'Melding fra laget\n\nJord ........ 3\nVann ........ 5\n\nHagen har vokst mye de siste årene. Det er bra for alle.\n\n17\n\nhttps://hagelaget.example/jord\n\nNYTT DRIVHUS: Laget bygde i fjor. Foto: Kari Nordmann\n\nFrø     12     40\nLøk     3     15\n\nLaget takker alle som hjalp til. Det var moro.\n';
    expect(outlineOf(text).filter((line) => line.startsWith('other'))).toEqual([
      'other - | Jord ........ 3',
      'other - | Vann ........ 5',
      'other - | 17',
      'other - | https://hagelaget.example/jord',
      'other - | NYTT DRIVHUS: Laget bygde i fjor. Foto: Kari Nordmann',
      'other - | Frø 12 40',
      'other - | Løk 3 15',
    ]);
  });

  it('IR3 running heads and the numbers of pages are kept as other text and do not divide what runs over the page', () => {
    const head = 'Hagelaget                                   Arbeidsprogram 2030-2032';
    const text =
      `${head}\n\n\n           Arbeidsprogram for Hagelaget\n                  2030–2032\n\n1   Jord\n\nGod jord er grunnlaget for alt som vokser i hagen, og laget vil derfor legge stor\nvekt på å verne den i hele perioden som kommer, og særlig der det er planer om å\n\n                                      1\n\f${head}\n\n` +
      `bygge nye veier. Jorda må vernes av alle.\n\nHagelaget vil arbeide for:\n\n  1. At jorda testes hvert år av noen som kan det, slik at alle vet hva som\n     trengs av kalk og gjødsel.\n\n                                      2\n\f${head}\n\n  2. At gift ikke brukes.\n\n                                      3\n`;
    expect(outlineOf(text).filter((line) => !line.startsWith('other'))).toEqual([
      'title - | Arbeidsprogram for Hagelaget',
      'heading1 1 | Jord',
      'paragraph - | God jord er grunnlaget for alt som vokser i hagen, og laget vil derfor legge stor vekt på å verne den i hele perioden som kommer, og særlig der det er planer om å bygge nye veier. Jorda må vernes av alle.',
      'leadIn - | Hagelaget vil arbeide for:',
      'point 1 | At jorda testes hvert år av noen som kan det, slik at alle vet hva som trengs av kalk og gjødsel.',
      'point 2 | At gift ikke brukes.',
    ]);
  });

  it('IH4 paragraph signs number headings; «Kapittel 1» is one', () => {
    expect(
      outlineOf(
        'Vedtekter for Hagelaget\n\n§ 1 Formål\n\nHagelaget skal fremme dyrking av mat i byen.\n\n§ 2 Medlemskap\n\nAlle kan bli medlem i laget når de vil.\n',
      ).slice(1),
    ).toEqual([
      'heading1 § 1 | Formål',
      'paragraph - | Hagelaget skal fremme dyrking av mat i byen.',
      'heading1 § 2 | Medlemskap',
      'paragraph - | Alle kan bli medlem i laget når de vil.',
    ]);
    expect(
      outlineOf('Plattform for laget\n\nKapittel 1: Jord\n\nJord er viktig for Hagelaget. Den skal vernes.\n')[1],
    ).toBe('heading1 - | Kapittel 1: Jord');
  });

  it('IH5 a short label over a list is its heading', () => {
    expect(
      outlineOf(
        'Plan for laget\n\nHagen er åpen for alle. Den har mange mål.\n\nDelmål\n\n- Mer jord\n- Flere bier\n',
      )[2],
    ).toBe('heading1 - | Delmål');
  });

  const paragraph =
    'Hagelaget er et fellesskap for alle som vil dyrke egen mat i byen, og som ønsker å lære av\nhverandre gjennom hele året. Medlemmene deler jord, vann og redskap.\n';

  it('IH6 straight under a full line that ends a sentence, and straight over text, a short line is a heading', () => {
    const closed = 'Arbeidet med nye parseller er kommet langt, og de skal være klare til bruk våren i 2032.\n';
    expect(outlineOf(`Årsmelding\n\n${paragraph}\n${closed}Nytt kurs i kompost\nEt nytt kurs ${paragraph}`)).toEqual([
      'title - | Årsmelding',
      `paragraph - | ${paragraph.trim().replace('\n', ' ')}`,
      `paragraph - | ${closed.trim()}`,
      'heading1 - | Nytt kurs i kompost',
      `paragraph - | Et nytt kurs ${paragraph.trim().replace('\n', ' ')}`,
    ]);
  });

  it('IH6 a full line over a sentence that takes up its first word is a heading', () => {
    const heading = 'Kranen i parken og spørsmålet om hvem som skal betale for vannet gjennom hele sommeren';
    const text = `Årsmelding\n\n${paragraph}\n${heading}\nKranene er gamle, og ${paragraph}`;
    expect(outlineOf(text)[2]).toBe(`heading1 - | ${heading}`);
  });

  it('IH7 a heading may begin with a name in small and large letters, straight under another heading', () => {
    const text = `Årsmelding\n\n1 Møter\n\n1.1 Styremøter\n${paragraph}\n1.2 Hagedager\neHage 2031\n${paragraph}`;
    expect(outlineOf(text).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 1 | Møter',
      'heading2 1.1 | Styremøter',
      'heading2 1.2 | Hagedager',
      'heading3 - | eHage 2031',
    ]);
  });

  it('IT6 on a cover of several lines the title is the one above the period', () => {
    expect(
      outlineOf(
        'Høringsutkast\nProgram for Hagelaget\n2030-2032\n\nForord\n\nDette er et utkast. Alle kan si sin mening om det.\n',
      ),
    ).toEqual([
      'other - | Høringsutkast',
      'title - | Program for Hagelaget',
      'other - | 2030-2032',
      'heading1 - | Forord',
      'paragraph - | Dette er et utkast. Alle kan si sin mening om det.',
    ]);
  });

  it('IH9 where the first heading stands in capitals, the others stand under those in capitals', () => {
    const text = 'Hagen ligger midt i byen, og alle kan komme dit. Den er åpen hele året.\n\n';
    expect(
      outlineOf(`Plan for laget\n\nJORD OG VANN\n\n${text}Nå\n\n${text}Siden\n\n${text}SOL OG VIND\n\n${text}`).filter(
        (line) => line.startsWith('heading'),
      ),
    ).toEqual(['heading1 - | JORD OG VANN', 'heading2 - | Nå', 'heading2 - | Siden', 'heading1 - | SOL OG VIND']);
  });
});
