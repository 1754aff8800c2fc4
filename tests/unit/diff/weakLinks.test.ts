import { alignBlocks } from '#shared/diff';
import { blockId } from '#shared/core/ids';
import { describe, expect, it } from 'vitest';
import { madeBlock } from '../../support/revisionGenerator';
import { expectLawful, side, told } from './blocks';

const linked = (base: ReturnType<typeof side>, current: ReturnType<typeof side>) => {
  const alignment = alignBlocks(base, current);
  expectLawful(alignment, base, current);
  return told(alignment).filter((change) => !/^(deleted|inserted)/.test(change));
};

describe('what too little speaks for', () => {
  it('D25 finds nothing of one text in another that only shares common words with it', () => {
    const harbours = side('a', [
      '# Havnene våre',
      ': Kystlaget skal arbeide for',
      'Åpne havner langs hele kysten.',
      'At moloene repareres før vinteren',
      'Gode fortøyninger til alle fritidsbåter',
      'Fiskerne skal ha egne kaier',
      'Fyrene holdes tent',
    ]);
    const gardens = side('b', [
      '# Frukt langs hele veien',
      ': Hagelaget vil',
      'Plante epletrær ved skolene',
      'Å gjøre det selv',
      'Dele frø med naboene hver vår',
      'Lære barn å pode',
      'Bygge drivhus i bydelene',
    ]);
    expect(linked(harbours, gardens)).toEqual([]);
  });

  it('D25 a short text is not told as moved and reworded for the few words it shares', () => {
    const stable = ['At moloene repareres før vinteren.', 'At fiskerne skal ha egne kaier.', 'At fyrene holdes tent.'];
    const base = side('a', ['Båthus i hele landet.', ...stable]);
    const current = side('b', [...stable, 'Epletrær i hele landet for alle.']);
    expect(linked(base, current)).toEqual(['unchanged 1>0', 'unchanged 2>1', 'unchanged 3>2']);
  });

  it('D25 a year that both have makes no join', () => {
    const base = [
      madeBlock('a0', 'title', 'Hagelagets arbeidsprogram'),
      madeBlock('a1', 'other', '2026 – 2027'),
      ...side('a', ['Plante epletrær ved skolene.', 'Lære barn å pode.']),
    ];
    const current = [
      madeBlock('b0', 'title', 'Arbeidsprogram for Kystlaget 2025–2027'),
      ...side('b', ['Plante epletrær ved skolene.', 'Lære barn å pode.']),
    ];
    expect(linked(base, current).filter((change) => change.includes('joined'))).toEqual([]);
  });

  const kept = (id: string, text: string) => ({ ...madeBlock(id, 'point', text), id: blockId(id) });
  const before = [kept('x', 'At havet skal være rent hver vår.'), kept('y', 'At skogen står urørt i parkene.')];

  it.each([
    ['At fyrene lyser.', 'At fyrene', 'lyser.'],
    [
      'Ja. Fyrene lyser hele natten, og båtene kommer i havn.',
      'Ja.',
      'Fyrene lyser hele natten, og båtene kommer i havn.',
    ],
    ['Fyrene lyser. Båtene kommer trygt i havn.', 'Fyrene lyser.', 'Båtene kommer trygt i havn.'],
  ])(
    'D18 «%s» is a split or join, whichever half keeps the id and however short the other is',
    (whole, first, second) => {
      for (const [a, b] of [
        ['whole', 'fresh'],
        ['fresh', 'whole'],
        ['fresh', 'fresher'],
      ] as const) {
        const one = [...before, kept('whole', whole)];
        const two = [...before, kept(a, first), kept(b, second)];
        expect(linked(one, two)).toEqual(['unchanged 0>0', 'unchanged 1>1', 'split 2>2,3']);
        expect(linked(two, one)).toEqual(['unchanged 0>0', 'unchanged 1>1', 'joined 2,3>2']);
      }
    },
  );
});
