import { ok } from '#shared/core/result';
import { asImported, describeReportEntry, toImportJson, type ImportedDocument } from '#shared/import';
import { newProgrammeFrom } from '#shared/schema/newProgramme';
import { writeProgramFile } from '#shared/schema/programFile';
import { readArguments } from '../arguments';
import { randomIds, systemClock } from '../machine';
import { misused, prettyJson, type Command, type FileToWrite } from '../outcome';
import { currentText, openSource, type Source } from '../programme';

const usage = 'import <fil> [--json] [-o <fil.program>]';

/** A programme file reads as the text that counts in it; its blocks have no lines in any source. */
export function importedFrom(source: Source): ImportedDocument {
  if (source.kind === 'document') return source.document;
  return asImported(currentText(source.programme), source.programme.file.importReport);
}

const summaryOf = ({ title, period, blocks, report }: ImportedDocument): string =>
  [
    `${title}${period ? ` ${period.from}–${period.to}` : ''}: ${blocks.length} blokker`,
    ...report.map(
      (entry) => `${entry.line === null ? '' : `linje ${entry.line}: `}${describeReportEntry(entry, 'nb')}`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { json: 'flag', out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const out = given.value.values.get('out');
    const source = await openSource(path);
    if (!source.ok) return source;
    if (out !== undefined && source.value.kind === 'programme')
      return misused(usage, `«${path}» er alt en programfil; kopier den i stedet.`);
    const document = importedFrom(source.value);
    const files: readonly FileToWrite[] =
      out === undefined
        ? []
        : [{ path: out, bytes: writeProgramFile(newProgrammeFrom(document, { clock: systemClock, ids: randomIds })) }];
    const stdout = given.value.flags.has('json') ? prettyJson(toImportJson(document, 'nb')) : summaryOf(document);
    return ok({ stdout, files });
  },
};
