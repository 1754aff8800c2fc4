import { failure, type Failure, type Language } from '../core/failure';
import { blockId } from '../core/ids';
import { fail, ok, type Result } from '../core/result';
import type { IdSource } from '../core/sources';
import type { Block } from '../domain/block';
import { withFormats, type FormatRun } from '../domain/formats';
import type { BlockBookmark } from '../domain/blockBookmark';
import { markersFor } from '../domain/numbering';
import type { Period } from '../domain/revision';
import { decodeText, type DecodedText } from './decodeText';
import {
  detectTextFormat,
  foreignFormat,
  isEncryptedOffice,
  looksBinary,
  looksLikeFlatOdt,
  isHtml,
  isRtf,
  startsLikeZip,
} from './detectFormat';
import type { Judgement } from './doubts';
import type { ImportFailureCode } from './failures';
import { detectLanguage } from './language';
import { organisationOf, periodOf, titleOf } from './metadata';
import type { ChangeSide } from './readers/docx/body';
import { isDocx, readDocx } from './readers/docx/readDocx';
import { readRtf } from './readers/rtf/readRtf';
import { readHtml } from './readers/html/readHtml';
import { withoutOwnFrame } from './readers/ownFrame';
import { isOdt, readOdt, readOdtParts } from './readers/odt/readOdt';
import { openArchive, type ArchiveProblem } from './readers/package/archive';
import { readMarkdown } from './readers/readMarkdown';
import { readPlainText } from './readers/readPlainText';
import { withoutSkipLink } from './readers/skipLinks';
import type { PagePlace, ReadText } from './readers/sourceLine';
import { recogniseStructure } from './recogniseStructure';
import { saidIn, type ReportEntry } from './report';

export interface ImportedBlock {
  readonly block: Block;
  /** As printed in the source: «3», «1.1», «•»; or `null`. */
  readonly number: string | null;
  /** Lines of the file, from 1, both inclusive; `null` for what was not in the file. */
  readonly source: { readonly fromLine: number; readonly toLine: number } | null;
  readonly judgement: Judgement;
  /** Which block of which revision it is, where the file was printed from one. */
  readonly bookmark?: BlockBookmark;
}

/** A line of the file as it was read, to show beside the block that it became a part of. */
export interface SourceRow {
  /** From 1; of a word processor's file the paragraph or row, of a PDF the line in reading order. */
  readonly line: number;
  readonly text: string;
  /** From 1; `null` where the format has no pages. */
  readonly page: number | null;
  /** Where on that page; `null` where the format has no places. */
  readonly place: PagePlace | null;
}

/** A text that was read, without what is known about the reading. */
export interface ImportedText {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  readonly blocks: readonly ImportedBlock[];
}

export interface ImportedDocument extends ImportedText {
  /** Whose programme it is, by its title; `null` where that does not say. */
  readonly organisation: string | null;
  /** What became of it, as printed at its end («Enstemmig vedtatt.»), and no part of the text; `null` where nothing is printed. */
  readonly outcome: string | null;
  /** The text before the changes that the file records; `null` where it records none. */
  readonly previous: ImportedText | null;
  readonly report: readonly ReportEntry[];
  /** What was read, in the order of the file. Empty for a text that did not come out of a file. */
  readonly rows: readonly SourceRow[];
}

export interface ImportInput {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Which side of the changes that a word processor recorded is the text. Where nothing is said it is the new one, and the other is `previous`. */
  readonly changes?: ChangeSide;
}

/** Largest file that is read, in bytes: eighty times the longest text known, and what is read in a few seconds. */
export const LARGEST_IMPORT = 16 * 1024 * 1024;

/**
 * Reads a file of any supported format to blocks with fresh ids. Total: whatever the bytes are, a document or a typed failure.
 * The format is told by the content, then by the name. Linear in the length of the file. A programme file is no document:
 * whoever opens files looks for one first, so what comes here under that name is none, or none any more.
 */
