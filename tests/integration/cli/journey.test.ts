import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportJson } from '#shared/import';
import { blockId } from '#shared/core/ids';
import { insertText, readDraft } from '#shared/schema/draft';
import { readProgramFile, writeProgramFile } from '#shared/schema/programFile';
import { documentBytes, openDocument } from '#shared/schema/programFileDraft';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';
import { brokenLaws, parseAmendments, parseCompare, parseImport, parseOrder } from './shapes';

/** One programme from import to adopted text, through the built command line alone. */
describe('the command line, from import to adopted text', () => {
  let cli: BuiltCli;
  let imported: ImportJson;
  const done = async (...args: readonly string[]) => {
    const run = await cli.run(...args);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    return run.stdout;
  };
  const textsOf = (document: ImportJson) => document.blocks.map((block) => block.text);
  /** Index of the n-th point (from 1) of a chapter (from 1). */
  const pointIndex = (chapter: number, point: number) => {
    const { blocks } = imported;
    const headings = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []));
    const start = headings[chapter - 1] ?? -1;
    const points = blocks.flatMap((block, index) => (index > start && block.kind === 'point' ? [index] : []));
    return points[point - 1] ?? -1;
  };

  beforeAll(async () => {
    cli = await buildForTests('journey');
    imported = parseImport(await done('import', samplePath, '--json', '-o', cli.path('a.program')));
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  test('import prints the contract’s shape and makes a programme that verifies', async () => {
    expect(imported.blocks.length).toBeGreaterThan(100);
    expect(new Set(imported.blocks.map(({ id }) => id)).size).toBe(imported.blocks.length);
    for (const block of imported.blocks)
      expect(Object.keys(block).sort()).toEqual(['footnoteRefs', 'id', 'kind', 'level', 'number', 'source', 'text']);
    expect(await done('verify', cli.path('a.program'))).toContain('hel');
  });

  test('importing the same file twice gives the same blocks', async () => {
    expect(parseImport(await done('import', samplePath, '--json'))).toEqual(imported);
  });

  test('a new programme reads as the file it came from', async () => {
    const again = parseImport(await done('import', cli.path('a.program'), '--json'));
    expect(textsOf(again)).toEqual(textsOf(imported));
    expect(again.blocks.map(({ number }) => number)).toEqual(imported.blocks.map(({ number }) => number));
    const compared = parseCompare(await done('compare', samplePath, cli.path('a.program'), '--json'));
    expect(compared.summary.unchanged).toBe(imported.blocks.length);
    expect(brokenLaws(compared, imported, again)).toEqual([]);
  });

  test('amendments are filed, numbered and placed; a receipt is printed for each', async () => {
    const original = imported.blocks[pointIndex(1, 1)]?.text ?? '';
    const amendments = cli.write('amendments.json', [
      {
        id: 'F1',
        target: { chapter: 1, point: 1 },
        change: 'replacement',
        text: original.replace('nitti', 'åtti'),
        proposer: { name: 'Kari Bergsdal', body: 'Nordre lokallag' },
        rationale: 'Nitti er for mye.',
      },
      { id: 'F2', target: { chapter: 1, point: 1 }, change: 'replacement', text: original.replace('nitti', 'femti') },
      { id: 'F3', target: { chapter: 2, point: 2 }, change: 'insertion', text: 'At fyrvokterboligene tas vare på.' },
      { id: 'F4', target: { block: pointIndex(2, 1) }, change: 'deletion' },
      { id: 'F5', target: { chapter: 1, point: 4 }, change: 'move', destination: { chapter: 2, point: 3 } },
      { id: 'F6', target: { chapter: 1, point: 0 }, change: 'insertion', text: 'Først dette.' },
      { id: 'F7', target: { chapter: 1, paragraph: 1 }, change: 'deletion' },
    ]);
    const receipts = await done('amend', cli.path('a.program'), '--add', amendments, '-o', cli.path('b.program'));
    expect(receipts.match(/^Kvittering: endringsforslag \d+$/gm)).toHaveLength(7);
    expect(receipts).toMatch(/kap\. 1 pkt\. 1, linje \d+/);

    const rows = parseAmendments(await done('amendments', cli.path('b.program'), '--json'));
    expect(rows.map(({ id, number, state, rebase }) => [id, number, state, rebase])).toEqual(
      ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'].map((id, index) => [id, String(index + 1), 'submitted', 'untouched']),
    );
    expect(rows.map(({ change }) => change)).toEqual([
      'replacement',
      'replacement',
      'insertion',
      'deletion',
      'move',
      'insertion',
      'deletion',
    ]);
    expect(rows[0]?.text).toBe(original.replace('nitti', 'åtti'));
    expect(rows[3]?.text).toBeNull();
    expect(rows[4]?.text).toBeNull();
    for (const row of rows) expect(row.place).toMatch(/kap\. \d+ .*linje \d+/);
    expect(await done('verify', cli.path('b.program'))).toContain('hel');
  });

  test('the order of voting names what stands against what', async () => {
    const order = parseOrder(await done('order', cli.path('b.program'), '--json'));
    const voted = order.items.flatMap(({ amendments }) => amendments);
    expect([...voted].sort()).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
    const first = order.items.find(({ amendments }) => amendments.includes('F1'));
    expect(first?.against).toEqual(['F2']);
    expect(first?.fallsIf).toEqual(['F2']);
    expect(order.collisions.map(({ a, b, reason }) => [[a, b].sort().join(), reason])).toContainEqual([
      'F1,F2',
      'same-words',
    ]);
  });

  test('decisions make the next revision, and what stands against an adopted one falls', async () => {
    const decisions = cli.write('decisions.json', [
      { id: 'F1', result: 'adopted', for: 97, against: 41, abstained: 3 },
      { id: 'F3', result: 'adopted' },
      { id: 'F4', result: 'rejected', for: 3, against: 100, abstained: 0 },
      { id: 'F5', result: 'adopted' },
      { id: 'F6', result: 'adopted' },
      { id: 'F7', result: 'referred' },
    ]);
    await done('decide', cli.path('b.program'), '--decisions', decisions, '-o', cli.path('c.program'));
    const rows = parseAmendments(await done('amendments', cli.path('c.program'), '--json'));
    expect(Object.fromEntries(rows.map(({ id, state }) => [id, state]))).toEqual({
      F1: 'adopted',
      F2: 'fallen',
      F3: 'adopted',
      F4: 'rejected',
      F5: 'adopted',
      F6: 'adopted',
      F7: 'referred',
    });

    const expected = [...textsOf(imported)];
    const index = pointIndex(1, 1);
    expected[index] = (expected[index] ?? '').replace('nitti', 'åtti');
    const inserted = pointIndex(2, 2);
    const destination = pointIndex(2, 3);
    const moved = pointIndex(1, 4);
    const text = expected[moved] ?? '';
    expected.splice(destination + 1, 0, text);
    expected.splice(inserted + 1, 0, 'At fyrvokterboligene tas vare på.');
    expected.splice(moved, 1);
    expected.splice(index, 0, 'Først dette.');
    const now = parseImport(await done('import', cli.path('c.program'), '--json'));
    expect(textsOf(now)).toEqual(expected);
    expect(now.blocks[index]?.kind).toBe('point');
    expect(await done('verify', cli.path('c.program'))).toContain('hel');
  });

  test('two that do not go together are adopted only with a reason', async () => {
    const decideBoth = (more: object, out: string) => {
      const rows = [
        { id: 'F1', result: 'adopted' },
        { id: 'F2', result: 'adopted', ...more },
      ];
      const path = cli.write('both.json', rows);
      return cli.run('decide', cli.path('b.program'), '--decisions', path, '-o', cli.path(out));
    };
    const refused = await decideBoth({}, 'never.program');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('begge kan ikke vedtas');
    expect((await decideBoth({ despite: ' ' }, 'never.program')).code).toBe(3);
    const decided = await decideBoth({ despite: 'Komiteen skriver dem sammen.' }, 'both.program');
    expect(decided.code).toBe(0);
    expect(decided.stderr).toContain('må ferdigstilles av en person');
  });

  const draftIn = (name: string) => {
    const file = readProgramFile(new Uint8Array(readFileSync(cli.path(name))));
    const draft = file.ok ? openDocument(file.value.draft, 'draft.yjs') : file;
    if (!file.ok || !draft.ok) throw new Error(`${name} cannot be read`);
    return { file: file.value, draft: draft.value, texts: readDraft(draft.value).map(({ text }) => text) };
  };

  test('a draft that nobody has written in follows the decisions; one that somebody has is left as it stands', async () => {
    const now = parseImport(await done('import', cli.path('c.program'), '--json'));
    expect(draftIn('c.program').texts).toEqual(textsOf(now));

    const { file, draft } = draftIn('b.program');
    insertText(draft, readDraft(draft)[3]?.id ?? blockId(''), 0, 'Skrevet etter frysing. ');
    const written = readDraft(draft).map(({ text }) => text);
    cli.write('written.program', writeProgramFile({ ...file, draft: documentBytes(draft) }));
    const run = await cli.run('decide', cli.path('written.program'), '--decisions', cli.path('decisions.json'));
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('Utkastet har endringer som ikke er fryst');
    expect(draftIn('written.program').texts).toEqual(written);
    expect(textsOf(parseImport(await done('import', cli.path('written.program'), '--json')))).toEqual(textsOf(now));
  });

  test('the comparison of before and after keeps its laws, and knows what moved', async () => {
    const compared = parseCompare(await done('compare', cli.path('a.program'), cli.path('c.program'), '--json'));
    const now = parseImport(await done('import', cli.path('c.program'), '--json'));
    expect(brokenLaws(compared, imported, now)).toEqual([]);
    expect(compared.summary).toMatchObject({ reworded: 1, moved: 1, inserted: 2, deleted: 0 });
    expect(await done('compare', cli.path('a.program'), cli.path('c.program'))).toContain('1 omskrevet');
  });

  test('the adopted text as JSON has the shape of import and the same words', async () => {
    await done('export', cli.path('c.program'), '--view', 'decided', '--as', 'json', '-o', cli.path('decided.json'));
    const decided = parseImport(readFileSync(cli.path('decided.json'), 'utf8'));
    const now = parseImport(await done('import', cli.path('c.program'), '--json'));
    expect(textsOf(decided)).toEqual(textsOf(now));
    expect(decided.blocks.map(({ number }) => number)).toEqual(now.blocks.map(({ number }) => number));
    expect(Object.keys(decided).sort()).toEqual(Object.keys(imported).sort());
  });

  test('every paper is written in every format that is offered', async () => {
    const papers = [
      ['text', 'pdf', '%PDF'],
      ['text', 'docx', 'PK'],
      ['text', 'html', '<!'],
      ['text', 'md', ''],
      ['tracked', 'docx', 'PK'],
      ['tracked', 'html', '<!'],
      ['amendments', 'pdf', '%PDF'],
      ['amendments', 'docx', 'PK'],
      ['voting', 'html', '<!'],
      ['decided', 'docx', 'PK'],
      ['decided', 'md', ''],
      ['minutes', 'html', '<!'],
      ['synopsis', 'html', '<!'],
    ] as const;
    for (const [view, format, beginning] of papers) {
      const out = cli.path(`${view}.${format}`);
      await done('export', cli.path('c.program'), '--view', view, '--as', format, '-o', out);
      const bytes = readFileSync(out);
      expect(bytes.length).toBeGreaterThan(100);
      expect(bytes.subarray(0, beginning.length).toString('latin1')).toBe(beginning);
    }
  }, 180_000);

  test('a text written elsewhere becomes the next revision, and open amendments follow their words', async () => {
    await done(
      'amend',
      cli.path('a.program'),
      '-o',
      cli.path('d.program'),
      '--add',
      cli.write('two.json', [
        {
          id: 'G1',
          target: { chapter: 1, point: 2 },
          change: 'replacement',
          text: 'Å gi nye tillitsvalgte en kopp kaffe.',
        },
        { id: 'G2', target: { chapter: 2, point: 4 }, change: 'deletion' },
      ]),
    );
    const source = readFileSync(samplePath, 'utf8');
    const rewritten = source
      .replace('over nitti prosent', 'over åtti prosent')
      .replace(/(\n1\. )([^\n]+\n\n)/, '$1$2Et helt nytt avsnitt står her nå, skrevet av en annen.\n\n');
    expect(rewritten).not.toBe(source);
    const draft = cli.write('nytt.txt', rewritten);
    expect(await done('revise', cli.path('d.program'), '--text', draft, '-o', cli.path('e.program'))).toContain(
      '1 omskrevet, 1 ny',
    );
    const written = parseImport(await done('import', draft, '--json'));
    const now = parseImport(await done('import', cli.path('e.program'), '--json'));
    expect(textsOf(now)).toEqual(textsOf(written));
    const before = parseImport(await done('import', cli.path('d.program'), '--json'));
    const kept = new Set(before.blocks.map(({ id }) => id));
    expect(now.blocks.filter(({ id }) => !kept.has(id))).toHaveLength(1);
    const rows = parseAmendments(await done('amendments', cli.path('e.program'), '--json'));
    expect(rows.map(({ id }) => id)).toEqual(['G1', 'G2']);
    for (const { rebase } of rows) expect(['untouched', 'carried']).toContain(rebase);
    expect(rows[0]?.text).toBe('Å gi nye tillitsvalgte en kopp kaffe.');
    expect(await done('verify', cli.path('e.program'))).toContain('hel');

    const order = parseOrder(await done('order', cli.path('e.program'), '--json'));
    expect(order.items.map(({ amendments, place }) => [amendments, place])).toEqual(
      rows.map(({ id, place }) => [[id], place]),
    );
    await done('export', cli.path('e.program'), '--view', 'voting', '--as', 'html', '-o', cli.path('voting-e.html'));
    const paper = readFileSync(cli.path('voting-e.html'), 'utf8');
    for (const { place } of rows) expect(paper).toContain(place);
  });

  test('a result that the counts speak against is recorded, and told on standard error', async () => {
    const decisions = cli.write('outvoted.json', [{ id: 'G1', result: 'adopted', for: 40, against: 41, abstained: 0 }]);
    const run = await cli.run('decide', cli.path('e.program'), '--decisions', decisions, '-o', cli.path('f.program'));
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('adopted');
    expect(run.stderr).toContain('Forslag 1 er ført som vedtatt, men flere stemte mot enn for.');
    const rows = parseAmendments(await done('amendments', cli.path('f.program'), '--json'));
    expect(rows[0]?.state).toBe('adopted');
  });

  test.each(['html', 'docx', 'pdf', 'md'])('compare writes a marked document as %s', async (format) => {
    const out = cli.path(`compared.${format}`);
    await done('compare', cli.path('a.program'), cli.path('c.program'), '-o', out);
    expect(readFileSync(out).length).toBeGreaterThan(1000);
  });
});
