import type { Language } from '../core/failure';
import type { BlockKind, FootnoteRef } from '../domain/block';
import { withFormats, type FormatRun } from '../domain/formats';
import type { Period } from '../domain/revision';
import type { ImportedDocument } from './importDocument';
import { describeReportEntry } from './report';

/** The shape that `import --json` prints; see cli.md. */
export interface ImportJson {
  readonly title: string;
  readonly period: Period | null;
  readonly language: Language;
  /** Whose programme it is; `null` where it does not say. */
  readonly organisation: string | null;
  /** What became of it, as printed at its end; `null` where nothing is printed. */
  readonly outcome: string | null;
  readonly blocks: readonly {
    readonly id: string;
    readonly kind: BlockKind;
    readonly level: number | null;
    readonly number: string | null;
    readonly text: string;
    readonly footnoteRefs: readonly FootnoteRef[];
    /** What is bold, italic or a link, in UTF-16 units of `text`; absent where nothing is. */
    readonly formats?: readonly FormatRun[];
    readonly source: { readonly fromLine: number; readonly toLine: number } | null;
  }[];
  readonly report: readonly {
    readonly severity: 'info' | 'warning';
    readonly code: string;
    readonly line: number | null;
    readonly message: string;
  }[];
}

/** Yields what `import --json` prints. `language` is that of the messages in the report. */
export function toImportJson(document: ImportedDocument, language: Language): ImportJson {
  return {
    title: document.title,
    period: document.period,
    language: document.language,
    organisation: document.organisation,
    outcome: document.outcome,
    blocks: document.blocks.map(({ block, number, source }) => ({
      id: block.id,
      kind: block.kind,
      level: block.level,
      number,
      text: block.text,
      footnoteRefs: block.footnoteRefs,
      ...withFormats(block.formats ?? []),
      source,
    })),
    report: document.report.map((entry) => ({
      severity: entry.severity,
      code: entry.code,
      line: entry.line,
      message: describeReportEntry(entry, language),
    })),
  };
}
