export { importDocument, LARGEST_IMPORT, type ImportedBlock, type ImportedDocument } from './importDocument';
export { toImportJson, type ImportJson } from './importJson';
export { importFailures, type ImportFailureCode } from './failures';
export { describeReportEntry, reportCodes, type ReportCode, type ReportEntry } from './report';
