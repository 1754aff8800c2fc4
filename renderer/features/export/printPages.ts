import type { Failure } from '#shared/core/failure';
import { ok, type Result } from '#shared/core/result';
import type { Platform } from '#shared/ipc/platform';
import { drawPage, type Pages } from '../../workers/pdfPages';

/** 150 dots an inch: sharp on paper, and some 300 kB a page. */
const printScale = 150 / 72;

const pictureOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));

/** Hands the pages to the system's print dialog, as they are in the preview. Yields `false` where `signal` or the user stopped it. */
export async function printPages(
  pages: Pages,
  platform: Platform,
  signal: AbortSignal,
): Promise<Result<boolean, Failure>> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  const addresses: string[] = [];
  try {
    for (let number = 1; number <= pages.numPages; number += 1) {
      const canvas = document.createElement('canvas');
      const isDrawn = await drawPage(pages, number, canvas, printScale, signal);
      const picture = isDrawn ? await pictureOf(canvas) : null;
      if (picture === null) return ok(false);
      const address = URL.createObjectURL(picture);
      addresses.push(address);
      const sheet = document.createElement('img');
      sheet.alt = '';
      sheet.className = canvas.width > canvas.height ? 'print-sheet print-sheet--sideways' : 'print-sheet';
      sheet.src = address;
      await sheet.decode();
      sheets.append(sheet);
    }
    document.body.append(sheets);
    return await platform.printPage();
  } finally {
    sheets.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
  }
}
