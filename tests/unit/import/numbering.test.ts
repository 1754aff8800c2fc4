import { describe, expect, it } from 'vitest';
import { codesOf, importText, outline, outlineOf } from './importText';

describe('Numbers: chapters, points and numbers in sentences', () => {
  it('IN1 chapters count through while points restart, with and without indent', () => {
    for (const indent of ['', ' ', '  ']) {
      const point = (n: number, text: string) => `${indent}${String(n)}. ${text}\n`;
      const text =
        'Arbeidsprogram for Hagelaget 2031-2033\n\n1. Jord og kompost\n\nGod jord gir gode avlinger. Laget vil dele kunnskap om jord.\n\n' +
        `Hagelaget vil arbeide for:\n\n${point(1, 'At alle parseller får kompost.')}${point(2, 'Å teste jorda hvert år.')}` +
        '\n2. Vann\n\nVann er en knapp ressurs om sommeren.\n\nHagelaget vil arbeide for:\n\n' +
        `${point(1, 'Å samle regnvann.')}${point(2, 'Gode pumper.')}${point(3, 'At slanger ikke lekker.')}` +
        `\n3. Verktøy\n\nGodt verktøy varer lenge.\n\nHagelaget vil arbeide for:\n\n${point(1, 'Et felles verktøylager.')}`;
      expect(outlineOf(text)).toEqual([
        'title - | Arbeidsprogram for Hagelaget 2031-2033',
        'heading1 1 | Jord og kompost',
        'paragraph - | God jord gir gode avlinger. Laget vil dele kunnskap om jord.',
        'leadIn - | Hagelaget vil arbeide for:',
        'point 1 | At alle parseller får kompost.',
        'point 2 | Å teste jorda hvert år.',
        'heading1 2 | Vann',
        'paragraph - | Vann er en knapp ressurs om sommeren.',
        'leadIn - | Hagelaget vil arbeide for:',
        'point 1 | Å samle regnvann.',
        'point 2 | Gode pumper.',
        'point 3 | At slanger ikke lekker.',
        'heading1 3 | Verktøy',
        'paragraph - | Godt verktøy varer lenge.',
        'leadIn - | Hagelaget vil arbeide for:',
        'point 1 | Et felles verktøylager.',
      ]);
    }
  });

  it('IN2 a last point «13.» followed by chapter «10.», and a last point «3.» followed by chapter «4.»', () => {
    const chapter = (n: number, points: number) =>
      `${String(n)}. Tema nummer ${'x'.repeat(n)}\n\nHer står en innledning til temaet.\n\nLaget vil:\n\n` +
      Array.from({ length: points }, (_, i) => `${String(i + 1)}. Arbeide med oppgave ${'y'.repeat(i + 1)}.\n`).join(
        '',
      );
    const counts = [2, 1, 3, 4, 2, 3, 5, 8, 13, 2];
    const text = `Program for Hagelaget\n\n${counts.map((points, i) => chapter(i + 1, points)).join('\n')}`;
    const blocks = importText(text).blocks;
    expect(blocks.filter(({ block }) => block.kind === 'heading').map(({ number }) => number)).toEqual(
      counts.map((_, i) => String(i + 1)),
    );
    expect(blocks.filter(({ block }) => block.kind === 'point').map(({ number }) => number)).toEqual(
      counts.flatMap((points) => Array.from({ length: points }, (_, i) => String(i + 1))),
    );
  });

  it('IN3 dates, percentages and amounts at the head of a line are no items', () => {
    const text =
      'Hagelagets plan\n\nLaget ble stiftet for lenge siden. Frist for innspill er\n31. desember hvert år, og svar gis innen februar.\n\n' +
      'Om lag halvparten av parsellene er i bruk.\n\n40 % av medlemmene dyrker grønnsaker. Resten dyrker blomster.\n\n' +
      '12. mai åpner hagen for alle. Da er det fest.\n\n3 200 kroner er satt av til frø. Det er nok.\n';
    const document = importText(text);
    expect(document.blocks.every(({ block }) => block.kind === 'paragraph' || block.kind === 'title')).toBe(true);
    expect(document.blocks.some(({ block }) => block.text.includes('er 31. desember hvert år'))).toBe(true);
  });

  it('IN4 sections «1.1», «1.1.1» become levels; target numbers that do not continue them are points', () => {
    const text =
      'Årsmelding for Hagelaget\n\n1 HAGENS ARBEID\n\n1.1 Satsing på bier\n\nStyret valgte bier som satsing for perioden. Målene var disse.\n\nMål en\n' +
      'Biene skal trives i hagen hele sommeren.\n\n1.1 Flere blomster langs gjerdet\n1.2 Vann i tørre uker\n\n1.2 Satsing på trær\n\n' +
      'Trærne er gamle og trenger stell. Det tar tid.\n\n1.2.1 Beskjæring\n\nBeskjæring gjøres om vinteren. Da sover treet.\n\n2 ØKONOMI\n\nØkonomien er god. Det skyldes dugnad.\n';
    expect(outlineOf(text).filter((line) => /^(heading|point)/.test(line))).toEqual([
      'heading1 1 | HAGENS ARBEID',
      'heading2 1.1 | Satsing på bier',
      'heading3 - | Mål en',
      'point 1.1 | Flere blomster langs gjerdet',
      'point 1.2 | Vann i tørre uker',
      'heading2 1.2 | Satsing på trær',
      'heading3 1.2.1 | Beskjæring',
      'heading1 2 | ØKONOMI',
    ]);
  });

  it('IN5 letters, brackets and points with a parenthesis count as points', () => {
    expect(
      outlineOf(
        'Vedtekter for Hagelaget\n\nLaget skal:\n\na) holde hagen åpen.\nb) dele frø.\nc) leie ut redskap.\n\nStyret skal:\n\n(1) Møtes hver måned.\n(2) Føre protokoll.\n',
      ),
    ).toEqual([
      'title - | Vedtekter for Hagelaget',
      'leadIn - | Laget skal:',
      'point a | holde hagen åpen.',
      'point b | dele frø.',
      'point c | leie ut redskap.',
      'leadIn - | Styret skal:',
      'point 1 | Møtes hver måned.',
      'point 2 | Føre protokoll.',
    ]);
  });

  it('IN6 points numbered under their chapter («2.1») are points, one after the other', () => {
    const text =
      'Plan\n\n1. Bær\n\nHagelaget vil:\n\n1.1 At bringebær plantes langs muren.\n1.2 Å plukke rips sammen.\n\n2. Urter\n\nHagelaget vil:\n\n2.1 Ha mynte ved inngangen.\n2.2 Å tørke timian.\n';
    expect(outlineOf(text)).toEqual([
      'title - | Plan',
      'heading1 1 | Bær',
      'leadIn - | Hagelaget vil:',
      'point 1.1 | At bringebær plantes langs muren.',
      'point 1.2 | Å plukke rips sammen.',
      'heading1 2 | Urter',
      'leadIn - | Hagelaget vil:',
      'point 2.1 | Ha mynte ved inngangen.',
      'point 2.2 | Å tørke timian.',
    ]);
  });

  it('IN7 a jump in the numbering is kept as printed and reported', () => {
    const document = importText('Plan for laget\n\nLaget vil:\n\n1. Så frø.\n2. Vanne.\n4. Høste.\n5. Spise.\n');
    expect(outline(document).slice(2)).toEqual([
      'point 1 | Så frø.',
      'point 2 | Vanne.',
      'point 4 | Høste.',
      'point 5 | Spise.',
    ]);
    expect(codesOf(document)).toContain('numbering-gap@7');
    expect(document.blocks.map(({ block }) => block.marker)).toEqual([null, null, 'auto', 'auto', '4', 'auto']);
  });

  it('IN8 without any blank line or indent a number with text under it is the next chapter, not the next point', () => {
    expect(
      outlineOf(
        'Program for Hagelaget\n1. Jord\nGod jord er viktig for alle. Laget vil verne den.\nHagelaget vil:\n1. Grave\n2. Vann\nVann er knapt om sommeren. Det må deles.\nHagelaget vil:\n1. Samle regnvann\n2. Bygge tønner\n3. Redskap\nRedskap er dyrt. Laget kjøper inn.\nHagelaget vil:\n1. Ha et lager\n',
      ).filter((line) => /^(heading|point)/.test(line)),
    ).toEqual([
      'heading1 1 | Jord',
      'point 1 | Grave',
      'heading1 2 | Vann',
      'point 1 | Samle regnvann',
      'point 2 | Bygge tønner',
      'heading1 3 | Redskap',
      'point 1 | Ha et lager',
    ]);
  });

  it('IN9 a list inside a list does not end the outer one', () => {
    expect(
      outlineOf(
        'Plan for laget\n\nHagelaget skal:\n\n1. Jord\n   a) Teste jorda\n   b) Lage kompost\n2. Vann\n   a) Samle regn\n   b) Dele vann\n3. Redskap\n',
      ).slice(1),
    ).toEqual([
      'leadIn - | Hagelaget skal:',
      'point 1 | Jord',
      'point a | Teste jorda',
      'point b | Lage kompost',
      'point 2 | Vann',
      'point a | Samle regn',
      'point b | Dele vann',
      'point 3 | Redskap',
    ]);
  });

  it('IN10 a number printed twice in a row is a point each time, with its number, and is reported', () => {
    const ones = importText(
      'Plan for laget 2031–2033\n\n1. Jord\nVi vil:\n1. At vi graver.\n1. At vi sår.\n1. At vi vanner.\n',
    );
    expect(outline(ones).slice(1)).toEqual([
      'heading1 1 | Jord',
      'leadIn - | Vi vil:',
      'point 1 | At vi graver.',
      'point 1 | At vi sår.',
      'point 1 | At vi vanner.',
    ]);
    expect(codesOf(ones)).toEqual(['numbering-duplicate@6', 'numbering-duplicate@7']);
    expect(ones.blocks.map(({ block }) => block.marker)).toEqual([null, 'auto', null, 'auto', '1', '1']);

    const inserted = importText(
      'Plan for laget\n\n1. Jord\nJord er godt. Det vet vi.\nVi vil:\n1. Grave\n2. Så\n2. Vanne\n3. Luke\n2. Vann\nVann er knapt. Det vet vi.\nVi vil:\n1. Helle\n2. Samle\n2. Spare\n',
    );
    expect(outline(inserted).filter((line) => /^(heading|point)/.test(line))).toEqual([
      'heading1 1 | Jord',
      'point 1 | Grave',
      'point 2 | Så',
      'point 2 | Vanne',
      'point 3 | Luke',
      'heading1 2 | Vann',
      'point 1 | Helle',
      'point 2 | Samle',
      'point 2 | Spare',
    ]);
    expect(codesOf(inserted)).toEqual(['numbering-duplicate@8', 'numbering-duplicate@15']);
  });

  it('IN10 in loose lists, under chapters without a lead-in, and in lists in lists alike', () => {
    expect(
      outlineOf(
        'Plan for laget\n\n1. Jord\n\n 1. Grave\n\n 1. Så\n\n 1. Vanne\n\n2. Vann\n\n 1. Helle\n\n 2. Samle\n\n 2. Spare\n\n 3. Drikke\n',
      ).slice(1),
    ).toEqual([
      'heading1 1 | Jord',
      'point 1 | Grave',
      'point 1 | Så',
      'point 1 | Vanne',
      'heading1 2 | Vann',
      'point 1 | Helle',
      'point 2 | Samle',
      'point 2 | Spare',
      'point 3 | Drikke',
    ]);
    const nested = importText(
      'Plan for laget\n\nVi vil:\n\n1. Jord\n   a) grave\n   b) så\n2. Vann\n   a) helle\n   a) spare\n2. Sol\n   a) sole\n3. Vind\n',
    );
    expect(nested.blocks.slice(2).map(({ number }) => number)).toEqual('1 a b 2 a a 2 a 3'.split(' '));
    expect(codesOf(nested)).toEqual(['numbering-duplicate@10', 'numbering-duplicate@11']);
  });

  it('IN12 the section that is due is a heading also straight under an item without an end, and over several lines', () => {
    const text =
      'Årsmelding\n\n1 Kurs\n\n1.1 Jord\n\n1.1.1 Kurs for nye\nLaget holdt åtte kurs for nye dyrkere i perioden, og det var venteliste til alle sammen hele tiden:\n\n• Kurs i kompost ble holdt to ganger\n• Per 31.12 var det registrert 160 grupper i hele laget, og av dem var 101 nye i år 2031\n' +
      '1.1.2 Godkjenning av dem som leder kurs i beskjæring, i poding, i såing og i bruk av\n            redskaper og kraner\nI 2031 ble ni ledere godkjent, og to av dem har holdt kurs allerede. Laget takker dem for det, og\nvil ha flere.\n\n1.1.3 Vann\n\nLaget har bedt om flere kraner.\n';
    expect(outlineOf(text).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 1 | Kurs',
      'heading2 1.1 | Jord',
      'heading3 1.1.1 | Kurs for nye',
      'heading3 1.1.2 | Godkjenning av dem som leder kurs i beskjæring, i poding, i såing og i bruk av redskaper og kraner',
      'heading3 1.1.3 | Vann',
    ]);
  });

  it('IN11 a chapter put in without renumbering is a chapter', () => {
    const chapter = (number: number, name: string) =>
      `${String(number)}. ${name}\n\nHer står det noe om temaet. Det er viktig for laget.\n\n`;
    const document = importText(
      `Plan for laget\n\n${chapter(1, 'Jord')}${chapter(2, 'Vann')}${chapter(2, 'Sol')}${chapter(3, 'Vind')}`,
    );
    expect(outline(document).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 1 | Jord',
      'heading1 2 | Vann',
      'heading1 2 | Sol',
      'heading1 3 | Vind',
    ]);
    expect(codesOf(document)).toEqual(['numbering-duplicate@11']);
  });

  it('IN13 chapters «1.» over sections «1.1» straight over their text are headings', () => {
    const chapter = (n: number, name: string) =>
      `${String(n)}. ${name}\nHagen ligger midt i byen. Alle kan komme dit.\n\n${String(n)}.1 Nå\nJorden er god. Den må vernes.\n\n${String(n)}.2 Siden\nVann er dyrt. Laget betaler.\n\n`;
    expect(
      outlineOf(`Plan for laget\n\n${chapter(1, 'Jord')}${chapter(2, 'Vann')}`).filter((line) =>
        /^(?:heading|point)/.test(line),
      ),
    ).toEqual([
      'heading1 1 | Jord',
      'heading2 1.1 | Nå',
      'heading2 1.2 | Siden',
      'heading1 2 | Vann',
      'heading2 2.1 | Nå',
      'heading2 2.2 | Siden',
    ]);
  });
});
