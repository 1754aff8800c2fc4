import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument, toImportJson } from '#shared/import/index';
import { sharedMaterial } from '../../support/sharedMaterial';

interface GoldBlock {
  readonly type: string;
  readonly level: number | null;
  readonly number: string | null;
  readonly text: string;
  readonly lines: readonly [number, number];
}

interface Gold {
  readonly title: string;
  readonly period: string;
  readonly blocks: readonly GoldBlock[];
}

const kindOf = (type: string): string => (type === 'leadin' ? 'leadIn' : type);

for (const name of ['000_d3fc95b251bbff35.txt', '004_4225d4e1362889c6.txt']) {
  const seed = sharedMaterial(`seeds/${name}`);
  const goldFile = sharedMaterial(`gold/${name}.json`);

  describe.skipIf(seed === null || goldFile === null)(`Import against gold (needs ../shared/seeds/${name})`, () => {
    const gold = JSON.parse(new TextDecoder().decode(goldFile ?? new Uint8Array([0x7b, 0x7d]))) as Gold;
    const imported = importDocument({ name, bytes: seed ?? new Uint8Array() }, countingIds('b'));

    it('IG1 equals the gold block for block: kind, level, number, text and lines', () => {
      expect(imported.ok).toBe(true);
      if (!imported.ok) return;
      const json = toImportJson(imported.value, 'nb');
      expect(
        json.blocks.map(({ kind, level, number, text, source }) => ({
          kind,
          level,
          number,
          text,
          lines: source && [source.fromLine, source.toLine],
        })),
      ).toEqual(
        gold.blocks.map(({ type, level, number, text, lines }) => ({
          kind: kindOf(type),
          level,
          number,
          text,
          lines: [...lines],
        })),
      );
    });

    it('IG2 gives the title and the period of the gold', () => {
      if (!imported.ok) throw new Error(imported.failure.code);
      expect(imported.value.title).toBe(gold.title);
      expect(`${imported.value.period?.from ?? ''}-${imported.value.period?.to ?? ''}`).toBe(gold.period);
      expect(imported.value.language).toBe('nb');
    });
  });
}
