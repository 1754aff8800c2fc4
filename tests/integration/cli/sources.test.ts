import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';

describe('sources on the command line', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildForTests('sources');
    await cli.run('import', samplePath, '--json', '-o', cli.path('a.program'));
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  test('RU9 a text is added to the programme file, and what was taken from it is told', async () => {
    const added = await cli.run('sources', cli.path('a.program'), '--add', samplePath, '--as', 'period');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(/^arbeidsprogram\.txt: \d+ setninger i utkastet er gjenbrukt herfra\n$/);
    const { code, stdout } = await cli.run('sources', cli.path('a.program'), '--json');
    expect(code).toBe(0);
    const told = JSON.parse(stdout) as {
      sources: readonly { name: string; role: string }[];
      reuse: readonly { reason: string; source: number }[];
    };
    expect(told.sources).toMatchObject([{ name: 'arbeidsprogram.txt', role: 'period' }]);
    expect(told.reuse.filter(({ reason }) => reason === 'same').length).toBeGreaterThan(50);
    expect(await cli.run('verify', cli.path('a.program'))).toMatchObject({ code: 0 });
  });

  test('an unknown use of a source is refused in a sentence', async () => {
    const run = await cli.run('sources', cli.path('a.program'), '--add', samplePath, '--as', 'x');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('Kjenner ikke «--as x».');
  });
});