export function importDocument(
  input: ImportInput,
  ids: IdSource,
): Result<ImportedDocument, Failure<ImportFailureCode>> {
  const { name, bytes } = input;
  const refused = refusal(input);
  if (refused !== null) return fail(refused);
  if (startsLikeZip(bytes)) return importPackage(input, ids);
  const foreign = foreignFormat(bytes);
  if (foreign !== null) {
    return fail(
      isEncryptedOffice(bytes)
        ? failure('import-encrypted', { name })
        : failure('import-unsupported', { name, format: foreign }),
    );
  }
  if (isRtf(bytes)) return bothSides(input, (side) => orDamaged(readRtf(bytes, side)), ids);
  const decoded = decodeText(bytes);
  if (looksBinary(decoded.text)) return fail(failure('import-binary', { name }));
  if (looksLikeFlatOdt(decoded.text))
    return bothSides(input, (side) => orDamaged(readOdtParts(bytes, null, side)), ids);
  const text = decoded.text.normalize('NFC');
  if (isHtml(name, text)) {
    const page = (side: 'accepted' | 'rejected'): Result<ReadText, ArchiveProblem> => {
      const found = orDamaged(readHtml(text, side));
      return found.ok ? ok(withoutSkipLink(withoutOwnFrame(found.value))) : found;
    };
    return bothSides(input, page, ids, describeDecoding(decoded));
  }
  const read = withoutSkipLink(detectTextFormat(name, text) === 'markdown' ? readMarkdown(text) : readPlainText(text));
  return documentOf(
    name,
    read,
    { endsWithNewline: /[\r\n]\s*$/.test(text.slice(-200)), decoding: describeDecoding(decoded) },
    ids,
  );
}

/** Why a file is not even looked into; `null` where it is. */
export function refusal({ name, bytes }: ImportInput): Failure<ImportFailureCode> | null {
  if (/\.program$/i.test(name)) return failure('import-not-a-program-file', { name });
  if (bytes.length === 0) return failure('import-empty', { name });
  const megabytes = (size: number) => Math.ceil(size / (1024 * 1024));
  return bytes.length > LARGEST_IMPORT
    ? failure('import-too-large', { name, megabytes: megabytes(bytes.length), limit: megabytes(LARGEST_IMPORT) })
    : null;
}

/** Reads a file of a word processor that is a zip of parts. */
function importPackage(input: ImportInput, ids: IdSource): Result<ImportedDocument, Failure<ImportFailureCode>> {
  const { name, bytes } = input;
  const archive = openArchive(bytes);
  if (typeof archive === 'string') return fail(failure(packageFailures[archive], { name }));
  if (isOdt(archive)) return bothSides(input, (side) => readOdt(archive, side), ids);
  if (isDocx(archive)) return bothSides(input, (_, side) => readDocx(archive, side), ids);
  return fail(failure('import-unsupported', { name, format: foreignFormat(bytes) ?? 'ZIP' }));
}

/**
 * The side of recorded changes that is asked for. Where nothing is said that is the new one, and what stood there before is its `previous`.
 * `read` gets the side as a whole one too: only Word's format tells the changes of one author from those of others.
 */
function bothSides(
  { name, changes }: ImportInput,
  read: (whole: 'accepted' | 'rejected', side: ChangeSide) => Result<ReadText, ArchiveProblem>,
  ids: IdSource,
  decoding: ReturnType<typeof describeDecoding> = [],
): Result<ImportedDocument, Failure<ImportFailureCode>> {
  const side = changes ?? 'accepted';
  const found = read(side === 'rejected' ? 'rejected' : 'accepted', side);
  if (!found.ok) return fail(failure(packageFailures[found.failure], { name }));
  const whole = { endsWithNewline: true, decoding };
  const document = documentOf(name, composed(found.value), whole, ids);
  const recorded = found.value.remarks.some(({ code }) => code === 'tracked-changes');
  if (!document.ok || changes !== undefined || !recorded) return document;
  const before = read('rejected', 'rejected');
  if (!before.ok) return document;
  const previous = documentOf(name, composed(before.value), whole, ids);
  return previous.ok ? ok({ ...document.value, previous: textOf(previous.value) }) : document;
}

