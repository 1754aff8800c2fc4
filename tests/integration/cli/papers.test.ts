import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';

/** Papers from the command line with a template of the secretariat's own. */
describe('`export` with a template and without line numbers', () => {
  let cli: BuiltCli;
  const exported = async (name: string, ...more: readonly string[]): Promise<string> => {
    const args = ['export', cli.path('a.program'), '--view', 'text', '--as', 'html', ...more, '-o', cli.path(name)];
    expect(await cli.run(...args)).toMatchObject({ code: 0, stderr: '' });
    return readFileSync(cli.path(name), 'utf8');
  };

  beforeAll(async () => {
    cli = await buildForTests('papers');
    expect(await cli.run('import', samplePath, '-o', cli.path('a.program'))).toMatchObject({ code: 0 });
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  test('E4 lines are numbered, and are not where that is asked for', async () => {
    expect(await exported('with.html')).toContain('data-line="1"');
    const without = await exported('without.html', '--without-lines');
    expect(without).not.toContain('data-line="');
    expect(without).toContain('organisasjonsgraden over nitti prosent');
  });

  test('T1 the words and the colour of a template are on the paper', async () => {
    const template = cli.write('mal.json', {
      organisation: { name: 'Losenes forening', colour: '#1c4a6e' },
      papers: { text: { title: 'Losprogrammet' } },
    });
    const html = await exported('own.html', '--template', template);
    expect(html).toContain('Losenes forening');
    expect(html).toContain('Losprogrammet');
    expect(html).toContain('#1c4a6e');
  });

  test('PT1 the template of the programme travels in its file, and is changed as a file', async () => {
    const mine = cli.write('programmets-mal.json', {
      organisation: { name: 'Fyrvokternes forening', colour: '#2b5d34' },
    });
    expect(await cli.run('template', cli.path('a.program'), '--from', mine, '-o', cli.path('b.program'))).toMatchObject(
      {
        code: 0,
        stderr: '',
      },
    );
    expect(await cli.run('template', cli.path('b.program'), '-o', cli.path('ut.json'))).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(cli.path('ut.json'), 'utf8'))).toMatchObject({
      organisation: { name: 'Fyrvokternes forening', colour: '#2b5d34' },
    });
    const args = ['export', cli.path('b.program'), '--view', 'text', '--as', 'html', '-o', cli.path('b.html')];
    expect(await cli.run(...args)).toMatchObject({ code: 0 });
    expect(readFileSync(cli.path('b.html'), 'utf8')).toContain('Fyrvokternes forening');
  });

  // Only root may mount a disk of its own to fill; the continuous build is root.
  test.runIf(process.getuid?.() === 0).each([
    ['on a full disk', ['-o', 'size=16k'], [], /disken er full/],
    ['in a folder that can only be read', ['-o', 'size=1m'], ['-o', 'remount,ro'], /kan ikke skrives her/],
  ])('F9 %s the former paper stays whole, and a sentence says why', async (_, size, then, said) => {
    const disk = cli.path('disk');
    mkdirSync(disk, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', ...size, 'tmpfs', disk]);
    try {
      const paper = join(disk, 'program.html');
      writeFileSync(paper, 'forrige utgave');
      if (then.length > 0) execFileSync('mount', [...then, disk]);
      const run = await cli.run('export', cli.path('a.program'), '--view', 'text', '--as', 'html', '-o', paper);
      expect(run.code).toBe(3);
      expect(run.stderr).toMatch(said);
      expect(run.stderr).toContain('program.html');
      expect(readFileSync(paper, 'utf8')).toBe('forrige utgave');
      expect(readdirSync(disk)).toEqual(['program.html']);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  test.each([
    ['that is no JSON', '{', /mal/],
    ['with a colour that cannot be read on white', { organisation: { colour: '#ffff00' } }, /farge/i],
    ['with an unknown placeholder', { papers: { hearing: { sections: [{ paragraphs: ['{tull}'] }] } } }, /tull/],
  ])('T2 a template %s is refused with a sentence, and the former paper stays', async (_, content, said) => {
    const template = cli.write('feil.json', content);
    writeFileSync(cli.path('former.html'), 'forrige utgave');
    const run = await cli.run(
      ...['export', cli.path('a.program'), '--view', 'text', '--as', 'html', '--template', template],
      ...['-o', cli.path('former.html')],
    );
    expect(run.code).not.toBe(0);
    expect(run.stderr).toMatch(said);
    expect(readFileSync(cli.path('former.html'), 'utf8')).toBe('forrige utgave');
  });
});
