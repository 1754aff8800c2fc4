import { failure, type Failure, type Language } from '../core/failure';
import { blockId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import { markersFor } from '../domain/numbering';
import type { Period } from '../domain/revision';
import { decodeText, type DecodedText } from './decodeText';
import { detectTextFormat, foreignFormat, looksBinary, looksLikeHtml } from './detectFormat';
import type { ImportFailureCode } from './failures';
import { detectLanguage } from './language';
import { normalisePeriod, readPeriod } from './period';
import { readMarkdown } from './readers/readMarkdown';
import { readPlainText } from './readers/readPlainText';
import type { ReadText } from './readers/sourceLine';
import { recogniseStructure, type RecognisedBlock } from './recogniseStructure';
import type { ReportEntry } from './report';

export interface ImportedBlock {
  readonly block: Block;
  /** As printed in the source: «3», «1.1», «•»; or `null`. */
  readonly number: string | null;
  /** Lines of the file, from 1, both inclusive; `null` for what was not in the file. */
  readonly source: { readonly fromLine: number; readonly toLine: number } | null;
}

export interface ImportedDocument {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly blocks: readonly ImportedBlock[];
  readonly report: readonly ReportEntry[];
}

/** Largest file that is read, in bytes: eighty times the longest text known, and what is read in a few seconds. */
export const LARGEST_IMPORT = 16 * 1024 * 1024;

/**
 * Reads a file of any supported format to blocks with fresh ids. Total: whatever the bytes are, a document or a typed failure.
 * The format is told by the content, then by the name. Linear in the length of the file.
 */
export function importDocument(
  input: { readonly name: string; readonly bytes: Uint8Array },
  ids: IdSource,
): Result<ImportedDocument, Failure<ImportFailureCode>> {
  const { name, bytes } = input;
  if (bytes.length === 0) return fail(failure('import-empty', { name }));
  if (bytes.length > LARGEST_IMPORT) {
    const megabytes = (size: number) => Math.ceil(size / (1024 * 1024));
    return fail(
      failure('import-too-large', { name, megabytes: megabytes(bytes.length), limit: megabytes(LARGEST_IMPORT) }),
    );
  }
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return fail(failure('import-unsupported', { name, format: foreign }));
  const decoded = decodeText(bytes);
  if (looksBinary(decoded.text)) return fail(failure('import-binary', { name }));
  if (looksLikeHtml(decoded.text)) return fail(failure('import-unsupported', { name, format: 'HTML' }));
  const text = decoded.text.normalize('NFC');
  const { read, remarks } = readText(name, text);
  if (read.lines.length === 0) return fail(failure('import-empty', { name }));
  const structure = recogniseStructure(read, /[\r\n]\s*$/.test(text.slice(-200)));
  const report: ReportEntry[] = [...describeDecoding(decoded), ...remarks, ...structure.remarks];
  const title = titleOf(structure.blocks);
  if (title === null) report.push({ severity: 'warning', code: 'title-missing', line: null, params: {} });
  const markers = markersFor(structure.blocks);
  const document: ImportedDocument = {
    title: title ?? name.replace(/\.[^.]{1,8}$/, ''),
    period: periodOf(structure.blocks),
    language: detectLanguage(structure.blocks.map((block) => block.text)),
    blocks: structure.blocks.map((block, i) => ({
      block: {
        id: blockId(ids.next()),
        kind: block.kind,
        level: block.level,
        marker: markers[i] ?? null,
        text: block.text,
        origins: [],
        footnoteRefs: block.footnoteRefs,
      },
      number: block.number,
      source: block.source,
    })),
    report: report.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
  return ok(document);
}

function readText(name: string, text: string): { readonly read: ReadText; readonly remarks: readonly ReportEntry[] } {
  const read = detectTextFormat(name, text) === 'markdown' ? readMarkdown(text) : readPlainText(text);
  return {
    read,
    remarks: read.remarks.map((remark) => ({
      severity: 'info',
      code: remark.code,
      line: remark.line,
      params: { text: remark.text },
    })),
  };
}

function describeDecoding(decoded: DecodedText): readonly ReportEntry[] {
  const entries: ReportEntry[] = [];
  if (decoded.encoding !== 'utf-8' && !decoded.certain) {
    entries.push({ severity: 'info', code: 'encoding-guessed', line: null, params: { encoding: decoded.encoding } });
  }
  if (decoded.replaced > 0)
    entries.push({ severity: 'warning', code: 'unreadable-letters', line: null, params: { count: decoded.replaced } });
  return entries;
}

const titleOf = (blocks: readonly RecognisedBlock[]): string | null => {
  const title = blocks.find((block) => block.kind === 'title');
  return title === undefined ? null : normalisePeriod(title.text);
};

/** The period of the title, else of a line of its own before the first chapter. */
function periodOf(blocks: readonly RecognisedBlock[]): Period | null {
  const title = blocks.find((block) => block.kind === 'title');
  const inTitle = title === undefined ? null : readPeriod(title.text);
  if (inTitle !== null) return inTitle.period;
  for (const block of blocks.slice(0, 12)) {
    if (block.kind === 'heading') break;
    const found = readPeriod(block.text);
    if (found?.whole === true) return found.period;
  }
  return null;
}
