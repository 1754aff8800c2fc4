import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash';
import { personId } from '#shared/core/ids';
import { entryHash } from '#shared/register/chain';
import type { RegisterEntry } from '#shared/register/events';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';

describe('exit codes of the command line', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildForTests('exit-codes');
    const run = await cli.run('import', samplePath, '-o', cli.path('a.program'));
    expect(run.code).toBe(0);
    const one = cli.write('one.json', [{ id: 'F1', target: { chapter: 1, point: 1 }, change: 'deletion' }]);
    expect((await cli.run('amend', cli.path('a.program'), '--add', one, '-o', cli.path('b.program'))).code).toBe(0);
    const more = ['F2', 'F3'].map((id, at) => ({ id, target: { chapter: 2, point: at + 1 }, change: 'deletion' }));
    const added = ['--add', cli.write('more.json', more), '-o', cli.path('four.program')];
    expect((await cli.run('amend', cli.path('b.program'), ...added)).code).toBe(0);
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  /** Nothing on standard output, one line on standard error, and the folder as it was. */
  const refused = async (code: number, ...args: readonly string[]) => {
    const before = readdirSync(cli.path('.')).sort();
    const run = await cli.run(...args);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr).toMatch(/^[^\n]+\n$/);
    expect(readdirSync(cli.path('.')).sort()).toEqual(before);
    return run.stderr;
  };

  test('2 for wrong usage, with the usage', async () => {
    expect(await refused(2)).toContain('import, compare');
    expect(await refused(2, 'slett')).toContain('slett');
    expect(await refused(2, 'import')).toContain('Bruk: programrevisjon import');
    expect(await refused(2, 'import', samplePath, samplePath)).toContain(
      'Kommandoen skal ha én fil, men du oppga to filer. Bruk:',
    );
    expect(await refused(2, 'compare')).toContain('skal ha to filer, men du oppga ingen filer.');
    expect(await refused(2, 'import', samplePath, '--xml')).toContain('Kjenner ikke valget «--xml».');
    expect(await refused(2, 'import', samplePath, '-o')).toMatch(/Valget «-+o\w*» mangler verdi\./);
    expect(await refused(2, 'amend', cli.path('a.program'))).toContain('--add');
    expect(await refused(2, 'decide', cli.path('a.program'))).toContain('--decisions');
    expect(await refused(2, 'revise', cli.path('a.program'))).toContain('--text');
    expect(await refused(2, 'serve', '--port', 'abc')).toContain('abc');
    expect(await refused(2, 'compare', samplePath, samplePath, '-o', cli.path('x.xyz'))).toContain('x.xyz');
  });

  test('2 for a pair of view and format that does not make sense, naming those that do', async () => {
    const told = await refused(
      2,
      'export',
      cli.path('a.program'),
      '--view',
      'voting',
      '--as',
      'json',
      '-o',
      cli.path('v.json'),
    );
    expect(told).toContain('docx');
    expect(
      await refused(2, 'export', cli.path('a.program'), '--view', 'alt', '--as', 'pdf', '-o', cli.path('v')),
    ).toContain('synopsis');
  });

  test('3 for what cannot be read, naming the file', async () => {
    expect(await refused(3, 'import', cli.path('missing.txt'))).toContain('missing.txt: filen finnes ikke');
    expect(await refused(3, 'import', cli.path('.'))).toContain('er en mappe');
    const empty = await refused(3, 'import', cli.write('empty.txt', ''), '-o', cli.path('never.program'));
    expect(empty.split('empty.txt'), 'the file is named once').toHaveLength(2);
    expect(empty).toContain(cli.path('empty.txt'));
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256);
    expect(await refused(3, 'import', cli.write('noise.bin', noise))).toContain('noise.bin');
    expect(await refused(3, 'verify', samplePath)).toContain('ikke en programfil');
    expect(await refused(3, 'compare', samplePath, cli.path('missing.txt'), '--json')).toContain('missing.txt');
    const broken = cli.write('broken.json', '[{"id": "F1",');
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', broken)).toContain('broken.json');
    const shape = cli.write('shape.json', [{ id: 'F1', target: { chapter: 1, point: 1 }, change: 'replacement' }]);
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', shape)).toContain(
      'forslag nr. 1 («F1»): feltet «text» mangler. Rett filen.',
    );
    const place = cli.write('place.json', [{ id: 'F1', target: { kapittel: 1 }, change: 'deletion' }]);
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', place)).toContain(
      'forslag nr. 1 («F1»): feltet «target» skal være et sted: {"block": 14}',
    );
    const blank = cli.write('blank.json', [
      { id: 'F1', target: { chapter: 1, point: 1 }, change: 'deletion' },
      { id: 'F2', target: { chapter: 1, point: 2 }, change: 'replacement', text: ' ' },
    ]);
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', blank)).toContain(
      'forslag nr. 2 («F2»): feltet «text» kan ikke være tom',
    );
    const word = cli.write('word.json', [{ id: 'F1', target: { block: 3 }, change: 'slett' }]);
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', word)).toContain(
      'feltet «change» skal være replacement, insertion, deletion, move, split, join, editorial',
    );
    expect(
      await refused(
        3,
        'decide',
        cli.path('b.program'),
        '--decisions',
        cli.write('d.json', [{ id: 'F1', result: 'maybe' }]),
      ),
    ).toContain('vedtak nr. 1 («F1»): feltet «result» skal være adopted, rejected, withdrawn, referred');
  });

  test('1 where the input is well-formed but the answer is no', async () => {
    const nowhere = cli.write('nowhere.json', [
      { id: 'G1', target: { chapter: 1, point: 1 }, change: 'deletion' },
      { id: 'G2', target: { chapter: 77, point: 1 }, change: 'deletion' },
    ]);
    expect(
      await refused(1, 'amend', cli.path('a.program'), '--add', nowhere, '-o', cli.path('never.program')),
    ).toContain('kap. 77 pkt. 1');
    const twice = cli.write('twice.json', [{ id: 'F1', target: { chapter: 1, point: 2 }, change: 'deletion' }]);
    expect(await refused(1, 'amend', cli.path('b.program'), '--add', twice)).toContain('F1');
    const unknown = cli.write('unknown.json', [{ id: 'F9', result: 'adopted' }]);
    expect(await refused(1, 'decide', cli.path('b.program'), '--decisions', unknown)).toContain('F9');
    expect(await refused(1, 'decide', cli.path('a.program'), '--decisions', unknown)).toContain('fryst');
  });

  test('1 for an amendment that is not what it says it is', async () => {
    const filed = (change: object) =>
      refused(1, 'amend', cli.path('a.program'), '--add', cli.write('odd.json', [{ id: 'G1', ...change }]));
    const target = { chapter: 1, point: 0 };
    const onlyAPlace = 'plassen før det første punktet';
    expect(await filed({ target, change: 'deletion' })).toContain(onlyAPlace);
    expect(await filed({ target, change: 'replacement', text: 'Noe annet' })).toContain(onlyAPlace);
    expect(await filed({ target: { chapter: 1, point: 1 }, change: 'join', with: target })).toContain(onlyAPlace);
    expect(
      await filed({ target: { chapter: 1, point: 1 }, change: 'split', texts: ['Helt andre ord', 'står her.'] }),
    ).toContain('Delene er ikke den samme teksten');
    expect(await filed({ target: { block: 0 }, change: 'deletion' })).toContain('Tittelen kan ikke strykes');
  });

  test('1 for the decided text where nothing is decided', async () => {
    const args = ['--view', 'decided', '--as', 'md', '-o', cli.path('decided.md')];
    expect(await refused(1, 'export', cli.path('b.program'), ...args)).toContain('ingenting er vedtatt ennå');
  });

  test('a file is left byte for byte as it was when a command is refused', async () => {
    const before = readFileSync(cli.path('b.program'));
    const unknown = cli.write('unknown.json', [
      { id: 'F1', result: 'adopted' },
      { id: 'F9', result: 'adopted' },
    ]);
    await refused(1, 'decide', cli.path('b.program'), '--decisions', unknown);
    expect(readFileSync(cli.path('b.program'))).toEqual(before);
  });

  const tamper = (
    alter: (parts: Record<string, Uint8Array>) => void,
    withNewHashes: boolean,
    programme = 'b.program',
  ) => {
    const parts = unzipSync(new Uint8Array(readFileSync(cli.path(programme))));
    alter(parts);
    if (withNewHashes) {
      const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as {
        files: Record<string, string>;
      };
      for (const name of Object.keys(manifest.files)) manifest.files[name] = sha256Hex(parts[name] ?? '');
      parts['manifest.json'] = strToU8(JSON.stringify(manifest));
    }
    return cli.write('tampered.program', zipSync(parts));
  };
  const alterEntry = (parts: Record<string, Uint8Array>) => {
    const register = strFromU8(parts['register.jsonl'] ?? new Uint8Array());
    parts['register.jsonl'] = strToU8(register.replace('"number":"1"', '"number":"2"'));
  };

  test.each([true, false])('1 when a register entry was altered, naming it (manifest made anew: %s)', async (anew) => {
    expect(await refused(1, 'verify', tamper(alterEntry, anew))).toContain('hendelse 2 av 2');
  });

  const [first, second, third, fourth] = [0, 1, 2, 3] as const;
  const at = (entries: readonly RegisterEntry[], index: number): RegisterEntry => {
    const entry = entries[index];
    if (!entry) throw new Error(`no entry ${index + 1}`);
    return entry;
  };
  const withOwnHash = (entry: RegisterEntry): RegisterEntry => ({ ...entry, hash: entryHash(entry) });
  test.each<readonly [damage: string, named: string, (entries: readonly RegisterEntry[]) => readonly RegisterEntry[]]>([
    ['an entry is taken out', 'hendelse 2 av 3', (all) => all.toSpliced(second, 1)],
    ['the first entry is taken out', 'hendelse 1 av 3', (all) => all.slice(1)],
    ['two are exchanged', 'hendelse 2 av 4', (all) => all.with(second, at(all, third)).with(third, at(all, second))],
    ['one is told twice', 'hendelse 4 av 5', (all) => all.toSpliced(third, 0, at(all, third))],
    [
      'one is put in',
      'hendelse 3 av 5',
      (all) => all.toSpliced(second, 0, withOwnHash({ ...at(all, second), actor: personId('en annen') })),
    ],
    ['a time is altered', 'hendelse 3 av 4', (all) => all.with(third, { ...at(all, third), at: all[0]?.at ?? '' })],
    [
      'an entry is altered and given a hash of its own',
      'hendelse 2 av 4',
      (all) => all.with(first, withOwnHash({ ...at(all, first), actor: personId('en annen') })),
    ],
    [
      'the last entry is altered',
      'hendelse 4 av 4',
      (all) => all.with(fourth, { ...at(all, fourth), hash: at(all, first).hash }),
    ],
  ])('1 when %s: the first event that does not hold is %s', async (_, named, damage) => {
    const damaged = tamper(
      (parts) => {
        const lines = strFromU8(parts['register.jsonl'] ?? new Uint8Array())
          .trim()
          .split('\n');
        const entries = damage(lines.map((line) => JSON.parse(line) as RegisterEntry));
        parts['register.jsonl'] = strToU8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
      },
      true,
      'four.program',
    );
    expect(await refused(1, 'verify', damaged)).toContain(named);
  });

  test('1 when a frozen text was altered, naming the entry that refers to it', async () => {
    const altered = tamper((parts) => {
      for (const [name, content] of Object.entries(parts))
        if (name.startsWith('revisions/')) parts[name] = strToU8(strFromU8(content).replace('nitti', 'ni'));
    }, true);
    expect(await refused(1, 'verify', altered)).toContain('hendelse 1');
  });

  test('1 when the end of the register was taken off and its revision left behind', async () => {
    const shorter = tamper((parts) => {
      parts['register.jsonl'] = new Uint8Array();
    }, true);
    expect(await refused(1, 'verify', shorter)).toContain('Ingen hendelse viser til versjonen «Fryst utkast»');
  });

  test('1 when another part was altered, naming the part; and it is not opened for anything else', async () => {
    const altered = tamper((parts) => {
      parts['people.json'] = strToU8('{"x":{"name":"Ola"}}');
    }, false);
    expect(await refused(1, 'verify', altered)).toContain('people.json');
    expect(await refused(3, 'amendments', altered, '--json')).toContain('people.json');
  });

  test('a newer file is refused with a clear sentence', async () => {
    const newer = tamper((parts) => {
      parts['manifest.json'] = strToU8(
        strFromU8(parts['manifest.json'] ?? new Uint8Array()).replace('"version":1', '"version":9'),
      );
    }, false);
    expect(await refused(3, 'import', newer, '--json')).toContain('nyere utgave (format 9)');
  });

  test('nothing is left behind where the place to write cannot be written', async () => {
    mkdirSync(cli.path('folder'), { recursive: true });
    expect(await refused(3, 'import', samplePath, '-o', cli.path('nowhere/a.program'))).toContain(
      `ingenting er lagret: mappen «${cli.path('nowhere')}» finnes ikke.`,
    );
    await refused(3, 'import', samplePath, '-o', cli.path('folder'));
    expect(readdirSync(cli.path('folder'))).toEqual([]);
    expect(existsSync(cli.path('nowhere'))).toBe(false);
  });

  test('a device is never replaced by a file', async () => {
    await refused(3, 'import', samplePath, '-o', '/dev/null');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  test('a file that is replaced keeps its rights, and a link to it stays a link', async () => {
    const path = cli.write('private.program', readFileSync(cli.path('a.program')));
    chmodSync(path, 0o600);
    symlinkSync(path, cli.path('link.program'));
    const one = cli.write('one.json', [{ id: 'F1', target: { chapter: 1, point: 1 }, change: 'deletion' }]);
    expect((await cli.run('amend', cli.path('link.program'), '--add', one)).code).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(lstatSync(cli.path('link.program')).isSymbolicLink()).toBe(true);
    expect((await cli.run('amendments', path)).stdout).toContain('F1');
  });

  test('help is an answer', async () => {
    const run = await cli.run('--help');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const told = [...run.stdout.matchAll(/^programrevisjon (\S+)/gmu)].map(([, command]) => command);
    expect(told).toEqual([
      ...['import', 'compare', 'amend', 'amendments', 'order', 'decide', 'revise', 'next-period'],
      ...['export', 'template', 'sources', 'verify', 'serve'],
    ]);
  });
});
