import type * as PdfjsModule from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, type Result } from '../../../core/result';
import type { ReadText } from '../sourceLine';
import { unpacksWithinReason } from './guard';
import { linesOfPages } from './lines';
import type { PdfPage, TextRun } from './page';

/** Pages that are read at most: five times the longest programme known with its annexes. */
const MOST_PAGES = 1_000;
/** Pieces of text on all pages at most; a full page has a few hundred. */
const MOST_RUNS = 500_000;
/** A file with so many of its pages without any text was scanned. */
const SCANNED = 0.8;

export type PdfProblem = 'damaged' | 'encrypted' | 'too-large' | 'scanned' | 'too-many-pages';

type Pdfjs = typeof PdfjsModule;
type Document = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Loaded when the first PDF comes. The library works in this thread: who calls is in a worker already, or is the command line. */
async function loadPdfjs(): Promise<Pdfjs> {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Reads the text of a PDF with its places, page by page. Nothing is fetched, drawn or run: no pictures, no scripts, no forms. */
export async function readPdf(
  bytes: Uint8Array,
  progress: (share: number) => void,
): Promise<Result<ReadText, PdfProblem>> {
  if (!unpacksWithinReason(bytes)) return fail('too-large');
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // The library keeps what it is given.
    data: bytes.slice(),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: 0,
  });
  try {
    const pages = await readPages(await task.promise, pdfjs, progress);
    if (!pages.ok) return pages;
    const empty = pages.value.filter(({ runs }) => runs.length === 0).length;
    if (empty >= SCANNED * pages.value.length) return fail('scanned');
    return ok(linesOfPages(pages.value));
  } catch (error) {
    return fail(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged');
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

async function readPages(
  document: Document,
  pdfjs: Pdfjs,
  progress: (share: number) => void,
): Promise<Result<readonly PdfPage[], PdfProblem>> {
  if (document.numPages > MOST_PAGES) return fail('too-many-pages');
  const pages: PdfPage[] = [];
  let room = MOST_RUNS;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const runs = await runsOf(page, pdfjs);
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({ number, width, height, runs });
    page.cleanup();
    room -= runs.length;
    if (room < 0) return fail('too-large');
    progress(number / document.numPages);
  }
  return ok(pages);
}

/** Text that stands upright, with its place on the page. Text that is turned is put upright where it begins. */
async function runsOf(page: Page, pdfjs: Pdfjs): Promise<readonly TextRun[]> {
  const content = await page.getTextContent();
  const names = await fontNames(page, Object.keys(content.styles));
  const { transform } = page.getViewport({ scale: 1 });
  return content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const placed: readonly number[] = pdfjs.Util.transform(transform, item.transform);
    const [, , c = 0, d = 0, x = 0, y = 0] = placed;
    const size = Math.round(Math.hypot(c, d) * 10) / 10;
    return [{ text: item.str, x, y, width: item.width, size: size || 1, font: names.get(item.fontName) ?? '' }];
  });
}

/** Names of fonts by the library's own names. They become known only when a page is prepared for drawing, hence only where a font is new. */
async function fontNames(page: Page, fonts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (fonts.some((font) => !page.commonObjs.has(font))) await page.getOperatorList().catch(() => undefined);
  const names = new Map<string, string>();
  for (const font of fonts) {
    const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    if (typeof known === 'object' && known !== null && 'name' in known && typeof known.name === 'string')
      names.set(font, known.name);
  }
  return names;
}
