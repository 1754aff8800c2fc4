import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportJson } from '#shared/import';
import { sharedMaterial } from '../../support/sharedMaterial';
import { buildForTests, type BuiltCli } from './builtCli';
import { brokenLaws, parseAmendments, parseCompare, parseImport } from './shapes';

const names = [
  '000_d3fc95b251bbff35.txt',
  '001_ada0ed419569ea88.txt',
  '002_3184e2015275f363.txt',
  '003_ac36838eb8c602ae.txt',
  '004_4225d4e1362889c6.txt',
];
const seeds = names.map((name) => ({ name, bytes: sharedMaterial(`seeds/${name}`) }));

describe.skipIf(seeds.some(({ bytes }) => bytes === null))(
  'the command line on real texts (needs ../shared/seeds)',
  () => {
    let cli: BuiltCli;
    const imported = new Map<string, ImportJson>();
    beforeAll(async () => {
      cli = await buildForTests('seeds');
      for (const { name, bytes } of seeds) {
        const path = cli.write(name, bytes ?? '');
        const run = await cli.run('import', path, '--json', '-o', cli.path(`${name}.program`));
        expect(run).toMatchObject({ code: 0, stderr: '' });
        imported.set(name, parseImport(run.stdout));
      }
    }, 180_000);
    afterAll(() => {
      cli.remove();
    });
    const blocksOf = (name: string): ImportJson => {
      const document = imported.get(name);
      if (!document) throw new Error(`${name} was not imported`);
      return document;
    };

    test.each(names)('%s becomes a programme that reads as the file', async (name) => {
      const again = await cli.run('import', cli.path(`${name}.program`), '--json');
      const shape = ({ blocks }: ImportJson) =>
        blocks.map(({ kind, level, number, text }) => [kind, level, number, text]);
      expect(shape(parseImport(again.stdout))).toEqual(shape(blocksOf(name)));
    });

    test.each(names.flatMap((a) => names.flatMap((b) => (a < b ? [[a, b] as const] : []))))(
      'compare %s with %s keeps its laws',
      async (a, b) => {
        const compared = await cli.run('compare', cli.path(a), cli.path(b), '--json');
        expect(compared.code).toBe(0);
        expect(brokenLaws(parseCompare(compared.stdout), blocksOf(a), blocksOf(b))).toEqual([]);
      },
    );

    test('every point of the programme can be named as printed, and is found', async () => {
      const [name = ''] = names;
      const { blocks } = blocksOf(name);
      let chapter = '';
      const points = blocks.flatMap((block) => {
        if (block.kind === 'heading') chapter = block.number ?? '';
        return block.kind === 'point' ? [{ chapter, point: block.number ?? '', text: block.text }] : [];
      });
      expect(points.length).toBeGreaterThan(80);
      const amendments = points.map(({ chapter, point, text }, index) => ({
        id: `P${String(index)}`,
        target: { chapter: Number(chapter), point: Number(point) },
        change: 'replacement',
        text: `${text} (nytt)`,
      }));
      const filed = await cli.run('amend', cli.path(`${name}.program`), '--add', cli.write('all.json', amendments));
      expect(filed).toMatchObject({ code: 0, stderr: '' });
      const rows = parseAmendments((await cli.run('amendments', cli.path(`${name}.program`), '--json')).stdout);
      expect(rows.map(({ text }) => text)).toEqual(points.map(({ text }) => `${text} (nytt)`));
      expect(rows.map(({ place }) => place.replace(/, linje.*/, ''))).toEqual(
        points.map(({ chapter, point }) => `kap. ${chapter} pkt. ${point}`),
      );
    });
  },
);