const orDamaged = (read: ReadText | null): Result<ReadText, ArchiveProblem> =>
  read === null ? fail('damaged') : ok(read);

const textOf = ({ title, period, language, blocks }: ImportedDocument): ImportedText => ({
  title,
  period,
  language,
  blocks,
});

const packageFailures = {
  damaged: 'import-damaged',
  encrypted: 'import-encrypted',
  'too-large': 'import-unpacks-too-large',
} as const satisfies Record<ArchiveProblem, ImportFailureCode>;

/** Letters composed (NFC), as in every other format; places of notes move along. */
export const composed = (read: ReadText): ReadText => ({
  ...read,
  lines: read.lines.map((line) => {
    const text = line.text.normalize('NFC');
    if (text === line.text) return line;
    const footnoteRefs = line.footnoteRefs.map((ref) => ({
      ...ref,
      offset: line.text.slice(0, ref.offset).normalize('NFC').length,
    }));
    const { formats, ...rest } = line;
    return { ...rest, text, footnoteRefs, ...withFormats(composedFormats(line.text, formats)) };
  }),
});

/** Formats of a text whose letters are composed; a run never ends between a letter and its accent. Linear. */
function composedFormats(text: string, formats: readonly FormatRun[] = []): readonly FormatRun[] {
  let from = 0;
  let length = 0;
  const composedAt = (offset: number): number => {
    let to = offset;
    while (to < text.length && /^\p{M}/u.test(text.slice(to, to + 2))) to++;
    if (to > from) {
      length += text.slice(from, to).normalize('NFC').length;
      from = to;
    }
    return length;
  };
  return formats.map((run) => ({ ...run, start: composedAt(run.start), end: composedAt(run.end) }));
}

export function documentOf(
  name: string,
  read: ReadText,
  source: { readonly endsWithNewline: boolean; readonly decoding: readonly ReportEntry[] },
  ids: IdSource,
): Result<ImportedDocument, Failure<ImportFailureCode>> {
  if (read.lines.length === 0) return fail(failure('import-empty', { name }));
  const structure = recogniseStructure(read, source.endsWithNewline);
  const report: ReportEntry[] = [...source.decoding, ...describeRemarks(read), ...structure.remarks];
  const title = titleOf(structure.blocks);
  if (title === null) report.push({ severity: 'warning', code: 'title-missing', line: null, params: {} });
  const markers = markersFor(structure.blocks);
  const bookmarks = new Map((read.bookmarks ?? []).map(({ line, bookmark }) => [line, bookmark]));
  const document: ImportedDocument = {
    previous: null,
    organisation: organisationOf(structure.blocks),
    outcome: saidIn(report, 'outcome'),
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
        ...withFormats(block.formats),
      },
      number: block.number,
      source: block.source,
      judgement: block.judgement,
      ...bookmarked(bookmarks.get(block.source.fromLine)),
    })),
    report: report.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    rows: read.lines.map(({ fromLine, text, page, place }) => ({
      line: fromLine,
      text,
      page: page ?? null,
      place: place ?? null,
    })),
  };
  return ok(document);
}

const bookmarked = (bookmark: BlockBookmark | undefined): Pick<ImportedBlock, 'bookmark'> =>
  bookmark === undefined ? {} : { bookmark };

const describeRemarks = (read: ReadText): readonly ReportEntry[] =>
  read.remarks.map((remark) => ({
    severity: remark.code === 'tracked-changes' ? 'warning' : 'info',
    code: remark.code,
    line: remark.line,
    params: { text: remark.text },
  }));

function describeDecoding(decoded: DecodedText): readonly ReportEntry[] {
  const entries: ReportEntry[] = [];
  if (decoded.encoding !== 'utf-8' && !decoded.certain) {
    entries.push({ severity: 'info', code: 'encoding-guessed', line: null, params: { encoding: decoded.encoding } });
  }
  if (decoded.replaced > 0)
    entries.push({ severity: 'warning', code: 'unreadable-letters', line: null, params: { count: decoded.replaced } });
  return entries;
}
