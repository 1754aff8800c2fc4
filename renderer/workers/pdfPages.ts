import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Pages = PdfLibrary.PDFDocumentProxy;

interface Reader {
  readonly pdfjs: typeof PdfLibrary;
  /** One for all: a worker that belonged to a document would end with it, while the next one is being opened. */
  readonly worker: PdfLibrary.PDFWorker;
}

let reader: Promise<Reader> | null = null;

/** The reader is large, so it is fetched when the first page is shown, and it works in a worker of its own. */
async function loadReader(): Promise<Reader> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(new URL('./pdfPages.worker.ts', import.meta.url), { type: 'module' });
  return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) };
}

/** The pages of a PDF. Nothing in it runs, and nothing is fetched. The caller ends them with `destroy`. */
export async function openPages(pdf: Uint8Array): Promise<Pages> {
  reader ??= loadReader();
  const { pdfjs, worker } = await reader;
  // The worker takes the bytes over, so it gets its own.
  return pdfjs.getDocument({ data: pdf.slice(), worker, isEvalSupported: false, disableFontFace: true }).promise;
}

/** Draws one page on a canvas, `scale` device pixels a point. Yields whether it did: it gives way when `signal` says so, and when the pages are ended. */
export async function drawPage(
  pages: Pages,
  number: number,
  canvas: HTMLCanvasElement,
  scale: number,
  signal: AbortSignal,
): Promise<boolean> {
  const isStopped = (): boolean => signal.aborted || pages.loadingTask.destroyed;
  const page = await pages.getPage(number).catch((problem: unknown) => {
    if (isStopped()) return null;
    throw problem;
  });
  if (page === null || isStopped()) return false;
  const viewport = page.getViewport({ scale });
  // Drawn out of sight and put in place at once, so that a page never flickers.
  const drawn = document.createElement('canvas');
  drawn.width = Math.ceil(viewport.width);
  drawn.height = Math.ceil(viewport.height);
  // As for print, for what is made for the screen waits for a frame between its steps.
  const task = page.render({ canvas: drawn, viewport, intent: 'print' });
  signal.addEventListener('abort', () => task.cancel(), { once: true });
  await task.promise.catch((problem: unknown) => {
    if (!isStopped()) throw problem;
  });
  if (isStopped()) return false;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  return true;
}
