/** The half of pdf.js that reads; the other half looks for it under `globalThis.pdfjsWorker`. It has no types of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
