import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The text of a PDF as it stands on the page, one string a line of print; pages are told apart by a form feed. */
export async function pdfLines(pdf: Uint8Array): Promise<readonly string[]> {
  return (await askAboutPdf(pdf, 'pdftotext', (file) => ['-layout', '-enc', 'UTF-8', file, '-'])).split('\n');
}

/** What `qpdf --check` and its like have to say. Rejects where the program finds the file damaged. */
export async function askAboutPdf(
  pdf: Uint8Array,
  program: string,
  argumentsFor: (file: string) => readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run(program, [...argumentsFor(file)], { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
