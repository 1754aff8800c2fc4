import { describe, expect, it } from 'vitest';
import { importText, outline, outlineOf } from './importText';

const before =
  'Hagelaget har gjennom mange år bygget opp en stor og vakker hage midt i byen, og alle som \nhar lyst kan bli med på det. Styret har sørget for at jord og vann er gratis for dem som bor \nher, og at redskapene blir holdt ved like.  \n';
const sentence = [
  'Laget har bedt kommunen om flere kraner i parken, og om at de som har parsell der får',
  'tilgang til dem hele sommeren.',
] as const;
const whole = sentence.join(' ');
const after =
  'Kommunen har svart at det blir bygget tre nye kraner i løpet av våren, og at de som vil kan \nfå låne slange og tønner til da. Dette er laget glad for.  \n';
const blocksOf = (text: string) => outlineOf(`Hagelagets årsmelding\n\n${before}\n${text}\n${after}`).slice(2, -1);

describe('What stands beside the text', () => {
  const captions =
    'VÅRDUGNAD: Kari Nes ved kompost-\nbingen som ble satt opp i mai.\nFoto: Hagelaget\n\nNYTT SKUR: Ola Vik, nestleder i laget, på\n12. juni i år. Foto Nabolaget\n';

  it('IR4 all lines of a caption that opens in capitals and ends in the name of who took the picture are one text', () => {
    expect(blocksOf(captions)).toEqual([
      'other - | VÅRDUGNAD: Kari Nes ved kompostbingen som ble satt opp i mai. Foto: Hagelaget',
      'other - | NYTT SKUR: Ola Vik, nestleder i laget, på 12. juni i år. Foto Nabolaget',
    ]);
  });

  it('IR4 where a document has such captions, one without a name is one too; a lead-in in capitals is none', () => {
    expect(
      blocksOf(
        `${captions}\nFRØDAGEN: Mange kom for å bytte\nfrø og kunnskap.\n\nVI VIL HA:\n- flere kraner\n- bedre jord\n`,
      ).slice(2),
    ).toEqual([
      'other - | FRØDAGEN: Mange kom for å bytte frø og kunnskap.',
      'leadIn - | VI VIL HA:',
      'point - | flere kraner',
      'point - | bedre jord',
    ]);
    expect(blocksOf('MERK: Vannet er stengt om vinteren i hele parken.\n')).toEqual([
      'paragraph - | MERK: Vannet er stengt om vinteren i hele parken.',
    ]);
  });

  it('IR4 a caption straight under a line of text does not divide the sentence, and stands after it', () => {
    expect(
      blocksOf(`${sentence[0]} \n NYTT SKUR: Bildet viser skuret den\n12. juni. Foto: Laget\n\n\n${sentence[1]} \n`),
    ).toEqual([`paragraph - | ${whole}`, 'other - | NYTT SKUR: Bildet viser skuret den 12. juni. Foto: Laget']);
  });

  it('IR4 what stands over or under a figure is kept as other text', () => {
    expect(blocksOf('Figur 3: Medlemmer i laget\n\nKilde: Årsmeldingen\n')).toEqual([
      'other - | Figur 3: Medlemmer i laget',
      'other - | Kilde: Årsmeldingen',
    ]);
  });

  it('IR5 links and the number of a page in the middle of a sentence do not divide it', () => {
    expect(blocksOf(`${sentence[0]} \n\nhttps://hagelaget.example/kraner\n\n\n30 \n \n\n${sentence[1]} \n`)).toEqual([
      `paragraph - | ${whole}`,
      'other - | https://hagelaget.example/kraner',
      'other - | 30',
    ]);
  });

  it('IR5 so does a running head, though it stands there only once; a chapter after links is one', () => {
    expect(blocksOf(`${sentence[0]} \n\n7\n\fÅrsmelding for laget\n\n${sentence[1]} \n`)).toEqual([
      `paragraph - | ${whole}`,
      'other - | 7',
      'other - | Årsmelding for laget',
    ]);
    const chapters = `1 Jord\n\n${before}\nMer om dette står på nettsidene til laget, der de som vil kan lese alt om jord og om planter\n\nhttps://hagelaget.example/jord\n\n2 Vann\n\n${before}`;
    expect(outlineOf(`Hagelagets årsmelding\n\n${chapters}`).filter((line) => line.startsWith('heading'))).toEqual([
      'heading1 1 | Jord',
      'heading1 2 | Vann',
    ]);
  });

  it('IR6 rows of a table that have become lines are all other text: alike, one under the other, none a sentence', () => {
    expect(
      blocksOf('9. april     Felles møte\n\n2. mai  Jord og vann\n\n3. – 4. juni  Frø\n\n20. juni  Avslutning\n'),
    ).toEqual([
      'other - | 9. april Felles møte',
      'other - | 2. mai Jord og vann',
      'other - | 3. – 4. juni Frø',
      'other - | 20. juni Avslutning',
    ]);
    expect(
      blocksOf('Lokallag 19\nParseller 407\nSkolehager 1\nKraner 4\n').every((line) => line.startsWith('other')),
    ).toBe(true);
    const chart =
      'Lokallag\n19\n\nSkolehager\n7\n\nÅrsmøtet\n156 dyrkere\n\nStyret\n9\n\nFrøutvalget\n\nVannutvalget\n';
    expect(blocksOf(chart).every((line) => line.startsWith('other'))).toBe(true);
  });

  it('IR4 IR5 IR6 no letter of them is lost', () => {
    const text = `${captions}\n${sentence[0]} \n\nhttps://hagelaget.example/kraner\n\n${sentence[1]} \n`;
    const letters = (of: string) => Array.from(of.replace(/[\s-]/g, '')).sort().join('');
    expect(
      letters(
        importText(text)
          .blocks.map(({ block }) => block.text)
          .join(''),
      ),
    ).toBe(letters(text));
    expect(outline(importText(text)).length).toBeGreaterThan(2);
  });

  it('IR7 so it is in Markdown, where the list calls itself a heading', () => {
    const text =
      '# Plan for laget\n\n# **INNHOLDSFORTEGNELSE**\n\n[1\\. JORD 3](#1.-jord)\n\n[1.1 VANN 7](#1.1-vann)\n\n# 1\\. JORD\n\nHagen ligger midt i byen.\n\n## 1.1 VANN\n\nVann er dyrt.\n';
    expect(outlineOf(text)).toEqual([
      'title - | Plan for laget',
      'other - | INNHOLDSFORTEGNELSE',
      'other - | 1. JORD 3',
      'other - | 1.1 VANN 7',
      'heading1 1 | JORD',
      'paragraph - | Hagen ligger midt i byen.',
      'heading2 1.1 | VANN',
      'paragraph - | Vann er dyrt.',
    ]);
  });

  it('IR7 rows of a list of contents are kept and count for nothing', () => {
    const body = (n: number, name: string) =>
      `${String(n)} ${name}\n\nHagen ligger midt i byen. Alle kan komme dit.\n\n`;
    const chapters = `${body(1, 'Jord')}${body(2, 'Vann og sol')}${body(3, 'Vind')}`;
    for (const rows of [
      ['1 Jord ........ 3', '2 Vann og sol ........ 4', '3 Vind ........ 12'],
      ['1 Jord 3', '2 Vann og sol 4', '3 Vind 12'],
      ['1 Jord', '2 Vann og sol', '3 Vind'],
    ])
      expect(outlineOf(`Plan for laget\n\nInnhold\n${rows.join('\n')}\n\n${chapters}`)).toEqual([
        'title - | Plan for laget',
        'other - | Innhold',
        ...rows.map((row) => `other - | ${row}`),
        'heading1 1 | Jord',
        'paragraph - | Hagen ligger midt i byen. Alle kan komme dit.',
        'heading1 2 | Vann og sol',
        'paragraph - | Hagen ligger midt i byen. Alle kan komme dit.',
        'heading1 3 | Vind',
        'paragraph - | Hagen ligger midt i byen. Alle kan komme dit.',
      ]);
  });
});
