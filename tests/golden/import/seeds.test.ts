import { describe, expect, it } from 'vitest';
import { countingIds } from '#shared/core/sources';
import { importDocument, toImportJson } from '#shared/import';
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

const importSeed = (name: string) => {
  const seed = sharedMaterial(`seeds/${name}`);
  const imported = seed === null ? null : importDocument({ name, bytes: seed }, countingIds('b'));
  return imported?.ok === true ? imported.value : null;
};

const oddities = (name: string, severity: 'info' | 'warning') =>
  importSeed(name)
    ?.report.filter((entry) => entry.severity === severity)
    .map((entry) => `${entry.code}@${String(entry.line)}`);

describe.skipIf(sharedMaterial('seeds/003_ac36838eb8c602ae.txt') === null)(
  'Import of the seeds (needs ../shared/seeds)',
  () => {
    it('IG3 the report names what is odd in the seeds with gold', () => {
      expect(oddities('000_d3fc95b251bbff35.txt', 'warning')).toEqual(['truncated-ending@178']);
      expect(oddities('000_d3fc95b251bbff35.txt', 'info')).toEqual(['newline-in-sentence@72']);
      expect(oddities('004_4225d4e1362889c6.txt', 'warning')).toEqual(['broken-item@31', 'broken-item@48']);
    });

    it('IG4 the wrapped seed 001: one title, one lead-in with seven points, nine headings, the outcome as metadata', () => {
      const blocks = importSeed('001_ada0ed419569ea88.txt')?.blocks ?? [];
      const count = (kind: string) => blocks.filter(({ block }) => block.kind === kind).length;
      expect([count('title'), count('leadIn'), count('point'), count('heading'), count('paragraph')]).toEqual([
        1, 1, 7, 9, 11,
      ]);
      expect(oddities('001_ada0ed419569ea88.txt', 'info')).toContain('outcome@192');
    });

    it('IG5 all 42 footnotes of seed 002 are found, each with its marker', () => {
      const blocks = importSeed('002_3184e2015275f363.txt')?.blocks ?? [];
      const numbers = Array.from({ length: 42 }, (_, i) => String(i + 1));
      expect(blocks.filter(({ block }) => block.kind === 'footnote').map(({ number }) => number)).toEqual(numbers);
      expect(blocks.flatMap(({ block }) => block.footnoteRefs.map((ref) => ref.number))).toEqual(numbers);
    });

    it('IG6 the ten chapters of seed 003 are found among its dates, amounts and target numbers', () => {
      const blocks = importSeed('003_ac36838eb8c602ae.txt')?.blocks ?? [];
      const chapters = blocks
        .filter(({ block }) => block.kind === 'heading' && block.level === 1)
        .map(({ number }) => number);
      expect(chapters).toEqual(Array.from({ length: 10 }, (_, i) => String(i + 1)));
      const sections = blocks
        .filter(({ block, number }) => block.kind === 'heading' && block.level === 2 && number !== null)
        .map(({ number }) => number);
      const counts = [3, 13, 6, 7, 4, 4, 7, 10, 2, 11];
      expect(sections).toEqual(
        counts.flatMap((count, chapter) =>
          Array.from({ length: count }, (_, i) => `${String(chapter + 1)}.${String(i + 1)}`),
        ),
      );
    });
  },
);
