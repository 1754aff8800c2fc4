import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProgramFile, type ProgrammeFile } from '#shared/schema/programFile';
import { buildForTests, samplePath, type BuiltCli } from '../integration/cli/builtCli';
import { processInLibreOffice } from '../support/libreOffice';
import {
  added,
  addPointAfter,
  inTurn,
  joinWithNext,
  moveAfter,
  rewriteParagraph,
  splitBefore,
  strikeParagraph,
  struck,
  within,
  withEditedBody,
} from '../support/recordedChanges';

/** A file is sent out, four people write in it, and it comes back: through the built command line, and through LibreOffice that opens and saves it. */
describe('R1–R8 a Word document that came back', () => {
  let cli: BuiltCli;
  let sent: Uint8Array;
  let programme: ProgrammeFile;
  const done = async (...args: readonly string[]) => {
    const run = await cli.run(...args);
    expect(run, args.join(' ')).toMatchObject({ code: 0 });
    return run;
  };
  const readProgramme = (name: string): ProgrammeFile => {
    const read = readProgramFile(new Uint8Array(readFileSync(cli.path(name))));
    if (!read.ok) throw new Error(read.failure.code);
    return read.value;
  };
  const newestOf = ({ revisions }: ProgrammeFile) => {
    const newest = revisions.at(-1);
    if (newest === undefined) throw new Error('no revision');
    return newest;
  };
  /** The block in which the words stand. */
  const blockWith = (words: string): string => {
    const found = newestOf(programme).blocks.filter(({ text }) => text.includes(words));
    if (found.length !== 1) throw new Error(`${words}: ${found.length} blocks`);
    return found[0]?.id ?? '';
  };
  const submittedIn = (file: ProgrammeFile) =>
    file.entries.flatMap(({ event }) =>
      event.type === 'submitted'
        ? [{ proposer: file.people[event.proposer]?.name, changes: event.changes, rationale: event.rationale }]
        : [],
    );
  const reviewed = () =>
    withEditedBody(
      sent,
      inTurn(
        within('nitti prosent', struck('Kari Nordmann', 'nitti prosent') + added('Kari Nordmann', 'alt')),
        rewriteParagraph(
          'Ola Berg',
          'små lokallag',
          'Alle lokallag skal ha hver sin båt, et naust og penger til drift.',
        ),
        addPointAfter('Kari Nordmann', 'yrkesaktive og pensjonerte', 'At det kommer flere benker langs kaia.'),
        strikeParagraph('Ola Berg', 'salget av kommunale kaier'),
        splitBefore('Šuŋ Čálli', 'men de kan'),
        joinWithNext('Šuŋ Čálli', 'fordeles etter tilstand'),
        moveAfter('Kari Nordmann', 'driver alle fyr', 'samme standard'),
      ),
    );

  beforeAll(async () => {
    cli = await buildForTests('returned');
    await done('import', samplePath, '-o', cli.path('a.program'));
    await done('revise', cli.path('a.program'), '--text', samplePath);
    await done('export', cli.path('a.program'), '--view', 'text', '--as', 'docx', '-o', cli.path('sent.docx'));
    sent = new Uint8Array(readFileSync(cli.path('sent.docx')));
    programme = readProgramme('a.program');
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  const expectProposals = (file: ProgrammeFile): void => {
    const byPlace = submittedIn(file).map(({ proposer, changes }) => [proposer, changes]);
    const id = blockWith;
    expect(byPlace).toHaveLength(7);
    expect(byPlace).toEqual(
      expect.arrayContaining([
        [
          'Kari Nordmann',
          [
            {
              kind: 'replacement',
              block: id('organisasjonsgraden'),
              text: 'Å holde organisasjonsgraden over alt i alle havnedistrikter.',
            },
          ],
        ],
        [
          'Ola Berg',
          [
            {
              kind: 'replacement',
              block: id('små lokallag'),
              text: 'Alle lokallag skal ha hver sin båt, et naust og penger til drift.',
            },
          ],
        ],
        [
          'Kari Nordmann',
          [
            {
              kind: 'insertion',
              after: id('yrkesaktive og pensjonerte'),
              blocks: [{ kind: 'point', level: null, marker: 'auto', text: 'At det kommer flere benker langs kaia.' }],
            },
          ],
        ],
        ['Ola Berg', [{ kind: 'deletion', block: id('salget av kommunale kaier') }]],
        [
          'Šuŋ Čálli',
          [
            {
              kind: 'split',
              block: id('Merking, kartlegging og beredskap'),
              texts: [expect.stringMatching(/gode hjelpere,$/), expect.stringMatching(/^men de kan ikke/)],
            },
          ],
        ],
        ['Šuŋ Čálli', [{ kind: 'join', block: id('fordeles etter tilstand'), with: id('bygges brede') }]],
      ]),
    );
    const moves = submittedIn(file).flatMap(({ proposer, changes }) =>
      changes.flatMap((change) => (change.kind === 'move' ? [[proposer, change.block]] : [])),
    );
    expect(moves).toEqual([['Kari Nordmann', id('driver alle fyr')]]);
  };

  test('R3 `amend --from` files each place as an amendment of whoever made it', async () => {
    const run = await done(
      'amend',
      cli.path('a.program'),
      '--from',
      cli.write('back.docx', reviewed()),
      '-o',
      cli.path('b.program'),
    );
    expect(run.stderr).toBe('');
    expectProposals(readProgramme('b.program'));
  });

  test('R2 the same after LibreOffice has opened the file and saved it', async () => {
    const [saved] = await processInLibreOffice([{ bytes: reviewed(), extension: 'docx', action: 'none', as: 'docx' }]);
    const path = cli.write('saved.docx', saved ?? new Uint8Array());
    const run = await done('amend', cli.path('a.program'), '--from', path, '-o', cli.path('c.program'));
    expect(run.stderr).toBe('');
    expectProposals(readProgramme('c.program'));
  });

  test('R2 `revise --text` knows our blocks in a file that LibreOffice saved with every change accepted', async () => {
    const [saved] = await processInLibreOffice([
      { bytes: reviewed(), extension: 'docx', action: 'accept', as: 'docx' },
    ]);
    const path = cli.write('accepted.docx', saved ?? new Uint8Array());
    await done('revise', cli.path('a.program'), '--text', path, '-o', cli.path('d.program'));
    const revised = readProgramme('d.program');
    const idOf = (words: string) => newestOf(revised).blocks.find(({ text }) => text.includes(words))?.id;
    expect(idOf('hver sin båt')).toBe(blockWith('små lokallag'));
    expect(idOf('organisasjonsgraden over alt')).toBe(blockWith('organisasjonsgraden'));
    expect(idOf('enkelt å rette')).toBe(blockWith('enkelt å rette'));
    expect(idOf('driver alle fyr')).toBe(blockWith('driver alle fyr'));
    const known = new Set(newestOf(programme).blocks.map(({ id }) => id));
    const strange = newestOf(revised).blocks.filter(({ id }) => !known.has(id));
    // New are only the point that was set in and the second half of what was divided.
    expect(strange.map(({ text }) => text.slice(0, 15))).toEqual(['At det kommer f', 'men de kan ikke']);
  });

  test('R7 a file without recorded changes, and another text, are refused with a sentence', async () => {
    const plain = await cli.run(
      'amend',
      cli.path('a.program'),
      '--from',
      cli.path('sent.docx'),
      '-o',
      cli.path('e.program'),
    );
    expect(plain).toMatchObject({ code: 1, stdout: '' });
    expect(plain.stderr).toContain('ingen sporede endringer');
    const text = await cli.run('amend', cli.path('a.program'), '--from', samplePath, '-o', cli.path('e.program'));
    expect(text.code).not.toBe(0);
    expect(text.stderr).not.toBe('');
  });
});
