import { describe, expect, it } from 'vitest';
import { codesOf, importText, outline, outlineOf } from './importText';

describe('Bullets and lead-ins', () => {
  it('IB1 every kind of bullet is a point; signs of symbol fonts are printed as what they showed', () => {
    const bullets: readonly (readonly [string, string])[] = [
      ['•', '•'],
      ['-', '-'],
      ['–', '–'],
      ['*', '*'],
      ['\uf0b7', '•'],
      ['\uf0a7', '▪'],
      ['\uf0d8', '➢'],
      ['▪', '▪'],
      ['o', 'o'],
      ['\u0095', '•'],
      ['\u0007', '•'],
    ];
    for (const [sign, printed] of bullets) {
      expect(
        outlineOf(
          `Plan for laget\n\nHagelaget vil:\n\n${sign} Så frø tidlig\n${sign} Vanne ofte\n${sign} Høste sent\n`,
        ),
      ).toEqual([
        'title - | Plan for laget',
        'leadIn - | Hagelaget vil:',
        `point ${printed} | Så frø tidlig`,
        `point ${printed} | Vanne ofte`,
        `point ${printed} | Høste sent`,
      ]);
    }
  });

  it('IB2 items go on over a blank line, with a small letter, with a capital, and with a number that looks like an item', () => {
    const text =
      'Innspill fra laget\n\nHagelaget mener: \n\n• Felles redskap må stå under tak og være lett å finne for alle som vil bruke det om \n\nsommeren. \n' +
      '• Laget bør få mer plass til frukt og bær langs den gamle muren ved inngangen fra byen \n\nhvor sola står hele dagen. \n• Staten bør gi mer støtte til hagelag. \n\nLaget skal ikke være avhengig av kommunens velvilje. \n' +
      '• Styret skal i sin plan vise hvordan laget kan øke antallet parseller fra dagens 12 til \n\n31 parseller innen to år. \n\nDette er en lang vei, men hagen har mange gode hjelpere som kan bidra. \n';
    expect(outlineOf(text).slice(2)).toEqual([
      'point • | Felles redskap må stå under tak og være lett å finne for alle som vil bruke det om sommeren.',
      'point • | Laget bør få mer plass til frukt og bær langs den gamle muren ved inngangen fra byen hvor sola står hele dagen.',
      'point • | Staten bør gi mer støtte til hagelag. Laget skal ikke være avhengig av kommunens velvilje.',
      'point • | Styret skal i sin plan vise hvordan laget kan øke antallet parseller fra dagens 12 til 31 parseller innen to år.',
      'paragraph - | Dette er en lang vei, men hagen har mange gode hjelpere som kan bidra.',
    ]);
  });

  it('IB7 in a list whose items stand apart, a line straight under an item belongs to it, whatever it begins with', () => {
    const text =
      'Om laget\n\nLaget har gjort dette i perioden, og tallene er hentet fra årsmeldingen til de fleste lagene:\n\n• Et kurs i kompost ble holdt på Nes, og det var plass til alle som ville  \n23. – 24. oktober med syv deltakere\n\n• Bruk av slange gir ikke et riktig bilde av hvor mye vann som trengs.  \nStyret bør også måle regnet.\n\n• Avtaler om vann ble inngått med alle naboene som hadde bedt om det, og med byen som\nhelhet.\n';
    expect(outlineOf(text).slice(2)).toEqual([
      'point • | Et kurs i kompost ble holdt på Nes, og det var plass til alle som ville 23. – 24. oktober med syv deltakere',
      'point • | Bruk av slange gir ikke et riktig bilde av hvor mye vann som trengs. Styret bør også måle regnet.',
      'point • | Avtaler om vann ble inngått med alle naboene som hadde bedt om det, og med byen som helhet.',
    ]);
  });

  it('IB3 a dash that goes on in a sentence is no bullet', () => {
    const text =
      'Om hagen\n\nMålene for hagen er mange, og de gjelder for alle deler av laget gjennom hele perioden\n– både om sommeren og om vinteren. De er satt av årsmøtet og skal følges opp av styret så\nlangt det lar seg gjøre innenfor de rammene som laget har for sin drift.\n';
    expect(outlineOf(text)).toHaveLength(2);
  });

  it('IB4 one sentence in two items stays two items and is reported', () => {
    const document = importText(
      'Plan for laget\n\nHagelaget vil:\n\n- Ha mer plass. Redskapene\n- må ikke stå ute om natta.\n- Så mer.\n- Dele frø.\n',
    );
    expect(outline(document).slice(2)).toEqual([
      'point - | Ha mer plass. Redskapene',
      'point - | må ikke stå ute om natta.',
      'point - | Så mer.',
      'point - | Dele frø.',
    ]);
    expect(codesOf(document)).toEqual(['broken-item@6']);
  });

  it('IB5 the line before a list is its lead-in, with a colon, or without one where it ends in «for» or stands before several lists', () => {
    const kinds = (text: string) => outlineOf(text).map((line) => line.split(' ')[0]);
    expect(kinds('Plan for laget\n\nHagelaget vil arbeide for\n\n- Mer sol\n- Mer regn\n')).toEqual([
      'title',
      'leadIn',
      'point',
      'point',
    ]);
    expect(kinds('Plan for laget\n\nVi mener dette\n\n- Mer sol\n\nVi mener dette\n\n- Mer regn\n')).toEqual([
      'title',
      'leadIn',
      'point',
      'leadIn',
      'point',
    ]);
    expect(
      kinds(
        'Plan for laget\n\nDet er tørt. Laget har lite vann og mange planter. Dette gjelder:\n\n- Mais\n- Gresskar\n',
      ),
    ).toEqual(['title', 'paragraph', 'point', 'point']);
  });

  it('IB6 a line below an item and farther in goes on with it in mid-sentence or with a small letter', () => {
    const document = importText(
      'Plan for laget\n\nHagelaget vil:\n• Dele frø\n• Sikre 3.5 prosent mer vann, jf. § 4.\n  med fortsettelse på innrykket linje\n– Plante trær for alle som bor i\n  Bjørkeveien.\n• Høste sent.\n  Alle får være med på det.\n\n1. Grave dypt,\n   og så.\n2. Vanne.\n',
    );
    expect(outline(document).slice(2)).toEqual([
      'point • | Dele frø',
      'point • | Sikre 3.5 prosent mer vann, jf. § 4. med fortsettelse på innrykket linje',
      'point – | Plante trær for alle som bor i Bjørkeveien.',
      'point • | Høste sent.',
      'paragraph - | Alle får være med på det.',
      'point 1 | Grave dypt, og så.',
      'point 2 | Vanne.',
    ]);
  });
});
