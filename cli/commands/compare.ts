import { extname } from 'node:path';
import { approximateMarks } from '#shared/comparison';
import { ok } from '#shared/core/result';
import { alignBlocks, describeSummary, summarise, type Alignment } from '#shared/diff';
import type { Revision } from '#shared/domain/revision';
import { isFormat, type Format } from '#shared/export/views';
import { readArguments } from '../arguments';
import { systemClock } from '../machine';
import { misused, refuse, sentence, type Command, type FileToWrite } from '../outcome';
import { openCompared } from '../programme';

const usage = 'compare <forrige> <gjeldende> [--json] [-o <fil.html|.docx|.pdf|.md>]';

const toJson = (alignment: Alignment) => ({
  summary: summarise(alignment),
  changes: alignment.changes.map(({ kind, moved, base, current, tokens }) => ({ kind, moved, base, current, tokens })),
});

const formatOf = (path: string): Format | null => {
  const ending = extname(path).slice(1).toLowerCase();
  return isFormat(ending) ? ending : null;
};

async function printComparison(baseline: Revision, newest: Revision, isDraft: boolean, format: Format) {
  const { printPaper } = await import('../printing');
  return printPaper('tracked', format, {
    newest,
    isDraft,
    baseline,
    amendments: [],
    votingOrder: null,
    people: {},
    language: newest.language,
    generatedAt: systemClock.now(),
    author: 'Programrevisjon',
  });
}

const lettersIn = ({ blocks }: Revision): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** Letters in both texts that are compared before anyone wonders; some fifty thousand words. */
const QUICK = 400_000;

/** Tells on standard error how far a long comparison has come. It can be stopped at any time: files are written last, and whole. */
const progressOf =
  (letters: number) =>
  (line: string): void => {
    if (letters > QUICK) process.stderr.write(`${line}\n`);
  };

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 2, options: { json: 'flag', out: 'value' } });
    if (!given.ok) return given;
    const [basePath = '', currentPath = ''] = given.value.positionals;
    const out = given.value.values.get('out');
    const format = out === undefined ? null : formatOf(out);
    if (out !== undefined && format === null) return misused(usage, `Kjenner ikke filtypen til «${out}».`);
    const base = await openCompared(basePath);
    if (!base.ok) return base;
    const current = await openCompared(currentPath);
    if (!current.ok) return current;
    const [previous, newest] = [base.value.text, current.value.text];
    const progress = progressOf(lettersIn(previous) + lettersIn(newest));
    const files: FileToWrite[] = [];
    progress('Sammenligner …');
    const alignment = alignBlocks(previous.blocks, newest.blocks);
    if (!alignment.exact) process.stderr.write(`${approximateMarks.nb}\n`);
    if (out !== undefined && format !== null) {
      progress(`Lager «${out}» …`);
      const paper = await printComparison(previous, newest, !current.value.isFrozen, format);
      if (!paper.ok) {
        const line = sentence(paper.failure);
        return paper.failure.code === 'export-unsupported-pair' ? misused(usage, line) : refuse(line);
      }
      files.push({ path: out, bytes: paper.value });
    }
    if (given.value.flags.has('json')) return ok({ stdout: `${JSON.stringify(toJson(alignment))}\n`, files });
    return ok({ stdout: `${describeSummary(summarise(alignment), 'nb')}\n`, files });
  },
};
