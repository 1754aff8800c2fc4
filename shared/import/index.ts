export { asImported } from './asImported';
export { isPdf } from './detectFormat';
export type { PagePlace } from './readers/sourceLine';
export { importAnyDocument, type ImportWatch } from './importAnyDocument';
export {
  importDocument,
  LARGEST_IMPORT,
  type ImportedBlock,
  type ImportedDocument,
  type ImportedText,
  type SourceRow,
} from './importDocument';
export { certain, describeDoubt, doubtCodes, DOUBTFUL_BELOW, type DoubtCode, type Judgement } from './doubts';
export { toImportJson, type ImportJson } from './importJson';
export { importFailures, type ImportFailureCode } from './failures';
export { describeReportEntry, reportCodes, type ReportCode, type ReportEntry } from './report';
export * from './review/index';
export { ownBlocks } from './ownBlocks';
export { openReviewed, type ReviewedDocument, type Reading } from './reviewedDocument';
