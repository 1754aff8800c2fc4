import { strToU8 } from 'fflate';
import { failure, type Failure } from '../core/failure';
import { unreachable } from '../core/invariant';
import { fail, ok, type Result } from '../core/result';
import { writeAmendmentList } from './akn/amendmentList';
import { writeBill } from './akn/bill';
import { writeSheet } from './csv/sheet';
import { amendmentSheet, votingSheet } from './csv/sheets';
import type { ExportDocument } from './document';
import { docxMime, writeDocx } from './docx/package';
import type { ExportFailureCode } from './failures';
import { writeHtml } from './html/page';
import type { ExportInput } from './input';
import { writeProgrammeJson } from './json/programme';
import { writeMarkdown } from './markdown/page';
import { odtMime, writeOdt } from './odt/package';
import { amendmentBook } from './papers/amendmentBook';
import { answerForm, hearingLetter } from './papers/hearing';
import { innstillingPaper } from './papers/innstilling';
import { minutesPaper } from './papers/minutes';
import { proposalPaper } from './papers/proposal';
import { synopsisPaper } from './papers/synopsis';
import { decidedPaper, decidedRevision, textPaper } from './papers/text';
import { trackedPaper } from './papers/tracked';
import { delegatesList, votingList } from './papers/votingList';
import { typstBeginning, typstFiles, type TypstBeginning } from './typst/source';
import { supported, type Format, type View } from './views';
import type { MarksAre } from './words';
import { defaultTemplates } from './template';

export { exportFailures, type ExportFailureCode } from './failures';
export type { ExportInput } from './input';
export type { TypstBeginning } from './typst/source';
export { receiptFiles } from './receiptPaper';
export { writeOverviewSvg } from './svg/overview';
export { formats, isFormat, isView, supported, views, type Format, type View } from './views';

/** A finished file, or what the host must typeset to get one (`server/typeset.ts`). */
export type Output =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      /** Without a dot. */
      readonly extension: string;
      readonly mime: string;
    }
  | {
      readonly kind: 'typst';
      /** `main.typ` and what it imports, by name. */
      readonly files: Readonly<Record<string, string>>;
    };

type Paper = Result<ExportDocument, Failure<ExportFailureCode>>;

/** How a format shows what is new and struck; a word processor has it as changes, but for tables, where it is painted. */
function marksIn(view: View, format: Format): MarksAre {
  if (format === 'md') return 'emphasised';
  return (format === 'docx' || format === 'odt') && view !== 'synopsis' ? 'recorded' : 'bracketed';
}

/** The paper before it is written in any format. Fails where a comparison has nothing to compare with. */
export function paperOf(view: View, input: ExportInput, format: Format): Paper {
  switch (view) {
    case 'text':
      return ok(textPaper(input));
    case 'tracked':
    case 'synopsis': {
      const { baseline } = input;
      if (baseline === null) return fail(failure('export-no-baseline'));
      return ok(
        view === 'tracked'
          ? trackedPaper(input, baseline, format === 'html' || format === 'pdf', marksIn(view, format))
          : synopsisPaper(input, baseline, marksIn(view, format)),
      );
    }
    case 'amendments':
      return ok(amendmentBook(input, marksIn(view, format)));
    case 'voting':
      return ok(votingList(input));
    case 'decided':
      return ok(decidedPaper(input));
    case 'minutes':
      return ok(minutesPaper(input));
    case 'proposal':
      return ok(proposalPaper(input, marksIn(view, format)));
    case 'voting-delegates':
      return ok(delegatesList(input));
    case 'innstilling':
      return ok(innstillingPaper(input));
    case 'hearing':
      return ok(hearingLetter(input));
    case 'answer-form':
      return ok(answerForm(input));
    default:
      return unreachable(view);
  }
}

const aknMime = 'application/akn+xml';

const bytes = (content: string | Uint8Array, extension: string, mime: string): Output => ({
  kind: 'bytes',
  bytes: typeof content === 'string' ? strToU8(content) : content,
  extension,
  mime,
});

/**
 * Writes one paper. Total: the same input always gives the same bytes. Fails where the pair makes no sense (the failure names the formats
 * that do), and where a paper that compares has no previous programme.
 */
export function exportPaper(
  view: View,
  format: Format,
  input: ExportInput,
): Result<Output, Failure<ExportFailureCode>> {
  if (!supported(view).includes(format)) {
    return fail(
      failure('export-unsupported-pair', {
        view: defaultTemplates[input.language].papers[view].title,
        format,
        supported: supported(view).join(', '),
      }),
    );
  }
  const paper = paperOf(view, input, format);
  if (!paper.ok) return paper;
  switch (format) {
    case 'docx':
      return ok(bytes(writeDocx(paper.value), 'docx', docxMime));
    case 'pdf':
      return ok({ kind: 'typst', files: typstFiles(paper.value) });
    case 'html':
      return ok(bytes(writeHtml(paper.value), 'html', 'text/html; charset=utf-8'));
    case 'md':
      return ok(bytes(writeMarkdown(paper.value), 'md', 'text/markdown; charset=utf-8'));
    case 'json': {
      const revision = view === 'decided' ? decidedRevision(input) : input.newest;
      return ok(bytes(writeProgrammeJson(revision), 'json', 'application/json'));
    }
    case 'odt':
      return ok(bytes(writeOdt(paper.value), 'odt', odtMime));
    case 'akn': {
      if (view === 'amendments') return ok(bytes(writeAmendmentList(input, paper.value), 'xml', aknMime));
      const revision = view === 'decided' ? decidedRevision(input) : input.newest;
      const { baseline, isDraft } = input;
      return ok(bytes(writeBill({ document: paper.value, revision, isDraft, baseline }), 'xml', aknMime));
    }
    case 'csv': {
      const sheet = view === 'voting' ? votingSheet(input) : amendmentSheet(input);
      return ok(bytes(writeSheet(sheet), 'csv', 'text/csv; charset=utf-8'));
    }
    default:
      return unreachable(format);
  }
}

/** The first `pages` pages of a paper, or all of it where it is short, for the host to set: what is looked at before the rest. Fails as `exportPaper`. */
export function beginningOf(
  view: View,
  input: ExportInput,
  pages: number,
): Result<TypstBeginning, Failure<ExportFailureCode>> {
  const paper = paperOf(view, input, 'pdf');
  return paper.ok ? ok(typstBeginning(paper.value, pages)) : paper;
}
