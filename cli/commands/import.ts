import { programmeId } from '#shared/core/ids';
import { ok } from '#shared/core/result';
import { numberBlocks } from '#shared/domain/numbering';
import { describeReportEntry, toImportJson, type ImportedDocument } from '#shared/import/index';
import { seedDraft } from '#shared/schema/draft/index';
import { documentBytes, emptyDocument, newDocument } from '#shared/schema/programFileDraft';
import { writeProgramFile } from '#shared/schema/programFile';
import { readArguments } from '../arguments';
import { randomIds } from '../machine';
import { misused, prettyJson, type Command, type FileToWrite } from '../outcome';
import { contentOfImport, currentText, openSource, revisionOf, type Source } from '../programme';

const usage = 'import <fil> [--json] [-o <fil.program>]';

/** A programme file reads as the text that counts in it; its blocks have no lines in any source. */
export function importedFrom(source: Source): ImportedDocument {
  if (source.kind === 'document') return source.document;
  const { title, period, language, blocks } = currentText(source.programme);
  const numbers = numberBlocks(blocks);
  return {
    title,
    period,
    language,
    blocks: blocks.map((block, index) => ({ block, number: numbers[index] ?? null, source: null })),
    report: source.programme.file.importReport,
  };
}

/** The text becomes the baseline and the draft at once; each block of the draft comes from itself. */
function newProgramme(document: ImportedDocument): Uint8Array {
  const content = contentOfImport(document);
  const baseline = revisionOf(content, content.period ? `${content.period.from}–${content.period.to}` : content.title);
  const draft = newDocument((doc) => {
    seedDraft(doc, { ...content, blocks: content.blocks.map((block) => ({ ...block, origins: [block.id] })) });
  });
  return writeProgramFile({
    programme: programmeId(randomIds.next()),
    baseline: baseline.id,
    revisions: [baseline],
    entries: [],
    people: {},
    draft: documentBytes(draft),
    comments: emptyDocument(),
    importReport: document.report,
    unknown: new Map(),
  });
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
    const files: readonly FileToWrite[] = out === undefined ? [] : [{ path: out, bytes: newProgramme(document) }];
    const stdout = given.value.flags.has('json') ? prettyJson(toImportJson(document, 'nb')) : summaryOf(document);
    return ok({ stdout, files });
  },
};
