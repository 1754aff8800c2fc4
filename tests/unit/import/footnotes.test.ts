import { describe, expect, it } from 'vitest';
import { codesOf, importText, outline, outlineOf } from './importText';

/** Each marker with the letters before it. */
const markersOf = (text: string): readonly string[] =>
  importText(text).blocks.flatMap(({ block }) =>
    block.footnoteRefs.map(({ number, offset }) => `${number}@${block.text.slice(Math.max(0, offset - 6), offset)}`),
  );

const page =
  'Innspill om jord \n\nHagelaget har målt jorda i alle parsellene i byen, og tallene viser at den er god.1 Det er \nikke likt overalt, men «de fleste har god jord».2 En ny rapport3 sier det samme. Andre funn \n' +
  'fra 20184 og 20195 støtter dette.6 7 8 Prisen var 8.2 kroner i 2019. Hagen trenger mer av alt, \nog laget vil arbeide videre med dette i årene som kommer, sammen med naboer og med \n\n \n' +
  '1 Nordmann, K. (2030): Jord i byen. Hageforlaget. \n2 Nordmann, O. (2031): Jord og vann i hagen, en studie av de fleste parseller i hele landet \nog i byen. Hageforlaget. \n3 Samme sted \n4 Laget \n5 Styret \n6 Rapport A \n7 Rapport B \n8 Rapport C \n' +
  ' kommunen. Dette krever tid og penger som laget ikke har i dag, men som det vil be om fra \nstaten og fra byen i neste budsjett. Det haster.9 \n\n9 Budsjett for byen \n';

describe('Footnotes', () => {
  it('IF1 markers glued to words, quotes, full stops and years are found by their sequence, clusters and all, and leave the text', () => {
    expect(markersOf(page)).toEqual([
      '1@r god.',
      '2@jord».',
      '3@apport',
      '4@a 2018',
      '5@g 2019',
      '6@dette.',
      '7@dette.',
      '8@dette.',
      '9@aster.',
    ]);
    const text = importText(page).blocks.find(({ block }) => block.kind === 'paragraph')?.block.text;
    expect(text).toContain(
      'er god. Det er ikke likt overalt, men «de fleste har god jord». En ny rapport sier det samme.',
    );
    expect(text).toContain('fra 2018 og 2019 støtter dette. Prisen var 8.2 kroner i 2019.');
  });

  it('IF2 the bodies stand in the middle of a sentence and do not divide it', () => {
    const document = importText(page);
    expect(outline(document).map((line) => line.slice(0, 40))).toEqual([
      'title - | Innspill om jord',
      'paragraph - | Hagelaget har målt jorda i',
      'footnote 1 | Nordmann, K. (2030): Jord i',
      'footnote 2 | Nordmann, O. (2031): Jord o',
      'footnote 3 | Samme sted',
      'footnote 4 | Laget',
      'footnote 5 | Styret',
      'footnote 6 | Rapport A',
      'footnote 7 | Rapport B',
      'footnote 8 | Rapport C',
      'footnote 9 | Budsjett for byen',
    ]);
    expect(document.blocks[1]?.block.text).toContain('sammen med naboer og med kommunen. Dette krever');
    expect(document.blocks[3]?.block.text).toBe(
      'Nordmann, O. (2031): Jord og vann i hagen, en studie av de fleste parseller i hele landet og i byen. Hageforlaget.',
    );
  });

  it('IF1 so are markers in brackets and after them', () => {
    expect(
      markersOf(
        'Om jord\n\nHagen er god (se planen).1 Jorda er god[2] og vannet er godt (i byen)3 hele året.\n\n1 Note A\n\n[2] Note B\n\n3 Note C\n',
      ),
    ).toEqual(['1@anen).', '2@er god', '3@ byen)']);
  });

  it('IF4 chapters with bare numbers are no notes where the same numbers stand at the foot of a page', () => {
    const text =
      'Om hagen\n\n1 Jord\n\nJorda er god.1 Det viser målinger i byen.2 Alle vet at det er slik, og at det har vært slik i mange år.\n\n2 Vann\n\nVannet er godt. Kranene er gamle.3 De skal byttes, sier planen til kommunen.\n\n\n1 Note A\n2 Note B\n3 Note C\n';
    expect(outlineOf(text).map((line) => line.slice(0, 20))).toEqual([
      'title - | Om hagen',
      'heading1 1 | Jord',
      'paragraph - | Jorda ',
      'heading1 2 | Vann',
      'paragraph - | Vannet',
      'footnote 1 | Note A',
      'footnote 2 | Note B',
      'footnote 3 | Note C',
    ]);
  });

  it('IF3 a note whose marker is lost is kept and reported', () => {
    const document = importText(
      'Om jord\n\nHagen er god.1 Jorda er god.3 Vannet er godt. Alle vet at det er slik.\n\n1 Note A\n2 Note B\n3 Note C\n',
    );
    expect(outline(document).slice(2)).toEqual(['footnote 1 | Note A', 'footnote 2 | Note B', 'footnote 3 | Note C']);
    expect(codesOf(document)).toContain('footnote-without-marker@6');
  });
});
