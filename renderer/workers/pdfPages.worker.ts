// Reads PDF pages beside the window's thread; the library listens for the window's messages by itself.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
