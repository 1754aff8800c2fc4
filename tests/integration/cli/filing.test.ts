import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amendmentId } from '#shared/core/ids';
import { foldRegister } from '#shared/register';
import { writeAmendmentFile } from '#shared/schema/amendmentFile';
import { readProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { amendmentFileOf } from '../../support/amendmentFiles';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';
import { parseAmendments } from './shapes';

/** Every kind of amendment and every bad one, through the built command line. */
describe('filing by the command line', () => {
  let cli: BuiltCli;
  const done = async (...args: readonly string[]) => {
    const run = await cli.run(...args);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return run.stdout;
  };
  const opened = (name: string): ProgrammeFile => {
    const file = readProgramFile(new Uint8Array(readFileSync(cli.path(name))));
    if (!file.ok) throw new Error(file.failure.code);
    return file.value;
  };
  const refused = async (code: number, ...args: readonly string[]) => {
    const before = readFileSync(cli.path('a.program'));
    const run = await cli.run(...args);
    expect([run.code, run.stdout, run.stderr.trim().split('\n').length]).toEqual([code, '', 1]);
    expect(readFileSync(cli.path('a.program')).equals(before)).toBe(true);
    return run.stderr;
  };
  const rows = async (name: string) => parseAmendments(await done('amendments', cli.path(name), '--json'));

  beforeAll(async () => {
    cli = await buildForTests('filing');
    await done('import', samplePath, '-o', cli.path('new.program'));
    await done('amend', cli.path('new.program'), '--add', cli.write('none.json', []), '-o', cli.path('a.program'));
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  test('a chapter struck, set in and written anew; the whole programme; one without a place', async () => {
    const add = cli.write('kinds.json', [
      { id: 'F1', target: { chapter: 2 }, change: 'deletion' },
      {
        id: 'F2',
        target: { chapter: 1 },
        change: 'insertion',
        text: '# Et nytt kapittel\n\nInnledning.\n\n- At fyret lyser.',
      },
      { id: 'F3', target: { chapter: 3 }, change: 'chapter', text: 'Nytt navn\n\nBare dette.\n\n- At kaia males.' },
      { id: 'F4', change: 'programme', outcome: 'postpone', text: 'Til høsten.' },
      { id: 'F5', change: 'editorial', text: 'Rett kommafeil.' },
    ]);
    await done('amend', cli.path('a.program'), '--add', add, '-o', cli.path('kinds.program'));
    const all = await rows('kinds.program');
    expect(all.map(({ number, place }) => [number, place.replace(/,.*/, '')])).toEqual([
      ['1', expect.stringContaining('kap. 2')],
      ['2', expect.stringContaining('etter kap. 1')],
      ['3', expect.stringContaining('kap. 3')],
      ['4', 'hele programmet'],
      ['5', 'hele programmet'],
    ]);
    expect(all[1]?.text).toBe('Et nytt kapittel\nInnledning.\nAt fyret lyser.');
    expect(all[2]?.text).toContain('At kaia males.');
    const decisions = ['F2', 'F3'].map((id) => ({ id, result: 'adopted' }));
    await done(
      'decide',
      cli.path('kinds.program'),
      '--decisions',
      cli.write('d.json', decisions),
      '-o',
      cli.path('d.program'),
    );
    const texts =
      opened('d.program')
        .revisions.at(-1)
        ?.blocks.map(({ text }) => text) ?? [];
    expect(texts.slice(texts.indexOf('Et nytt kapittel'), texts.indexOf('Et nytt kapittel') + 3)).toEqual([
      'Et nytt kapittel',
      'Innledning.',
      'At fyret lyser.',
    ]);
    const at = texts.indexOf('Nytt navn');
    expect(texts.slice(at, at + 3)).toEqual(['Nytt navn', 'Bare dette.', 'At kaia males.']);
  });

  test('an amendment to an amendment, with others behind it, in the order and in the text', async () => {
    const add = cli.write('to.json', [
      { id: 'F1', target: { chapter: 1, point: 1 }, change: 'replacement', text: 'At alle fyr lyser.' },
      { id: 'F2', target: { chapter: 1, point: 2 }, change: 'deletion' },
      {
        id: 'F3',
        to: 'F1',
        target: { chapter: 1, point: 1 },
        change: 'replacement',
        text: 'At alle fyr lyser klart.',
        proposer: { name: 'Una Skarv', member: false },
        coProposers: [{ name: 'Odd Lom' }],
        supporters: [{ name: 'Liv Tjeld' }],
      },
    ]);
    await done('amend', cli.path('a.program'), '--add', add, '-o', cli.path('to.program'));
    expect((await rows('to.program')).map(({ rebase, text }) => [rebase, text])).toEqual([
      ['untouched', 'At alle fyr lyser.'],
      ['untouched', null],
      ['untouched', 'At alle fyr lyser klart.'],
    ]);
    const order = JSON.parse(await done('order', cli.path('to.program'), '--json')) as {
      items: { amendments: string[] }[];
    };
    expect(order.items.map(({ amendments }) => amendments[0])).toEqual(['F1', 'F3', 'F2']);
    const third = foldRegister(opened('to.program').entries).amendments.get(amendmentId('F3'));
    expect([third?.proposerIsMember, third?.coProposers.length, third?.supporters.length]).toEqual([false, 1, 1]);
  });

  test('the same file twice is one amendment; another text under its id is refused', async () => {
    const { programme, entries, revisions } = opened('a.program');
    const newest = foldRegister(entries).newest;
    const base = revisions.find(({ id }) => id === newest);
    const point = base?.blocks.find(({ kind }) => kind === 'point');
    if (!base || !point) throw new Error('no point');
    const file = amendmentFileOf({
      programme,
      base: base.id,
      changes: [{ kind: 'replacement', block: point.id, text: 'At alle fyr lyser.' }],
    });
    const path = cli.write('skarv.amendment', writeAmendmentFile(file));
    expect(await done('amend', cli.path('a.program'), '--add', path, '-o', cli.path('f.program'))).toContain(
      'forslag 1',
    );
    expect(await done('amend', cli.path('f.program'), '--add', path)).toContain('alt mottatt, som forslag 1');
    expect((await rows('f.program')).length).toBe(1);
    const changes = [{ kind: 'replacement' as const, block: point.id, text: 'At noe annet.' }];
    const altered = cli.write('b.amendment', writeAmendmentFile({ ...file, changes }));
    expect(await refused(1, 'amend', cli.path('f.program'), '--add', altered)).toContain('noe annet enn det som kom');
    const elsewhere = { ...file, programme: 'et-annet' as typeof programme };
    expect(
      await refused(
        1,
        'amend',
        cli.path('f.program'),
        '--add',
        cli.write('e.amendment', writeAmendmentFile(elsewhere)),
      ),
    ).toContain('et annet program');
    const whole = new TextDecoder().decode(writeAmendmentFile(file));
    for (const bad of [
      '',
      '{',
      whole.replace('lyser', 'lyste'),
      '[['.repeat(100_000),
      whole.replace('"version":1', '"version":2'),
    ])
      expect(await refused(3, 'amend', cli.path('f.program'), '--add', cli.write('bad.amendment', bad))).toContain(
        'bad.amendment',
      );
  });

  test('bad input: one clear sentence each, and the file is as it was', async () => {
    const filed = (change: object) =>
      refused(1, 'amend', cli.path('a.program'), '--add', cli.write('bad.json', [{ id: 'B1', ...change }]));
    const { revisions } = opened('a.program');
    const same = revisions[0]?.blocks.find(({ kind }) => kind === 'point')?.text ?? '';
    const target = { chapter: 1, point: 1 };
    expect(await filed({ target: { block: 9999 }, change: 'deletion' })).toContain('finner ikke blokk 9999');
    expect(await filed({ target, change: 'replacement', text: same })).toContain('samme som før');
    expect(await filed({ target, change: 'replacement', text: 'x'.repeat(1_000_000) })).toContain('1000000 tegn');
    expect(await filed({ target, to: 'F9', change: 'deletion' })).toContain('«F9»');
    expect(await filed({ target, alternativeTo: 'F9', change: 'deletion' })).toContain('«F9»');
    expect(await filed({ target: { chapter: 99 }, change: 'chapter', text: 'Nytt' })).toContain('kap. 99');
    const unknown = amendmentFileOf({ programme: opened('a.program').programme });
    const file = cli.write('u.amendment', writeAmendmentFile(unknown));
    expect(await refused(1, 'amend', cli.path('a.program'), '--add', file)).toContain('ikke finnes i dette programmet');
    const empty = cli.write('empty.json', [{ id: 'B1', target, change: 'replacement', text: ' ' }]);
    expect(await refused(3, 'amend', cli.path('a.program'), '--add', empty)).toContain('kan ikke være tom');
  });

  test('--help tells how amendments are written', async () => {
    const help = await done('--help');
    for (const word of ['coProposers', 'alternativeTo', 'referBack', '.amendment']) expect(help).toContain(word);
  });
});
