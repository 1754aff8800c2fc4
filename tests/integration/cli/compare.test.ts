import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asMarkdown } from '../../support/asMarkdown';
import { askAboutPdf } from '../../support/pdfText';
import { makeProgramme, ordinaryRevision, revise, rollDice } from '../../support/revisionGenerator';
import { buildForTests, samplePath, type BuiltCli } from './builtCli';
import { brokenLaws, parseCompare, parseImport } from './shapes';

/** `compare` on texts that are hard for other reasons than their words: none in common, none at all, all of them, very many. */
describe('compare, at the edges', () => {
  let cli: BuiltCli;
  beforeAll(async () => {
    cli = await buildForTests('compare');
  }, 180_000);
  afterAll(() => {
    cli.remove();
  });

  const compared = async (previous: string, current: string) => {
    const run = await cli.run('compare', previous, current, '--json');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const sides = [];
    for (const path of [previous, current]) sides.push(parseImport((await cli.run('import', path, '--json')).stdout));
    const [base, now] = sides;
    if (base === undefined || now === undefined) throw new Error('no sides');
    const result = parseCompare(run.stdout);
    expect(brokenLaws(result, base, now)).toEqual([]);
    return result.summary;
  };

  test('two texts with nothing in common: everything is struck, and everything is new', async () => {
    const one = cli.write('one.md', '# Om fyr\n\n- At lyktene tennes hver kveld.\n- At glasset pusses jevnlig.\n');
    const other = cli.write(
      'other.md',
      '# Hagebruk\n\n- Gulrøtter sås tidlig på våren.\n- Vanning skjer etter solnedgang.\n',
    );
    expect(await compared(one, other)).toMatchObject({ unchanged: 0, reworded: 0, moved: 0, inserted: 3, deleted: 3 });
  });

  test('two identical texts: nothing happened', async () => {
    const summary = await compared(samplePath, samplePath);
    const { unchanged, ...rest } = summary;
    expect(unchanged).toBeGreaterThan(100);
    expect(Object.values(rest).every((count) => count === 0)).toBe(true);
    const page = cli.path('same.html');
    expect((await cli.run('compare', samplePath, samplePath, '-o', page)).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Ingenting er endret siden forrige periode.');
  });

  test('a side with hardly a word: all the other is struck, or new', async () => {
    const empty = cli.write('empty.md', '# Program\n');
    const before = await compared(samplePath, empty);
    expect(before.deleted).toBeGreaterThan(100);
    expect(before.inserted + before.reworded).toBeLessThanOrEqual(1);
    expect((await compared(empty, samplePath)).inserted).toBeGreaterThan(100);
  });

  test('a side without a word: everything is struck, or new, in every format; two of them are the same', async () => {
    const nothing = cli.write('nothing.txt', '');
    const blank = cli.write('blank.md', ' \n\n\t\n');
    const summaryOf = async (...sides: readonly [string, string]) => {
      const run = await cli.run('compare', ...sides, '--json');
      expect(run).toMatchObject({ code: 0, stderr: '' });
      return parseCompare(run.stdout).summary;
    };
    const struck = await summaryOf(samplePath, nothing);
    expect(struck).toEqual({ ...(await summaryOf(blank, nothing)), deleted: struck.deleted });
    expect(await summaryOf(blank, samplePath)).toEqual({ ...struck, deleted: 0, inserted: struck.deleted });
    expect(struck.deleted).toBeGreaterThan(100);
    for (const [format, ...sides] of [
      ['html', samplePath, nothing],
      ['docx', blank, samplePath],
      ['pdf', samplePath, nothing],
    ] as const) {
      const paper = cli.path(`side.${format}`);
      expect(await cli.run('compare', ...sides, '-o', paper)).toMatchObject({ code: 0, stderr: '' });
      expect(statSync(paper).size).toBeGreaterThan(1_000);
    }
  }, 120_000);

  test('300 000 words: the right answer, told on the way, as data and as a page (and in Word and as PDF, with LARGE_PAPERS=1); called off, it leaves the former page', async () => {
    const dice = rollDice(20_270_528);
    const base = makeProgramme(dice, 300_000);
    const previous = cli.write('long.md', asMarkdown(base));
    const current = cli.write('longer.md', asMarkdown(revise(dice, base, ordinaryRevision).current));
    const json = await cli.run('compare', previous, current, '--json');
    expect(json.code).toBe(0);
    expect(json.stderr).toBe('Sammenligner …\n');
    const { summary } = parseCompare(json.stdout);
    expect(summary.inserted).toBeGreaterThanOrEqual(40);
    expect(summary.deleted).toBeGreaterThanOrEqual(40);
    const page = cli.path('long.html');
    const html = await cli.run('compare', previous, current, '-o', page);
    expect(html).toMatchObject({ code: 0, stderr: `Sammenligner …\nLager «${page}» …\n` });
    expect(readFileSync(page, 'utf8')).toMatch(/<\/html>\s*$/);

    writeFileSync(page, 'forrige utgave');
    const stopped = cli.start('compare', previous, current, '-o', page);
    stopped.stderr.once('data', () => stopped.kill('SIGINT'));
    expect(await new Promise((resolve) => stopped.once('exit', (code, signal) => resolve(signal ?? code)))).toBe(
      'SIGINT',
    );
    expect(readFileSync(page, 'utf8')).toBe('forrige utgave');

    if (process.env['LARGE_PAPERS'] !== '1') return;
    const docx = cli.path('long.docx');
    expect(await cli.run('compare', previous, current, '-o', docx)).toMatchObject({ code: 0 });
    const text = strFromU8(unzipSync(readFileSync(docx))['word/document.xml'] ?? new Uint8Array());
    expect(text.match(/<w:moveFrom /gu)?.length).toBeGreaterThanOrEqual(20);

    const pdf = cli.path('long.pdf');
    expect(await cli.run('compare', previous, current, '-o', pdf)).toMatchObject({ code: 0 });
    const printed = wordCounts(
      await askAboutPdf(readFileSync(pdf), 'pdftotext', (file) => ['-raw', '-enc', 'UTF-8', file, '-']),
    );
    for (const side of [previous, current])
      for (const [word, count] of wordCounts(readFileSync(side, 'utf8')))
        expect(printed.get(word) ?? 0, word).toBeGreaterThanOrEqual(count);
  }, 600_000);
});

/** How often each word of letters stands in a text, where words may be divided at the ends of its lines. */
function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.replace(/[\u00ad-]\n(?=\p{Ll})/gu, '').matchAll(/\p{L}+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
