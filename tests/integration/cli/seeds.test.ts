import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    beforeAll(async () => {
      cli = await buildForTests('seeds');
      for (const { name, bytes } of seeds) cli.write(name, bytes ?? '');
    });
    afterAll(() => {
      cli.remove();
    });

    test.each(names)('%s is imported to a programme that reads as the file', async (name) => {
      const run = await cli.run('import', cli.path(name), '--json', '-o', cli.path(`${name}.program`));
      expect(run).toMatchObject({ code: 0, stderr: '' });
      const again = await cli.run('import', cli.path(`${name}.program`), '--json');
      const texts = (stdout: string) =>
        parseImport(stdout).blocks.map(({ kind, level, number, text }) => [kind, level, number, text]);
      expect(texts(again.stdout)).toEqual(texts(run.stdout));
      expect((await cli.run('verify', cli.path(`${name}.program`))).code).toBe(0);
    });

    test.each(names.flatMap((a) => names.flatMap((b) => (a < b ? [[a, b] as const] : []))))(
      'compare %s with %s keeps its laws',
      async (a, b) => {
        const [base, current] = await Promise.all([a, b].map((name) => cli.run('import', cli.path(name), '--json')));
        const compared = await cli.run('compare', cli.path(a), cli.path(b), '--json');
        expect(compared.code).toBe(0);
        const laws = brokenLaws(
          parseCompare(compared.stdout),
          parseImport(base?.stdout ?? ''),
          parseImport(current?.stdout ?? ''),
        );
        expect(laws).toEqual([]);
      },
    );

    test('every point of the programme can be named as printed, and is found', async () => {
      const [name = ''] = names;
      const { blocks } = parseImport(
        (await cli.run('import', cli.path(name), '--json', '-o', cli.path('p.program'))).stdout,
      );
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
      const filed = await cli.run('amend', cli.path('p.program'), '--add', cli.write('all.json', amendments));
      expect(filed).toMatchObject({ code: 0, stderr: '' });
      const rows = parseAmendments((await cli.run('amendments', cli.path('p.program'), '--json')).stdout);
      expect(rows.map(({ text }) => text)).toEqual(points.map(({ text }) => `${text} (nytt)`));
      expect(rows.map(({ place }) => place.replace(/, linje.*/, ''))).toEqual(
        points.map(({ chapter, point }) => `kap. ${chapter} pkt. ${point}`),
      );
    });
  },
);
